"""Which answers to one question say the same: identical, nearly identical, or not."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kamervragen.compare.forms import form_of
from kamervragen.compare.own_names import mask
from kamervragen.compare.words import Words, are_nearly_equal
from kamervragen.comparisons import Cell
from kamervragen.terms import AnswerForm

_Places = tuple[int, ...]

# Two texts that differ in one of these do not say nearly the same, however alike they are: "12" and "15", "wel" and "niet".
_TELLING = frozenset(
    "ja nee neen niet geen nooit niets niemand nergens noch wel zonder behalve twee drie vier vijf zes zeven acht negen tien elf "
    "twaalf honderd duizend miljoen miljard".split()
)


_SIGN = "="  # before the form of an answer that is no more than that; no folded letters begin so


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What an answer says, in the forms that decide whether another says the same.

    Args:
        letters: the folded letters; of an answer that is only yes, no or not applicable, a sign for that.
        masked: the folded words with one sign for the own ministry; () for such an answer.
        telling: the words in it that may not differ, sorted.
    """

    letters: str
    masked: tuple[str, ...]
    telling: tuple[str, ...]


def sense_of(cell: Cell, meant: Words, own_names: tuple[str, ...]) -> Sense | None:
    """What an answer says. An answer that refers to another says what that says.

    None where there is no answer, and where following does not end at one: whether such a reference says the same is not known.

    Args:
        cell: the answer.
        meant: the words of what it means.
        own_names: the names of the ministries that answer.
    """
    form = form_of(cell.meant).form if cell.form is AnswerForm.REFERENCE else cell.form
    if form is AnswerForm.ABSENT or cell.problem:
        return None
    if form is not AnswerForm.FULL:
        return Sense(letters=f"{_SIGN}{form}", masked=(), telling=())
    masked = mask(meant.folded, own_names)
    telling = sorted(word for word in masked if word in _TELLING or word.isdigit())
    return Sense(letters="".join(meant.folded), masked=masked, telling=tuple(telling))


def is_identical(first: Sense, second: Sense) -> bool:
    """Whether two say the same letter by letter, the names of their own ministries aside."""
    return first.letters == second.letters or (bool(first.masked) and "".join(first.masked) == "".join(second.masked))


def is_near(first: Sense, second: Sense) -> bool:
    """Whether two say nearly the same: nearly all words, and no other number, yes or no."""
    if not first.masked or not second.masked or first.telling != second.telling:
        return False
    return are_nearly_equal(first.masked, second.masked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Answers that say the same.

    Args:
        places: of their columns, ascending.
        identical: those of them that are identical to the most common answer of the group, ascending.
    """

    places: tuple[int, ...]
    identical: tuple[int, ...]


def cluster(senses: Sequence[Sense | None]) -> tuple[Group, ...]:
    """The answers that say the same, the largest group first; of two as large the one with the first column.

    A group is the most common answer with all that are near it, not a chain of answers each near the next.

    Args:
        senses: what each column says; None where it says nothing.
    """
    same = [sum(parts, ()) for parts in _gather([(place,) for place, sense in enumerate(senses) if sense], senses, is_identical)]
    near = _gather(sorted(same, key=_largest_first), senses, is_near)
    groups = (Group(places=tuple(sorted(sum(parts, ()))), identical=parts[0]) for parts in near)
    return tuple(sorted(groups, key=lambda group: _largest_first(group.places)))


def _largest_first(places: _Places) -> tuple[int, int]:
    return -len(places), places[0]


def _gather(
    parts: Iterable[_Places], senses: Sequence[Sense | None], is_alike: Callable[[Sense, Sense], bool]
) -> list[list[_Places]]:
    """The parts, each with the first before it that it is like."""
    gathered: list[list[_Places]] = []
    for part in parts:
        home = next((each for each in gathered if _are(is_alike, senses[each[0][0]], senses[part[0]])), None)
        if home is None:
            gathered.append([part])
        else:
            home.append(part)
    return gathered


def _are(is_alike: Callable[[Sense, Sense], bool], first: Sense | None, second: Sense | None) -> bool:
    return first is not None and second is not None and is_alike(first, second)
