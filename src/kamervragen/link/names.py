"""Names of members compared: the same, so near that one is a misprint of the other, or different."""

from collections.abc import Sequence
from dataclasses import dataclass

from kamervragen.folding import fold
from kamervragen.link.likeness import Likeness
from kamervragen.model import Submitter
from kamervragen.people.names import PARTICLES, fold_words, is_slip

_SHORTEST_GLUED = 5  # letters: "DaniëlleJansen" ends in "Jansen", but "Os" ends many names
_SHORTEST_MISPRINT = 5
_GLUED_PARTICLES = ("van", "vander", "vanden", "vande", "vanhet")  # "Alexander" ends in "der", but is a name


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name, folded: its words, all of it, and the party (folded; "" when none is printed)."""

    words: tuple[str, ...]
    whole: str
    party: str

    @property
    def last_word(self) -> str:
        """The last word: what most spellings of one name share."""
        return self.words[-1] if self.words else ""


def fold_name(submitter: Submitter) -> Name:
    """The folded name of a member as printed, without initials at its beginning."""
    words = fold_words(submitter.name)
    n_initials = next((place for place, word in enumerate(words) if len(word) > 1), 0)
    words = words[n_initials:]
    return Name(words, "".join(words), fold(submitter.party or ""))


def compare_members(first: Sequence[Name], second: Sequence[Name]) -> Likeness:
    """How alike two lists of members are: SAME when all of the shorter list stand in the longer, NEAR when one may."""
    if not first or not second:
        return Likeness.UNKNOWN
    shorter, longer = sorted((first, second), key=len)
    best = [max((_compare(one, other) for other in longer), key=lambda likeness: likeness.rank) for one in shorter]
    if all(each is Likeness.SAME for each in best):
        return Likeness.SAME
    return Likeness.NEAR if any(each.agrees for each in best) else Likeness.DIFFERENT


def _compare(one: Name, other: Name) -> Likeness:
    if one.whole == other.whole:
        return Likeness.SAME
    if _are_other_parties(one.party, other.party):
        return Likeness.DIFFERENT
    if _is_end(one, other) or _is_end(other, one):
        return Likeness.SAME
    return Likeness.NEAR if _is_misprint(one, other) else Likeness.DIFFERENT


def _is_end(short: Name, long: Name) -> bool:
    """Whether the longer form only has a first name before the shorter: "DaniëlleJansen", "Jansen"; not "Van Dijk", "Dijk"."""
    n_words = len(short.words)
    if short.words and long.words[-n_words:] == short.words:
        return long.words[-n_words - 1] not in PARTICLES
    first_name = long.whole.removesuffix(short.whole)
    return len(short.whole) >= _SHORTEST_GLUED and first_name != long.whole and not first_name.endswith(_GLUED_PARTICLES)


def _are_other_parties(one: str, other: str) -> bool:
    """Whether both are printed and neither holds the other, as "GroenLinks" is held by "GroenLinks-PvdA"."""
    return bool(one and other) and one not in other and other not in one


def _is_misprint(one: Name, other: Name) -> bool:
    """Whether a letter or two differ ("Rietvink" for "Rietvinck"), or one form breaks off ("Faber - Van")."""
    shortest = min(len(one.whole), len(other.whole))
    if shortest < _SHORTEST_MISPRINT:
        return False
    if one.whole.startswith(other.whole) or other.whole.startswith(one.whole):
        return True
    return is_slip(one.whole, other.whole) or _is_misprinted_end(one, other) or _is_misprinted_end(other, one)


def _is_misprinted_end(short: Name, long: Name) -> bool:
    """Whether the longer form has a first name before what the shorter one misprints: "Klaas Rietvinck", "Rietvink"."""
    return any(
        long.words[at - 1] not in PARTICLES and is_slip(short.whole, "".join(long.words[at:])) for at in range(1, len(long.words))
    )
