"""What the page of a dossier is made of: who answered, how long it took, and the matrix, for the series of the examples."""

import gzip
from datetime import date

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from dossiers_in_memory import example_dossiers
from invented_filings import filing, notice, publication
from kamervragen.compare import compare
from kamervragen.dossiers import Correction, Document
from kamervragen.link import link
from kamervragen.site.dossier import DossierPage, present_dossier
from kamervragen.site.dossier_citing import cite_dossier
from kamervragen.site.dossier_heading import tell_gaps
from kamervragen.site.dossier_words import page_wording
from kamervragen.site.matrix import Mark
from kamervragen.site.timeline import Timeline
from kamervragen.terms import CorrectionAction
from kamervragen.track import track

TODAY = date(2031, 2, 20)  # 31 days after the filing


def _present(key: str, today: date = TODAY) -> DossierPage:
    dossier = example_dossiers()[key]
    return present_dossier(dossier, track(dossier, today, wording=page_wording()), compare(dossier), {})


def _of(*documents: Document, today: date = TODAY) -> DossierPage:
    (dossier,) = link(documents)
    return present_dossier(dossier, track(dossier, today, wording=page_wording()), compare(dossier), {})


@pytest.fixture(scope="module")
def series() -> DossierPage:
    return _present("2031Z00042")


def test_the_first_sentences_say_who_answered_who_did_not_what_stands_out_and_what_that_rests_on(series: DossierPage) -> None:
    assert series.sentences == (
        "10 van de 12 antwoorden zijn gelezen; niet in het register: minister-president, 10 dagen over de termijn; "
        "minister (Sociale Zaken en Werkgelegenheid), uitgesteld tot en met 3 maart 2031.",
        "Eén antwoord wijkt af: Justitie en Veiligheid, vraag 1.",
        "Dit rust op 13 stukken, waarvan 10 antwoorden. "
        "De stand is die van 20 februari 2031, de laatste dag die het register kent.",
    )


@pytest.mark.parametrize(
    ("n_missing", "today", "said"),
    [
        (
            {"2030-2031": 1121},
            TODAY,
            "Van het vergaderjaar 2030-2031 (Tweede Kamer) ontbreken 1.121 nummers in het register; "
            "daar kan een antwoord bij zijn.",
        ),
        (
            {"2029-2030": 7, "2030-2031": 1},
            TODAY,
            "Van het vergaderjaar 2030-2031 (Tweede Kamer) ontbreekt 1 nummer in het register; dat kan een antwoord zijn.",
        ),
        (
            {"2030-2031": 1, "2031-2032": 2},
            date(2031, 12, 1),
            "Van de vergaderjaren 2030-2031 en 2031-2032 (Tweede Kamer) ontbreken 3 nummers in het register; "
            "daar kan een antwoord bij zijn.",
        ),
        (
            {"2030-2031": 1, "2031-2032": 0, "2033-2034": 3},
            date(2033, 12, 1),
            "Van de vergaderjaren 2030-2031 en 2033-2034 (Tweede Kamer) ontbreken 4 nummers in het register; "
            "daar kan een antwoord bij zijn. "
            "Van één vergaderjaar sinds de indiening is niet bekend hoeveel nummers er ontbreken.",
        ),
        (
            {"2030-2031": 1, "2031-2032": 2, "2032-2033": 3},
            date(2032, 12, 1),
            "Van de vergaderjaren 2030-2031 tot en met 2032-2033 (Tweede Kamer) ontbreken 6 nummers in het register; "
            "daar kan een antwoord bij zijn.",
        ),
        ({}, TODAY, "Van één vergaderjaar sinds de indiening is niet bekend hoeveel nummers er ontbreken."),
        ({"2030-2031": 0}, TODAY, ""),
    ],
)
def test_where_a_term_is_over_it_says_how_many_numbers_since_the_filing_are_missing(
    n_missing: dict[str, int], today: date, said: str
) -> None:
    dossier = example_dossiers()["2031Z00042"]
    assert tell_gaps(dossier, track(dossier, today), lambda: n_missing) == said


def test_while_no_term_is_over_missing_numbers_are_not_even_counted() -> None:
    def count() -> dict[str, int]:
        raise AssertionError

    dossier = example_dossiers()["2031Z00042"]
    assert tell_gaps(dossier, track(dossier, date(2031, 2, 10)), count) == ""


