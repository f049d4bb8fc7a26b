"""What the summary of a heading says, and what it takes care not to say."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.html import strip_tags

from kamervragen.model import Addressee, Inference, ParsedDocument, Respondent, Span, Submitter
from kamervragen.site.heading import describe_asked, describe_term, show_inference, summarize
from kamervragen.site.naming import name_publication
from kamervragen.terms import Certainty, Chamber, Kind, Role

TWELVE = (
    Addressee(role=Role.MINISTER_PRESIDENT, portfolio=None),
    *(Addressee(role=Role.MINISTER, portfolio=f"Portefeuille {n}") for n in range(11)),
)
REPLY = ParsedDocument(
    source="x",
    kind=Kind.ANSWER,
    chamber=Chamber.TWEEDE_KAMER,
    submitters=(Submitter(name="Erdmans", party="XYZ", spans=(Span(4, 11),)),),
    addressees=TWELVE,
    respondents=(Respondent(role=Role.MINISTER, name="De Wit", portfolio="Defensie"),),
    submitted_on=date(2031, 1, 29),
    received_on=date(2031, 2, 16),
    see_also=("ah-tk-20302031-7", "ah-tk-20302031-8"),
)


@pytest.mark.parametrize(
    ("received_on", "sentence"),
    [
        (date(2031, 2, 19), "21 dagen na inzending ontvangen, binnen drie weken"),
        (
            date(2031, 2, 20),
            "22 dagen na inzending ontvangen, na meer dan drie weken; of er uitstel was gemeld, zegt dit document niet",
        ),
        (date(2031, 1, 30), "1 dag na inzending ontvangen, binnen drie weken"),
        (date(2031, 1, 1), "De datum van ontvangst ligt vóór die van inzending; zo staat het er."),
        (None, ""),
    ],
)
def test_the_days_are_counted_and_nobody_is_called_late(received_on: date | None, sentence: str) -> None:
    assert describe_term(replace(REPLY, received_on=received_on)) == sentence


def test_the_term_of_the_other_chamber_is_not_claimed() -> None:
    senate = replace(REPLY, chamber=Chamber.EERSTE_KAMER, received_on=date(2031, 4, 1))
    assert describe_term(senate) == "62 dagen na inzending ontvangen"


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        ([], "Van de 12 gevraagden: 1 antwoord hier, 2 verwijzingen nog niet gelezen."),
        (["ah-tk-20302031-7"], "Van de 12 gevraagden: 1 antwoord hier, 2 verwijzingen, waarvan 1 gelezen en 1 nog niet."),
        (["ah-tk-20302031-7", "ah-tk-20302031-8"], "Van de 12 gevraagden: 1 antwoord hier, 2 verwijzingen gelezen."),
    ],
)
def test_it_is_said_how_many_of_those_asked_answer_here(known: list[str], sentence: str) -> None:
    assert describe_asked(REPLY, known) == sentence


def test_nothing_is_said_about_others_when_one_is_asked() -> None:
    assert describe_asked(replace(REPLY, addressees=TWELVE[:1]), []) == ""


def test_a_long_list_of_addressees_is_folded() -> None:
    rows = {row.name: row for row in summarize(REPLY, "", {})}
    assert rows["aan"].brief == "minister-president en 11 ministers"
    assert len(rows["aan"].values) == 12


def test_a_reference_that_is_in_the_record_is_a_link_and_another_is_not_read_yet() -> None:
    rows = {row.name: row for row in summarize(REPLY, "", {"ah-tk-20302031-7": "/documenten/ah-tk-20302031-7"})}
    assert rows["zie ook"].prefix == "Aanhangsel 2030–2031, nr. "
    assert [(value.html, value.remark) for value in rows["zie ook"].values] == [
        ('<a href="/documenten/ah-tk-20302031-7">7</a>', ""),
        (
            '<a href="https://zoek.officielebekendmakingen.nl/ah-tk-20302031-8" rel="noopener">8</a>',
            "nog niet gelezen; naar de officiële site",
        ),
    ]


def test_a_printed_name_stays_beside_what_is_believed_to_be_meant() -> None:
    inference = Inference(field="submitters", value="Eerdmans", evidence=(Span(4, 11),), certainty=Certainty.LIKELY)
    rows = {row.name: row for row in summarize(replace(REPLY, inferred=(inference,)), "lid Erdmans (XYZ)", {})}
    assert strip_tags(rows["gevraagd door"].values[0].html) == "Erdmans (XYZ)"
    assert rows["gevraagd door"].inferred[0].evidence == (("teken-4", "Erdmans"),)
    assert rows["gevraagd door"].inferred[0].certainty == "waarschijnlijk"


def test_an_answer_that_no_label_announces_is_said_to_be_inferred() -> None:
    inference = Inference(field="answers[2+3]", value="unlabelled", evidence=(Span(0, 3),), certainty=Certainty.LIKELY)
    shown = show_inference(inference, "Ja. En nee.")
    assert (shown.field, shown.value) == ("antwoord 2 en 3", "staat zonder kopje onder de vraag")


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        ("ah-tk-20302031-12", "Aanhangsel 2030–2031, nr. 12"),
        ("ah-ek-20302031-3", "Aanhangsel Eerste Kamer 2030–2031, nr. 3"),
        ("ah-1271549", "Aanhangsel, nr. 1271549"),
        ("kv-tk-2031Z00042", "kv-tk-2031Z00042"),
    ],
)
def test_a_publication_is_named_as_people_cite_it(identifier: str, name: str) -> None:
    assert name_publication(identifier) == name
