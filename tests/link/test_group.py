"""Dossiers: what stands in one, under which key, and what is said about it."""

from datetime import date

from invented_filings import FILED_ON, OTHER_QUESTIONS, OTHER_SUBJECT, QUESTIONS, SUBJECT, filing, notice, publication
from kamervragen.dossiers import Correction, Document, Dossier
from kamervragen.link import link, not_applied
from kamervragen.model import Finding, Span
from kamervragen.terms import CorrectionAction, DossierPart, Kind, LinkKind, Verdict

REPLY = publication("ah-tk-20302031-1047")
SIBLING = publication("ah-tk-20302031-1059", by=("Financiën",))
OTHER = publication("ah-tk-20302031-9", names=("Merelhof",), subject=OTHER_SUBJECT, questions=OTHER_QUESTIONS)


def only(*documents: Document, corrections: tuple[Correction, ...] = ()) -> Dossier:
    dossiers = link(documents, corrections)
    assert len(dossiers) == 1
    return dossiers[0]


def keys(dossiers: tuple[Dossier, ...]) -> list[list[str]]:
    return [[each.key for each in dossier.memberships] for dossier in dossiers]


def codes(dossier: Dossier) -> list[str]:
    return [each.code for each in dossier.findings]


def correction(action: CorrectionAction, first: str, second: str) -> Correction:
    return Correction(action=action, first=first, second=second, reason="zo staat het in de brief", by="A. de Wit", on=FILED_ON)


def test_a_dossier_is_known_by_its_case_number_and_found_by_every_other_name() -> None:
    dossier = only(REPLY, filing())

    assert dossier.key == "2031Z00042"
    assert dossier.aliases == ("ah-tk-20302031-1047", "kv-tk-2031Z00042")


def test_without_a_case_number_the_first_identifier_is_the_key() -> None:
    assert only(SIBLING, REPLY).key == "ah-tk-20302031-1047"


def test_a_believed_identifier_is_better_than_none() -> None:
    assert only(publication("bron-1", believed="ah-tk-20302031-1067")).key == "ah-tk-20302031-1067"


def test_a_document_without_any_number_has_its_own_key() -> None:
    assert only(publication("bron-1")).key == "bron-1"


def test_of_two_printed_case_numbers_the_more_frequent_one_is_the_key_and_the_difference_is_said() -> None:
    misprinted = publication("ah-tk-20302031-1059", case="2031Z00043", see_also=("ah-tk-20302031-1047",))
    both = publication("ah-tk-20302031-1047", case="2031Z00042")
    dossier = only(filing(), both, misprinted, corrections=(correction(CorrectionAction.JOIN, both.key, misprinted.key),))

    assert dossier.key == "2031Z00042"
    assert "De stukken noemen verschillende zaaknummers: 2031Z00042 en 2031Z00043." in [each.detail for each in dossier.findings]


def test_questions_come_first_and_the_rest_by_day_and_number() -> None:
    dossier = only(
        publication("ah-tk-20302031-1060", received=date(2031, 2, 6)),
        SIBLING,
        REPLY,
        notice("ah-tk-20302031-1001", received=date(2031, 2, 3)),
        filing(),
    )

    assert [(each.key, each.part) for each in dossier.memberships] == [
        ("kv-tk-2031Z00042", DossierPart.QUESTION),
        ("ah-tk-20302031-1001", DossierPart.POSTPONEMENT),
        ("ah-tk-20302031-1060", DossierPart.REPLY),
        ("ah-tk-20302031-1047", DossierPart.REPLY),
        ("ah-tk-20302031-1059", DossierPart.REPLY),
    ]


def test_every_part_of_a_dossier_is_named() -> None:
    dossier = only(
        filing(),
        REPLY,
        publication("ah-tk-20302031-1047-n1"),
        publication("ah-tk-20302031-1070", Kind.SUPPLEMENT),
        publication("ah-tk-20302031-1071", Kind.CORRECTION),
        publication("ah-tk-20302031-1072", Kind.WITHDRAWAL),
        publication("bron-1"),
        publication("bron-2", Kind.OTHER, case="2031Z00042"),
    )

    assert {each.key: (each.part, each.replaces) for each in dossier.memberships} == {
        "kv-tk-2031Z00042": (DossierPart.QUESTION, None),
        "ah-tk-20302031-1047": (DossierPart.REPLY, None),
        "ah-tk-20302031-1047-n1": (DossierPart.REPRINT, "ah-tk-20302031-1047"),
        "ah-tk-20302031-1070": (DossierPart.SUPPLEMENT, None),
        "ah-tk-20302031-1071": (DossierPart.CORRECTION, None),
        "ah-tk-20302031-1072": (DossierPart.WITHDRAWAL, None),
        "bron-1": (DossierPart.COPY, "ah-tk-20302031-1047"),
        "bron-2": (DossierPart.OTHER, None),
    }


