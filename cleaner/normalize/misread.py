r"""
Letters that are still misread after ftfy: UTF-8 taken for Mac Roman, for an old code page of DOS, for windows-1250 …

ftfy judges a line by the company its characters keep, and is careful: what *could* be meant stays. A document knows more than
a line. Where everything out of the ordinary in it is UTF-8 under one and the same reading, that reading is what happened to
it; and a sign of mathematics or of box drawing in the middle of a word is no writer's.

What a reading is stands in :mod:`~cleaner.normalize.readings`, what a letter may stand beside in
:mod:`~cleaner.normalize.neighbours`; here the document is judged.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from cleaner.document import Document, stage
from cleaner.edits import Edit
from cleaner.normalize.about_encodings import speaks_of_encodings
from cleaner.normalize.cut_quotes import CUT, cut_quotes, may_be_cut, was_cut
from cleaner.normalize.neighbours import Site, is_used, may_be_root
from cleaner.normalize.readings import READINGS, Letter, is_suspect, letters, sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MISREAD = "misread letter"

_MANY = 3  # letters: so many that no chance makes all of them valid
_NEARLY = 12  # characters explained for one that is not: something sound may have been put around the damage
_TRIES = 4  # as often as ftfy needs for the worst that was met


@stage
def fix_misread_letters(doc: Document) -> Iterable[Edit]:
    r"""
    Give back letters that were read in the wrong encoding and that :func:`fix_encoding` left.

    Two things count as proof. Either (nearly) every character beyond ASCII of the whole document is part of valid UTF-8
    under one reading, at least three times and for two different characters: then that is what was done to it. Or letters
    are broken by what no word has inside: ``gr√∏nland``, ``f├╝r``, ``m\u0413\u0403s``; once two places in a document say
    so, the ends of words are read alike.

    The document is judged as it was at its birth, before ftfy mended most of it. No letter is guessed: each one written
    is what the characters that stood there are in bytes. It must fit its neighbours in script and case. Words that are quoted
    alone, as when damage is talked about, are left, and so are box drawings, formulas and all honest letters. Of what lost a
    byte for good only quotation marks come back (``quote cut short``): a closing one where a quotation is open that nothing
    else closes, an apostrophe in a word that the document has whole elsewhere.

    >>> fix_misread_letters("Han reiste til Gr√∏nland.")
    'Han reiste til Grønland.'
    >>> fix_misread_letters("├── src\n│   ├── a.py  # √2·√π")
    '├── src\n│   ├── a.py  # √2·√π'
    """
    text = doc.text
    if text.isascii():
        return
    suspect = is_suspect(text)
    cut = may_be_cut(text) or (doc.ledger and was_cut(doc.original))
    if not (suspect or cut):
        return
    old = Runs(text)
    new = _mended(old, Runs(doc.original) if doc.original != text else None) if suspect else old
    marks = dict(cut_quotes(new.text)) if cut else {}
    if marks or new is not old:
        yield from _differences(old, new, marks)


def _differences(old: Runs, new: Runs, marks: dict[int, str]) -> Iterator[Edit]:
    """What became of each run, and the marks that belong at some places of the new text."""
    at = to = 0
    for place, (was, now) in enumerate(zip(old.parts, new.parts, strict=True)):
        if place % 2:
            if to in marks:
                yield Edit(at, at + len(was), marks[to], CUT)
            elif was != now:
                yield Edit(at, at + len(was), now, MISREAD)
        at += len(was)
        to += len(now)


class Runs:
    """
    A text, taken apart into ASCII and the runs of characters beyond it.

    Letters of several bytes lie within a run, and no reading touches ASCII: so a text has as many parts after it was mended as
    before. Much of it is asked of each distinct run once, however often it stands there.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts = _RUN.split(text)  # ASCII, a run, ASCII, a run … ASCII

    @cached_property
    def often(self) -> Counter[str]:
        """How often each run stands there."""
        return Counter(self.parts[1::2])

    @cached_property
    def readings(self) -> frozenset[str]:
        """The readings that could make letters of some of it."""
        distinct = "\n".join(self.often)
        return frozenset(name for name in READINGS if sequence(name).search(distinct))

    @cached_property
    def length(self) -> int:
        """How many characters are beyond ASCII."""
        return sum(len(run) * times for run, times in self.often.items())

    @cached_property
    def often_between(self) -> Counter[tuple[str, str, str]]:
        """How often each run stands between these two characters, of which the first and the last may be missing."""
        ascii_parts = self.parts[::2]
        lefts = [part[-1:] for part in ascii_parts[:-1]]
        rights = [part[:1] for part in ascii_parts[1:]]
        return Counter(zip(lefts, self.parts[1::2], rights, strict=True))


