"""Days counted by the database itself, in SQLite and in PostgreSQL."""

from datetime import date
from pathlib import Path

import pytest

from filed_rows import FiledRow, write_filings
from kamervragen.store.day_arithmetic import DaysAfter
from kamervragen.store.dossier_models import DossierRow
from records import make_tables, record_in

DAYS = {
    date(2031, 1, 31): date(2031, 2, 21),
    date(2031, 12, 20): date(2032, 1, 10),
    date(2032, 2, 10): date(2032, 3, 2),
    None: None,
}


def _check() -> None:
    make_tables()
    write_filings([FiledRow(on=day, offices=()) for day in DAYS])
    rows = DossierRow.objects.annotate(due_on=DaysAfter("submitted_on", 21))
    assert dict(rows.values_list("submitted_on", "due_on")) == DAYS
    assert rows.filter(due_on__lte=date(2032, 1, 10)).count() == 2


def test_sqlite_counts_days_over_the_ends_of_months_and_years(tmp_path: Path) -> None:
    with record_in(tmp_path):
        _check()


@pytest.mark.postgres
def test_postgresql_counts_days_over_the_ends_of_months_and_years(tmp_path: Path, postgres_url: str) -> None:
    with record_in(tmp_path, postgres_url):
        _check()
