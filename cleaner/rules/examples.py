"""Does a rule do what its examples say?"""

from __future__ import annotations

from pathlib import Path

from cleaner.errors import PackError
from cleaner.lines import lines_of
from cleaner.rules.index import RuleIndex
from cleaner.rules.packs import Pack, Rule, builtin_packs, parse_pack
from cleaner.rules.removals import removals

_AROUND = "The rain began early on Monday and did not stop before the evening, when the river had already left its bed."


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
    company = RuleIndex(rule for each in (*builtin_packs(), pack) for rule in each.rules)
    for rule in pack.rules:
        for problem in problems_of(rule, company):
            raise PackError(f"{path}, rule {rule.name!r}: {problem}")
    return pack


def problems_of(rule: Rule, company: RuleIndex | None = None) -> list[str]:
    """
    What is wrong with a rule's examples, each as a sentence; empty when all is well.

    A line alone must fall under the rule (`drops`) or not (`keeps`). Several lines are a piece of a page and are put
    between paragraphs: all of them must go, or none. In such a piece the rules of `company` take part, for what is only
    likely lives on its neighbours; with `company` every example is tried once more with all of them.
    """
    alone = RuleIndex([rule])
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
    gone = {removal.place for removal in removals(index, text, lines, page=True)}
    return [line.text for place, line in enumerate(lines) if place not in gone]