def test_each_addressee_has_a_line_in_printed_order_with_how_long_it_took(series: DossierPage) -> None:
    lines = [(row.name.short, row.status_word, row.duration) for row in series.timeline.rows]
    assert lines == [
        ("AZ", "10 dagen over de termijn", "31 dagen, termijn 21"),
        ("BZK", "op tijd", "17 dagen, termijn 21"),
        ("BZ", "op tijd", "18 dagen, termijn 21"),
        ("Def", "op tijd", "18 dagen, termijn 21"),
        ("EZK", "op tijd", "21 dagen, termijn 21"),
        ("Fin", "op tijd", "18 dagen, termijn 21"),
        ("I&W", "op tijd", "18 dagen, termijn 21"),
        ("J&V", "op tijd na uitstel", "22 dagen, termijn 42"),
        ("LNV", "1 dag te laat", "22 dagen, termijn 21"),
        ("OCW", "op tijd", "18 dagen, termijn 21"),
        ("SZW", "uitgesteld", "31 dagen, termijn 42"),
        ("VWS", "op tijd", "21 dagen, termijn 21"),
    ]


def _bars(line: Timeline) -> dict[str, tuple[float | None, bool, float | None]]:
    return {row.name.short: (row.bar.until, row.bar.is_open, row.bar.postponed_at) for row in line.rows}


def test_bars_are_as_long_as_the_waiting_and_share_the_bands_of_the_terms(series: DossierPage) -> None:
    line = series.timeline
    assert (line.term_until, line.further_until) == (47.17, 94.34)  # 21 and 42 of 44.52 days
    assert _bars(line)["LNV"] == (49.42, False, None)
    assert _bars(line)["SZW"] == (69.63, True, 47.17)
    assert [(tick.word, tick.day) for tick in line.ticks] == [
        ("ingezonden", date(2031, 1, 20)),
        ("einde termijn", date(2031, 2, 10)),
        ("einde tweede termijn", date(2031, 3, 3)),
        ("laatst bekend", date(2031, 2, 20)),
    ]


def test_a_wait_of_years_is_cut_so_that_the_terms_can_be_seen() -> None:
    line = _present("2031Z00042", date(2034, 2, 20)).timeline
    assert line.term_until == 11.79
    assert [row.bar.is_cut for row in line.rows if row.bar.is_open] == [True, True]
    assert "stand van" not in [tick.word for tick in line.ticks]


def test_a_day_before_the_filing_counts_no_days_and_draws_nothing_outside() -> None:
    line = _present("2031Z00166", date(2026, 11, 29)).timeline
    assert [(row.duration, row.bar.until) for row in line.rows] == [("", 0.0)]


def test_without_a_day_of_filing_nothing_is_drawn_and_nobody_is_late() -> None:
    page = _of(publication("ah-tk-20302031-1", day=None, asked=("Defensie", "Financiën"), received=None))
    assert page.timeline.ticks == ()
    assert [row.bar.until for row in page.timeline.rows] == [None, None]
    assert [row.n_days_late for row in page.timeline.rows] == [None, None]


def test_the_matrix_has_a_column_for_each_addressee_those_who_wait_too(series: DossierPage) -> None:
    columns = [(column.short, column.n_days, column.waiting) for column in series.matrix.columns]
    assert columns[0] == ("AZ", None, "ontbreekt")
    assert columns[1] == ("BZK", 17, "")
    assert columns[10] == ("SZW", None, "uitstel")
    assert len(columns) == 12


def test_the_matrix_shows_the_one_ministry_that_answers_differently(series: DossierPage) -> None:
    marked = {
        (row.number, column.short): cell.words
        for row in series.matrix.rows
        for column, cell in zip(series.matrix.columns, row.cells, strict=True)
        if cell.mark is Mark.DIFFERENT
    }
    assert marked == {("1", "J&V"): "Ja. Op één directie is op 25 …"}


def test_a_cell_says_its_mark_and_its_words_to_eye_and_ear(series: DossierPage) -> None:
    assert (
        '<td role="cell" class="mark-different" data-name="J&amp;V"><span aria-hidden="true">○</span> '
        '<span class="visually-hidden">verschilt: </span> <span>Ja. Op één directie is op 25 …</span></td>'
    ) in series.matrix.rows[0].html
    assert '<td role="cell" class="mark-waiting" data-name="AZ"> <span>ontbreekt</span></td>' in series.matrix.rows[0].html


def test_an_answer_that_is_a_word_is_shown_as_that_word(series: DossierPage) -> None:
    assert series.matrix.rows[1].cells[1].words == "n.v.t."
    assert series.matrix.rows[8].cells[1].words == "ja"


