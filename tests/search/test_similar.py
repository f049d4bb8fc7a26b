"""Already asked? A text → the earlier questions that ask the same, with their answers."""

import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from items import make_index, make_item
from kamervragen.search import Index, QueryError
from kamervragen.search.records import Item
from kamervragen.search.refusals import MAX_TEXT
from kamervragen.search.similar import find_question, find_similar
from kamervragen.search.similar_candidates import N_CANDIDATES
from kamervragen.search.similar_likeness import NEAR
from kamervragen.search.similar_words import MAX_TELLING
from kamervragen.terms import QuestionLikeness, Side

FERRY = "Wie betaalt de veerpont over de Waal bij Druten, nu de provincie de subsidie voor het veer wil beëindigen?"
WOLF = "Hoeveel wolven leven er op de Veluwe, en hoe worden schapen tegen hen beschermd?"
EMPTY = "Zo nee, waarom niet?"


def _exchange(key: str, asked: str, answered: str, **values: object) -> list[Item]:
    question = make_item(key=key, text=asked, other=answered, **values)
    answer = make_item(key=key, side=Side.ANSWER, anchor="antwoord-1", text=answered, other=asked, **values)
    return [question, answer] if answered else [question]


ITEMS = [
    *_exchange("ah-1", FERRY, "De provincie Gelderland.", received_on=date(2031, 2, 16)),
    *_exchange("ah-2", FERRY, "Dat is mij niet bekend.", received_on=date(2031, 2, 18)),
    *_exchange("kv-3", FERRY.replace("veerpont", "veer pont"), "", received_on=None),
    *_exchange("ah-4", WOLF, "Ongeveer zestig; rasters worden vergoed.", submitted_on=date(2030, 5, 1)),
    *_exchange("ah-5", EMPTY, "Dat is niet nodig.", submitted_on=date(2030, 6, 1)),
    *_exchange("ah-6", "Wat kost een raster om schapen?", "Tien euro per meter.", submitted_on=date(2030, 7, 1)),
    *_exchange("ah-7", "Is het waar dat de sluis bij Tiel dicht is?", "Ja.", submitted_on=date(2030, 8, 1)),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """An index of some exchanges."""
    return make_index(tmp_path_factory.mktemp("index"), ITEMS)


def _keys(index: Index, text: str) -> list[list[str]]:
    return [[place.key for place in each.places] for each in find_similar(index, text).similar]


def test_the_same_question_comes_once_with_all_places_where_it_was_asked_the_answered_ones_first(index: Index) -> None:
    found = find_similar(index, FERRY)

    first = found.similar[0]
    assert [place.key for place in first.places] == ["ah-2", "ah-1", "kv-3"]
    assert [place.other for place in first.places] == ["Dat is mij niet bekend.", "De provincie Gelderland.", ""]
    assert (first.likeness, first.share, first.n_answered) == (QuestionLikeness.SAME, 1.0, 2)
    assert found.n_questions == 7


def test_a_slip_in_one_reply_makes_no_other_question_of_it_but_another_day_does(tmp_path: Path) -> None:
    slip = FERRY.replace("subsidie", "susbidie")
    items = [
        *_exchange("ah-1", FERRY, "De provincie."),
        *_exchange("ah-2", slip, "Dat weet ik niet."),
        *_exchange("ah-3", slip.replace("veer ", "veer, "), "Nee.", submitted_on=date(2029, 1, 1)),
        *_exchange("ah-4", FERRY.replace("subsidie", "steun"), "Ja.", submitted_on=date(2028, 1, 1)),
    ]

    found = find_similar(make_index(tmp_path, items), FERRY).similar

    assert [sorted(place.key for place in each.places) for each in found] == [["ah-1", "ah-2", "ah-3"], ["ah-4"]]


def test_a_question_with_one_word_in_five_changed_is_nearly_the_same(index: Index) -> None:
    changed = "Wie bekostigt de veerboot over de Maas bij Druten, nu de gemeente de subsidie voor het veer wil beëindigen?"

    first = find_similar(index, changed).similar[0]

    assert (first.places[0].key, first.likeness) == ("ah-2", QuestionLikeness.NEAR)
    assert 0.75 < first.share < 0.85
    marked = [piece.text for piece in first.pieces if piece.is_match]
    assert "de subsidie voor het veer wil beëindigen" in marked
    assert "".join(piece.text for piece in first.pieces) == FERRY


def test_other_words_on_the_same_matter_find_the_question_and_say_which_are_shared_and_where(index: Index) -> None:
    first = find_similar(index, "Krijgen boeren een vergoeding voor een raster tegen de wolf?").similar[0]

    assert first.places[0].key == "ah-4"
    assert (first.likeness, first.share) == (QuestionLikeness.RELATED, 0.0)
    assert first.shared == ("wolf",)
    assert first.shared_in_answer == ("raster",)


def test_a_part_of_a_word_is_marked_and_is_not_called_that_word(index: Index) -> None:
    first = find_similar(index, "Klopt het dat de veersubsidie wordt verlaagd?").similar[0]

    assert first.places[0].key == "ah-2"
    assert "veersubsidie" not in first.shared + first.shared_in_answer
    assert {"veer", "subsidie"} <= {piece.text for piece in first.pieces if piece.is_match}


def test_a_long_stretch_of_the_same_words_is_a_shared_passage(index: Index) -> None:
    text = "Klopt het bericht dat de provincie de subsidie voor het veer wil beëindigen, en sinds wanneer speelt dit in Zeeland?"

    assert find_similar(index, text).similar[0].likeness is QuestionLikeness.SHARING


def test_each_question_of_a_pasted_filing_is_found(index: Index) -> None:
    filing = f"Vraag 1\nBent u bekend met de berichten?\nVraag 2\n{WOLF}\nVraag 3\n{EMPTY}\nVraag 4\n{FERRY}\n"

    found = find_similar(index, filing).similar

    assert {each.places[0].key for each in found if each.likeness is QuestionLikeness.SAME} >= {"ah-2", "ah-4"}
    assert {each.places[0].key for each in found[:2]} == {"ah-2", "ah-4"}


_STORM = "Kent u het bericht dat de storm bij Urk de visafslag heeft verwoest?"
_ROOF = "Wie herstelt het dak van de visafslag?"
_LONG_ANSWER = "De gemeente bekostigt nieuwe kades, havens, sluizen en loodsen. " * 60


def _crowd(sentences: list[str]) -> list[Item]:
    """Two hundred questions with each sentence and hardly an answer: by their exchange they fit better than one with a long one."""
    texts = [f"{sentence} Zo ja, {number}?" for sentence in sentences for number in range(200)]
    return [item for number, text in enumerate(texts) for item in _exchange(f"ah-1{number:03}", text, "Ja.")]


def test_a_copy_is_found_among_hundreds_that_share_its_sentence_whatever_was_answered_to_it(tmp_path: Path) -> None:
    index = make_index(tmp_path, [*_crowd([_STORM, _ROOF]), *_exchange("ah-9", f"{_STORM} {_ROOF}", _LONG_ANSWER)])

    first = find_similar(index, f"{_STORM} {_ROOF}").similar[0]

    assert ([place.key for place in first.places], first.likeness) == (["ah-9"], QuestionLikeness.SAME)


def test_each_of_several_questions_is_found_among_hundreds_that_share_a_sentence_with_one(tmp_path: Path) -> None:
    asked = {"ah-7": WOLF, "ah-8": FERRY, "ah-9": _ROOF}
    copies = [item for key, text in asked.items() for item in _exchange(key, text, _LONG_ANSWER)]
    index = make_index(tmp_path, [*_crowd([_STORM, *asked.values()]), *copies])

    found = find_similar(index, "\n\n".join([_STORM, *asked.values()])).similar

    assert {place.key for each in found for place in each.places} >= set(asked)


def test_words_that_say_nothing_tell_questions_apart_that_are_the_same_but_for_them(tmp_path: Path) -> None:
    asked = {"ah-1": f"{FERRY} {WOLF}", "ah-2": FERRY, "ah-3": f"{FERRY} {EMPTY}"}
    days = {key: date(2030, 1, number) for number, key in enumerate(asked, 1)}
    exchanges = [_exchange(key, text, "Ja.", submitted_on=days[key]) for key, text in asked.items()]
    index = make_index(tmp_path, [item for exchange in exchanges for item in exchange])

    assert _keys(index, f"{FERRY} {EMPTY}")[0] == ["ah-3"]
    assert _keys(index, FERRY.replace("subsidie", "steun"))[0] == ["ah-2"]


def test_an_answer_that_quotes_the_question_is_no_earlier_question(tmp_path: Path) -> None:
    index = make_index(tmp_path, [*_exchange("ah-1", WOLF, f"U vraagt: {FERRY}"), *_exchange("ah-2", _ROOF, "Ja.")])

    found = find_similar(index, FERRY).similar

    assert [(place.side, place.key) for each in found for place in each.places] == [(Side.QUESTION, "ah-1")]
    assert found[0].likeness is QuestionLikeness.RELATED


def test_lines_that_a_page_broke_are_joined(index: Index) -> None:
    broken = FERRY.replace("subsidie", "sub-\nsidie").replace("over de", "over\nde")

    assert find_similar(index, broken).similar[0].likeness is QuestionLikeness.SAME


def test_what_has_only_roots_of_words_in_common_is_not_shown(index: Index) -> None:
    assert _keys(index, "Vliegtuigen landden in Lelystad.") == []


def test_words_that_the_index_does_not_have_find_nothing(index: Index) -> None:
    assert _keys(index, "Xylofoons zoemen.") == []


def test_signs_of_the_query_language_are_words_or_nothing(index: Index) -> None:
    for text in (f'"{FERRY}', f"({FERRY} OF (", f"NIET {FERRY} -veer* foo:bar ministerie:Niets"):
        assert _keys(index, text)[0] == ["ah-2", "ah-1", "kv-3"]


def test_the_questions_of_a_publication_can_be_left_out(index: Index) -> None:
    found = find_similar(index, FERRY, without="ah-2").similar

    assert [place.key for place in found[0].places] == ["ah-1", "kv-3"]


def test_a_question_is_found_by_its_place_and_by_each_number_that_shares_its_text(tmp_path: Path) -> None:
    shared = make_item(text="Is dit zo?", anchor="vraag-6", numbers=("6", "7"))
    index = make_index(tmp_path, [shared, make_item(side=Side.ANSWER, anchor="antwoord-6-7", text="Ja.", numbers=("6", "7"))])

    assert find_question(index, shared.key, "vraag-6") == shared
    assert find_question(index, shared.key, "vraag-7") == shared
    assert find_question(index, shared.key, "vraag-8") is None
    assert find_question(index, shared.key, "antwoord-6-7") is None
    assert find_question(index, "ah-tk-20302031-9", "vraag-6") is None


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "no_text", None),
        (" \n ?! … ", "no_text", None),
        ("wolf", "one_word", None),
        (EMPTY, "no_telling_word", None),
        ("wolf " * 2_001, "text_too_long", None),
        ("de wolf\x00 komt", "bad_text", 7),
        ("de wolf \ufffd komt", "bad_text", 8),
    ],
)
def test_what_cannot_be_compared_is_refused(index: Index, text: str, code: str, place: int | None) -> None:
    with pytest.raises(QueryError) as refused:
        find_similar(index, text)

    assert (refused.value.code, refused.value.place) == (code, place)


