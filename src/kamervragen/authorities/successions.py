"""Which ministries are older ones under another name or were made of them: by one code, or by one decree that ends and begins."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kamervragen.authorities.records import Ministry

_DECREE = re.compile(r"stcrt-\d{4}-\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """That a ministry ended and another began on the next day.

    Args:
        earlier: the row that ended. With the same code as `later` it is the same ministry, renamed.
        later: the row that began.
        decrees: the publications of the decree that both rows name; () when only the code is the same.
    """

    earlier: Ministry
    later: Ministry
    decrees: tuple[str, ...]

    @property
    def is_renaming(self) -> bool:
        """Whether it is one ministry under another name."""
        return self.earlier.code == self.later.code

    @property
    def on(self) -> date | None:
        """The first day of the later one."""
        return self.later.period.first


def find_successions(ministries: Iterable[Ministry]) -> tuple[Succession, ...]:
    """Every pair of rows of which the later begins on the day after the earlier ends, by one code or by one decree."""
    rows = tuple(ministries)
    pairs = (_compare(earlier, later) for earlier in rows for later in _begun_after(earlier, rows))
    return tuple(pair for pair in pairs if pair.is_renaming or pair.decrees)


def _begun_after(earlier: Ministry, rows: Iterable[Ministry]) -> Iterator[Ministry]:
    last = earlier.period.last
    return (each for each in rows if last is not None and each.period.first == last + timedelta(days=1))


def _compare(earlier: Ministry, later: Ministry) -> Succession:
    decrees = set(_DECREE.findall(earlier.source)) & set(_DECREE.findall(later.source))
    return Succession(earlier=earlier, later=later, decrees=tuple(sorted(decrees)))
