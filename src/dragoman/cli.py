"""The command line: arguments -> the rest of the package. Exit codes: 0; 1 something was passed over; 2 wrong usage; 130 Ctrl-C."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn

from dragoman.asking import when as moments
from dragoman.asking import who as identities
from dragoman.errors import BadInput, BadUsage, DragomanError, UnknownLanguage
from dragoman.evaluating import Grouping
from dragoman.evaluating import evaluate as evaluate_gold
from dragoman.knowledge import own
from dragoman.languages import available
from dragoman.languages.office_names import office_named
from dragoman.showing.answers import answer
from dragoman.showing.evidence import plain
from dragoman.showing.output import output
from dragoman.showing.when import show_moments
from dragoman.showing.who import show_identities

if TYPE_CHECKING:
    from dragoman.model.text import Document
    from dragoman.pipeline import Coded

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

knowledge = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(knowledge, name="knowledge")

LanguageOption = Annotated[str | None, typer.Option(metavar="CODE", help="ISO 639-1 code; detected where it is not given.")]
PublishedOption = Annotated[str | None, typer.Option(metavar="EDTF", help="Publication date: 2023-09-18, 2023-09 or 2023.")]

FolderOption = Annotated[
    Path | None,
    typer.Option("--knowledge", metavar="DIR", envvar=own.FOLDER_VARIABLE, help="Where it is kept; in your data folder if not given."),
]
LexiconOption = Annotated[
    Path | None, typer.Option("--lexicon", metavar="FOLDER", help="Acts, words and parties of your own (docs/own-words.md).")
]


class Format(StrEnum):
    jsonl = "jsonl"
    pretty = "pretty"


def _show_version(asked: bool) -> None:
    if asked:
        from dragoman import __version__

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
    min_confidence: Annotated[float, typer.Option(metavar="0..1", help="Leave out records that are less sure.")] = 0.0,
    lexicon: LexiconOption = None,
    folder: FolderOption = None,
) -> None:
    """Code documents into events, statements and facts.

    \b
    Example: dragoman code dispatches/ --to records.jsonl
    Example: dragoman code dispatch.txt --language fr --published 2023-09-18
    """
    from dragoman.running import code_each

    pretty = format is Format.pretty if format else to is None and sys.stdout.isatty()
    passed = total = 0
    with _ending(), _bar(hidden=pretty and to is None) as (bar, errors):
        _check(language, published)
        each = code_each(
            inputs,
            language=language,
            published=published,
            knowledge=_own(folder),
            lexicon=lexicon,
            min_confidence=min_confidence,
            notify=lambda words: _say(errors, words),
        )
        with output(to, pretty, inputs) as write:
            task = bar.add_task("documents", total=None)
            for coded in each:
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
    lexicon: LexiconOption = None,
) -> None:
    """Show how each record of a sentence came about.

    \b
    Example: dragoman explain "Wang Yi s'est rendu lundi à Moscou." --language fr --published 2023-09-18
    """
    from dragoman.pipeline import trace
    from dragoman.showing.derivation import explain as derivation

    with _ending():
        _check(language, published)
        Console().print(derivation(trace(sentence, language=language, published=published, lexicon=lexicon)))


@app.command()
def evaluate(
    gold_dir: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder of gold texts (docs/codebook.md).")],
    language: LanguageOption = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed and what was invented.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Write the figures as JSON.")] = False,
    by: Annotated[Grouping | None, typer.Option(help="Write the figures of events for each of these apart.")] = None,
    lexicon: LexiconOption = None,
) -> None:
    """Code gold texts and score the records.

    \b
    Example: dragoman evaluate gold/ --language fr --errors
    Example: dragoman evaluate gold/ --by type
    """
    from dragoman.pipeline import own_lexicon

    with _ending():
        coder = partial(code_document, lexicon=own_lexicon(lexicon)) if lexicon else code_document
        _check(language, None)
        scores = evaluate_gold(gold_dir, coder, language)
        shown = scores.by(by) if by else scores
        typer.echo(shown.to_json() if json else shown)
        for mistake in scores.mistakes if errors else ():
            typer.echo(mistake)


@app.command()
def who(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="A name, or an office: of a person, a state, an organisation, a town.")],
    on: Annotated[str | None, typer.Option(metavar="EDTF", help="As of this day: 2023-08-01, 2023-08 or 2023.")] = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="ISO 639 code of the words; any if not given.")] = None,
    folder: FolderOption = None,
    json: Annotated[bool, typer.Option("--json", help="Write JSON Lines: a reading a line.")] = False,
) -> None:
    """Say who or what some words stand for: every reading, likeliest first.

    \b
    Example: dragoman who "le ministre chinois des Affaires étrangères" --on 2023-08-01
    """
    with _ending():
        found = identities(words, on=on, language=language, knowledge=_own(folder))
        if not found:
            raise BadInput(f"nobody and nothing is known as {words!r}")
        answer(found, show_identities, json)


@app.command()
def when(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A time expression, a sentence, or a whole text.")],
    language: LanguageOption = None,
    published: PublishedOption = None,
    json: Annotated[bool, typer.Option("--json", help="Write JSON Lines: a time expression a line.")] = False,
) -> None:
    """Say which dates the time expressions of a text name.

    \b
    Example: dragoman when "depuis environ trois semaines" --language fr --published 2023-09
    """
    with _ending():
        _check(language, published)
        found = moments(text, language=language, published=published)
        if not found:
            raise BadInput("the text tells no date" if published else "the text tells no full date: say when it was --published")
        answer(found, show_moments, json)


@knowledge.callback()
def knowledge_group() -> None:
    """Add knowledge of your own: people and their offices, organisations.

    \b
    Example: dragoman knowledge import entities.ftm.json
    """


@knowledge.command("import")
def import_knowledge(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="FollowTheMoney or Wikidata JSON lines, or CSV; also packed (.gz).")],
    name: Annotated[str | None, typer.Option(metavar="NAME", help="What the source is called; the file's name if not given.")] = None,
    folder: FolderOption = None,
) -> None:
    """Import a file, in place of what was imported under its name before.

    \b
    Example: dragoman knowledge import entities.ftm.json --name peps
    """
    with _ending():
        with _bar(hidden=False, in_bytes=True) as (bar, errors):
            task = bar.add_task("read", total=file.stat().st_size if file.is_file() else None)
            report = own.import_file(
                file,
                folder,
                name=name,
                office=office_named,
                progress=lambda read: bar.update(task, completed=read),
                notify=lambda words: _say(errors, words),
            )
        typer.echo(report)
        for reason in report:
            _say(errors, f"refused: {reason}")
    raise typer.Exit(1 if report.refused else 0)


@knowledge.command("list")
def list_knowledge(
    folder: FolderOption = None,
    json: Annotated[bool, typer.Option("--json", help="Write JSON Lines: a source a line, with its checksum and counts.")] = False,
) -> None:
    """List what was imported, latest first.

    \b
    Example: dragoman knowledge list
    """
    with _ending():
        found = own.sources(folder)
        for source in found:
            shown = f"{source.name}: {source.format}, {source.imported[:10]}, sha256 {source.sha256[:12]}, {source.counted}"
            typer.echo(source.to_json() if json else shown)
        if not found:
            _say(Console(stderr=True), f"{folder or own.default_folder()}: nothing was imported")


@knowledge.command("remove")
def remove_knowledge(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name of the source, as `dragoman knowledge list` shows it.")],
    folder: FolderOption = None,
) -> None:
    """Remove all that one import brought.

    \b
    Example: dragoman knowledge remove entities.ftm.json
    """
    with _ending():
        own.remove(name, folder, notify=lambda words: _say(Console(stderr=True), words))


def code_document(document: Document, **options: Any) -> Coded:
    """The coder loads where it is used: a question of who it is needs nothing of it."""
    from dragoman.pipeline import code

    return code(document, **options)


def main() -> None:
    """The `dragoman` command."""
    gc.set_threshold(100_000)  # tables of 20,000 names are built at the start, and nothing of them is ever garbage
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
def _bar(hidden: bool, in_bytes: bool = False) -> Iterator[tuple[Progress, Console]]:
    """A progress bar on standard error, if that is a terminal and the records are not shown there; and where messages go meanwhile."""
    errors = Console(stderr=True)
    counted = DownloadColumn() if in_bytes else TextColumn("{task.completed} {task.description}")
    columns = (counted, BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True, disable=hidden or not errors.is_terminal) as bar:
        yield bar, errors


def _say(errors: Console, words: str) -> None:
    errors.print(plain(words), markup=False, highlight=False, soft_wrap=True)


def _own(folder: Path | None) -> own.Knowledge:
    """The user's own knowledge; a folder that an option names must be there, that of the environment may come. Raises `BadUsage`."""
    if folder is not None and folder.exists() and not folder.is_dir():
        raise BadUsage(f"{folder}: not a folder")
    if folder is not None and not folder.exists() and str(folder) != os.environ.get(own.FOLDER_VARIABLE):
        raise BadUsage(f"{folder}: no such folder")
    return own.Knowledge(folder)


def _check(language: str | None, published: str | None) -> None:
    """Raises `BadUsage` for an option that no document could be coded with."""
    if language is not None and language not in available():
        raise BadUsage(str(UnknownLanguage(language)))
    if published is not None:
        from dragoman.pipeline import published_of

        published_of(published)
