"""The rule packs: their examples, their form, and what the neighbourhood decides."""

from __future__ import annotations

import pickle
import warnings
from typing import TYPE_CHECKING

import pace
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import rules
from cleaner.document import Document, Stage
from cleaner.edits import Edit
from cleaner.rules import PackError, RuleIndex, builtin_packs, load_pack, parse_pack, problems_of
from cleaner.strip.widgets import StripWidgets, strip_widgets

if TYPE_CHECKING:
    from pathlib import Path

RULES = [rule for pack in builtin_packs() for rule in pack.rules]
ALL = RuleIndex(RULES)

PACK = """
[pack]
name = "mine"

[[rule]]
name = "tide table"
role = "widget"
about = "The times of the tide, which the harbour's paper prints under every article."
safety = "sure"
lines = ["High water: …", "Low water: …"]
drops = ["High water: 04:12"]
keeps = ["High water came at four."]
"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.pack}: {rule.name}")
def test_examples(rule: rules.Rule) -> None:
    """Every example does what it should, alone and with all packs together."""
    assert problems_of(rule, ALL) == []


def test_names_are_unique() -> None:
    """A rule's name tells which rule it is, over all packs."""
    names = [rule.name for rule in RULES]
    assert [name for name in names if names.count(name) > 1] == []


@pytest.mark.parametrize("pack", builtin_packs(), ids=lambda pack: pack.name)
def test_lines_are_well_formed_and_single(pack: rules.Pack) -> None:
    """A line stands in one rule of its pack, once, and means something."""
    owner: dict[str, str] = {}
    for rule in pack.rules:
        for line in rule.lines:
            assert not rules.form_problem(line), (rule.name, line)
            key = line.casefold().strip()
            assert key not in owner, f"{line!r} is in {owner[key]!r} and in {rule.name!r}"
            owner[key] = rule.name


def test_a_pack_of_ones_own(tmp_path: Path) -> None:
    """A user's pack is checked on load, works beside the built-in ones, and travels to another process."""
    path = tmp_path / "mine.toml"
    path.write_text(PACK, "utf-8")
    stage = Stage(StripWidgets().with_packs(load_pack(path)), "strip_widgets")
    text = "It rained.\n\nHigh water: 04:12\n\nAdvertisement\n\nNobody came."
    assert [edit.rule for edit in stage.edits(text)] == ["widget:tide table", "widget:advert label"]
    assert pickle.loads(pickle.dumps(stage))(text) == stage(text)  # noqa: S301 - our own
    assert strip_widgets(text) != stage(text)


