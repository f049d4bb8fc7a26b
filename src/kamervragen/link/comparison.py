"""Two documents beside each other: aspect by aspect, in likenesses and in Dutch words."""

from dataclasses import dataclass
from functools import cached_property

from kamervragen.dossiers import Place
from kamervragen.dutch.counting import join_words
from kamervragen.link.likeness import Likeness, compare_dates, compare_subjects, compare_texts
from kamervragen.link.names import compare_members
from kamervragen.link.offices import compare_offices
from kamervragen.link.traits import Traits


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """How alike two documents are in each aspect; each is compared when it is asked for, the texts, which cost most, at the end.

    Make it with `compare`.

    Args:
        first, second: the traits of the documents, in the order of their keys.
    """

    first: Traits
    second: Traits

    @cached_property
    def members(self) -> Likeness:
        """How alike the lists of members are."""
        return compare_members(self.first.names, self.second.names)

    @cached_property
    def day(self) -> Likeness:
        """How alike the days of filing are."""
        return compare_dates(self.first.submitted_on, self.second.submitted_on)

    @cached_property
    def subject(self) -> Likeness:
        """How alike the subjects are."""
        return compare_subjects(self.first.subject, self.second.subject)

    @cached_property
    def text(self) -> Likeness:
        """How alike the texts of the questions are."""
        return compare_texts(self.first.text, self.second.text)

    @cached_property
    def offices(self) -> Likeness:
        """How alike the lists of offices are that were asked."""
        first, second = self.first, self.second
        is_same = bool(first.asked) and first.asked == second.asked  # in a series of 29 each list is compared 29 times
        return Likeness.SAME if is_same else compare_offices(first.document.asked, second.document.asked)

    @property
    def case(self) -> Likeness:
        """SAME, DIFFERENT, or UNKNOWN where one prints no case number."""
        return _compare(self.first.case_number, self.second.case_number)

    @property
    def chamber(self) -> Likeness:
        """SAME, DIFFERENT, or UNKNOWN where one names no chamber."""
        return _compare(self.first.chamber, self.second.chamber)

    @property
    def aspects(self) -> tuple[Likeness, ...]:
        """The four aspects by which a filing is known."""
        return self.members, self.day, self.subject, self.text

    @property
    def n_agreeing(self) -> int:
        """How many of them agree."""
        return sum(each.agrees for each in self.aspects)

    @property
    def n_different(self) -> int:
        """How many of them are different."""
        return sum(each is Likeness.DIFFERENT for each in self.aspects)

    @property
    def are_asked_alike(self) -> bool:
        """Whether both may be addressed to the same offices.

        Members put one subject to several offices on one day, in a filing for each, some of them to two offices of which one is
        the same: then the subject differs in the office's name.
        """
        is_one_subject = Likeness.SAME in (self.subject, self.text)
        return self.offices in (Likeness.SAME, Likeness.UNKNOWN) or (self.offices is Likeness.NEAR and is_one_subject)

    @property
    def is_exact(self) -> bool:
        """Whether none of them is merely near."""
        return all(each in (Likeness.SAME, Likeness.UNKNOWN) for each in self.aspects)


def compare(first: Traits, second: Traits) -> Comparison:
    """How alike two documents are; the order does not matter."""
    first, second = sorted((first, second), key=lambda each: each.key)
    return Comparison(first=first, second=second)


def _compare(first: str | None, second: str | None) -> Likeness:
    if first is None or second is None:
        return Likeness.UNKNOWN
    return Likeness.SAME if first == second else Likeness.DIFFERENT


_ASPECT_WORDS = ("indiener", "datum van indiening", "onderwerp", "tekst van de vragen")
_FIELDS = ("submitters", "submitted_on", "subject")


def agreement_words(comparison: Comparison) -> str:
    """What agrees and what does not, as the rest of a sentence: "indiener en onderwerp zijn gelijk; de datum verschilt"."""
    named = list(zip(_ASPECT_WORDS, comparison.aspects, strict=True))
    groups = (
        ("gelijk", [word for word, each in named if each is Likeness.SAME]),
        ("bijna gelijk", [word for word, each in named if each is Likeness.NEAR]),
        ("deels gelijk", [word for word, each in named if each is Likeness.PART]),
        ("verschillend", [word for word, each in named if each is Likeness.DIFFERENT]),
    )
    return "; ".join(f"{state}: {join_words(words)}" for state, words in groups if words) or "verder is er niets te vergelijken"


def evidence_of(comparison: Comparison) -> tuple[Place, ...]:
    """The characters of both documents in which the aspects that could be compared were read."""
    known = [field for field, each in zip(_FIELDS, comparison.aspects, strict=False) if each is not Likeness.UNKNOWN]
    first, second = comparison.first, comparison.second
    heading = tuple(place for each in (first, second) for field in known for place in each.document.read_at(field))
    return heading if comparison.text is Likeness.UNKNOWN else (*heading, *first.asked_at, *second.asked_at)
