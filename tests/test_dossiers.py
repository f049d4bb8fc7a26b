"""The dossiers of the examples and of the real sample, from their bytes."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from kamervragen import authorities
from kamervragen.cite import find_references
from kamervragen.dossiers import Document, Dossier, Office, is_same_office, make_document
from kamervragen.link import link
from kamervragen.model import Addressee, ParsedDocument, RawDocument
from kamervragen.pipeline import process
from kamervragen.terms import DossierPart, Kind, RelationKind, Role

EXAMPLES = Path(__file__).parent.parent / "examples/documents"


def _read(path: Path) -> Document:
    data = path.read_bytes()
    record = process(RawDocument(name=path.name, data=data))
    key = record.parsed.id or f"bron-{sha256(data).hexdigest()[:12]}"
    return make_document(key, record.parsed, authorities.load(), find_references(record.text))


def _dossiers(paths: Iterable[Path]) -> dict[str, Dossier]:
    documents = {document.key: document for document in map(_read, sorted(paths))}
    return {dossier.key: dossier for dossier in link(documents.values())}


@cache
def _examples() -> dict[str, Dossier]:
    return _dossiers(EXAMPLES.iterdir())


def test_the_series_is_one_dossier_of_a_filing_two_notices_and_ten_replies() -> None:
    series = _examples()["2031Z00042"]

    assert [each.key for each in series.of_part(DossierPart.QUESTION)] == ["kv-tk-2031Z00042"]
    assert [each.key for each in series.of_part(DossierPart.POSTPONEMENT)] == ["ah-tk-20302031-1043", "ah-tk-20302031-1044"]
    assert len(series.of_part(DossierPart.REPLY)) == 10
    assert len(series.memberships) == 13
    assert series.unread == ()
    assert series.doubts == ()


def test_the_series_knows_its_filing_from_all_publications() -> None:
    filing = _examples()["2031Z00042"].filing

    assert [(each.name, each.party, [form.text for form in each.spellings]) for each in filing.submitters] == [
        ("Rietvinck", "JA21", ["Rietvinck", "Rietvink"])
    ]
    assert filing.submitted_on == date(2031, 1, 20)
    assert len(filing.addressees) == 12
    assert {len(each.places) for each in filing.addressees} == {13}
    assert (filing.addressees[0].office.role, filing.addressees[0].office.ministry) == (Role.MINISTER_PRESIDENT, "mnre1010")
    assert [question.number for question in filing.questions] == list("123456789")


def test_two_of_the_twelve_never_answered() -> None:
    series = _examples()["2031Z00042"]
    answering = {office.ministry for each in series.of_part(DossierPart.REPLY) for office in each.document.answering}

    silent = [each.office.usual or each.office.role for each in series.filing.addressees if each.office.ministry not in answering]

    assert silent == ["minister-president", "Sociale Zaken en Werkgelegenheid"]


def test_the_misprinted_name_is_said() -> None:
    assert [each.detail for each in _examples()["2031Z00042"].findings] == [
        "De naam van de indiener is verschillend gedrukt: «Rietvinck» en «Rietvink»."
    ]


def test_questions_their_notice_and_their_answer_are_one_dossier() -> None:
    assert [(each.key, each.part) for each in _examples()["2031Z00107"].memberships] == [
        ("kv-tk-2031Z00107", DossierPart.QUESTION),
        ("ah-tk-20302031-1102", DossierPart.POSTPONEMENT),
        ("ah-tk-20302031-1138", DossierPart.REPLY),
    ]


def test_a_supplement_and_a_reprint_stand_with_what_they_belong_to() -> None:
    supplemented, reprinted = _examples()["ah-tk-20302031-1101"], _examples()["ah-tk-20302031-1103"]

    assert [each.part for each in supplemented.memberships] == [DossierPart.REPLY, DossierPart.SUPPLEMENT]
    assert [(each.part, each.replaces) for each in reprinted.memberships] == [
        (DossierPart.REPLY, None),
        (DossierPart.REPRINT, "ah-tk-20302031-1103"),
    ]


def test_further_questions_and_questions_that_return_are_related_to_the_earlier_ones() -> None:
    further, again = _examples()["2031Z00402"], _examples()["2031Z00405"]

    assert {(each.kind, each.target) for each in further.relations} == {(RelationKind.FOLLOW_UP, "ah-tk-20302031-1101")}
    assert {(each.kind, each.target) for each in again.relations} == {
        (RelationKind.REPEAT, key) for key in ("kv-tk-2031Z00107", "ah-tk-20302031-1102", "ah-tk-20302031-1138")
    }


def test_no_other_examples_stand_together() -> None:
    several = {key for key, dossier in _examples().items() if len(dossier.memberships) > 1}

    assert several == {"2031Z00042", "2031Z00107", "ah-tk-20302031-1101", "ah-tk-20302031-1103"}


@pytest.mark.real
def test_the_sample_is_one_reply_and_nine_citations_that_nobody_read(corpus: Path) -> None:
    (dossier,) = _dossiers([corpus / "sample.md"]).values()

    assert [each.part for each in dossier.memberships] == [DossierPart.REPLY]
    assert [each.target for each in dossier.unread] == [f"ah-tk-20232024-{number}" for number in (1047, *range(1059, 1067))]
    assert len(dossier.filing.addressees) == 12
    assert dossier.findings == ()


@pytest.mark.real
def test_of_the_real_documents_only_the_two_extractions_of_one_publication_meet(corpus: Path) -> None:
    dossiers = _dossiers([corpus / "sample.md", *corpus.glob("dev/*")])

    assert {key for key, dossier in dossiers.items() if len(dossier.memberships) > 1} == set()


def _printed(role: Role, portfolio: str | None, on: date) -> Office:
    parsed = ParsedDocument(
        source="x", kind=Kind.QUESTION, addressees=(Addressee(role=role, portfolio=portfolio),), submitted_on=on
    )
    return make_document("bron-1", parsed, authorities.load()).asked[0]


def test_an_office_stays_the_same_when_its_ministry_is_renamed_and_the_other_ministers_of_that_ministry_are_not_it() -> None:
    before = _printed(Role.MINISTER, "Veiligheid en Justitie", date(2017, 10, 20))
    after = _printed(Role.MINISTER, "Justitie en Veiligheid", date(2017, 11, 10))
    beside = _printed(Role.MINISTER, "Rechtsbescherming", date(2017, 11, 10))

    assert is_same_office(before, after)
    assert not is_same_office(beside, after)


def test_the_minister_president_is_the_minister_of_general_affairs() -> None:
    day = date(2017, 11, 10)

    assert is_same_office(_printed(Role.MINISTER_PRESIDENT, None, day), _printed(Role.MINISTER, "Algemene Zaken", day))
