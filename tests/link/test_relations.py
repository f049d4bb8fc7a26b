"""What a filing has to do with an earlier one."""

from dataclasses import replace
from datetime import date

import pytest

from invented_filings import OTHER_QUESTIONS, OTHER_SUBJECT, SUBJECT, citations_in, filing, publication
from kamervragen.dossiers import Document
from kamervragen.link import link, relate
from kamervragen.model import Citation, Footnote, Span
from kamervragen.terms import Certainty, CitationKind, RelationKind

EARLIER = publication("ah-tk-20302031-844")
LATER = date(2031, 5, 6)


def later_filing(question: str, **changes: object) -> Document:
    """A later filing of one long question, with the references of that question as citations of the body."""
    document = filing("kv-tk-2031Z00500", day=LATER, subject=OTHER_SUBJECT, questions=(question, *OTHER_QUESTIONS), **changes)
    whole = replace(document.parsed.questions[0], spans=(Span(0, len(question)),))
    parsed = replace(document.parsed, questions=(whole, *document.parsed.questions[1:]))
    return replace(document, parsed=parsed, citations=citations_in(question))


ASKED_ON = "Herinnert u zich uw antwoord op eerdere vragen (Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 844) over koffie?"


def test_a_question_about_earlier_answers_makes_a_follow_up_of_what_it_cites() -> None:
    relation = relate(later_filing(ASKED_ON), EARLIER)

    assert relation == relate(EARLIER, later_filing(ASKED_ON))
    assert relation is not None
    assert (relation.source, relation.target, relation.cited_as) == (
        "kv-tk-2031Z00500",
        "ah-tk-20302031-844",
        "ah-tk-20302031-844",
    )
    assert (relation.kind, relation.certainty) == (RelationKind.FOLLOW_UP, Certainty.LIKELY)
    assert [ASKED_ON[slice(*place.span)] for place in relation.evidence] == [
        "Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 844"
    ]
    assert relation.detail == "kv-tk-2031Z00500 vraagt door naar aanleiding van ah-tk-20302031-844."


def test_a_subject_that_says_so_is_certain() -> None:
    document = replace(
        later_filing(ASKED_ON), parsed=replace(later_filing(ASKED_ON).parsed, subject="de antwoorden op vragen over koffie")
    )
    relation = relate(document, EARLIER)

    assert relation is not None
    assert relation.certainty is Certainty.CERTAIN


def test_a_reference_without_such_words_is_no_follow_up() -> None:
    mentioned = later_filing(
        "Klopt de tabel in Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 844, over het koffieverbruik?"
    )

    assert relate(mentioned, EARLIER) is None


def test_a_case_number_names_the_earlier_filing_too() -> None:
    document = later_filing("Deze vragen zijn ter aanvulling op eerdere vragen over koffie (vraagnummer 2031Z00042).")
    relation = relate(document, filing())

    assert relation is not None
    assert (relation.kind, relation.cited_as) == (RelationKind.FOLLOW_UP, "2031Z00042")


def test_a_note_to_a_question_about_earlier_answers_names_them() -> None:
    note = "Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 844."
    document = later_filing("Herinnert u zich de antwoorden op eerdere vragen over koffie op ministeries?")
    citation = Citation(span=Span(500, 555), target="ah-tk-20302031-844", kind=CitationKind.APPENDIX)
    footnote = Footnote(marker="1", text=note, spans=(Span(500, 556),))
    document = replace(document, parsed=replace(document.parsed, footnotes=(footnote,)), citations=(citation,))

    assert relate(document, EARLIER) is not None


def test_a_follow_up_of_something_later_is_a_guess_that_says_so() -> None:
    future = publication("ah-tk-20302031-844", day=date(2031, 9, 1), subject=SUBJECT)
    relation = relate(later_filing(ASKED_ON), future)

    assert relation is not None
    assert relation.certainty is Certainty.GUESS
    assert relation.detail == "kv-tk-2031Z00500 noemt ah-tk-20302031-844 als eerdere vragen, maar die zijn later ingediend."


