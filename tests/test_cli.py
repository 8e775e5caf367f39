"""The command: its verbs, its exit codes, and that it is told about in full."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cleaner import batch
from cleaner.cli import main

DIRTY = "The bridge was closed on Monday. \n\n\n\nNobody knows for how long.\n"
CLEAN = "The bridge was closed on Monday.\n\nNobody knows for how long.\n"
ROOT = Path(__file__).parent.parent
PACK = """
[pack]
name = "mine"
about = "Rules of a test"

[[rule]]
name = "house ornament"
role = "widget"
about = "A line of our own site"
safety = "sure"
lines = ["zorble the quux"]
drops = ["Zorble the quux"]
keeps = ["They zorble the quux every day."]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder to work in, with a clean and a dirty file below ``in``."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    (tmp_path / "in/sub").mkdir(parents=True)
    (tmp_path / "in/clean.txt").write_text(CLEAN, "utf-8")
    (tmp_path / "in/sub/dirty.txt").write_text(DIRTY, "utf-8")
    return tmp_path


def run(*args, stdin=b""):
    """The command in this process."""
    result = CliRunner().invoke(main, [str(arg) for arg in args], input=stdin, prog_name="cleaner")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def command(*args, **options):
    """The command in a process of its own."""
    options = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "timeout": 120,
    } | options
    return subprocess.run([sys.executable, "-m", "cleaner", *map(str, args)], check=False, **options)


def test_folder_to_folder(folder):
    """The main use: a folder in, a folder out, code 0, counts on standard error, nothing on standard output."""
    result = run("in", "-o", "out")

    assert (folder / "out/clean.txt").read_text("utf-8") == CLEAN
    assert (folder / "out/sub/dirty.txt").read_text("utf-8") == CLEAN
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "cleaner: 2 files: 1 cleaned, 1 unchanged, 0 failed, written to out\n"


def test_standard_input_to_standard_output():
    """Without a path, or with -, bytes go in and UTF-8 comes out."""
    for args in ((), ("-",)):
        result = run(*args, stdin=DIRTY.encode("utf-16"))

        assert (result.exit_code, result.stdout_bytes, result.stderr) == (0, CLEAN.encode(), "")


def test_standard_input_as_markdown_and_record():
    """The other formats work too."""
    record = json.loads(run("--format", "jsonl", stdin=DIRTY.encode()).stdout)

    assert (record["id"], record["source"], record["text"]) == ("stdin", "stdin", CLEAN.rstrip("\n"))
    assert run("--format", "md", stdin=DIRTY.encode()).stdout.endswith(CLEAN)


def test_one_file_to_standard_output():
    """One file without -o is shown; several texts would run together, so they are refused; records do not run together."""
    assert run("in/sub/dirty.txt").stdout == CLEAN
    assert run("in/sub/dirty.txt", "in/clean.txt").exit_code == 2
    assert run("in").exit_code == 2
    assert [json.loads(line)["id"] for line in run("in", "--format", "jsonl").stdout.splitlines()] == [
        "clean.txt",
        "sub/dirty.txt",
    ]


def test_output_file_says_the_format(folder):
    """X.jsonl takes records, X.md one Markdown text; two ways to say it must agree."""
    assert run("in", "-o", "all.jsonl").exit_code == 0
    assert len((folder / "all.jsonl").read_text("utf-8").splitlines()) == 2
    assert run("in/sub/dirty.txt", "-o", "one.md").exit_code == 0
    assert (folder / "one.md").read_text("utf-8").endswith(CLEAN)
    assert run("-o", "one.txt", stdin=DIRTY.encode()).exit_code == 0
    assert (folder / "one.txt").read_text("utf-8") == CLEAN
    assert run("in", "-o", "all.jsonl", "--format", "txt").exit_code == 2
    assert run("in", "-o", "all.txt").exit_code == 2
    assert run("-o", "out", stdin=b"x").exit_code == 2


