"""
Where sentences end, and which words cannot end one.

What holds for all writing is in the characters: the marks that end a sentence, the marks that close after them, the
case of a letter. What differs from language to language is data, a few short lists of words a language. A language that
has no lists is not treated as if it were English: it goes by the characters alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.document import Document

FINAL = (
    ".!?\N{HORIZONTAL ELLIPSIS}\N{DOUBLE EXCLAMATION MARK}\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}"
    "\N{FULLWIDTH QUESTION MARK}\N{FULLWIDTH FULL STOP}\N{HALFWIDTH IDEOGRAPHIC FULL STOP}\N{DEVANAGARI DANDA}"
    "\N{DEVANAGARI DOUBLE DANDA}\N{ARABIC QUESTION MARK}\N{ARABIC FULL STOP}\N{ARMENIAN FULL STOP}\N{ETHIOPIC FULL STOP}"
    "\N{KHMER SIGN KHAN}\N{MYANMAR SIGN SECTION}"
)
"""The marks that end a sentence."""

CLOSERS = (
    "\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}"
    "\N{RIGHT CORNER BRACKET}\N{RIGHT WHITE CORNER BRACKET}\N{FULLWIDTH RIGHT PARENTHESIS})]*_"
)
"""What may still close after such a mark. German closes with the mark that opens an English quotation."""


def _letters(test: str) -> str:
    """The capital or small letters of the scripts that have them, as the inside of a character class."""
    ranges: list[str] = []
    begin = None
    for code in range(0x41, 0x590):
        fits = getattr(chr(code), test)() and chr(code).isalpha()
        if fits and begin is None:
            begin = code
        elif not fits and begin is not None:
            ranges.append(chr(begin) if begin == code - 1 else f"{chr(begin)}-{chr(code - 1)}")
            begin = None
    return "".join(ranges)


CAPITAL, SMALL = _letters("isupper"), _letters("islower")
"""The capital and small letters of the scripts that have both, as the inside of a character class."""

COLONS = ":\N{FULLWIDTH COLON}"
COMMAS = ",\N{ARABIC COMMA}"

_END = re.compile(f"[{re.escape(FINAL)}][{re.escape(CLOSERS)}]*$")
_WORD = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+)*")
_LAST_WORD = re.compile(_WORD.pattern + "$")
_LOOK = 4_000  # code points read to tell a language by its small words, when nobody else could
_SHARE = 0.25
_WIDEST = 60  # code points a word may take
_REACH = 12  # more closing marks than this in a row are decoration


def ends_sentence(text: str) -> bool:
    """
    Does the text end where a sentence may end?

    >>> ends_sentence('He said: "No."'), ends_sentence("Fog on the Isar")
    (True, False)
    """
    last = text[-1:]
    if last in FINAL:
        return True
    return last in CLOSERS and _END.search(text[-_REACH:]) is not None


def last_word(text: str) -> str:
    """
    The word that the text ends with, in lower case; empty when it ends with anything else.

    >>> last_word("the mayor and the ferryman, in"), last_word("ferryman,")
    ('in', '')
    """
    word = text[-_WIDEST:].rsplit(None, 1)[-1:]
    if not word:
        return ""
    found = _LAST_WORD.search(word[0])
    if not found or (found[0].isupper() and len(found[0]) > 1):  # "Upland, IN" does not end on a preposition
        return ""
    return found[0].lower()


def first_word(text: str) -> str:
    """
    The word that the text begins with, as it is written; empty when it begins with anything else.

    >>> first_word("Paris on Wednesday"), first_word('"Paris" on')
    ('Paris', '')
    """
    found = _WORD.match(text)
    return found[0] if found else ""


def language_of(doc: Document) -> str | None:
    """The document's language; when unknown, the one whose small words it has most of; None when that is a draw."""
    return doc.language or _by_small_words(doc.text[:_LOOK])


def _by_small_words(text: str) -> str | None:
    (best, code), (second, _) = _scores(text)[:2]
    return code if best > second and best >= _SHARE else None


def _scores(text: str) -> list[tuple[float, str]]:
    """The share of small words in the text, for every language, the best first."""
    words = [word.lower() for word in _WORD.findall(text)]
    # Every other word of a text is a small one; a language of which only some words look known is another one.
    return sorted(
        ((sum(word in small_words(code) for word in words) / max(1, len(words)), code) for code in _JOINING),
        reverse=True,
    )


