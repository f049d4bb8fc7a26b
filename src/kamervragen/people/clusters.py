"""Spellings of names that are one person's, found without an authority file: by what the spellings themselves say.

Two spellings agree when the one only adds to the other (a first name, initials, the second half of a double surname) and more
than the surname speaks for it; they contradict each other when initials or first names differ. A spelling whose neighbours
contradict each other may be of several people: it stays by itself, and they are named. So the outcome does not depend on any
order.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kamervragen.people.names import PARTICLES, Form, are_compatible, first_names_between, read_form


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The spellings of one person, as far as the spellings say.

    Args:
        spellings: as printed, the fullest first.
        may_be: where a spelling may be of several people, the fullest spellings of those; () where it is of one.
    """

    spellings: tuple[str, ...]
    may_be: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The fullest spelling."""
        return self.spellings[0]


def cluster_spellings(names: Iterable[str]) -> tuple[Cluster, ...]:
    """The clusters of these printed names, sorted; each name is in one of them, and their order plays no part."""
    forms = [read_form(name) for name in sorted(set(names))]
    near = _group(forms)
    neighbours = {one: frozenset(other for other in near(one) if agree(one, other)) for one in forms}
    return tuple(sorted(_cluster(forms, neighbours), key=lambda each: (read_form(each.name).last_word, each.name)))


def _group(forms: Iterable[Form]) -> Callable[[Form], set[Form]]:
    """What gives the other forms that end in the same word as a form, before or after a hyphen."""
    by_end: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        for end in form.ends:
            by_end[end].append(form)
    return lambda form: {other for end in form.ends for other in by_end[end]} - {form}


_Neighbours = Mapping[Form, frozenset[Form]]


def _cluster(forms: Iterable[Form], neighbours: _Neighbours) -> Iterator[Cluster]:
    """The clusters of forms, some of which agree."""
    doubtful = {form for form in forms if _has_contradiction(neighbours[form])}
    fullest: dict[Form, str] = {}
    for component in _components([form for form in forms if form not in doubtful], neighbours):
        if _has_contradiction(component):
            doubtful |= component
            continue
        cluster = Cluster(spellings=tuple(each.printed for each in sorted(component, key=_fullness)))
        fullest |= dict.fromkeys(component, cluster.name)
        yield cluster
    for form in doubtful:
        may_be = {fullest.get(other, other.printed) for other in neighbours[form] - doubtful or neighbours[form]}
        yield Cluster(spellings=(form.printed,), may_be=tuple(sorted(may_be)))


def _components(forms: Iterable[Form], neighbours: _Neighbours) -> Iterator[frozenset[Form]]:
    """The forms that hang together by agreeing, one after another."""
    left = set(forms)
    while left:
        component: set[Form] = set()
        reached = {left.pop()}
        while reached:
            component |= reached
            reached = {other for form in reached for other in neighbours[form]} & left
            left -= reached
        yield frozenset(component)


def _has_contradiction(forms: Iterable[Form]) -> bool:
    several = list(forms)
    return any(contradict(one, other) for place, one in enumerate(several) for other in several[place + 1 :])


def _fullness(form: Form) -> tuple[int, int, str]:
    return (-len(form.words) - len(form.tail), -len(form.initials), form.printed)


def agree(one: Form, other: Form) -> bool:
    """Whether the one form only adds to the other, and more than the surname is the same in both."""
    added = first_names_between(one, other)
    if added is None or one.is_bare or other.is_bare or contradict(one, other):
        return False
    if one.initials and other.initials:
        return True
    short = min((one, other), key=lambda each: len(each.words))
    if not added:
        return _n_own_words(short) > 1
    return bool(short.initials) and added[0].startswith(short.initials[0])


def contradict(one: Form, other: Form) -> bool:
    """Whether two forms cannot be of one person: other initials, other first names, other surnames."""
    if not are_compatible(one.initials, other.initials):
        return True
    shorter, longer = sorted((one.all_words, other.all_words), key=len)
    return first_names_between(one, other) is None and longer[: len(shorter)] != shorter


def _n_own_words(form: Form) -> int:
    return len([word for word in form.words if word not in PARTICLES])
