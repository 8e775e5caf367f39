"""
Where words have apostrophes, language by language.

Asked when the apostrophe itself is gone and something else stands in its place (``don?t``): is this a word that has one, at
this very place? A language is added by adding its line; one that has none is answered by what no other word looks like.
"""

from __future__ import annotations

import re

# Before the apostrophe | after it, as patterns of the whole letters on either side. Case is not looked at, except where a
# capital is written. What is asked for first are words that are unmistakable in any text: no word of any language with a
# letter missing looks like them.
UNMISTAKABLE = (
    r"(?:do|does|did|is|are|was|were|has|have|had|ca|wo|would|could|should|must|need|might|ai|sha)n | t",
    r"i | m|ve|ll|d",
    r"you|we|they | re|ve|ll|d",
    r"he|she|it|that|there|what|who|where|how|here | s|ll|d",
    r"let | s",
    r"o | clock",
    r"ma | am",
    r"y | all",
    r"rock | n",
    r"(?:[ldjmtsnc]|qu) | [éêèàâîôûœ]\w+",
)
_VOWEL = "[aeiouyhàâäáéèêëíìîïóòôöúùûüœæ]"
BY_LANGUAGE = {
    "en": (
        # The possessive, but not the plurals of the French words that English has kept the accent of: "caf?s".
        r"(?!(?:caf|clich|fianc|prot[eé]g|expos|attach|saut|communiqu|canap|r[eé]sum) )\w+ | s",
        r"\w{3,} | re|ve|ll",
        r"[OD] | (?-i:[A-Z])\w+",
        r"\d+ | s",
        r"\w+n | t",
        r"ne|o | er",
    ),
    "fr": (rf"[ldjmtsnc]|qu|lorsqu|puisqu|jusqu|quoiqu|presqu|quelqu | {_VOWEL}\w*", r"aujourd | hui"),
    "it": (
        (
            r"[lcdmtvs]|un|(?:d|da|ne|su|co)ll|da|all|dell|nell|quell|quest|bell|sant|com|dov|cos|mezz|tutt|senz|anch|quand|"
            rf"nient|pover|gl|degl|agl|null|qualcun|nessun|ciascun|grand | {_VOWEL}\w*"
        ),
    ),
    "ca": (rf"[ldsnmt] | {_VOWEL}\w*", r"\w*[aeiou] | [lsnmt]|ls|ns"),
    "nl": (r"\w*[aiouy] | s|tje|tjes", r"zo|m|d | n|r", r"\w+ | ers"),
    "de": (r"geht|gibt|ist|war|wie|wenn|ob|hat|macht|was|wär|auf|durch|ins|mit|um | s", r"\w*[sxzß] | sch\w+"),
    "uk": (r"\w*[бпвмфркгзнд] | [яюєї]\w*",),
    "be": (r"\w*[бпвмфркгзндт] | [яюеёі]\w*",),
    "tr": (
        (
            r"(?-i:[A-ZÇĞİÖŞÜ])\w+|\d+ | [dt][ae](?:n|ki|kiler)?|[ıiuü]|[ae]|[yn][ae]|[yn][ıiuü]|n?[ıiuü]n|n[dt][ae]n?|l[ıiuü]|"
            r"[ys][ae]?[ıiuü]|[iı]nci|[uü]nc[uü]|l[ae]r\w*|s[ıiuü]\w*|y?l[ae]"
        ),
    ),
    "pt": (rf"d|n | {_VOWEL}\w*",),
    "ga": (r"[dbm] | \w+",),
    "uz": (r"\w*[og] | \w*",),
    "eo": (r"l | \w+",),
}

# Words that drop their end, or only add the mark: the workers' rights, nothin', un po'.
ENDS = {
    "": r"\w+[sxz]",
    "en": r"\w+s|\w{3,}in|o|an|th",
    "it": r"po|mo|fa|va|da|di|sta|to|be|ca|ve|pie|a|de|ne|co",
    "fr": r"[ldjmtsnc]|qu|lorsqu|puisqu|jusqu",
    "de": r"\w+[sxzß]",
}
_ENDS = {language: re.compile(row, re.IGNORECASE) for language, row in ENDS.items()}

_NEVER = re.compile(r"(?!)")


def _compiled(rows: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all rows, to be matched against the letters before, a blank, and the letters after."""
    halves = (row.split(" | ", 1) for row in rows)
    return re.compile("|".join(f"(?:{before}) (?:{after})" for before, after in halves), re.IGNORECASE)


_UNMISTAKABLE = _compiled(UNMISTAKABLE)
_BY_LANGUAGE = {language: _compiled(rows) for language, rows in BY_LANGUAGE.items()}


def has_apostrophe(before: str, after: str, language: str | None = None) -> bool:
    """
    Is there a word that has an apostrophe between these letters?

    >>> has_apostrophe("don", "t"), has_apostrophe("na", "ve"), has_apostrophe("l", "eau", "fr")
    (True, False, True)
    """
    word = f"{before} {after}"
    if _UNMISTAKABLE.fullmatch(word):
        return True
    return _BY_LANGUAGE.get(language or "", _NEVER).fullmatch(word) is not None


def drops_its_end(word: str, language: str | None = None) -> bool:
    """
    May an apostrophe stand after this word, before the next one?

    >>> drops_its_end("workers"), drops_its_end("po", "it"), drops_its_end("worker", "en")
    (True, True, False)
    """
    return _ENDS.get(language or "", _ENDS[""]).fullmatch(word) is not None
