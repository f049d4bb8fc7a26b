"""The state of the record and what changed in it, as a person reads it."""

from kamervragen.cli.overview import describe_reparse, describe_status
from kamervragen.ingest.reparse import Change, Reparsed
from kamervragen.store.queries import FailureCount, Gap, MinistryCount, Status, YearCount


def test_what_a_reparse_changed_is_said_field_by_field_most_changed_first() -> None:
    changes = (Change(key="ah-tk-20302031-2", fields=("subject",)), Change(key="ah-tk-20302031-1", fields=("subject", "body")))

    assert describe_reparse(Reparsed(n_read=3, n_failed=1, changes=changes)) == (
        "3 bronnen opnieuw gelezen, 2 veranderd, 1 mislukt.\n"
        "  onderwerp (subject): 2: ah-tk-20302031-1, ah-tk-20302031-2\n"
        "  body (body): 1: ah-tk-20302031-1"
    )


def test_a_long_list_of_publications_is_cut() -> None:
    changes = tuple(Change(key=f"ah-tk-20302031-{n}", fields=("subject",)) for n in range(100, 120))

    described = describe_reparse(Reparsed(n_read=20, n_failed=0, changes=changes))

    assert described.endswith("ah-tk-20302031-113, ah-tk-20302031-114, …")


def test_the_state_of_the_record_is_said_in_full() -> None:
    status = Status(
        n_sources=4,
        n_publications=3,
        n_questions=1,
        years=(
            YearCount(session_year=None, kind="other", n_publications=1),
            YearCount(session_year="2030-2031", kind="answer", n_publications=2),
        ),
        ministries=(MinistryCount(ministry="mnre1018", n_publications=2), MinistryCount(ministry=None, n_publications=1)),
        gaps=(
            Gap(chamber="tk", session_year="2030-2031", first=1, last=7),
            Gap(chamber="tk", session_year="2030-2031", first=9, last=9),
        ),
        unseen=("ah-tk-20302031-8",),
        failures=(FailureCount(stage="read", code="encrypted", n_documents=2),),
    )

    assert describe_status(status).splitlines() == [
        "3 publicaties uit 4 bronnen, met 1 vraag",
        "",
        "Per vergaderjaar en soort",
        "  onbekend   ander document              1",
        "  2030-2031  antwoord                    2",
        "",
        "Per antwoordend ministerie",
        "  Defensie                                                  2",
        "  niet in de tabel                                          1",
        "",
        "Bekend, maar niet opgenomen",
        "  Aanhangsel TK 2030-2031: 8 nummers: 1–7, 9",
        "  Waarnaar wordt verwezen: 1 publicatie: ah-tk-20302031-8",
        "",
        "Mislukt: 2 documenten",
        "  read/encrypted                   2",
    ]
