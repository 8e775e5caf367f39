"""Every case of fixtures/, one runner for each kind. A new case needs no code here; fixtures/README.md says how."""

from __future__ import annotations

import pytest
from cases import ROOT, Case, CaseError, Page, as_file, as_json, cases, counts, floors, pages, read

import cleaner


def _marked(found: tuple[Case, ...] | tuple[Page, ...]) -> list[object]:
    """As parameters, known failures as strict xfails with their reason."""
    return [
        pytest.param(
            one,
            id=getattr(one, "id", None) or one.slug,
            marks=[pytest.mark.xfail(reason=one.fails)] if one.fails else [],
        )
        for one in found
    ]


@pytest.mark.parametrize("case", _marked(cases()))
def test_case(case: Case) -> None:
    """What a case says becomes of a text does, and what must not change does not."""
    assert case.result().text == case.after


@pytest.mark.parametrize("page", _marked(pages()))
def test_page(page: Page) -> None:
    """A page comes out with the text and the metadata of its goldens."""
    document = page.result()
    assert as_file(document.text) == page.text
    if page.metadata is not None:
        assert as_json(document) == page.metadata


@pytest.mark.parametrize("file", sorted({case.file for case in cases()}))
def test_file_has_negatives(file: str) -> None:
    """Who says what must change also says what must not: harm done to a good text is the worst fault there is."""
    assert any(case.is_negative for case in cases() if case.file == file), f"{file} has no case with `same`"


@pytest.mark.parametrize("stage", cleaner.STANDARD.stages, ids=lambda stage: stage.name)
def test_stage_has_cases(stage: cleaner.Stage) -> None:
    """Every stage that cleans by default has its file of cases."""
    assert any(case.file == f"stages/{stage.name}.toml" for case in cases()), f"write fixtures/stages/{stage.name}.toml"


def test_floors() -> None:
    """No case goes missing and none that passed becomes a known failure, unless fixtures/floors.toml is lowered by hand."""
    today = counts()
    for file, floor in floors().items():
        found = today.get(file, {"cases": 0, "passing": 0})
        for what, least in floor.items():
            assert found[what] >= least, f"fixtures/{file}: {found[what]} {what}, and there were {least}"


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('[[case]]\nname = "n"\nsame = "a"\nbefor = "b"', "befor is not something a case says"),
        ('[[case]]\nname = "n"\nbefore = "a"', "either same, or before and after"),
        ('[[case]]\nname = "n"\nbefore = "a"\nafter = "a"', "write it as same"),
        ('[[case]]\nsame = "a"', "without a name"),
        ('[[case]]\nname = "n"\nsame = "a"\n[[case]]\nname = "n"\nsame = "b"', "stands twice"),
        ('[case]\nname = "n', "stages/fix_dashes.toml"),
        ("", "holds [[case]] tables"),
    ],
)
def test_bad_case_is_explained(tmp_path: object, monkeypatch: pytest.MonkeyPatch, toml: str, says: str) -> None:
    """Who mistypes a case is told where and what to write, not shown a traceback of ours."""
    monkeypatch.setattr("cases.FIXTURES", tmp_path)
    path = tmp_path / "stages" / "fix_dashes.toml"
    path.parent.mkdir()
    path.write_text(toml, "utf-8")
    with pytest.raises(CaseError) as raised:
        read(path)
    assert says in str(raised.value)


def test_one_story_two_layouts() -> None:
    """A print and a shuffled dump of one agency story come out with the same paragraphs, one for one."""
    seeds = sorted((ROOT / "seeds").iterdir())
    prints, dump = (cleaner.clean(seeds[n].read_bytes()).text.split("\n\n") for n in (1, 2))
    assert len(prints) == len(dump)
    for one, other in zip(prints, dump, strict=True):
        shared = set(one.lower().split()) & set(other.lower().split())
        assert 2 * len(shared) > len(set(one.split())), (one, other)
