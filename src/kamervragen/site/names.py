"""The lists of members and parties, and the page of one: made of the register of names."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from typing import Final

from django.db.models import QuerySet
from django.http import Http404
from django.utils.http import urlencode
from django.utils.translation import gettext

from kamervragen.errors import InputError
from kamervragen.folding import fold, make_slug
from kamervragen.site.counted import Count
from kamervragen.site.kept import PAGES, Kept
from kamervragen.site.lines import Line, list_newest
from kamervragen.site.members import Named, Register, keep_register
from kamervragen.site.open_choice import OpenChoice
from kamervragen.site.open_standing import Standing, find_standing
from kamervragen.site.packed import unpacker
from kamervragen.site.people import WhoIs, find_who
from kamervragen.site.querying import read_page
from kamervragen.store.models import Publication, Submitter

PAGE_SIZE = 100
N_COUNTED: Final = 20
N_NEWEST = 10
N_COLLEAGUES = 100
OTHER_LETTER = "0"  # stands for all first characters that are no letter from A to Z

# Words before a surname, by which Dutch lists of names are not sorted.
_BEFORE_SURNAMES: Final = frozenset(
    "aan al bij d de del den der di du el het in l la le op s t te ten ter tot uit van vom von voor zu".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLine:
    """A member or a party in a list.

    Args:
        slug: stands in the address.
        name: as printed most often.
        parties: of a member, as printed, the commonest first.
        first_year: the session year of its first document; None when none prints a year.
        last_year: that of its last.
        n_publications: in how many it asks.
    """

    slug: str
    name: str
    parties: tuple[str, ...]
    first_year: str | None
    last_year: str | None
    n_publications: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """How many names begin with a letter, the words before surnames left out; `0` for what is no letter."""

    letter: str
    n_names: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesPage:
    """A page of a list of names.

    Args:
        letter: the chosen first letter; "" for all.
        query: a part of a name that was asked for; "" for all.
        page: which page, from 1.
        n_pages: of how many.
        n_found: how many names the choice leaves.
        letters: all first letters that there are.
        names: those of this page, sorted.
    """

    letter: str
    query: str
    page: int
    n_pages: int
    n_found: int
    letters: tuple[Letter, ...]
    names: tuple[NameLine, ...]

    @property
    def previous_query(self) -> str:
        """The query of the page before this one; "" on the first."""
        return self._query(self.page - 1) if self.page > 1 else ""

    @property
    def next_query(self) -> str:
        """The query of the page after this one; "" on the last."""
        return self._query(self.page + 1) if self.page < self.n_pages else ""

    def _query(self, page: int) -> str:
        chosen = {"letter": self.letter, "naam": self.query, "pagina": str(page)}
        return urlencode({name: value for name, value in chosen.items() if value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """A member who asks for a party, and in how many publications."""

    slug: str
    name: str
    n_publications: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePage:
    """A member or a party.

    Args:
        named: the name, its printed forms and its years.
        n_members: of a party, how many names ask for it; 0 for members.
        members: those who ask most, most first.
        newest: the newest publications in which it asks.
        standing: how it stands with the answers to what it asks.
        who: of a member, the persons who are meant; None of a party, and where no list of people was imported.
    """

    named: Named
    n_members: int
    members: tuple[Colleague, ...]
    newest: tuple[Line, ...]
    standing: Standing
    who: WhoIs | None = None


_unpack_page: Final = unpacker(NamePage)


def list_members(query: Mapping[str, str]) -> tuple[NamesPage, Kept[Register]]:
    """The page of the list of members that a query asks for.

    Raises:
        InputError: a value of the query is none.
        Http404: there is no such page.
    """
    kept = keep_register()
    names = {slug: names[0] for slug, names in kept.value.member_names.items()}
    return _list(names, kept.value.members, query), kept


def list_parties(query: Mapping[str, str]) -> tuple[NamesPage, Kept[Register]]:
    """The page of the list of parties that a query asks for; raises as `list_members`."""
    kept = keep_register()
    names = {slug: named.name for slug, named in kept.value.parties.items()}
    return _list(names, kept.value.parties, query), kept


def keep_member(slug: str) -> Kept[NamePage] | None:
    """The page of a member; None when nobody of that name asks in the record."""
    kept = keep_register()
    named = kept.value.members.get(slug)
    if named is None:
        return None
    return _passing(kept, _member_page, named) or PAGES.get(("member", slug), lambda: _member_page(named, kept.value))


def _passing(kept: Kept[Register], make: Callable[[Named, Register], NamePage], named: Named) -> Kept[NamePage] | None:
    """A page of an earlier register, not to be kept as if it were of the record as it is; None while the register is of now."""
    if kept.is_current:
        return None
    return Kept(value=make(named, kept.value), changed_at=kept.changed_at, is_current=False)


def _member_page(named: Named, register: Register) -> NamePage:
    asked = Submitter.objects.filter(name__in=named.printed_names)
    standing = find_standing(OpenChoice(member=named.slug))
    return NamePage(named=named, n_members=0, members=(), newest=_newest(asked), standing=standing, who=find_who(named, register))


def keep_party(slug: str) -> Kept[NamePage] | None:
    """The page of a party; None when nobody asks for it in the record."""
    kept = keep_register()
    named = kept.value.parties.get(slug)
    if named is None:
        return None
    if passing := _passing(kept, _party_page, named):
        return passing
    if named in _largest(kept.value):
        return PAGES.take(("party", slug), _count_party(slug))
    return PAGES.get(("party", slug), lambda: _party_page(named, kept.value))


def list_counts() -> tuple[Count[NamePage], ...]:
    """The pages of the parties that ask most: what others ask is soon counted when somebody looks at them."""
    return tuple(_count_party(named.slug) for named in _largest(keep_register().value))


def _largest(register: Register) -> list[Named]:
    return nlargest(N_COUNTED, register.parties.values(), key=lambda named: (named.n_publications, named.slug))


def _count_party(slug: str) -> Count[NamePage]:
    def make() -> NamePage:
        register = keep_register().value
        return _party_page(register.parties[slug], register)

    return Count(name=f"party-{slug}", make=make, unpack=_unpack_page, is_light=True)


def _party_page(named: Named, register: Register) -> NamePage:
    asked = Submitter.objects.filter(party__in=named.printed_names)
    members = register.party_members.get(named.slug, ())
    return NamePage(
        named=named,
        n_members=len(members),
        members=_colleagues(register, members[:N_COLLEAGUES]),
        newest=_newest(asked),
        standing=find_standing(OpenChoice(party=named.slug)),
    )


@lru_cache(maxsize=20_000)
def sort_key(name: str) -> tuple[str, str]:
    """What a name is sorted by: its surname, folded, without the words before it; then the whole name."""
    words = name.replace("'", " ").replace("’", " ").split()
    while len(words) > 1 and fold(words[0]) in _BEFORE_SURNAMES:
        words = words[1:]
    return (fold(" ".join(words)), fold(name))


def letter_of(name: str) -> str:
    """The letter under which a name stands, A to Z, or `0`."""
    first = sort_key(name)[0][:1]
    return first.upper() if "a" <= first <= "z" else OTHER_LETTER


def _list(names: Mapping[str, str], named: Mapping[str, Named], query: Mapping[str, str]) -> NamesPage:
    """A page of these names, by slug; only of those on it more is looked up."""
    letter, part, number = _read_letter(query.get("letter", "")), query.get("naam", "")[:80], read_page(query.get("pagina", "1"))
    wanted = make_slug(part)
    found = [slug for slug, name in names.items() if (not letter or letter_of(name) == letter) and wanted in slug]
    n_pages = max(1, -(-len(found) // PAGE_SIZE))
    if number > n_pages:
        raise Http404(gettext("De lijst heeft geen pagina %s.") % number)
    shown = sorted(found, key=lambda slug: sort_key(names[slug]))[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    letters = Counter(letter_of(name) for name in names.values())
    return NamesPage(
        letter=letter,
        query=part,
        page=number,
        n_pages=n_pages,
        n_found=len(found),
        letters=tuple(Letter(letter=each, n_names=letters[each]) for each in sorted(letters)),
        names=tuple(_line(named[slug]) for slug in shown),
    )


def _read_letter(printed: str) -> str:
    letter = printed.upper()
    if letter and not (len(letter) == 1 and ("A" <= letter <= "Z" or letter == OTHER_LETTER)):
        raise InputError("bad_query", gettext("«%s» is geen letter. Schrijf één letter, van A tot en met Z.") % printed[:40])
    return letter


def _line(named: Named) -> NameLine:
    firsts = [form.first_year for form in named.forms if form.first_year]
    lasts = [form.last_year for form in named.forms if form.last_year]
    return NameLine(
        slug=named.slug,
        name=named.name,
        parties=named.parties,
        first_year=min(firsts, default=None),
        last_year=max(lasts, default=None),
        n_publications=named.n_publications,
    )


def _colleagues(register: Register, members: Iterable[tuple[str, int]]) -> tuple[Colleague, ...]:
    return tuple(Colleague(slug=slug, name=register.members[slug].name, n_publications=n) for slug, n in members)


def _newest(asked: QuerySet[Submitter]) -> tuple[Line, ...]:
    found = Publication.objects.filter(pk__in=asked.values("publication_id"))
    return list_newest(found, N_NEWEST)
