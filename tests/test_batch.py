"""Hostile folders: whatever lies in them, every good file comes out, and whatever did not is named."""

from __future__ import annotations

import json
import os
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import batch
from cleaner.batch import Job, Outcome, Report, do, run
from cleaner.document import Document, stage
from cleaner.emit import as_markdown, escape_markdown, timestamp, utf8
from cleaner.files import Input, Lost, RefusedError, Skipped, find, guard, legible, place, whole
from cleaner.pipeline import Pipeline
from cleaner.recipes import GENTLE, STANDARD

DIRTY = "The bridge was closed on Monday. \n\n\n\nNobody knows for how long.\n"
CLEAN = "The bridge was closed on Monday.\n\nNobody knows for how long.\n"


@stage
def stumble(doc: Document):
    """Fail on texts that ask for it."""
    if "stumble" in doc.text:
        raise ZeroDivisionError("division by zero")
    return ()


STUMBLE = Pipeline("stumble", (*GENTLE, stumble))


def write(folder: Path, **files: str | bytes) -> Path:
    """Files in a folder: ``a_txt="…"`` is a.txt, ``sub__a_txt`` is sub/a.txt."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def tree(folder: Path) -> dict[str, str]:
    """What lies in a folder, hidden files too."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def link(path: Path, target: str) -> None:
    """A link at `path`; where there are none, the test is skipped."""
    try:
        path.symlink_to(target)
    except OSError as error:
        pytest.skip(f"no links here: {error}")


def test_names_and_folders_come_back(tmp_path):
    """Every input comes out under its own name, in its own folder, with the suffix of the format."""
    source = write(tmp_path / "in", a_txt=DIRTY, sub__b_md=DIRTY, sub__deep__c_txt=DIRTY)

    report = run([source], tmp_path / "out", pipeline=GENTLE)

    assert tree(tmp_path / "out") == {"a.txt": CLEAN, "sub/b.txt": CLEAN, "sub/deep/c.txt": CLEAN}
    assert (report.count("cleaned"), report.exit_code) == (3, 0)


def test_equal_inputs_give_two_outputs(tmp_path):
    """Two files with the same words are two files."""
    source = write(tmp_path / "in", a_txt=DIRTY, b_txt=DIRTY)

    run([source], tmp_path / "out", pipeline=GENTLE)

    assert list(tree(tmp_path / "out")) == ["a.txt", "b.txt"]


def test_one_bad_file_costs_no_other_its_output(tmp_path):
    """A dangling link, a loop, a stage that fails: each is a named failure, and all good files come out."""
    source = write(tmp_path / "in", a_txt=DIRTY, b_txt="stumble", c_txt="", z_txt=DIRTY)
    link(source / "dangling.txt", "nowhere.txt")
    link(source / "loop.txt", "loop.txt")

    report = run([source], tmp_path / "out", pipeline=STUMBLE)

    assert tree(tmp_path / "out") == {"a.txt": CLEAN, "c.txt": "", "z.txt": CLEAN}
    assert {(outcome.path.name, outcome.reason) for outcome in report.failed} == {
        ("b.txt", "ZeroDivisionError: division by zero"),
        ("dangling.txt", "a link that leads nowhere, to nowhere.txt"),
        ("loop.txt", "a link that leads nowhere, to loop.txt"),
    }
    assert report.exit_code == 3


def test_unreadable_file_is_named(tmp_path, monkeypatch):
    """A file that may not be read fails with the system's reason."""
    source = write(tmp_path / "in", a_txt=DIRTY, b_txt=DIRTY)
    read = Path.read_bytes

    def refuse(path):  # the super-user may read everything, so the system cannot be asked to refuse
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    report = run([source], tmp_path / "out", pipeline=GENTLE)

    assert [(outcome.path.name, outcome.reason) for outcome in report.failed] == [
        ("a.txt", "PermissionError: Permission denied")
    ]
    assert tree(tmp_path / "out") == {"b.txt": CLEAN}


