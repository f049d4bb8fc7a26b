from datetime import date

import pytest

from kamervragen.terms import Form, Kind, Role
from parsing import parse_lines

ITEM = "\n\nVraag 1\nKlopt dat?\n\nAntwoord 1\nJa.\n"

MEMBERS = [
    ("het lid Bakker (SP)", [("Bakker", "SP")]),
    ("het Kamerlid Bakker (SP)", [("Bakker", "SP")]),
    ("de leden Bakker (SP) en De Wit (D66)", [("Bakker", "SP"), ("De Wit", "D66")]),
    ("de leden Bakker en De Wit (beiden VVD)", [("Bakker", "VVD"), ("De Wit", "VVD")]),
    ("de leden Bakker, De Wit en Van den Berg (allen CDA)", [("Bakker", "CDA"), ("De Wit", "CDA"), ("Van den Berg", "CDA")]),
    (
        "de leden Bakker (SP), De Wit , Öztürk (beiden GroenLinks-PvdA), Jansen (D66) en Vos (PvdD)",
        [("Bakker", "SP"), ("De Wit", "GroenLinks-PvdA"), ("Öztürk", "GroenLinks-PvdA"), ("Jansen", "D66"), ("Vos", "PvdD")],
    ),
    ("de leden Bakker en De Wit (bei-\nden VVD)", [("Bakker", "VVD"), ("De Wit", "VVD")]),
    ("het leden Bakker-Smit en Vos (beiden VVD)", [("Bakker-Smit", "VVD"), ("Vos", "VVD")]),
    ("de leden lid Inge van Bakker (CDA)", [("Inge van Bakker", "CDA")]),
    ("het lid Van Haag (Groep Van Haag)", [("Van Haag", "Groep Van Haag")]),
    ("het lid Faber – Van de Kreek (PVV)", [("Faber – Van de Kreek", "PVV")]),
    ("het lid Bakker", [("Bakker", None)]),
]


@pytest.mark.parametrize(("printed", "members"), MEMBERS)
def test_these_members_ask(printed: str, members: list[tuple[str, str | None]]) -> None:
    parsed = parse_lines(f"Vragen van {printed} aan de Minister van Defensie over vrede (ingezonden 1 april 2031).{ITEM}")

    assert [(each.name, each.party) for each in parsed.submitters] == members
    assert [(each.role, each.portfolio) for each in parsed.addressees] == [(Role.MINISTER, "Defensie")]


M, S, P = Role.MINISTER, Role.STAATSSECRETARIS, Role.MINISTER_PRESIDENT
BZK, VWS, LNV = (
    "Binnenlandse Zaken en Koninkrijksrelaties",
    "Volksgezondheid, Welzijn en Sport",
    "Landbouw, Natuur en Voedselkwaliteit",
)

OFFICES = [
    ("de Minister van Defensie", [(M, "Defensie")]),
    ("de minister voor Rechtsbescherming", [(M, "Rechtsbescherming")]),
    ("de Minister-President", [(P, None)]),
    ("de minister-president, minister van Algemene Zaken en de Minister van Defensie", [(P, None), (M, "Defensie")]),
    (f"de Staatsecretaris van {VWS}", [(S, VWS)]),
    (f"de Staatssecretarissen van {BZK} – Digitalisering en\nKoninkrijksrelaties en van Defensie",
     [(S, f"{BZK} – Digitalisering en Koninkrijksrelaties"), (S, "Defensie")]),
    (f"de Ministers van {BZK}, van Defensie en van {VWS}", [(M, BZK), (M, "Defensie"), (M, VWS)]),
    (f"de ministers van {VWS} en {LNV}", [(M, VWS), (M, LNV)]),
    (f"de ministers van {BZK}, Defensie, {LNV} en Financiën", [(M, BZK), (M, "Defensie"), (M, LNV), (M, "Financiën")]),
    ("de Ministers van Asiel en Migratie, voor BuitenlandseHandel en Ontwikkelingshulp en van Buitenlandse Zaken",
     [(M, "Asiel en Migratie"), (M, "BuitenlandseHandel en Ontwikkelingshulp"), (M, "Buitenlandse Zaken")]),
    ("de Minister en de Staatssecretaris van Justitie en Veiligheid", [(M, "Justitie en Veiligheid"), (S, "Justitie en Veiligheid")]),
    (f"de Ministers van Defensie en van Financiën en deStaatssecretaris van {BZK}", [(M, "Defensie"), (M, "Financiën"), (S, BZK)]),
    ("de MinisterKlimaat en Groene Groei", [(M, "Klimaat en Groene Groei")]),
    (f"de Minister-President en de Ministers van {LNV} en voor Natuur en Stikstof",
     [(P, None), (M, LNV), (M, "Natuur en Stikstof")]),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "offices"), OFFICES)