def test_a_letter_of_another_minister_with_the_same_words_is_a_reply_of_its_own() -> None:
    letter = publication(
        "bron-1", by=("Financiën",), answers=("Nee, dat is niet gebeurd. Wel is er gesproken over de windmolens.",) * 3
    )
    reply = publication("ah-tk-20302031-1047", answers=("Nee, dat is niet gebeurd. Wel is er gesproken over de windmolens.",) * 3)

    assert [each.part for each in only(letter, reply).memberships] == [DossierPart.REPLY] * 2


def test_the_filing_is_read_together_from_all_publications() -> None:
    misprint = publication("ah-tk-20302031-1067", names=("Rietvink",), asked=("Defensie", "Financiën", "Buitenlandse Zaken"))
    filed = only(filing(), REPLY, SIBLING, misprint).filing

    assert [(each.name, each.party) for each in filed.submitters] == [("Rietvinck", "JA21")]
    assert [(each.text, len(each.places)) for each in filed.submitters[0].spellings] == [("Rietvinck", 3), ("Rietvink", 1)]
    assert (filed.submitted_on, filed.subject) == (FILED_ON, SUBJECT)
    assert [(each.office.portfolio, len(each.places)) for each in filed.addressees] == [
        ("Defensie", 4),
        ("Financiën", 4),
        ("Buitenlandse Zaken", 1),
    ]
    assert [(each.number, each.text, len(each.places)) for each in filed.questions] == [
        (str(number), text, 4) for number, text in enumerate(QUESTIONS, 1)
    ]


def test_two_members_of_one_heading_are_two_persons_however_alike_their_names() -> None:
    filed = only(publication("ah-tk-20302031-1", names=("Inge van Dijk", "Dijk", "Van Dijk"))).filing

    assert [each.name for each in filed.submitters] == ["Inge van Dijk", "Dijk", "Van Dijk"]


def test_an_abbreviated_ministry_is_the_same_addressee() -> None:
    short = publication("ah-tk-20302031-1047", asked=("VWS", "Financiën"))
    long = publication("ah-tk-20302031-1048", asked=("Volksgezondheid, Welzijn en Sport", "Financiën"), by=("Financiën",))

    assert len(only(short, long).filing.addressees) == 2


def test_what_a_heading_cites_and_nobody_read_is_neither_an_answer_nor_a_delay() -> None:
    dossier = only(
        publication("ah-tk-20302031-1067", see_also=("ah-tk-20302031-1060", "ah-tk-20302031-1047", "ah-tk-20302031-1059"))
    )

    assert [each.target for each in dossier.unread] == ["ah-tk-20302031-1047", "ah-tk-20302031-1059", "ah-tk-20302031-1060"]
    assert len(dossier.memberships) == 1


def test_what_was_cited_is_read_once_it_is_there() -> None:
    dossier = only(publication("ah-tk-20302031-1067", see_also=("ah-tk-20302031-1047",)), REPLY)

    assert dossier.unread == ()
    assert len(dossier.memberships) == 2


def test_a_cited_publication_about_other_questions_is_a_finding_and_not_unread() -> None:
    citing = publication("ah-tk-20302031-1067", see_also=("ah-tk-20302031-9",))
    dossiers = link([citing, OTHER])

    assert keys(dossiers) == [["ah-tk-20302031-1067"], ["ah-tk-20302031-9"]]
    assert [each.unread for each in dossiers] == [(), ()]
    assert [codes(each) for each in dossiers] == [["see_also_other_questions"]] * 2
    assert [each.doubts[0].verdict for each in dossiers] == [Verdict.CONTRADICTED] * 2


def test_publications_that_cite_each_other_in_a_circle_are_one_dossier() -> None:
    first = publication("ah-tk-20302031-1", see_also=("ah-tk-20302031-2",))
    second = publication("ah-tk-20302031-2", see_also=("ah-tk-20302031-3",), by=("Financiën",))
    third = publication("ah-tk-20302031-3", see_also=("ah-tk-20302031-1", "ah-tk-20302031-3"), by=("Buitenlandse Zaken",))
    dossier = only(first, second, third)

    assert len(dossier.memberships) == 3
    assert [each.detail for each in dossier.findings] == [
        "ah-tk-20302031-3 verwijst naar zichzelf; de verwijzing is niet gevolgd."
    ]


def test_a_reply_that_names_a_case_nobody_has_is_a_dossier_of_its_own() -> None:
    assert only(publication("ah-tk-20302031-1", case="2031Z99999")).key == "2031Z99999"


def test_two_replies_of_one_minister_to_the_same_questions_are_a_finding() -> None:
    again = publication("ah-tk-20302031-1090", answers=("Bij nader inzien is er wel een ochtend gehouden, met thee.",) * 3)

    assert [each.detail for each in only(REPLY, again).findings] == [
        "ah-tk-20302031-1047 en ah-tk-20302031-1090 zijn twee antwoorden van dezelfde bewindspersoon op dezelfde vragen."
    ]


def test_two_partial_replies_of_one_minister_are_no_finding() -> None:
    first = publication("ah-tk-20302031-1", answers=("Ja.",))
    second = publication("ah-tk-20302031-2", questions=QUESTIONS[:2], answers=())

    assert codes(only(first, second)) == []


