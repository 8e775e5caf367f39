"""
The command. docs/command.md tells how to use it; here is only how words become calls.

What a program may want to read goes to standard output, everything else to standard error. Only click is imported before
it is known what is wanted: ``cleaner --help`` should answer at once.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import StringIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, BinaryIO

import click

from cleaner.errors import FAILED, INTERRUPTED, PIPE_BROKE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cleaner.batch import Job, Report
    from cleaner.document import Document
    from cleaner.emit import Format
    from cleaner.pipeline import Pipeline
    from cleaner.rules import Pack, Rule

MEDIA_TYPES = {"html": "text/html", "text": "text/plain"}
STDIN = "stdin"  # what standard input is called in records and messages


class FailedError(click.ClickException):
    """Something could not be read or written. Ends the command with code 3."""

    exit_code = FAILED

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it as everything else is said."""
        click.echo(f"cleaner: {self.message}", file=file, err=True)


class _NoVerb(click.Context):
    """The context of the main command, whose name is that of the program."""

    @property
    def command_path(self) -> str:
        return self.parent.command_path if self.parent else super().command_path


class Door(click.Group):
    """
    A group whose first word may be a verb and need not be: without one, what is named gets cleaned.

    A path that is called like a verb is written ``./check``.
    """

    main_command: click.Command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Leave everything to the main command, unless a verb or one of the group's own options comes first."""
        if args and (args[0] in self.commands or args[0] in ("--help", "-h", "--version")):
            return super().parse_args(ctx, args)
        return super().parse_args(ctx, ["--", "", *args])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb, or the main command for no verb."""
        return super().get_command(ctx, cmd_name) if cmd_name else self.main_command

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Both ways to call it."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] PATH... -o DIR")
        formatter.write_usage(ctx.command_path, "[OPTIONS] < TEXT", prefix="       ")
        formatter.write_usage(ctx.command_path, "VERB [OPTIONS] ...", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the main command, and the verbs."""
        params = [*self.main_command.get_params(ctx), *self.get_params(ctx)]
        options = [param for param in params if isinstance(param, click.Option)]
        rows = {row[0]: row for option in options if (row := option.get_help_record(ctx))}  # --help is in both
        with formatter.section("Options"):
            formatter.write_dl(list(rows.values()))
        with formatter.section("Verbs"):
            formatter.write_dl([(name, command.get_short_help_str(90)) for name, command in self.commands.items()])

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - click's signature
        **extra: Any,
    ) -> Any:
        """Run, and leave with a code that says how it went (docs/command.md lists them)."""
        try:
            code: Any = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
            if sys.stdout is not None:
                sys.stdout.flush()
        except click.exceptions.Exit as leaving:
            code = leaving.exit_code
        except (click.Abort, KeyboardInterrupt):
            tell("interrupted")
            code = INTERRUPTED
        except click.ClickException as error:
            said = StringIO()
            error.show(said)
            for line in said.getvalue().removesuffix("\n").split("\n"):
                _say(line)
            code = error.exit_code
        except BrokenPipeError:
            code = _hush()
        except OSError as error:
            tell(_why(error))
            code = FAILED
            if not _flushes():
                _hush()
        if standalone_mode:
            sys.exit(code if isinstance(code, int) else 0)
        return code

    def invoke(self, ctx: click.Context) -> Any:
        """As click does; but a reader that left is no error, and click would make it exit code 1, which says another thing."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise click.exceptions.Exit(_hush()) from None


def _hush() -> int:
    """Nobody listens any more: let Python close its standard output in peace."""
    with suppress(OSError, AttributeError, ValueError):
        number = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)
    return PIPE_BROKE


def _flushes() -> bool:
    try:
        sys.stdout.flush()
    except (OSError, AttributeError, ValueError):
        return False
    return True


def _options(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Several options as one decorator, in this order."""

    def add(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return add


_recipe = _options(
    click.option(
        "--recipe",
        type=click.Choice(["gentle", "standard"]),
        default="standard",
        show_default=True,
        help="gentle mends characters and white space and never takes a word away.",
    ),
    click.option(
        "--pack",
        "packs",
        metavar="FILE",
        multiple=True,
        type=click.Path(path_type=Path),
        help="Rules of your own (TOML, see docs/rules.md), used beside the built-in ones. Repeatable.",
    ),
    click.option(
        "--as",
        "media_type",
        type=click.Choice(list(MEDIA_TYPES)),
        callback=lambda ctx, param, kind: MEDIA_TYPES.get(kind),  # noqa: ARG005 - click's signature
        help="What the input is, whatever it looks like.",
    ),
)
_paths = click.argument("paths", metavar="PATH...", nargs=-1, type=click.Path(path_type=Path))
_file = click.argument("path", metavar="FILE", type=click.Path(path_type=Path))


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's signature
    if wanted and not ctx.resilient_parsing:
        from cleaner import __version__

        print_line(f"cleaner {__version__}")
        ctx.exit()


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def main() -> None:
    """
    Give back what a scraped text said before it was scraped.

    PATH is a file or a folder (.txt, .md, .html and their like); without one, standard input goes to standard output.
    Every input gets an output of its own below DIR. `cleaner VERB --help` tells more of a verb; a path that is called
    like one is written ./check.
    """


@click.command()
@_paths
@click.option(
    "-o",
    "--output",
    "out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where to write; made when missing. X.jsonl takes all records, X.txt or X.md one text.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["txt", "md", "jsonl"]),
    help="txt: the text. md: with title, headings, metadata. jsonl: a record. [default: by -o, else txt]",
)
@_recipe
def clean(
    paths: tuple[Path, ...],
    out: Path | None,
    form: Format | None,
    recipe: str,
    packs: tuple[Path, ...],
    media_type: str | None,
) -> int:
    """
    Clean files and folders into DIR, or standard input to standard output.

    Without -o one file goes to standard output; with --format jsonl any number of files do.
    """
    form = _format(out, form)
    pipeline = _pipeline(recipe, packs)
    if not _named(paths):
        return _clean_stdin(out, form, pipeline, media_type)
    from cleaner import batch, files

    if out is None and form != "jsonl" and (len(paths) > 1 or paths[0].is_dir()):
        raise click.UsageError("say where the texts go: -o DIR (or --format jsonl for records on standard output)")
    try:
        report = batch.run(paths, out or _stdout(), format=form, pipeline=pipeline, media_type=media_type)
    except files.RefusedError as error:
        raise click.UsageError(str(error)) from None
    _tell_of(report, f"{report.summary()}, written to {out}" if out else None)
    return report.exit_code


def _format(out: Path | None, form: Format | None) -> Format:
    """The format asked for; else the one that the output's suffix says; else text."""
    told: Format | None = None
    if out and not out.is_dir():
        suffix = out.suffix.lower()
        told = "txt" if suffix == ".txt" else "md" if suffix == ".md" else "jsonl" if suffix == ".jsonl" else None
    if told and form and told != form:
        raise click.UsageError(f"-o {out} says {told} and --format says {form}")
    return form or told or "txt"


def _clean_stdin(out: Path | None, form: Format, pipeline: Pipeline, media_type: str | None) -> int:
    from cleaner import batch

    if out and (out.is_dir() or out.suffix.lower() != f".{form}"):
        raise click.UsageError(f"standard input goes to standard output or into one file, such as -o {out}.{form}")
    outcome = batch.do(_stdin_job(pipeline, media_type, format=form, target=out, keep=not out))
    if outcome.status == "failed":
        raise FailedError(f"{STDIN}: {outcome.reason}")
    if not out:
        write(outcome.result or b"")
    return 0


def _stdin_job(pipeline: Pipeline, media_type: str | None, **rest: Any) -> Job:
    from cleaner import batch, emit, files

    source = files.Input(Path(STDIN), STDIN, STDIN)
    return batch.Job(source, pipeline, media_type=media_type, added=emit.now(), data=_read_stdin(), **rest)


clean.context_class = _NoVerb
main.main_command = clean


@main.command()
@_paths
@_recipe
def check(paths: tuple[Path, ...], recipe: str, packs: tuple[Path, ...], media_type: str | None) -> int:
    """
    Name the files that cleaning would change; write nothing.

    Exit code 1 when there is one, 0 when there is none. A file is fine when its text comes out as it went in, byte for
    byte.
    """
    from cleaner import batch

    pipeline = _pipeline(recipe, packs)
    if _named(paths):
        report = batch.run(paths, None, pipeline=pipeline, media_type=media_type)
    else:
        report = batch.Report([batch.do(_stdin_job(pipeline, media_type))])
    for outcome in report.changed:
        rules = [
            f"{rule} {count}" for rule, count in sorted(outcome.tally.items(), key=lambda item: (-item[1], item[0]))
        ]
        show_line(f"would change: {outcome.path} ({_list(rules, 4) or 'encoding or line ends'})")
    _tell_of(report, report.summary("would change"))
    return report.check_code


@main.command()
@_file
@_recipe
def diff(path: Path, recipe: str, packs: tuple[Path, ...], media_type: str | None) -> None:
    """
    Show what cleaning would change in FILE, as a unified diff.

    The head of each part names the rules at work. On a terminal it is coloured (NO_COLOR turns that off) and control
    characters are shown as escapes; into a file or a pipe it goes as it is, so that `patch` can use it.
    """
    from cleaner.explain import diff as changes
    from cleaner.explain import visible

    document, name = _document(path, recipe, packs, media_type)
    terminal = _is_terminal(sys.stdout)
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    colours = {"-": "red", "+": "green", "@": "cyan"}
    for number, line in enumerate(changes(document, name)):
        shown = visible(line) if terminal else line
        if colour and (number < 2 or line[:1] in colours):
            shown = click.style(shown, bold=True) if number < 2 else click.style(shown, fg=colours[line[:1]])
        print_line(shown)


@main.command()
@_file
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, texts in full.")
@_recipe
def explain(path: Path, as_json: bool, recipe: str, packs: tuple[Path, ...], media_type: str | None) -> None:  # noqa: FBT001 - click's signature
    """
    List every change to FILE: where, which stage and rule, what was, what is.

    Places are those of the original text, in characters: line:column, counted from 1, and (offset-offset), counted
    from 0.
    """
    from cleaner.explain import explain as changes
    from cleaner.explain import told

    document, name = _document(path, recipe, packs, media_type)
    count = 0
    for count, change in enumerate(changes(document), 1):  # noqa: B007 - counted for the last line
        if as_json:
            from cleaner.emit import as_json as one_line

            print_line(one_line({"file": name, **change.as_dict()}))
        else:
            print_line(told(change))
    if not as_json:
        tell(f"{name}: {count or 'no'} change{'s' * (count != 1)}")


@main.command()
@click.argument("name", metavar="[NAME]", required=False)
@click.option(
    "--pack",
    "packs",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Show these rules too. Repeatable.",
)
def rules(name: str | None, packs: tuple[Path, ...]) -> None:
    """
    List the stages and rules, or show one by NAME.

    NAME is that of a rule, a pack or a stage. Each rule is told with whose words it takes (its role), how sure it is, and what it is about.
    """
    from cleaner.recipes import STANDARD
    from cleaner.rules import builtin_packs

    known = (*builtin_packs(), *_load(packs))
    if name is None:
        print_line("stages of the recipe standard, in their order")
        _print_columns([(stage.name, _promise(stage)) for stage in STANDARD])
        for pack in known:
            _print_pack(pack)
        return
    named_rules = [rule for pack in known for rule in pack.rules if name in (rule.name, rule.label)]
    named_packs = [pack for pack in known if name == pack.name]
    named_stages = [stage for stage in STANDARD if name == stage.name]
    if not (named_rules or named_packs or named_stages):
        from difflib import get_close_matches

        names = [
            *(rule.name for pack in known for rule in pack.rules),
            *(p.name for p in known),
            *(s.name for s in STANDARD),
        ]
        near = get_close_matches(name, names, n=3, cutoff=0.5)
        hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else "; `cleaner rules` lists them all"
        raise click.UsageError(f"no rule, pack or stage is called {name!r}{hint}")
    for rule in named_rules:
        _print_rule(rule)
    for pack in named_packs:
        _print_pack(pack)
    for stage in named_stages:
        import inspect

        print_line(stage.name)
        for line in inspect.cleandoc(stage.find.__doc__ or "").split("\n"):
            print_line(f"  {line}".rstrip())


def _print_pack(pack: Pack) -> None:
    print_line()
    show_line(f"pack {pack.name}{': ' if pack.about else ''}{pack.about}")
    _print_columns([(rule.name, rule.role, rule.safety, rule.about) for rule in pack.rules])


def _print_rule(rule: Rule) -> None:
    show_line(rule.name)
    facts = [("about", rule.about), ("pack", rule.pack), ("role", rule.role), ("safety", rule.safety)]
    facts += [("lines" if n == 0 else "", line) for n, line in enumerate(rule.lines)]
    facts += [("pattern", rule.pattern)] * bool(rule.pattern)
    for heading, examples in (("drops", rule.drops), ("keeps", rule.keeps)):
        facts += [(heading if n == 0 else "", example) for n, example in enumerate(examples)]
    _print_columns(facts)


def _print_columns(rows: Sequence[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        show_line("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _promise(stage: Any) -> str:
    """The first sentence of a stage's docstring."""
    return " ".join((stage.find.__doc__ or "").strip().split("\n\n")[0].split())


def _pipeline(recipe: str, packs: tuple[Path, ...]) -> Pipeline:
    """The recipe, with the user's packs in it. Ends the command with code 2 for a pack that cannot be used."""
    from cleaner.recipes import RECIPES

    pipeline = RECIPES[recipe]
    if not packs:
        return pipeline
    from cleaner.document import Stage
    from cleaner.strip.widgets import StripWidgets, strip_widgets

    if strip_widgets.name not in {stage.name for stage in pipeline}:
        raise click.UsageError(f"the recipe {recipe} takes no words away, so --pack has nothing to do there")
    settings = StripWidgets(packs=_load(packs))
    try:
        _ = settings.index  # built now: two rules of one name are an error of the call, not of every file
    except ValueError as error:
        raise click.UsageError(f"--pack: {error}") from None
    return pipeline.replaced(Stage(settings, strip_widgets.name))


def _load(packs: tuple[Path, ...]) -> tuple[Pack, ...]:
    from cleaner.rules import load_pack

    try:
        return tuple(load_pack(path) for path in packs)
    except ValueError as error:
        raise click.UsageError(f"--pack: {error}") from None


def _named(paths: Sequence[Path]) -> bool:
    """Whether files are named; no path, or a single ``-``, is standard input."""
    if Path("-") in paths and len(paths) > 1:
        raise click.UsageError("- is standard input and goes alone")
    if not paths and _is_terminal(sys.stdin):
        raise click.UsageError("nothing to read: name files or folders, or pipe a text in")
    return bool(paths) and paths != (Path("-"),)


def _document(path: Path, recipe: str, packs: tuple[Path, ...], media_type: str | None) -> tuple[Document, str]:
    """One cleaned document and its name. Ends the command with code 3 when it cannot be had."""
    from cleaner import files
    from cleaner.recipes import clean as cleaned

    pipeline = _pipeline(recipe, packs)
    if path.is_dir():
        raise click.UsageError(f"{path} is a folder: name a file")
    named = _named((path,))
    source = files.Input(path, path.name, "") if named else files.Input(Path(STDIN), STDIN, STDIN)
    name = files.legible(str(source.path))
    try:
        data = path.read_bytes() if named else _read_stdin()
        return cleaned(data, media_type=media_type or source.media_type, pipeline=pipeline), name
    except Exception as error:
        raise FailedError(f"{name}: {files.why(error)}") from error


def _read_stdin() -> bytes:
    if sys.stdin is None:
        raise FailedError(f"{STDIN}: closed")
    return sys.stdin.buffer.read()


def _tell_of(report: Report, summary: str | None) -> None:
    """Every failure with its reason, what was left out, and the counts."""
    for outcome in report.failed:
        tell(f"{outcome.path}: {outcome.reason}")
    if told := _skipped(report):
        tell(told)
    if summary or len(report.outcomes) != 1:
        tell(summary or report.summary())


def _skipped(report: Report) -> str:
    """What was left out of folders: counts, and for what is rare and may surprise, names."""
    from cleaner import files

    parts = []
    by_reason: dict[str, list[Path]] = {}
    for path, reason in report.skipped:
        by_reason.setdefault(reason, []).append(path)
    for reason, paths in sorted(by_reason.items()):
        if reason == files.OTHER_KIND:
            named: Iterable[str] = sorted({path.suffix.lower() or "no suffix" for path in paths})
        else:
            named = sorted(map(str, paths))
        parts.append(f"{len(paths)} {reason} ({_list(list(named), 5)})")
    return f"skipped {'; '.join(parts)}" if parts else ""


def _list(words: list[str], most: int) -> str:
    return ", ".join(words[:most]) + (f", and {len(words) - most} more" if len(words) > most else "")


def _shown(text: object) -> str:
    """A name or a message that is safe to print; also bytes of a name that are no UTF-8."""
    from cleaner.explain import visible
    from cleaner.files import legible

    return visible(legible(str(text)))


def _why(error: OSError) -> str:
    name = f"{error.filename}: " if error.filename else ""
    return f"{name}{type(error).__name__}: {error.strerror or error}"


def _is_terminal(stream: Any) -> bool:
    try:
        return bool(stream.isatty())
    except (AttributeError, ValueError):  # closed
        return False


def _stdout() -> BinaryIO:
    if sys.stdout is None:
        raise FailedError("standard output is closed: there is nowhere to write to")
    return sys.stdout.buffer


def write(data: bytes) -> None:
    """Bytes to standard output."""
    _stdout().write(data)


def print_line(line: str = "") -> None:
    """A line to standard output, in UTF-8 whatever the locale: what is read by programs must not depend on it."""
    from cleaner.emit import utf8

    write(utf8(line + "\n"))


def show_line(line: str) -> None:
    """A line for a person to standard output: what a terminal would obey is shown as an escape."""
    print_line(_shown(line))


def tell(line: str) -> None:
    """A line for a person to standard error, with the program's name."""
    _say(f"cleaner: {line}")


def _say(line: str) -> None:
    _flushes()  # so that both streams, shown on one screen, keep their order
    with suppress(OSError, ValueError):  # nobody may be listening, and that is no reason to fail
        click.echo(_shown(line), err=True)
