"""Our own CSV of persons → claims. A row tells a name, a seat, an office, or several of these of one person.

person,family,prefix,first_name,initials,aliases,party,party_from,party_until,role,portfolio,office_from,office_until,source
raaf-1,Raaf,van,Jos,J.J.,J. v. Raaf;Van Raaf (JJ),SP,2010-06-17,2017-03-22,,,,,handelingen 2010
raaf-1,,,,,,,,,minister,Defensie,2017-10-26,,stcrt-2017-1
"""

import csv
from collections.abc import Mapping
from io import StringIO
from typing import Final

from kamervragen.people.claims import BY_HAND, Claim, HoldingClaim, NameClaim, TenureClaim
from kamervragen.people.foreign import Fault, Outcome, Reading, Row, RowError, read_rows
from kamervragen.terms import Role

COLUMNS: Final = (
    "person,family,prefix,first_name,initials,aliases,party,party_from,party_until,role,portfolio,office_from,office_until,source"
).split(",")
_FIRST_ROW = 2  # the first line names the columns


def is_table(text: str) -> bool:
    """Whether a text begins with a line of column names, of which the first is ours."""
    return text.lstrip().partition(",")[0].strip().strip('"') == COLUMNS[0]


def read_table(text: str) -> Reading:
    """What the rows of a CSV file claim; wrong rows are faults, the others hold."""
    table = csv.DictReader(StringIO(text.strip()), strict=True, restkey="", restval="")
    names = [name.strip() for name in table.fieldnames or ()]
    table.fieldnames = names
    if sorted(names) != sorted(COLUMNS):
        return Reading(kind="CSV", n_rows=1, faults=(Fault(row=1, sentence=f"De eerste regel moet «{','.join(COLUMNS)}» zijn."),))
    rows: list[Mapping[str, object]] = []
    broken: tuple[Fault, ...] = ()
    try:
        rows.extend(table)
    except csv.Error:
        sentence = "De aanhalingstekens kloppen niet; deze en de volgende regels zijn niet gelezen."
        broken = (Fault(row=len(rows) + _FIRST_ROW, sentence=sentence),)
    reading = read_rows("CSV", rows, _read, first=_FIRST_ROW)
    return Reading(kind="CSV", claims=reading.claims, faults=(*reading.faults, *broken), n_rows=reading.n_rows + len(broken))


def _read(row: Row) -> list[Outcome]:
    if not row.has_only(*COLUMNS):
        raise RowError(f"Deze regel heeft meer dan {len(COLUMNS)} kolommen; zet een tekst met komma's tussen aanhalingstekens.")
    made: list[Outcome] = [each for each in (_read_name(row), _read_seat(row), _read_office(row)) if each is not None]
    if not made:
        raise RowError("Deze regel zegt niets: vul een achternaam, een fractie of een ambt in.")
    return made


def _read_name(row: Row) -> Claim | None:
    parts = [row.text(name) for name in ("prefix", "first_name", "initials", "aliases")]
    if not row.text("family"):
        if any(parts):
            raise RowError("Het veld family is leeg, en er staan wel andere delen van een naam.")
        return None
    prefix, first_name, initials, aliases = parts
    person = row.need("person").lower()
    return NameClaim(
        key=_key("name", person, row.text("family"), *parts),
        source=row.need("source"),
        person=person,
        family=row.text("family"),
        prefix=prefix,
        first_name=first_name,
        initials=initials,
        aliases=tuple(alias for part in aliases.split(";") if (alias := part.strip())),
    )


def _read_seat(row: Row) -> Claim | None:
    first, last = row.period("party_from", "party_until")
    party, person = row.text("party"), row.need("person").lower()
    if not party and not (first or last):
        return None
    if not party:
        raise RowError("Het veld party is leeg, en er staat wel een periode.")
    key = _key("seat", person, party, row.text("party_from"))
    return HoldingClaim(key=key, source=row.need("source"), person=person, party_name=party, first=first, last=last)


def _read_office(row: Row) -> Claim | None:
    first, last = row.period("office_from", "office_until")
    person, word = row.need("person").lower(), row.text("role").lower()
    if not word and not (first or last or row.text("portfolio")):
        return None
    if word not in set(Role):
        raise RowError(f"In het veld role staat geen van {', '.join(Role)} («{word[:40]}»).")
    role = Role(word)
    portfolio = None if role is Role.MINISTER_PRESIDENT else row.need("portfolio")
    key = _key("office", person, role, portfolio or "", row.text("office_from"))
    return TenureClaim(key=key, source=row.need("source"), person=person, role=role, portfolio=portfolio, first=first, last=last)


def _key(*parts: str) -> str:
    """What makes a claim the same when the file is handed in again; another last day is a change of it."""
    return f"{BY_HAND}:{'|'.join(parts)}"
