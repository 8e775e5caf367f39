"""Sentences and paragraphs with nothing between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.repair.sentences import CAPITAL, SMALL, abbreviations, joining_words, language_of, small_words
from cleaner.settle import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cleaner.lines import Line


STOP = ".!?\N{HORIZONTAL ELLIPSIS}"
DOUBLE = (
    '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}'
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
SINGLE = "'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
QUOTES = DOUBLE + SINGLE
CLOSING = QUOTES + ")\\]"

# Written to open with a literal: free where every full stop is followed by a space.
GLUED = {
    mark: re.compile(
        rf"{re.escape(mark)}(?<=[{SMALL}][{SMALL}]{re.escape(mark)})[{CLOSING}]{{0,4}}(?:[{CAPITAL}](?![.])|\d{{1,2}}[.] [{CAPITAL}])"
    )
    for mark in ".!?"
}
JOINT = re.compile(rf"[{STOP}:](?P<marks>[{CLOSING}(]{{0,4}})(?P<first>[{CAPITAL}\d])")
BARE = re.compile(
    rf"(?:(?<=[{SMALL})\]%\d])|(?<=[{SMALL}{CAPITAL}][{DOUBLE}{SINGLE}])|(?<=[{CAPITAL}][{CAPITAL}]))"
    rf"(?P<first>[{CAPITAL}])(?=(?:[{SMALL}]*|(?<=[{SMALL}][{CAPITAL}])[{CAPITAL}]{{1,40}})[{SINGLE}]?[{SMALL}]*[,:]? )"
)
# Where no capital follows a full stop, but a paragraph may begin all the same.
LOOSE = {
    "item": re.compile(rf"[.!?)](?<=[^\s\d.][.!?)])[{CLOSING}]{{0,2}}(?P<first>\d{{1,2}}[.)] [{QUOTES}]?[{CAPITAL}])"),
    "bullet": re.compile(r"(?<=[^\s\N{BULLET}])(?P<first>\N{BULLET} )"),
    "speech": re.compile(rf"[{STOP}:][{CLOSING}]{{0,2}}(?P<first>[\N{{EN DASH}}\N{{EM DASH}}] [{QUOTES}]?[{CAPITAL}])"),
    "heading and speech": re.compile(rf"(?<=[{SMALL}]{{2}})(?P<first>[\N{{EN DASH}}\N{{EM DASH}}] [{CAPITAL}])"),
    "credit": re.compile(rf"[.!?](?<=[{SMALL}][.!?])[{CLOSING}]{{0,2}}(?P<first>(?:--|\N{{EM DASH}}) ?[{CAPITAL}])"),
    "price": re.compile(rf"(?:(?<=[{SMALL}]{{3}})|(?<=[{SMALL}]:))(?P<first>[$\N{{POUND SIGN}}\N{{EURO SIGN}}]\d)"),
    "count": re.compile(
        rf"(?P<left>(?<![^\W_])[{SMALL}]{{4,40}})(?P<first>\d{{1,3}}(?P<part>/\d{{1,2}})? [{SMALL}{CAPITAL}])"
    ),
    "small": re.compile(rf"(?<=[ ])(?P<left>[{SMALL}]{{3,40}})[.!?](?P<first>(?P<right>[{SMALL}]{{2,40}}) )"),
}
SAID = re.compile(rf":(?P<first>\N{{EM DASH}} [{QUOTES}]?[{CAPITAL}])")
AMOUNT = re.compile(r"[$\N{POUND SIGN}\N{EURO SIGN}]\d[\d.,]*|(?:19|20)\d\d|\d[\d.,]*%|\d{1,2}[-\N{EN DASH}]\d{1,2}")
NUMBERED = re.compile(rf"(?<=[{SMALL}]{{3}})(?P<first>\d{{1,2}}[.] [{CAPITAL}])")

DASHES = "\N{EN DASH}\N{EM DASH}-"
LEFT = re.compile(rf"[{QUOTES}(\[$€£#{DASHES}]*(?:[\w{SINGLE},{DASHES}]*\w)?$")
RIGHT = re.compile(
    rf"(?P<word>(?:[{CAPITAL}][.]){{2,}}|\d[\d.,:]*\d%?|\d%|\w[\w{SINGLE}{DASHES}]*)[{CLOSING}]*[,;:{STOP}]*[{CLOSING}]*(?=\s|$)"
)
WORD = re.compile(r"[^\W\d_]+")
NUMBER = re.compile(r"\d+[.,:]\d")
TYING = re.compile(r"[/+&]|(?<=\d)[():]+(?=\d)")
PAIR = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[.!?]([^\W\d_]+)")
COLON = re.compile(r"(?<![^\W\d_])[^\W\d_]+:[^\W\d_]+")
COUNTED = re.compile(rf"(?<![^\W_])[{SMALL}]{{4,40}}\d")
DOMAINS = frozenset("com org net gov edu io co uk de fr html htm php js aspx pdf tv info biz eu app ai me fm".split())
OPENING = (
    "\N{DOUBLE LOW-9 QUOTATION MARK}\N{SINGLE LOW-9 QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}("
)
ADDRESS = re.compile(rf"[@#]\w+|(?:[\w-]+[.])+(?:{'|'.join(sorted(DOMAINS))})", re.IGNORECASE)
WIDEST = 80  # code points: what has no space for longer than this is an address or a table
COMPANY = 1  # so many sure joints make a likely one believable
COMPANY_OF_NAMES = 2  # and so many one between two capitals, which a program's names have too ("Object.Equals")
WHOLE = 4  # letters of a small word that may have been glued to a name; fewer are the beginning of a name ("iPhone")
LONGEST_RUN = 8  # quotation marks glued on both sides that are followed back
MOST_INSIDE = 2
NEAR = 20  # code points before a name that tell whether a whole sentence is repeated
HEADING = 80  # code points a heading may take
PROSE = 60  # a line of this length without a joint speaks for lost spaces


# What tells lost paragraph breaks from lost spaces, and how much it weighs; fitted on four hundred
# news articles, damaged both ways.
JOINED_LINES = 4.7  # the share of the lines that hold a joint
LONG_LINES = 5.5  # how much longer, as a logarithm, these lines are than the USUAL_LINE
LONG_PIECES = 1.7  # how much longer the pieces between the joints are than the USUAL_PIECE: against
BURDEN = 3.9  # what has to be outweighed
USUAL_LINE, USUAL_PIECE = 500, 200  # code points
BLANK_LINES = 3  # a blank line anywhere speaks against lost breaks, none in several lines for them
MOST_BARE = 3  # so many headings glued with no mark count, one each

FEMININE = frozenset(["Innen"])  # German: "BewohnerInnen"
NAMES = frozenset(
    "AccuWeather AirBnB AirTag AliExpress AstraZeneca BahnCard BioNTech BitTorrent BlackBerry BlackRock BuzzFeed CareerBuilder "
    "ChatGPT CrowdStrike DeepMind DeepSeek DocuSign DreamWorks DropBox DuckDuckGo ExxonMobil FaceBook FaceTime FitBit "
    "FedEx FireWire FourSquare FreeBSD FriendFeed GameStop GarageBand GitHub GoPro GrubHub HarperCollins HubSpot "
    "InDesign InstaCart JavaScript JetBlue LaserJet LexisNexis LightRoom LinkedIn LiveJournal LiveNation MasterCard "
    "MediaWiki MetLife MoneyGram MySpace NetBSD NewsCorp NordStream OfficeMax OnlyFans OpenOffice OpenTable PayPal "
    "PhotoShop PlayStation PostScript PowerBook PowerPoint PowerShell PriceWaterhouse QuickBooks QuickTime "
    "RadioShack SalesForce ServiceNow SharePoint ShowTime SiriusXM SketchUp SlideShare SnapChat SolarCity SoundCloud "
    "SourceForge SpaceShip SquareSpace StackOverflow StarCraft StreetView StubHub StumbleUpon SunTrust SurveyMonkey "
    "SwiftKey TaskRabbit TechCrunch ThinkPad ThyssenKrupp TikTok TripAdvisor TrueType TurboTax TweetDeck UnionPay "
    "UnitedHealth VentureBeat ViewSonic VirtualBox VisiCalc VoiceOver WarCraft WebMD WeChat WhatsApp WikiLeaks "
    "WooCommerce WordPerfect WordPress WorldCat WorldCom XenServer YouGov YouTube".split()
)  # of two words that stand alone too

CODE = re.compile(
    r"\w\(\)|\w::\w|(?<![\w@#])\w+_[A-Za-z]|</\w|[\w-]\.(?:py|js|cpp|txt|md|html?|sh|so|conf|json|ya?ml|toml|exe)\b",
    re.IGNORECASE,
)
MOST_TRAILING = 2  # more sentences than this that trail off into the next are the writer's way
ITEMS = 3  # so many numbers in a row after full stops are a list
MOST_CODE = 1  # an article may name a file or two
SENTENCES = 3  # so many joints that no program explains speak for lost spaces in a text about programs
METHODS = frozenset(
    "all any are as by else for from get has have if in is not of off on or out select set so then to when where with".split()
)  # small words that are names in programs too
LOST_BREAK, LOST_SPACE = "lost paragraph break", "lost space"


class Joint(NamedTuple):
    """Where nothing stands and something should: before the character `at`. `sure` when the words alone tell."""

    at: int
    sure: bool
    stop: bool  # a mark ends the first sentence
    line: int
    inside: bool = False  # the word before it cannot end a sentence
    name: bool = False  # the word before it has a capital too, in a language that gives none to every noun


@stage
@settled
def split_run_together(doc: Document) -> Iterable[Edit]:
    r"""
    Put back the space, or the paragraph break, that stood between two sentences.

    When a page is flattened its paragraphs may be joined with nothing between them, and some editors lose the space
    after a full stop. Which of the two was lost is told by the text as a whole: where lines are long and nearly all
    of them hold such joints, with whole sentences between one and the next, the joints were paragraphs; else they were
    spaces.

    A capital after a full stop is not enough: addresses, file names, initials, versions, abbreviations and names
    written in one word stay. The word before must be written small, the word after must be one that is written small
    inside a sentence ("The"), or a word of its own elsewhere in the text, or one joint among many. A heading glued to its paragraph
    with no mark at all ("the WestThe") is only looked for in a text that has lost other paragraph breaks. Scripts without
    capitals are never touched.

    >>> split_run_together("It was an old neighbor.The crisis began on Monday.")
    'It was an old neighbor. The crisis began on Monday.'
    >>> split_run_together("Ask J.R.Tolkien at example.Com about Node.js and U.S.-made iPhones.")
    'Ask J.R.Tolkien at example.Com about Node.js and U.S.-made iPhones.'
    """
    text = doc.text
    if not any(mark in text and glue.search(text) for mark, glue in GLUED.items()):
        return
    reader = _Reader(doc)
    joints = reader.joints()
    if not joints:
        return
    every = reader.all_joints(joints)
    bare = [joint for joint in every if not joint.stop]
    inside = sum(joint.inside for joint in bare)
    if inside > MOST_INSIDE and inside * 4 > len(bare):
        # Lines were joined, wherever they ended: "the rest of theIrish question".
        space, rule, chosen = " ", LOST_SPACE, every
    elif _were_paragraphs(doc, joints, sum(joint.sure for joint in bare)):
        space, rule, chosen = "\n\n", LOST_BREAK, reader.with_loose(every)
    else:
        space, rule, chosen = " ", LOST_SPACE, joints
    if (
        rule == LOST_SPACE and len(CODE.findall(text)) > MOST_CODE
    ):  # a text about programs is full of names with a point in them
        chosen = reader.outside_programs(joints)
    for joint in chosen:
        yield Edit(joint.at, joint.at, space, rule)


class _Reader:
    """Looks at the places where two sentences may be joined."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.text = doc.text
        self.language = language_of(doc)
        self.nouns_small = (self.language or "")[:2].lower() != "de"
        self.small = small_words(self.language)
        self.joining = joining_words(self.language)
        self.short = abbreviations(self.language)
        self.words = Counter(WORD.findall(doc.text))

    def joints(self) -> list[Joint]:
        """The joints after a full stop that can be told from an address, a name or a version."""
        sure: list[Joint] = []
        likely: list[Joint] = []
        for number, line in enumerate(self.doc.lines):
            for joint in self._in_line(line, number, plain=True):
                (sure if joint.sure else likely).append(joint)
        sure += self._items({joint.at for joint in (*sure, *likely)})
        if len(sure) < COMPANY_OF_NAMES:
            likely = [joint for joint in likely if not joint.name]
        if likely and len(sure) >= COMPANY and len(sure) * 3 >= len(likely):
            return sorted(sure + likely)
        return sure

    def _items(self, known: set[int]) -> list[Joint]:
        """The items of a list, "the city.2. The harbour", when their numbers rise."""
        items = [
            Joint(hit.start("first"), sure=True, stop=True, line=number)
            for number, line in enumerate(self.doc.lines)
            for hit in LOOSE["item"].finditer(self.text, line.start, line.end)
        ]
        numbers = [int(re.split("[.)]", self.text[item.at : item.at + 3])[0]) for item in items]
        rising = all(one < other for one, other in pairwise(numbers))
        return [item for item in items if item.at not in known] if rising and len(items) >= ITEMS else []

    def all_joints(self, found: Sequence[Joint]) -> list[Joint]:
        """The joints of a text that is known to have lost paragraph breaks: less has to be proved."""
        joints = {joint.at: joint for joint in found}
        for number, line in enumerate(self.doc.lines):
            inside = {joint.at: joint for joint in self._in_line(line, number, plain=False)}
            for at, joint in inside.items():
                joints.setdefault(at, joint)
            for joint in self._bare(line, number, sorted(inside)):
                joints.setdefault(joint.at, joint)
        places = sorted(joints)
        dots = "\N{HORIZONTAL ELLIPSIS}"
        trailing = [at for at in places if self.text[at - 1] == dots]
        return [joints[at] for at in places if len(trailing) <= MOST_TRAILING or self.text[at - 1] != dots]

    def outside_programs(self, joints: Sequence[Joint]) -> list[Joint]:
        """Of these joints, in a text about programs, those that no program explains: "changes any more.The"."""
        plain = [joint for joint in joints if joint.sure and not joint.name and self._in_prose(joint.at)]
        known = sum(self._is_small(WORD.findall(self.text[joint.at : joint.at + WIDEST])[0]) for joint in plain)
        return plain if known >= SENTENCES and known * 2 >= len(plain) else []

    def _in_prose(self, at: int) -> bool:
        """Is there a small word before this joint, with a space before it, and after it a word that is no method?"""
        left = re.split(r"\s", self.text[max(0, at - WIDEST) : at])[-1].strip(CLOSING + STOP)
        word = WORD.search(self.text, at, at + WIDEST)
        return (
            left.isalpha()
            and left.islower()
            and word is not None
            and (self.text[at - 1] in "?!" or word[0].lower() not in METHODS)
        )

    def with_loose(self, found: Sequence[Joint]) -> list[Joint]:
        """These joints of a text that has lost its paragraph breaks, and those that no capital after a full stop shows."""
        joints = {joint.at: joint for joint in found}
        text = self.text
        tight = bool(re.search(r"[,;]\N{EM DASH}", text))  # dashes are written without a space before them
        speaks = not tight and any(line.text[0] in DASHES for line in self.doc.lines)
        program = len(CODE.findall(text)) > MOST_CODE
        for name, pattern in LOOSE.items():
            if name == "small" and program:
                continue
            if name in {"speech", "credit"} and tight:
                pattern = SAID  # noqa: PLW2901
            if name == "heading and speech" and not speaks:
                continue
            for number, line in enumerate(self.doc.lines):
                for hit in pattern.finditer(text, line.start, line.end):
                    if not self._is_loose(name, hit):
                        continue
                    at = hit.start("first")
                    joints.setdefault(at, Joint(at, sure=False, stop=True, line=number))
                    speaks = speaks or name == "speech"
        return [joints[at] for at in sorted(joints)]

    def _is_loose(self, name: str, hit: re.Match[str]) -> bool:
        if name == "count":
            return bool(hit["part"]) or (
                self.words[hit["left"]] > 1 and self._counted[hit["left"] + hit["first"][0]] == 1
            )
        if name == "small":
            left, right = hit["left"], hit["right"]
            if right in DOMAINS or left in self.short:
                return False
            return right in self.small or (len(right) >= WHOLE and self.words[left] > 1 and self.words[right] > 1)
        return True

    def _in_line(self, line: Line, number: int, *, plain: bool) -> Iterator[Joint]:
        text = self.text
        begin = line.start  # of the sentence or paragraph that is being read
        for found in JOINT.finditer(text, line.start, line.end):
            stop, first = found.start(), found.start("first")
            if plain and not (text[first].isupper() and text[stop] in ".!?"):
                continue
            right = RIGHT.match(text, first, min(line.end, first + WIDEST))
            left = self._left(begin, stop)
            if right is None or not left:
                continue
            word = right["word"]
            known = self._is_small(word)
            if text[stop - 1] == "\N{HORIZONTAL ELLIPSIS}" and plain:
                continue
            if (word.lower() in DOMAINS and not known) or (len(word) == 1 and word.isupper() and not known):
                continue
            if begin != line.start and text.find(" ", begin, stop) < 0:
                continue  # one word between two joints: "Visit.This.Is"
            if "(" in left and ")" in text[first : right.end()]:
                continue  # "(RELI.NS)"
            if plain:
                trust = self._trust(left, word, known=known)
            else:
                phrase = text.find(" ", begin, stop) > 0
                trust = self._trust_in_company(
                    left, word, known=known, colon=text[stop] == ":", marks=found["marks"], phrase=phrase
                )
            if trust is None:
                continue
            at = self._boundary(line.start, stop + 1, first)
            yield Joint(at, trust, stop=True, line=number, name=self.nouns_small and not left.islower())
            begin = at

    def _left(self, begin: int, stop: int) -> str:
        """The word, with what clings to it, before a mark that ends a sentence."""
        token = self.text[max(begin, stop - WIDEST) : stop].rstrip(STOP).rstrip("\N{NO-BREAK SPACE} ")
        return re.split(r"\s", token)[-1]

    def _trust(self, left: str, word: str, *, known: bool) -> bool | None:
        """Sure, only likely (False), or no joint at all (None)."""
        bare = left.rstrip(CLOSING)
        if known and ADDRESS.fullmatch(bare):
            return True
        if not (LEFT.match(bare) and bare[-2:].isalpha() and bare[-2:].islower()):
            return None
        if word[0].isupper() and self._is_short(bare):
            return False if len(word) > 2 and word[1:].islower() else None
        if known:
            return True
        if self._pairs[WORD.findall(bare)[-1], WORD.findall(word)[0]] > 1:
            return None  # a name
        written_small = bare.strip(QUOTES + "(").islower()
        return (self._stands_alone(word) and self._stands_alone(bare)) or (written_small and len(word) >= WHOLE)

    def _trust_in_company(
        self, left: str, word: str, *, known: bool, colon: bool, marks: str, phrase: bool
    ) -> bool | None:
        bare = left.rstrip(CLOSING + STOP)
        if colon and self._colons[f"{bare}:{(WORD.findall(word) or [''])[0]}"] > 1:
            return None  # a name
        if colon and not known:
            small = bare.islower() or (phrase and bare[1:].islower())
            return False if len(bare) > 2 and small and bare.isalpha() and len(word) > 2 and not marks else None
        if bare.isupper() and bare.isalpha() and word.isupper():
            return None  # "LART.NS"
        if not bare or (not bare[-1].isalnum() and bare[-1] not in "%/" + DASHES):
            return None
        if self._is_short(bare) and not (known and "." in bare) and ")" not in left:
            return None
        if word[0].isdigit():
            return True if bare[-3:].isalpha() and bare[-3:].islower() and LEFT.match(bare) and not colon else None
        if known:
            return True if not colon or not marks else None
        whole = "://" not in bare and LEFT.match(TYING.sub("-", NUMBER.sub("0", bare).rstrip("%")))
        return False if whole and (len(bare) > 1 or marks) and len(word) > 1 else None

    def _is_short(self, left: str) -> bool:
        """Is this an abbreviation?"""
        return re.split(rf"[{SINGLE}({DASHES}]", left.strip(QUOTES))[-1].lower() in self.short

    def _bare(self, line: Line, number: int, joints: Sequence[int]) -> Iterator[Joint]:
        """A paragraph that ended without a mark, and the next: "the WestThe United"."""
        text = self.text
        for found in BARE.finditer(text, line.start + 3, line.end):
            first = found.start("first")
            left = re.split(r"\s", text[max(line.start, first - WIDEST) : first])[-1]
            word = WORD.match(text, first)
            if word is None or not left:
                continue
            index = bisect_left(joints, first)
            begin = max(line.start, joints[index - 1]) if index else line.start
            if word[0].isupper() and len(word[0]) > 1 and text[first - 1].isupper():
                continue  # inside a word in capitals
            if (trust := self._trust_bare(left, word[0], begin, first)) is not None:
                marks = first - 1 if left[-1] in QUOTES else first
                inside = left.lower() in self.joining
                yield Joint(self._boundary(line.start, marks, first), trust, stop=False, line=number, inside=inside)
        for found in NUMBERED.finditer(text, line.start, line.end):
            yield Joint(found.start(), sure=False, stop=False, line=number)

    def _trust_bare(self, left: str, right: str, begin: int, first: int) -> bool | None:
        known = self._is_small(right) and (right[1:].islower() or len(right) == 1)
        if not left[-1].isalpha():
            if left[-1] in SINGLE and not self._opened(begin, first - 1):
                return None
            if known and (len(right) > 1 or left[-1] in QUOTES):
                return True
            if left[-1] in "%0123456789":
                return False if len(right) > 2 and right[1:].islower() and AMOUNT.fullmatch(left.lstrip("(")) else None
            closed = left[-1] in ")]" or (left[-1] in QUOTES and left[-3:-1].isalpha())
            return False if closed and len(right) > 2 and right[1:].islower() else None
        glued = left[max(map(left.rfind, STOP + CLOSING + DASHES)) + 1 :]
        if not glued.isalpha() or len(glued) < 2 or self.words[glued + right] > 1 or right in FEMININE:
            return None
        elsewhere = bool(self.words[glued] or self.words[glued.lower()])
        if known and (glued.islower() or elsewhere) and (len(right) > 1 or not glued.isupper()):
            return True
        # After a heading: a few words since the paragraph before it ended.
        piece = self.text[begin : first if first - begin < HEADING else begin]
        heading = " " in piece
        if known and heading and len(glued) >= WHOLE:
            return False
        if glued.isupper() and len(glued) >= WHOLE and len(right) > 2 and right[1:].islower() and heading:
            return False
        titled = piece.count(" ") > 1 and all(word[0].isupper() or len(word) < WHOLE for word in WORD.findall(piece))
        if right.isupper() and len(right) > 1:
            believed = (elsewhere and self.words[right]) or (
                len(right) >= WHOLE and heading and (titled or glued.islower())
            )
            return False if believed and not glued.isupper() and (titled or len(glued) >= WHOLE) else None
        if len(right) < 3 or not right[1:].islower() or not self.small:  # some languages have capitals inside words
            return None
        if len(glued) < WHOLE:
            return False if glued in self.small or (heading and elsewhere and self.words[right]) else None
        other = bool(self.words[right])
        if glued.islower() or glued.isupper() or (elsewhere and other):
            return False
        if not heading or glued + right in NAMES:
            return None
        german = not self.nouns_small and STOP[0] not in piece
        return False if elsewhere or other or self.words[right.lower()] or titled or german else None

    def _opened(self, begin: int, at: int) -> bool:
        """Was a single quotation mark opened before?"""
        before = self.text[max(begin, at - 10 * WIDEST) : at]
        return "\N{LEFT SINGLE QUOTATION MARK}" in before or " '" in before or before.startswith("'")

    def _is_small(self, word: str) -> bool:
        """Is this a word that has no capital inside a sentence?"""
        low = word.lower().replace("i\N{COMBINING DOT ABOVE}", "i")  # what Python makes of the Turkish capital
        return low in self.small or re.split(f"[{SINGLE}]", low)[0] in self.small

    def _stands_alone(self, word: str) -> bool:
        """Is this a word of its own elsewhere in the text?"""
        parts = WORD.findall(word)
        return bool(parts) and all(self.words[part] > 1 for part in parts)

    def _boundary(self, begin: int, after: int, first: int) -> int:
        """Which of the quotation marks between a full stop and a capital close, and which open?"""
        marks = self.text[after:first]
        for index, mark in enumerate(marks):
            opens = mark in OPENING
            if mark in self._both:
                opens = not self._inside(mark, begin, after + index)
            elif mark == "'":
                opens = index > 0 and marks[index - 1] in DOUBLE
            elif mark in "\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}":
                opens = not self._german
            elif mark == "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}":
                opens = self._inward(begin, after)
            if opens:
                return after + index
        return first

    def _inside(self, mark: str, begin: int, at: int) -> bool:
        """
        Does the mark at `at`, which opens and closes alike, close?

        The nearest mark that has a space on one side tells, and those that are glued on both sides in between take turns.
        The ones behind are asked first: where a quotation has several paragraphs each of them opens, and only the last
        closes.
        """
        text = self.text
        reach = min(at + 20 * WIDEST, len(text))
        end = text.find("\n", at, reach)
        end = reach if end < 0 else end
        place = at
        for step in range(1, LONGEST_RUN):
            place = text.find(mark, place + 1, end)
            if place < 0:
                break
            if text[place - 1] in " (":
                return step % 2 == 1
            if text[place + 1 : place + 2] in ("", " ", "\n", ",", "."):
                return step % 2 == 0
        place = at
        for step in range(1, LONGEST_RUN):
            place = text.rfind(mark, begin, place)
            if place < 0:
                return step % 2 == 0
            if place == begin or text[place - 1] in " (":
                return step % 2 == 1
            if text[place + 1] in " ,.;:!?)" + DASHES:
                return step % 2 == 0
        return False

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        """How often each two words stand with only a full stop between them: more than once, and they are a name."""
        found = {
            (self.text[max(0, hit.start() - NEAR) : hit.start()], *hit.groups()) for hit in PAIR.finditer(self.text)
        }
        return Counter((left, right) for _, left, right in found)  # a repeated sentence counts once

    @cached_property
    def _colons(self) -> Counter[str]:
        """How often each two words stand with only a colon between them."""
        return Counter(COLON.findall(self.text))

    @cached_property
    def _counted(self) -> Counter[str]:
        """How often each word stands with a digit right after it."""
        return Counter(COUNTED.findall(self.text))

    @cached_property
    def _both(self) -> str:
        """The marks that open and close alike; Swedish and Finnish have the one for both that closes in English."""
        curly = "\N{RIGHT DOUBLE QUOTATION MARK}"
        only = curly in self.text and "\N{LEFT DOUBLE QUOTATION MARK}" not in self.text and not self._german
        return '"' + curly if only else '"'

    @cached_property
    def _german(self) -> bool:
        """Are quotations opened low here, so that the mark which opens in English closes them?"""
        return "\N{DOUBLE LOW-9 QUOTATION MARK}" in self.text or "\N{SINGLE LOW-9 QUOTATION MARK}" in self.text

    def _inward(self, begin: int, after: int) -> bool:
        """Are the angles turned inward, so that the right-pointing one opens?"""
        before = self.text[max(begin, after - 10 * WIDEST) : after]
        opened = before.count("\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}")
        return self._german_angles and opened == before.count("\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}")

    @cached_property
    def _german_angles(self) -> bool:
        """Does the first pair of angles of the text point inward?"""
        opens = self.text.find("\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}")
        return -1 < opens < self.text.find("\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}")


def _were_paragraphs(doc: Document, joints: Sequence[Joint], bare: int) -> bool:
    """
    Did the joints part paragraphs? Else they parted the sentences of one.

    Lines longer than a paragraph is, hardly a line without a joint, no blank line anywhere, headings glued as well: each
    has its weight above.
    """
    lines = doc.lines
    counts = Counter(joint.line for joint in joints)
    glued = [lines[number].text for number in counts]
    whole = sum(len(line.text) > PROSE for number, line in enumerate(lines) if number not in counts)
    length = sum(map(len, glued))
    score = JOINED_LINES * (len(glued) / (len(glued) + whole)) + LONG_LINES * log(length / len(glued) / USUAL_LINE)
    score -= LONG_PIECES * log(length / (len(glued) + len(joints)) / USUAL_PIECE) + BURDEN
    if len(lines) > 1:
        score += -BLANK_LINES if "\n\n" in doc.text[lines[0].end : lines[-1].start] else BLANK_LINES
    return score + min(bare, MOST_BARE) > 0
