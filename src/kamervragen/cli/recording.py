"""What the commands on the record print: ingest, failures, reparse and status. They load Django."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from kamervragen.cli.dossiers import print_unlinked
from kamervragen.cli.indexing import print_lag
from kamervragen.cli.progress import show_progress
from kamervragen.environment import read_environment
from kamervragen.fetch import count_documents, open_source
from kamervragen.site.words import count_words
from kamervragen.store.opening import open_record


def run_ingest(paths: Sequence[Path], n_workers: int) -> int:
    """Put the documents at paths into the record; gives the exit status."""
    limits = read_environment(os.environ).limits
    for path in paths:
        open_source(path, limits)  # says what is wrong with a path before anything is made
    data = open_record()
    from kamervragen.ingest.run import ingest

    with show_progress(sum(count_documents(path) for path in paths)) as watch:
        tally = ingest(paths, data=data, limits=limits, n_workers=n_workers, watch=watch)
    return _print_tally(tally)


def run_failures(*, retry: bool, n_workers: int) -> int:
    """List the register of failures, if so asked after another attempt at each; gives the exit status."""
    limits, data = read_environment(os.environ).limits, open_record()
    from django.utils.timezone import localtime

    from kamervragen.ingest import run
    from kamervragen.store.models import Failure

    if retry:
        with show_progress(Failure.objects.count()) as watch:
            tally = run.retry(data=data, limits=limits, n_workers=n_workers, watch=watch)
        _print_tally(tally)
    rows = list(Failure.objects.order_by("stage", "code", "where"))
    for row in rows:
        attempts = count_words(row.n_attempts, "poging", "pogingen")
        last = f"{localtime(row.last_seen_at):%d-%m-%Y %H:%M}"
        print(f"{row.where}\n  {row.message} [{row.stage}/{row.code}, {attempts}, laatst {last}]")
    print(f"{count_words(len(rows), 'document staat', 'documenten staan')} in het register van mislukkingen.")
    return 1 if rows else 0


def _print_tally(tally: Mapping[str, int]) -> int:
    added = count_words(tally["added"], "document", "documenten")
    see = "; zie «kamervragen failures»" if tally["failed"] else ""
    print(f"{added} opgenomen, {tally['known']} al bekend, {tally['failed']} mislukt{see}.")
    print_lag()
    print_unlinked()
    return 1 if tally["failed"] else 0


def run_reparse(n_workers: int) -> int:
    """Make all that is derived again and print what changed; gives the exit status."""
    limits, data = read_environment(os.environ).limits, open_record()
    from kamervragen.cli.overview import describe_reparse
    from kamervragen.ingest.reparse import reparse
    from kamervragen.store.models import Source

    with show_progress(Source.objects.count()) as watch:
        done = reparse(data=data, limits=limits, n_workers=n_workers, watch=watch)
    print(describe_reparse(done))
    print_lag()
    print_unlinked()
    return 1 if done.n_failed else 0


def run_status() -> int:
    """Print what is in the record, and what is known to be missing; gives the exit status."""
    open_record()
    from kamervragen.cli.overview import describe_status
    from kamervragen.store.faults import database_faults
    from kamervragen.store.queries import take_status

    with database_faults():
        print(describe_status(take_status()))
        print_unlinked()
    return 0
