"""Passages that stand in answers of several publications: kept, looked up, and the same however they came."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamervragen.compare.minhash import MIN_KEYS, make_units
from kamervragen.compare.wording import make_wording
from kamervragen.errors import InputError, StoreError
from kamervragen.model import Span
from kamervragen.search.generations import Generations
from kamervragen.search.reuse import CommonPassage, CopiedPassage, Passages, SharedPassage, find_passages, most_copied
from kamervragen.search.reuse.library import REUSE, is_library, open_library, reuse_folder
from kamervragen.search.reuse.pairs import candidates, verify
from kamervragen.search.reuse.prepare import prepare
from kamervragen.search.reuse.records import Told
from kamervragen.search.reuse.writer import rebuild, update

PASSAGE = (
    "De gemeente Duinoord heeft in het voorjaar een vergunning verleend voor drie windmolens langs de vaart bij Ziltdorp, en de "
    "provincie ziet daarop toe."
)
SECOND = (
    "Over de gevolgen voor de scheepvaart en de visserij is op dit moment nog te weinig bekend om daar nu al conclusies aan te "
    "verbinden, zo meldt het waterschap."
)


def _told(key: str, *texts: str, state: str = "1") -> Told:
    return Told(key, state, [(f"antwoord-{number}", text) for number, text in enumerate(texts, 1)])


def _own(name: str, n: int = 12) -> str:
    """Words that stand nowhere else."""
    return " ".join(f"{name}{place}" for place in range(n)) + "."


def _keep(data: Path, *told: Told) -> None:
    with rebuild(reuse_folder(data)) as writer:
        writer.add(prepare(told))


def _change(data: Path, *told: Told, gone: Sequence[str] = ()) -> None:
    with update(reuse_folder(data)) as writer:
        writer.remove([*gone, *(each.key for each in told)])
        writer.add(prepare(told))


def _others(data: Path, key: str) -> list[tuple[str, str]]:
    return [(each.other_key, each.other_anchor) for each in find_passages(data, key).shared]


def _all(data: Path, told: Iterable[Told]) -> set[tuple[str, SharedPassage]]:
    """All passages as the pages of all publications show them."""
    return {(each.key, passage) for each in told for passage in find_passages(data, each.key).shared}


def _verified(data: Path, size: int) -> set[tuple[str, str, str, str, int]]:
    """All passages as pairs, each once, the lower place first."""
    found = set()
    for job in candidates(reuse_folder(data), size):
        for one, other, copied in verify(job):
            found.add((*sorted(((one.key, one.anchor), (other.key, other.anchor))), copied.n_words))
    return found


# Looking up


def test_a_passage_is_told_with_its_places_in_both_answers(tmp_path: Path) -> None:
    mine, theirs = f"{_own('een')} {PASSAGE}", f"{PASSAGE}\n{_own('twee')}"
    _keep(tmp_path, _told("ah-1", "Ja.", mine), _told("ah-2", theirs))

    assert find_passages(tmp_path, "ah-1").shared == (
        SharedPassage(
            anchor="antwoord-2",
            span=Span(mine.index("De gemeente"), len(mine) - 1),
            other_key="ah-2",
            other_anchor="antwoord-1",
            other_span=Span(0, len(PASSAGE) - 1),
            n_words=24,
        ),
    )
    assert [each.other_key for each in find_passages(tmp_path, "ah-2").shared] == ["ah-1"]


def test_passages_are_in_the_order_of_the_answers_and_the_longest_comes_first(tmp_path: Path) -> None:
    _keep(
        tmp_path,
        _told("ah-1", PASSAGE, f"{PASSAGE} {SECOND}"),
        _told("ah-2", SECOND),
        _told("ah-3", f"{PASSAGE} {SECOND}"),
    )

    found = find_passages(tmp_path, "ah-1").shared

    assert [(each.anchor, each.other_key, each.n_words) for each in found] == [
        ("antwoord-1", "ah-3", 24),
        ("antwoord-2", "ah-3", 53),
        ("antwoord-2", "ah-2", 29),
    ]


def test_what_stands_twice_in_one_publication_only_is_not_copied(tmp_path: Path) -> None:
    _keep(tmp_path, _told("ah-1", PASSAGE, PASSAGE))

    assert find_passages(tmp_path, "ah-1").shared == ()
    assert most_copied(tmp_path) == ()


def test_short_answers_are_not_copied(tmp_path: Path) -> None:
    text = "Nee. Zie verder het antwoord op vraag 1. Dit is niet van toepassing op mijn ministerie."
    _keep(tmp_path, _told("ah-1", "Ja.", text, ""), _told("ah-2", "Ja.", text, ""))

    assert find_passages(tmp_path, "ah-1").shared == ()


def test_a_publication_that_is_not_kept_has_no_passages(tmp_path: Path) -> None:
    _keep(tmp_path, _told("ah-1", PASSAGE))

    assert find_passages(tmp_path, "ah-9") == Passages()


# What very many have


def _many(n: int, text: str = PASSAGE) -> list[Told]:
    return [_told(f"ah-{number}", f"{_own(f'a{number}x')} {text} {_own(f'b{number}x')}") for number in range(n)]


def test_a_passage_that_a_hundred_answers_have_is_told_with_all_of_them(tmp_path: Path) -> None:
    _keep(tmp_path, *_many(100))

    assert len(find_passages(tmp_path, "ah-7").shared) == 99
    assert find_passages(tmp_path, "ah-7").common == ()


def test_of_many_answers_those_with_the_most_keys_in_common_are_compared_and_it_is_said_that_there_are_more(
    tmp_path: Path,
) -> None:
    _keep(tmp_path, *_many(40), _told("bh-1", f"{_own('a7x')} {PASSAGE} {_own('b7x')}"))

    found = find_passages(tmp_path, "ah-7", most=1)
    assert [each.other_key for each in found.shared] == ["bh-1"]
    assert found.cut == ("antwoord-1",)
    assert find_passages(tmp_path, "ah-7").cut == ()


def test_a_passage_that_more_answers_have_is_told_with_their_number(tmp_path: Path) -> None:
    _keep(tmp_path, *_many(101))

    assert find_passages(tmp_path, "ah-7").shared == ()
    (common,) = find_passages(tmp_path, "ah-7").common
    begin = len(_own("a7x")) + 1
    assert common == CommonPassage(anchor="antwoord-1", span=Span(begin, begin + len(PASSAGE) - 1), n_answers=101, is_exact=True)


def test_what_is_copied_beside_a_passage_that_very_many_have_is_told(tmp_path: Path) -> None:
    both = f"{PASSAGE} {SECOND}"
    _keep(tmp_path, *_many(101), _told("bh-1", both), _told("bh-2", both))

    assert _others(tmp_path, "bh-1") == [("bh-2", "antwoord-1")]
    assert _verified(tmp_path, 1_000) == {(("bh-1", "antwoord-1"), ("bh-2", "antwoord-1"), 53)}
    assert [each.n_answers for each in find_passages(tmp_path, "bh-1").common] == [103]


def test_a_passage_that_becomes_rarer_is_told_with_all_that_have_it_again(tmp_path: Path) -> None:
    _keep(tmp_path, *_many(101))

    _change(tmp_path, gone=["ah-0"])

    assert len(find_passages(tmp_path, "ah-7").shared) == 99
    assert find_passages(tmp_path, "ah-7").common == ()


def test_a_passage_that_very_many_have_with_other_words_in_it_is_counted_too(tmp_path: Path) -> None:
    told = [_told(f"ah-{number}", PASSAGE.replace("Duinoord", f"plaats{number}")) for number in range(250)]
    _keep(tmp_path, *told)

    (common,) = find_passages(tmp_path, "ah-7").common

    assert (common.is_exact, common.n_answers > 100) == (False, True)
    assert find_passages(tmp_path, "ah-7").shared == ()


def test_the_passages_of_the_most_publications_come_first(tmp_path: Path) -> None:
    _keep(tmp_path, *_many(3, SECOND), _told("bh-1", PASSAGE, PASSAGE, PASSAGE), _told("bh-2", f"{PASSAGE} {_own('b', 30)}"))

    assert most_copied(tmp_path) == (
        CopiedPassage(
            key="ah-0",
            anchor="antwoord-1",
            span=Span(len(_own("a0x")) + 1, len(_own("a0x")) + len(SECOND)),
            n_answers=3,
            n_publications=3,
        ),
        CopiedPassage(key="bh-1", anchor="antwoord-1", span=Span(0, len(PASSAGE) - 1), n_answers=4, n_publications=2),
    )
    assert [each.key for each in most_copied(tmp_path, limit=1)] == ["ah-0"]
    assert [each.key for each in most_copied(tmp_path, among=["bh-1", "bh-2", "ah-0"])] == ["bh-1"]


def test_sentences_that_follow_each_other_in_as_many_publications_are_one_passage(tmp_path: Path) -> None:
    both = f"{PASSAGE} {SECOND}"
    _keep(tmp_path, _told("ah-1", both), _told("ah-2", both))

    assert [each.span for each in most_copied(tmp_path)] == [Span(0, len(both) - 1)]


# Changes


def test_a_changed_publication_has_the_passages_of_its_new_answers_only(tmp_path: Path) -> None:
    _keep(tmp_path, _told("ah-1", PASSAGE), _told("ah-2", PASSAGE), _told("ah-3", SECOND))

    _change(tmp_path, _told("ah-1", SECOND, state="2"))

    assert _others(tmp_path, "ah-1") == [("ah-3", "antwoord-1")]
    assert _others(tmp_path, "ah-2") == []


def test_a_publication_that_is_gone_takes_its_passages_along(tmp_path: Path) -> None:
    _keep(tmp_path, _told("ah-1", PASSAGE), _told("ah-2", PASSAGE))

    _change(tmp_path, gone=["ah-1"])

    assert _others(tmp_path, "ah-2") == _others(tmp_path, "ah-1") == []


_texts = st.lists(st.sampled_from([PASSAGE, SECOND, _own("vier", 24), PASSAGE.upper(), "Ja."]), min_size=1, max_size=3).map(
    " ".join
)
_told_publications = st.lists(st.lists(_texts, max_size=2), min_size=1, max_size=12).map(
    lambda publications: [_told(f"ah-{number}", *texts) for number, texts in enumerate(publications)]
)


@settings(max_examples=25, deadline=None)
@given(_told_publications, st.randoms(use_true_random=False))
def test_passages_are_the_same_however_publications_came_changed_and_went(told: list[Told], random: Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        at_once, by_and_by = Path(folder) / "a", Path(folder) / "b"
        _keep(at_once, *told)
        _keep(by_and_by)
        coming = [*told, *random.sample(told, len(told) // 2), _told("gone", PASSAGE, SECOND)]
        random.shuffle(coming)
        while coming:
            size = random.randint(1, 4)
            _change(by_and_by, *{each.key: each for each in coming[:size]}.values())
            coming = coming[size:]
        _change(by_and_by, gone=["gone"])

        assert _all(by_and_by, told) == _all(at_once, told)
        assert set(most_copied(by_and_by)) == set(most_copied(at_once))


@settings(max_examples=25, deadline=None)
@given(_told_publications)
def test_pages_show_what_all_pairs_have_from_both_sides(told: list[Told]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        _keep(data, *told)
        shown = {
            (*sorted(((key, each.anchor), (each.other_key, each.other_anchor))), each.n_words) for key, each in _all(data, told)
        }

        assert shown == _verified(data, 2) == _verified(data, 1_000)


def _near(number: int, random: Random) -> list[str]:
    """Two long sentences with sixteen words in common, and others of which each has some as well."""
    shared = [f"deel{number}x{place}" for place in range(16)]
    return [
        " ".join([*shared, *(f"rest{number}x{random.randrange(40)}" for _ in range(random.randrange(10, 30)))]) + "."
        for _ in range(2)
    ]


def test_answers_are_compared_that_have_two_equal_keys_on_pages_as_in_all_pairs(tmp_path: Path) -> None:
    random = Random(5)
    pairs = [_near(number, random) for number in range(80)]
    _keep(tmp_path, *(_told(f"ah-{number}-{side}", text) for number, pair in enumerate(pairs) for side, text in enumerate(pair)))
    units = [make_units([make_wording(text) for text in pair]) for pair in pairs]
    n_equal = [int((each.keys[0] == each.keys[1]).sum()) for each in units]

    shown = [len(find_passages(tmp_path, f"ah-{number}-0").shared) for number in range(80)]
    verified = {one for one, *_ in (each for each in _verified(tmp_path, 1_000))}
    assert {1, 2} <= set(n_equal)
    assert shown == [int(n >= MIN_KEYS) for n in n_equal]
    assert verified == {(f"ah-{number}-0", "antwoord-1") for number, n in enumerate(n_equal) if n >= MIN_KEYS}


def test_many_small_changes_leave_few_files(tmp_path: Path) -> None:
    _keep(tmp_path)

    for number in range(40):
        _change(tmp_path, _told(f"ah-{number}", PASSAGE, _own(f"x{number}y", 200)))

    assert len(list(reuse_folder(tmp_path).glob("*/*.keys"))) <= 6
    assert len(_others(tmp_path, "ah-0")) == 39


def test_what_is_gone_is_left_out_of_the_files_in_time(tmp_path: Path) -> None:
    _keep(tmp_path, *_many(20))
    size = sum(path.stat().st_size for path in reuse_folder(tmp_path).glob("*/*.keys"))

    for state in range(10):
        _change(tmp_path, *(each._replace(state=str(state)) for each in _many(20)))

    assert sum(path.stat().st_size for path in reuse_folder(tmp_path).glob("*/*.keys")) <= 2 * size


# Faults


def test_without_a_library_a_sentence_says_what_to_do(tmp_path: Path) -> None:
    assert not is_library(tmp_path)
    with pytest.raises(InputError, match="Er is nog niet gezocht naar overgenomen passages; doe dat met «kamervragen reuse»"):
        find_passages(tmp_path, "ah-1")


def test_what_another_version_made_is_not_used(tmp_path: Path) -> None:
    _keep(tmp_path, _told("ah-1", PASSAGE))
    (reuse_folder(tmp_path) / "000001" / "made_for").write_text("reuse 0")

    assert not is_library(tmp_path)
    with pytest.raises(InputError, match="zoek ze opnieuw met «kamervragen reuse»"):
        find_passages(tmp_path, "ah-1")


def test_two_processes_do_not_write_at_once(tmp_path: Path) -> None:
    with (
        rebuild(reuse_folder(tmp_path)),
        pytest.raises(StoreError, match="Een ander proces zoekt al"),
        rebuild(reuse_folder(tmp_path)),
    ):
        pass


def test_an_error_leaves_everything_as_it_was(tmp_path: Path) -> None:
    _keep(tmp_path, _told("ah-1", PASSAGE), _told("ah-2", PASSAGE))

    def change_and_fail() -> None:
        with update(reuse_folder(tmp_path)) as writer:
            writer.remove(["ah-1"])
            writer.add(prepare([_told("ah-3", PASSAGE)]))
            writer.finish()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()

    assert _others(tmp_path, "ah-1") == [("ah-2", "antwoord-1")]


def test_a_reader_goes_on_with_what_it_opened_while_files_are_replaced(tmp_path: Path) -> None:
    _keep(tmp_path, _told("ah-1", PASSAGE), _told("ah-2", PASSAGE))

    with open_library(reuse_folder(tmp_path)) as library:
        before = library.band(0)
        _keep(tmp_path, _told("ah-1", PASSAGE))

        assert len(before) == len(library.band(0)) == 2
        assert [each.anchor for each in library.tables.answers_of("ah-2")] == ["antwoord-1"]


def test_passages_are_looked_up_while_many_publications_are_taken_in(tmp_path: Path) -> None:
    _keep(tmp_path, _told("ah-1", PASSAGE), _told("ah-2", PASSAGE))
    many = prepare([_told(f"bh-{number}", _own(f"x{number}y", 400)) for number in range(1_500)])

    with update(reuse_folder(tmp_path)) as writer:
        writer.remove(["ah-1"])
        writer.add(many)

        assert _others(tmp_path, "ah-1") == [("ah-2", "antwoord-1")]
    assert _others(tmp_path, "ah-1") == []


def test_a_full_disk_is_told_in_one_sentence(tmp_path: Path) -> None:
    _keep(tmp_path, _told("ah-1", PASSAGE))
    database = Generations(reuse_folder(tmp_path), REUSE).require_current() / "answers.sqlite3"
    database.write_bytes(b"no database" * 100)

    with pytest.raises(StoreError, match=r"worden niet bijgehouden .*; maak ruimte en geef «kamervragen reuse»"):
        find_passages(tmp_path, "ah-1")