BROKEN = {
    "no name": ("[pack]", 'begin the file with [pack] and name = "…"'),
    "no TOML": ("[pack", "not TOML"),
    "no counter-example": (PACK.replace('keeps = ["High water came at four."]', ""), "no keeps; add at least one"),
    "no example": (PACK.replace('drops = ["High water: 04:12"]', "drops = []"), "no drops; add at least one"),
    "a wrong word": (PACK.replace("safety", "saftey"), "is it 'safety'?"),
    "a wrong role": (PACK.replace('role = "widget"', 'role = "gadget"'), "role 'gadget'; it is one of"),
    "a wrong safety": (PACK.replace('"sure"', '"certain"'), "it is one of guess, likely, sure"),
    "nothing to look for": (PACK.replace('lines = ["High water: …", "Low water: …"]', ""), "neither lines nor pattern"),
    "every line": (PACK.replace('"Low water: …"', '"…"'), "would be every line"),
    "an unknown placeholder": (PACK.replace('"Low water: …"', '"Low water: <time>"'), "there are <number>"),
    "a placeholder in the midst": (PACK.replace('"Low water: …"', '"Low <link> water"'), "it can only come last"),
    "one bracket": (PACK.replace("[[rule]]", "[rule]"), "with two brackets"),
    "a text for a number": (PACK.replace("lines =", 'longest = "10"\nlines ='), "it takes a number"),
    "a bad pattern": (PACK.replace("lines =", "pattern = '(' \nlines ="), "no regular expression"),
    "two of a name": (PACK + PACK[PACK.index("[[rule]]") :], "there are two of that name"),
    "a drop that stays": (PACK.replace("04:12", "04:12."), "should go and stays"),
    "a keep that goes": (PACK.replace("came at four.", ": nobody knows"), "should stay and goes"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_pack_says_what_to_do(name: str, tmp_path: Path) -> None:
    """A pack that cannot be used names the file, the fault and the remedy."""
    text, message = BROKEN[name]
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(PackError) as caught:
        load_pack(path)
    assert "mine.toml" in str(caught.value)
    assert message in str(caught.value)


def test_a_missing_pack(tmp_path: Path) -> None:
    """A file that is not there is no traceback."""
    with pytest.raises(PackError, match=r"nowhere\.toml: cannot be read"):
        load_pack(tmp_path / "nowhere.toml")


def test_two_packs_with_one_name_of_a_rule() -> None:
    """A user's rule may not take the name of a built-in one."""
    pack = parse_pack(PACK.replace("tide table", "advert label"))
    with pytest.raises(PackError, match="pack en has a rule of that name"):
        Stage(StripWidgets().with_packs(pack), "strip_widgets").edits("Advertisement")


def test_a_slow_pattern_costs_a_line_not_the_text() -> None:
    """A user's pattern that runs wild is stopped, and the line stays."""
    pack = parse_pack(PACK.replace("lines =", "pattern = '(h|h|hh)*y'\nlines ="))
    stage = Stage(StripWidgets(builtin=False).with_packs(pack), "strip_widgets")
    text = "h" * 60 + "yz" + "\n\nHigh water: 04:12"
    with pytest.warns(rules.PatternWarning, match="tide table"):
        assert stage(text) == "h" * 60 + "yz" + "\n\n"


def test_roles_and_safety() -> None:
    """What may go can be narrowed by role and by safety; a word that means nothing is refused."""
    text = "It rained on Monday, and on Tuesday it did so again.\n\nBack to top\n\nPrint\n\n© 2019 Example Ltd."
    assert [edit.rule for edit in strip_widgets.edits(text)] == [
        "navigation:page control",
        "widget:share word",
        "legal:copyright line",
    ]
    sure = Stage(StripWidgets(safety="sure"), "strip_widgets")
    assert [edit.rule for edit in sure.edits(text)] == ["navigation:page control"]
    likely = Stage(StripWidgets(safety="likely"), "strip_widgets")
    assert [edit.rule for edit in likely.edits(text)] == ["navigation:page control", "legal:copyright line"]
    legal = Stage(StripWidgets(roles=("legal",), page=True), "strip_widgets")
    assert [edit.rule for edit in legal.edits(text)] == ["legal:copyright line"]
    with pytest.raises(ValueError, match="no role 'gadget'"):
        StripWidgets(roles=("gadget",))
    with pytest.raises(ValueError, match="no safety 'certain'"):
        StripWidgets(safety="certain")


def test_a_page_shows_itself() -> None:
    """What an editor could have left in goes only from a page: one that is told to be, that was stripped, or that has worse."""
    article = "It rained on Monday, and on Tuesday it did so again.\n\nRelated: Ten rains\n\nNobody minded."
    page = article + "\n\nSkip to content"
    assert strip_widgets(article) == article
    assert [edit.rule for edit in strip_widgets.edits(page)] == ["related:related label", "navigation:page control"]
    known = Stage(StripWidgets(page=True), "strip_widgets")
    assert [edit.rule for edit in known.edits(article)] == ["related:related label"]
    known = Stage(StripWidgets(page=False), "strip_widgets")
    assert [edit.rule for edit in known.edits(page)] == ["navigation:page control"]
    titled = Document.of("Ten days of rain\n\n" + article).edited("strip_front_matter", [Edit(0, 16, "", "title")])
    assert [edit.rule for edit in strip_widgets.edits(titled)] == ["related:related label"]


def test_settings_are_told_by_what_packs_hold() -> None:
    """Two settings look alike when their packs say the same, so that a pipeline's fingerprint can be made of them."""
    mine = repr(StripWidgets().with_packs(parse_pack(PACK)))
    assert mine == repr(StripWidgets().with_packs(parse_pack(PACK)))
    assert mine != repr(StripWidgets().with_packs(parse_pack(PACK.replace("Low water", "Ebb"))))
    assert mine != repr(StripWidgets())


def test_decoration_is_looked_through() -> None:
    """List marks, headings, emphasis, links, brackets and arrows do not hide a label; quotation marks do."""
    for line in (
        "- Advertisement",
        "## Advertisement",
        "**Advertisement**",
        "[Advertisement](https://example.org/a_b)",
        "(Advertisement)",
        "ADVERTISEMENT »",
        "• _Advertisement_:",
        "> Advertisement...",
    ):
        assert ALL.match(line), line
    for line in ("“Advertisement”", '"Advertisement"', "«Advertisement»", "‘Advertisement’"):
        assert ALL.match(line) is None, line


NASTY = {  # what it opens with, what it is made of, and how often
    "blanks": ("", " ", 80_000),
    "brackets": ("", "[", 80_000),
    "half links": ("", "](", 40_000),
    "blank lines": ("", "\n", 80_000),
    "one word": ("", "x", 1_000_000),
    "emphasis": ("", "*_", 40_000),
    "buttons": ("", "• Share\n", 3_000),
    "a menu": ("", "Politics\n", 3_000),
    "a list with an introduction": ("A long line that introduces a row of words in this way:\n", "• Print\n", 3_000),
    "three roles": ("", "Advertisement\nPolitics\n• Print\n", 1_000),
    "headlines": ("Related:\n", "[Two ships sink off the coast](#)\n", 3_000),
    "half signs": ("", "\ud800\x00\n\x85\u2028", 3_000),
    "nothing": ("", "", 1),
}


@pytest.mark.parametrize("name", NASTY)
def test_large_and_nasty_texts(name: str) -> None:
    """The answer stays when it is asked again, whatever the text is made of."""
    head, unit, times = NASTY[name]
    once = strip_widgets(head + unit * times)

    assert strip_widgets(once) == once


@pytest.mark.parametrize("name", [name for name in NASTY if name != "nothing"])
def test_time_grows_with_the_text(name: str) -> None:
    """Twice the text takes about twice the time; were it tried in pairs, it would take four times as long."""
    head, unit, times = NASTY[name]
    strip_widgets.edits(head + unit)  # reads the packs

    assert pace.growth(strip_widgets.edits, head + unit * times, head + unit * 2 * times) < pace.MOST


LINES = st.sampled_from(
    [line for rule in RULES for example in (*rule.drops, *rule.keeps) for line in example.split("\n")]
    + [
        "",
        "  ",
        "It rained on Monday, and on Tuesday it did so again, said the mayor.",
        "he asked which of these we used:",
    ]
)


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_asking_twice_changes_nothing(text: str) -> None:
    """The result of the stage is left as it is, and the very same object comes back."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        once = strip_widgets(Document.of(text))
    assert strip_widgets(once) is once
