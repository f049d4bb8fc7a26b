"""Dossiers in the store as tests want them: rows made directly, of invented filings with known days."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

import records  # noqa: F401 - sets Django up
from kamervragen.store.dossier_models import AddresseeRow, AskerRow, DossierRow
from kamervragen.store.models import Publication, Source
from kamervragen.store.writing import stamp
from kamervragen.terms import AddresseeStatus, DossierStatus, Kind, TermKind

DEFENCE, INTERIOR, FINANCE = "mnre1018", "mnre1034", "mnre1090"


@dataclass(frozen=True, kw_only=True)
class Office:
    """An addressee; days are counted from filing."""

    ministry: str | None = DEFENCE
    answered: int | None = None
    postponed: int | None = None
    withdrawn: int | None = None
    status: AddresseeStatus = AddresseeStatus.OPEN


@dataclass(frozen=True, kw_only=True)
class FiledRow:
    """A filing with its addressees."""

    on: date | None
    offices: tuple[Office, ...]
    parties: tuple[str | None, ...] = ("JA21",)
    n_unread: int = 0
    chamber: str | None = "tk"
    form: str = "written"
    subject: str = "bankjes langs fietsroutes"


def write_filings(filings: Sequence[FiledRow]) -> None:
    """Make these the dossiers of the record that Django is at work on."""
    with transaction.atomic():
        DossierRow.objects.all().delete()
        dossiers = DossierRow.objects.bulk_create(_dossier(n, each) for n, each in enumerate(filings))
        pairs = list(zip(dossiers, filings, strict=True))
        AddresseeRow.objects.bulk_create(row for dossier, each in pairs for row in _addressees(dossier, each))
        AskerRow.objects.bulk_create(row for dossier, each in pairs for row in _askers(dossier, each))
        stamp(timezone.now())


def date_record(day: date) -> None:
    """Put one publication into the record that Django is at work on, dated on this day: the last that the record knows of."""
    with transaction.atomic():
        publication = Publication.objects.create(
            key="bron-000000000000",
            is_official=False,
            best_id="0" * 64,
            kind=Kind.OTHER,
            form="written",
            is_numbered=False,
            letter_date=day,
            n_questions=0,
            n_answers=0,
            n_findings=0,
        )
        Source.objects.create(
            sha256="0" * 64,
            publication=publication,
            name="brief.txt",
            media_type="plain",
            size_bytes=1,
            rank=0,
            seen_at=timezone.now(),
        )


def _dossier(n: int, filed: FiledRow) -> DossierRow:
    answers = [each.answered for each in filed.offices if each.answered is not None]
    return DossierRow(
        key=f"2031Z{n:05}",
        subject=filed.subject,
        submitted_on=filed.on,
        chamber=filed.chamber,
        form=filed.form,
        n_publications=1,
        n_questions=3,
        n_replies=len(answers),
        n_addressees=len(filed.offices),
        n_answered=len(answers),
        n_unread=filed.n_unread,
        n_findings=0,
        status=DossierStatus.OPEN,
        tracked_on=date(2031, 6, 1),
    )


def _addressees(dossier: DossierRow, filed: FiledRow) -> Iterable[AddresseeRow]:
    for position, office in enumerate(filed.offices):
        days = [_after(filed.on, each) for each in (office.answered, office.postponed, office.withdrawn)]
        yield AddresseeRow(
            dossier=dossier,
            position=position,
            role="minister",
            portfolio="Defensie",
            ministry=office.ministry,
            submitted_on=filed.on,
            status=AddresseeStatus.ANSWERED if office.answered is not None else office.status,
            due_on=_after(filed.on, 21) if filed.chamber == "tk" else None,
            term=TermKind.FIRST,
            answered_on=days[0],
            postponed_on=days[1],
            withdrawn_on=days[2],
            n_unread=filed.n_unread,
        )


def _after(day: date | None, n: int | None) -> date | None:
    return day + timedelta(days=n) if day and n is not None else None


def _askers(dossier: DossierRow, filed: FiledRow) -> Iterable[AskerRow]:
    return (AskerRow(dossier=dossier, position=n, name="Rietvinck", party=each) for n, each in enumerate(filed.parties))


def invent_filings(n: int, first: date, last: date, seed: int = 1) -> list[FiledRow]:
    """So many filings between two days, of every sort there is."""
    chance = random.Random(seed)
    return [_invent(chance, first + timedelta(days=chance.randrange((last - first).days)), last) for _ in range(n)]


def _invent(chance: random.Random, on: date, last: date) -> FiledRow:
    size = chance.choice([1, 1, 1, 1, 1, 2, 2, 3, 6, 12])
    n_unread = chance.choice([0, 0, 0, 0, 1])
    return FiledRow(
        on=chance.choice([on] * 40 + [None]),
        offices=tuple(_invent_office(chance, (last - on).days) for _ in range(chance.choice([size] * 30 + [0]))),
        parties=tuple(chance.sample(["JA21", "Lijst Zandstra", "Waterpartij", None], chance.choice([1, 1, 1, 2]))),
        n_unread=n_unread,
        chamber=chance.choice(["tk"] * 20 + ["ek", None]),
        form=chance.choice(["written"] * 20 + ["oral"]),
    )


def _invent_office(chance: random.Random, n_known: int) -> Office:
    ministry, slow = chance.choice([(DEFENCE, 17), (INTERIOR, 26), (FINANCE, 38), (None, 22)])
    answered = max(0, round(chance.gauss(slow, 9))) if chance.random() < 0.9 else None
    postponed = chance.randrange(15, 22) if chance.random() < 0.3 else None
    if chance.random() < 0.02:
        return Office(ministry=ministry, withdrawn=chance.randrange(40), status=AddresseeStatus.WITHDRAWN)
    if chance.random() < 0.02:
        return Office(ministry=ministry, answered=-3)
    status = chance.choice([AddresseeStatus.OPEN] * 20 + [AddresseeStatus.UNKNOWN])
    is_read = answered is not None and answered <= n_known
    return Office(ministry=ministry, answered=answered if is_read else None, postponed=postponed, status=status)