def binding_words_of(doc: Document) -> frozenset[str]:
    """
    The binding words of the document's language; none where nobody has listed them.

    A few words may belong to several languages ("under" is English, Danish and Swedish). Then the small words of all of
    them bind: the less is known, the less is to be done.

    >>> from cleaner.document import Document
    >>> "over" in binding_words_of(Document.of("under the ferry")), binding_words_of(Document.of("silta joki"))
    (False, frozenset())
    """
    if language := language_of(doc):
        return binding_words(language)
    words = frozenset[str]()
    for share, code in _scores(doc.text[:_LOOK]):
        if share >= _SHARE:
            words |= small_words(code)
    return words


@lru_cache
def joining_words(language: str | None) -> frozenset[str]:
    """
    Words after which another word must come: articles, prepositions, conjunctions.

    >>> "the" in joining_words("en"), "the" in joining_words("fi")
    (True, False)
    """
    return frozenset(_JOINING.get(_code(language), "").split())


@lru_cache
def binding_words(language: str | None) -> frozenset[str]:
    """
    Words that want the next one so much that no dash comes between: the joining words, and all articles and prepositions.

    Some of these end a sentence as well ("Do come in"), where no dash follows either.

    >>> "at" in binding_words("en"), "at" in joining_words("en"), binding_words("fi")
    (True, False, frozenset())
    """
    return joining_words(language) | frozenset(_BINDING.get(_code(language), "").split())


@lru_cache
def leaning_words(language: str | None) -> frozenset[str]:
    """Words after which another word mostly comes, but that may end a heading too ("what they are", "moving on")."""
    return frozenset(_LEANING.get(_code(language), "").split())


@lru_cache(maxsize=4096)
def calls_for_more(word: str) -> bool:
    """Is this a joining or a leaning word in some language? Cheap to ask before a language is guessed."""
    return any(word in words.split() for table in (_JOINING, _LEANING) for words in table.values())


@lru_cache
def small_words(language: str | None) -> frozenset[str]:
    """Words that are written small inside a sentence: with a capital they begin one."""
    return joining_words(language) | leaning_words(language) | frozenset(_OPENING.get(_code(language), "").split())


@lru_cache
def abbreviations(language: str | None) -> frozenset[str]:
    """Words, without their full stop, that are written with one inside a sentence."""
    return frozenset((_ABBREVIATIONS["every"] + " " + _ABBREVIATIONS.get(_code(language), "")).split())


def _code(language: str | None) -> str:
    code = (language or "").lower().partition("-")[0].partition("_")[0]
    return {"no": "nb", "nn": "nb"}.get(code, code)


_JOINING = {
    "en": "a an the and or nor of into onto upon between among during via per than "
    "as because although whereas unless whether which whose their its our your my his every including despite amid "
    "toward towards versus within throughout",
    "de": "der die das den dem des eine einen einem einer eines und oder sowie als wie von vom zum zur beim für "
    "gegen ohne seit während wegen trotz zwischen hinter neben dass weil ob wenn deren dessen ihre ihren "
    "ihrer ihrem ihres seine seinen seiner seinem seines unsere unseren kein keine keinen keiner sehr im am "
    "beziehungsweise",
    "fr": "le la les l un une des du de d au aux et ou ni mais à en dans par pour sur sous sans avec entre vers chez "
    "contre dès depuis pendant selon que qu dont où ce cet cette ces son sa ses leur leurs notre nos votre vos mon "
    "ma mes si comme lorsque puisque afin",
    "es": "el la los las un una unos unas de del al a y e o u ni que en con por para sin sobre entre hacia hasta "
    "desde según contra durante mediante su sus mi mis nuestro nuestra cuyo cuya si como porque cuando donde pero "
    "sino tan muy",
    "it": "il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dallo "
    "dalla dai dagli dalle in nel nello nella nei negli nelle con su sul sullo sulla sui sugli sulle per tra fra e "
    "ed o che cui se come perché quando dove ma suo sua suoi sue loro mio mia non più",
    "pt": "o a os as um uma uns umas de do da dos das em no na nos nas num numa a ao à aos às e ou que com por pelo "
    "pela pelos pelas para sem sobre entre até desde segundo contra durante seu sua seus suas meu minha se como "
    "porque quando onde mas cujo cuja não muito",
    "nl": "de het een en of maar van zonder naar tot tegen tussen tijdens sinds volgens "
    "omdat dat die als dan hun zijn haar onze mijn wier wiens zeer te om terwijl hoewel wegens vanwege",
    "pl": "i oraz a lub albo ale w we z ze na do od dla po przy przez bez nad pod przed za między ku o u że żeby aby "
    "który która które którzy których jak niż gdy kiedy ponieważ czy nie jego jej ich swój swoją swoje podczas według",
    "ru": "и или а но в во на с со к ко по за из от до для при без над под перед между через о об про у что чтобы "
    "который которая которое которые которых как если когда потому не ни его её их свой свою свои после около из-за",
    "uk": "і й та або а але в у на з із зі до від для при без над під перед між через про по за що щоб який яка яке "
    "які яких як якщо коли бо не ні його її їх свій свою свої після біля",
    "tr": "ve veya ya ile için gibi kadar göre bir bu şu o her en daha çok ama fakat ancak ki hem ne de da",
    "sv": "en ett den det de och eller men av i på till från med utan för mot mellan under över genom efter vid hos "
    "om att som när där sin sitt sina deras hans hennes vår vårt våra mycket inte än",
    "da": "en et den det de og eller men af i på til fra med uden for mod mellem under over gennem efter ved hos om "
    "at som når hvor sin sit sine deres hans hendes vores meget ikke end",
    "nb": "en et ei den det de og eller men av i på til fra med uten for mot mellom under over gjennom etter ved hos "
    "om at som når hvor sin sitt sine deres hans hennes vår vårt våre meget ikke enn",
    "cs": "a i nebo ale v ve na s se z ze do od pro po při bez nad pod před za mezi k ke o u že aby který která "
    "které kteří jak než když protože jeho její jejich svůj svou své není",
    "ro": "un o unui unei și sau dar de la în din pe cu fără pentru prin spre către între după despre că să care ca "
    "dacă când unde al a ai ale său sa lui lor nu mai foarte",
    "ar": "في من إلى على عن مع أو أن إن التي الذي الذين بين خلال بعد قبل حتى ضد حول لكن كما هذا هذه ذلك تلك",
    "hi": "और या का की के को में से पर ने कि लेकिन तथा एवं जो तक लिए यह इस उस एक",
}

