"""
Which lines of a text go: what the rules say of each, and what the neighbourhood says to it.

A text that is already an article keeps every word. Furniture that a writer or an editor could have left in goes only from a
document that shows itself to be a saved page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cleaner.lines import LINK
from cleaner.rules.index import HEADING_LIKE, SHORT
from cleaner.rules.labels import LIST_MARK, MOST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cleaner.lines import Line
    from cleaner.rules.index import RuleIndex
    from cleaner.rules.packs import Rule

HEADLINE = 150  # characters: no headline is longer
EDGE = 3  # lines: how far the edge of a document reaches
PROSE = 45  # characters: a line this long may be the wrapped line of a paragraph

_ONLY_LINK = re.compile(rf"[\W_]*(?=\[[^\[\]]{{3}}){LINK.pattern}[\W_]*")
_WORD_END = re.compile(r"[.!?\u2026:;][\"'\u201d\u2019\u00bb)*_\]]*$")


class Removal(NamedTuple):
    """The line at `place` goes, because of the rule that `label` names."""

    place: int
    label: str


def removals(index: RuleIndex, text: str, lines: Sequence[Line], *, page: bool | None = None) -> list[Removal]:
    r"""
    The lines of `text` that are not its writer's, as far as the rules of `index` and the neighbourhood tell.

    What is sure goes anywhere. The rest goes only from a saved page: one that is known for it (`page`), or, as long as nothing
    is known (None), one from which something sure goes. There, what is likely goes too, and a guess beside another line that goes, at an edge of the
    document, beside a line of its role and another rule, or when it recurs between paragraphs. Two things stay in any case:
    a piece of a torn sentence, and a list that the writer introduces with a colon. The answer stays the same when it is
    asked of the result again.

    >>> from cleaner.lines import lines_of
    >>> from cleaner.rules import builtin_index
    >>> text = "Nobody slept.\n\nRead more: The night in pictures"
    >>> removals(builtin_index(), text, lines_of(text))
    []
    >>> removals(builtin_index(), text, lines_of(text), page=True)
    [Removal(place=1, label='related:related label')]
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
    # A line that goes can bring others to an edge or out of a guard, and the first that is sure shows the page; a few rounds
    # do, the bound is for texts made to be nasty.
    for _ in range(64):
        before = len(gone)
        guesses = _take_what_is_told(text, lines, found, gone, page=bool(page))
        if page and guesses:
            _take_guesses(lines, found, guesses, times, gone, has_body=has_body)
        if len(gone) == before:
            break
        page = page is not False
    return [Removal(place, label) for place, label in sorted(gone.items())]


def _take_what_is_told(
    text: str, lines: Sequence[Line], found: dict[int, tuple[Rule, str]], gone: dict[int, str], *, page: bool
) -> list[int]:
    """Take out what is sure, and from a page what is likely. `gone` grows; the places of guesses come back."""
    introduced: dict[int, bool] = {}
    above: dict[int, int] = {}  # from a line that went to the one before it that stays: no run is walked twice
    guesses: list[int] = []
    for place, (rule, safety) in sorted(found.items()):
        if place in gone or (not page and safety in ("guess", "likely")):
            continue
        last = _before(place, gone, above)
        if _continues(text, lines, place, last, found, gone) or _is_introduced(lines, place, gone, introduced):
            continue
        if safety == "guess":
            guesses.append(place)
        elif safety != "alone" or _stands_alone(lines, place, last, found):
            gone[place], above[place] = rule.label, last
            if safety != "alone":
                _take_headlines(lines, place, found, gone, rule)
    return guesses


def _take_guesses(
    lines: Sequence[Line],
    found: dict[int, tuple[Rule, str]],
    guesses: list[int],
    times: dict[str, int],
    gone: dict[int, str],
    *,
    has_body: bool,
) -> None:
    """Take out the guesses that their neighbours speak for. `gone` grows."""
    edges = _edges(lines, gone, found) if has_body else set()
    for row in (guesses, reversed(guesses)):
        for place in row:
            if place in gone:
                continue
            rule = found[place][0]
            beside = [found[near][0] for near in (place - 1, place + 1) if near in found and near not in gone]
            if (
                (place - 1 in gone and not _is_heading(lines, place, found, gone))
                or place + 1 in gone
                or place in edges
                or (times[lines[place].text] > 1 and _stands_alone(lines, place, _before(place, gone, {}), found))
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
        heading = place in found and found[place][0].role in HEADING_LIKE
        if order and not (heading and order + 1 < len(top) and _is_paragraph(lines[top[order + 1]])):
            edges.add(place)
    for place in _some(range(len(lines) - 1, -1, -1), gone, EDGE):
        if _is_paragraph(lines[place]):
            break
        edges.add(place)
    return edges


def _is_heading(lines: Sequence[Line], place: int, found: dict[int, tuple[Rule, str]], gone: dict[int, str]) -> bool:
    """May the line be the heading of the paragraph below: a word of a menu, and no column of such words above it?"""
    if found[place][0].role not in HEADING_LIKE or place + 1 == len(lines) or not _is_paragraph(lines[place + 1]):
        return False
    above = found.get(place - 1)
    return not (place - 1 in gone and above and above[1] == "guess" and above[0].role in HEADING_LIKE)


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
    if begun and line.text[:1].islower():
        return True
    sure = found[place][1] == "sure"
    if sure and (last == 0 or LIST_MARK.match(line.text) or _is_apart(text, lines, place)):
        return False  # the line above may be a title, which ends in no full stop either
    if begun and not sure and line.text.endswith("."):
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


def _is_apart(text: str, lines: Sequence[Line], place: int) -> bool:
    """Is there a blank line above and below?"""
    start = lines[place - 1].end if place else 0
    stop = lines[place + 1].start if place + 1 < len(lines) else len(text)
    above = not place or text.count("\n", start, lines[place].start) > 1
    return above and (place + 1 == len(lines) or text.count("\n", lines[place].end, stop) > 1)


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
            if not LIST_MARK.match(lines[place].text):
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
    return all(len(lines[near].text) > SHORT and not LIST_MARK.match(lines[near].text) for near in (last, after))


def _take_headlines(
    lines: Sequence[Line], place: int, found: dict[int, tuple[Rule, str]], gone: dict[int, str], rule: Rule
) -> None:
    """The links right under a label that goes (`Related articles`), and the one headline under a related label with a colon."""
    if rule.role not in HEADING_LIKE or (rule.role != "related" and rule.safety == "sure"):
        return  # under `Skip to content` stands the content
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
    if rule.role != "related":
        return
    if after == place + 1 < len(lines) and after not in found and label.rstrip("*_ ").endswith(":"):
        headline = lines[after].text
        if (
            len(headline) <= HEADLINE
            and headline.count(" ") >= 2
            and headline[:1].isupper()
            and not _WORD_END.search(headline[-8:])
        ):
            gone[after] = rule.label