_RUN = re.compile(r"([^\x00-\x7f]+)")


def _mended(now: Runs, born: Runs | None) -> Runs:
    """The text with all that is proved put right, as many times over as it was misread; the same object when nothing is."""
    readings = [_Reading(name) for name in READINGS]
    if not now.readings:
        return now
    for _ in range(_TRIES):
        before = now
        if happened := _what_happened(readings, [now, born] if born else [now]):
            now = _mended_wholly(now, *happened)
        if now is before and not speaks_of_encodings(now.text):
            now = _mended_in_words(now, born, readings)
        if now is before or not is_suspect(now.text):
            break
    return now


def _what_happened(readings: list[_Reading], moments: list[Runs]) -> tuple[_Reading, Runs] | None:
    """The reading that explains the document as a whole at some moment, and that; of several, the one that explains most."""
    explained = [(reading, runs) for reading in readings for runs in moments if reading.explains(runs)]
    if len({reading.name for reading, _ in explained}) > 1:
        return max(explained, key=lambda one: one[0].fitting(one[1]))
    return explained[0] if explained else None


def _mended_wholly(now: Runs, reading: _Reading, seen: Runs) -> Runs:
    """
    The text with all letters of this reading put right, as many times over as the text of that moment shows them.

    What has been put right since then stays: it may look damaged again, as Ä and a no-break space do.
    """
    steps = [seen.parts]
    moment = seen
    while len(steps) <= _TRIES and reading.explains(moment):
        steps.append(reading.mended_parts(moment.parts))
        moment = Runs("".join(steps[-1]))
    parts = [*now.parts]
    if steps[0][::2] == parts[::2]:
        for place in range(1, len(parts), 2):
            shown = [step[place] for step in steps]
            if parts[place] in shown:
                parts[place] = shown[-1]
    elif reading.name in now.readings:  # nobody knows which run is which; those that are as they were can be told
        parts = [reading.mended(part) if part in seen.often else part for part in parts]
    return Runs("".join(parts)) if parts != now.parts else now


def _mended_in_words(now: Runs, born: Runs | None, readings: list[_Reading]) -> Runs:
    """The text with those letters put right that break words, and those at the ends of words where several are broken."""
    first = now
    for reading in sorted(readings, key=lambda reading: reading.fitting(first), reverse=True):
        if reading.name not in now.readings:
            continue
        several = reading.breaks_several_words(first) or (born is not None and reading.breaks_several_words(born))
        if several or READINGS[reading.name]:
            sites = [
                site
                for site in reading.sites(now)
                if site.breaks_word(now.text) or (several and site.ends_word(now.text))
            ]
            now = _replaced(now, sites)
    return now


def _replaced(now: Runs, sites: list[Site]) -> Runs:
    """The text with the letters at these places."""
    if not sites:
        return now
    parts: list[str] = []
    at = 0
    for site in sites:
        parts += (now.text[at : site.start], site.letter)
        at = site.end
    return Runs("".join([*parts, now.text[at:]]))


