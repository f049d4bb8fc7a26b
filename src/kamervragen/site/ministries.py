"""Ministries: the names they had, how often they are asked and answer, and what came last."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import QuerySet

from kamervragen import authorities
from kamervragen.site.copied import CopiedLine, list_copied
from kamervragen.site.counted import Count
from kamervragen.site.kept import PAGES, SHELF, Kept
from kamervragen.site.lines import Line, list_newest
from kamervragen.site.open_choice import OpenChoice
from kamervragen.site.open_standing import Standing, find_standing
from kamervragen.site.packed import unpacker
from kamervragen.store.counts import OfficeCount, count_offices
from kamervragen.store.models import Office, Publication
from kamervragen.terms import Kind

N_NEWEST: Final = 10
_WITHOUT_ANSWERS: Final = (Kind.QUESTION, Kind.POSTPONEMENT, Kind.WITHDRAWAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinistryName:
    """A name that a ministry had, from `first` to `last` (None where a side is open or unknown), and where that was read."""

    name: str
    abbreviation: str
    first: date | None
    last: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedMinistry:
    """A ministry with another code that one decree ended, or let begin, together with this one.

    Args:
        name: the name that it had then.
        on: the first day of the later of the two.
        source: the decrees.
    """

    code: str
    name: str
    on: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ministry:
    """A ministry in the list.

    Args:
        code: the TOOI code.
        name: the name that it has or had last.
        names: all names, the last first.
        n_asked: the publications in which it is asked.
        n_answered: those in which it answers or is answered on behalf of.
    """

    code: str
    name: str
    abbreviation: str
    names: tuple[MinistryName, ...]
    n_asked: int
    n_answered: int

    @property
    def earlier_names(self) -> tuple[str, ...]:
        """Its other names, each once, the last first."""
        return tuple(dict.fromkeys(each.name for each in self.names if each.name != self.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class MinistriesPage:
    """The ministries that are asked or answer in the record, by name; and publications with an office that no table knows."""

    ministries: tuple[Ministry, ...]
    n_asked_unknown: int
    n_answered_unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MinistryYear:
    """A ministry in one session year; None for documents that print none."""

    session_year: str | None
    n_asked: int
    n_answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MinistryPage:
    """One ministry.

    Args:
        ministry: as in the list.
        years: the last first.
        answered: the newest publications in which it answers.
        notices: the newest filings, notices of postponement and withdrawals of what it is asked.
        copied: the passages that stand in most of the publications in which it answers; None where they cannot be read now.
        standing: how it stands with the answers to what it is asked.
        before: the ministries that ended when it began.
        after: those that began when it ended.
    """

    ministry: Ministry
    years: tuple[MinistryYear, ...]
    answered: tuple[Line, ...]
    notices: tuple[Line, ...]
    copied: tuple[CopiedLine, ...] | None
    standing: Standing
    before: tuple[RelatedMinistry, ...]
    after: tuple[RelatedMinistry, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """What a search in this ministry must have."""
        return (self.ministry.code,)


def name_of(code: str) -> str:
    """The name that a ministry has or had last; its code when the table does not know it."""
    names = names_of(code)
    return names[0].name if names else code


def names_of(code: str) -> tuple[MinistryName, ...]:
    """The names that a ministry had, the last first."""
    rows = [each for each in authorities.load().ministries if each.code == code]
    return tuple(
        MinistryName(
            name=each.name,
            abbreviation=each.abbreviation,
            first=each.period.first,
            last=each.period.last,
            source=each.source,
        )
        for each in sorted(rows, key=lambda each: each.period.age, reverse=True)
    )


def current_names() -> tuple[str, ...]:
    """The names of the ministries that there are now, as far as the table knows, sorted."""
    return tuple(sorted({each.name for each in authorities.load().ministries if each.period.last is None}))


def keep_ministries() -> Kept[MinistriesPage]:
    """The list of ministries."""
    return SHELF.get("ministries", lambda: list_ministries(_counts()))


def keep_ministry(code: str) -> Kept[MinistryPage] | None:
    """The page of a ministry; None when no table and no document knows its code."""
    if any(each.ministry == code for each in _counts()):
        return PAGES.take(("ministry", code), count_ministry(code))
    return PAGES.get(("ministry", code), lambda: _page(code, ())) if names_of(code) else None


def count_ministry(code: str) -> Count[MinistryPage]:
    """The page of a ministry that is asked or answers in the record, to be counted."""
    return Count(
        name=f"ministry-{code}",
        make=lambda: _page(code, [each for each in _counts() if each.ministry == code]),
        unpack=unpacker(MinistryPage),
        is_whole=lambda page: page.copied is not None,
        is_light=True,
    )


def list_counts() -> tuple[Count[MinistryPage], ...]:
    """The pages of all ministries that are asked or answer in the record."""
    codes = {each.ministry for each in _counts() if each.ministry is not None}
    return tuple(count_ministry(code) for code in sorted(codes))


def _counts() -> tuple[OfficeCount, ...]:
    """Of the record as it is now: what is made of earlier counts would be taken for what is made of these."""
    kept = SHELF.take("offices", OFFICES)
    return kept.value if kept.is_current else count_offices()


def list_ministries(counts: Iterable[OfficeCount]) -> MinistriesPage:
    """The list that these counts give."""
    n = Counter[tuple[str | None, bool]]()
    for each in counts:
        n[each.ministry, each.is_asked] += each.n_publications
    codes = {code for code, _ in n if code is not None}
    ministries = (_ministry(code, n[code, True], n[code, False]) for code in codes)
    return MinistriesPage(
        ministries=tuple(sorted(ministries, key=lambda each: (each.name, each.code))),
        n_asked_unknown=n[None, True],
        n_answered_unknown=n[None, False],
    )


def _ministry(code: str, n_asked: int, n_answered: int) -> Ministry:
    names = names_of(code)
    return Ministry(
        code=code,
        name=name_of(code),
        abbreviation=names[0].abbreviation if names else "",
        names=names,
        n_asked=n_asked,
        n_answered=n_answered,
    )


def _page(code: str, counts: Iterable[OfficeCount]) -> MinistryPage:
    n = Counter[tuple[str | None, bool]]()
    for each in counts:
        n[each.session_year, each.is_asked] += each.n_publications
    years = sorted({year for year, _ in n}, key=lambda year: year or "", reverse=True)
    lines = tuple(MinistryYear(session_year=year, n_asked=n[year, True], n_answered=n[year, False]) for year in years)
    return MinistryPage(
        ministry=_ministry(code, sum(each.n_asked for each in lines), sum(each.n_answered for each in lines)),
        years=lines,
        answered=_newest(Publication.objects.all(), code, ("answering", "on_behalf")),
        notices=_newest(Publication.objects.filter(kind__in=_WITHOUT_ANSWERS), code, ("asked",)),
        copied=list_copied(code),
        standing=find_standing(OpenChoice(ministry=code)),
        before=tuple(_related(each, each.earlier) for each in authorities.load().ministries_before(code)),
        after=tuple(_related(each, each.later) for each in authorities.load().ministries_after(code)),
    )


def _related(succession: authorities.Succession, other: authorities.Ministry) -> RelatedMinistry:
    return RelatedMinistry(code=other.code, name=other.name, on=succession.on, source=", ".join(succession.decrees))


def _newest(publications: QuerySet[Publication], code: str, parts: tuple[str, ...]) -> tuple[Line, ...]:
    concerned = Office.objects.filter(part__in=parts, ministry=code).values("publication_id")
    return list_newest(publications.filter(pk__in=concerned), N_NEWEST)


OFFICES: Final = Count(name="offices", make=count_offices, unpack=unpacker(tuple[OfficeCount, ...]), is_light=True)
