"""Two documents beside each other: aspect by aspect, in likenesses and in Dutch words."""

from dataclasses import dataclass

from kamervragen.dossiers import Place
from kamervragen.dutch.counting import join_words
from kamervragen.link.likeness import Likeness, compare_dates, compare_subjects, compare_texts
from kamervragen.link.names import compare_members
from kamervragen.link.offices import compare_offices
from kamervragen.link.traits import Traits


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How alike two documents are in each aspect.

    Args:
        members, day, subject, text: see `likeness`; offices: those asked.
        case: SAME, DIFFERENT, or UNKNOWN where one prints none.
    """

    members: Likeness
    day: Likeness
    subject: Likeness
    text: Likeness
    offices: Likeness
    case: Likeness
    chamber: Likeness

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
    return Comparison(
        members=compare_members(first.names, second.names),
        day=compare_dates(first.submitted_on, second.submitted_on),
        subject=compare_subjects(first.subject, second.subject),
        text=compare_texts(first.text, second.text),
        offices=_compare_asked(first, second),
        case=_compare(first.case_number, second.case_number),
        chamber=_compare(first.chamber, second.chamber),
    )


def _compare_asked(first: Traits, second: Traits) -> Likeness:
    is_same = bool(first.asked) and first.asked == second.asked  # in a series of 29 each list is compared 29 times
    return Likeness.SAME if is_same else compare_offices(first.document.asked, second.document.asked)


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


def evidence_of(comparison: Comparison, first: Traits, second: Traits) -> tuple[Place, ...]:
    """The characters of both documents in which the aspects that could be compared were read."""
    known = [field for field, each in zip(_FIELDS, comparison.aspects, strict=False) if each is not Likeness.UNKNOWN]
    both = sorted((first, second), key=lambda each: each.key)
    heading = tuple(place for each in both for field in known for place in each.document.read_at(field))
    return heading if comparison.text is Likeness.UNKNOWN else (*heading, *both[0].asked_at, *both[1].asked_at)