def test_one_reply_for_two_ministries_is_one_column_under_both_names() -> None:
    page = _of(
        publication("ah-tk-20302031-1", by=("Defensie",), on_behalf=("Financiën",)),
        publication("ah-tk-20302031-2", by=("Onderwijs",)),
    )
    assert [(column.short, column.reply) for column in page.matrix.columns] == [
        ("Def, Fin", "ah-tk-20302031-1"),
        ("Onderwijs", "ah-tk-20302031-2"),
    ]


def test_with_one_reply_nothing_is_compared() -> None:
    page = _of(filing(), publication("ah-tk-20302031-1"))
    assert page.matrix.n_replies == 1
    assert {cell.mark for row in page.matrix.rows for cell in row.cells} == {Mark.ALONE, Mark.WAITING}


def test_publications_stand_by_day_each_with_what_it_is_and_why_it_belongs_here(series: DossierPage) -> None:
    told = [(day.day, [(event.part_word, event.by) for event in day.events]) for day in series.days]
    assert told[0] == (date(2031, 1, 20), [("vragen ingediend", ())])
    assert told[1] == (date(2031, 2, 6), [("antwoord", ("Binnenlandse Zaken en Koninkrijksrelaties",))])
    assert [day for day, _ in told] == sorted(day for day, _ in told)
    assert told[3][1][0] == ("bericht van uitstel", ("Justitie en Veiligheid",))
    assert all(event.ties for day in series.days for event in day.events)


def test_another_spelling_of_a_name_is_said_with_the_characters_where_it_stands(series: DossierPage) -> None:
    ((text, sources),) = series.askers[0].spellings
    assert text == "Rietvink"
    assert sources[0].href == "/documenten/bron-ah-tk-20302031-1067-md/tekst?teken=120-128#teken-120"
    assert [finding.code for finding in series.findings] == ["names_differ"]


def test_a_sole_addressee_is_explained_at_the_top() -> None:
    page = _of(publication("ah-tk-20302031-1", asked=("Defensie",)))
    assert page.sentences == (
        "Het antwoord kwam op 7 februari 2031, na 18 dagen. Dat is op tijd: de termijn van drie weken liep tot en met 10 februari 2031.",
        "Dit rust op 1 stuk, waarvan 1 antwoord.",
    )


def test_what_is_cited_and_not_read_is_said_and_makes_nobody_late() -> None:
    page = _of(publication("ah-tk-20302031-5", see_also=("ah-tk-20302031-3",)), today=date(2031, 8, 1))
    assert page.sentences[0].endswith("is er 1 niet gelezen; daarom heet hier niemand te laat.")
    assert page.sentences[-1] == "Dit rust op 1 stuk, waarvan 1 antwoord; één stuk waarnaar zij verwijzen is niet gelezen."
    assert [(row.status_word, row.duration) for row in page.timeline.rows] == [
        ("op tijd", "18 dagen, termijn 21"),
        ("niet te zeggen", ""),
    ]
    assert [each.name for each in page.unread] == ["Aanhangsel 2030–2031, nr. 3"]


def test_repeats_and_follow_ups_lead_to_the_other_dossier_once() -> None:
    dossier = example_dossiers()["2031Z00405"]
    homes = {"kv-tk-2031Z00107": "2031Z00107", "ah-tk-20302031-1102": "2031Z00107", "ah-tk-20302031-1138": "2031Z00107"}
    page = present_dossier(dossier, track(dossier, TODAY), compare(dossier), homes)
    assert [(each.phrase, each.name, each.href, len(each.ties)) for each in page.relations] == [
        ("stelt dezelfde vragen als", "2031Z00107", "/dossiers/2031Z00107", 3)
    ]


def test_a_follow_up_on_what_is_not_in_the_record_leads_nowhere() -> None:
    relation = _present("ah-tk-20302031-1116").relations[0] if "ah-tk-20302031-1116" in example_dossiers() else None
    assert relation
    assert (relation.phrase, relation.name, relation.href) == ("vraagt door op", "2031Z00099", "")


def test_a_notice_of_delay_of_an_office_shows_where_it_came() -> None:
    page = _of(filing(), notice("ah-tk-20302031-9", by=("Financiën",), received=date(2031, 2, 3)))
    assert [(row.name.short, row.status_word) for row in page.timeline.rows] == [
        ("Def", "10 dagen over de termijn"),
        ("Fin", "uitgesteld"),
    ]