@pytest.mark.parametrize(
    "subject",
    [f"nadere vragen over {SUBJECT}", f"de antwoorden op eerdere vragen over {SUBJECT}", f"vervolgvragen over {SUBJECT}"],
)
def test_further_questions_of_the_same_member_on_the_same_subject_are_a_likely_follow_up(subject: str) -> None:
    relation = relate(filing("kv-tk-2031Z00500", day=LATER, subject=subject, questions=OTHER_QUESTIONS), EARLIER)

    assert relation is not None
    assert (relation.kind, relation.certainty, relation.cited_as) == (RelationKind.FOLLOW_UP, Certainty.LIKELY, "")
    assert relation.detail == "kv-tk-2031Z00500 noemt zich vervolg, met het onderwerp en de indiener van ah-tk-20302031-844."


def test_further_questions_of_another_member_are_no_follow_up() -> None:
    other = filing(
        "kv-tk-2031Z00500", day=LATER, subject=f"nadere vragen over {SUBJECT}", names=("Merelhof",), questions=OTHER_QUESTIONS
    )

    assert relate(other, EARLIER) is None


def test_the_same_questions_a_year_later_are_a_repeat() -> None:
    relation = relate(filing("kv-tk-2032Z00500", day=date(2032, 5, 6)), EARLIER)

    assert relation is not None
    assert (relation.kind, relation.certainty) == (RelationKind.REPEAT, Certainty.CERTAIN)
    assert (relation.source, relation.target) == ("kv-tk-2032Z00500", "ah-tk-20302031-844")
    assert relation.detail == "kv-tk-2032Z00500 stelt dezelfde vragen als ah-tk-20302031-844."


def test_the_same_questions_of_another_member_are_a_repeat() -> None:
    relation = relate(publication("ah-tk-20302031-900", names=("Merelhof",), party="SP", day=LATER), EARLIER)

    assert relation is not None
    assert relation.kind is RelationKind.REPEAT


def test_the_same_questions_to_another_minister_on_the_same_day_are_a_repeat() -> None:
    relation = relate(publication("ah-tk-20302031-900", asked=("Buitenlandse Zaken",)), EARLIER)

    assert relation is not None
    assert relation.kind is RelationKind.REPEAT


def test_a_short_question_that_returns_is_no_repeat() -> None:
    short = ("Kent u het bericht over de molen?",)

    assert relate(filing("kv-tk-2032Z1", day=date(2032, 5, 6), questions=short), publication("ah-tk-1", questions=short)) is None


def test_a_dossier_shows_what_came_before_and_after_it() -> None:
    earlier, later = link([EARLIER, later_filing(ASKED_ON)])[::-1]

    assert [each.detail for each in earlier.relations] == [each.detail for each in later.relations]
    assert [each.target for each in later.relations] == ["ah-tk-20302031-844"]


def test_what_a_follow_up_cites_and_nobody_read_stays_as_its_identifier_until_it_comes() -> None:
    (alone,) = link([later_filing(ASKED_ON)])

    assert [(each.target, each.kind) for each in alone.relations] == [("ah-tk-20302031-844", RelationKind.FOLLOW_UP)]
    assert alone.unread == ()


def test_a_source_that_is_believed_to_be_what_is_cited_is_the_target() -> None:
    source = publication("bron-1", believed="ah-tk-20302031-844")
    later = link([source, later_filing(ASKED_ON)])[0]

    assert [(each.target, each.cited_as) for each in later.relations] == [("bron-1", "ah-tk-20302031-844")]


def test_two_filings_that_each_cite_the_other_are_no_circle_to_follow_for_ever() -> None:
    question = "Herinnert u zich uw antwoord op eerdere vragen (2031Z00500) over koffie, en waarom gaf u dat toen zo?"
    cites_later = replace(
        filing(), citations=citations_in(question), parsed=replace(filing().parsed, remarks=question, remark_spans=(Span(0, 99),))
    )
    document = later_filing("Herinnert u zich de eerdere vragen (2031Z00042) over koffie op ministeries en het antwoord daarop?")
    dossiers = link([cites_later, document])

    assert [each.key for each in dossiers] == ["2031Z00042", "2031Z00500"]
    assert all(each.relations for each in dossiers)
