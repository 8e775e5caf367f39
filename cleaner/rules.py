r"""
What a page says around a text, written down as data.

A *rule* names one intruder (a share bar, a cookie notice, a widget that failed), says what its lines look like, and brings
examples: lines that go, and lines that look alike and stay. A *pack* is a TOML file of rules; docs/rules.md tells how to
write one. Nothing here knows a document: :class:`RuleIndex` is asked about lines and answers with rules.

Speed comes from never asking most lines anything. A long line is prose unless its first four letters open some rule; a
short one is looked up in a dict. Patterns are for the few rules that cannot be said in words.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from cleaner.errors import PackError
from cleaner.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cleaner.lines import Line

PACKS = Path(__file__).parent / "packs"

#: Whose words a removed line can be. What stays (body, heading) is no role of a rule.
ROLES = (
    "title", "byline", "date", "url", "caption", "credit", "related", "sign-off",
    "comment", "navigation", "legal", "widget",
)  # fmt: skip
#: How sure a rule is, from the least. `sure` goes wherever it stands; `likely` beside another removed line, at an edge of
#: the document or when it recurs; `guess` only for those who ask.
SAFETY = ("guess", "likely", "sure")

SHORT = 80  # characters: longer lines are looked at only when they open like a rule
HEAD = 6  # characters by which they are told
OPENING = 10  # characters by which a rule's opening is found
LONGEST = 200  # characters: what a rule with `…` can be at most, unless it says otherwise
MOST = 1000  # characters, with all links: no furniture is longer
HEADLINE = 150  # characters: no headline is longer
EDGE = 3  # lines: how far the edge of a document reaches
PROSE = 45  # characters: a line this long may be the wrapped line of a paragraph
SECONDS = 0.05  # a user's pattern may take this long on a line

# List marks, quote marks of Markdown, arrows, ornaments: what a page sets around its labels. No quotation marks: what
# stands in quotation marks was said by somebody.
_LEAD = (
    " \t\u00a0*_#>|~`+=-\u2013\u2014\u00b7\u2022\u2023\u2043\u203a\u00bb\u2190\u2191\u2192\u2193\u21b3\u21e7\u2605\u2606\u2713\u2714\u276f\u279c\u27a4\ufe0f"
    + "".join(map(chr, range(0x25A0, 0x2600)))
)
_TRAIL = _LEAD + ".!\u2026"
_LIST_MARK = re.compile(r"(?:[-*+\u00b7\u2022\u2023\u2043\u25a0-\u25ff\u2013]|\d{1,3}[.)])\s")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_END_LINK = re.compile(r"\]\([^()\s]*\)[\s*_.\])]*$")
_ONLY_LINK = re.compile(r"[\W_]*\[[^\[\]]{3,}\]\([^()\s]*\)[\W_]*")
_LABELLED_LINK = re.compile(
    r"[*_]{0,3}([A-Z\u00c0-\u00de\u0410-\u042f][^\[\]:*_.,;]{1,38})(?::[*_]{0,3}|[*_]{1,3}:)\s*"
    r"\[([^\[\]]+)\]\([^()\s]*\)[*_]{0,3}"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?:[km]\b)?")
_SIGNS = re.compile(r"[\d|\u00b7\u2022\u00bb>/\u2013]")  # of numbers and bars: one class, one scan
_BAR = re.compile(r"\s*[|\u00b7\u2022\u00bb>]\s*|\s+[/\u2013-]\s+")
_SENTENCE_END = frozenset(".,;\"\u201d\u00bb\u2019'")
_ABBREVIATION = re.compile(r"(?:\b\w\.)+$")
_INNER_END = re.compile(r"\w{3}[.!?] [A-Z]")
_PLACEHOLDER = re.compile(r"<(\w+)>")
_WORD_END = re.compile(r"[.!?\u2026:;][\"'\u201d\u2019\u00bb)*_\]]*$")
# A label before a link that tells of the text itself, not of another one.
_OWN = frozenset(
    "by source sources photo photos image images credit credits via url link original caption note".split()
)


# Roles whose single words a writer may set as a heading, or a torn sentence end on.
_HEADING_LIKE = ("navigation", "related")


# What no label ends on, so that a line which does is torn.
_JOINING = frozenset(
    "an and as at but by for from his her in into its of on or our that the their this to when which who with "
    "als auf aus bei das dem den der des die ein eine für im in mit oder um und von vor zu zum zur "
    "au aux avec dans de des du en et la le les ou par pour que qui sur un une "
    "con del el las los para por una al che da dal dei della di gli il nel per "
    "com da do dos em na no nas nos um uma een het met naar om op te van voor "
    "\u0438 \u0432 \u043d\u0430 \u0441 \u043a \u043f\u043e \u0438\u0437 \u043e\u0442 \u0434\u043b\u044f \u0447\u0442\u043e".split()
)


class PatternWarning(UserWarning):
    """A user's pattern took too long on a line, which was kept."""


