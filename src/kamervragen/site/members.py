"""Members and parties as they are printed: their names grouped by the form that stands in addresses, and how often they ask."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Final, Literal, NamedTuple

from kamervragen import authorities
from kamervragen.contract import Json
from kamervragen.folding import make_slug
from kamervragen.site.counted import Count
from kamervragen.site.kept import SHELF, Kept
from kamervragen.site.links import slug_of_party
from kamervragen.site.packed import Texts, pack, pack_texts, unpacker
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
        member_names: the names of each member by slug, that of its list first.
    """

    members: Mapping[str, Named]
    parties: Mapping[str, Named]
    party_slugs: Mapping[str, str]
    party_members: Mapping[str, tuple[tuple[str, int], ...]]
    n_without_party: int
    member_names: Mapping[str, tuple[str, ...]]


def keep_register() -> Kept[Register]:
    """Who asks in the record."""
    return SHELF.take("register", REGISTER)


class _Key(NamedTuple):
    """What is counted: a member or a party by slug, a printed form of it, or a member (`name`) who asks for a party."""

    kind: Literal["member", "member form", "party", "party form", "member of party"]
    slug: str
    name: str = ""
    party: str | None = None


_Counts = dict[_Key, Counter[str | None]]


def make_register(rows: Iterable[Asked]) -> Register:
    """Who asks in these rows, which come publication by publication."""
    asked = list(rows)
    counts = _count(asked)
    forms = _gather_forms(counts)
    members = {key.slug: _named(key, counts, forms, None) for key in counts if key.kind == "member" and key.slug}
    return Register(
        members=members,
        parties={
            key.slug: _named(key, counts, forms, _known_name(forms[key])) for key in counts if key.kind == "party" and key.slug
        },
        party_slugs={_slug(key.name): key.slug for key in counts if key.kind == "party form"},
        party_members=_gather_members(counts),
        n_without_party=sum(row.party is None for row in asked),
        member_names={slug: tuple(dict.fromkeys((each.name, *each.printed_names))) for slug, each in members.items()},
    )


def _count(asked: Sequence[Asked]) -> _Counts:
    """The publications of each key by session year, each counted once, however many rows of it have the key."""
    # Years are counted by printed form first: there are far fewer of these than rows, and each is looked up once for each key.
    forms: dict[tuple[str, str | None], dict[str | None, int]] = defaultdict(lambda: defaultdict(int))
    for _, name, party, year in asked:
        forms[name, party][year] += 1
    counts: _Counts = defaultdict(Counter)
    for (name, party), years in forms.items():
        for key in _keys(name, party):
            _add(counts[key], years)
    for key, year in _repetitions(asked):
        counts[key][year] -= 1
    return counts


def _add(counts: Counter[str | None], years: Mapping[str | None, int]) -> None:
    for year, n in years.items():
        counts[year] += n


def _repetitions(asked: Iterable[Asked]) -> Iterator[tuple[_Key, str | None]]:
    """Each key that a publication has again, in another row, with its session year."""
    for _, group in groupby(asked, key=attrgetter("publication")):
        rows = list(group)
        if len(rows) > 1:
            keys = Counter(key for row in rows for key in _keys(row.name, row.party))
            yield from ((key, rows[0].session_year) for key, n in keys.items() for _ in range(n - 1))


@lru_cache(maxsize=200_000)
def _keys(name: str, party: str | None) -> tuple[_Key, ...]:
    """What a member who is printed so counts for."""
    member = (_Key("member", _slug(name)), _Key("member form", _slug(name), name, party))
    if party is None:
        return member
    slug = slug_of_party(party)
    return (*member, _Key("party", slug), _Key("party form", slug, party), _Key("member of party", slug, _slug(name)))


@lru_cache(maxsize=20_000)
def _slug(name: str) -> str:
    return make_slug(name)


def _gather_forms(counts: _Counts) -> Mapping[_Key, Sequence[PrintedForm]]:
    """The printed forms of each member and each party, the commonest first."""
    forms: dict[_Key, list[PrintedForm]] = defaultdict(list)
    for key, years in counts.items():
        if key.kind == "member form":
            forms[_Key("member", key.slug)].append(_form(key, years))
        elif key.kind == "party form":
            forms[_Key("party", key.slug)].append(_form(key, years))
    return {
        key: sorted(each, key=lambda form: (-form.n_publications, form.name, form.party or "")) for key, each in forms.items()
    }


def _form(key: _Key, years: Counter[str | None]) -> PrintedForm:
    known = [year for year in years if year]
    first, last = min(known, default=None), max(known, default=None)
    return PrintedForm(name=key.name, party=key.party, first_year=first, last_year=last, n_publications=years.total())


def _gather_members(counts: _Counts) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """For each party by slug those who ask for it, with how often, most first."""
    members: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for key, years in counts.items():
        if key.kind == "member of party" and key.name:
            members[key.slug].append((key.name, years.total()))
    return {slug: tuple(sorted(each, key=lambda member: (-member[1], member[0]))) for slug, each in members.items()}


def _named(key: _Key, counts: _Counts, forms: Mapping[_Key, Sequence[PrintedForm]], name: str | None) -> Named:
    years = sorted(counts[key].items(), key=lambda each: each[0] or "", reverse=True)
    return Named(
        slug=key.slug,
        name=name or _commonest(forms[key]),
        forms=tuple(forms[key]),
        years=tuple(YearCount(session_year=year, n_publications=n) for year, n in years),
        n_publications=counts[key].total(),
    )


def _commonest(forms: Iterable[PrintedForm]) -> str:
    """The name that is printed most often, whatever party stands with it."""
    printed = Counter[str]()
    for form in forms:
        printed[form.name] += form.n_publications
    return min(printed, key=lambda name: (-printed[name], name))


def _known_name(forms: Sequence[PrintedForm]) -> str | None:
    """The name that the table gives a party; None when it does not know it."""
    known = authorities.load().find_party(forms[0].name)
    return known.name if known else None


def find_member(slug: str) -> Named | None:
    """The member whose address has this form of a name; None when nobody of that name asks in the record."""
    return keep_register().value.members.get(slug) if slug else None


def find_party(slug: str) -> Named | None:
    """The party whose address has this form of one of its names; None when nobody asks for it in the record."""
    register = keep_register().value if slug else None
    return register.parties.get(register.party_slugs.get(slug, slug)) if register else None


def pack_register(register: Register) -> Json:
    """A register as JSON in which each member is a text of its own: who reads it unpacks only those that are asked for."""
    texts = (pack_texts(register.members), pack_texts(register.party_members))
    rest = (register.parties, register.party_slugs, register.n_without_party, register.member_names)
    return [pack(each) for each in (*texts, *rest)]


_unpack_register: Final = unpacker(
    tuple[Mapping[str, str], Mapping[str, str], Mapping[str, Named], Mapping[str, str], int, Mapping[str, tuple[str, ...]]]
)


def unpack_register(packed: object) -> Register:
    """The register of which `pack_register` made this."""
    members, party_members, parties, party_slugs, n_without_party, member_names = _unpack_register(packed)
    return Register(
        members=Texts(members, unpacker(Named)),
        parties=parties,
        party_slugs=party_slugs,
        party_members=Texts(party_members, unpacker(tuple[tuple[str, int], ...])),
        n_without_party=n_without_party,
        member_names=member_names,
    )


REGISTER: Final = Count(name="register", make=lambda: make_register(list_asked()), unpack=unpack_register, pack=pack_register)