@pytest.mark.parametrize("space", [" ", ""])
def test_these_offices_are_asked(printed: str, offices: list[tuple[Role, str | None]], space: str) -> None:
    parsed = parse_lines(f"Vragen van het lid Bakker (SP) aan {printed}{space}over vrede (ingezonden 1 april 2031).{ITEM}")

    assert [(each.role, each.portfolio) for each in parsed.addressees] == offices
    assert parsed.subject == "vrede"


def test_abbreviated_portfolios_are_known_as_whole_words() -> None:
    parsed = parse_lines(
        f"Vragen van het lid Bakker (SP) aan de ministers van VWS en van J&V over vrede (ingezonden 1 april 2031).{ITEM}"
    )

    assert [each.portfolio for each in parsed.addressees] == ["VWS", "J&V"]
    assert parsed.findings == ()


def test_an_unknown_party_is_kept_as_printed_with_a_finding() -> None:
    parsed = parse_lines(
        f"Vragen van de leden Bakker (SP) en De Wit (Zeepbellenpartij) aan de Minister van Defensie over vrede (ingezonden 1 april 2031).{ITEM}"
    )

    assert [each.party for each in parsed.submitters] == ["SP", "Zeepbellenpartij"]
    assert [(finding.code, finding.detail) for finding in parsed.findings] == [
        ("unknown_party", "«Zeepbellenpartij» staat niet in de tabel van partijen; zo gedrukt overgenomen.")
    ]


def test_an_unknown_portfolio_is_kept_as_printed_with_a_finding() -> None:
    parsed = parse_lines(
        f"Vragen van het lid Bakker (SP) aan de Ministers van Zeepbellen, Glas en Wol en van Defensie over vrede (ingezonden 1 april 2031).{ITEM}"
    )

    assert [each.portfolio for each in parsed.addressees] == ["Zeepbellen, Glas en Wol", "Defensie"]
    assert [finding.code for finding in parsed.findings] == ["unknown_portfolio"]


SUBJECTS = [
    "het bericht «Boot vaart weg»",
    "het bericht «Arts: «Boten varen weg»»",
    "de boot (Kamerstuk 24 587, nr. 995)",
    "de brief over de boot van 3 maart 2030:",
    "het artikel 'Boot (oud) vaart weg' (Krant, 2 mei 2031 )",
    "het antwoord van de Minister van Financiën op eerdere vragen over de boot",
    "de mededeling van Staatssecretaris Vos (Financiën) over de vragen van het lid Smit (D66) aan de Minister van Financiën",
    "het bericht «Antwoord van Minister Vos blijft uit»",
]


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("word", ["over", "inzake"])
def test_the_subject_is_what_stands_between_over_and_ingezonden(subject: str, word: str) -> None:
    parsed = parse_lines(
        f"Vragen van het lid Bakker (SP) aan de Minister van Defensie {word} {subject}(ingezonden\n1 april2031).{ITEM}"
    )

    assert parsed.subject == subject
    assert parsed.submitted_on == date(2031, 4, 1)