@dataclass(frozen=True)
class Rule:
    """
    One intruder: what its lines look like, whose they are, how sure we are.

    `lines` are compared whole, without case and without list marks or Markdown around them; `…` stands for any words or
    none, ``<number>`` for a number, ``<headline>`` (last) for at least two words, ``<link>`` (last) for a link. What `…`
    makes of a line must not end like a sentence, unless the rule says `sentences`; nor must what a pattern matches.
    `pattern` is a regular expression for the whole bare line. `longest` is in characters.
    """

    name: str
    role: str
    about: str
    safety: str
    lines: tuple[str, ...] = ()
    pattern: str = ""
    hints: tuple[str, ...] = ()
    cased: bool = False
    sentences: bool = False
    longest: int = LONGEST
    drops: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    pack: str = ""
    builtin: bool = False

    @property
    def label(self) -> str:
        """What an edit says of it: role and name."""
        return f"{self.role}:{self.name}"


@dataclass(frozen=True)
class Pack:
    """A file of rules. `language` is an ISO 639-1 code, for readers; a rule is tried on every text."""

    name: str
    about: str = ""
    language: str | None = None
    rules: tuple[Rule, ...] = ()


class Removal(NamedTuple):
    """The line at `place` goes, because of the rule that `label` names."""

    place: int
    label: str


# ---- reading packs


def load_pack(path: str | Path) -> Pack:
    """
    The pack in a TOML file, every example checked.

    Raises PackError when the file cannot be read, a rule lacks something, or an example does not do what it should.
    """
    path = Path(path)
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: cannot be read ({error}); a pack is a TOML file in UTF-8") from None
    pack = parse_pack(text, path.name)
    company = RuleIndex((rule for each in (*builtin_packs(), pack) for rule in each.rules), "guess")
    for rule in pack.rules:
        for problem in problems_of(rule, company):
            raise PackError(f"{path}, rule {rule.name!r}: {problem}")
    return pack


@lru_cache(maxsize=1)
def builtin_packs() -> tuple[Pack, ...]:
    """The packs that come with the program: `everywhere`, the languages, the sites. Read once, their examples unchecked."""
    return tuple(parse_pack(path.read_text("utf-8"), path.name, builtin=True) for path in _pack_files())


def parse_pack(text: str, file: str = "pack", *, builtin: bool = False) -> Pack:
    """The pack that a TOML text holds, its form checked but not its examples (:func:`problems_of`). Raises PackError."""
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{file}: not TOML: {error}") from None
    head = table.get("pack")
    if not isinstance(head, dict) or not isinstance(head.get("name"), str):
        raise PackError(f'{file}: no [pack] with a name; begin the file with [pack] and name = "…"')
    _only(file, "[pack]", head, ("name", "language", "about"))
    _only(file, "the file", table, ("pack", "rule"))
    rows = table.get("rule", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise PackError(f"{file}: [rule] stands alone; write [[rule]], with two brackets")
    rules = tuple(_rule(row, file, head["name"], builtin=builtin) for row in rows)
    seen: set[str] = set()
    for rule in rules:
        if rule.name in seen:
            raise PackError(f"{file}, rule {rule.name!r}: there are two of that name; give one another")
        seen.add(rule.name)
    return Pack(head["name"], head.get("about", ""), head.get("language"), rules)


COMPILED = PACKS / "compiled.json"


def builtin_index(least: str = "likely") -> RuleIndex:
    """
    The built-in rules, ready to be asked.

    Reading the packs takes some 30 ms, too long for a command that cleans one file, so what the index holds is kept
    beside them in ``compiled.json`` (2 ms), made by :func:`write_compiled`. When that is not of these very packs it is
    passed over: who edits a pack need not know of it.
    """
    if least == "likely":
        import json

        try:
            data = json.loads(COMPILED.read_bytes())
        except (OSError, ValueError):
            data = {}
        if data.get("packs") == _packs_digest():
            return RuleIndex.from_data(data)
    return RuleIndex((rule for pack in builtin_packs() for rule in pack.rules), least)


def write_compiled() -> None:
    """Make ``compiled.json`` anew, after a built-in pack was edited."""
    COMPILED.write_bytes(compile_packs())


def compile_packs() -> bytes:
    """What ``compiled.json`` must hold for the packs as they are."""
    import json

    index = RuleIndex(rule for pack in builtin_packs() for rule in pack.rules)
    data = {"packs": _packs_digest(), **index.as_data()}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), indent=None).encode() + b"\n"


