"""Dossiers beside the record: what changes is linked again, whatever the order, and nothing else changes."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invented_filings import OTHER_QUESTIONS, OTHER_SUBJECT, QUESTIONS, filing, notice, publication
from kamervragen.dossiers import Document
from kamervragen.ingest.linking import Linked, link_all, link_changed
from kamervragen.ingest.run import ingest
from kamervragen.limits import DEFAULT
from kamervragen.link import link
from kamervragen.store.dossier_models import CandidateKey, DossierRow, Linker, Unlinked
from kamervragen.store.dossier_ties import find_candidates
from kamervragen.store.dossiers import load_dossier
from kamervragen.store.models import Publication
from kamervragen.terms import Kind
from linked_records import TODAY, members, put, statuses, told_changes
from records import contents, make_tables, record_in

KEYS = [f"ah-tk-20302031-{number}" for number in range(1, 7)]
HEADER = "action,first,second,reason,by,on\n"


def test_replies_that_come_one_by_one_join_the_dossier_of_their_questions(record: Path) -> None:
    put(record, publication("ah-tk-20302031-2", by=("Financiën",)))
    put(record, publication("ah-tk-20302031-1", see_also=("ah-tk-20302031-2",)))
    put(record, filing())

    assert members() == {"2031Z00042": ["ah-tk-20302031-1", "ah-tk-20302031-2", "kv-tk-2031Z00042"]}
    assert statuses("2031Z00042") == {"Defensie": "answered", "Financiën": "answered"}


def test_an_unread_citation_resolves_itself_when_its_publication_arrives(record: Path) -> None:
    put(record, publication("ah-tk-20302031-1", see_also=("ah-tk-20302031-2",)))
    assert [each.target for each in load_dossier("ah-tk-20302031-1").unread] == ["ah-tk-20302031-2"]
    assert statuses("ah-tk-20302031-1") == {"Defensie": "answered", "Financiën": "unknown"}

    put(record, publication("ah-tk-20302031-2", by=("Financiën",)))

    assert load_dossier("ah-tk-20302031-1").unread == ()
    assert statuses("ah-tk-20302031-1") == {"Defensie": "answered", "Financiën": "answered"}


def test_every_change_of_status_is_noted_once(record: Path) -> None:
    put(record, filing(), today=date(2031, 1, 25))
    put(record, notice("ah-tk-20302031-1", asked=("Defensie", "Financiën"), received=date(2031, 2, 7)), today=date(2031, 2, 8))
    put(record, publication("ah-tk-20302031-2", received=date(2031, 2, 20)), today=date(2031, 2, 21))
    put(record, publication("ah-tk-20302031-2", received=date(2031, 2, 20)), today=date(2031, 2, 21))

    assert told_changes("2031Z00042") == [
        ("minister (Defensie)", None, "open"),
        ("minister (Financiën)", None, "open"),
        ("minister (Defensie)", "open", "postponed"),
        ("minister (Defensie)", "postponed", "answered"),
        ("minister (Financiën)", "open", "overdue"),
    ]


def test_a_day_that_passes_makes_an_addressee_late_without_any_document(record: Path) -> None:
    put(record, filing(), today=date(2031, 1, 25))
    assert statuses("2031Z00042") == {"Defensie": "open", "Financiën": "open"}

    link_changed(record, today=date(2031, 2, 10))  # the last day of the term
    assert statuses("2031Z00042") == {"Defensie": "open", "Financiën": "open"}
    link_changed(record, today=date(2031, 2, 11))

    assert statuses("2031Z00042") == {"Defensie": "overdue", "Financiën": "overdue"}
    assert told_changes("2031Z00042")[2:] == [
        ("minister (Defensie)", "open", "overdue"),
        ("minister (Financiën)", "open", "overdue"),
    ]


def test_a_question_that_recurs_in_every_filing_of_a_record_is_compared_with_hardly_any(record: Path) -> None:
    put(
        record,
        *(
            _asking(number, "Hoeveel bankjes staan er langs de fietsroutes van het Rijk, en wie heeft die daar geplaatst?")
            for number in range(1, 101)
        ),
    )
    put(record, publication("ah-tk-20302031-500", see_also=("ah-tk-20302031-7",)))

    ids = dict(Publication.objects.values_list("key", "pk"))
    assert find_candidates(ids.values()) == {
        ids["ah-tk-20302031-500"]: {ids["ah-tk-20302031-7"]},
        ids["ah-tk-20302031-7"]: {ids["ah-tk-20302031-500"]},
    }


def _asking(number: int, question: str) -> Document:
    """A publication with nothing of its own in common with those of other numbers."""
    things = ("bomen", "sloten", "bankjes", "bruggen", "borden")
    own = tuple(f"Wat is er bekend over de {number} {each} van dorp {number}, en wie let daar in dit jaar op?" for each in things)
    return publication(
        f"ah-tk-20302031-{number}",
        names=(f"Lid{number}",),
        day=date(2031, 1, 20) + timedelta(days=number),
        subject=f"{number} bomen langs de sloten van dorp {number}",
        questions=(*own, question),
        received=None,
    )


def test_linking_again_changes_no_row(record: Path) -> None:
    put(record, filing(), publication("ah-tk-20302031-1"), publication("ah-tk-20302031-9", subject=OTHER_SUBJECT))
    before, told = contents(), told_changes("2031Z00042")

    link_changed(record, today=TODAY)
    link_all(record, today=TODAY)

    assert contents() == before
    assert told_changes("2031Z00042") == told


def test_what_another_version_linked_is_linked_again(record: Path) -> None:
    put(record, publication("ah-tk-20302031-2", by=("Financiën",)))
    Linker.objects.update(version=1)
    CandidateKey.objects.update(key=7)  # whatever that version found it under

    put(record, filing())

    assert members()["2031Z00042"] == ["ah-tk-20302031-2", "kv-tk-2031Z00042"]
    assert link_changed(record, today=TODAY) == Linked()


def test_a_dossier_keeps_its_row_and_its_changes_when_its_key_changes(record: Path) -> None:
    put(record, publication("ah-tk-20302031-1"))
    row = DossierRow.objects.get(key="ah-tk-20302031-1").pk

    put(record, filing())

    assert DossierRow.objects.get().pk == row
    assert DossierRow.objects.get().key == "2031Z00042"
    assert told_changes("2031Z00042")[0] == ("minister (Defensie)", None, "answered")


def test_a_number_that_passes_to_another_dossier_takes_no_history_with_it(record: Path) -> None:
    put(record, publication("ah-tk-20302031-1", case="2031Z00042", subject=OTHER_SUBJECT, questions=OTHER_QUESTIONS))
    assert members() == {"2031Z00042": ["ah-tk-20302031-1"]}

    put(record, filing(names=("Zonneveld",)))

    assert members() == {"2031Z00042": ["kv-tk-2031Z00042"], "ah-tk-20302031-1": ["ah-tk-20302031-1"]}
    assert told_changes("ah-tk-20302031-1")[0] == ("minister (Defensie)", None, "answered")
    assert told_changes("2031Z00042") == [
        ("minister (Defensie)", None, "overdue"),
        ("minister (Financiën)", None, "overdue"),
    ]


def test_two_dossiers_that_turn_out_to_be_one_are_told_as_one(record: Path) -> None:
    put(record, publication("ah-tk-20302031-1", questions=(), case="2031Z00042"))
    put(record, publication("ah-tk-20302031-2", by=("Financiën",), subject=OTHER_SUBJECT))
    assert len(members()) == 2

    put(record, filing())

    assert members() == {"2031Z00042": ["ah-tk-20302031-1", "ah-tk-20302031-2", "kv-tk-2031Z00042"]}
    assert ("minister (Defensie)", None, "answered") in told_changes("2031Z00042")


def test_a_publication_that_is_read_otherwise_leaves_the_dossier_it_stood_in(record: Path) -> None:
    put(record, filing(), publication("ah-tk-20302031-1"))
    assert members() == {"2031Z00042": ["ah-tk-20302031-1", "kv-tk-2031Z00042"]}

    put(record, publication("ah-tk-20302031-1", subject=OTHER_SUBJECT, questions=OTHER_QUESTIONS, names=("Zonneveld",)))

    assert members() == {"2031Z00042": ["kv-tk-2031Z00042"], "ah-tk-20302031-1": ["ah-tk-20302031-1"]}
    assert statuses("2031Z00042") == {"Defensie": "overdue", "Financiën": "overdue"}


def test_a_publication_whose_number_becomes_known_leaves_no_dossier_behind(record: Path) -> None:
    letter = publication("bron-000000000000", see_also=("ah-tk-20302031-2",))
    put(record, letter)
    put(record, publication("ah-tk-20302031-2", by=("Financiën",)))
    assert [len(each) for each in members().values()] == [2]
    kept = Publication.objects.exclude(key="ah-tk-20302031-2").get()

    put(record, publication("ah-tk-20302031-1"), names=["bron-000000000000"])

    assert not Publication.objects.filter(key=kept.key).exists()
    assert members() == {"ah-tk-20302031-1": ["ah-tk-20302031-1", "ah-tk-20302031-2"]}


def test_an_editor_joins_and_parts_what_the_documents_do_not(record: Path) -> None:
    strange = publication("ah-tk-20302031-1", subject=OTHER_SUBJECT, questions=OTHER_QUESTIONS, names=("Zonneveld",))
    put(record, filing(), strange, publication("ah-tk-20302031-2"))
    (record / "correcties.csv").write_text(
        f"{HEADER}join,ah-tk-20302031-1,kv-tk-2031Z00042,verkeerd gedrukt,A. de Wit,2031-03-01\n"
        "separate,ah-tk-20302031-2,kv-tk-2031Z00042,een ander lid,A. de Wit,2031-03-01\n"
    )

    link_changed(record, today=TODAY)

    expected = {
        "2031Z00042": ["ah-tk-20302031-1", "kv-tk-2031Z00042"],
        "ah-tk-20302031-2": ["ah-tk-20302031-2"],
    }
    assert members() == expected
    put(record, filing(), strange, minute=1)
    assert members() == expected
    (record / "correcties.csv").unlink()
    link_changed(record, today=TODAY)
    assert members() == {"2031Z00042": ["ah-tk-20302031-2", "kv-tk-2031Z00042"], "ah-tk-20302031-1": ["ah-tk-20302031-1"]}


def test_an_editors_row_waits_for_its_publication(record: Path) -> None:
    (record / "correcties.csv").write_text(
        f"{HEADER}join,ah-tk-20302031-1,ah-tk-20302031-9,verkeerd gedrukt,A. de Wit,2031-03-01\n"
    )
    put(record, publication("ah-tk-20302031-1"))
    put(record, publication("ah-tk-20302031-9", subject=OTHER_SUBJECT, questions=OTHER_QUESTIONS, names=("Zonneveld",)))

    assert members() == {"ah-tk-20302031-1": ["ah-tk-20302031-1", "ah-tk-20302031-9"]}


def test_a_dossier_never_takes_the_key_of_another_whose_publications_are_still_to_be_linked(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kamervragen.ingest.linking._BATCH", 1)
    put(record, publication("ah-tk-20302031-1"), publication("ah-tk-20302031-2", by=("Financiën",)))
    put(record, publication("ah-tk-20302031-3", case="2031Z00077", subject=OTHER_SUBJECT, questions=OTHER_QUESTIONS))

    changes = {"case": "2031Z00077", "subject": OTHER_SUBJECT, "questions": OTHER_QUESTIONS}
    put(record, publication("ah-tk-20302031-1"), publication("ah-tk-20302031-2", by=("Financiën",), **changes), minute=1)

    assert members() == {
        "2031Z00077": ["ah-tk-20302031-2", "ah-tk-20302031-3"],
        "ah-tk-20302031-1": ["ah-tk-20302031-1"],
    }
    assert not Unlinked.objects.exists()


@st.composite
def _publications(draw: st.DrawFn) -> list[Document]:
    """Publications of two filings with slips, and the questions of the first."""
    numbers = draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=2, max_size=5))
    documents = [_draw_publication(draw, key) for key in numbers]
    return [*documents, filing()] if draw(st.booleans()) else documents


def _draw_publication(draw: st.DrawFn, key: str) -> Document:
    is_other = draw(st.booleans())
    slip = draw(st.sampled_from(["", "name", "text", "case", "nothing printed"]))
    return publication(
        key,
        draw(st.sampled_from([Kind.ANSWER, Kind.POSTPONEMENT, Kind.WITHDRAWAL])),
        names={"name": ("Rietvink",), "nothing printed": ()}.get(slip, ("Rietvinck",)),
        subject=OTHER_SUBJECT if is_other else "koffieochtenden op ministeries",
        questions=OTHER_QUESTIONS if is_other else QUESTIONS[1:] if slip == "text" else QUESTIONS,
        case="2031Z00042" if slip == "case" else None,
        see_also=tuple(draw(st.lists(st.sampled_from(KEYS), max_size=2, unique=True))),
        by=(draw(st.sampled_from(["Defensie", "Financiën"])),),
    )


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(_publications(), st.randoms())
def test_any_batches_in_any_order_give_the_dossiers_of_all_at_once(documents: list[Document], random) -> None:
    shuffled = random.sample(documents, len(documents))
    at = random.randrange(1, len(documents))
    with tempfile.TemporaryDirectory() as folder, record_in(Path(folder)):
        make_tables()
        put(Path(folder), *shuffled[:at])
        put(Path(folder), *shuffled[at:])
        put(Path(folder), shuffled[0], minute=1)

        loaded = [load_dossier(key) for key in DossierRow.objects.order_by("key").values_list("key", flat=True)]

    assert loaded == list(link(documents))


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(_publications(), st.randoms())
def test_a_publication_that_is_added_never_opens_an_answered_addressee_again(documents: list[Document], random) -> None:
    with tempfile.TemporaryDirectory() as folder, record_in(Path(folder)):
        make_tables()
        for n, document in enumerate(random.sample(documents, len(documents))):
            put(Path(folder), document, today=TODAY + timedelta(days=n))
        changes = [change for key in members() for change in told_changes(key)]

    answered = {"answered", "answered_jointly", "answered_by_another"}
    assert [each for each in changes if each[1] in answered and each[2] not in answered] == []


def test_what_breaks_off_leaves_the_notes_and_the_dossiers_of_before(record: Path) -> None:
    put(record, filing())
    before = contents()
    with connection.cursor() as cursor:  # a fault in the last step of the transaction, which strikes the notes
        cursor.execute("CREATE TRIGGER fault BEFORE DELETE ON store_unlinked BEGIN SELECT RAISE(ABORT, 'fault'); END")
    with pytest.raises(Exception, match="fault"):
        put(record, publication("ah-tk-20302031-1"))

    assert [each.key for each in Unlinked.objects.all()] == ["ah-tk-20302031-1"]
    assert contents()["MembershipRow"] == before["MembershipRow"]
    assert contents()["CandidateKey"] == before["CandidateKey"]

    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER fault")
    assert link_changed(record, today=TODAY) == Linked(n_publications=1, n_dossiers=1)
    assert members() == {"2031Z00042": ["ah-tk-20302031-1", "kv-tk-2031Z00042"]}


def test_statuses_are_told_on_the_last_day_that_the_record_knows_of(record: Path) -> None:
    put(record, filing(), publication("ah-tk-20302031-9", subject=OTHER_SUBJECT, questions=OTHER_QUESTIONS, names=("Zonneveld",)))
    link_all(record)  # the last publication is of 7 February: the term runs until the tenth

    assert statuses("2031Z00042") == {"Defensie": "open", "Financiën": "open"}

    later = {
        "subject": "iets anders",
        "questions": ("Hoe gaat het met de bomen in de straten van de stad?",),
        "names": ("Berkel",),
    }
    put(record, publication("ah-tk-20302031-20", received=date(2031, 2, 11), day=date(2031, 1, 25), **later))
    link_changed(record)

    assert statuses("2031Z00042") == {"Defensie": "overdue", "Financiën": "overdue"}


@pytest.mark.real
def test_the_real_sample_alone_is_one_reply_with_nine_unread_citations_and_nobody_is_called_late(
    record: Path, corpus: Path
) -> None:
    ingest([corpus / "sample.md"], data=record, limits=DEFAULT, n_workers=1, watch=lambda *_: None)

    row = DossierRow.objects.get()
    assert (row.n_replies, row.n_unread, row.n_answered) == (1, 9, 1)
    assert {each for each in statuses(row.key).values()} == {"answered", "unknown"}
