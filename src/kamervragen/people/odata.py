"""Pages of the Chamber's open data → claims: Persoon, Fractie, FractieZetel and FractieZetelPersoon.

Source: the entities and their fields as `$metadata` of https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/ names them; a page
is an object with `value`, at most 250 rows, and `@odata.nextLink` where there is more. Rows with nothing but an Id occur, and
rows that were removed say `Verwijderd`. Terms: CC0 1.0, no registration.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Final

from kamervragen.people.claims import CHAMBER, Claim, HoldingClaim, NameClaim, PartyClaim, SeatClaim
from kamervragen.people.foreign import Outcome, Reading, Removed, Row, RowError, Skipped, read_rows

_CHANGES: Final = ("GewijzigdOp", "ApiGewijzigdOp")
_SOURCE: Final = "open data van de Tweede Kamer, {} {}"


def find_entity(page: Mapping[str, object], rows: Iterable[object]) -> str | None:
    """The entity that a page holds: as it says itself, or by the fields of its rows; None when it is none of ours."""
    context = page.get("@odata.context")
    named = str(context).partition("$metadata#")[2].partition("(")[0].partition("/")[0] if context else ""
    if named:
        return named if named in _READ else None
    fields = {name for row in rows if isinstance(row, Mapping) for name in row}
    return next((entity for entity, telling in _TELLING.items() if telling <= fields), None)


def read_page(entity: str, rows: list[object], as_of: date | None) -> Reading:
    """What the rows of a page claim.

    Args:
        entity: what they are.
        rows: as they came.
        as_of: the day on which the page was made; None to go by the newest change in it.
    """
    seen_on = as_of or max(filter(None, (_changed_on(row) for row in rows)), default=None)
    return read_rows(entity, rows, partial(_read, entity, seen_on))


def _changed_on(fields: object) -> date | None:
    """The newest day on which a row says it was changed; None for a row that says none, or not a day."""
    try:
        return max(filter(None, (Row(fields).day(name) for name in _CHANGES)), default=None)
    except RowError:
        return None


def _read(entity: str, seen_on: date | None, row: Row) -> Iterable[Outcome]:
    key = f"{CHAMBER}:{row.need('Id').lower()}"
    if row.is_set("Verwijderd"):
        return [Removed(key)]
    if row.has_only("Id", "Verwijderd", *_CHANGES):
        return [Skipped("er staat alleen een Id")]
    return [_READ[entity](row, key, seen_on)]


def _read_person(row: Row, key: str, seen_on: date | None) -> Claim:
    return NameClaim(
        key=key,
        source=_SOURCE.format("Persoon", row.text("Nummer") or row.need("Id")),
        reach="tk:Persoon",
        seen_on=seen_on,
        person=row.need("Id").lower(),
        family=row.need("Achternaam"),
        prefix=row.text("Tussenvoegsel"),
        first_name=row.text("Roepnaam"),
        initials=row.text("Initialen"),
    )


def _read_party(row: Row, key: str, seen_on: date | None) -> Claim:
    name = row.text("Afkorting") or row.need("NaamNL")
    source = _SOURCE.format("Fractie", row.text("Nummer") or name)
    return PartyClaim(key=key, source=source, reach="tk:Fractie", seen_on=seen_on, party=row.need("Id").lower(), name=name)


def _read_seat(row: Row, key: str, seen_on: date | None) -> Claim:
    seat, party = row.need("Id").lower(), row.need("Fractie_Id").lower()
    source = _SOURCE.format("FractieZetel", seat)
    return SeatClaim(key=key, source=source, reach="tk:FractieZetel", seen_on=seen_on, seat=seat, party=party)


def _read_holding(row: Row, key: str, seen_on: date | None) -> Claim:
    first, last = row.period("Van", "TotEnMet")
    return HoldingClaim(
        key=key,
        source=_SOURCE.format("FractieZetelPersoon", row.need("Id").lower()),
        reach="tk:FractieZetelPersoon",
        seen_on=seen_on,
        person=row.need("Persoon_Id").lower(),
        seat=row.need("FractieZetel_Id").lower(),
        first=first,
        last=last,
    )


_READ: Final[Mapping[str, Callable[[Row, str, date | None], Claim]]] = {
    "Persoon": _read_person,
    "Fractie": _read_party,
    "FractieZetel": _read_seat,
    "FractieZetelPersoon": _read_holding,
}
ENTITIES: Final = tuple(_READ)
# What no other of these entities has.
_TELLING: Final = {
    "FractieZetelPersoon": {"FractieZetel_Id", "Persoon_Id"},
    "FractieZetel": {"Fractie_Id", "Gewicht"},
    "Fractie": {"Afkorting", "NaamNL"},
    "Persoon": {"Achternaam", "Roepnaam"},
}
