"""Dossiers out of the record: found by any name, loaded whole, with what is odd about them; and references both ways."""

from datetime import date
from pathlib import Path

import pytest

from invented_filings import FILED_ON, OTHER_QUESTIONS, OTHER_SUBJECT, SPAN, filing, notice, publication
from kamervragen.link import link
from kamervragen.model import Finding, Span
from kamervragen.store.citations import find_cited, find_citing, find_publications
from kamervragen.store.dossier_models import AddresseeRow, AskerRow, DossierRow, MembershipRow
from kamervragen.store.dossier_writing import give_distinct_keys
from kamervragen.store.dossiers import count_unlinked, find_dossier_key, load_dossier, load_dossiers
from kamervragen.terms import CitationKind
from linked_records import members, put, statuses

SERIES = (
    filing(),
    publication("ah-tk-20302031-1"),
    publication("bron-1d2e2d04c6d6", by=("Financiën",), believed="ah-tk-20302031-2"),
    notice("ah-tk-20302031-3", received=date(2031, 2, 1)),
)


def test_a_dossier_is_found_by_case_number_key_and_identifiers_of_its_publications(record: Path) -> None:
    put(record, SERIES[0], SERIES[1], SERIES[3])

    names = ["2031Z00042", "kv-tk-2031Z00042", "ah-tk-20302031-1", "ah-tk-20302031-3", "ah-tk-20302031-4"]
    assert [find_dossier_key(each) for each in names] == ["2031Z00042"] * 4 + [None]


def test_a_name_that_two_dossiers_have_leads_to_the_one_whose_publication_has_it_as_key(record: Path) -> None:
    put(record, publication("ah-tk-20302031-1"))
    strange = {"subject": OTHER_SUBJECT, "questions": OTHER_QUESTIONS, "names": ("Zonneveld",), "day": date(2030, 11, 1)}
    put(record, publication("bron-000000000000", believed="ah-tk-20302031-1", asked=("Buitenlandse Zaken",), **strange))

    assert len(members()) == 2
    assert find_dossier_key("ah-tk-20302031-1") == "ah-tk-20302031-1"


def test_an_old_address_of_a_publication_leads_to_its_dossier(record: Path) -> None:
    put(record, publication("bron-000000000000"), names=["bytes"])
    (old,) = MembershipRow.objects.values_list("publication__key", flat=True)
    put(record, publication("ah-tk-20302031-1"), names=["bytes"])

    assert find_dossier_key(old) == "ah-tk-20302031-1"


def test_a_dossier_is_loaded_with_records_evidence_and_doubts_as_if_it_was_linked_in_memory(record: Path) -> None:
    doubtful = publication("ah-tk-20302031-9", see_also=("ah-tk-20302031-1",), subject=OTHER_SUBJECT, questions=OTHER_QUESTIONS)
    documents = (SERIES[0], SERIES[1], SERIES[3], doubtful)
    put(record, *documents)

    loaded = [load_dossier(key) for key in sorted(members())]

    assert loaded == list(link(documents))
    assert loaded[0].memberships[0].links[0].evidence != ()
    assert [each.verdict for each in loaded[0].doubts] == ["contradicted"]
    assert [each.key for each in load_dossiers(sorted(members()))] == [each.key for each in loaded]


def test_a_dossier_that_is_not_there_is_not_loaded(record: Path) -> None:
    with pytest.raises(DossierRow.DoesNotExist):
        load_dossier("2031Z00042")


def test_the_columns_of_a_dossier_are_what_lists_ask_for(record: Path) -> None:
    put(record, SERIES[0], SERIES[1], publication("ah-tk-20302031-5", by=("Financiën",), see_also=("ah-tk-20302031-7",)))

    row = DossierRow.objects.get()
    assert (row.key, row.submitted_on, row.chamber, row.n_publications) == ("2031Z00042", FILED_ON, "tk", 3)
    assert (row.n_questions, row.n_replies, row.n_addressees, row.n_answered, row.n_unread) == (3, 2, 2, 2, 1)
    assert (row.first_answered_on, row.last_answered_on, row.status) == (date(2031, 2, 7), date(2031, 2, 7), "complete")
    assert list(AskerRow.objects.values_list("name", "party")) == [("Rietvinck", "JA21")]
    assert list(AddresseeRow.objects.values_list("portfolio", "ministry", "submitted_on", "due_on", "n_unread")) == [
        ("Defensie", "mnre1018", FILED_ON, date(2031, 2, 10), 1),
        ("Financiën", "mnre1090", FILED_ON, date(2031, 2, 10), 1),
    ]


def test_what_is_odd_is_a_finding_in_the_dossier_and_never_a_fault(record: Path) -> None:
    case = "2031Z99999"
    put(
        record,
        publication("ah-tk-20302031-1", case=case, see_also=("ah-tk-20302031-2", "ah-tk-20302031-1")),
        publication("ah-tk-20302031-2", case=case, see_also=("ah-tk-20302031-1",), received=date(2031, 1, 2)),
        publication("ah-tk-20302031-3", case=case, asked=("Defensie", "Toverij")),
        publication(
            "ah-tk-20302031-4", case=case, day=None, findings=(Finding(code="impossible_date", detail="31 februari", span=SPAN),)
        ),
    )

    (key,) = members()
    assert key == "2031Z99999"
    assert sorted({each.code for each in load_dossier(key).findings}) == [
        "answered_before_asked",
        "cites_itself",
        "impossible_date",
        "two_replies",
        "unknown_addressee",
    ]
    assert DossierRow.objects.get().n_findings == len(load_dossier(key).findings)
    assert statuses(key)["Toverij"] in ("open", "overdue", "unknown")


