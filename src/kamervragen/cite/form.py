"""What a form of reference is: a pattern, and what a match of it points at."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kamervragen.model import Span
from kamervragen.terms import CitationKind

# A session year as references print it: "2023–2024", "2022/23", "1999-2000"; "2022–203" occurs, and is not understood.
SESSION_YEAR = r"(?:19|20)\d{2}\s{0,2}[-–—/Œ]\s{0,2}\d{2,4}"
GAP = r"[\s,]{0,4}"  # white space and commas between the parts of a reference; bounded, so that a page of blanks costs nothing


class Reference(NamedTuple):
    """What one reference points at: its characters, and the identifier; None when it is not understood."""

    span: Span
    target: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of reference.

    Args:
        kind: what it points at.
        pattern: finds it; every run in it is bounded or possessive.
        references: what a match points at; nothing when the match is none after all.
        holds: what of every match holds one, looked for first because it costs a tenth; () for a pattern that is cheap itself.
    """

    kind: CitationKind
    pattern: re.Pattern[str]
    references: Callable[[re.Match[str]], Iterable[Reference]]
    holds: tuple[re.Pattern[str], ...] = ()

    def find(self, body: str) -> Iterator[re.Match[str]]:
        """The matches in a text."""
        if self.holds and not any(each.search(body) for each in self.holds):
            return iter(())
        return self.pattern.finditer(body)


def whole(match: re.Match[str], target: str | None) -> tuple[Reference, ...]:
    """One reference: all characters of a match."""
    return (Reference(Span(*match.span()), target),)