def test_a_reply_before_its_question_is_a_finding() -> None:
    assert [each.detail for each in only(publication("ah-tk-20302031-1", received=date(2031, 1, 3))).findings] == [
        "ah-tk-20302031-1 is van 2031-01-03, maar de vragen zijn volgens hetzelfde stuk van 2031-01-20."
    ]


def test_an_impossible_day_of_a_document_is_a_finding_of_its_dossier() -> None:
    odd = Finding(code="impossible_date", detail="De datum «31 februari 2031» bestaat niet.", span=Span(3, 19))
    dossier = only(publication("ah-tk-20302031-1", day=None, findings=(odd,)))

    assert [(each.code, each.places[0].span) for each in dossier.findings] == [("impossible_date", Span(3, 19))]


def test_an_addressee_that_no_table_knows_is_a_finding() -> None:
    dossier = only(publication("ah-tk-20302031-1", asked=("Waterwegen en Vuurtorens",)))

    assert [each.detail for each in dossier.findings] == [
        "«Waterwegen en Vuurtorens» staat in geen tabel met een bron; bij welk ministerie dit hoort is niet bekend."
    ]


def test_questions_that_were_withdrawn_and_answered_are_a_finding() -> None:
    assert codes(only(filing(), publication("ah-tk-20302031-2", Kind.WITHDRAWAL), REPLY)) == ["withdrawn_and_answered"]


def test_spellings_and_days_that_differ_are_findings() -> None:
    dossier = only(
        filing(),
        publication("ah-tk-20302031-2", names=("Rietvink",)),
        publication("ah-tk-20302031-3", Kind.SUPPLEMENT, day=date(2031, 1, 21)),
    )

    assert [each.detail for each in dossier.findings] == [
        "De stukken noemen verschillende dagen van indiening: 2031-01-20 en 2031-01-21.",
        "De naam van de indiener is verschillend gedrukt: «Rietvinck» en «Rietvink».",
    ]


def test_two_dossiers_that_print_one_case_number_do_not_share_a_key() -> None:
    mine = publication("ah-tk-20302031-1047", case="2031Z00042")
    other = publication(
        "ah-tk-20302031-9", case="2031Z00042", names=("Merelhof",), subject=OTHER_SUBJECT, questions=OTHER_QUESTIONS
    )

    assert [each.key for each in link([mine, other])] == ["ah-tk-20302031-1047", "ah-tk-20302031-9"]
    assert [each.key for each in link([filing(), other])] == ["2031Z00042", "ah-tk-20302031-9"]


def test_an_editor_joins_what_nothing_ties() -> None:
    row = correction(CorrectionAction.JOIN, "ah-tk-20302031-9", "ah-tk-20302031-1047")
    dossier = only(REPLY, OTHER, corrections=(row,))

    assert [each.kind for each in dossier.memberships[0].links] == [LinkKind.EDITOR]
    assert dossier.memberships[0].links[0].detail == "Samengevoegd door A. de Wit op 2031-01-20: zo staat het in de brief"


def test_an_editor_separates_what_everything_ties() -> None:
    row = correction(CorrectionAction.SEPARATE, "ah-tk-20302031-1047", "kv-tk-2031Z00042")
    dossiers = link([REPLY, filing()], [row])

    assert keys(dossiers) == [["kv-tk-2031Z00042"], ["ah-tk-20302031-1047"]]
    assert [(each.kind, each.verdict) for each in dossiers[0].doubts] == [
        (LinkKind.EDITOR, Verdict.SEPARATED),
        (LinkKind.SAME_FILING, Verdict.SEPARATED),
    ]


def test_a_separated_pair_stays_apart_even_when_a_third_is_tied_to_both() -> None:
    row = correction(CorrectionAction.SEPARATE, "ah-tk-20302031-1047", "kv-tk-2031Z00042")
    third = publication("ah-tk-20302031-1059", by=("Financiën",), see_also=("ah-tk-20302031-1047",))
    dossiers = link([REPLY, filing(), third], [row])

    assert keys(dossiers) == [["kv-tk-2031Z00042"], ["ah-tk-20302031-1047", "ah-tk-20302031-1059"]]


def test_an_editor_may_name_a_publication_by_the_number_that_it_is_believed_to_have() -> None:
    source = publication(
        "bron-1", believed="ah-tk-20302031-9", names=("Merelhof",), subject=OTHER_SUBJECT, questions=OTHER_QUESTIONS
    )
    row = correction(CorrectionAction.JOIN, "ah-tk-20302031-9", "ah-tk-20302031-1047")

    assert len(link([REPLY, source], [row])) == 1


def test_a_row_about_a_publication_that_is_not_there_waits() -> None:
    row = correction(CorrectionAction.JOIN, "ah-tk-20302031-1047", "ah-tk-20302031-5555")

    assert len(only(REPLY, corrections=(row,)).memberships) == 1
    assert not_applied([row], [REPLY]) == (row,)


def test_no_documents_are_no_dossiers() -> None:
    assert link([]) == ()
