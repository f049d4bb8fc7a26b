"""What `kamervragen people unresolved` prints: the printed names of the record of which nobody knows whose they are."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Final

from kamervragen.dutch.counting import join_words
from kamervragen.people.match import People
from kamervragen.people.records import Identification
from kamervragen.site.words import count_words
from kamervragen.store.opening import open_record

_ASKS: Final = "vraagt"
_ANSWERS: Final = "antwoordt"
_Key = tuple[str, str, tuple[str, ...]]  # what the name does, the name, who may be meant


def print_unresolved(*, as_json: bool) -> int:
    """Print each printed name that is of nobody for certain, with in how many publications; gives the exit status."""
    open_record()
    from kamervragen.store.faults import database_faults
    from kamervragen.store.people import list_answered_on, list_asked_on, load_people

    with database_faults():
        people = load_people()
        asked = [(each, each.n_publications) for each in list_asked_on()]
        answered = [(each, each.n_publications) for each in list_answered_on()]
    found = [(_ASKS, each.identify(people), n) for each, n in asked] + [
        (_ANSWERS, each.identify(people), n) for each, n in answered
    ]
    unresolved = _count(found)
    for (does, name, may_be), n in sorted(unresolved.items(), key=lambda each: (-each[1], each[0])):
        row = {"name": name, "does": does, "n_publications": n, "may_be": list(may_be)}
        print(json.dumps(row, ensure_ascii=False) if as_json else _describe(does, name, may_be, n))
    if not as_json:
        print(_conclude(people, sum(n for _, _, n in found), unresolved.total()))
    return 0


def _count(found: Iterable[tuple[str, Identification, int]]) -> Counter[_Key]:
    unresolved = Counter[_Key]()
    for does, each, n in found:
        if each.person is None:
            unresolved[does, each.printed, tuple(candidate.person.name for candidate in each.candidates)] += n
    return unresolved


def _describe(does: str, name: str, may_be: tuple[str, ...], n: int) -> str:
    suggestion = f"; misschien {join_words(may_be)}" if may_be else ""
    return f"{n:6}  {name} ({does}){suggestion}"


def _conclude(people: People, n_all: int, n_unresolved: int) -> str:
    persons = count_words(len(people.persons), "persoon", "personen")
    return f"Van {n_unresolved} van de {n_all} genoemde namen is niet met zekerheid bekend wie het is ({persons} bekend)."
