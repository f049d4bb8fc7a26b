"""Citations: the short form of lawyers, a sentence, BibTeX and RIS."""

from dataclasses import replace
from datetime import date

import pytest

from kamervragen.model import Inference, ParsedDocument, Respondent, Submitter
from kamervragen.site.citing import cite, write_bibtex, write_ris
from kamervragen.terms import Certainty, Chamber, Kind, Role

REPLY = ParsedDocument(
    source="x",
    kind=Kind.ANSWER,
    id="ah-tk-20302031-12",
    chamber=Chamber.TWEEDE_KAMER,
    session_year="2030-2031",
    number=12,
    subject="het bericht «50% {meer} & _minder_ \\pont»",
    submitters=(Submitter(name="Zandstra", party="LZ"), Submitter(name="Bakker", party=None)),
    respondents=(Respondent(role=Role.MINISTER, name="De Wit", portfolio="Defensie"),),
    submitted_on=date(2031, 1, 29),
    received_on=date(2031, 2, 16),
)
ADDRESS = "https://voorbeeld.test/documenten/ah-tk-20302031-12"


def _cite(**fields: object):
    parsed = replace(REPLY, **fields)
    return cite(parsed.id or "bron-0123456789ab", parsed, ADDRESS)


@pytest.mark.parametrize(
    ("fields", "short"),
    [
        ({}, "Aanhangsel Handelingen II 2030/31, nr. 12"),
        ({"chamber": Chamber.EERSTE_KAMER}, "Aanhangsel Handelingen I 2030/31, nr. 12"),
        ({"session_year": "1999-2000"}, "Aanhangsel Handelingen II 1999/2000, nr. 12"),
        ({"session_year": "2000-2001"}, "Aanhangsel Handelingen II 2000/01, nr. 12"),
        ({"chamber": None}, "Aanhangsel Handelingen 2030/31, nr. 12"),
        ({"number": None}, ""),
        ({"session_year": None}, ""),
    ],
)
def test_the_short_form_is_that_of_lawyers_and_only_for_what_has_a_number(fields: dict[str, object], short: str) -> None:
    assert _cite(**fields).short == short


def test_the_sentence_says_who_asked_and_who_answered_and_when() -> None:
    assert _cite(subject="de pont").sentence == (
        "De pont. Vragen van Zandstra (LZ) en Bakker, ingezonden 29 januari 2031; "
        "antwoord van minister De Wit (Defensie), ontvangen 16 februari 2031. Aanhangsel Handelingen II 2030/31, nr. 12."
    )


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.POSTPONEMENT, "; bericht van uitstel van minister De Wit (Defensie)"),
        (Kind.CORRECTION, "; rectificatie van minister De Wit (Defensie)"),
        (Kind.QUESTION, "ingezonden 29 januari 2031."),
    ],
)
def test_the_sentence_says_what_the_document_is(kind: Kind, said: str) -> None:
    assert said in _cite(kind=kind).sentence


def test_a_year_that_is_not_printed_is_said_to_be_inferred() -> None:
    year = Inference(field="session_year", value="2030-2031", evidence=(), certainty=Certainty.LIKELY)
    assert _cite(session_year=None, inferred=(year,)).short == (
        "Aanhangsel Handelingen II 2030/31, nr. 12 (vergaderjaar afgeleid)"
    )


def test_a_document_that_says_nothing_is_cited_as_what_it_is() -> None:
    empty = ParsedDocument(source="x", kind=Kind.OTHER)
    assert cite("bron-0123456789ab", empty, ADDRESS).sentence == "Document zonder onderwerp."


def test_bibtex_keeps_every_sign_of_the_subject() -> None:
    entry = write_bibtex(_cite())
    assert "  title = {{Het bericht «50\\% \\{meer\\} \\& \\_minder\\_ \\textbackslash{}pont»}},\n" in entry
    assert entry.startswith("@misc{ah-tk-20302031-12,\n  author = {{Tweede Kamer der Staten-Generaal}},\n")
    assert "  year = {2031},\n  month = {2},\n" in entry
    assert "  howpublished = {Aanhangsel Handelingen II 2030/31, nr. 12},\n" in entry
    assert "  url = {https://zoek.officielebekendmakingen.nl/ah-tk-20302031-12},\n" in entry
    assert entry.endswith("\n}\n")


def test_ris_has_a_tag_on_each_line_and_names_both_addresses() -> None:
    assert write_ris(_cite(subject="de\npont")).split("\r\n") == [
        "TY  - GOVDOC",
        "AU  - Tweede Kamer der Staten-Generaal",
        "TI  - De pont",
        "T2  - Aanhangsel Handelingen II 2030/31",
        "M1  - 12",
        "PY  - 2031",
        "DA  - 2031/02/16",
        "N1  - vragen van Zandstra (LZ) en Bakker, ingezonden 29 januari 2031; "
        "antwoord van minister De Wit (Defensie), ontvangen 16 februari 2031",
        "LA  - nl",
        "UR  - https://zoek.officielebekendmakingen.nl/ah-tk-20302031-12",
        f"UR  - {ADDRESS}",
        "ER  - ",
        "",
    ]


def test_what_the_document_does_not_say_is_left_out() -> None:
    bare = _cite(id=None, chamber=None, session_year=None, number=None, submitted_on=None, received_on=None)
    assert "author" not in write_bibtex(bare)
    assert "year" not in write_bibtex(bare)
    assert f"url = {{{ADDRESS}}}" in write_bibtex(bare)
    assert [line[:2] for line in write_ris(bare).split("\r\n")] == ["TY", "TI", "N1", "LA", "UR", "ER", ""]