def test_check(folder):
    """Code 1 and the name when something would change, 0 when not, and nothing is written."""
    before = sorted(folder.rglob("*"))
    result = run("check", "in")

    assert result.exit_code == 1
    assert result.stdout.startswith(f"would change: {Path('in/sub/dirty.txt')} (")
    assert len(result.stdout.splitlines()) == 1
    assert run("check", "in/clean.txt").exit_code == 0
    assert run("check", stdin=DIRTY.encode()).exit_code == 1
    assert run("check", "-", stdin=CLEAN.encode()).exit_code == 0
    assert sorted(folder.rglob("*")) == before


def test_check_of_what_came_out():
    """What was cleaned is clean."""
    run("in", "-o", "out")

    assert run("check", "out").exit_code == 0


def test_failure_weighs_more_than_change():
    """Code 3, the file named with its reason, the other one still told."""
    result = run("check", "in", "none.txt")

    assert result.exit_code == 3
    assert "cleaner: none.txt: FileNotFoundError: No such file or directory\n" in result.stderr
    assert "dirty.txt" in result.stdout


def test_diff():
    """A diff that names the rules at work; nothing for a file that is fine."""
    result = run("diff", "in/sub/dirty.txt")

    assert result.exit_code == 0
    assert re.match(r"--- .*\n\+\+\+ .* \(cleaned\)\n@@ -1,5 \+1,3 @@ \w", result.stdout)
    assert "\x1b" not in result.stdout
    assert run("diff", "in/clean.txt").stdout == ""


def test_diff_on_a_terminal(monkeypatch):
    """There it is coloured unless NO_COLOR is set, and what the text holds is never obeyed."""
    name = "in/esc\x1b]0;x\x07.txt"
    Path(name).write_text("The bridge\x1b[31m was closed on Monday. \n", "utf-8")
    monkeypatch.setattr("cleaner.cli._is_terminal", lambda _: True)

    monkeypatch.setenv("TERM", "xterm")
    coloured = run("diff", name).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    plain = run("diff", name).stdout

    assert "\x1b[31m-The bridge\\x1b[31m was" in coloured
    assert "\x1b" not in plain
    assert "\\x1b]0;x\\x07" in plain


def test_explain():
    """Each change with line and column, offsets, stage and rule."""
    result = run("explain", "in/sub/dirty.txt")

    assert result.exit_code == 0
    assert re.match(r'1:33 \(32-\d+\) \w+: [\w ]+: " [^"]*" → "[^"]*"\n', result.stdout)
    assert re.fullmatch(r"cleaner: .*dirty\.txt: \d+ changes?\n", result.stderr)
    assert run("explain", "in/clean.txt").stdout == ""


def test_explain_as_json():
    """One object a line; carried out from the last to the first they make the result."""
    changes = [json.loads(line) for line in run("explain", "--json", "in/sub/dirty.txt").stdout.splitlines()]

    text = DIRTY
    for change in reversed(changes):
        assert text[change["start"] : change["end"]] == change["before"]
        text = text[: change["start"]] + change["after"] + text[change["end"] :]
    assert text.rstrip("\n") + "\n" == CLEAN
    assert set(changes[0]) == {"file", "line", "column", "start", "end", "stage", "rule", "before", "after"}


def test_explain_and_diff_of_standard_input():
    """- works there too."""
    assert '"file": "stdin"' in run("explain", "--json", "-", stdin=DIRTY.encode()).stdout
    assert run("diff", "-", stdin=DIRTY.encode()).stdout.startswith("--- stdin\n")


@pytest.mark.parametrize("verb", ["diff", "explain"])
def test_what_cannot_be_shown(folder, verb):
    """No such file, bytes that are no text: code 3 and the reason; a folder: code 2."""
    (folder / "image.txt").write_bytes(
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x07\x80\x00\x00\x048\x08\x06\x00\x00\x00\xe8\xd3\xc1" * 40
    )

    assert "none.txt: FileNotFoundError" in run(verb, "none.txt").stderr
    assert run(verb, "none.txt").exit_code == 3
    assert run(verb, "image.txt").exit_code == 3
    assert run(verb, "in").exit_code == 2


