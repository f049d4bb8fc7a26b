"""One question with all its answers: what several say alike stands once, own passages are marked, and nothing is lost by pages."""

from datetime import date

import pytest
from django.http import Http404
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st

from dossiers_in_memory import example_dossiers
from invented_filings import QUESTIONS, filing, publication
from kamervragen.compare import compare
from kamervragen.dossiers import Document, Dossier
from kamervragen.link import link
from kamervragen.model import Span
from kamervragen.site.dossier_question import (
    Block,
    QuestionPage,
    divide_pages,
    find_question,
    mark_own,
    present_question,
    question_address,
)
from kamervragen.site.matrix import Mark
from kamervragen.track import track

TODAY = date(2031, 2, 20)
MINISTRIES = ("Defensie", "Financiën", "Buitenlandse Zaken", "Algemene Zaken", "Justitie en Veiligheid")
LONG = "Het kabinet heeft in de vorige periode met provincies en waterschappen afspraken gemaakt over de aanleg van bankjes"


def _question(dossier: Dossier, number: str, n_page: int = 1) -> QuestionPage:
    comparison = compare(dossier)
    question = find_question(comparison, number)
    assert question
    return present_question(dossier, track(dossier, TODAY), comparison, question, n_page)


def _series(*answers: str) -> Dossier:
    """A dossier in which so many ministries answer the first of three questions."""
    documents: list[Document] = [filing(asked=MINISTRIES)]
    for place, answer in enumerate(answers):
        texts = (answer, "Nee.", "Ja.")
        documents.append(
            publication(
                f"ah-tk-20302031-{place + 1}", asked=MINISTRIES, by=(MINISTRIES[place],), answers=texts, case="2031Z00042"
            )
        )
    (dossier,) = link(documents)
    return dossier


def test_the_text_of_nine_ministries_stands_once_with_their_names_in_the_order_in_which_they_were_asked() -> None:
    page = _question(example_dossiers()["2031Z00042"], "1")
    same, different = page.blocks
    assert same.heading == "Negen antwoorden zijn hetzelfde"
    assert [voice.name for voice in same.voices][:3] == [
        "Binnenlandse Zaken en Koninkrijksrelaties",
        "Buitenlandse Zaken",
        "Defensie",
    ]
    assert len(same.voices) == 9
    assert (different.heading, different.mark, different.is_own) == ("Anders", Mark.DIFFERENT, True)
    assert [voice.name for voice in different.voices] == ["Justitie en Veiligheid"]
    assert page.sentence == "Negen van de tien antwoorden zeggen hetzelfde; één wijkt af."


def test_each_voice_leads_to_the_answer_and_to_its_characters() -> None:
    voice = _question(example_dossiers()["2031Z00042"], "2").blocks[0].voices[0]
    assert voice.href == "/documenten/ah-tk-20302031-1047#antwoord-2-3-4"
    assert voice.source.startswith("/documenten/ah-tk-20302031-1047/tekst?teken=")
    assert voice.remark == "één antwoord op vraag 2, 3 en 4"


def test_who_gave_no_answer_is_named_with_how_long_that_lasts() -> None:
    page = _question(example_dossiers()["2031Z00042"], "1")
    assert page.waiting == (
        ("minister-president", "10 dagen over de termijn", "31 dagen, termijn 21"),
        ("Sociale Zaken en Werkgelegenheid", "uitgesteld", "31 dagen, termijn 42"),
    )


def test_own_passages_of_an_answer_that_shares_others_are_underlined_and_labelled() -> None:
    page = _question(
        _series(
            f"{LONG}. Dat blijft zo.",
            f"{LONG}. Dat blijft zo.",
            f"{LONG}. Op de Waddeneilanden staan twintig houten banken meer dan elders in het land, geschonken door een zeilvereniging uit Harlingen.",
        ),
        "1",
    )
    sharing = page.blocks[1]
    assert (sharing.heading, sharing.mark) == ("Deelt passages met andere", Mark.SHARING)
    assert sharing.html.startswith(f"<p>{LONG}")
    assert '<span class="own-label">[eigen:</span> <span class="own">Op de Waddeneilanden staan' in sharing.html
    assert sharing.shared_with == "Defensie en Financiën"


def test_an_answer_that_refers_to_another_shows_what_stands_there() -> None:
    documents = (
        filing(asked=MINISTRIES),
        publication("ah-tk-20302031-1", asked=MINISTRIES, answers=(f"{LONG}.", "Zie het antwoord op vraag 1.", "Ja.")),
        publication("ah-tk-20302031-2", asked=MINISTRIES, by=("Financiën",), answers=("Nee.", "Nee.", "Ja.")),
    )
    (dossier,) = link(documents)
    block = _question(dossier, "2").blocks[0]
    assert (block.meant, block.voices[0].remark) == (f"{LONG}.", "verwijst naar het eigen antwoord op vraag 1")


def test_one_answer_alone_is_not_compared() -> None:
    page = _question(_series("Nee, want de thee is op."), "1")
    assert [(block.heading, block.mark, block.is_own) for block in page.blocks] == [
        ("Het enige gelezen antwoord", Mark.ALONE, False)
    ]
    assert page.sentence == ""