def _packs_digest() -> str:
    import hashlib

    digest = hashlib.blake2b(digest_size=8)
    for path in _pack_files():
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _pack_files() -> list[Path]:
    paths = sorted(PACKS.glob("*.toml"), key=lambda path: (path.stem != "everywhere", path.stem))
    return paths + sorted(PACKS.glob("sites/*.toml"))


_TEXTS = ("name", "role", "about", "safety", "pattern")
_LISTS = ("lines", "hints", "drops", "keeps")
_KEYS = tuple(field.name for field in fields(Rule) if field.name not in ("pack", "builtin"))


def _rule(row: dict[str, Any], file: str, pack: str, *, builtin: bool) -> Rule:
    """A rule from its table, or a PackError that says what is wrong with it."""
    where = f"{file}, rule {row.get('name', '(without a name)')!r}"
    if not set(row) <= set(_KEYS):
        _only(file, f"rule {row.get('name')!r}", row, _KEYS)
    for key in ("name", "role", "about", "safety", "drops", "keeps"):
        if not row.get(key):
            need = "add at least one example" if key in ("drops", "keeps") else "add it"
            raise PackError(f"{where}: no {key}; {need}")
    for key, value in row.items():
        if key in _TEXTS:
            if not isinstance(value, str):
                raise PackError(f'{where}: {key} is no text; write {key} = "…"')
        elif key in _LISTS:
            if key == "lines" and isinstance(value, str):
                # One a line: easier to write, and a long array of texts takes TOML ten times as long to read.
                row[key] = value.strip().split("\n")
            if not isinstance(row[key], list) or not all(isinstance(item, str) and item.strip() for item in row[key]):
                raise PackError(f'{where}: {key} is no list of texts; write {key} = ["…", "…"]')
            row[key] = tuple(row[key])
        elif not isinstance(value, int if key == "longest" else bool):
            raise PackError(
                f"{where}: {key} = {value!r}; it takes {'a number' if key == 'longest' else 'true or false'}"
            )
    if row["role"] not in ROLES:
        raise PackError(f"{where}: role {row['role']!r}; it is one of {', '.join(ROLES)}")
    if row["safety"] not in SAFETY:
        raise PackError(f"{where}: safety {row['safety']!r}; it is one of {', '.join(SAFETY)}")
    if not row.get("lines") and not row.get("pattern"):
        raise PackError(f"{where}: neither lines nor pattern; say what its lines look like")
    if pattern := row.get("pattern"):
        try:
            _compiled(pattern, cased=bool(row.get("cased")), builtin=builtin)
        except Exception as error:  # noqa: BLE001 - re's and regex's errors share no other class, and regex comes late
            raise PackError(f"{where}: pattern is no regular expression ({error})") from None
    rule = Rule(pack=pack, builtin=builtin, **row)
    for line in () if builtin else rule.lines:  # ours are checked by the tests, once
        if problem := form_problem(line):
            raise PackError(f"{where}: {line!r} {problem}")
    return rule


def _only(file: str, where: str, table: dict[str, Any], known: Sequence[str]) -> None:
    for key in table:
        if key not in known:
            import difflib

            near = difflib.get_close_matches(key, known, 1)
            raise PackError(
                f"{file}, {where}: unknown {key!r}; "
                + (f"is it {near[0]!r}?" if near else f"known are {', '.join(known)}")
            )


def form_problem(line: str) -> str:
    """What is wrong with how a line of a rule is written; empty when nothing is."""
    if "\n" in line:
        return "is more than one line; write each as its own"
    if "<" in line:
        for found in _PLACEHOLDER.finditer(line):
            if found[1] not in ("number", "headline", "link"):
                return f"has {found[0]}, which means nothing here; there are <number>, <headline> and <link>"
            if found[1] != "number" and (found.end() != len(line.rstrip()) or found.start() == 0):
                return f"has {found[0]} at its beginning or in its midst; it can only come last, after some words"
    if not any(part.strip(_TRAIL) for part in line.split("\u2026")):
        return "would be every line; give it a word"
    return ""


@lru_cache(maxsize=512)
def _compiled(pattern: str, *, cased: bool, builtin: bool) -> Any:
    """A pattern of ours runs on `re`, which is fast; a user's on `regex`, which can be stopped."""
    if builtin:
        return re.compile(pattern, 0 if cased else re.IGNORECASE)
    import regex

    return regex.compile(pattern, regex.V1 if cased else regex.V1 | regex.IGNORECASE)


# ---- looking at one line