def test_rules():
    """The stages, and every rule of every pack with role and safety."""
    from cleaner.recipes import STANDARD
    from cleaner.rules import builtin_packs

    lines = run("rules").stdout.splitlines()

    for stage in STANDARD:
        assert any(line.split()[:1] == [stage.name] for line in lines)
    for pack in builtin_packs():
        for rule in pack.rules:
            told = f"{rule.name} {rule.role} {rule.safety}"
            assert any(" ".join(line.split()).startswith(told) for line in lines), rule.name


def test_rule_whole():
    """A rule is shown with everything that it drops and keeps."""
    from cleaner.rules import builtin_packs

    rule = builtin_packs()[0].rules[0]
    result = run("rules", rule.name)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == rule.name
    for word in ("role", "safety", "drops", "keeps"):
        assert re.search(rf"^  {word} ", result.stdout, re.MULTILINE)
    assert run("rules", "fix_dashes").stdout.startswith("fix_dashes\n")


def test_unknown_rule():
    """Code 2, and what was probably meant."""
    result = run("rules", "fix_dashs")

    assert result.exit_code == 2
    assert "did you mean 'fix_dashes'" in result.stderr


def test_pack():
    """Rules of one's own are used beside the built-in ones, are listed, and change the fingerprint."""
    Path("mine.toml").write_text(PACK, "utf-8")
    text = f"{CLEAN}\nZorble the quux\n".encode()
    plain, mine = (
        json.loads(run("--format", "jsonl", *args, stdin=text).stdout) for args in ((), ("--pack", "mine.toml"))
    )

    assert "Zorble" in plain["text"]
    assert mine["text"] == CLEAN.rstrip("\n")
    assert "house ornament" in str(mine["metadata"]["cleaner"]["tally"])
    assert plain["metadata"]["cleaner"]["fingerprint"] != mine["metadata"]["cleaner"]["fingerprint"]
    assert "house ornament" in run("rules", "--pack", "mine.toml").stdout


@pytest.mark.parametrize(
    ("pack", "says"),
    [
        (None, "cannot be read"),
        ("[pack", "mine.toml"),
        (PACK.replace('keeps = ["They zorble the quux every day."]', ""), "house ornament"),
        (PACK.replace('drops = ["Zorble', 'drops = ["Something else'), "house ornament"),
    ],
    ids=["missing", "not TOML", "no counter-example", "wrong example"],
)
def test_pack_that_cannot_be_used(pack, says):
    """Code 2 with the reason, and nothing is written."""
    if pack:
        Path("mine.toml").write_text(pack, "utf-8")

    result = run("in", "-o", "out", "--pack", "mine.toml")

    assert result.exit_code == 2
    assert says in result.stderr
    assert not Path("out").exists()


def test_pack_without_work():
    """The gentle recipe takes nothing away, so a pack with it is a mistake that is told."""
    Path("mine.toml").write_text(PACK, "utf-8")

    assert run("in", "-o", "out", "--recipe", "gentle", "--pack", "mine.toml").exit_code == 2


def test_recipe():
    """The recipe asked for is the one that is used."""
    record = json.loads(run("--recipe", "gentle", "--format", "jsonl", stdin=DIRTY.encode()).stdout)

    assert record["metadata"]["cleaner"]["recipe"] == "gentle"


def test_kind_of_input():
    """--as overrules what a text looks like."""
    page = (
        b"<p>"
        + b"The bridge over the river was closed on Monday, and nobody knows for how long it will be. " * 5
        + b"</p>"
    )

    assert "<p>" not in run("--as", "html", stdin=page).stdout
    assert "<p>" in run("--as", "text", "--recipe", "gentle", stdin=page).stdout


