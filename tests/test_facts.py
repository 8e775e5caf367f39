"""Facts say what the cases in ``fixtures/facts`` say, and are quick and quiet about everything else."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pace
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.facts import bylines, dates, labels, licenses, urls
from cleaner.facts import credits as picture_credits
from cleaner.language import guess_language
from cleaner.lines import LINK, unmarked
from cleaner.rules.labels import undecorated

FIXTURES = Path(__file__).parent.parent / "fixtures" / "facts"
PROSE = (
    "The bridge over the river was closed on Monday, and nobody knows for how long it will be, said the mayor, who had "
    '"asked for help" in 2022 from the state and from others, but got none of it until the water came. '
) * 2


def told(name: str, case: dict[str, Any]) -> dict[str, Any] | None:
    """What the reader called `name` says of a case, under the names that the cases use."""
    text, language, url = case["text"], case.get("language"), case.get("url")
    match name:
        case "read_date":
            day = dates.read_date(text, language, url)
            return day and {**day._asdict(), "shown": text[day.start : day.end]}
        case "leading_date":
            day = dates.leading_date(text, language, url)
            return day and {**day._asdict(), "rest": text[day.end :]}
        case "read_byline":
            line = bylines.read_byline(text, language)
            return line and {**line._asdict(), "written": line.text, "date": line.date and line.date.iso}
        case "read_sign_off":
            closing = bylines.read_sign_off(text, desk=case.get("desk", False))
            return closing and {
                "agency": closing.agency,
                "authors": list(closing.authors),
                "shown": text[closing.start : closing.end],
            }
        case "read_credit":
            credit = picture_credits.read_credit(text)
            return credit and {"caption": credit.text, "credit": credit.credit, "license": credit.license}
        case "read_url_line":
            line_of_url = urls.read_url_line(text, shape=case.get("shape", False))
            return line_of_url and {
                "address": line_of_url.url,
                "label": line_of_url.label,
                "known": line_of_url.known,
            }
        case "read_label":
            field = labels.read_label(text)
            assert field is None or text.startswith(field.value, field.start)
            return field and {"role": field.role, "value": field.value, "label": field.name}
        case "guess_language":
            code = guess_language(text.replace("\\ud800", "\ud800"))
            return {"language": code} if code else None
    raise AssertionError(f"fixtures/facts/{name}.toml names no reader")


def cases() -> list[Any]:
    """All cases, under the names of their readers."""
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
        for path in sorted(FIXTURES.glob("*.toml"))
        for case in tomllib.loads(path.read_text("utf-8"))["case"]
    ]


@pytest.mark.parametrize(("name", "case"), cases())
def test_case(name: str, case: dict[str, Any]) -> None:
    """A case is told as it says; whether it is `none` or not must be written down."""
    found = told(name, case if name != "guess_language" else {"text": case["text"]})

    if case.get("none"):
        assert found is None
        return
    keys = case.keys() - {
        "name",
        "text",
        "source",
        "url",
        "shape",
        "desk",
        *(("language",) if name != "guess_language" else ()),
    }
    assert keys, "say what is read, or none = true"
    assert found is not None
    if "rest" in case:
        assert found.pop("rest").startswith(case["rest"])
        keys -= {"rest"}
    assert {key: found[key] for key in keys} == {key: case[key] for key in keys}


def test_every_file_has_negatives_first() -> None:
    """Ten lines that are none of it stand before the first that is."""
    for path in FIXTURES.glob("*.toml"):
        rows = tomllib.loads(path.read_text("utf-8"))["case"]

        assert all(row.get("none") for row in rows[:10]), path.name
        assert sum(not row.get("none") for row in rows) >= 10, path.name


READERS = (
    dates.read_date,
    dates.leading_date,
    bylines.read_byline,
    bylines.read_names,
    bylines.read_sign_off,
    picture_credits.read_credit,
    urls.read_url_line,
    labels.read_label,
    licenses.read_license,
    urls.site_of,
    dates.date_in_url,
    guess_language,
)
PIECES = (
    "By ~Von ~Photo: ~Jane Doe~AFP~(~)~/~|~, ~ and ~January ~25~2022~-~.~:~10:30~ AM~ GMT~+0~99~99999999999999999999~T"
    "~Z~年~月~日~©~CC BY~https://a.b~[~](~<~>~*~\n~Posted on ~\ud800~\x00~É~ß~İ~٢~²~①~ ~\u00a0~Reporting by ~;~。~오후"
    "~am~Uhr"
)


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES.split("~")), max_size=25).map("".join)))
def test_readers_take_any_text(text: str) -> None:
    """No reader stumbles over any text, and spans lie within it."""
    for read in READERS:
        found = read(text)

        if isinstance(found, dates.Found | bylines.SignOff):
            assert 0 <= found.start <= found.end <= len(text)
        if isinstance(found, bylines.Byline) and found.date:
            assert 0 <= found.date.start <= found.date.end <= len(text)


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize(
    "text", [PROSE * 3000, " " * 500_000, "(" * 500_000, "By " * 200_000, "1/" * 200_000], ids=lambda text: text[:3]
)
def test_long_lines_cost_nothing(read: Any, text: str) -> None:
    """A line of a megabyte is refused, or looked at only in part."""
    start = time.perf_counter()

    read(text)

    assert time.perf_counter() - start < 1.0  # seconds; the first call builds its tables, and the machine may be busy


def test_prose_is_none_of_it() -> None:
    """A paragraph is no date, no byline, no credit, no address."""
    assert [read(PROSE) for read in READERS[:8]] == [None, None, None, [], None, None, None, None]


@pytest.mark.parametrize(
    ("text", "words", "address"),
    [
        ("[The Bridge](https://example.org/Bridge_(river))", "The Bridge", "https://example.org/Bridge_(river)"),
        ('[The Bridge](https://example.org/a "a title")', "The Bridge", "https://example.org/a"),
        ("[The Bridge]( <https://example.org/a> 'a title' )", "The Bridge", "https://example.org/a"),
        ("![](ferry.png)", "", "ferry.png"),
        ("[The Bridge](#)", "The Bridge", "#"),
    ],
)
def test_links(text: str, words: str, address: str) -> None:
    """One pattern finds them all, and all who look through links see the same words."""
    link = LINK.fullmatch(text)

    assert link is not None
    assert link.groups() == (words, address)
    assert unmarked(text) == undecorated(text) == words


@pytest.mark.parametrize("text", ["[sic] (he said)", "[a](b c)", "[a](b", "a](b)", "[a] (b)", "[a\nb](c)"])
def test_what_is_no_link(text: str) -> None:
    """Brackets that a writer set stay."""
    assert LINK.search(text) is None
    assert unmarked(text) == text


@pytest.mark.parametrize(
    "read", [lambda text: LINK.sub("", text), unmarked, undecorated], ids=["LINK", "bare", "label"]
)
@pytest.mark.parametrize("unit", ["[", "](", "[](", "[a](b(", '[a](b "', "[a](<", "![", "[]", "*", "_", "\\["])
def test_links_are_found_in_linear_time(read: Any, unit: str) -> None:
    """160 kB of what a link is made of take twice as long as 80; were each tried to its end, it would be minutes."""
    for head, piece in (("", unit), ("[a](b", " "), ("[" + unit, "a"), ("[a](b)", unit)):
        half = 80_000 // len(piece)

        assert pace.growth(read, head + piece * half, head + piece * 2 * half) < pace.MOST


@pytest.mark.parametrize(
    "text",
    [
        "References",
        "Sources:",
        "**Links**",
        "## Further reading",
        "Quellen:",
        "Fuentes",
        "Литература",
        "5. Bibliographie",
        "参考文献：",
    ],
)
def test_headings_of_references(text: str) -> None:
    """What stands under them is the writer's."""
    assert urls.is_list_label(text)
    assert urls.read_url_line(text, shape=True) is None


@pytest.mark.parametrize(
    "text", ["", "Source:", "Quelle", "Original url:", "The sources of the river", "Sources: Jane Doe", "Links " * 500]
)
def test_no_headings_of_references(text: str) -> None:
    """One source announces the address of the text, and a sentence announces nothing."""
    assert not urls.is_list_label(text)


def test_month_in_url() -> None:
    """A path may tell the month and not the day."""
    assert dates.month_in_url("http://ferries.example/2020/05/timetable-7.html") == "2020-05"
    assert dates.month_in_url("http://news.example/world/2022-a.html") is None
    assert dates.date_in_url("http://news.example/world/2022/jan/25/cold") == "2022-01-25"
    assert dates.date_in_url("http://news.example/a?d=2022-01-25") is None
    assert dates.date_in_url("http://news.example/a-2022-13-45") is None
