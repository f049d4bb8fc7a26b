"""Printed names taken apart: the words that can be compared, the initials, and what makes two names one slip apart."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from kamervragen.folding import fold

# The words before a surname: "Van Dijk" and "Dijk" are two names, "Jasper van Dijk" and "Van Dijk" may be one.
PARTICLES = frozenset("van vander vanden vande de der den ter ten te t el al von zu la le het in op".split())
_SHORTEST_MISPRINT = 5
_SHORTEST_WITH_TWO_SLIPS = 9
MOST_SLIPS = 2
_BETWEEN_WORDS = re.compile(r"[\s\-–—.,'’]+")
_BETWEEN_PARTS = re.compile(r"[\s.,'’]+")
_HYPHEN = re.compile(r"\s*[-–—]\s*")
_IN_PARENTHESES = re.compile(r"\(([^()]*)\)")
# "P.F.C.", "Th.J.A.M.", "J.-P."
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.[-\s]?)+")
# "EMH", "HE", "U": initials as some lists of the Chamber print them
_BARE = re.compile(r"[^\W\d_a-zà-öø-ÿ]{1,6}")
_ONE_INITIAL = re.compile(r"[^\W\d_]{1,3}(?=\.)")


def fold_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, at hyphens as well: `Van der Wal-Zeggelink` → `van`, `der`, `wal`, `zeggelink`."""
    return tuple(folded for word in _BETWEEN_WORDS.split(name) if (folded := fold(word)))


def is_slip(one: str, other: str) -> bool:
    """Whether two folded words differ by one letter, or by two where both are long; short words never."""
    shortest = min(len(one), len(other))
    allowed = MOST_SLIPS if shortest >= _SHORTEST_WITH_TWO_SLIPS else 1
    return shortest >= _SHORTEST_MISPRINT and Levenshtein.distance(one, other, score_cutoff=allowed) <= allowed


@dataclass(frozen=True, slots=True)
class Form:
    """One printed form of a name, taken apart as far as the form itself allows.

    Where a first name ends and a surname begins is not decided here: "Bonte Specht" has no first name, "Bo Specht" has.

    Args:
        printed: as printed.
        words: first names, words before the surname and surname up to a hyphen, folded.
        tail: the folded words after the hyphen of a double surname.
        initials: folded, one for each letter or "Th." printed.
    """

    printed: str
    words: tuple[str, ...] = field(compare=False)
    tail: tuple[str, ...] = field(compare=False)
    initials: tuple[str, ...] = field(compare=False)

    @property
    def last_word(self) -> str:
        """The last word of the surname before a hyphen: what all forms of a name share; "" for a name without letters."""
        return self.words[-1] if self.words else ""

    @property
    def all_words(self) -> tuple[str, ...]:
        """The words, with those after the hyphen."""
        return self.words + self.tail

    @property
    def ends(self) -> frozenset[str]:
        """The last word before the hyphen of a double surname, and the last of all."""
        return frozenset(words[-1] for words in (self.words, self.all_words) if words)

    @property
    def is_bare(self) -> bool:
        """Whether nothing but one surname is printed, which many people may have."""
        return not self.initials and len([word for word in self.words if word not in PARTICLES]) < 2


@lru_cache(maxsize=50_000)
def read_form(printed: str) -> Form:
    """A printed name taken apart: `Jan Jacob van Raaf (J.J.)`, `J.J. van Raaf`, `J.J. (Jan) van Raaf`, `Van Raaf (JJ)`."""
    bracketed = [text.strip() for text in _IN_PARENTHESES.findall(printed)]
    initials = [each for text in bracketed for each in read_initials(text)]
    first_names = " ".join(text for text in bracketed if not read_initials(text))
    rest = _IN_PARENTHESES.sub(" ", printed).strip()
    leading = _DOTTED.match(rest)
    if leading:
        initials = [*initials, *read_initials(leading[0])]
        rest = rest[leading.end() :].strip()
    words, tail = _split_surname(f"{first_names} {rest}".strip())
    return Form(printed, words, tail, tuple(initials))


def read_initials(printed: str) -> tuple[str, ...]:
    """The initials in a text, folded: `Th.J.` and `TJ` are two; () for a text that is no row of initials, such as `Rik`."""
    if _DOTTED.fullmatch(printed.strip()):
        return tuple(fold(each) for each in _ONE_INITIAL.findall(printed))
    return tuple(fold(each) for each in printed) if _BARE.fullmatch(printed) else ()


def _split_surname(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words up to the hyphen of a double surname, and those after it; a hyphen in a first name divides nothing."""
    parts = [part for part in _BETWEEN_PARTS.split(_HYPHEN.sub("-", name)) if fold(part)]
    at = next((place for place, part in enumerate(parts) if _is_double(parts, place)), None)
    if at is None:
        return _folded(parts), ()
    head, _, tail = parts[at].partition("-")
    return _folded([*parts[:at], head]), _folded([tail, *parts[at + 1 :]])


def _is_double(parts: Sequence[str], place: int) -> bool:
    """Whether the hyphen of this part joins two surnames: it does not in "Wim-Jan Raaf", it does in "Raaf-van Wulp"."""
    head, hyphen, tail = parts[place].partition("-")
    if not (hyphen and fold(head) and fold(tail)):
        return False
    return place > 0 or len(parts) == 1 or fold(tail.split("-")[-1]) in PARTICLES


def _folded(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for part in parts for word in fold_words(part))


def are_compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two rows of initials may be one person's: each of the shorter row is, or begins, its neighbour: `c`, `ch`."""
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(one, other, strict=False))


def first_names_between(one: Form, other: Form) -> tuple[str, ...] | None:
    """The first names that only the longer form has; None when the surnames are not the same.

    The second half of a double surname may be left out, and its hyphen may be a space.
    """
    if one.tail and other.tail and one.tail != other.tail:
        return None
    pairs = ((one.words, other.words), (one.all_words, other.all_words))
    return next((added for pair in pairs if (added := words_before(*sorted(pair, key=len))) is not None), None)


def words_before(surname: tuple[str, ...], name: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words of a name before the surname in which it ends; None when it does not, or "van" is the last of them."""
    before = name[: len(name) - len(surname)]
    if not surname or name[len(before) :] != surname or (before and before[-1] in PARTICLES):
        return None
    return before