def test_path_called_like_a_verb(folder):
    """./check is a path, check is a verb; after an option it is a path too."""
    (folder / "check").mkdir()
    (folder / "check/a.txt").write_text(DIRTY, "utf-8")

    assert run("./check", "-o", "out").exit_code == 0
    assert run("-o", "again", "check").exit_code == 0
    assert Path("out/a.txt").exists()
    assert Path("again/a.txt").exists()


@pytest.mark.parametrize(
    "args",
    [
        ("--no-such-option",),
        ("in", "-o", "in"),
        ("in/clean.txt", "-o", "in"),
        ("in", "-", "-o", "out"),
        ("--format", "pdf"),
        ("diff",),
    ],
    ids=" ".join,
)
def test_wrong_calls(folder, args):
    """Code 2, a reason, and nothing written."""
    before = sorted(folder.rglob("*"))
    result = run(*args)

    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: cleaner ")
    assert sorted(folder.rglob("*")) == before


def test_what_is_left_out_is_told(folder):
    """Counts by reason, never silence."""
    for name in ("a.pdf", "b.pdf", "c", ".hidden"):
        (folder / "in" / name).write_bytes(b"x")

    result = run("in", "-o", "in/out")
    again = run("in", "-o", "in/out")

    assert result.exit_code == 0
    assert "cleaner: skipped 1 hidden (" in result.stderr
    assert "; 3 of another kind (.pdf, no suffix)\n" in result.stderr
    assert "; 1 the output (" in again.stderr


def test_names_are_escaped():
    """A file name may hold an escape sequence; what is said of the file does not."""
    name = "in/x\x1b[2J\n\N{RIGHT-TO-LEFT OVERRIDE}.txt"
    try:
        Path(name).write_text(DIRTY, "utf-8")
    except OSError as error:
        pytest.skip(f"no such names here: {error}")
    Path(name.replace("x", "y", 1)).symlink_to("nowhere")

    result = run("check", "in")

    assert r"x\x1b[2J\n\u202e.txt" in result.stdout
    assert r"y\x1b[2J\n\u202e.txt: a link that leads nowhere" in result.stderr
    assert not set("\x1b\N{RIGHT-TO-LEFT OVERRIDE}") & set(result.stdout + result.stderr)


def test_interrupt(monkeypatch):
    """Code 130, one word, no scraps."""

    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "clean", stop)
    result = run("in", "-o", "out")

    assert result.exit_code == 130
    assert "interrupted" in result.stderr
    assert list(Path("out").rglob("*")) == []


def test_nothing_is_lost_on_odd_input():
    """NUL bytes, halves of surrogates, long lines, emptiness: a result or a reason, never a traceback."""
    for data in (
        b"",
        b"\n\n",
        b"\x00",
        b"a\x00b",
        b"\xed\xa0\x80\xed",
        b"\xff\xfe",
        bytes(range(256)),
        b"[" * 50_000,
        b"x" * 5_000_000,
    ):
        result = run(stdin=data)

        assert result.exit_code in (0, 3)
        assert result.exit_code == 0 or re.fullmatch(r"cleaner: stdin: \w+: [^\n]+\n", result.stderr)
    assert run(stdin=b"").stdout_bytes == b""


def test_module_is_the_command(folder):
    """``python -m cleaner`` does the same, in a process of its own."""
    done = command("in", "-o", "out")

    assert (done.returncode, done.stdout) == (0, b"")
    assert (folder / "out/sub/dirty.txt").read_text("utf-8") == CLEAN


def test_output_does_not_depend_on_the_locale():
    """Standard output is UTF-8 under any locale, names on standard error never fail."""
    Path("in/ж.txt").write_text("Мост закрыли в понедельник. \n", "utf-8")
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}

    done = command("in/ж.txt", env=env)
    checked = command("check", "in", env=env)

    assert done.stdout.decode() == "Мост закрыли в понедельник.\n"
    assert checked.returncode == 1
    assert checked.stderr.decode("ascii")