def undecorated(text: str) -> str:
    """
    A line without list marks, heading marks, emphasis, links, arrows and closing dots around it.

    >>> undecorated("* **Related article:** [Rain in Rome](#)")
    'Related article: Rain in Rome'
    >>> undecorated("(Read more...)")
    'Read more'
    >>> undecorated("“Oops!”")  # somebody said it
    '“Oops!”'
    """
    if text[:1].isalnum() and text[-1].isalnum() and "*" not in text and "_" not in text and "\\" not in text:
        return text
    if "](" in text:
        text = _LINK.sub(r"\1", text)
        if "](" in text:  # a picture inside a link
            text = _LINK.sub(r"\1", text)
    bare = text.lstrip(_LEAD).rstrip(_TRAIL)
    if bare[:1] in ("(", "[") and bare[-1:] in (")", "]"):
        bare = bare[1:-1].lstrip(_LEAD).rstrip(_TRAIL)
    if bare[-1:] == "\u00bb" and "\u00ab" not in bare:
        bare = bare[:-1].rstrip(_TRAIL)
    if "*" in bare:
        bare = bare.replace("*", "")
    if "_" in bare:
        bare = re.sub(r"\b_+|_+\b|(?<=\W)_+|_+(?=\W)", "", bare)
    return bare.replace("\\", "") if "\\" in bare else bare


def folded(bare: str) -> str:
    """
    What two spellings of one label have in common: case, apostrophes and spaces aside.

    >>> folded("Don’t  Miss :") == folded("don't miss:")
    True
    """
    key = bare.casefold()
    if not key.isascii():
        key = key.replace("\u2019", "'").replace("\u00a0", " ").replace("\u202f", " ")
    if "  " in key or "\t" in key:
        key = " ".join(key.split())
    return key.replace(" :", ":") if " :" in key else key


class Form(NamedTuple):
    """A line with `…` of a rule, made ready: which rule, what stands around the `…`, what the last one must be."""

    rule: int
    parts: list[str]
    rest: str  # "", "headline" or "link"


def _fits(rule: Rule, form: Form, key: str, text: str) -> bool:
    """Is `key`, the folded form of the line `text`, of this form?"""
    _, parts, rest = form
    first, last = parts[0], parts[-1]
    at, stop = len(first), len(key) - len(last)
    if at > stop or len(key) > rule.longest or not key.startswith(first) or not key.endswith(last):
        return False
    if first and at < len(key) and first[-1].isalnum() and key[at].isalnum():
        return False
    if last and stop and last[0].isalnum() and key[stop - 1].isalnum():
        return False
    if not last and first[-1:].isalnum() and key[key.rfind(" ") + 1 :] in _JOINING and text[-1] not in ".\u2026":
        return False
    if not rule.sentences and _is_sentence(text, label=not first[-1:].isalnum()):
        return False
    for part in parts[1:-1]:
        at = key.find(part, at, stop)
        if at < 0:
            return False
        at += len(part)
    return not rest or _is_link(text, key[at:]) or (rest == "headline" and " " in key[at:].strip())


def _is_sentence(text: str, *, label: bool) -> bool:
    """Does the line end as a sentence does? After a label with its colon stands a headline, which may ask or cry out."""
    bare = text.rstrip("*_ )]\"'\u201d\u2019>")
    if bare.endswith((".", ";", ",")):
        return not bare.endswith(("..", " .")) and not _ABBREVIATION.search(bare[-6:])
    return not label and (bare.endswith(("!", "?")) or _INNER_END.search(text) is not None)


def _is_link(text: str, rest: str) -> bool:
    """Is what follows the label a link and nothing else?"""
    rest = rest.lstrip(" :<")
    if rest.startswith(("http://", "https://", "www.")):
        return " " not in rest
    if not _END_LINK.search(text):
        return False
    return folded(undecorated(text[text.index("[") :])).strip(" :") == rest.strip(" :")


