"""
The words after which, and before which, writers set a dash.

Two spaces do not tell whether a dash, a word or nothing was between them. The word that follows does, a little: writers
open their afterthoughts with "but", "which", "even", "including" many times as often as such words stand elsewhere, and
hardly ever with "of", "been" or "said". The groups were counted in articles in English and German; the other languages
have the same groups, by what their words mean.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Words(NamedTuple):
    """The words of a language, by what they tell of a dash."""

    opening: frozenset[str]
    """Open an afterthought, and seldom stand elsewhere."""
    mild: frozenset[str]
    """Open an afterthought, and stand elsewhere as well."""
    joined: frozenset[str]
    """Belong to the word before: prepositions, particles."""
    verbs: frozenset[str]
    """Come after their subject, or after an aside that parts them from it."""
    modals: frozenset[str]
    """Verbs that want the next word so much that no dash comes between."""
    phrases: frozenset[str]
    """Two words that open an afterthought together."""


@lru_cache
def words_of(language: str | None) -> Words:
    """
    The words of a language, none where nobody has listed them.

    >>> "but" in words_of("en").opening, "but" in words_of("et").opening
    (True, False)
    """
    code = (language or "").lower().partition("-")[0].partition("_")[0]
    code = {"no": "nb", "nn": "nb", "sr": "hr", "bs": "hr"}.get(code, code)
    listed = _WORDS.get(code, _Listed())
    return Words(
        frozenset(listed.opening.split()),
        frozenset(listed.mild.split()),
        frozenset(listed.joined.split()),
        frozenset(f"{listed.verbs} {listed.modals}".split()),
        frozenset(listed.modals.split()),
        frozenset(listed.phrases.split(",")),
    )


class _Listed(NamedTuple):
    """The same groups, each of them in one string."""

    opening: str = ""
    mild: str = ""
    joined: str = ""
    verbs: str = ""
    modals: str = ""
    phrases: str = ""


_WORDS = {
    "en": _Listed(
        opening="but which although though including especially particularly mainly notably specifically namely even "
        "rather such because perhaps maybe probably usually often sometimes whether unless whereas well far nor "
        "neither why both very almost nearly everything anything nothing nobody everybody everyone whatever whoever wherever it's that's "
        "there's he's she's they're we're i'm you're isn't unlike despite personally prominently ideally "
        "presumably hence thereby i.e e.g meaning",
        mild="and or so yet a an one another no not never if while as what how who where when he she it they we you i "
        "this these those there others most many some every each all any something two three once until except "
        "like just only at",
        joined="to of on in up into about than out by with from for after over through under between off against upon "
        "back down away per",
        verbs="be been being is are was were am has have had do does did said says say told asked added went came goes "
        "comes became becomes got made makes took takes gave gives began begins seems seemed become comes give "
        "help",
        modals="shall may will can must should would could might cannot can't won't don't doesn't didn't wouldn't "
        "couldn't",
        phrases="that is,that means,let us,let me,in particular,in fact,in short,in one,in other,at least,at most,"
        "at last,at best,at worst,for example,for instance,or rather,the first,the last,the latest,the most,"
        "the one,the kind,the sort,the very,the same,with the,by far",
    ),
    "de": _Listed(
        opening="aber denn sondern doch jedoch sprich etwa zumindest anders obwohl obgleich wenngleich vielleicht "
        "wahrscheinlich besonders insbesondere vorwiegend nämlich sogar selbst weder weil sofern falls ob egal "
        "inklusive einschließlich darunter allerdings also nichts alles niemand jeder wie trotz statt ausgerechnet wenigstens "
        "immerhin meist ebenso sowie sei was während grundlegend",
        mild="und oder eine ein einen einer das er sie es wir man ich so wo wer dies diese dieser dieses kein keine "
        "nie oft viele einige zwei drei wenn als bis seit mit ohne sehr fast ganz nur auch",
        joined="zu auf in an am im aus von vom bei beim über unter durch um ab nicht sich jetzt noch mehr",
        verbs="ist sind war waren wird werden wurde wurden worden hat haben hatte hatten gewesen sagte sagt ging kam "
        "blieb macht gibt gab steht stand",
        modals="kann können konnte konnten soll sollen sollte sollten muss müssen musste mussten darf dürfen durfte will "
        "wollen wollte möchte würde könnte müsste",
        phrases="und zwar,vor allem,zum beispiel,in erster,mit anderen,im gegenteil,mehr noch,nicht zuletzt,nicht nur",
    ),
    "fr": _Listed(
        opening="mais notamment surtout même voire car or pourtant cependant quoique malgré soit ni ainsi puis enfin donc "
        "presque peut-être sauf hormis excepté autrement c'est qu'il c'était bref jamais rien personne comme y",
        mild="et ou un une il elle ils elles on nous je tout tous toute toutes ce cela ces celui celle ceux si quand "
        "lorsque aussi très trop plus deux trois certains plusieurs chaque aucun aucune dont pas qui",
        joined="de du des d à au aux en dans par pour sur sous avec",
        verbs="est sont était étaient a ont avait avaient sera seront été fut furent se s dit fait va vont devient",
        modals="peut peuvent pouvait doit doivent devait faut fallait veut veulent voulait pourrait devrait ne n",
        phrases="c est,à savoir,par exemple,en particulier,du moins,au moins,au plus,en tout,le tout,y compris,"
        "pas étonnant",
    ),
    "es": _Listed(
        opening="pero sino incluso especialmente aunque ni quizá quizás tal porque mientras salvo excepto además entonces "
        "casi nunca nada nadie todo aun incluyendo como apenas cual algo",
        mild="y e o u un una unos unas él ella ellos eso esto esta este estos estas lo que quien quienes si cuando "
        "donde muy tan dos tres muchos algunos cada ningún ninguna ya así también no más todos todas",
        joined="de del a al en con por para sobre entre hacia contra",
        verbs="fue fueron era eran son está están ha han había habían ser sido se dijo dice hace hizo será serán tiene "
        "tienen",
        modals="puede pueden podía debe deben debía quiere quieren podría debería",
        phrases="es decir,por ejemplo,sobre todo,en particular,al menos,ni siquiera,por lo,así como,en concreto,"
        "a saber",
    ),
    "it": _Listed(
        opening="ma però bensì anzi soprattutto persino perfino specialmente nemmeno neppure neanche né forse perché "
        "mentre tranne salvo eccetto quasi mai niente nulla nessuno cioè ovvero ossia compreso compresa infatti dunque "
        "come quindi",
        mild="e ed o un uno una lui lei loro questo questa quello quella quelli ciò che chi se quando dove molto tanto "
        "due tre molti alcuni ogni nessun nessuna già così anche non più tutto tutti tutte",
        joined="di del della dei degli delle a al alla in nel nella con per su sul sulla da dal dalla tra",
        verbs="è sono era erano fu furono ha hanno aveva avevano si stato stata stati sarà saranno disse dice detto",
        modals="può possono poteva deve devono doveva vuole vogliono voleva potrebbe dovrebbe",
        phrases="vale a,per esempio,ad esempio,in particolare,per lo,in altre,nel senso",
    ),
    "pt": _Listed(
        opening="mas sobretudo principalmente especialmente inclusive inclusivamente embora nem talvez porque enquanto "
        "exceto salvo quase nunca nada incluindo porém contudo aliás apenas mesmo como",
        mild="e um uma uns umas ele ela eles elas isso isto este esta estes estas que quem se quando onde muito tão "
        "dois três muitos alguns cada nenhum nenhuma já assim também não mais tudo todos todas",
        joined="de do da dos das a ao à em no na nos nas com por pelo pela para sobre entre",
        verbs="é são era eram foi foram tem têm tinha será serão está estão há havia ser sido disse diz",
        modals="pode podem podia deve devem devia quer querem poderia deveria",
        phrases="ou seja,por exemplo,em particular,pelo menos,isto é,nem mesmo,nem sequer,a saber",
    ),
    "nl": _Listed(
        opening="maar namelijk vooral zelfs hoewel ofwel tenzij misschien waarschijnlijk zoals inclusief waaronder "
        "oftewel noch bijna alleen behalve want echter evenwel althans immers kortom ook",
        mild="en of een hij zij ze wij we ik dit dat die deze wat wie waar als toen geen nooit niets alles veel twee "
        "drie elke ieder sommige zo heel erg nog niet",
        joined="te in op aan van om uit door met voor bij naar over onder tot tegen",
        verbs="is zijn was waren wordt worden werd werden heeft hebben had hadden gaat ging komt kwam zei zegt bleef",
        modals="kan kunnen kon konden zal zullen zou zouden moet moeten moest mag mogen wil willen wilde",
        phrases="dat is,met name,bij voorbeeld,in het bijzonder,ten minste,op zijn,in ieder",
    ),
    "pl": _Listed(
        opening="ale lecz jednak zwłaszcza szczególnie nawet choć chociaż mimo ponieważ bo czyli mianowicie albo ani "
        "chyba prawie oprócz łącznie nigdy nic wszystko jak niczym zaś natomiast głównie",
        mild="i a oraz lub to ten ta te on ona oni ono co kto kiedy gdy gdzie jeśli który która które bardzo tak też "
        "także dwa trzy każdy żaden niektórzy nie już tylko",
        joined="w we z ze na do od dla po przy o za przed pod nad przez się",
        verbs="jest są był była było byli były będzie będą ma mają miał miała został została powiedział mówi",
        modals="może mogą mógł musi muszą musiał powinien powinna powinno trzeba należy chce",
        phrases="to znaczy,na przykład,w szczególności,przede wszystkim,co najmniej,przynajmniej w",
    ),
    "ru": _Listed(
        opening="но однако особенно именно даже хотя несмотря потому поскольку ведь или либо ни возможно почти "
        "кроме никогда ничего всё как впрочем притом причём правда зато разве включая самый самая самое самые",
        mild="и а то это этот эта эти он она они оно мы я что кто когда где если который которая которое которые очень "
        "так тоже также два три каждый все не уже только",
        joined="в во на с со к ко по за из от до для при у о об под над",
        verbs="был была было были будет будут есть стал стала стало стали сказал сказала говорит",
        modals="может могут мог могла могли должен должна должно должны нужно надо хочет хотел",
        phrases="то есть,в том,прежде всего,по крайней,как минимум,к примеру,в частности",
    ),
    "uk": _Listed(
        opening="але однак проте особливо саме навіть хоча попри бо оскільки адже або ані мабуть майже крім ніколи нічого "
        "все як втім зокрема щоправда",
        mild="і й та а то це цей ця ці він вона вони воно ми я що хто коли де якщо який яка яке які дуже так теж також "
        "два три кожен усі не вже тільки",
        joined="в у на з із зі до по за від для при про під над",
        verbs="був була було були буде будуть є став стала стали сказав сказала каже",
        modals="може можуть міг могла могли повинен повинна повинні треба потрібно хоче",
        phrases="тобто це,в тому,передусім,принаймні в,як мінімум",
    ),
    "sv": _Listed(
        opening="men särskilt framför nämligen fast fastän eftersom utan kanske nästan inklusive utom varken aldrig inget "
        "allt såsom liksom dock däremot troligen även bland",
        mild="och eller en ett han hon de vi jag det den detta dessa som vad vem när där om så mycket två tre varje "
        "ingen många några också inte bara",
        joined="att i på till från med för av över under mot ut upp in",
        verbs="är var blir blev har hade varit blivit säger sade sa kommer kom går gick finns fanns",
        modals="kan kunde ska skall skulle måste vill ville får fick bör borde",
        phrases="det vill,till exempel,framför allt,i synnerhet,åtminstone i,det är,till och",
    ),
    "da": _Listed(
        opening="men især navnlig nemlig selvom skønt fordi måske næsten inklusive undtagen hverken aldrig intet alt "
        "såsom ligesom dog derimod sandsynligvis selv heriblandt",
        mild="og eller en et han hun de vi jeg det den dette disse som hvad hvem når hvor hvis så meget to tre hver "
        "ingen mange nogle også ikke bare",
        joined="at i på til fra med for af over under om mod ud op ind",
        verbs="er var bliver blev har havde været blevet siger sagde kommer kom går gik findes",
        modals="kan kunne skal skulle må måtte vil ville bør burde",
        phrases="det vil,for eksempel,først og,i særdeleshed,i det,det er",
    ),
    "nb": _Listed(
        opening="men især særlig nemlig selvom skjønt fordi kanskje nesten inkludert unntatt verken aldri ingenting alt "
        "slik liksom dog derimot sannsynligvis selv tilsvarende blant",
        mild="og eller en ei et han hun de vi jeg det den dette disse som hva hvem når hvor hvis så mye to tre hver "
        "ingen mange noen også ikke bare",
        joined="å at i på til fra med for av over under om mot ut opp inn",
        verbs="er var blir ble har hadde vært blitt sier sa kommer kom går gikk finnes",
        modals="kan kunne skal skulle må måtte vil ville bør burde får fikk",
        phrases="det vil,for eksempel,først og,i det,det er",
    ),
    "fi": _Listed(
        opening="mutta kuten vaikka koska sillä eli erityisesti etenkin jopa ehkä melkein paitsi lukuun tosin kuitenkin "
        "varsinkin nimittäin",
        mild="ja tai hän he se ne tämä nämä joka jotka mikä kun jos niin hyvin kaksi kolme kaikki ei myös vain",
        joined="",
        verbs="on ovat oli olivat ole ollut sanoi sanoo",
        modals="voi voivat pitää täytyy saa saattaa",
        phrases="toisin sanoen,ennen kaikkea,ainakin yksi",
    ),
    "hr": _Listed(
        opening="ali nego već iako premda jer naime osobito posebno čak možda gotovo osim uključujući kako niti ipak "
        "međutim odnosno dakle kao",
        mild="i a ili te to taj ta on ona oni ono što tko kad kada gdje ako koji koja koje vrlo tako također dva tri "
        "svaki svi ne samo",
        joined="u na s sa za od do iz po o pri kod se",
        verbs="je su bio bila bilo bili će biti sam smo rekao rekla kaže",
        modals="može mogu mogao mora moraju treba trebaju želi",
        phrases="to jest,na primjer,prije svega,barem u",
    ),
    "cs": _Listed(
        opening="ale avšak však zejména především hlavně totiž dokonce ačkoli přestože protože neboť nebo ani možná téměř "
        "kromě včetně nikdy nic vše jako čili naopak",
        mild="a i ten ta to on ona oni co kdo když kde pokud který která které velmi tak také dva tři každý všichni ne "
        "jen",
        joined="v ve na s se z ze do k ke po za o od pro při u si",
        verbs="je jsou byl byla bylo byli bude budou má mají měl řekl řekla říká",
        modals="může mohou mohl musí museli měl chce",
        phrases="to znamená,na příklad,přede vším,v neposlední",
    ),
}
