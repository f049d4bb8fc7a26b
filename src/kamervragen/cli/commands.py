"""The commands. Django is loaded only by those that need the record."""

import os
from pathlib import Path
from typing import Annotated

import typer

from kamervragen.terms import Order

app = typer.Typer(
    help="Written questions of the Dutch parliament and the government's answers, as a record that can be relied on.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)

people = typer.Typer(help="Who is who: members and ministers over time.", rich_markup_mode=None)
app.add_typer(people, name="people")

Paths = Annotated[list[Path], typer.Argument(help="Files, folders and zips.", metavar="PATH...")]
Workers = Annotated[int, typer.Option(min=1, help="Processes that read and parse.", show_default="one per processor")]
N_PROCESSORS = os.cpu_count() or 1


@app.command()
def parse(
    paths: Annotated[list[Path], typer.Argument(help="Documents: files, folders and zips.", metavar="FILE...")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    with_body: Annotated[bool, typer.Option("--with-body", help="Add the text that all spans point into.")] = False,
) -> None:
    """Read documents and print what they say; nothing is stored."""
    from kamervragen.cli.parsing import print_parsed

    raise typer.Exit(print_parsed(paths, as_json=as_json, with_body=with_body))


@app.command()
def ingest(paths: Paths, workers: Workers = N_PROCESSORS) -> None:
    """Put documents into the record. Run it again to go on after an interruption."""
    from kamervragen.cli.recording import run_ingest

    raise typer.Exit(run_ingest(paths, workers))


@app.command()
def failures(
    retry: Annotated[bool, typer.Option("--retry", help="Try all of them again first.")] = False,
    workers: Workers = N_PROCESSORS,
) -> None:
    """List the documents that are not in the record because something went wrong."""
    from kamervragen.cli.recording import run_failures

    raise typer.Exit(run_failures(retry=retry, n_workers=workers))


@app.command()
def reparse(workers: Workers = N_PROCESSORS) -> None:
    """Make everything derived again from the kept bytes, and say what changed."""
    from kamervragen.cli.recording import run_reparse

    raise typer.Exit(run_reparse(workers))


@app.command()
def search(
    query: Annotated[str, typer.Argument(help='Words, "phrases", prefix*, field:value; see docs/search.md.')] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    order: Annotated[Order, typer.Option(help="How hits are sorted.")] = Order.RELEVANCE,
    page: Annotated[int, typer.Option(help="Which page, from 1.")] = 1,
    size: Annotated[int, typer.Option(help="Hits on a page, at most 100.")] = 20,
    facets: Annotated[bool, typer.Option("--facets", help="Count who asks, who answers and when.")] = False,
) -> None:
    """Look something up in the questions and answers."""
    from kamervragen.cli.searching import print_found

    raise typer.Exit(print_found(query, as_json=as_json, order=order, page=page, size=size, with_facets=facets))


@app.command()
def similar(
    text: Annotated[str, typer.Argument(help="One question or several; without it, what is typed or piped in.")] = "",
    like: Annotated[
        str, typer.Option(help="Instead of a text: a question of the record, such as ah-tk-20232024-1067#vraag-2.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    size: Annotated[int, typer.Option(min=1, max=50, help="How many questions at most.")] = 10,
) -> None:
    """Find the earlier questions that ask the same as a text, with their answers."""
    from kamervragen.cli.similar import print_similar

    raise typer.Exit(print_similar(text, like=like, as_json=as_json, size=size))


@app.command()
def dossier(
    name: Annotated[str, typer.Argument(help="A case number, or the identifier of one of the publications.", metavar="ID")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Say of one filing who was asked, who answered when, and what is not in the record."""
    from kamervragen.cli.dossiers import run_dossier

    raise typer.Exit(run_dossier(name, as_json=as_json))


@app.command("open")
def list_open(
    ministry: Annotated[str, typer.Option(help="Only of this ministry: a name, an abbreviation or a portfolio.")] = "",
    overdue: Annotated[bool, typer.Option("--overdue", help="Only those whose term is over.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """List the answers that are waited for, the oldest first."""
    from kamervragen.cli.dossiers import run_open

    raise typer.Exit(run_open(ministry=ministry, only_late=overdue, as_json=as_json))


@app.command()
def link(
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make all dossiers again from the record.")] = False,
) -> None:
    """Bring dossiers up to date with the record and the editor's file; ingest and reparse do so themselves."""
    from kamervragen.cli.dossiers import run_link

    raise typer.Exit(run_link(anew=rebuild))


@app.command()
def compare(
    name: Annotated[str, typer.Argument(help="A case number, or the identifier of one of the publications.", metavar="ID")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Lay the answers to one filing beside each other: who says the same, who differs, and where."""
    from kamervragen.cli.comparing import run_compare

    raise typer.Exit(run_compare(name, as_json=as_json))


@app.command()
def index(
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make it anew from the record.")] = False,
    workers: Workers = N_PROCESSORS,
) -> None:
    """Bring the search index up to date with the record; ingest and reparse do so themselves."""
    from kamervragen.cli.indexing import run_index

    raise typer.Exit(run_index(anew=rebuild, n_workers=workers))


@app.command()
def reuse(
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Look again at all answers of the record.")] = False,
    most: Annotated[bool, typer.Option("--most", help="List the passages that stand in the most publications.")] = False,
    key: Annotated[str, typer.Option("--of", help="List the passages of this publication.", metavar="ID")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Lists: one JSON object a line.")] = False,
    workers: Workers = N_PROCESSORS,
) -> None:
    """Find the passages that stand in answers of several publications; ingest and reparse keep that up to date."""
    from kamervragen.cli.reusing import run_reuse

    raise typer.Exit(run_reuse(anew=rebuild, n_workers=workers, most=most, key=key, as_json=as_json))


@app.command()
def status() -> None:
    """Say what is in the record, and what is known to be missing."""
    from kamervragen.cli.recording import run_status

    raise typer.Exit(run_status())


@app.command()
def serve(
    port: Annotated[int, typer.Option(max=65535, min=0, help="The port to listen on; 0 for any that is free.")] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    workers: Annotated[
        int, typer.Option(min=1, max=64, help="Processes that answer.", show_default="one per processor")
    ] = N_PROCESSORS,
) -> None:
    """Show the record as a site, on this machine or for others."""
    from kamervragen.cli.serving import run_site

    raise typer.Exit(run_site(host, port, workers))


@people.command("import")
def import_people(
    paths: Annotated[list[Path], typer.Argument(help="Pages of open data, our CSV, or folders of these.", metavar="FILE...")],
    as_of: Annotated[str, typer.Option(help="The day on which fetched files were made.", show_default="as they say")] = "",
) -> None:
    """Fill the authority file: persons, their parties and their offices. Run it again: nothing changes that was known."""
    from kamervragen.cli.people import run_import

    raise typer.Exit(run_import(paths, as_of))


@people.command("find")
def find_people(
    name: Annotated[str, typer.Argument(help="A name as printed, such as «Van Raaf» or «J.J. van Raaf».")],
    party: Annotated[str, typer.Option(help="The party printed with it.")] = "",
    on: Annotated[str, typer.Option(help="The day of asking or answering, such as 2030-01-31.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Say who may be meant by a printed name, how sure that is, and why."""
    from kamervragen.cli.people import print_people

    raise typer.Exit(print_people(name, party=party, printed_day=on, as_json=as_json))


@people.command("unresolved")
def list_unresolved(as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False) -> None:
    """List the printed names of the record that are of nobody for certain, the commonest first."""
    from kamervragen.cli.unresolved import print_unresolved

    raise typer.Exit(print_unresolved(as_json=as_json))
