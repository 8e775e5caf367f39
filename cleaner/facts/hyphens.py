"""
Which words have a hyphen of their own, as far as a list can tell.

At the end of a line a hyphen is either the writer's or the typesetter's. The lists are asked when the document has the word
nowhere else: what begins such words and what ends them, by language. A language that is not here is answered by the document
alone.
"""

from __future__ import annotations

# What stands before a hyphen in many words, and seldom is the beginning of one that is written together.
FIRST = {
    "en": "non self well ill high low long short ex post pre anti pro mid multi semi half full all cross one two three four five six"
    " seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety first second third fourth last left right far"
    " near top bottom best better worst ever much hard soft old new big small large great single double triple open free time"
    " world state man middle upper lower deep fast slow quick vice mother father brother sister son daughter north south east"
    " west white black red blue green dark light early late real part year day week month hour minute award record mass tax"
    " life cost oil war peace community government family user client data error fuel trade market money price record public"
    " private ultra sub co socio neo quasi pseudo decision policy law peer face hand eye head heart air water fire",
    "fr": "non ex vice demi semi mi grand grands petit petits peut est sont était dit avait vient après avant au là ci par sous sans"
    " celui celle ceux celles porte garde contre nord sud socio arc quelques trois quatre vingt soixante c'est rendez",
    "pt": "ex vice pré pós recém mal bem meio segunda terça quarta quinta sexta primeiro",
    "ru": "по кое из во в какой что кто где когда как чем премьер вице экс",
    "pl": "ex wice pół polsko niby",
}
# What stands after one in many words.
SECOND = {
    "en": "based term year old time like free level style called wing minded driven related owned made sized shaped type class line"
    " long wide range scale profile tech quality speed end up off out down old in over run known led born paid held hand handed"
    " eyed haired sided faced grade school war post friendly specific fold proof powered oriented looking sounding going ranking"
    " winning breaking making taking growing leading running selling thinking standing lasting ever day week month hour minute"
    " mile foot inch member person man page part point third thirds quarter half century generation decade season game match"
    " elect general president minister chief director founder author law laws by to the art date aged home house sex income rate"
    " risk cost backed funded trained educated funded designed focused fought won known needed heeled being conscious confidence"
    " defence defense esteem image made proclaimed styled described employed sufficient centered centred evident",
    "fr": "il elle on ils elles ce je tu nous vous moi toi lui leur le la les y en là ci être même mêmes dire t dessus dessous delà"
    " midi mère père parent parents vous fils ville chose unes uns cinq six sept huit neuf",
    "pt": "se lo la los las lhe lhes me te nos vos o a os as no na feira presidente ministro",
    "es": "presidente ministro",
    "ru": "то либо нибудь ка таки за под министр министра президент первых вторых третьих",
    "ro": "se l i o a ne ți și",
    "ca": "se lo la los les ne hi ho li me te nos vos",
}
# What may stand between two words that share their other half: "pre- and post-war", "Kultur- und Sportverein".
SUSPENDED = {
    "en": "and or to",
    "de": "und oder bis sowie bzw noch als",
    "nl": "en of tot",
    "sv": "och eller till",
    "da": "og eller til",
    "nb": "og eller til",
    "fr": "et ou",
    "es": "y o u e",
    "it": "e o ed",
    "pt": "e ou",
}
