"""Fixtures of the public project openkamer → claims: persons, cabinets with their ministries, seats and parties.

Source: https://github.com/openkamer/openkamer, its Django fixtures (`person`, `government`, `parliament`). The list was made
at one moment: what had not ended then is not known to last. An office that ends on the day on which the next begins is held by
both. Its keys of the Chamber were matched by surname, so that some are of a namesake: `assemble` looks whether the names agree.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from kamervragen.people.claims import OPENKAMER, Claim, HoldingClaim, NameClaim, TenureClaim
from kamervragen.people.foreign import Outcome, Reading, Row, RowError, Skipped, read_rows
from kamervragen.terms import Role

_SOURCE: Final = "openkamer, {} {}"
_MINISTER: Final = "MIN"
_PREMIER: Final = "PMI"
_DEPUTY: Final = "DPM"
_WITHOUT_MINISTRY: Final = "MWP"
_ROLES: Final = {
    _PREMIER: Role.MINISTER_PRESIDENT,
    _MINISTER: Role.MINISTER,
    _WITHOUT_MINISTRY: Role.MINISTER,
    "SOS": Role.STAATSSECRETARIS,
}


def is_fixture(rows: object) -> bool:
    """Whether this is a list of objects of Django models."""
    return isinstance(rows, list) and bool(rows) and all(isinstance(row, Mapping) and "model" in row for row in rows[:3])


def read_fixture(rows: list[object], as_of: date | None) -> Reading:
    """What the objects claim; `as_of` is the day on which they were made, None to go by the newest day that stands in them."""
    objects = _Objects(rows)
    reading = read_rows("openkamer", rows, objects.read)
    seen_on = as_of or objects.newest_day()
    return replace(reading, claims=tuple(replace(each, reach=OPENKAMER, seen_on=seen_on) for each in reading.claims))


class _Objects:
    """The objects of one file, which point at each other by number."""

    def __init__(self, rows: Iterable[object]) -> None:
        self._fields: dict[tuple[str, str], Mapping[str, object]] = {}
        self._parties: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            if isinstance(row, Mapping) and isinstance(row.get("fields"), Mapping):
                self._fields[str(row.get("model")), str(row.get("pk"))] = row["fields"]
                if row.get("model") == "parliament.partymember":
                    self._parties[str(row["fields"].get("person"))].add(str(row["fields"].get("party")))

    def newest_day(self) -> date | None:
        """The newest day on which something began or was changed; ends may have been planned."""
        days = (str(fields.get(name) or "")[:10] for fields in self._fields.values() for name in _DAYS)
        return max((date.fromisoformat(day) for day in days if _is_day(day)), default=None)

    def read(self, row: Row) -> list[Outcome]:
        """What one object says."""
        model, number = row.need("model"), row.need("pk")
        fields = row.row("fields")
        key = f"{OPENKAMER}:{model}:{number}"
        source = _SOURCE.format(model, number)
        if model == "person.person":
            return [_read_person(fields, key, source, number)]
        if model == "government.governmentmember":
            return [self._read_tenure(fields, key, source)]
        if model == "parliament.parliamentmember":
            return [self._read_seat(fields, key, source)]
        return [Skipped(_REASONS.get(model, "van deze soort wordt niets overgenomen"))]

    def _read_tenure(self, row: Row, key: str, source: str) -> Outcome:
        position = self._at("government.governmentposition", row.need("position"))
        kind = position.need("position")
        if kind == _DEPUTY:
            return Skipped("vicepremier is geen ambt dat vragen beantwoordt")
        if kind not in _ROLES:
            raise RowError(f"Het ambt «{kind[:40]}» is niet bekend.")
        first, last = row.period("start_date", "end_date")
        return TenureClaim(
            key=key,
            source=source,
            person=f"{OPENKAMER}:{row.need('person')}",
            role=_ROLES[kind],
            portfolio=self._portfolio(kind, position),
            first=first,
            last=last,
        )

    def _portfolio(self, kind: str, position: Row) -> str | None:
        if kind == _PREMIER:
            return None
        if kind == _WITHOUT_MINISTRY:
            return position.need("extra_info")
        if not position.text("ministry"):
            raise RowError("Bij dit ambt staat geen ministerie.")
        return self._at("government.ministry", position.need("ministry")).need("name")

    def _read_seat(self, row: Row, key: str, source: str) -> Outcome:
        first, last = row.period("joined", "left")
        person = row.need("person")
        return HoldingClaim(
            key=key, source=source, person=f"{OPENKAMER}:{person}", party_name=self._party(person), first=first, last=last
        )

    def _party(self, person: str) -> str:
        """The party of a person who was in one only: nearly all memberships are without days; "" for others."""
        parties = self._parties.get(person, set())
        return self._at("parliament.politicalparty", *parties).text("name_short") if len(parties) == 1 else ""

    def _at(self, model: str, number: str) -> Row:
        fields = self._fields.get((model, number))
        if fields is None:
            raise RowError(f"De rij {model} {number[:20]} waarnaar wordt verwezen, ontbreekt.")
        return Row(fields)


_DAYS: Final = ("datetime_updated", "start_date", "joined")
_REASONS: Final = {
    "government.government": "kabinetten staan bij de ambten",
    "government.ministry": "ministeries staan bij de ambten",
    "government.governmentposition": "ambten staan bij wie ze bekleedt",
    "parliament.politicalparty": "fracties staan bij hun leden",
    "parliament.partymember": "fracties staan bij de zetels",
}


def _read_person(row: Row, key: str, source: str, number: str) -> Claim:
    return NameClaim(
        key=key,
        source=source,
        person=f"{OPENKAMER}:{number}",
        family=row.need("surname"),
        prefix=row.text("surname_prefix"),
        first_name=row.text("forename"),
        initials=row.text("initials"),
        same_as=row.text("tk_id").lower(),
    )


def _is_day(text: str) -> bool:
    try:
        return bool(text) and bool(date.fromisoformat(text))
    except ValueError:
        return False
