"""A body seen without some of its characters, with the way back to their places.

Furniture and notes stand in the middle of sentences. Grammar is written over what is left when they are hidden; a span of
such a view becomes one or more spans of the body.
"""

from bisect import bisect_right
from collections.abc import Iterable

from kamervragen.model import Span


class View:
    """The characters of a body that lie in `kept`, as one string with a map back.

    Args:
        body: the whole body.
        kept: ascending, not overlapping spans of it.
    """

    def __init__(self, body: str, kept: Iterable[Span]) -> None:
        self.body = body
        self.kept = tuple(span for span in kept if span.end > span.start)
        self._starts: list[int] = []
        position = 0
        for span in self.kept:
            self._starts.append(position)
            position += span.end - span.start
        self.text = "".join(body[start:end] for start, end in self.kept)

    @property
    def gaps(self) -> frozenset[int]:
        """The positions of the view before which something is hidden, and the next that is no white space after each."""
        places: list[int] = []
        following = len(self.text)
        for start in reversed(self._starts[1:]):
            place = _skip_space(self.text, start, following)
            places.append(places[-1] if places and place == following else place)
            following = start
        return frozenset(places)

    def at(self, position: int) -> int:
        """The body's position of a character of the view; that behind the last for the view's end."""
        if not self.kept:
            return 0
        piece = max(0, bisect_right(self._starts, position) - 1)
        return self.kept[piece].start + position - self._starts[piece]

    def shows(self, span: Span) -> bool:
        """Whether the first and the last character of a span that is not empty are shown."""
        return self._shows(span.start) and self._shows(span.end - 1)

    def _shows(self, position: int) -> bool:
        piece = bisect_right(self.kept, position, key=_start_of) - 1
        return piece >= 0 and position < self.kept[piece].end

    def position_of(self, position: int) -> int:
        """The view's position of a body's position; where that is hidden, the position of what is shown after it."""
        piece = bisect_right(self.kept, position, key=_start_of) - 1
        if piece >= 0 and position < self.kept[piece].end:
            return self._starts[piece] + position - self.kept[piece].start
        return self._starts[piece + 1] if piece + 1 < len(self._starts) else len(self.text)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The body's spans for `text[start:end]`, without white space at either end; () when nothing is left."""
        start, end = stripped(self.text, start, end)
        if start >= end:
            return ()
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        return tuple(self._clip(piece, start, end) for piece in range(first, last + 1))

    def _clip(self, piece: int, start: int, end: int) -> Span:
        span, offset = self.kept[piece], self._starts[piece]
        return Span(max(span.start, span.start + start - offset), min(span.end, span.start + end - offset))

    def without(self, hidden: Iterable[Span]) -> "View":
        """The same view with more characters hidden."""
        return View(self.body, subtract(self.kept, hidden))


def _start_of(span: Span) -> int:
    return span.start


def stripped(body: str, start: int, end: int) -> Span:
    """The characters between two positions without white space at either end; empty when there is nothing else."""
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _skip_space(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


def subtract(kept: Iterable[Span], hidden: Iterable[Span]) -> list[Span]:
    """What is left of some spans without others; both may be in any order, the result ascends."""
    holes = sorted(hidden)
    left: list[Span] = []
    first = 0
    for start, end in sorted(kept):
        while first < len(holes) and holes[first].end <= start:
            first += 1
        at, index = start, first
        while index < len(holes) and holes[index].start < end:
            if holes[index].start > at:
                left.append(Span(at, holes[index].start))
            at = max(at, holes[index].end)
            index += 1
        if at < end:
            left.append(Span(at, end))
    return left
