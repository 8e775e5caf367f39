"""
The words that bylines are written with, by language: what opens them, what joins names, what is no name.

Plain tables; see :mod:`~cleaner.facts.calendar_words` for why. A language is added by adding its lines.
"""

from __future__ import annotations

from functools import cache

# Small words that open a byline and much else: what follows must be names to the end of the line, and where the
# document's language is known it must be theirs. Those of SHY are believed in their own language alone.
PREPOSITIONS: dict[str, str] = {
    "en": "by", "de": "von", "fr": "par", "es": "por", "pt": "por", "it": "di", "nl": "door", "sv": "av", "no": "av",
    "da": "af", "id": "oleh", "ca": "per", "ro": "de", "vi": "bởi", "cs": "od", "tl": "ni", "gl": "por", "ms": "oleh", "el": "του|της|των",
}  # fmt: skip
SHY = frozenset("de per od ni του της των".split())
# Openings that films and stories have as well: a whole name must follow.
TWO_NAMES = frozenset("story: stories: reporting: report: text: words: texto: texte: testo: tekst: текст:".split())
# Openings that say themselves that a writer follows. Those that end in a colon want it.
LEADS: dict[str, str] = {
    "en": "written by|story by|words by|text by|report by|reported by|reporting by|reporting and writing by|posted by|article by|"
          "interview by|an interview by|review by|reviewed by|analysis by|analysis by:|opinion by|commentary by|comment by|essay by|"
          "column by|contributed by|submitted by|compiled by|published by|a guest post by|guest post by|a post by|news by|"
          "authored by|author:|authors:|author(s):|words:|text:|writer:|writers:|reporter:|reporters:|byline:|by:|"
          "written by:|posted by:|story:|reporting:|correspondent:|correspondents:|reported by:|story by:|words by:|journalist:|columnist:|contributor:|about the author:|last updated by|uploaded by|created by|added by",
    "de": "text von|ein text von|text:|texte:|autor:|autorin:|autoren:|ein artikel von|artikel von|ein beitrag von|"
          "beitrag von|gastbeitrag von|ein gastbeitrag von|ein kommentar von|kommentar von|eine analyse von|analyse von|"
          "ein interview von|interview von|das interview führte|die fragen stellte|eine kolumne von|kolumne von|"
          "ein bericht von|eine reportage von|ein essay von|aus einem bericht von|geschrieben von|verfasst von|veröffentlicht von|"
          "korrespondent:|korrespondentin:|reporter:|bericht:|bericht von|erstellt von|eine rezension von|rezension von|ein porträt von|von:|verfasser:|redaktion:|es berichtet",
    "fr": "écrit par|rédigé par|publié par|posté par|propos recueillis par|par notre correspondant|texte:|texte :|auteur:|auteur :|"
          "auteurs:|auteurs :|un article de|une chronique de|une analyse de|texte de|texte par|par:|par :|proposé par",
    "es": "escrito por|publicado por|redactado por|texto de|texto:|autor:|autora:|autores:|un artículo de|por:|redacción:",
    "it": "scritto da|pubblicato da|a cura di|testo di|testo:|autore:|autrice:|autori:|articolo di|un articolo di|intervista di|di:",
    "pt": "escrito por|publicado por|texto de|texto:|autor:|autora:|autores:|por:|postado por|reportagem de|reportagem:",
    "nl": "geschreven door|tekst:|tekst door|auteur:|auteurs:|een artikel van|door:|geplaatst door|gepubliceerd door",
    "pl": "autor:|autorka:|autorzy:|tekst:|opracował:|opracowała:|opracowanie:|oprac.|napisał|napisała|dodał:|rozmawiał|rozmawiała",
    "ru": "автор:|авторы:|автор статьи:|автор текста:|текст:|материал подготовил|материал подготовила|подготовил|подготовила|"
          "корреспондент:|беседовал|беседовала|текст —|автор —",
    "uk": "автор:|автори:|авторка:|текст:|підготував|підготувала|журналіст:|матеріал підготував|матеріал підготувала",
    "bg": "автор:|автори:|текст:", "sr": "autor:|аутор:|piše:|пише:|tekst:", "hr": "autor:|autori:|piše:|tekst:|napisao|napisala",
    "cs": "autor:|autoři:|autorka:|text:|napsal|napsala|připravil|připravila", "sk": "autor:|autori:|autorka:|text:|napísal|napísala",
    "hu": "írta:|szerző:|szerzők:|írta", "ro": "autor:|autori:|scris de|publicat de|text:|articol de",
    "sv": "text:|skriven av|av:|publicerad av|reporter:", "da": "tekst:|skrevet af|af:|journalist:",
    "no": "tekst:|skrevet av|av:|journalist:", "fi": "teksti:|kirjoittaja:|kirjoittanut|toimittaja:", "is": "höfundur:|texti:",
    "tr": "yazan:|yazar:|haber:|muhabir:|hazırlayan:|röportaj:|yazı:", "el": "γράφει ο|γράφει η|συντάκτης:|κείμενο:",
    "id": "penulis:|reporter:|oleh:|ditulis oleh|pewarta:|wartawan:", "vi": "tác giả:|bài:|theo:", "ca": "escrit per|text:|autor:",
    "ar": "بقلم:|بقلم|كتب:|كتب|كتبت|الكاتب:|المؤلف:|إعداد:|تحرير:|كتبه:", "he": "מאת:|מאת|כתב:|כותב:", "hi": "लेखक:|द्वारा",
}  # fmt: skip
# Helpers of the writer: they are read over, and their names are no authors.
OTHERS = (
    "editing by|edited by|additional reporting by|translated by|additional editing by|with additional reporting by|photos by|"
    "photography by|photographs by|illustration by|illustrations by|graphics by|produced by|compiled by|research by|video by|"
    "with reporting by|with inputs from|edited and translated by|redigiert von|übersetzt von|traduit par|traducción de|"
    "traduzione di|fotos von|bearbeitet von|bilder von|fotos:|foto:|fotografie:|illustration:|редактор:|фото:|photo:|photos:|"
    "redaktion:|bilder:|traduction:|übersetzung:|contributing:|editor:|editing:|video:"
)
JOINTS = "and|&|und|et|y|e|en|och|og|ja|i|a|и|та|ve|dan|và|with|mit|avec|con|com|או|و|sowie|és|și|και"
PARTICLES = frozenset(
    "de der den del della dei degli di da das dos du des do d la le las los el al van von vom zu zum zur und y e i ten ter te af av"
    " bin ibn ben bint abu abd ul ur op in't 't san santa st".split()
) - {"und", "i", "st"}
HONORIFICS = frozenset(
    "dr dr. prof prof. sir dame lord lady mr mr. mrs mrs. ms ms. rev rev. fr. sr. sra. dott. dott.ssa ing. mag. dipl.-ing. md phd rabbi capt. col. gen. lt. sgt. д-р проф.".split()
)
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv phd ph.d. md m.d. esq. mba".split())
# Surnames that are small words of some language, and stand last.
SURNAMES = frozenset("you das im an so".split())
# What headlines say of somebody whose name begins like a foreign byline ("Von Trapp Family"), as far as it is no verb.
OF_HEADLINES = frozenset(
    "family code museum film movie review interview trailer team foundation dead out back injury trade deal update news lost"
    " won left sold hurt found house street road county park method effect bridge".split()
)
# A part that ends or begins with one of these is what somebody is, or the desk that wrote.
ROLES = frozenset(
    "writer writers reporter reporters correspondent correspondents editor editors columnist columnists contributor contributors"
    " staff bureau desk team newsroom producer analyst journalist journalists freelancer critic intern blogger author"
    " photographer columnista redaktion redaktionen redaktör redakteur redakteurin redakteure reporterin reporterinnen"
    " korrespondent korrespondentin korrespondenten chefredakteur chefredakteurin chefkorrespondent volontär volontärin"
    " journalistin autor autorin journaliste correspondant correspondante envoyé envoyée rédaction rédacteur rédactrice"
    " redacción redactor redactora corresponsal periodista enviado enviada redazione corrispondente giornalista inviato inviata"
    " redação repórter jornalista correspondente redactie verslaggever redacteur redakcja redaktor dziennikarz korespondent"
    " редакция корреспондент журналист обозреватель редактор редакція кореспондент журналіст muhabir muhabiri editör editörü"
    " gazeteci servisi redakce redaktorka reportér toimitus toimittaja szerkesztő újságíró redacția jurnalist administrator"
    " moderator webmaster engineer engineers scientist scientists researcher researchers manager professor lecturer fellow director ceo president".split()
)
# Roles that people in the news have as well: a name and one of these is no byline unless something else says so.
OFFICES = frozenset(
    "author autor autorin professor lecturer fellow director ceo president analyst critic producer team desk bureau photographer"
    " engineer engineers scientist scientists researcher researchers manager administrator moderator writer blogger intern staff".split()
)
# Words that stand beside a role.
OF_ROLES = frozenset(
    "our own the a an special senior junior assistant associate deputy managing executive chief freelance contributing guest"
    " political economics business sports health science technology tech environment foreign national world local online digital"
    " investigative general crime culture and for to in of und de la del der für de".split()
)
HOUSES = frozenset(
    "news times post press daily magazine network online media tv radio agency newspaper journal gazette herald tribune guardian"
    " zeitung nachrichten agentur agence agencia agenzia agência redaktionsnetzwerk diario periódico corriere giornale university"
    " universität université institute institut center centre foundation association weekly blog channel service services inc inc."
    " ltd llc gmbh corp bbc cnn npr abc cbs nbc itv ard zdf ndr wdr mdr swr rbb orf srf rtl vrt nos rai nhk rfi rte magazin"
    " wire studio research tagesschau conversation agencies".split()
)
PLACES = frozenset(
    "new york|los angeles|san francisco|hong kong|tel aviv|mexico city|new delhi|são paulo|sao paulo|buenos aires|washington d.c."
    "|washington dc|the hague|den haag|cape town|rio de janeiro|abu dhabi|kuala lumpur|st. petersburg|las vegas|san diego"
    "|frankfurt am main|new orleans|salt lake city|united nations|saudi arabia|south africa|new zealand|united states"
    "|united kingdom|northern ireland|south korea|north korea|panama city|addis ababa|port-au-prince|san juan|santa fe".split(
        "|"
    )
)
# Words that are written large in headlines and are nobody's name: one of them and the line is no byline.
NO_NAMES = frozenset(
    # English
    "hook design accident default demand popular definition virtue nature night day days week weeks month months year years"
    " morning evening hour hours minute time times hand land sea air train bus car boat bike foot word mouth heart mistake"
    " chance choice force necessity invitation appointment request proxy degrees half end early late mid next last first second"
    " third more most less least many much few other others another comparison contrast tradition birth blood marriage fire"
    " sword jove people women men children one two three four five six seven eight nine ten monday tuesday wednesday thursday"
    " friday saturday sunday january february september october november december spring going getting making taking giving"
    " doing being using having email phone mail print follow subscribe comments reply log sign click sponsored clicking thank"
    " continuing signing submitting continue agreeing subscribing registering category topic date title tag tags region price"
    " rating popularity relevance product type far way means law sheer mere public executive royal air popular land"
    # German
    " anfang ende heute morgen gestern montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz oktober"
    " dezember mensch menschen frauen männer kinder herzen natur beruf haus null jahr jahren seiten wegen anfängen hand zeit"
    # French
    " exemple ailleurs conséquent rapport défaut amour hasard temps jour nuit ans lundi mardi mercredi jeudi vendredi samedi"
    " dimanche tous toutes toutatis"
    # Spanish, Portuguese, Italian, Dutch
    " favor ejemplo supuesto fin amor todo todos toda todas nada nunca siempre hoy ayer primera primer vez lunes martes"
    " miércoles jueves viernes sábado domingo exemplo isso trás causa dentro fora agora culpa parte mano medio suerte ahora"
    " giorno notte tutto tutti nuovo nuova padre madre più dood alle alles"
    "".split()
)
# Function words, which no name contains wherever they are written large; those that names do contain are PARTICLES.
NEVER = frozenset(
    "the a an this that these those all any some our my his her its their your every each no not now then than as at from into"
    " to is are was were be been has have had can could should would must do does did it he she they we you i there here but or"
    " nor so for of on off out over under about after before between during without within upon against through toward towards"
    " while when where what who how why which whose if in only new next year years said says"
    " das ein eine einer eines einem einen und oder aber nicht auf aus bei mit nach seit bis über unter vor hinter für gegen ohne"
    " um was wie wo wann wer warum ist sind wird im am"
    " les un une aux et ou mais ne pas que qui dont où dans sur sous avec sans pour chez entre est sont"
    " una unos unas pero sin sobre según desde hasta con para es son como no se su"
    " um uma uns umas mas não sem como os as ao na em"
    " il lo gli uno ma non per tra fra che è sono con nel nella"
    " het een maar niet met voor naar tot att som det den ett inte eller med på til fra ikke er"
    " и в на не что как это все для из от до по за под над при без о об он она они мы вы я що це всі".split()
)


@cache
def leads() -> dict[str, tuple[tuple[str, str], ...]]:
    """What opens bylines, by its first word: (the whole opening, its language), the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for language, row in LEADS.items():
        for lead in row.split("|"):
            found.setdefault(first_word(lead), []).append((lead, language))
    for lead in OTHERS.split("|"):
        found.setdefault(first_word(lead), []).append((lead, ""))
    for language, row in PREPOSITIONS.items():
        for word in row.split("|"):
            found.setdefault(word, []).append((word, language))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}


def first_word(text: str) -> str:
    """The first word of an opening, in lower case and without the colon."""
    return text.split(maxsplit=1)[0].rstrip(":：.") if text.strip() else ""


@cache
def others() -> frozenset[str]:
    """Openings whose names are no authors."""
    return frozenset(OTHERS.split("|"))


@cache
def joints() -> frozenset[str]:
    """Words between two names."""
    return frozenset(JOINTS.split("|"))