def test_a_reply_to_a_case_that_is_not_in_the_record_stands_in_a_dossier_of_that_case(record: Path) -> None:
    put(record, publication("ah-tk-20302031-1", case="2029Z12345"))

    assert members() == {"2029Z12345": ["ah-tk-20302031-1"]}
    assert load_dossier("2029Z12345").of_part("question") == ()


def test_publications_that_are_in_no_dossier_yet_are_counted(record: Path) -> None:
    put(record, SERIES[1])
    assert count_unlinked() == 0

    MembershipRow.objects.all().delete()

    assert count_unlinked() == 1


BODY = "Zie Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 7, Kamerstuk 29 383, nr. 4, 2031Z00042 en https://krant.example/x"


def test_a_reference_is_kept_where_it_stands_and_resolves_itself_when_its_target_arrives(record: Path) -> None:
    put(record, publication("ah-tk-20302031-1"), bodies=[BODY])
    targets = [(each.citation.target, each.publication, each.dossier) for each in find_cited("ah-tk-20302031-1")]
    assert targets == [
        ("ah-tk-20302031-7", None, None),
        ("kst-29383-4", None, None),
        ("2031Z00042", None, None),
        ("https://krant.example/x", None, None),
    ]

    put(record, publication("ah-tk-20302031-7", subject=OTHER_SUBJECT, questions=OTHER_QUESTIONS, names=("Zonneveld",)))
    put(record, filing("kv-tk-2031Z00042", subject="iets anders", questions=(), names=("Zonneveld",), day=date(2031, 1, 3)))

    cited = find_cited("ah-tk-20302031-1")
    assert [(each.citation.kind, each.publication, each.dossier) for each in cited] == [
        (CitationKind.APPENDIX, "ah-tk-20302031-7", "ah-tk-20302031-7"),
        (CitationKind.PAPER, None, None),
        (CitationKind.CASE, None, "2031Z00042"),
        (CitationKind.ADDRESS, None, None),
    ]
    assert cited[0].citation.span == Span(4, 57)


def test_what_refers_to_a_publication_a_case_or_a_paper_is_found_with_the_place(record: Path) -> None:
    put(record, publication("ah-tk-20302031-1"), bodies=[BODY])

    for name in ("ah-tk-20302031-7", "kst-29383-4", "2031Z00042"):
        (citing,) = find_citing([name], most=10)
        assert (citing.key, citing.target, citing.dated_on) == ("ah-tk-20302031-1", name, date(2031, 2, 7))
        assert BODY[slice(*citing.place.span)] in (
            "Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 7",
            "Kamerstuk 29 383, nr. 4",
            "2031Z00042",
        )
    assert find_citing(["ah-tk-20302031-8"], most=10) == ()
    assert find_citing(["https://krant.example/x"], most=10) == ()


def test_references_that_are_read_otherwise_are_replaced(record: Path) -> None:
    put(record, publication("ah-tk-20302031-1"), bodies=[BODY])
    put(record, publication("ah-tk-20302031-1"), bodies=["Zie 2031Z00043."], minute=1)

    assert find_citing(["2031Z00042"], most=10) == ()
    assert [each.target for each in find_citing(["2031Z00043"], most=10)] == ["2031Z00043"]


def test_an_identifier_leads_to_the_publication_that_prints_it_before_one_that_is_believed_to_have_it(record: Path) -> None:
    put(record, publication("bron-000000000000", believed="ah-tk-20302031-7"), names=["brief"])
    (letter,) = MembershipRow.objects.values_list("publication__key", flat=True)
    assert find_publications(["ah-tk-20302031-7", "ah-tk-20302031-8"]) == {"ah-tk-20302031-7": letter}

    put(record, publication("ah-tk-20302031-7"))

    assert find_publications(["ah-tk-20302031-7", letter]) == {"ah-tk-20302031-7": "ah-tk-20302031-7", letter: letter}


def test_the_follow_up_of_a_filing_is_told_from_both_sides_as_soon_as_both_are_there(record: Path) -> None:
    body = "de antwoorden op eerdere vragen over koffie (Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 1)"
    changes = {"questions": OTHER_QUESTIONS, "names": ("Zonneveld",), "remarks": body}
    later = filing("kv-tk-2031Z00402", subject=OTHER_SUBJECT, day=date(2031, 4, 1), remark_span=Span(0, len(body)), **changes)
    put(record, later, bodies=[body])
    (unresolved,) = load_dossier("2031Z00402").relations
    assert (unresolved.kind, unresolved.target) == ("follow_up", "ah-tk-20302031-1")

    put(record, publication("ah-tk-20302031-1"))

    for key in ("2031Z00402", "ah-tk-20302031-1"):
        (relation,) = load_dossier(key).relations
        assert (relation.source, relation.target, relation.cited_as) == (
            "kv-tk-2031Z00402",
            "ah-tk-20302031-1",
            "ah-tk-20302031-1",
        )


def test_two_dossiers_never_have_one_key_even_when_linking_is_mistaken() -> None:
    one, other = link([SERIES[0]])[0], link([publication("ah-tk-20302031-1", case="2031Z00042")])[0]

    assert [each.key for each in give_distinct_keys([one, other], taken=[])] == ["2031Z00042", "ah-tk-20302031-1"]
    assert [each.key for each in give_distinct_keys([one], taken=["2031Z00042"])] == ["kv-tk-2031Z00042"]