class RuleIndex:
    """
    Rules, put where a line finds them.

    >>> index = RuleIndex(builtin_packs()[0].rules)
    >>> [rule.label for rule, safety in [index.match("© 2019 Example Ltd.")]]
    ['legal:copyright line']
    >>> index.match("It rained on Monday.") is None
    True
    """

    def __init__(self, rules: Iterable[Rule], least: str = "likely") -> None:
        known = (rule for rule in rules if SAFETY.index(rule.safety) >= SAFETY.index(least))
        # The surest first, so that the first that fits is the one to name.
        self.rules = sorted(known, key=lambda rule: -SAFETY.index(rule.safety))
        self.exact: dict[str, int] = {}
        self.opens: dict[str, list[Form]] = {}
        self.ends: dict[str, list[Form]] = {}
        self.within: list[Form] = []
        for number, rule in enumerate(self.rules):
            for line in rule.lines:
                self._add(number, line)
        long = [key for key in self.exact if len(key) > SHORT]
        openings = [form.parts[0] for forms in self.opens.values() for form in forms]
        self.heads = frozenset(head for key in (*long, *openings) for head in _heads(key))
        self._prepare()

    def _prepare(self) -> None:
        self.widths = sorted({len(opening) for opening in self.opens}, reverse=True)
        self.labelled = any(rule.builtin and rule.role == LABELLED_LINK.role for rule in self.rules)
        self.coarse = frozenset(head[:4] for head in self.heads)
        self.openers = frozenset(opening[:4] for opening in self.opens)
        self.lasts = frozenset(ending[-2:] for ending in self.ends)
        self.odd = frozenset(_LEAD + "[(!" + "".join(head[0] for head in self.heads if not head[0].isalnum()))
        self.middles = [(max(form[1][1:-1], key=len), Form(*form)) for form in self.within]
        self.patterns = [rule for rule in self.rules if rule.pattern]
        self.widest = max((rule.longest for rule in self.patterns), default=0)

    def _add(self, number: int, line: str) -> None:
        rest = ""
        if "<" in line:
            line = line.replace("<number>", "0")
            if line.endswith(("<headline>", "<link>")):
                line, _, rest = line[:-1].rpartition("<")
                line += "\u2026"
        if "\u2026" not in line:
            self.exact.setdefault(folded(undecorated(line)), number)
            return
        parts = [folded(part).strip() for part in line.split("\u2026")]
        parts[0], parts[-1] = parts[0].lstrip(_LEAD), parts[-1].rstrip(_TRAIL)
        form = Form(number, parts, rest)
        if parts[0]:
            self.opens.setdefault(parts[0][:OPENING], []).append(form)
        elif parts[-1]:
            self.ends.setdefault(parts[-1][-4:], []).append(form)
        else:
            self.within.append(form)

    def as_data(self) -> dict[str, Any]:
        """The index in plain lists, for JSON. Examples are left out."""
        kept = ("name", "role", "safety", "pattern", "hints", "cased", "sentences", "longest", "pack")
        return {
            "rules": [
                {key: getattr(rule, key) for key in kept} | {"lines": rule.lines if rule.cased else ()}
                for rule in self.rules
            ],
            "exact": self.exact,
            "opens": self.opens,
            "ends": self.ends,
            "within": self.within,
            "heads": sorted(self.heads),
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> RuleIndex:
        """The index that :meth:`as_data` told of; its rules have neither lines nor examples."""
        index = cls.__new__(cls)
        index.rules = [
            Rule(about="", builtin=True, **{**row, "hints": tuple(row["hints"]), "lines": tuple(row["lines"])})
            for row in data["rules"]
        ]
        index.exact, index.opens, index.ends = data["exact"], data["opens"], data["ends"]
        index.within, index.heads = data["within"], frozenset(data["heads"])
        index._prepare()  # noqa: SLF001 - its own class
        return index

    def match(self, text: str) -> tuple[Rule, str] | None:
        """The rule that a line falls under, and how sure that makes us; None for a writer's line."""
        if len(text) > MOST or not (bare := undecorated(text)):
            return None
        key = folded(bare)
        signs = _SIGNS.search(key) is not None or " - " in key
        hit = self._look(key, bare, text, numbers=signs)
        if hit is None and signs and len(key) <= LONGEST and _BAR.search(key):
            return self._bar(bare)
        return (hit, hit.safety) if hit else None

    def _bar(self, bare: str) -> tuple[Rule, str] | None:
        """A bar of labels (`Share | Print | E-mail`), every one of them known; three of them make it sure."""
        found: list[Rule] = []
        for piece in _BAR.split(bare):
            if label := undecorated(piece):
                rule = self._look(folded(label), label, label, numbers=True)
                if rule is None:
                    return None
                found.append(rule)
        if len(found) < 2:
            return None
        best = max(found, key=lambda rule: SAFETY.index(rule.safety))
        return best, "sure" if len(found) > 2 else best.safety

    def _look(self, key: str, bare: str, text: str, *, numbers: bool) -> Rule | None:
        best = self._named(key, bare, text)
        if (
            numbers
            and (best is None or best.safety != "sure")
            and (len(key) <= SHORT or key[0].isdecimal())
            and _NUMBER.search(key)
        ):
            numbered = self._named(_NUMBER.sub("0", key), _NUMBER.sub("0", bare), text)
            best = numbered if best is None or (numbered and numbered.safety == "sure") else best
        if best is None and len(key) <= self.widest:
            best = self._patterned(bare, key, text)
        return best

    def _named(self, key: str, bare: str, text: str) -> Rule | None:
        number = self.exact.get(key)
        if number is None and key[-1:] == ":":
            number = self.exact.get(key[:-1])
        best = None if number is None else self.rules[number]
        if best and best.cased and bare.rstrip(":") not in best.lines:
            best = None
        if best and best.safety == "sure":
            return best
        if key[:4] in self.openers or key[:3] in self.openers or key[0] in self.openers:
            for width in self.widths:
                if forms := self.opens.get(key[:width]):
                    best = self._of(forms, key, text, best)
        if key[-2:] in self.lasts and (forms := self.ends.get(key[-4:])) and len(key) <= SHORT:
            best = self._of(forms, key, text, best)
        if len(key) <= SHORT:
            for middle, form in self.middles:
                if middle in key:
                    best = self._of((form,), key, text, best)
        return best

    def _of(self, forms: Sequence[Form], key: str, text: str, best: Rule | None) -> Rule | None:
        """The surest rule that one of these forms fits, or `best` when that is as sure."""
        for form in forms:
            rule = self.rules[form[0]]
            if (best is None or SAFETY.index(rule.safety) > SAFETY.index(best.safety)) and _fits(rule, form, key, text):
                best = rule
        return best

    def _patterned(self, bare: str, key: str, text: str) -> Rule | None:
        sentence = text[-1] in _SENTENCE_END
        for rule in self.patterns:
            if (
                len(key) > rule.longest
                or (sentence and not rule.sentences)
                or (rule.hints and not any(hint in key for hint in rule.hints))
            ):
                continue
            pattern = _compiled(rule.pattern, cased=rule.cased, builtin=rule.builtin)
            if rule.builtin:
                if pattern.fullmatch(bare):
                    return rule
                continue
            try:
                if pattern.fullmatch(bare, timeout=SECONDS):
                    return rule
            except TimeoutError:
                told = (
                    f"pack {rule.pack}, rule {rule.name!r}: its pattern took over {SECONDS} s on a line, which was kept"
                )
                warnings.warn(told, PatternWarning, stacklevel=2)
        return None

    def _may_open(self, head: str) -> bool:
        """Does some rule open as this line does?"""
        return head in self.heads or head[:5] in self.heads or head[:4] in self.heads

    def candidates(self, lines: Sequence[Line]) -> dict[int, tuple[Rule, str]]:
        """The lines that fall under a rule, by their place in `lines`, wherever they stand."""
        coarse, odd, match = self.coarse, self.odd, self.match
        found: dict[int, tuple[Rule, str]] = {}
        for index, (_, _, text) in enumerate(lines):
            if (
                len(text) > SHORT
                and (text[:4].lower() not in coarse or not self._may_open(text[:HEAD].lower()))
                and text[0] not in odd
                and text[-1] != ")"
                and (len(text) > LONGEST or "|" not in text)
            ):
                continue
            if hit := match(text):
                # "Ukraine." on a line of its own is the end of a torn sentence; a menu says "Ukraine".
                if hit[1] == "sure" or hit[0].role not in _HEADING_LIKE or not _is_sentence(text, label=True):
                    found[index] = hit
            elif (
                self.labelled
                and "](" in text
                and len(text) <= MOST
                and (label := _LABELLED_LINK.fullmatch(text))
                and _is_other(label)
            ):
                found[index] = LABELLED_LINK, "alone"
        return found


def _heads(key: str) -> Iterator[str]:
    """How a long line may begin that opens with `key`, in lower case: apostrophes are of two kinds."""
    head = key[:HEAD].rstrip()
    if len(key) < HEAD - 2 and key.isalnum():
        return  # "by …": too short to tell prose by; only short lines are asked
    yield head
    if "'" in head:
        yield head.replace("'", "\u2019")


def _is_other(label: re.Match[str]) -> bool:
    """Does a label with a link speak of another text, and not of this one's source or picture?"""
    return label[1].split()[0].casefold() not in _OWN and len(label[1].split()) <= 4 and label[2].count(" ") >= 3


LABELLED_LINK = Rule(
    "labelled link",
    "related",
    "A label and one link, alone between two paragraphs: a teaser for another text, whatever its label says.",
    "likely",
    drops=("**Elsewhere:** [Rain in Rome for a third week](#)",),
    keeps=("Website: [example.org](https://example.org)",),
    builtin=True,
)


# ---- looking at the lines of a text


def removals(index: RuleIndex, text: str, lines: Sequence[Line]) -> list[Removal]:
    r"""
    The lines of `text` that are not its writer's, as far as the rules of `index` and the neighbourhood tell.

    What is only likely goes beside another line that goes, at an edge of the document, beside a line of its role and
    another rule, or when it recurs between paragraphs. Two things stay in any case: the end of a wrapped sentence, and a list that the writer
    introduces with a colon. The answer stays the same when it is asked of the result again.
    """
    found = index.candidates(lines)
    if not found:
        return []
    gone: dict[int, str] = {}
    places = sorted(found)
    times: dict[str, int] = {}
    for place in places:
        times[lines[place].text] = times.get(lines[place].text, 0) + 1
    has_body = len(lines) - len(places) >= EDGE
    # A line that goes can bring others to an edge or out of a guard; a few rounds do, the bound is for texts made to be nasty.
    for _ in range(64):
        before = len(gone)
        _round(text, lines, found, places, times, gone, has_body=has_body)
        if len(gone) == before:
            break
    return [Removal(place, label) for place, label in sorted(gone.items())]


def _round(
    text: str,
    lines: Sequence[Line],
    found: dict[int, tuple[Rule, str]],
    places: list[int],
    times: dict[str, int],
    gone: dict[int, str],
    *,
    has_body: bool,
) -> None:
    """Take out what can go now. `gone` grows."""
    introduced: dict[int, bool] = {}
    above: dict[int, int] = {}  # from a line that went to the one before it that stays: no run is walked twice
    open_places: list[int] = []
    for place in places:
        if place in gone:
            continue
        rule, safety = found[place]
        last = _before(place, gone, above)
        if _continues(text, lines, place, last, found, gone) or _is_introduced(lines, place, gone, introduced):
            continue
        if safety == "sure":
            gone[place], above[place] = rule.label, last
            _take_headlines(lines, place, found, gone, rule)
        elif safety == "alone":
            if _stands_alone(lines, place, last, found):
                gone[place], above[place] = rule.label, last
        else:
            open_places.append(place)
    if not open_places:
        return
    edges = _edges(lines, gone, found) if has_body else set()
    for row in (open_places, reversed(open_places)):
        for place in row:
            if place in gone:
                continue
            rule = found[place][0]
            beside = [found[near][0] for near in (place - 1, place + 1) if near in found and near not in gone]
            if (
                place - 1 in gone
                or place + 1 in gone
                or place in edges
                or (times[lines[place].text] > 1 and _stands_alone(lines, place, _before(place, gone, above), found))
                or any(other.name != rule.name and other.role == rule.role != "navigation" for other in beside)
            ):
                gone[place] = rule.label


def _edges(lines: Sequence[Line], gone: dict[int, str], found: dict[int, tuple[Rule, str]]) -> set[int]:
    """
    The lines at the edges of what stays: the second and third, and the last three, as far as no sentence comes between.

    The very first line may be the title, whatever it says. A word of a menu right above a paragraph may be its heading.
    """
    edges: set[int] = set()
    top = list(_some(range(len(lines)), gone, EDGE + 1))
    for order, place in enumerate(top[:EDGE]):
        if _is_paragraph(lines[place]):
            break
        heading = place in found and found[place][0].role in _HEADING_LIKE
        if order and not (heading and order + 1 < len(top) and _is_paragraph(lines[top[order + 1]])):
            edges.add(place)
    for place in _some(range(len(lines) - 1, -1, -1), gone, EDGE):
        if _is_paragraph(lines[place]):
            break
        edges.add(place)
    return edges


def _is_paragraph(line: Line) -> bool:
    """Is it long enough for one, and does it end as a sentence does?"""
    return len(line.text) >= PROSE and _ends(line)


def _before(place: int, gone: dict[int, str], above: dict[int, int]) -> int:
    """The nearest line before that stays; -1 when there is none."""
    place -= 1
    while place in gone:
        place = above.get(place, place - 1)
    return place


def _some(places: Iterable[int], gone: dict[int, str], left: int) -> Iterator[int]:
    """The first few that stay."""
    for place in places:
        if place not in gone:
            yield place
            left -= 1
            if not left:
                return


def _continues(
    text: str,
    lines: Sequence[Line],
    place: int,
    last: int,
    found: dict[int, tuple[Rule, str]],
    gone: dict[int, str],
) -> bool:
    """Is the line a piece of a torn paragraph: the end of a sentence begun above, or the beginning of one that goes on?"""
    line = lines[place]
    begun = last >= 0 and len(lines[last].text) >= PROSE and not _ends(lines[last])
    if begun and (line.text[:1].islower() or line.text.endswith(".")):
        return True

    def adjoin(upper: int, lower: int) -> bool:
        return (
            upper >= 0
            and lower < len(lines)
            and upper not in gone
            and lower not in gone
            and text.count("\n", lines[upper].end, lines[lower].start) == 1
        )

    after = place + 1
    if begun and adjoin(
        place - 1, place
    ):  # wrapped: a long line above, and another long one above that or in this place
        if adjoin(place - 2, place - 1) and len(lines[place - 2].text) >= PROSE:
            return True
        if len(line.text) >= PROSE and adjoin(place, after):
            return True
    if after == len(lines) or after in gone or _ends(line) or not lines[after].text[:1].islower():
        return False
    if len(line.text) >= PROSE and adjoin(place, after):
        return True
    # A sentence that a page break tore; where the line above is torn too, this one came between.
    return not begun and after not in found and len(lines[after].text) >= PROSE and line.text.count(" ") > 1


def _ends(line: Line) -> bool:
    """Does it end as a sentence does?"""
    return _WORD_END.search(line.text[-8:]) is not None


def _is_introduced(lines: Sequence[Line], place: int, gone: dict[int, str], known: dict[int, bool]) -> bool:
    """Does the line stand in a list that a sentence ending in a colon introduces? Such a list is the writer's."""
    walked: list[int] = []
    answer = False
    while place >= 0:
        if place in known:
            answer = known[place]
            break
        if place not in gone:
            if not _LIST_MARK.match(lines[place].text):
                above = lines[place].text
                answer = bool(walked) and above.endswith(":") and len(above) >= PROSE - 15
                break
            walked.append(place)
        place -= 1
    for seen in walked:
        known[seen] = answer
    return answer


def _stands_alone(lines: Sequence[Line], place: int, last: int, found: dict[int, tuple[Rule, str]]) -> bool:
    """Is the line between two paragraphs, and no cell of a table or item of a list?"""
    after = place + 1
    if last < 0 or after >= len(lines) or after in found:
        return False
    return all(len(lines[near].text) > SHORT and not _LIST_MARK.match(lines[near].text) for near in (last, after))


def _take_headlines(
    lines: Sequence[Line], place: int, found: dict[int, tuple[Rule, str]], gone: dict[int, str], rule: Rule
) -> None:
    """The links right under a label that goes (`Related articles`), and the one headline under a label with a colon."""
    if rule.role != "related":
        return
    label = lines[place].text
    after = place + 1
    while (
        after < len(lines)
        and after not in found
        and len(lines[after].text) <= MOST
        and _ONLY_LINK.fullmatch(lines[after].text)
    ):
        gone[after] = rule.label
        after += 1
    if after == place + 1 < len(lines) and after not in found and label.rstrip("*_ ").endswith(":"):
        headline = lines[after].text
        if (
            len(headline) <= HEADLINE
            and headline.count(" ") >= 2
            and headline[:1].isupper()
            and not _WORD_END.search(headline[-8:])
        ):
            gone[after] = rule.label


# ---- checking examples

_AROUND = "The rain began early on Monday and did not stop before the evening, when the river had already left its bed."


def problems_of(rule: Rule, company: RuleIndex | None = None) -> list[str]:
    """
    What is wrong with a rule's examples, each as a sentence; empty when all is well.

    A line alone must fall under the rule (`drops`) or not (`keeps`). Several lines are a piece of a page and are put
    between paragraphs: all of them must go, or none. In such a piece the rules of `company` take part, for what is only
    likely lives on its neighbours; with `company` every example is tried once more with all of them.
    """
    alone = RuleIndex([rule], "guess")
    problems: list[str] = []
    for example in rule.drops:
        lines = [line.text for line in lines_of(example)]
        if len(lines) == 1:
            if alone.match(lines[0]) is None:
                problems.append(f"{example!r} should go and stays; change the lines or the example")
            elif company and (hit := company.match(lines[0])) and hit[0].role != rule.role:
                problems.append(
                    f"{example!r} falls under {hit[0].name!r} of pack {hit[0].pack!r}, a {hit[0].role}; keep one"
                )
        elif left := [line for line in lines if line in _left(company or alone, example)]:
            problems.append(f"of {example!r} {left[0]!r} should go and stays; change the lines or the example")
    for example in rule.keeps:
        lines = [line.text for line in lines_of(example)]
        if len(lines) == 1 and alone.match(lines[0]):
            problems.append(f"{example!r} should stay and goes; narrow the lines, or show it with its neighbours")
        elif lost := [line for line in lines if line not in _left(company or alone, example)]:
            problems.append(f"of {example!r} {lost[0]!r} should stay and goes; narrow the lines or lower the safety")
    return problems


def _left(index: RuleIndex, example: str) -> list[str]:
    """What stays of an example in the midst of a page."""
    text = "\n\n".join([_AROUND] * 4 + [example] + [_AROUND] * 4)
    lines = lines_of(text)
    gone = {removal.place for removal in removals(index, text, lines)}
    return [line.text for place, line in enumerate(lines) if place not in gone]