# Articles and prepositions that may end a heading, and so are no joining words. What is not named here has none left.
_BINDING = {
    "en": "to in for with by from at any some very",
    "de": "ein in an auf aus bei mit nach vor zu durch über um ab",
    "fr": "après avant",
    "es": "tras ante",
    "it": "dopo",
    "pt": "após",
    "nl": "in op aan met voor door bij uit",
    "pl": "wśród wobec dzięki obok około",
    "ru": "среди против вокруг кроме ради",
    "uk": "серед проти навколо крім",
    "tr": "en",
    "sv": "inom enligt",
    "da": "inden ifølge",
    "nb": "innen ifølge",
    "cs": "podle kolem proti během",
    "ro": "asupra printre",
}

_LEANING = {
    "en": "to at by for from with without against in on up out over off under about around across behind beyond near "
    "through along before after since until till but that this these those her is are was were be been being has "
    "have had will would shall should can could may might must not if while when where who whom what how why both "
    "either neither very such no any some another each",
    "de": "ein zu bei durch mit nach aus in an auf um vor über unter ab bis ist sind war waren wird werden wurde "
    "wurden hat haben hatte hatten kann können soll sollen muss müssen nicht auch nur noch er sie es sich diese "
    "dieser dieses diesen diesem aber denn mehr wo was wer",
    "fr": "est sont était étaient a ont avait avaient sera seront ne se il elle ils elles on nous vous je plus très "
    "trop aussi quand qui quel quelle après avant",
    "es": "es son era eran fue fueron ha han había será se lo le les no más qué quién este esta estos estas ese esa "
    "tras ante",
    "it": "è sono era erano ha hanno aveva sarà si ci lo li molto questo questa questi queste quello quella dopo "
    "prima anche",
    "pt": "é são era eram foi foram tem têm havia será se lhe mais este esta estes estas esse essa após antes também",
    "nl": "voor met bij uit door over onder in op aan om is was waren wordt worden werd werden heeft hebben had kan "
    "kunnen zal zullen niet ook nog deze dit er",
    "pl": "jest są był była było były będzie się to ten ta te tego tej tym co kto gdzie już tylko",
    "ru": "это этот эта эти был была было были будет есть он она они мы вы я где кто уже только также так ещё",
    "uk": "це цей ця ці був була було були буде є він вона вони ми ви я де хто вже тільки також так ще",
    "tr": "olan olarak sonra önce bunu bunun onun",
    "sv": "är var blir blev har hade ska skulle kan kunde inte också denna detta dessa",
    "da": "er var bliver blev har havde skal skulle kan kunne også denne dette disse",
    "nb": "er var blir ble har hadde skal skulle kan kunne også denne dette disse",
    "cs": "je jsou byl byla bylo byli bude se si to ten ta co kdo kde už jen také",
    "ro": "este sunt era erau a au va se este acest această ce cine",
    "ar": "هو هي كان كانت قد لم لا ما",
    "hi": "है हैं था थे थी वह वे हम",
}

