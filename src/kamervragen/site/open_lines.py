"""Answers that are waited for or given, as lines of a list: who asked whom what, and how it stands on a day. In no language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kamervragen.site.lines import Holder, Person
from kamervragen.site.open_choice import OpenChoice, is_of, narrow_addressees, order_of
from kamervragen.store.dossier_models import AddresseeRow, AskerRow
from kamervragen.terms import AddresseeStatus, Role
from kamervragen.timings import WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLine:
    """The answer of one office to one filing.

    Args:
        dossier: the key of its dossier.
        position: of the office among those asked, from 0.
        subject: as printed; None when none is.
        submitters: who asks.
        asked: the office.
        status: on the day of the list.
        submitted_on: the day of filing.
        due_on: the last day of the term that holds; None where no term is known.
        postponed_on: the day of the first notice of delay.
        answered_on: the day of the first answer.
        n_days: from filing to the answer, or to the day of the list; None where a day is missing or they cannot be right.
        n_days_late: of an answer that is waited for, how many days its term is over; None where it is not.
    """

    dossier: str
    position: int
    subject: str | None
    submitters: tuple[Person, ...]
    asked: Holder
    status: AddresseeStatus
    submitted_on: date | None
    due_on: date | None
    postponed_on: date | None
    answered_on: date | None
    n_days: int | None
    n_days_late: int | None

    @property
    def is_waiting(self) -> bool:
        """Whether the answer is waited for."""
        return self.status in WAITING


def list_open(choice: OpenChoice, day: date, n: int, first: int = 0) -> tuple[OpenLine, ...]:
    """The lines of so many answers of a choice, from a place in its order on."""
    found = narrow_addressees(choice).filter(is_of(choice.which, day)).order_by(*order_of(choice.which))
    # Which they are is asked first and all else of them afterwards, so that the database sorts and skips no whole rows.
    return make_open_lines(list(found.values_list("pk", flat=True)[first : first + n]), day)


def make_open_lines(ids: Sequence[int], day: date) -> tuple[OpenLine, ...]:
    """The lines of addressees, in the order of these primary keys, of which there are few."""
    rows = AddresseeRow.objects.select_related("dossier").in_bulk(ids)
    asking: dict[int, list[Person]] = {}
    for each in AskerRow.objects.filter(dossier_id__in={row.dossier_id for row in rows.values()}).order_by("position"):
        asking.setdefault(each.dossier_id, []).append(Person(name=each.name, party=each.party))
    return tuple(_line(rows[each], tuple(asking.get(rows[each].dossier_id, ())), day) for each in ids if each in rows)


def _line(row: AddresseeRow, submitters: tuple[Person, ...], day: date) -> OpenLine:
    status = standing_on(AddresseeStatus(row.status), row.due_on, row.postponed_on, day)
    is_late = status is AddresseeStatus.OVERDUE and row.due_on is not None
    return OpenLine(
        dossier=row.dossier.key,
        position=row.position,
        subject=row.dossier.subject,
        submitters=submitters,
        asked=Holder(role=Role(row.role), name=None, portfolio=row.portfolio, ministry=row.ministry),
        status=status,
        submitted_on=row.submitted_on,
        due_on=row.due_on,
        postponed_on=row.postponed_on,
        answered_on=row.answered_on,
        n_days=_count_days(row, status, day),
        n_days_late=(day - row.due_on).days if is_late and row.due_on else None,
    )


def standing_on(status: AddresseeStatus, due_on: date | None, postponed_on: date | None, day: date) -> AddresseeStatus:
    """The status on a day of an addressee that was tracked on another; only of one who is waited for it depends on the day."""
    if status not in WAITING:
        return status
    if due_on and due_on < day:
        return AddresseeStatus.OVERDUE
    return AddresseeStatus.POSTPONED if postponed_on else AddresseeStatus.OPEN


def _count_days(row: AddresseeRow, status: AddresseeStatus, day: date) -> int | None:
    until = day if status in WAITING else row.answered_on
    n_days = (until - row.submitted_on).days if until and row.submitted_on else None
    return n_days if n_days is not None and n_days >= 0 else None