ASKED = "Vragen van het lid Bakker (SP) aan de Minister van Defensie over vrede (ingezonden 1 april 2031).\n"
ANSWERS = [
    ("Antwoord van Minister Smit (Defensie) (ontvangen 9 april 2031).", [(M, "Smit", "Defensie")], []),
    ("Antwoord van Minister Smit (Defensie), mede namens de Minister van Financiën (ontvangen 9 april 2031)",
     [(M, "Smit", "Defensie")], [(M, None, "Financiën")]),
    ("Antwoord van Minister Smit (Defensie) mede namens de Minister-President (ontvangen9 april 2031).",
     [(M, "Smit", "Defensie")], [(P, None, None)]),
    ("Antwoord van Minister Smit (Defensie) en van Staatssecretaris De Boer (Financiën) (ontvangen 9 april 2031).",
     [(M, "Smit", "Defensie"), (S, "De Boer", "Financiën")], []),
    ("Antwoord van Minister Smit (Defensie) en antwoord van\nStaatssecretaris De Boer (Defensie) (ontvangen 9 april 2031).",
     [(M, "Smit", "Defensie"), (S, "De Boer", "Defensie")], []),
    ("Antwoord van staatssecretaris Smit (Volksgezondheid, Welzijn en Sport (ontvangen 9 april 2031)",
     [(S, "Smit", VWS)], []),
    ("Antwoord van minister Smit (ontvangen 9 april 2031).", [(M, "Smit", None)], []),
    ("Antwoord van Minister-President Smit (ontvangen 9 april 2031).", [(P, "Smit", None)], []),
    ("Antwoord van Minister-President Smit, mede namens de Minister van Financiën (ontvangen 9 april 2031).",
     [(P, "Smit", None)], [(M, None, "Financiën")]),
    ("Antwoord van Minister Smit (Defensie), mede na-\nmens de Minister-President, Mi-\nnister van Alge-\nmene Zaken "
     "(ontvan-\ngen 9 a-\npril 2031).", [(M, "Smit", "Defensie")], [(P, None, None)]),
    ("Antwoord van Minister Smit (Defensie) (ontvangen (ontvangen 9 april2031).", [(M, "Smit", "Defensie")], []),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "respondents", "on_behalf_of"), ANSWERS)
def test_these_office_holders_answer(printed: str, respondents: list[object], on_behalf_of: list[object]) -> None:
    parsed = parse_lines(ASKED + printed + ITEM)

    assert parsed.kind is Kind.ANSWER
    assert [(each.role, each.name, each.portfolio) for each in parsed.respondents] == respondents
    assert [(each.role, each.name, each.portfolio) for each in parsed.on_behalf_of] == on_behalf_of
    assert parsed.received_on == date(2031, 4, 9)


ANSWERED = "Antwoord van Minister Smit (Defensie) (ontvangen 9 april 2031). "
SEE_ALSO = [
    ("", []),
    ("Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 5.", ["ah-tk-20302031-5"]),
    ("Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 5. Zie ook Aanhangsel Handelingen,\nvergaderjaar 2029–2030, nr. 66",
     ["ah-tk-20302031-5", "ah-tk-20292030-66"]),
    ("Zie ook Aanhangsels Handelingen,vergaderjaar 2030–2031, nr. 1767 en 1775", ["ah-tk-20302031-1767", "ah-tk-20302031-1775"]),
    ("Zie ookAanhangsel Handelingen, vergaderjaar 2030–2031, nr. 5.", ["ah-tk-20302031-5"]),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "targets"), SEE_ALSO)
def test_the_heading_points_to_these_publications(printed: str, targets: list[str]) -> None:
    body = ASKED + ANSWERED + printed + ITEM.replace("Ja.", "Ja (Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 9).")

    assert list(parse_lines(body).see_also) == targets


def test_a_reference_with_a_misprinted_year_is_a_finding_and_no_link() -> None:
    parsed = parse_lines(ASKED + ANSWERED + "Zie ook Aanhangsel Handelingen, vergaderjaar 2030–203, nr. 5." + ITEM)

    assert parsed.see_also == ()
    assert [finding.code for finding in parsed.findings] == ["citation_not_understood"]


