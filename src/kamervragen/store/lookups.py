"""Queries that pages ask again and again: Django puts the SQL of each together once, not each time.

That takes longer than the database takes to answer; of a page with ten queries it was a third of the work. A query is still
written as a query set, so that columns, joins and both databases remain Django's affair.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar, cast

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=tuple[Any, ...])
Found = TypeVar("Found", bound=Model)
Asked = str | int
_STAND_IN: Final = 7_301_877_200_141  # no query holds this number, or one of the few hundred above it, of its own accord


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """A query as the database wants it.

    Args:
        sql: it.
        constants: its parameters, with None where a value that is asked for goes.
        places: for each parameter which of the values goes there; None for a constant.
        converters: by column, what makes of its value what Django gives.
    """

    sql: str
    constants: tuple[Any, ...]
    places: tuple[int | None, ...]
    converters: tuple[tuple[int, tuple[Callable[..., Any], ...], Any], ...]


class Lookup(Generic[Row]):
    """A query with open places.

    Args:
        make: gives the query set, made with `values_list`, for a list of values: each is an open place, and may stand in it more
            than once, but not changed.
    """

    def __init__(self, make: Callable[[Any], QuerySet[Any, Row]]) -> None:
        self._make = make
        self._made: dict[tuple[str, tuple[type, ...]], _Made | None] = {}

    def rows(self, *values: Asked) -> list[Row]:
        """The rows for these values, each in its place."""
        kind = (connection.vendor, tuple(str if isinstance(each, str) else int for each in values))
        if kind not in self._made:
            self._made[kind] = _compile(self._make, kind[1])
        made = self._made[kind]
        if made is None:
            return []
        with connection.cursor() as cursor:
            places = zip(made.constants, made.places, strict=True)
            cursor.execute(made.sql, [constant if place is None else values[place] for constant, place in places])
            found: list[Row] = cursor.fetchall()
        return [_convert(row, made) for row in found] if made.converters else found

    def first(self, *values: Asked) -> Row | None:
        """The first row for these values; None where there is none."""
        return next(iter(self.rows(*values)), None)

    def among(self, values: Sequence[Asked]) -> list[Row]:
        """The rows for all of these values, of which there are a few hundred at most; for a query that asks `__in`."""
        if not values:
            return []
        n_places = 1 << (len(values) - 1).bit_length()  # so that few queries are made: what is asked twice changes nothing
        return self.rows(*values, *[values[-1]] * (n_places - len(values)))


class Finder(Generic[Found]):
    """The same for whole rows of a table.

    Args:
        make: gives the query set for a list of values, as above.
    """

    def __init__(self, make: Callable[[Any], QuerySet[Found]]) -> None:
        self._make = make
        self._model: type[Found] | None = None  # not known before the first query: models may not be ready yet
        self._lookup = Lookup[tuple[Any, ...]](self._as_rows)

    def _as_rows(self, values: Sequence[Asked]) -> QuerySet[Found, tuple[Any, ...]]:
        found = self._make(values)
        self._model = found.model
        return found.values_list(*_columns(found.model))

    def all(self, *values: Asked) -> list[Found]:
        """What is found for these values, each in its place."""
        return self._rows_of(self._lookup.rows(*values))

    def first(self, *values: Asked) -> Found | None:
        """The first that is found; None where there is none."""
        return next(iter(self.all(*values)), None)

    def among(self, values: Sequence[Asked]) -> list[Found]:
        """What is found for all of these values; for a query that asks `__in`."""
        return self._rows_of(self._lookup.among(values))

    def _rows_of(self, rows: Sequence[Sequence[Any]]) -> list[Found]:
        if self._model is None:
            return []
        columns = _columns(self._model)
        return [self._model.from_db(connection.alias, columns, row) for row in rows]


def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def _compile(make: Callable[[Any], QuerySet[Any, Any]], kinds: Sequence[type]) -> _Made | None:
    """The query for so many values of these kinds; None for one that finds nothing whatever the values."""
    stand_ins = [kind(_STAND_IN + place) for place, kind in enumerate(kinds)]
    compiler = make(stand_ins).query.get_compiler(connection=connection)
    try:
        sql, parameters = compiler.as_sql()
    except EmptyResultSet:
        return None
    places = {stand_in: place for place, stand_in in enumerate(stand_ins)}
    found = tuple(places.get(each) for each in parameters)
    missing = set(places.values()).difference(found)
    if missing:
        raise ValueError(f"the values {sorted(missing)} have no place in {sql}")
    converters = compiler.get_converters([each for each, _, _ in compiler.select[: compiler.col_count]])
    return _Made(
        sql=sql,
        constants=tuple(each if place is None else None for each, place in zip(parameters, found, strict=True)),
        places=found,
        converters=tuple((column, tuple(each), expression) for column, (each, expression) in converters.items()),
    )


def _convert(row: Row, made: _Made) -> Row:
    cells: list[Any] = list(row)
    for column, converters, expression in made.converters:
        for convert in converters:
            cells[column] = convert(cells[column], expression, connection)
    return cast(Row, tuple(cells))
