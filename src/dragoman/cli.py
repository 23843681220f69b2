"""The command line: arguments -> the rest of the package. Exit codes: 0; 1 something was passed over; 2 wrong usage; 130 Ctrl-C."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from dragoman import __version__
from dragoman.errors import BadDate, BadInput, BadUsage, DragomanError, UnknownLanguage
from dragoman.evaluating import evaluate as evaluate_gold
from dragoman.languages import available
from dragoman.model.time import BadTime, Time
from dragoman.pipeline import code as code_document
from dragoman.pipeline import trace
from dragoman.running import code_each
from dragoman.showing.derivation import explain as derivation
from dragoman.showing.evidence import plain
from dragoman.showing.output import output

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

LanguageOption = Annotated[str | None, typer.Option(metavar="CODE", help="ISO 639-1 code; detected where it is not given.")]
PublishedOption = Annotated[str | None, typer.Option(metavar="EDTF", help="Publication date: 2023-09-18, 2023-09 or 2023.")]


class Format(StrEnum):
    jsonl = "jsonl"
    pretty = "pretty"


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def dragoman(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and end.")] = False,
) -> None:
    """Read news dispatches in French and English; write down who did what to whom, when, where, and who says so.

    \b
    Example: dragoman code dispatch.txt --published 2023-09-18
    """


@app.command()
def code(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="Text files, folders, JSON Lines of documents, or - (stdin).")],
    language: LanguageOption = None,
    published: PublishedOption = None,
    to: Annotated[Path | None, typer.Option(metavar="FILE.jsonl", help="Write here, not to standard output.")] = None,
    format: Annotated[Format | None, typer.Option(help="By default pretty on a terminal, jsonl elsewhere.")] = None,
) -> None:
    """Code documents into events, statements and facts.

    \b
    Example: dragoman code dispatches/ --to records.jsonl
    Example: dragoman code dispatch.txt --language fr --published 2023-09-18
    """
    pretty = format is Format.pretty if format else to is None and sys.stdout.isatty()
    passed = total = 0
    with _ending(), _bar(hidden=pretty and to is None) as (bar, errors):
        _check(language, published)
        with output(to, pretty, inputs) as write:
            task = bar.add_task("documents", total=None)
            for coded in code_each(inputs, language=language, published=published, notify=lambda words: _say(errors, words)):
                total += 1
                if isinstance(coded, BadInput):
                    passed += 1
                    _say(errors, str(coded))
                else:
                    write(coded)
                bar.advance(task)
        if passed and total > 1:
            _say(errors, f"{passed} of {total} documents passed over")
    raise typer.Exit(1 if passed else 0)


@app.command()
def explain(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence, or a whole text.")],
    language: LanguageOption = None,
    published: PublishedOption = None,
) -> None:
    """Show how each record of a sentence came about.

    \b
    Example: dragoman explain "Wang Yi s'est rendu lundi à Moscou." --language fr --published 2023-09-18
    """
    with _ending():
        _check(language, published)
        Console().print(derivation(trace(sentence, language=language, published=published)))


@app.command()
def evaluate(
    gold_dir: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder of gold texts (docs/codebook.md).")],
    language: LanguageOption = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed and what was invented.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Write the figures as JSON.")] = False,
) -> None:
    """Code gold texts and score the records.

    \b
    Example: dragoman evaluate gold/ --language fr --errors
    """
    with _ending():
        scores = evaluate_gold(gold_dir, code_document, language)
        typer.echo(scores.to_json() if json else scores)
        for mistake in scores.mistakes if errors else ():
            typer.echo(mistake)


def main() -> None:
    """The `dragoman` command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    app()


@contextmanager
def _ending() -> Iterator[None]:
    """Every way a command can end early, as one line and an exit code; never a traceback."""
    try:
        yield
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except BrokenPipeError:  # the reader has what it wanted; what is still unwritten must not complain at the very end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None
    except DragomanError as problem:
        _say(Console(stderr=True), str(problem))
        raise typer.Exit(2 if isinstance(problem, BadUsage) else 1) from None


@contextmanager
def _bar(hidden: bool) -> Iterator[tuple[Progress, Console]]:
    """A progress bar on standard error, if that is a terminal and the records are not shown there; and where messages go meanwhile."""
    errors = Console(stderr=True)
    columns = (TextColumn("{task.completed} {task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True, disable=hidden or not errors.is_terminal) as bar:
        yield bar, errors


def _say(errors: Console, words: str) -> None:
    errors.print(plain(words), markup=False, highlight=False, soft_wrap=True)


def _check(language: str | None, published: str | None) -> None:
    """Raises `BadUsage` for an option that no document could be coded with."""
    if language is not None and language not in available():
        raise BadUsage(str(UnknownLanguage(language)))
    if published is not None:
        try:
            Time.parse(published)
        except BadTime:
            raise BadDate(published) from None

