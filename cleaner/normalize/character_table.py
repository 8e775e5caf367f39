r"""
The characters that a text should not have, as data: what comes in their place, under which name, why, and with examples.

:data:`TABLE` is what :func:`~cleaner.normalize.characters.fix_characters` works by, row by row; each example is a test, and
docs/characters.md is made of it. :data:`SPARED` names the characters of the same kinds (controls, format characters, spaces,
characters without a glyph) that are not in the table, with the reason why they stay: a test goes through Unicode and finds
each of them in one of the two.

This module knows no text; what a character means by its neighbours is in character_looks.py, by its line in
character_forms.py, by the whole text in character_surroundings.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Character(NamedTuple):
    r"""
    Some characters that a text should not have.

    `characters` is written as in a character class, `becomes` what stands there afterwards (None: the letters that Unicode
    has for each, its compatibility form), `rule` the name of the intruder, `why` the reason for its going, and where it
    stays, for its staying. `examples` are pairs of before and after; `stays` are texts that keep theirs.

    >>> next(row.why for row in TABLE if row.rule == "tab")
    'prose has no columns'
    """

    characters: str
    becomes: str | None
    rule: str
    why: str
    examples: tuple[tuple[str, str], ...]
    stays: tuple[str, ...] = ()


class Spared(NamedTuple):
    """Characters that look as if they belonged in the table and do not: written as in a character class, and why."""

    characters: str
    why: str


# One row for each kind, more than one where a kind becomes different things. Where a row has `stays`, one of the modules
# above knows the place; the row's rule names it.
TABLE = (
    Character(
        "\r",
        "\n",
        "carriage return",
        "one line end, whether the machine was a Mac, a PC or both",
        (("one\r\ntwo\rthree", "one\ntwo\nthree"), ("10 %\r50 %\rdone\n", "10 %\n50 %\ndone\n")),
    ),
    Character(
        "\f",
        "\n\n",
        "form feed",
        "a page break is a gap: what it cut in two is mended by another stage",
        (("in the\ffollowing", "in the\n\nfollowing"),),
    ),
    Character("\N{LINE SEPARATOR}", "\n", "line separator", "a line end", (("one\u2028two", "one\ntwo"),)),
    Character(
        "\N{PARAGRAPH SEPARATOR}", "\n\n", "paragraph separator", "a paragraph's end", (("one\u2029two", "one\n\ntwo"),)
    ),
    Character(
        "\v", " ", "vertical tab", "how word processors break a line inside a paragraph", (("one\vtwo", "one two"),)
    ),
    Character("\t", " ", "tab", "prose has no columns", (("one\ttwo \t three", "one two three"),)),
    Character(
        "\N{NO-BREAK SPACE}\N{FIGURE SPACE}",
        " ",
        "no-break space",
        "where a line may break is for who sets it; French and figures read the same",
        (("10\u00a0000\u00a0€", "10 000 €"), ("«\u00a0Non \u00a0!\u00a0»", "« Non ! »")),
    ),
    Character(
        "\N{NARROW NO-BREAK SPACE}",
        " ",
        "narrow no-break space",
        "as the no-break space; stays beside Mongolian letters, whose endings hang on it",
        (("10\u202f000\u202f€", "10 000 €"), ("Quoi\u202f?", "Quoi ?")),
        ("ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ",),
    ),
    Character(
        "\N{EN QUAD}-\N{SIX-PER-EM SPACE}\N{PUNCTUATION SPACE}-\N{HAIR SPACE}\N{MEDIUM MATHEMATICAL SPACE}",
        " ",
        "odd space",
        "a space of another width is a space",
        (("a\u2009b\u2003c\u205fd", "a b c d"),),
    ),
    Character(
        "\N{OGHAM SPACE MARK}",
        " ",
        "Ogham space",
        "a space; stays beside Ogham letters, where it is the line that they stand on",
        (("a\u1680b", "a b"),),
        ("᚛ᚉᚑᚅᚔᚉᚉᚔᚋ\u1680ᚔᚈᚔ᚜",),
    ),
    Character(
        "\N{IDEOGRAPHIC SPACE}",
        " ",
        "ideographic space",
        "a space; stays beside the characters that it is as wide as",
        (("one\u3000two", "one two"), ("ｗｉｄｅ\u3000ｌｏａｄ", "wide load")),
        ("山田\u3000太郎さん", "\u3000\u3000河水上涨了三米。", "ＮＨＫ\u3000ニュース"),
    ),
    Character(
        "\N{BRAILLE PATTERN BLANK}",
        " ",
        "braille blank",
        "a space that machines take for a letter; stays beside braille",
        (("soon\u2800\u2800\u2800more", "soon more"),),
        ("⠓⠊\u2800⠞⠓⠑⠗⠑", "⠁\u2800\u2800⠃"),
    ),
    Character(
        "\N{ZERO WIDTH NO-BREAK SPACE}",
        "",
        "byte order mark",
        "the first character of a file, once",
        (("\ufeffOne.\n\n\ufeffTwo.", "One.\n\nTwo."),),
    ),
    Character(
        "\N{ZERO WIDTH SPACE}",
        "",
        "zero width space",
        "put in by editors and trackers; stays beside letters of scripts without blanks (Thai, Lao, Khmer, Burmese, Tibetan, "
        "Javanese, Balinese), where it parts words",
        (("some\u200bwhere over \u200b the", "somewhere over the"), ("東\u200b京", "東京")),
        ("ภาษา\u200bไทย", "ខ្ញុំ\u200bទៅ\u200bផ្សារ", "မြန်မာ\u200bစာ", "ພາສາ\u200bລາວ"),
    ),
    Character(
        "\N{WORD JOINER}", "", "word joiner", "keeps a line from breaking, unseen", (("over\u2060there", "overthere"),)
    ),
    Character(
        "\N{COMBINING GRAPHEME JOINER}",
        "",
        "grapheme joiner",
        "joins nothing that can be seen; stays before a mark, which it keeps in its place (Hebrew points)",
        (("c\u034fhleba", "chleba"),),
        ("יְרוּשָׁלַ\u034fִם",),
    ),
    Character(
        "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}",
        "",
        "joiner",
        "stays in scripts whose letters join (Persian, Hindi …) and inside emoji",
        (("Auf\u200clage, a\u200db", "Auflage, ab"), ("go 👍\u200d now", "go 👍 now")),
        (
            "می\u200cخواهم کتاب\u200cها",
            "क्\u200dष और क्\u200cष",
            "শক্\u200cতি, র\u200d্যাব",
            "ශ්\u200dරී ලංකාව",
            "👩🏽\u200d🦰 👨\u200d👩\u200d👧 🏳\ufe0f\u200d🌈 ❤\ufe0f\u200d🔥",
        ),
    ),
    Character(
        "\N{SOFT HYPHEN}",
        "",
        "soft hyphen",
        "where a word may be broken; with the line break, where it was; between two words with a space on either side, where "
        "no word is broken, it was typed for a dash and is one, as the text writes them",
        (
            ("Donau\u00addampf\u00adschiff", "Donaudampfschiff"),
            ("the diffi\u00ad\ncult part", "the difficult part"),
            ("the last train \u00ad or bus", "the last train — or bus"),
        ),
    ),
    Character(
        "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
        "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}",
        "",
        "direction mark",
        "stays in a line with letters that run from right to left, and in lines beside such a one, whose direction it may set",
        (("Tel. \u202a555 1234\u202c\u200e now", "Tel. 555 1234 now"),),
        ("המחיר הוא 5$\u200f (דולר).", "قال \u2067C++\u2069 ثم", "המחיר:\n\n\u200f5 $\n\u200f(C++)"),
    ),
    Character(
        "\u2061-\u2065\u206a-\u206f",
        "",
        "invisible operator",
        "for formulas and old Arabic printing; nothing to see",
        (("f\u2061(x) = 2\u2062x", "f(x) = 2x"),),
    ),
    Character(
        "\N{VARIATION SELECTOR-1}-\N{VARIATION SELECTOR-16}\N{VARIATION SELECTOR-17}-\N{VARIATION SELECTOR-256}",
        "",
        "variation selector",
        "chooses the form of the character before it, and stays where that has more than one: 15 and 16 after emoji and signs, 1 "
        "to 14 after mathematics, Burmese, Phags-pa, quotation marks and Han, 17 to 256 after Han; elsewhere it can only hide "
        "something",
        (
            ("plain\ufe0f text", "plain text"),
            ("😀\U000e0154\U000e0158 hi", "😀 hi"),
            ("☺\ufe0f\ufe0e\ufe01", "☺\ufe0f"),
        ),
        ("❤\ufe0f ☎\ufe0e 1\ufe0f\u20e3 ©\ufe0f", "∩\ufe00 0\ufe00", "葛\U000e0100城市"),
    ),
    Character(
        "\N{MONGOLIAN FREE VARIATION SELECTOR ONE}-\N{MONGOLIAN FREE VARIATION SELECTOR THREE}\u180f\N{MONGOLIAN VOWEL SEPARATOR}",
        "",
        "Mongolian selector",
        "stays beside Mongolian letters, whose form it chooses",
        (("one\u180etwo", "onetwo"),),
        ("ᠪᠠᠢᠨ\u180eᠠ", "ᠭ\u180bᠠᠯ"),
    ),
    Character(
        "\N{HANGUL CHOSEONG FILLER}\N{HANGUL JUNGSEONG FILLER}\N{HANGUL FILLER}\N{HALFWIDTH HANGUL FILLER}",
        "",
        "Hangul filler",
        "a letter that cannot be seen, for names that must not be empty; stays in a syllable written in parts",
        (("my\u3164name", "myname"), ("\u115f\u1160x", "x")),
        ("\u115f\u1161", "\u1100\u1160\u11a8", "\u3164\u3131"),
    ),
    Character(
        "\N{KHMER VOWEL INHERENT AQ}\N{KHMER VOWEL INHERENT AA}",
        "",
        "Khmer inherent vowel",
        "a vowel that is not written; stays after a Khmer letter",
        (("no\u17b4thing", "nothing"),),
        ("ក\u17b4",),
    ),
    Character(
        "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff",
        "",
        "tag character",
        "a second alphabet that nobody sees, used to hide words from people; stays in the flags that are spelled with it",
        (("Hi\U000e0048\U000e0069 there", "Hi there"), ("🏴\U000e0067\U000e0062 x", "🏴 x")),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",),
    ),
    Character(
        "\ufff0-\ufffb", "", "annotation mark", "for programs that set small print between lines", (("a\ufff9b", "ab"),)
    ),
    Character(
        "\U0001d173-\U0001d17a",
        "",
        "musical control",
        "beams and slurs; stays beside notes",
        (("la\U0001d173 la", "la la"),),
        ("\U0001d173\U0001d13d\U0001d174",),
    ),
    Character(
        "\U0001bca0-\U0001bca3",
        "",
        "shorthand control",
        "how strokes overlap; stays beside shorthand",
        (("a\U0001bca0b", "ab"),),
        ("\U0001bc00\U0001bca0\U0001bc01",),
    ),
    Character(
        "\N{OBJECT REPLACEMENT CHARACTER}",
        "",
        "object replacement character",
        "stands for a picture that is gone",
        (("See\ufffc the map.", "See the map."),),
    ),
    Character(
        "\ufdd0-\ufdef\ufffe\uffff", "", "noncharacter", "no character, by definition", (("a\ufdd0b\uffff", "ab"),)
    ),
    Character(
        "\x1b",
        "",
        "terminal escape",
        "colours and cursor moves: the whole sequence goes",
        (
            ("\x1b[1;31mError\x1b[0m: \x1b]0;title\x07no \x1b(Bsuch file", "Error: no such file"),
            ("see \x1b]8;;https://example.org/\x1b\\the page\x1b]8;;\x1b\\.", "see the page."),
        ),
    ),
    Character(
        "\x00-\x07\x0e-\x1a\x1c-\x1f\x7f",
        "",
        "control character",
        "steers a machine that is not here; where it is a dash or a quotation mark less its upper byte, it is that again",
        (("a\x00b\x07c\x1ad\x7fe", "abcde"), ("it\x19s 9\x135", "it’s 9–5")),
    ),
    Character(
        "\b",
        "",
        "backspace",
        "overstrikes: how terminals show bold and underlined, the letter stays once",
        (("N\bNA\bAM\bME\bE", "NAME"), ("_\bu_\bp", "up"), ("u\b_p\b_", "up"), ("a\b c", "a c")),
    ),
    Character(
        "\x80-\x9f",
        "",
        "C1 control",
        "where Windows-1252 has a character it is that, as in every browser; the one that begins a terminal's colour goes with it",
        (("\x93Yes\x94 \x97 it\x92s 5\x80\x81", "“Yes” — it’s 5€"), ("\x9b1;31mError\x9b0m", "Error")),
    ),
    Character(
        "\ud800-\udfff",
        "\N{REPLACEMENT CHARACTER}",
        "surrogate",
        "half a character; with the other half, the character",
        (("\ud83d\ude00", "😀"), ("a\ud83db", "a\ufffdb")),
    ),
    Character("ﬀ", "ff", "ligature", "typesetting", (("stuﬀ", "stuff"),)),
    Character("ﬁ", "fi", "ligature", "typesetting; æ and œ are letters and not here", (("ﬁsh", "fish"),)),
    Character("ﬂ", "fl", "ligature", "typesetting", (("ﬂood", "flood"),)),
    Character("ﬃ", "ffi", "ligature", "typesetting", (("oﬃce", "office"),)),
    Character("ﬄ", "ffl", "ligature", "typesetting", (("waﬄe", "waffle"),)),
    Character("ﬅﬆ", "st", "ligature", "typesetting", (("ﬆyle", "style"), ("faﬅ", "fast"))),
    Character(
        "\ufb13-\ufb17\ufb20-\ufb28\ufb4f\ufb50-\ufbb1\ufbd3-\ufbff\ufc00-\ufc5d\ufc64-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7"
        "\ufe71\ufe77\ufe79\ufe7b\ufe7d\ufe7f\ufe80-\ufefc",
        None,
        "presentation form",
        "Arabic, Hebrew and Armenian letters as a printer's type has them; stays in a line that is stored in the order in which "
        "it is seen, where it is all that tells so",
        (("ﺳﻼﻡ", "سلام"), ("ﬓﬔ", "մնմե"), ("ﭏ", "אל")),
        ("ﻡﻼﺳ",),
    ),
    Character(
        "\uff01-\uff5e\uffe0-\uffe2\uffe4-\uffe6",
        None,
        "full-width form",
        "ASCII as wide as a Han character; stays in Chinese, Japanese and Korean: in their lines, and in all lines of a text "
        "that has not ten times as many in another script",
        (
            ("Ｈｅｌｌｏ，ｗｏｒｌｄ！", "Hello,world!"),
            ("５～１０ ｋｇ（net）", "5~10 kg(net)"),
        ),
        ("ＡＢＣ１２３です！", "你好，世界！（ＡＢＣ）", "ＮＨＫ\nのニュース", "詳しくは\nTwitter（example）"),
    ),
    Character("\uffe3", "\N{MACRON}", "full-width form", "as the others", (("a ￣ b", "a ¯ b"),), ("￣の",)),
    *(
        Character(
            lost,
            sign,
            "private-use bullet",
            "a sign of the fonts Symbol and Wingdings, which Word marks lists with; stays where it does not open a line, and all "
            "but U+F0B7 where no second line opens with the same one (icons of web pages have the same numbers)",
            ((f"{lost} one\n{lost} two", f"{sign} one\n{sign} two"),),
            (f"a{lost}b",),
        )
        for lost, sign in (
            ("\uf0b7", "•"),
            ("\uf0a7", "▪"),
            ("\uf0a8", "◻"),
            ("\uf06e", "■"),
            ("\uf06f", "□"),
            ("\uf06c", "●"),
            ("\uf0a1", "○"),
            ("\uf09f", "•"),
            ("\uf071", "❑"),
            ("\uf072", "❒"),
            ("\uf075", "◆"),
            ("\uf076", "❖"),
            ("\uf0d8", "➢"),
            ("\uf0e0", "➔"),
            ("\uf0e8", "➔"),
            ("\uf0f0", "⇨"),
            ("\uf046", "☞"),
            ("\uf0ab", "★"),
            ("\uf0fc", "✓"),
            ("\uf0fb", "✗"),
            ("\uf0fe", "☑"),
        )
    ),
)

# Cc, Cf, Zs, Zl, Zp and what Unicode says may be ignored where it cannot be shown, less what the table has.
SPARED = (
    Spared("\n ", "the line end and the space"),
    Spared(
        "\u0600-\u0605\u06dd\u0890\u0891\u08e2", "Arabic number signs: drawn around or under the figures that follow"
    ),
    Spared("\u070f", "the Syriac abbreviation mark: a line over the letters that follow"),
    Spared("\ufd3e\ufd3f\ufdf0-\ufdff", "Arabic words, signs and brackets that are set as one on purpose"),
    Spared("\U000110bd\U000110cd", "Kaithi number signs: drawn, as the Arabic ones"),
    Spared("\U00013430-\U0001343f", "how hieroglyphs are stacked: without them the signs of a group fall apart"),
)


def each(characters: str) -> Iterator[str]:
    """
    The characters of a character class, one by one.

    >>> "".join(each("ac-e"))
    'acde'
    """
    at = 0
    while at < len(characters):
        if characters[at + 1 : at + 2] == "-":
            yield from map(chr, range(ord(characters[at]), ord(characters[at + 2]) + 1))
            at += 3
        else:
            yield characters[at]
            at += 1


ROW = {character: row for row in TABLE for character in each(row.characters)}
# What its line tells, once everything else is gone: the second time round is for these.
FORMS = frozenset({"ideographic space", "presentation form", "full-width form", "private-use bullet"})
INTRUDERS = frozenset(row.rule for row in TABLE) - FORMS
TOP = "\uffff"  # a class of characters up to here is one look into a table for each, however many they are


def class_of(*rules: str, start: str = "\0", to: str = "\U0010ffff") -> str:
    r"""
    What the table has under these names from one character to another, as it is written in a character class.

    >>> class_of("tab", "form feed")
    '\x0c\t'
    """
    written = "".join(row.characters for row in TABLE if row.rule in rules)
    return "".join(span for span in re.findall(".-.|.", written, re.DOTALL) if start <= span[0] <= to)