_OPENING = {
    "en": "i it he she they we you there here so then now yet however meanwhile still also once only even just "
    "though perhaps according more most many much few several all some one two three first last later today "
    "yesterday tomorrow please let do does did don't doesn't didn't it's he's she's they're we're i'm i've that's "
    "there's what's who's next other others earlier instead therefore thus indeed moreover furthermore nevertheless "
    "finally again nothing everyone everything speaking asked given",
    "de": "ich wir ihr du man da dort hier dann jetzt nun so doch jedoch dabei dazu damit daher deshalb zudem außerdem "
    "inzwischen allerdings bereits schon viele einige alle beide zwei drei heute gestern zuvor danach seither laut "
    "bislang bisher derzeit insgesamt mit seitdem obwohl jeder jede",
    "fr": "cela ça c'est c alors ainsi cependant toutefois pourtant puis enfin tout tous toute toutes deux trois "
    "aujourd'hui hier ici là lui eux parmi face malgré même j'ai s'il d'autres d'après",
    "es": "él ella ellos ellas yo nosotros esto eso así entonces ahora además también aunque mientras luego después "
    "antes todo todos dos tres hoy ayer aquí allí pese aun ya hay",
    "it": "lui lei noi io voi così allora ora inoltre tuttavia però intanto mentre poi tutto tutti due tre oggi ieri "
    "qui secondo anche ecco ancora già nonostante",
    "pt": "ele ela eles elas eu nós isso isto assim então agora além também embora enquanto depois antes tudo todos "
    "dois duas três hoje ontem aqui ali já há ainda",
    "nl": "hij zij ze we wij ik je jij u daar hier dan nu dus toch echter ook bovendien intussen volgens veel alle "
    "beide twee drie vandaag gisteren later eerder zo nog",
    "pl": "on ona oni one ja my wy tak więc jednak teraz także również dlatego potem później wszystko wszyscy dwa "
    "trzy dziś wczoraj tutaj tam jeśli choć",
    "ru": "но однако поэтому теперь сейчас потом затем тоже все всё два три сегодня вчера здесь там если хотя кроме "
    "именно ранее позже при этом",
    "uk": "але однак тому тепер зараз потім також усі все два три сьогодні вчора тут там якщо хоча крім саме раніше "
    "пізніше",
    "tr": "ben sen biz siz onlar burada şimdi sonra ayrıca bugün dün iki üç öte",
    "sv": "han hon vi ni jag man här där nu då så också dock dessutom många alla två tre idag igår",
    "da": "han hun vi i jeg man her der nu da så også dog desuden mange alle to tre",
    "nb": "han hun vi dere jeg man her der nå da så også dog dessuten mange alle to tre",
    "cs": "on ona oni já my vy tak tedy však nyní také proto potom všechno všichni dva tři dnes včera zde tam pokud",
    "ro": "el ea ei ele eu noi voi aici acum apoi astfel totuși toate toți doi trei azi ieri",
}

_ABBREVIATIONS = {
    "every": "dr prof st vs etc no nr vol fig p pp ed eds ca cf al",
    "en": "mr mrs ms messrs jr sr inc ltd co corp dept gov sen rep gen col capt lt sgt maj cmdr adm rev hon jan feb "
    "mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ave blvd rd mt ft approx est div art sec "
    "ch op nos e.g i.e a.m p.m u.s u.k u.n",
    "de": "bzw usw vgl hrsg evtl ggf inkl zzgl abs bd str tel hl jh mio mrd nov okt dez jan feb aug sept so z.b d.h "
    "u.a i.d.r o.ä s.o e.v dipl ing",
    "fr": "m mm mme mlle mgr me cie env art chap éd janv févr avr juil sept oct nov déc p.ex",
    "es": "sr sra srta ud uds d dña art cap pág págs núm ee.uu dto av avda aprox",
    "it": "sig sigg dott avv ing on art pag pagg cap ecc es gen s.p.a",
    "pt": "sr sra dra eng art cap pág págs núm av ex exmo",
    "nl": "dhr mevr mw drs ir mr bijv blz enz evt nl o.a d.w.z m.b.t t.a.v i.p.v incl",
    "pl": "np tzn tzw itd itp ul al godz prof gen mgr inż hab ks św r w tys mln mld zob por s",
    "ru": "г гг ул д кв им т тыс млн млрд руб стр рис см др пр т.е т.д т.п т.к и.о",
    "uk": "р рр вул буд кв ім тис млн млрд грн стор рис див ін т.д т.п",
    "tr": "sn av doç yrd cad sok mah bkz vb vd örn yy",
    "sv": "t.ex bl.a d.v.s osv kl ca fr m.m",
    "da": "f.eks bl.a dvs osv kl ca m.m",
    "nb": "f.eks bl.a dvs osv kl ca m.m",
    "cs": "např tzn tzv atd apod ul č str r mil mld",
    "ro": "dl dna nr str art lei etc",
}
