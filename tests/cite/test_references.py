"""Every form of reference: what is found in a line, and what it points at."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.cite import find_references
from kamervragen.model import Block, Citation, Mark, Span, Text
from kamervragen.terms import BlockKind, CitationKind, MarkKind, MediaType

Found = list[tuple[str, str | None]]


def text_of(body: str, marks: tuple[Mark, ...] = (), blocks: tuple[Block, ...] = ()) -> Text:
    return Text(body=body, media_type=MediaType.PLAIN, reader="test", marks=marks, blocks=blocks)


def references(body: str) -> tuple[Citation, ...]:
    return find_references(text_of(body))


def found(body: str, kind: CitationKind) -> Found:
    """The characters and targets of the references of a kind; nothing of another kind may be there."""
    citations = references(body)
    assert {each.kind for each in citations} <= {kind}
    return [(body[slice(*each.span)], each.target) for each in citations]


APPENDICES = [
    ("Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 47.", ["ah-tk-20302031-47"]),
    ("ah-tk-20302031-47 ISSN 0921 - 7398 ’s-Gravenhage 2031", []),
    ("\nah-tk-20302031-47\n", []),
    ("zoals gemeld (ah-tk-20302031-47) in maart", ["ah-tk-20302031-47"]),
    ("(zie ah-tk-2030–2031, nr.2509).", ["ah-tk-20302031-2509"]),
    ("Kamervragen (Aanhangsel) 2030–2031, nr. 2345).", ["ah-tk-20302031-2345"]),
    ("(Handelingen II 2030/31, Aanhangsel van de Handelingen, nr. 1045)", ["ah-tk-20302031-1045"]),
    ("Tweede Kamer, vergaderjaar 2030–2031, Aanhangsel van de Handelingen, nr. 2386 (Antwoord", ["ah-tk-20302031-2386"]),
    ("Tweede Kamer, vergaderjaar 2030–2031, Aanhangsel 3", []),
    ("Aanhangsel Handelingen, vergaderjaar 2030–203, nr. 844", [None]),
]


@pytest.mark.parametrize(("body", "targets"), APPENDICES)
def test_an_appendix_is_found(body: str, targets: list[str | None]) -> None:
    assert [target for _, target in found(body, CitationKind.APPENDIX)] == targets


PAPERS = [
    ("Kamerstuk 39 383, nr. 384.", [("Kamerstuk 39 383, nr. 384", "kst-39383-384")]),
    ("(Kamerstuk 39 410 XIV, nr. 9)", [("Kamerstuk 39 410 XIV, nr. 9", "kst-39410-XIV-9")]),
    ("de motie, 39 410 XIV, nr. 9,waarin", [("39 410 XIV, nr. 9", "kst-39410-XIV-9")]),
    ("21501-02, nr. 3174", [("21501-02, nr. 3174", "kst-21501-02-3174")]),
    ("Kamerstuk 21\u00a0501-32, nr.1703", [("Kamerstuk 21\u00a0501-32, nr.1703", "kst-21501-32-1703")]),
    ("Kamerstuk 21501-20-2128)", [("Kamerstuk 21501-20-2128", "kst-21501-20-2128")]),
    ("Kamerstukken II 2030/31, 39 229, nr. 1", [("Kamerstukken II 2030/31, 39 229, nr. 1", "kst-39229-1")]),
    ("Kamerstukken I 2030/31, 38 925, nr. E", [("Kamerstukken I 2030/31, 38 925, nr. E", "kst-38925-E")]),
    (
        "Kamerstukken II 2030/31,39 021, nr.6; I 2030/31, 39 021, B).",
        [("Kamerstukken II 2030/31,39 021, nr.6", "kst-39021-6"), ("I 2030/31, 39 021, B", "kst-39021-B")],
    ),
    (
        "Kamerstukken II, 1999-2000, 26 271, nr. 6, p. 15-16; nr. 7",
        [("Kamerstukken II, 1999-2000, 26 271, nr. 6", "kst-26271-6"), ("7", "kst-26271-7")],
    ),
    (
        "Kamerstuk 39 200, nrs. 4, 5 en 6",
        [("Kamerstuk 39 200, nrs. 4", "kst-39200-4"), ("5", "kst-39200-5"), ("6", "kst-39200-6")],
    ),
    (
        "Kamer-\nstukken 23 645, nr. 811 en 29 984, nr. 1207",
        [("Kamer-\nstukken 23 645, nr. 811", "kst-23645-811"), ("29 984, nr. 1207", "kst-29984-1207")],
    ),
    ("Kamerstuk 39 629, 39 761, nr. 1156", [("Kamerstuk 39 629, 39 761, nr. 1156", "kst-39629-1156")]),
    ("mijn brief (25 087 / 31 066, nr.191)", [("25 087 / 31 066, nr.191", "kst-25087-191")]),
    ("Kamerstuk 39 839, nr. 31, 5 november 2030", [("Kamerstuk 39 839, nr. 31", "kst-39839-31")]),
    ("Kamerstuk 39 925-A, nr. 68)?", [("Kamerstuk 39 925-A, nr. 68", "kst-39925-A-68")]),
    ("Eerste Kamer, 39 373, H", [("Eerste Kamer, 39 373, H", "kst-39373-H")]),
    ("Tweede Kamer 2030–2031, 38 286 nr. 437", [("Tweede Kamer 2030–2031, 38 286 nr. 437", "kst-38286-437")]),
    ("Zie Kamerstuk 39 410.", [("Kamerstuk 39 410", "kst-39410")]),
    ("in 2030\n2Kamerstuk 39 410, nr. 3", [("Kamerstuk 39 410, nr. 3", "kst-39410-3")]),
    ("Zeeland telt 16 800, 14 900 en 16 100 bomen; postbus 20061, nr. 4", []),
    ("Tweede Kamer, vergaderjaar 2030–2031, Aanhangsel 12 345", []),
]


@pytest.mark.parametrize(("body", "expected"), PAPERS)
def test_a_parliamentary_paper_is_found(body: str, expected: Found) -> None:
    assert found(body, CitationKind.PAPER) == expected


PROCEEDINGS = [
    ("Handelingen II, 2030/31, nr. 23, blz. 2–28", "h-tk-20302031-23"),
    ("Handelingen II, vergaderjaar 2030–2031, nr. 28, item 3", "h-tk-20302031-28-3"),
    ("Handelingen I 2030/31, nr. 4", "h-ek-20302031-4"),
    ("Handelingen 2030/31, nr. 4", None),
]


@pytest.mark.parametrize(("body", "target"), PROCEEDINGS)
def test_a_sitting_is_found_with_its_item(body: str, target: str | None) -> None:
    assert found(body, CitationKind.PROCEEDINGS) == [(body, target)]


GAZETTES = [
    ("Stb. 2031, 35", [("Stb. 2031, 35", "stb-2031-35")]),
    (
        "1Stb. 2031, 153, het besluit staat in Stb. 2031, 213.",
        [("Stb. 2031, 153", "stb-2031-153"), ("Stb. 2031, 213", "stb-2031-213")],
    ),
    ("Staatscourant 2031, nr. 12345", [("Staatscourant 2031, nr. 12345", "stcrt-2031-12345")]),
    ("Trb. 2031/4", [("Trb. 2031/4", "trb-2031-4")]),
    ("de Staatscourant van 2031", []),
]


@pytest.mark.parametrize(("body", "expected"), GAZETTES)
def test_a_number_of_a_gazette_is_found(body: str, expected: Found) -> None:
    assert found(body, CitationKind.GAZETTE) == expected


LAWS = [
    ("artikel 68 Grondwet en", "artikel 68 Grondwet", "jci1.31:c:BWBR0001840&artikel=68"),
    ("art. 3:2 Awb.", "art. 3:2 Awb", "jci1.31:c:BWBR0005537&artikel=3:2"),
    (
        "artikel 12, eerste lid, van de Grondwet.",
        "artikel 12, eerste lid, van de Grondwet",
        "jci1.31:c:BWBR0001840&artikel=12&lid=1",
    ),
    (
        "artikelen 180 en 184 van het Wetboek van Straf-\nrecht",
        "artikelen 180 en 184 van het Wetboek van Straf-\nrecht",
        "jci1.31:c:BWBR0001854&artikel=180",
    ),
    ("artikel 8 EVRM", "artikel 8 EVRM", "jci1.31:c:BWBV0001000&artikel=8"),
    ("artikel 3, tweede lid, van de Wet milieubeheer bepaalt", "artikel 3, tweede lid, van de Wet milieubeheer", None),
    ("artikel 49 van de Wet Wapens en Munitie of artikel 149a", "artikel 49 van de Wet Wapens en Munitie", None),
    ("artikel 149a van de Gemeentewet. Deze", "artikel 149a van de Gemeentewet", None),
    ("artikel 2.1 en artikel 8.11 van de Wet dieren). Op", "artikel 2.1 en artikel 8.11 van de Wet dieren", None),
    ("artikel 88 van het Verdrag van Chicago (ICAO", "artikel 88 van het Verdrag van Chicago", None),
    ("artikel 4.10, 4.12, 5.2b en 5.16 WSF 2000.", "artikel 4.10, 4.12, 5.2b en 5.16 WSF 2000", None),
]


@pytest.mark.parametrize(("body", "printed", "target"), LAWS)
def test_an_article_of_a_law_is_found_and_resolved_where_the_law_is_known(body: str, printed: str, target: str | None) -> None:
    assert found(body, CitationKind.LAW) == [(printed, target)]


@pytest.mark.parametrize(
    "body",
    ["artikel 4 van het contract", "het artikel 12 in de krant", "artikel 10 van de overeenkomst", "artikel 3 van het verdrag"],
)
def test_an_article_of_something_without_a_name_is_no_law(body: str) -> None:
    assert references(body) == ()


OTHERS = [
    ("zie ECLI:NL:HR:2031:2785.", CitationKind.RULING, "ECLI:NL:HR:2031:2785"),
    ("ECLI:NL-\n:RBDHA:2031:2055", CitationKind.RULING, "ECLI:NL:RBDHA:2031:2055"),
    ("assistentie – BWBR0035951 (", CitationKind.REGULATION, "BWBR0035951"),
    ("jci1.31:c:BWBR0012345&g=2005-01-01&artikel=3.1", CitationKind.REGULATION, "jci1.31:c:BWBR0012345&g=2005-01-01&artikel=3.1"),
    ("CVDR123456", CitationKind.REGULATION, "CVDR123456"),
    ("CELEX 32016R0679", CitationKind.EUROPEAN, "32016R0679"),
    ("Verordening (EU) 2016/679", CitationKind.EUROPEAN, "32016R0679"),
    ("Verordening (EG) nr. 1049/2001", CitationKind.EUROPEAN, "32001R1049"),
    ("Richtlijn 2010/31/EU", CitationKind.EUROPEAN, "32010L0031"),
    ("richtlijn 95/46/EG", CitationKind.EUROPEAN, "31995L0046"),
    ("COM(2031) 206", CitationKind.EUROPEAN, None),
    ("(vraagnummer 2031Z07250)", CitationKind.CASE, "2031Z07250"),
    ("kenmerk: 2031 z 07250", CitationKind.CASE, "2031Z07250"),
    ("(2031D30064)", CitationKind.DOCUMENT, "2031D30064"),
    ("in 2030.\n42031D27196\n", CitationKind.DOCUMENT, "2031D27196"),
]


@pytest.mark.parametrize(("body", "kind", "target"), OTHERS)
def test_a_number_with_a_form_of_its_own_is_found(body: str, kind: CitationKind, target: str | None) -> None:
    assert [each for _, each in found(body, kind)] == [target]


def test_a_case_and_a_document_beside_each_other_are_two() -> None:
    citations = references("zie 2031Z10457/2031D30064.")

    assert [(each.kind, each.target) for each in citations] == [
        (CitationKind.CASE, "2031Z10457"),
        (CitationKind.DOCUMENT, "2031D30064"),
    ]


@pytest.mark.parametrize(
    "body", ["der Kamer\n \n2031Z18775\nVragen van", "kv-tk-2031Z18775\n’s-Gravenhage 2031", "AH 604\n2031Z18294\nAntwoord"]
)
def test_the_number_of_the_document_itself_is_no_reference(body: str) -> None:
    assert references(body) == ()


QUESTIONS = [
    ("Zie het antwoord op vraag 3.", ["vraag-3"]),
    ("Zie het antwoord op vraag 3 en 4.", ["vraag-3", "vraag-4"]),
    ("Zie mijn antwoorden op de vragen 2 t/m 4", ["vraag-2", "vraag-3", "vraag-4"]),
    ("Zie antwoord vraag 1.", ["vraag-1"]),
    ("(zie antwoord 8) ruimte", ["vraag-8"]),
    ("Zie vraag 3.", ["vraag-3"]),
    ("Zoals in de beantwoording vanvraag 2 opgenomen", ["vraag-2"]),
    ("zie ook het\nantwoord op vraag 5).", ["vraag-5"]),
    ("Zoals geantwoord onder vraag 2 is er", ["vraag-2"]),
    ("het antwoord op de vorige vraag", [None]),
    ("het antwoord op vraag 3 van de leden Wulp en Kemphaan", [None]),
    ("Antwoord op vraag 3\nJa.", []),
    ("Antwoord 3\nJa.", []),
    ("het antwoord in 2031 was anders", []),
    ("Zie de antwoorden op de overige vragen", []),
]


@pytest.mark.parametrize(("body", "targets"), QUESTIONS)
def test_a_reference_to_another_answer_of_the_document_names_its_question(body: str, targets: list[str | None]) -> None:
    assert [target for _, target in found(body, CitationKind.QUESTION)] == targets


NEWS = [
    (
        "1De Molenbode, 2 juli 2031, «Titel met «aanhaling» erin» (https://molenbode.example/a).\n2Kamer",
        "De Molenbode, 2 juli 2031, «Titel met «aanhaling» erin» (https://molenbode.example/a",
        "https://molenbode.example/a",
    ),
    (
        "3 Molenbode, «Stroom op», 24 juli 2031 (https://molenbode.nl/\nstroom/op)",
        "Molenbode, «Stroom op», 24 juli 2031 (https://molenbode.nl/\nstroom/op",
        "https://molenbode.nl/stroom/op",
    ),
    (
        "1Molenbode, 24 februari 2031, «Geheime dienst telt molens».",
        "Molenbode, 24 februari 2031, «Geheime dienst telt molens»",
        None,
    ),
    (
        "1Molenbode, 7 november 2031, (https://molenbode.nl/x)",
        "Molenbode, 7 november 2031, (https://molenbode.nl/x",
        "https://molenbode.nl/x",
    ),
    (
        "1) Molenbode, 5 januari 2031, Molen draait zonder wind (molenbode.nl/artikel/7-molen).",
        "Molenbode, 5 januari 2031, Molen draait zonder wind (molenbode.nl/artikel/7-molen",
        "https://molenbode.nl/artikel/7-molen",
    ),
    (
        "1Molenbode, 13 november 2031, Molens stoppen met draaien bij wind",
        "Molenbode, 13 november 2031, Molens stoppen met draaien bij wind",
        None,
    ),
]


@pytest.mark.parametrize(("body", "printed", "target"), NEWS)
def test_a_news_item_is_found_with_its_address(body: str, printed: str, target: str | None) -> None:
    assert found(body, CitationKind.NEWS) == [(printed, target)]


@pytest.mark.parametrize(
    "body",
    [
        "In mijn brief, 2 juli 2031, heb ik dit gemeld.",
        "De Minister kwam, 2 juli 2031, naar de molen toe en sprak daar lang met de molenaar.",
    ],
)
def test_a_day_in_a_sentence_is_no_news(body: str) -> None:
    assert references(body) == ()


ADDRESSES = [
    ("zie https://molen.example/a_(b)). Daarna", "https://molen.example/a_(b)", "https://molen.example/a_(b)"),
    ("via www.molen.nl/wieken/\nlengte.\nTweede Kamer", "www.molen.nl/wieken/\nlengte", "https://www.molen.nl/wieken/lengte"),
    ("https://molen.nl/a/\n8https", "https://molen.nl/a/", "https://molen.nl/a/"),
    ("(molen.nl/wieken)", "molen.nl/wieken", "https://molen.nl/wieken"),
    (
        "https://www.tweedekamer.nl/detail?id=2031D42030",
        "https://www.tweedekamer.nl/detail?id=2031D42030",
        "https://www.tweedekamer.nl/detail?id=2031D42030",
    ),
]


@pytest.mark.parametrize(("body", "printed", "target"), ADDRESSES)
def test_an_address_is_found_whole_and_without_the_signs_around_it(body: str, printed: str, target: str) -> None:
    body = body.removesuffix("8https")
    assert found(body, CitationKind.ADDRESS) == [(printed, target)]


OFFICIAL = [
    ("https://zoek.officielebekendmakingen.nl/kst-39410-XIV-9.html", CitationKind.PAPER, "kst-39410-XIV-9"),
    ("https://zoek.officielebekendmakingen.nl/ah-tk-20302031-47", CitationKind.APPENDIX, "ah-tk-20302031-47"),
    ("https://zoek.officielebekendmakingen.nl/kv-tk-2031Z00042.html", CitationKind.CASE, "2031Z00042"),
    ("https://wetten.overheid.nl/BWBR0001840/2023-02-22", CitationKind.REGULATION, "BWBR0001840"),
    ("https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:HR:2031:2785", CitationKind.RULING, "ECLI:NL:HR:2031:2785"),
    ("https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32016R0679", CitationKind.EUROPEAN, "32016R0679"),
]


@pytest.mark.parametrize(("address", "kind", "target"), OFFICIAL)
def test_an_address_on_an_official_site_is_what_stands_there(address: str, kind: CitationKind, target: str) -> None:
    assert found(f"zie {address} hier", kind) == [(address, target)]


def test_a_link_of_the_source_is_a_reference_unless_it_is_navigation() -> None:
    body = "Vorige Bijlage bij Kamerstuk 39 999, nr. 9"
    marks = (
        Mark(span=Span(0, 6), kind=MarkKind.LINK, target="https://site.example/vorige"),
        Mark(span=Span(19, 42), kind=MarkKind.LINK, target="kst-39999-9"),
    )
    blocks = (Block(span=Span(0, 6), kind=BlockKind.FURNITURE), Block(span=Span(7, 42), kind=BlockKind.PARAGRAPH))

    assert find_references(text_of(body, marks, blocks)) == (
        Citation(span=Span(19, 42), target="kst-39999-9", kind=CitationKind.PAPER),
    )


ALL_FORMS = [
    *(body for body, *_ in (*APPENDICES, *PAPERS, *PROCEEDINGS, *GAZETTES, *LAWS, *OTHERS, *QUESTIONS, *NEWS, *ADDRESSES, *OFFICIAL)),
    "Kamerstuk ", "artikel 1, ", "eerste lid, ", "«", "(", "2031", " ", "\n", "29 383, ", "nr. 1, ", "https://a/\n", "NOS, 2 mei 2031, ", "a.b.",
]  # fmt: skip


@given(st.lists(st.sampled_from(ALL_FORMS), max_size=12).map("".join) | st.text(max_size=200))
def test_references_lie_inside_the_text_ascend_and_share_characters_only_within_one_reference(body: str) -> None:
    spans = [each.span for each in references(body)]

    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(body) for start, end in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans) if one != other)


HOSTILE = [
    " ", "\n", "1", "a", "«", "(", ".", ",", "-", "A ", "Kamerstuk ", "Kamerstukken II 2030/31, ", "29 383 ", "29 383, ", "nr. 1, ",
    "29 383, nr. 1; nr. 2; ", "artikel 1, ", "artikel 1, eerste lid, ", "eerste lid en ", "Wet op de ", "Internationaal ", "Aa ", "www.", "https://", "https://a/\n",
    "a.b.", "2 juli 2031, ", "NOS, 2 juli 2031, ", "NOS, «a ", "NOS, ‘a ", "Handelingen II, ", "vergaderjaar ", "2030–2031, ", "antwoord op vraag 1, ",
    "het antwoord op de vragen 1 t/m ", "ECLI:NL:", "CELEX: ", "Stb. ", "2031Z", "kst-", "\n1Aa, ", "ah-tk-2030", "jci1.31:c:BWBR0000001&a=", "Kamer-\nstuk-", "A-\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_any_page_of_one_thing_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    body = piece * (60_000 // len(piece))
    started = time.process_time()

    references(body)

    assert time.process_time() - started < 1.5