class _Fitting(NamedTuple):
    """The letters that fit in a run: how many there are, and those that fit better than what stands there."""

    fitting: int
    promising: tuple[Site, ...]  # places counted from the beginning of the run


class _Reading:
    """One way to take UTF-8 for something else, and what it makes of the runs of a document, each of them read once."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._letters: dict[str, tuple[Letter, ...]] = {}
        self._fitting: dict[tuple[str, str, str], _Fitting] = {}

    def letters(self, run: str) -> tuple[Letter, ...]:
        """The letters that a run is made of under this reading."""
        known = self._letters.get(run)
        if known is None:
            known = self._letters[run] = tuple(letters(run, self.name))
        return known

    def mended(self, run: str) -> str:
        """The run with its letters put right."""
        parts: list[str] = []
        at = 0
        for start, end, letter in self.letters(run):
            parts += (run[at:start], letter)
            at = end
        return "".join([*parts, run[at:]]) if parts else run

    def mended_parts(self, parts: list[str]) -> list[str]:
        """A text in parts with all letters of its runs put right."""
        return [self.mended(part) if place % 2 else part for place, part in enumerate(parts)]

    def explains(self, runs: Runs) -> bool:
        """Is (nearly) all that is beyond ASCII made of letters in use, so many that it is no chance?"""
        if self.name not in runs.readings:
            return False
        missed = found = used = 0
        kinds: set[str] = set()
        formulas = True
        for run, times in runs.often.items():
            missed += len(run) * times
            for start, end, letter in self.letters(run):
                missed -= (end - start) * times
                found += times
                if is_used(letter):
                    used += times
                    kinds.add(letter)
                    formulas = formulas and may_be_root(run[start:end])
            if missed * (_NEARLY + 1) > runs.length:
                return False
        return used >= _MANY and len(kinds) > 1 and found * 3 <= used * 4 and not formulas

    def fitting(self, runs: Runs) -> int:
        """How many letters in use fit where they would stand."""
        if self.name not in runs.readings:
            return 0
        return sum(times * self._between(*where).fitting for where, times in runs.often_between.items())

    def breaks_several_words(self, runs: Runs) -> bool:
        """Are there two places, and not one that is repeated, where a word is broken?"""
        if self.name not in runs.readings:
            return False
        places: set[str] = set()
        for site in self.sites(runs):
            if site.breaks_word(runs.text):
                places.add(runs.text[max(0, site.start - 2) : site.end + 2])
                if len(places) > 1:
                    return True
        return False

    def sites(self, runs: Runs) -> Iterator[Site]:
        """All places of the text, in order, where a letter fits better than what stands there."""
        at = 0
        for place, part in enumerate(runs.parts):
            if place % 2 and self.letters(part):
                left, right = runs.parts[place - 1][-1:], runs.parts[place + 1][:1]
                for site in self._between(left, part, right).promising:
                    yield site._replace(start=at + site.start)
            at += len(part)

    def _between(self, left: str, run: str, right: str) -> _Fitting:
        """What fits in a run that stands between two characters."""
        known = self._fitting.get((left, run, right))
        if known is None:
            fitting = [site for site in _sites(self.letters(run), left, run, right) if site.fits()]
            promising = tuple(site for site in fitting if site.is_odd() or site.may_begin_word())
            known = self._fitting[left, run, right] = _Fitting(len(fitting), promising)
        return known


def _sites(found: tuple[Letter, ...], left: str, run: str, right: str) -> Iterator[Site]:
    """The letters of a run with what stands beside each: another letter, or a character of the run or on either side of it."""
    last = len(found) - 1
    for place, (start, end, letter) in enumerate(found):
        before = run[start - 1] if start else left
        after = run[end] if end < len(run) else right
        if place and found[place - 1].end == start:
            before = found[place - 1].letter
        if place < last and found[place + 1].start == end:
            after = found[place + 1].letter
        yield Site(start, run[start:end], letter, before, after)
