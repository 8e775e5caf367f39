r"""
Which rule does a line fall under? The rules, put where a line finds them.

Speed comes from never asking most lines anything. A long line is prose unless it opens as some rule does; a short one is
looked up in a dict. Patterns are for the few rules that cannot be said in words.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from cleaner.lines import LINK
from cleaner.rules.labels import LEAD, MOST, TRAIL, folded, is_address, is_link, is_sentence, undecorated
from cleaner.rules.packs import LONGEST, SAFETY, Rule, builtin_packs, compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cleaner.lines import Line

SHORT = 80  # characters: longer lines are looked at only when they open like a rule
HEAD = 24  # characters by which they are told
FOOT = 3  # lines: how far the end of a document reaches, where the address of the text itself may stand
KNOWN = 4096  # short lines whose answer is remembered
SECONDS = 0.05  # a user's pattern may take this long on a line

_ONE_LINK = re.compile(
    r"[*_]{0,3}([A-Z\u00c0-\u00de\u0410-\u042f][^\[\]:*_.,;]{1,38})(?::[*_]{0,3}|[*_]{1,3}:)\s*"
    rf"(?!!){LINK.pattern}[*_]{{0,3}}"
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*(?:[km]\b)?")
_SIGNS = re.compile(r"[\d|\u00b7\u2022\u00bb>/\u2013]")  # of numbers and bars: one class, one scan
_BAR = re.compile(r"\s*[|\u00b7\u2022\u00bb>]\s*|\s+[/\u2013-]\s+")
_DOTS = ("...", "...*", "..._", "...)", "...]", "\u2026", "\u2026*", "\u2026_", "\u2026)", "\u2026]")
_SENTENCE_END = frozenset(".,;\"\u201d\u00bb\u2019'")
# A label before a link that tells of the text itself, not of another one.
_OWN = frozenset(
    "by source sources photo photos image images credit credits via url link original caption note".split()
)
# A label before the address at which the text itself stands: it belongs to the text's end, wherever that is.
_OWN_ADDRESS = re.compile(
    r"\b(?:original|full|source|link|url|via|quelle|fuente|fonte|bron|\u0438\u0441\u0442\u043e\u0447\u043d\u0438\u043a)\b"
)
# Roles whose single words a writer may set as a heading, or a torn sentence end on.
HEADING_LIKE = ("navigation", "related")
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


class Form(NamedTuple):
    """A line with `…` of a rule, made ready: which rule, what stands around the `…`, what the last one must be."""

    rule: int
    parts: list[str]
    rest: str  # "", "headline" or "link"


class Openings(NamedTuple):
    """The forms that begin with the same four letters, and how they begin: asked all at once, then one by one."""

    texts: tuple[str, ...]
    forms: list[Form]


#: A teaser whose label no rule knows.
LABELLED_LINK = Rule(
    "labelled link",
    "related",
    "A label and one link, alone between two paragraphs: a teaser for another text, whatever its label says.",
    "sure",
    drops=("**Elsewhere:** [Rain in Rome for a third week](#)",),
    keeps=("Website: [example.org](https://example.org)",),
    builtin=True,
)


class RuleIndex:
    """
    Rules, put where a line finds them.

    >>> index = RuleIndex(builtin_packs()[0].rules)
    >>> index.match("© 2019 Example Ltd.")[0].label
    'legal:copyright line'
    >>> index.match("It rained on Monday.") is None
    True
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        # The surest first, so that the first that fits is the one to name.
        self.rules = sorted(rules, key=lambda rule: -SAFETY.index(rule.safety))
        self.ranks = [SAFETY.index(rule.safety) for rule in self.rules]
        self.labelled = any(rule.builtin and rule.role == LABELLED_LINK.role for rule in self.rules)
        self.patterns = [rule for rule in self.rules if rule.pattern]
        self.widest = max((rule.longest for rule in self.patterns), default=0)
        self.exact: dict[str, int] = {}
        self.within: list[tuple[str, Form]] = []
        opens: dict[str, list[Form]] = {}
        self.ends: dict[str, list[Form]] = {}
        for number, rule in enumerate(self.rules):
            for line in _folded_lines(rule.lines):
                if "\u2026" in line or "<" in line:
                    self._add_form(number, line, opens)
                else:
                    self.exact.setdefault(_key(line), number)
        self.opens = {head: Openings(tuple({form.parts[0] for form in forms}), forms) for head, forms in opens.items()}
        self.open_widths = sorted({len(head) for head in opens}, reverse=True)
        self.end_widths = sorted({len(tail) for tail in self.ends}, reverse=True)
        self.middles = [middle for middle, _ in self.within]
        self.heads, self.odd = self._long_heads()
        # A page's labels come again, on it, on the next page and in the pipeline's second round.
        self.recalled = lru_cache(maxsize=KNOWN)(self.match)

    def _add_form(self, number: int, line: str, opens: dict[str, list[Form]]) -> None:
        rest = ""
        if "<" in line:
            line = line.replace("<number>", "0")
            if line.endswith(("<headline>", "<link>")):
                line, _, rest = line[:-1].rpartition("<")
                line += "\u2026"
            if "\u2026" not in line:
                self.exact.setdefault(_key(line), number)
                return
        if line.find("\u2026") == len(line) - 1:  # by far the most
            parts = [line[:-1].rstrip(), ""]
        else:
            parts = [part.strip() for part in line.split("\u2026")]
        if not line[0].isalnum():
            parts[0] = parts[0].lstrip(LEAD)
        if parts[-1]:
            parts[-1] = parts[-1].rstrip(TRAIL)
        form = Form(number, parts, rest)
        if parts[0]:
            opens.setdefault(parts[0][:4], []).append(form)
        elif parts[-1]:
            self.ends.setdefault(parts[-1][-4:], []).append(form)
        else:
            self.within.append((max(parts[1:-1], key=len), form))

    def _long_heads(self) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
        """How lines too long for a label may begin, by their first four letters; and the signs before which we look."""
        heads: dict[str, set[str]] = {}
        odd = set(LEAD + "[(!")
        openings = [text for opening in self.opens.values() for text in opening.texts]
        for key in (*openings, *(key for key in self.exact if len(key) > SHORT)):
            if len(key) < 4 and key.isalnum():
                continue  # "by …": too short to tell prose by; only short lines are asked
            head = key[:HEAD].split(":")[0].rstrip() or key[:HEAD]  # before a colon the French set a space
            if not head[0].isalnum():
                odd.add(head[0])
            for spelt in (
                (head, head.replace("'", "\u2019")) if "'" in head else (head,)
            ):  # apostrophes are of two kinds
                heads.setdefault(spelt[:4], set()).add(spelt)
        return {head: tuple(texts) for head, texts in heads.items()}, frozenset(odd)

    def match(self, text: str) -> tuple[Rule, str] | None:
        """The rule that a line falls under, and how sure that makes us; None for a writer's line."""
        if len(text) > MOST or not (bare := undecorated(text)):
            return None
        key = folded(bare)
        signs = _SIGNS.search(key) is not None or " - " in key
        hit = self._look(key, bare, text, numbers=signs)
        if hit is not None:
            return hit, hit.safety
        return self._bar(bare) if signs and len(key) <= LONGEST and _BAR.search(key) else None

    def _bar(self, bare: str) -> tuple[Rule, str] | None:
        """A bar of labels (`Share | Print | E-mail`), every one of them known; three make it surer, buttons most of all."""
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
        if len(found) == 2 or best.safety == "sure":
            return best, best.safety
        return best, "sure" if any(rule.role == "widget" for rule in found) else "likely"

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
        if not text[-1].isalnum():
            if number is None and key[-1:] == ":":
                number = self.exact.get(key[:-1])
            elif text.endswith(_DOTS):
                number = self.exact.get(key + "...", number)
        best = None if number is None else self.rules[number]
        if best and best.cased and bare.rstrip(":") not in best.lines:
            best = None
        if best and best.safety == "sure":
            return best
        for width in self.open_widths:
            if (opening := self.opens.get(key[:width])) and key.startswith(opening.texts):
                best = self._of(opening.forms, key, text, best)
        if len(key) <= SHORT:
            for width in self.end_widths:
                if forms := self.ends.get(key[-width:]):
                    best = self._of(forms, key, text, best)
            if any(map(key.__contains__, self.middles)):
                for middle, form in self.within:
                    if middle in key:
                        best = self._of((form,), key, text, best)
        return best

    def _of(self, forms: Sequence[Form], key: str, text: str, best: Rule | None) -> Rule | None:
        """The surest rule that one of these forms fits, or `best` when that is as sure."""
        rank = -1 if best is None else SAFETY.index(best.safety)
        for form in forms:
            if self.ranks[form.rule] > rank and _fits(self.rules[form.rule], form, key, text):
                best, rank = self.rules[form.rule], self.ranks[form.rule]
        return best

    def _patterned(self, bare: str, key: str, text: str) -> Rule | None:
        sentence = text[-1] in _SENTENCE_END
        for rule in self.patterns:
            if (
                len(key) > rule.longest
                or (sentence and not rule.sentences)
                or (rule.hints and not any(map(key.__contains__, rule.hints)))
            ):
                continue
            pattern = compiled(rule.pattern, cased=rule.cased, builtin=rule.builtin)
            if rule.builtin:
                if pattern.fullmatch(bare):
                    return rule
            elif _matches_in_time(pattern, bare, rule):
                return rule
        return None

    def candidates(self, lines: Sequence[Line]) -> dict[int, tuple[Rule, str]]:
        """The lines that fall under a rule, by their place in `lines`, wherever they stand; and how sure that makes us."""
        heads, odd, match, recalled = self.heads, self.odd, self.match, self.recalled
        found: dict[int, tuple[Rule, str]] = {}
        for place, (_, _, text) in enumerate(lines):
            if (
                len(text) > SHORT
                and text[0] not in odd
                and ((openings := heads.get(text[:4].lower())) is None or not text[:HEAD].lower().startswith(openings))
                and (text[-1] != ")" or "](" not in text)
                and (len(text) > LONGEST or "|" not in text)
            ):
                continue
            if hit := (recalled if len(text) <= SHORT else match)(text):
                # "Ukraine." on a line of its own is the end of a torn sentence; a menu says "Ukraine".
                if hit[1] == "guess" and hit[0].role in HEADING_LIKE and is_sentence(text, label=True):
                    continue
                if hit[0].role == "related":
                    if _tells_own_address(lines, place):
                        continue
                    if hit[0].builtin and hit[1] == "likely" and "](" in text and _is_teaser(text, 2):
                        hit = hit[0], "sure"  # no editor leaves a link of the page in
                found[place] = hit
            elif self.labelled and "](" in text and len(text) <= MOST and _is_teaser(text):
                found[place] = LABELLED_LINK, "alone"
        return found


