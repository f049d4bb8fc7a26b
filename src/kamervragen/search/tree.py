"""A query as it was understood: a tree of what must, may and must not be there, each with the place at which it was written."""

from collections.abc import Sequence
from dataclasses import dataclass

from kamervragen.terms import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Something that stands in a query.

    Args:
        printed: as it was typed.
        place: the position of its first character, from 0.
    """

    printed: str
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Word(Written):
    """A word, in whatever form it stands in a text.

    Args:
        terms: as the index has it; several when signs within the word divide it, as in `EU-richtlijn`.
    """

    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefix(Written):
    """The beginning of a word: `verkiez*`.

    Args:
        terms: as the index has it; of several the last is the beginning, and those before it are whole words.
    """

    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase(Written):
    """Words exactly so and one after the other; of one word, that form alone."""

    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Words of a name; `folded` is the whole name as one word."""

    terms: tuple[str, ...]
    folded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """Any of these whole values of a field: TOOI codes, values of `Kind`, session years such as `2023-2024`."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days from `first` to `last`, both included, as numbers such as 20240216; None where a side is open."""

    first: int | None
    last: int | None


Wanted = Names | Values | Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter(Written):
    """A field that must have a value: `ministerie:Defensie`."""

    field: Field
    wanted: Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class All:
    """Everything that must be there.

    Args:
        parts: at least two.
        is_strict: whether the writer wrote AND: then nothing is left out when there are few hits.
    """

    parts: tuple["Tree", ...]
    is_strict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Any:
    """Things of which at least one must be there; at least two."""

    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Without(Written):
    """What must not be there; written is the operator."""

    part: "Tree"


Leaf = Word | Prefix | Phrase
"""What may stand in a text."""

Tree = Leaf | Filter | All | Any | Without


def is_negative(tree: Tree) -> bool:
    """Whether a tree only says what must not be there: nothing is found by it."""
    return isinstance(tree, Without) or (isinstance(tree, All) and all(map(is_negative, tree.parts)))


def make_all(parts: Sequence[Tree], *, is_strict: bool) -> Tree:
    """All of at least one part; a group that is negative is not kept as one: `(-a -b) c` is `-a -b c`."""
    groups = (part.parts if isinstance(part, All) and is_negative(part) else (part,) for part in parts)
    flat = tuple(each for group in groups for each in group)
    return All(parts=flat, is_strict=is_strict) if len(flat) > 1 else flat[0]
