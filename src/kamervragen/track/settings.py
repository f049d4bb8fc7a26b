"""What may be set about time, and in which words it is told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kamervragen.dutch.counting import join_words
from kamervragen.dutch.dates import print_date
from kamervragen.dutch.offices import office_words
from kamervragen.terms import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Recess:
    """Days on which the Chamber is in recess, both included.

    Args:
        first_on, last_on: the first and the last day.
        source: where these days were read.
    """

    first_on: date
    last_on: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackSettings:
    """What may be set.

    Args:
        recesses: days that do not count for a term. Empty, because no source was found that says so. Where periods are given,
            each of their days that a term meets makes it a day longer, and every sentence that names its last day says so.
    """

    recesses: tuple[Recess, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The language in which a timing is told; Dutch unless another is given.

    Args:
        say: a message in that language, from the Dutch one.
        day: a day, such as `10 februari 2031`.
        office: an office, from its role and portfolio.
        enumerate: words as one enumeration.
    """

    say: Callable[[str], str] = str
    day: Callable[[date], str] = print_date
    office: Callable[[Role, str | None], str] = office_words
    enumerate: Callable[[Sequence[str]], str] = join_words


DUTCH = Wording()