@lru_cache(maxsize=1)
def builtin_index() -> RuleIndex:
    """The built-in rules, ready to be asked. Made once; what it costs is reading the packs (20 ms)."""
    return RuleIndex(rule for pack in builtin_packs() for rule in pack.rules)


def _folded_lines(lines: Sequence[str]) -> list[str]:
    """The lines of a rule, folded all at once: there are thousands, and a call for each is what reading them would cost."""
    block = "\n".join(lines)
    if "  " in block or "\t" in block:
        return [folded(line) for line in lines]
    return folded(block).split("\n") if block else []


def _key(line: str) -> str:
    """What a whole line of a rule is looked up by. Dots at its end are kept: `Loading...` is not the heading `Loading`."""
    if line[0].isalnum() and line[-1].isalnum():
        return line
    return folded(undecorated(line)) + ("..." if line.endswith("...") else "")


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
    if not rule.sentences and is_sentence(text, label=not first[-1:].isalnum() or key[at : at + 1] == ":"):
        return False
    taken = ""
    for part in parts[1:-1]:
        begin = at
        at = key.find(part, at, stop)
        if at < 0:
            return False
        taken += key[begin:at]
        at += len(part)
    if rule.needs and (taken := taken + key[at:stop]).strip(TRAIL) and not any(word in taken for word in rule.needs):
        return False
    return not rest or is_link(text, key[at:]) or (rest == "headline" and " " in key[at:].strip())


