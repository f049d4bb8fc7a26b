"""The filing as all publications of a dossier print it together: who asked whom what, and when, with every spelling."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kamervragen.dossiers import Asked, Asker, Document, FiledQuestion, Filing, Office, Place, Printed, is_same_office
from kamervragen.link.likeness import Likeness
from kamervragen.link.names import compare_members, fold_name
from kamervragen.model import Submitter
from kamervragen.terms import Kind, Role


def filing_of(documents: Sequence[Document]) -> Filing:
    """The filing that these publications are about; the order in which they are given does not matter.

    Args:
        documents: the publications of one dossier, other kinds than questions and answers left out.
    """
    ranked = sorted(documents, key=_rank)
    dates = _printed((_iso(each), each.read_at("submitted_on")) for each in ranked)
    subjects = _printed((each.parsed.subject or "", each.read_at("subject")) for each in ranked)
    return Filing(
        submitters=_askers(ranked),
        submitted_on=next((each.parsed.submitted_on for each in ranked if dates and _iso(each) == dates[0].text), None),
        subject=next((each.parsed.subject for each in ranked if each.parsed.subject), None),
        dates=dates,
        subjects=subjects,
        addressees=_addressees(ranked),
        questions=_questions(ranked),
    )


def _rank(document: Document) -> tuple[object, ...]:
    """The questions as filed first, then what prints most of them."""
    return document.parsed.kind is not Kind.QUESTION, -len(document.parsed.questions), document.key


def _iso(document: Document) -> str:
    return document.parsed.submitted_on.isoformat() if document.parsed.submitted_on else ""


def _printed(forms: Iterable[tuple[str, tuple[Place, ...]]]) -> tuple[Printed, ...]:
    """The printed forms, the most frequent first, of equally frequent ones the one that came first; each with its places."""
    n_times: Counter[str] = Counter()
    places: dict[str, list[Place]] = {}
    for text, found in forms:
        if text:
            n_times[text] += 1
            places.setdefault(text, []).extend(found)
    return tuple(Printed(text=text, places=tuple(places[text])) for text, _ in n_times.most_common())


def _askers(ranked: Sequence[Document]) -> tuple[Asker, ...]:
    """The members, in the order of the best publication; forms of one name together."""
    persons: list[list[tuple[Document, Submitter]]] = []
    for document in ranked:
        for submitter in document.parsed.submitters:
            _find_person(persons, document, submitter).append((document, submitter))
    return tuple(_asker(person) for person in persons)


def _find_person(
    persons: list[list[tuple[Document, Submitter]]], document: Document, submitter: Submitter
) -> list[tuple[Document, Submitter]]:
    """The person whose first form is the same name or a misprint of it; a new one when there is none.

    Two that one document names are two persons, however alike their names are.
    """
    others = [person for person in persons if all(each is not document for each, _ in person)]
    best = max(others, key=lambda person: _likeness(person[0][1], submitter).rank, default=None)
    if best is None or not _likeness(best[0][1], submitter).agrees:
        persons.append([])
        return persons[-1]
    return best


def _likeness(one: Submitter, other: Submitter) -> Likeness:
    return compare_members([fold_name(one)], [fold_name(other)])


def _asker(forms: Sequence[tuple[Document, Submitter]]) -> Asker:
    spellings = _printed((each.name, document.places(each.spans)) for document, each in forms)
    parties = _printed((each.party or "", ()) for _, each in forms)
    return Asker(name=spellings[0].text, party=parties[0].text if parties else None, spellings=spellings)


def _addressees(ranked: Sequence[Document]) -> tuple[Asked, ...]:
    offices: list[Office] = []
    places: list[list[Place]] = []
    known: dict[tuple[Role, str | None, str | None], int] = {}  # a list of 29 is printed by 30 publications
    for document in ranked:
        for office in document.asked:
            printed = office.role, office.portfolio, office.usual
            at = known.get(printed, -1)
            if at < 0:
                at = next((place for place, each in enumerate(offices) if is_same_office(each, office)), len(offices))
                known[printed] = at
            if at == len(offices):
                offices.append(office)
                places.append([])
            places[at].extend(document.places(office.spans))
    return tuple(Asked(office=office, places=tuple(found)) for office, found in zip(offices, places, strict=True))


def _questions(ranked: Sequence[Document]) -> tuple[FiledQuestion, ...]:
    """The questions by number, with the text of the best publication that prints it."""
    texts: dict[str, str] = {}
    places: dict[str, list[Place]] = {}
    for document in ranked:
        for question in document.parsed.questions:
            texts.setdefault(question.number, question.text)
            places.setdefault(question.number, []).extend(document.places(question.spans))
    return tuple(
        FiledQuestion(number=each, text=texts[each], places=tuple(places[each])) for each in sorted(texts, key=_in_order)
    )


def _in_order(number: str) -> tuple[int, str]:
    digits = "".join(char for char in number if char.isdigit())
    return int(digits or 0), number