@pytest.mark.skipif(os.name == "nt", reason="pipes break differently there")
def test_broken_pipe_is_silent():
    """`cleaner … | head` says nothing on standard error."""
    Path("big.txt").write_text("The bridge was closed on Monday. \n\n\n\n" * 3000, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "cleaner", "explain", "big.txt", "--recipe", "gentle"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.read(10)
        process.stdout.close()

        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(os.name == "nt", reason="a shell closes it")
def test_closed_streams():
    """Closed standard output or input is a reason, not a traceback; without need for them all is well."""
    shell = f'exec "{sys.executable}" -m cleaner '
    for call, code in (
        ("in/clean.txt >&-", 3),
        ("in -o out >&-", 0),
        ("in -o out >&- 2>&-", 0),
        ("<&-", 3),
        ("in -o out2 <&-", 0),
    ):
        done = subprocess.run(["sh", "-c", shell + call], check=False, capture_output=True, timeout=120)  # noqa: S607 - any sh

        assert done.returncode == code, call
        assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_full_disk():
    """What cannot be written is told, with code 3."""
    with Path("/dev/full").open("wb") as full:
        done = command("in/clean.txt", stdout=full)

    assert done.returncode == 3
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals differ there")
def test_ctrl_c_while_waiting():
    """A real interrupt ends with 130."""
    read, held_open = os.pipe()
    code = (
        "import os, signal, threading; threading.Timer(1.5, os.kill, (os.getpid(), signal.SIGINT)).start(); "
        "from cleaner.cli import main; main(['-'], prog_name='cleaner')"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, stdin=read, capture_output=True, timeout=60)
    os.close(read)
    os.close(held_open)

    assert done.returncode == 130, done.stderr
    assert done.stderr.endswith(b"cleaner: interrupted\n")


def test_help_imports_nothing_heavy():
    """``cleaner --help`` has to answer at once: only click is imported."""
    code = (
        "import sys, cleaner.cli\n"
        "try: cleaner.cli.main(['--help'], prog_name='cleaner')\n"
        "except SystemExit: pass\n"
        "print(*{'ftfy', 'trafilatura', 'regex', 'lxml', 'tomllib', 'cleaner.batch'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60)

    assert done.stderr == "\n"
    assert done.stdout.startswith("Usage: cleaner [OPTIONS] PATH... -o DIR\n")


def test_help_names_everything():
    """The help of the command holds its verbs and the options of cleaning; each verb has its own."""
    told = run("--help").stdout

    for word in (*main.commands, "--output", "--format", "--recipe", "--pack", "--as", "--version"):
        assert word in told
    for verb in main.commands:
        assert run(verb, "--help").stdout.startswith(f"Usage: cleaner {verb} ")
        assert run(verb, "-h").exit_code == 0


def test_version():
    """The version of the package."""
    import cleaner

    assert run("--version").stdout == f"cleaner {cleaner.__version__}\n"


def spellings():
    """Every verb and every option there is, with the section of docs/command.md that should tell of it."""
    for verb, verb_command in (("Cleaning", main.main_command), *main.commands.items()):
        yield verb, verb
        for param in verb_command.params:
            for option in param.opts if isinstance(param, click.Option) else ():
                yield verb, option
    for param in main.params:
        for option in param.opts:
            yield "The command", option


@pytest.mark.parametrize(("section", "word"), list(spellings()))
def test_everything_is_documented(section, word):
    """docs/command.md tells of every verb and of every option under its verb."""
    text = (ROOT / "docs/command.md").read_text("utf-8")
    found = re.search(rf"^#+ {re.escape(section)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)

    assert found, f"docs/command.md has no section on the verb {section}"
    assert word in found[0], f"docs/command.md does not tell of {word} under {section}"