def _matches_in_time(pattern: Any, bare: str, rule: Rule) -> bool:
    """Does a user's pattern match? One that takes too long does not, and a warning says so."""
    try:
        return pattern.fullmatch(bare, timeout=SECONDS) is not None
    except TimeoutError:
        told = f"pack {rule.pack}, rule {rule.name!r}: its pattern took over {SECONDS} s on a line, which was kept"
        warnings.warn(told, PatternWarning, stacklevel=2)
        return False


def _is_teaser(text: str, least: int = 4) -> bool:
    """Is it a label with a link of so many words that speaks of another text, and not of this one's source or picture?"""
    label = _ONE_LINK.fullmatch(text)
    if label is None:
        return False
    words = label[1].split()
    return words[0].casefold() not in _OWN and len(words) <= 4 and label[2].count(" ") >= least - 1


def _tells_own_address(lines: Sequence[Line], place: int) -> bool:
    """Does a label tell where the text itself stands: by its word, or by an address alone at the document's end?"""
    label, _, last = undecorated(lines[place].text).rpartition(" ")
    if "//" in last or last.startswith("www."):
        return len(lines) - place <= FOOT or _OWN_ADDRESS.search(label.casefold()) is not None
    if place + 1 == len(lines) or not is_address(undecorated(lines[place + 1].text)):
        return False
    return _OWN_ADDRESS.search(f"{label} {last}".casefold()) is not None