def _large_series() -> DossierPage:
    """29 ministries that each answer 40 questions, every third with words of its own."""
    names = tuple(f"Zaken van Gemeente {place}" for place in range(29))
    questions = tuple(
        f"Hoeveel bankjes staan er in gemeente {n}, en wie betaalt het onderhoud daarvan sinds 2031?" for n in range(40)
    )
    replies = [
        publication(
            f"ah-tk-20302031-{place + 1}",
            asked=names,
            by=(name,),
            questions=questions,
            answers=tuple(f"Er staan er {n * (place if place % 3 == 0 else 1)}; de gemeente betaalt zelf." for n in range(40)),
            case="2031Z00042",
        )
        for place, name in enumerate(names)
    ]
    return _of(filing(asked=names, questions=questions), *replies)


def test_the_page_of_29_ministries_and_40_questions_weighs_little_on_the_way() -> None:
    page = _large_series()
    assert (len(page.matrix.columns), len(page.matrix.rows)) == (29, 40)
    (dossier,) = link([filing()])
    citation = cite_dossier(dossier, "http://localhost/dossiers/2031Z00042")
    request = RequestFactory(headers={"host": "localhost"}).get("/dossiers/2031Z00042")
    html = render_to_string("site/dossier.html", {"page": page, "citation": citation, "section": "documents"}, request)
    assert len(gzip.compress(html.encode())) <= 40_000  # beside 108 kB of sheet and fonts, which all pages share


def test_what_an_editor_decided_is_said_with_who_when_and_why() -> None:
    documents = (
        filing(),
        publication("ah-tk-20302031-1", day=date(2030, 1, 1), names=("Aalders",), subject="thee", questions=()),
    )
    correction = Correction(
        action=CorrectionAction.JOIN,
        first="kv-tk-2031Z00042",
        second="ah-tk-20302031-1",
        reason="het nummer is verkeerd gedrukt",
        by="de redactie",
        on=date(2031, 3, 1),
    )
    (dossier,) = link(documents, [correction])
    page = present_dossier(dossier, track(dossier, TODAY), compare(dossier), {})
    assert page.corrections == (
        "Aanhangsel 2030–2031, nr. 1 – kv-tk-2031Z00042: "
        "Samengevoegd door de redactie op 2031-03-01: het nummer is verkeerd gedrukt",
    )


def test_two_replies_of_one_ministry_are_two_columns_and_a_finding() -> None:
    page = _of(
        publication("ah-tk-20302031-1", asked=("Defensie",), answers=("Ja, dat klopt.", "Nee.", "Nee.")),
        publication(
            "ah-tk-20302031-2",
            asked=("Defensie",),
            answers=("Nee, dat klopt niet.", "Nee.", "Nee."),
            received=date(2031, 3, 7),
        ),
    )
    assert [(column.short, column.n_days) for column in page.matrix.columns] == [("Def", 18), ("Def", None)]
    assert [finding.code for finding in page.findings] == ["two_replies"]


def test_a_reply_dated_before_its_question_counts_no_days_and_is_a_finding() -> None:
    page = _of(publication("ah-tk-20302031-1", asked=("Defensie",), received=date(2030, 12, 1)))
    assert [(row.duration, row.n_days_late) for row in page.timeline.rows] == [("", None)]
    assert [finding.code for finding in page.findings] == ["answered_before_asked"]


def test_an_addressee_that_no_table_knows_is_shown_as_printed_with_a_finding() -> None:
    page = _of(publication("ah-tk-20302031-1", asked=("Waterwegen en Vuurtorens",), by=("Waterwegen en Vuurtorens",)))
    assert [(row.name.full, row.name.code) for row in page.timeline.rows] == [("Waterwegen en Vuurtorens", "")]
    assert [finding.code for finding in page.findings] == ["unknown_addressee"]


def test_questions_alone_have_no_matrix_and_are_listed() -> None:
    page = _of(filing())
    assert page.matrix.n_replies == 0
    assert [question.href for question in page.questions] == [f"/dossiers/2031Z00042/vraag/{n}" for n in (1, 2, 3)]


def test_what_may_belong_here_is_suggested_and_not_counted() -> None:
    first = publication("ah-tk-20302031-1", asked=("Defensie",))
    other = publication("ah-tk-20302031-2", asked=("Financiën",), by=("Financiën",))
    dossiers = link((first, other))
    assert [len(each.memberships) for each in dossiers] == [1, 1]
    page = present_dossier(dossiers[0], track(dossiers[0], TODAY), compare(dossiers[0]), {})
    assert [(doubt.name, doubt.href) for doubt in page.doubts] == [
        ("Aanhangsel 2030–2031, nr. 2", "/documenten/ah-tk-20302031-2")
    ]
    assert page.doubts[0].tie.detail.endswith(".")