def test_a_question_knows_the_ones_beside_it() -> None:
    dossier = _series("Ja.")
    pages = [_question(dossier, number) for number in ("1", "2", "3")]
    assert [(page.position, page.n_questions, page.previous, page.following) for page in pages] == [
        (1, 3, "", f"/dossiers/{dossier.key}/vraag/2"),
        (2, 3, f"/dossiers/{dossier.key}/vraag/1", f"/dossiers/{dossier.key}/vraag/3"),
        (3, 3, f"/dossiers/{dossier.key}/vraag/2", ""),
    ]
    assert pages[0].text == QUESTIONS[0]


def test_a_number_that_no_question_has_finds_none() -> None:
    assert find_question(compare(_series("Ja.")), "4") is None


def test_a_page_beyond_the_last_is_not_found() -> None:
    with pytest.raises(Http404):
        _question(_series("Ja."), "1", 2)


def test_long_answers_are_divided_over_pages_and_all_of_them_come() -> None:
    texts = tuple(" ".join(f"woord{place}{n}" for n in range(4_000)) for place in range(4))
    dossier = _series(*texts)
    first, second = _question(dossier, "1"), _question(dossier, "1", 2)
    assert (first.page, first.n_pages) == (1, 4)
    shown = [_question(dossier, "1", n).blocks for n in range(1, first.n_pages + 1)]
    assert [block.voices[0].name for blocks in shown for block in blocks] == list(MINISTRIES[:4])
    assert first.blocks != second.blocks


def test_what_is_marked_as_own_cannot_run() -> None:
    html = mark_own("Nee <b>dit</b> niet.\n\nWel & dit.", [Span(4, 14)])
    assert html == (
        '<p>Nee <span class="own-label">[eigen:</span> <span class="own">&lt;b&gt;dit&lt;/b&gt;</span><span class="own-label">]</span>'
        " niet.</p><p>Wel &amp; dit.</p>"
    )


@given(st.text(alphabet="ab \n<", max_size=40), st.lists(st.integers(0, 40), max_size=6))
def test_marking_own_passages_loses_no_character(text: str, edges: list[int]) -> None:
    cuts = sorted({min(edge, len(text)) for edge in edges})
    own = [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    html = mark_own(text, own)
    for tag in (
        "<p>",
        "</p>",
        '<span class="own">',
        '<span class="own-label">[eigen:</span> ',
        '<span class="own-label">]</span>',
        "</span>",
    ):
        html = html.replace(tag, "")
    kept = [line for line in text.split("\n") if line.strip()]
    assert html.replace("&lt;", "<") == "".join(kept)


def _block(size: int) -> Block:
    html = SafeString("x" * size)
    return Block(heading="", mark=Mark.ALONE, voices=(), html=html, is_own=False, shared_with="", meant="", problem="", remark="")


@given(st.lists(st.integers(1, 90), max_size=8))
def test_pages_hold_every_block_once_in_order_and_no_more_than_fits(sizes: list[int]) -> None:
    blocks = [_block(size) for size in sizes]
    pages = divide_pages(blocks, budget=60)
    assert [each for page in pages for each in page] == blocks
    assert all(len(page) == 1 or sum(len(block.html) for block in page) <= 60 for page in pages if page)
    assert all(pages) or pages == ((),)


def test_answers_that_differ_in_a_word_stand_together_each_form_once() -> None:
    page = _question(
        _series(f"{LONG} in diverse gemeenten.", f"{LONG} in diverse gemeenten!", f"{LONG} in sommige gemeenten."),
        "1",
    )
    assert [(block.heading, [voice.name for voice in block.voices]) for block in page.blocks] == [
        ("Drie antwoorden zijn bijna hetzelfde", ["Defensie", "Financiën"]),
        ("Andere vorm hiervan", ["Buitenlandse Zaken"]),
    ]
    assert '<span class="own">sommige</span>' in page.blocks[1].html


def test_answers_that_refer_to_each_other_in_a_circle_say_so() -> None:
    answers = ("Zie het antwoord op vraag 2.", "Zie het antwoord op vraag 1.", "Ja.")
    (dossier,) = link((filing(asked=MINISTRIES), publication("ah-tk-20302031-1", asked=MINISTRIES, answers=answers)))
    (block,) = _question(dossier, "1").blocks
    assert block.html == "<p>Zie het antwoord op vraag 2.</p>"
    assert block.problem == "De antwoorden op vraag 2 en 1 verwijzen naar elkaar: aan het eind staat geen antwoord."
    assert block.meant == ""


@pytest.mark.parametrize(("number", "slug"), [("3", "3"), ("3a", "3a"), ("", "zonder-nummer"), ("3.1", "3-1"), ("4/5", "4-5")])
def test_any_number_of_a_question_can_stand_in_an_address(number: str, slug: str) -> None:
    assert question_address("2031Z00042", number) == f"/dossiers/2031Z00042/vraag/{slug}"
