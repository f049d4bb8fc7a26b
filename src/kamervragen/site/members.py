"""Members and parties as they are printed: their names grouped by the form that stands in addresses, and how often they ask."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from kamervragen import authorities
from kamervragen.folding import make_slug
from kamervragen.site.kept import SHELF, Kept
from kamervragen.site.links import slug_of_party
from kamervragen.store.counts import Asked, list_asked


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedForm:
    """One way in which a name is printed.

    Args:
        name: as printed.
        party: of a member, as printed with it; None when none is printed, and for parties themselves.
        first_year: the first session year in which it is printed so; None when its documents print no year.
        last_year: the last.
        n_publications: how many print it so.
    """

    name: str
    party: str | None
    first_year: str | None
    last_year: str | None
    n_publications: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """The publications of one session year; None for documents that print none."""

    session_year: str | None
    n_publications: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """All printed names that have one form in addresses: a member or a party, or several of the same name.

    Args:
        slug: that form.
        name: the commonest of the printed names; of a party that the table knows, the table's name.
        forms: as printed, the commonest first.
        years: the last first.
        n_publications: in how many publications one of the forms asks.
    """

    slug: str
    name: str
    forms: tuple[PrintedForm, ...]
    years: tuple[YearCount, ...]
    n_publications: int

    @property
    def printed_names(self) -> tuple[str, ...]:
        """The printed names, each once."""
        return tuple(dict.fromkeys(form.name for form in self.forms))

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties printed with it, each once, the commonest first."""
        return tuple(dict.fromkeys(form.party for form in self.forms if form.party))


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Who asks in the record.

    Args:
        members, parties: by slug.
        party_slugs: the slug of each party by the slug of each of its printed forms.
        party_members: for each party by slug, the slugs of those who ask for it and in how many publications, most first.
        n_without_party: how often a member is printed without party.
    """

    members: Mapping[str, Named]
    parties: Mapping[str, Named]
    party_slugs: Mapping[str, str]
    party_members: Mapping[str, tuple[tuple[str, int], ...]]
    n_without_party: int


def keep_register() -> Kept[Register]:
    """Who asks in the record."""
    return SHELF.get("register", lambda: make_register(list_asked()))


def make_register(rows: Iterable[Asked]) -> Register:
    """Who asks in these rows, which come publication by publication."""
    members: dict[str, _Tally] = {}
    parties: dict[str, _Tally] = {}
    between: dict[tuple[str, str], _Count] = {}
    n_without_party = 0
    for row in rows:
        member, party = _slug(row.name), slug_of_party(row.party) if row.party else ""
        members.setdefault(member, _Tally()).add(row, row.name, row.party)
        if row.party is None:
            n_without_party += 1
            continue
        parties.setdefault(party, _Tally()).add(row, row.party, None)
        between.setdefault((party, member), _Count()).add(row)
    return Register(
        members={slug: _named(slug, tally, None) for slug, tally in members.items() if slug},
        parties={slug: _named(slug, tally, _known_name(tally)) for slug, tally in parties.items() if slug},
        party_slugs={_slug(name): slug for slug, tally in parties.items() for name, _ in tally.forms},
        party_members={slug: _most_first(slug, between) for slug in parties if slug},
        n_without_party=n_without_party,
    )


@dataclass(slots=True)
class _Count:
    """Publications by year, each counted once: they come one after another."""

    years: Counter[str | None] = field(default_factory=Counter)
    last: int | None = None

    def add(self, row: Asked) -> None:
        if row.publication != self.last:
            self.last = row.publication
            self.years[row.session_year] += 1

    @property
    def n(self) -> int:
        return self.years.total()


@dataclass(slots=True)
class _Tally:
    """Publications of one name, and of each form in which it is printed, by name and party."""

    every: _Count = field(default_factory=_Count)
    forms: dict[tuple[str, str | None], _Count] = field(default_factory=dict)

    def add(self, row: Asked, name: str, party: str | None) -> None:
        self.every.add(row)
        self.forms.setdefault((name, party), _Count()).add(row)


@lru_cache(maxsize=20_000)
def _slug(name: str) -> str:
    return make_slug(name)


def _known_name(tally: _Tally) -> str | None:
    """The name that the table gives a party; None when it does not know it."""
    known = authorities.load().find_party(next(iter(tally.forms))[0])
    return known.name if known else None


def _named(slug: str, tally: _Tally, name: str | None) -> Named:
    forms = sorted(tally.forms.items(), key=lambda each: (-each[1].n, each[0][0], each[0][1] or ""))
    years = sorted(tally.every.years.items(), key=lambda each: each[0] or "", reverse=True)
    return Named(
        slug=slug,
        name=name or _commonest(tally),
        forms=tuple(_form(printed, party, count) for (printed, party), count in forms),
        years=tuple(YearCount(session_year=year, n_publications=n) for year, n in years),
        n_publications=tally.every.n,
    )


def _commonest(tally: _Tally) -> str:
    """The name that is printed most often, whatever party stands with it."""
    printed = Counter[str]()
    for (name, _), count in tally.forms.items():
        printed[name] += count.n
    return min(printed, key=lambda name: (-printed[name], name))


def _form(name: str, party: str | None, count: _Count) -> PrintedForm:
    years = [year for year in count.years if year]
    first, last = min(years, default=None), max(years, default=None)
    return PrintedForm(name=name, party=party, first_year=first, last_year=last, n_publications=count.n)


def _most_first(party: str, between: Mapping[tuple[str, str], _Count]) -> tuple[tuple[str, int], ...]:
    found = [(member, count.n) for (each, member), count in between.items() if each == party and member]
    return tuple(sorted(found, key=lambda each: (-each[1], each[0])))


def find_member(slug: str) -> Named | None:
    """The member whose address has this form of a name; None when nobody of that name asks in the record."""
    return keep_register().value.members.get(slug) if slug else None


def find_party(slug: str) -> Named | None:
    """The party whose address has this form of one of its names; None when nobody asks for it in the record."""
    register = keep_register().value if slug else None
    return register.parties.get(register.party_slugs.get(slug, slug)) if register else None
