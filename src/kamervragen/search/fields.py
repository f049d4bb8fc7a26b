"""Fields of the query language with their values: `ministerie:Defensie` → Filter."""

from collections.abc import Callable
from typing import Final

from kamervragen import authorities
from kamervragen.folding import fold
from kamervragen.search.analysis import split_words
from kamervragen.search.days import read_days, read_year
from kamervragen.search.refusals import refuse
from kamervragen.search.tree import Filter, Names, Values, Wanted, Written
from kamervragen.terms import Field, Kind, Side

FIELD_NAMES: Final = {
    "indiener": Field.SUBMITTER, "submitter": Field.SUBMITTER,
    "fractie": Field.PARTY, "party": Field.PARTY,
    "ministerie": Field.MINISTRY, "ministry": Field.MINISTRY,
    "jaar": Field.YEAR, "year": Field.YEAR,
    "datum": Field.DATE, "date": Field.DATE,
    "soort": Field.KIND, "kind": Field.KIND,
    "in": Field.SIDE,
}  # fmt: skip
"""The names of fields in both languages, in small letters."""

SIDE_NAMES: Final = {
    "vraag": Side.QUESTION, "vragen": Side.QUESTION, "question": Side.QUESTION, "questions": Side.QUESTION,
    "antwoord": Side.ANSWER, "antwoorden": Side.ANSWER, "answer": Side.ANSWER, "answers": Side.ANSWER,
}  # fmt: skip

KIND_NAMES: Final = {
    "antwoord": Kind.ANSWER, "antwoorden": Kind.ANSWER, "answer": Kind.ANSWER, "answers": Kind.ANSWER,
    "vraag": Kind.QUESTION, "vragen": Kind.QUESTION, "question": Kind.QUESTION, "questions": Kind.QUESTION,
    "uitstelbericht": Kind.POSTPONEMENT, "uitstel": Kind.POSTPONEMENT, "postponement": Kind.POSTPONEMENT,
    "rectificatie": Kind.CORRECTION, "herdruk": Kind.CORRECTION, "correction": Kind.CORRECTION,
    "aanvulling": Kind.SUPPLEMENT, "aanvullendantwoord": Kind.SUPPLEMENT, "naderantwoord": Kind.SUPPLEMENT,
    "supplement": Kind.SUPPLEMENT,
    "intrekking": Kind.WITHDRAWAL, "withdrawal": Kind.WITHDRAWAL,
    "ander": Kind.OTHER, "anderdocument": Kind.OTHER, "overig": Kind.OTHER, "other": Kind.OTHER,
}  # fmt: skip
"""The words for sides and kinds in both languages, folded."""

_MIN_PART_OF_NAME: Final = 3


def read_filter(printed: str, place: int) -> Filter:
    """The field and the value that stand on the two sides of a colon.

    Args:
        printed: such as `ministerie:Defensie` or `indiener:"Van der Lee"`.
        place: where it stands in the query.
    Raises:
        QueryError: no such field, or a value that it cannot have.
    """
    name, _, value = printed.partition(":")
    field = FIELD_NAMES.get(name.lower())
    if field is None:
        raise refuse("unknown_field", place=place, printed=name)
    written = Written(printed=value.strip('",;?! '), place=place + len(name) + 1)
    return Filter(printed=printed, place=place, field=field, wanted=_READERS[field](written))


def _read_name(written: Written) -> Names:
    terms = tuple(split_words(written.printed))
    if not terms:
        raise refuse("bad_value", place=written.place, printed=written.printed)
    return Names(terms=terms, folded=fold(written.printed))


def _read_kind(written: Written) -> Values:
    kind = KIND_NAMES.get(fold(written.printed))
    if kind is None:
        raise refuse("unknown_kind", place=written.place, printed=written.printed)
    return Values(values=(str(kind),))


def _read_side(written: Written) -> Values:
    side = SIDE_NAMES.get(fold(written.printed))
    if side is None:
        raise refuse("unknown_side", place=written.place, printed=written.printed)
    return Values(values=(str(side),))


def _read_ministry(written: Written) -> Values:
    codes = find_ministries(written.printed)
    if not codes:
        raise refuse("unknown_ministry", place=written.place, printed=written.printed, known="; ".join(present_ministries()))
    return Values(values=codes)


def find_ministries(printed: str) -> tuple[str, ...]:
    """The TOOI codes of the ministries that are meant by a code, a name that one had, an abbreviation or a portfolio.

    A part of a name means all ministries that had such a name: `Landbouw` those of 1989 to today.
    """
    tables, key = authorities.load(), fold(printed)
    if not key:
        return ()  # not those of which the table has no abbreviation
    codes = [row.code for row in tables.ministries if key in {row.code, fold(row.name), fold(row.abbreviation)}]
    portfolio = tables.find_portfolio(printed)
    codes += [portfolio.ministry_code] if portfolio else []
    if not codes and len(key) >= _MIN_PART_OF_NAME:
        codes = [row.code for row in tables.ministries if _has_words(row.name, printed)]
    return tuple(dict.fromkeys(codes))


def present_ministries() -> list[str]:
    """The names of the ministries that there are now."""
    return sorted({row.name for row in authorities.load().ministries if row.period.last is None})


def _has_words(name: str, printed: str) -> bool:
    """Whether all words of something printed stand in a name."""
    return set(split_words(printed)) <= set(split_words(name))


_READERS: Final[dict[Field, Callable[[Written], Wanted]]] = {
    Field.SUBMITTER: _read_name,
    Field.PARTY: _read_name,
    Field.MINISTRY: _read_ministry,
    Field.YEAR: read_year,
    Field.DATE: read_days,
    Field.KIND: _read_kind,
    Field.SIDE: _read_side,
}