def test_a_day_that_does_not_exist_is_a_finding() -> None:
    parsed = parse_lines(ASKED.replace("1 april", "31 februari") + ANSWERED + ITEM)

    assert parsed.submitted_on is None
    assert [finding.code for finding in parsed.findings] == ["impossible_date"]


def test_a_mededeling_is_a_postponement_with_its_remark() -> None:
    parsed = parse_lines(
        ASKED
        + "Mededeling van Minister Smit (Defensie) (ontvangen 20 april 2031).\n\nVraag 1\nKlopt dat?\n\n"
        + "Mededeling\nDe vragen van het lid Bakker (2031Z00042) kunnen niet binnen de gebruikelijke termijn worden beantwoord.\n"
    )

    assert parsed.kind is Kind.POSTPONEMENT
    assert parsed.remarks is not None
    assert parsed.remarks.startswith("De vragen van het lid Bakker")
    assert (parsed.case_number, len(parsed.questions), parsed.answers) == ("2031Z00042", 1, ())


def test_a_mededeling_of_withdrawal_is_a_withdrawal() -> None:
    parsed = parse_lines(
        ASKED
        + "Mededeling van Minister Smit (Defensie) (ontvangen 20 april 2031).\n\nVraag 1\nKlopt dat?\n\n"
        + "Mededeling\nDeze vragen zijn door het lid Bakker ingetrokken.\n"
    )

    assert parsed.kind is Kind.WITHDRAWAL


def test_oral_questions_are_oral() -> None:
    parsed = parse_lines(
        "Mondelinge vragen van het lid Bakker (SP) aan de Minister van Defensie over vrede (ingezonden 1 april 2031)"
    )

    assert (parsed.form, parsed.kind, parsed.subject) == (Form.ORAL, Kind.QUESTION, "vrede")


def test_the_heading_of_another_kind_of_document_is_not_invented() -> None:
    parsed = parse_lines("MOTIE VAN HET LID BAKKER\n\nDe Kamer, gehoord de beraadslaging, verzoekt de regering meer te lezen.\n")

    assert parsed.kind is Kind.OTHER
    assert (parsed.subject, parsed.submitters, parsed.questions) == (None, (), ())
    assert {finding.code for finding in parsed.findings} == {"not_understood"}


BROKEN = [
    ("Staatssecretaris", "Staatssecre-\ntaris"),
    ("Staatssecretaris", "Staats-\nsecretaris"),
    ("ingezonden", "ingezon-\nden"),
    ("ontvangen", "ontvan-\ngen"),
    ("Handelingen", "Handelin-\ngen"),
    ("Handelingen", "Handelin- gen"),
    ("vergaderjaar", "vergader-\njaar"),
    ("Volksgezondheid", "Volksgezond-\nheid"),
]


@pytest.mark.parametrize(("word", "broken"), BROKEN)
def test_a_word_broken_at_a_line_end_is_the_same_word(word: str, broken: str) -> None:
    heading = (
        "Vragen van het lid Bakker (SP) aan de Staatssecretaris van Volksgezondheid, Welzijn en Sport over vrede "
        "(ingezonden 1 april 2031).\nAntwoord van Staatssecretaris Smit (Volksgezondheid, Welzijn en Sport) (ontvangen 9 april 2031). "
        "Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 5."
    )
    whole, parsed = parse_lines(heading + ITEM), parse_lines(heading.replace(word, broken) + ITEM)

    assert [each.role for each in parsed.addressees] == [Role.STAATSSECRETARIS]
    assert [(each.name, each.portfolio) for each in parsed.respondents] == [("Smit", VWS)]
    assert (parsed.subject, parsed.submitted_on, parsed.received_on) == (whole.subject, whole.submitted_on, whole.received_on)
    assert parsed.see_also == ("ah-tk-20302031-5",)


def test_an_announcement_about_a_delay_is_no_notice_of_delay() -> None:
    parsed = parse_lines(
        "Mondelinge vragen van het lid Bakker (SP) aan de Minister van Defensie over het uitstel van de boot (ingezonden 1 april 2031)\n"
    )

    assert (parsed.kind, parsed.subject) == (Kind.QUESTION, "het uitstel van de boot")