def test_ten_thousand_characters_are_compared(index: Index) -> None:
    text = (FERRY + " " + "wolf en schaap " * 700)[:10_000]

    assert _keys(index, text)[0] == ["ah-2", "ah-1", "kv-3"]


def test_too_much_text_is_refused_before_it_is_looked_at(index: Index) -> None:
    def take_s() -> float:
        start = time.process_time()
        with pytest.raises(QueryError):
            find_similar(index, "wolf en schaap " * 100_000)
        return time.process_time() - start

    assert min(take_s() for _ in range(3)) < 0.2


def test_the_limits_that_documents_and_pages_name_are_those_of_the_code() -> None:
    root = Path(__file__).parent.parent.parent
    page = (root / "docs/similar.md").read_text()
    method = (root / "src/kamervragen/site/templates/site/method.html").read_text()

    assert (MAX_TEXT, MAX_TELLING, N_CANDIDATES, NEAR) == (10_000, 24, 150, 0.7)
    assert "Grenzen: 10.000 tekens" in page
    assert "samen hooguit 24" in page
    assert "vindt daarmee 150 vragen" in page
    assert "hooguit 24, vinden 150 eerdere vragen" in method
    assert "hooguit drie op de tien woorden" in method


@given(st.text(max_size=400))
def test_any_text_is_compared_or_refused_with_a_sentence(index: Index, text: str) -> None:
    with suppress(QueryError):
        scores = [each.score for each in find_similar(index, text).similar]
        assert scores == sorted(scores, reverse=True)


@given(st.lists(st.sampled_from([*FERRY.split(), *WOLF.split(), "\n", "?", "Zo"]), min_size=2, max_size=60))
def test_all_words_that_stand_in_a_text_make_a_comparison(index: Index, words: list[str]) -> None:
    found = find_similar(index, "Vaart er iets? " + " ".join(words)).similar

    assert all(0 <= each.share <= 1 and each.places for each in found)
    assert all("".join(piece.text for piece in each.pieces) == each.places[0].text for each in found)
