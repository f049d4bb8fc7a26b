"""Days counted from a day in a column, by the database itself: what Django makes of it calls Python for each row in SQLite."""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import DateField, F, Func
from django.db.models.sql.compiler import SQLCompiler

AsSql = tuple[str, tuple[str | int, ...]]


class DaysAfter(Func):
    """The day that lies so many days after the day in a column.

    Args:
        column: the name of the column.
        n_days: how many.
    """

    output_field = DateField()

    def __init__(self, column: str | F, n_days: int) -> None:
        super().__init__(F(column) if isinstance(column, str) else column)
        self._n_days = int(n_days)

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: str) -> AsSql:
        """Such as `date(submitted_on, '+21 days')`."""
        sql, parameters = self.as_sql(compiler, connection, template=f"date(%(expressions)s, '+{self._n_days} days')")
        return sql, tuple(parameters)

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **extra: str) -> AsSql:
        """Such as `(submitted_on + 21)`."""
        sql, parameters = self.as_sql(compiler, connection, template=f"(%(expressions)s + {self._n_days})")
        return sql, tuple(parameters)