@pytest.mark.parametrize(
    "data", [b"\x00", bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\xff", b"\xed\xa0\x80"]
)
def test_bytes_that_are_no_text(tmp_path, data):
    """They give a result or a reason, never an exception, and the neighbour comes out."""
    source = write(tmp_path / "in", a_txt=data, b_txt=DIRTY)

    report = run([source], tmp_path / "out")

    assert (tmp_path / "out/b.txt").read_text("utf-8") == CLEAN
    assert len(report.outcomes) == 2
    assert all(outcome.reason for outcome in report.failed)
    assert (tmp_path / "out/a.txt").exists() != bool(report.failed)


def test_empty_file_gives_empty_file(tmp_path):
    """Nothing in, nothing out, and it counts as unchanged."""
    report = run([write(tmp_path / "in", a_txt="")], tmp_path / "out")

    assert tree(tmp_path / "out") == {"a.txt": ""}
    assert report.count("unchanged") == 1


def test_long_line(tmp_path):
    """A line of 5 MB is a text like any other."""
    line = "The bridge was closed on Monday. " * 150_000

    report = run([write(tmp_path / "in", a_txt=line)], tmp_path / "out", pipeline=GENTLE)

    assert report.exit_code == 0
    assert (tmp_path / "out/a.txt").read_text("utf-8") == line.strip() + "\n"


def test_same_stem_in_one_folder(tmp_path):
    """a.md and a.txt would both become a.txt: the one that is not called so keeps its whole name."""
    source = write(tmp_path / "in", a_md=DIRTY, a_txt=CLEAN)

    run([source], tmp_path / "out", pipeline=GENTLE)

    assert list(tree(tmp_path / "out")) == ["a.md.txt", "a.txt"]


def test_same_name_in_two_folders(tmp_path):
    """Two folders that are given keep apart, in whatever order they are given."""
    one, two = write(tmp_path / "in/one", a_txt=DIRTY), write(tmp_path / "in/two", a_txt=DIRTY)

    for paths, out in (([one, two], "out"), ([two, one], "again")):
        run(paths, tmp_path / out, pipeline=GENTLE)

        assert list(tree(tmp_path / out)) == ["one/a.txt", "two/a.txt"]


def test_two_folders_of_one_name(tmp_path):
    """x/news and y/news keep apart too."""
    one, two = write(tmp_path / "x/news", a_txt=DIRTY), write(tmp_path / "y/news", a_txt=DIRTY)

    run([one, two], tmp_path / "out", pipeline=GENTLE)

    assert list(tree(tmp_path / "out")) == ["x/news/a.txt", "y/news/a.txt"]


def test_file_given_twice_is_cleaned_once(tmp_path):
    """By its folder and by its name: one output, one outcome."""
    source = write(tmp_path / "in", a_txt=DIRTY)

    report = run([source, source / "a.txt", source / "../in/a.txt"], tmp_path / "out", pipeline=GENTLE)

    assert list(tree(tmp_path / "out")) == ["a.txt"]
    assert len(report.outcomes) == 1


def test_output_inside_input_is_not_cleaned_again(tmp_path):
    """Running twice gives the same files, not files of files; the output is told as skipped."""
    source = write(tmp_path, a_txt=DIRTY, sub__a_txt=DIRTY)

    for _ in range(2):
        report = run([source], source / "out", pipeline=GENTLE)

        assert list(tree(source / "out")) == ["a.txt", "sub/a.txt"]
    assert report.skipped == (Skipped(source / "out", "the output"),)


def test_output_is_input(tmp_path):
    """Refused before anything is read, also through a link."""
    source = write(tmp_path / "in", a_txt=DIRTY)
    link(tmp_path / "same", "in")

    for out in (source, tmp_path / "same", tmp_path / "in/../in"):
        with pytest.raises(RefusedError, match="is the output too"):
            run([source], out)
    assert tree(source) == {"a.txt": DIRTY}


def test_output_on_an_input(tmp_path):
    """A file that would be overwritten by an output is refused, its own or another's."""
    source = write(tmp_path / "in", a_txt=DIRTY, sub__a_txt=DIRTY)

    with pytest.raises(RefusedError, match="overwritten"):
        run([source / "a.txt"], source)
    with pytest.raises(RefusedError, match="overwritten"):
        run([source / "sub", source / "a.txt"], source)
    with pytest.raises(RefusedError, match="overwritten"):
        run([source / "a.txt"], source / "a.txt")
    assert tree(source) == {"a.txt": DIRTY, "sub/a.txt": DIRTY}


def test_output_that_is_a_file(tmp_path):
    """Refused: there is something in the place of the folder."""
    source = write(tmp_path, in__a_txt=DIRTY, out=b"mine")

    with pytest.raises(RefusedError, match="is a file"):
        run([source / "in"], source / "out")


def test_what_is_left_out_of_folders(tmp_path):
    """Hidden entries, other kinds, links and pipes are left out and told; nothing follows a link out of the folder."""
    source = write(tmp_path / "in", a_txt=DIRTY, b_pdf="x", README="x", _hidden_txt=DIRTY, _git__a_txt=DIRTY)
    outside = write(tmp_path / "outside", secret_txt=DIRTY)
    link(source / "file.txt", "a.txt")
    link(source / "folder", str(outside))
    if hasattr(os, "mkfifo"):
        os.mkfifo(source / "pipe.txt")

    report = run([source], tmp_path / "out", pipeline=GENTLE)

    told = {(skipped.path.name, skipped.reason) for skipped in report.skipped} - {("pipe.txt", "not a regular file")}
    assert list(tree(tmp_path / "out")) == ["a.txt"]
    assert told == {
        ("b.pdf", "of another kind"),
        ("README", "of another kind"),
        (".hidden.txt", "hidden"),
        (".git", "hidden"),
        ("file.txt", "a link inside a folder"),
        ("folder", "a link inside a folder"),
    }
    assert report.exit_code == 0


def test_what_is_named_is_taken(tmp_path):
    """A hidden file, a link, another suffix: who names it wants it."""
    source = write(tmp_path / "in", a_log=DIRTY, _hidden_txt=DIRTY)
    link(source / "b.txt", "a.log")

    run([source / "a.log", source / ".hidden.txt", source / "b.txt"], tmp_path / "out", pipeline=GENTLE)

    assert tree(tmp_path / "out") == {".hidden.txt": CLEAN, "a.log.txt": CLEAN, "b.txt": CLEAN}


def test_folder_called_like_a_file(tmp_path):
    """A folder x.txt is a folder, and an output x.txt does not take its place."""
    source = write(tmp_path / "in", x_md=DIRTY, x_txt__a_txt=DIRTY)

    report = run([source], tmp_path / "out", pipeline=GENTLE)

    assert list(tree(tmp_path / "out")) == ["x.md.txt", "x.txt/a.txt"]
    assert report.exit_code == 0


def test_output_that_cannot_be_written(tmp_path):
    """A folder in the place of an output fails that one file, leaves no scraps, and the others come out."""
    source = write(tmp_path / "in", a_txt=DIRTY, b_txt=DIRTY)
    (tmp_path / "out/a.txt").mkdir(parents=True)

    report = run([source], tmp_path / "out", pipeline=GENTLE)

    assert tree(tmp_path / "out") == {"b.txt": CLEAN}
    assert [outcome.path.name for outcome in report.failed] == ["a.txt"]
    assert "could not be written" in report.failed[0].reason


@pytest.mark.parametrize(
    "name", ["a\nb.txt", "a\x1b[31mb.txt", "\N{RIGHT-TO-LEFT OVERRIDE}txt.a.txt", "caf\udce9.txt", "a" * 250 + ".md"]
)
def test_odd_names(tmp_path, name):
    """Line ends, escape sequences, bytes that are no UTF-8, names as long as names can be: kept as they are."""
    try:
        (tmp_path / "in").mkdir()
        (tmp_path / "in" / name).write_text(DIRTY, "utf-8")
    except (OSError, UnicodeError) as error:
        pytest.skip(f"no such names here: {error}")

    report = run([tmp_path / "in"], tmp_path / "out", pipeline=GENTLE)
    records = BytesIO()
    run([tmp_path / "in"], records, format="jsonl", pipeline=GENTLE)

    if len(name) < 250:
        assert (tmp_path / "out" / name).read_text("utf-8") == CLEAN
        assert json.loads(records.getvalue())["id"] == legible(name)
    else:
        assert len(report.outcomes) == 1  # a.md of 253 bytes can be a.txt of 254; on some systems it cannot


def test_deep_folders(tmp_path):
    """Depth is no reason to fail."""
    folder = tmp_path / "in"
    for _ in range(300):
        folder /= "d"
    write(folder, a_txt=DIRTY)

    report = run([tmp_path / "in"], tmp_path / "out", pipeline=GENTLE)

    assert (report.count("cleaned"), report.exit_code) == (1, 0)


def test_interrupt_leaves_nothing_half_done(tmp_path, monkeypatch):
    """Ctrl-C is passed on; what was written is whole, what was not is not there."""
    source = write(tmp_path / "in", a_txt=DIRTY, b_txt=DIRTY)
    true_clean = batch.clean

    def stop(data, **rest):
        if stop.calls:
            raise KeyboardInterrupt
        stop.calls += 1
        return true_clean(data, **rest)

    stop.calls = 0
    monkeypatch.setattr(batch, "clean", stop)

    with pytest.raises(KeyboardInterrupt):
        run([source], tmp_path / "out", pipeline=GENTLE)
    stop.calls = 0
    with pytest.raises(KeyboardInterrupt):
        run([source], tmp_path / "out/all.jsonl", format="jsonl", pipeline=GENTLE)

    assert tree(tmp_path / "out") == {"a.txt": CLEAN}


def test_writing_is_whole_or_not_at_all(tmp_path):
    """After an error the old file is as it was, and no scrap is left."""
    target = write(tmp_path, a_txt="old") / "a.txt"

    def fail_half_way():
        with whole(target) as file:
            file.write(b"new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()

    assert tree(tmp_path) == {"a.txt": "old"}


def test_written_files_have_the_usual_permissions(tmp_path):
    """Not those of a temporary file."""
    with whole(tmp_path / "a") as file:
        file.write(b"")
    (tmp_path / "b").write_bytes(b"")

    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_records_in_one_file(tmp_path):
    """X.jsonl takes all records, in the order of the names; a failure costs only its own."""
    source = write(tmp_path / "news", b_txt=DIRTY, a_txt=DIRTY, c_txt="stumble", sub__a_txt="")

    report = run([source], tmp_path / "all.jsonl", format="jsonl", pipeline=STUMBLE)

    records = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text("utf-8").splitlines()]
    assert [(record["id"], record["source"], record["text"]) for record in records] == [
        ("a.txt", "news", CLEAN.rstrip("\n")),
        ("b.txt", "news", CLEAN.rstrip("\n")),
        ("sub/a.txt", "news", ""),
    ]
    assert report.exit_code == 3


def test_record(tmp_path, monkeypatch):
    """A record has the keys that corpus tools read, none of them null, and one that changes from run to run."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1642982400")
    source = write(tmp_path / "news", a_txt=DIRTY)

    run([source], tmp_path / "out", format="jsonl", pipeline=GENTLE)

    (record,) = [json.loads(text) for text in tree(tmp_path / "out").values()]
    about = record["metadata"]["cleaner"]
    assert list(tree(tmp_path / "out")) == ["a.jsonl"]
    assert set(record) - {"created"} == {"id", "text", "source", "added", "metadata"}
    assert record["added"] == "2022-01-24T00:00:00.000Z"
    assert about["recipe"] == "gentle"
    assert about["fingerprint"] == GENTLE.fingerprint
    assert sum(about["tally"].values()) > 0
    assert "null" not in (tmp_path / "out/a.jsonl").read_text("utf-8")


def test_one_text_in_one_file(tmp_path):
    """One input may go into X.txt or X.md; several may not."""
    source = write(tmp_path / "in", a_txt=DIRTY, b_txt=DIRTY)

    run([source / "a.txt"], tmp_path / "x.txt", pipeline=GENTLE)

    assert (tmp_path / "x.txt").read_text("utf-8") == CLEAN
    with pytest.raises(RefusedError, match="2 texts do not go into one"):
        run([source], tmp_path / "y.txt")
    assert not (tmp_path / "y.txt").exists()


def test_unchanged_means_byte_for_byte(tmp_path):
    """A byte-order mark, another encoding, other line ends, a missing last line end: each is a change."""
    source = write(
        tmp_path / "in",
        same_txt=CLEAN,
        bom_txt=b"\xef\xbb\xbf" + CLEAN.encode(),
        crlf_txt=CLEAN.replace("\n", "\r\n"),
        end_txt=CLEAN.rstrip("\n"),
        utf16_txt=CLEAN.encode("utf-16"),
    )

    report = run([source], None)

    assert [outcome.path.name for outcome in report.outcomes if outcome.status == "unchanged"] == ["same.txt"]
    assert (report.exit_code, report.check_code) == (0, 1)


def test_nothing_is_written_without_output(tmp_path):
    """With out=None the folder stays as it is."""
    source = write(tmp_path / "in", a_txt=DIRTY)

    run([source], None)

    assert tree(tmp_path) == {"in/a.txt": DIRTY}


def test_report_owns_the_exit_code():
    """A failure weighs more than a change, a change more than nothing."""
    fine, changed, failed = (Outcome(Path("a"), status) for status in ("unchanged", "cleaned", "failed"))

    assert [Report(list(outcomes)).exit_code for outcomes in ((), (fine,), (changed,), (changed, failed))] == [
        0,
        0,
        0,
        3,
    ]
    assert [Report(list(outcomes)).check_code for outcomes in ((), (fine,), (changed,), (changed, failed))] == [
        0,
        0,
        1,
        3,
    ]


def test_job_travels():
    """A worker in another process gets all it needs."""
    import pickle

    job = Job(Input(Path("a"), "a", "b"), STANDARD, data=DIRTY.encode(), keep=True)

    assert do(pickle.loads(pickle.dumps(job))) == do(job)  # noqa: S301 - made here
    assert do(job).result == CLEAN.encode()


def test_pages_are_told_by_their_suffix():
    """The suffix of a page is believed; any other text is looked at."""
    told = {
        name: Input(Path(name), name, "").media_type for name in ("a.html", "a.HTM", "a.xhtml", "a.txt", "a.md", "a")
    }

    assert told == {
        "a.html": "text/html",
        "a.HTM": "text/html",
        "a.xhtml": "text/html",
        "a.txt": None,
        "a.md": None,
        "a": None,
    }


NAMES = st.lists(
    st.lists(
        st.sampled_from(["a", "a.txt", "a.md", "a.txt.txt", "a.md.txt", "a.html", "A.TXT", "a.md.txt.txt"]),
        min_size=1,
        max_size=3,
    ).map("/".join),
    unique=True,
    max_size=12,
)


@given(NAMES, st.sampled_from([".txt", ".md", ".jsonl"]), st.randoms())
def test_no_two_outputs_meet(names, suffix, chance):
    """Whatever the inputs are called, each has an output of its own, under its folder, whatever their order."""
    files = [name for name in names if not any(other.startswith(f"{name}/") for other in names)]
    outputs = dict(zip(files, place(files, suffix), strict=True))
    folders = {output.rsplit("/", depth)[0] for output in outputs.values() for depth in range(1, output.count("/") + 1)}
    chance.shuffle(files)

    assert len(set(outputs.values())) == len(outputs)
    assert not folders & set(outputs.values())
    assert all(output.endswith(suffix) for output in outputs.values())
    assert all(output.rpartition("/")[0] == name.rpartition("/")[0] for name, output in outputs.items())
    assert dict(zip(files, place(files, suffix), strict=True)) == outputs


def test_missing_path_is_lost(tmp_path):
    """A path that leads nowhere is told, not raised."""
    found = find([tmp_path / "none.txt", "a\0b"])

    assert not found.inputs
    assert [lost.reason for lost in found.lost if lost.path.name == "none.txt"] == [
        "FileNotFoundError: No such file or directory"
    ]
    assert all(isinstance(lost, Lost) for lost in found.lost)
    assert len(found.lost) == 2


def test_guard_knows_a_link_from_its_target(tmp_path):
    """Writing replaces a link and leaves what it leads to, so that is no clash."""
    source = write(tmp_path / "in", a_txt=DIRTY)
    (tmp_path / "out").mkdir()
    link(tmp_path / "out/a.txt", "../in/a.txt")

    guard([Input(source / "a.txt", "a.txt", "in")], [tmp_path / "out/a.txt"])
    run([source], tmp_path / "out", pipeline=GENTLE)

    assert tree(source) == {"a.txt": DIRTY}


def test_markdown_shows_what_was_written():
    """What Markdown would take for markup is escaped where it would, and nowhere else."""
    plain = [
        "5 * 3 = 15",
        "snake_case_name",
        "AT&T & Co.",
        "a < b",
        "1986 was fine.",
        "C# and F#",
        "well - no",
        "$5 and $6",
        "[sic]",
        "~5",
    ]
    escaped = {
        "# 1 in town": r"\# 1 in town",
        "- so he said": r"\- so he said",
        "> 5 %": r"\> 5 %",
        "1986. A year": r"1986\. A year",
        "* * *": r"\* * *",
        "---": r"\---",
        "*A* star": r"\*A\* star",
        "__init__": r"\_\_init\_\_",
        "<b>": r"\<b>",
        "&amp;": r"\&amp;",
        "[a](b)": r"[a\](b)",
        "[a]: b": r"[a\]: b",
        r"\* and C:\dir": r"\\\* and C:\dir",
        "`x`": r"\`x\`",
        "~~x~~": r"\~~x\~~",
    }

    assert [escape_markdown(text) for text in plain] == plain
    assert {text: escape_markdown(text) for text in escaped} == escaped


class Facts:
    """Metadata that is told."""

    def __init__(self, **facts):
        self.facts = facts

    def as_dict(self):
        """What was told."""
        return dict(self.facts)


def test_markdown_with_everything(monkeypatch):
    """Front matter that any YAML reader takes, the title, headings where they stand, the text."""
    facts = Facts(title='On "C #"\u2028', headings=["What now"], captions=[{"text": "a: b"}])
    monkeypatch.setattr(Document, "metadata", facts)

    text = as_markdown(Document.of("One.\n\nWhat now\n\nWhat now\n\nTwo.")).decode()

    assert text == (
        '---\ntitle: "On \\"C #\\"\\u2028"\ncaptions: [{"text": "a: b"}]\n---\n\n'
        '# On "C #"\n\nOne.\n\n## What now\n\nWhat now\n\nTwo.\n'
    )


@given(st.text(st.characters()))
def test_every_text_can_be_written(text):
    """Lone surrogates too; a text without them stays as it is."""
    data = utf8(text).decode("utf-8")

    assert data == text or any("\ud800" <= sign <= "\udfff" for sign in text)


@given(st.text())
def test_every_date_is_a_moment_or_nothing(text):
    """What is no date is left out, never an error."""
    assert timestamp(text) is None or timestamp(text).endswith("Z")
