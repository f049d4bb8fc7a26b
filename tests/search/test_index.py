"""The index: what its fields hold, what readers see and when, and what a writer that dies leaves."""

import os
import subprocess
import sys
import threading
from collections import Counter
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
import tantivy
from hypothesis import given
from hypothesis import strategies as st

from items import find_texts, make_index, make_item
from kamervragen.errors import InputError, StoreError
from kamervragen.search.index import Index
from kamervragen.search.packing import pack_item, unpack_item
from kamervragen.search.records import Item
from kamervragen.search.schema import day_number
from kamervragen.search.writer import rebuild, update
from kamervragen.terms import Side

TESTS = Path(__file__).parent.parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")])}


def _texts(index: Index, word: str, field: str = "text") -> list[str]:
    return find_texts(index.snapshot(), field, word)


# Fields


@pytest.mark.parametrize("word", ["coordinatie", "eu", "richtlijn", "zo", "n", "1e"])
def test_words_are_found_in_lower_case_without_accents_and_in_parts(tmp_path: Path, word: str) -> None:
    index = make_index(tmp_path, [make_item(text="Coördinatie van een EU-richtlijn, zo'n 1e keer")])

    assert len(_texts(index, word)) == 1


def test_the_exchange_is_the_text_the_other_side_and_the_subject_together(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="Regende het?", other="Nee, droog.", subject="de woningbouw")])

    assert (_texts(index, "droog"), _texts(index, "droog", "keys")) == ([], [])
    assert [_texts(index, key, "exchange") for key in ("regenen", "droog", "woning")] == [["Regende het?"]] * 3
    assert [_texts(index, root, "roots") for root in ("rege", "woni")] == [["Regende het?"]] * 2
    assert _texts(index, "droo", "roots") == []  # what only resembles a word counts where it stands
    assert _texts(index, "woningbouw", "subject") == ["Regende het?"]


def test_words_next_to_each_other_are_found_as_a_phrase(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="de rode fiets"), make_item(key="ah-9", text="de fiets, rode")])
    snapshot = index.snapshot()

    found = snapshot.searcher.search(tantivy.Query.phrase_query(snapshot.schema, "text", ["rode", "fiets"]))

    assert [snapshot.item(address).text for _, address in found.hits] == ["de rode fiets"]


@pytest.mark.parametrize(
    ("field", "word"),
    [
        ("submitter_words", "omtzigt"),
        ("submitter_words", "pieteromtzigt"),
        ("submitter_words", "yesilgoz"),
        ("submitter_words", "yesilgozzegerius"),
        ("submitter_words", "zegerius"),
        ("party_words", "groenlinks"),
        ("party_words", "groenlinkspvda"),
        ("party_words", "d66"),
        ("party_words", "democraten"),
    ],
)
def test_people_and_parties_are_found_by_a_part_of_their_names_and_as_one_word(tmp_path: Path, field: str, word: str) -> None:
    item = make_item(submitters=("Pieter Omtzigt", "Yeşilgöz-Zegerius"), parties=("GroenLinks-PvdA", "D66"))

    assert len(_texts(make_index(tmp_path, [item]), word, field)) == 1


def test_facets_count_whole_values_and_an_item_with_several_in_each(tmp_path: Path) -> None:
    items = [
        make_item(text="a", parties=("D66", "GroenLinks-PvdA"), ministries=("mnre1018",)),
        make_item(text="b", parties=("D66",), side=Side.ANSWER),
        make_item(key="ah-9", text="c", kind="question", received_on=None, submitted_on=date(2029, 1, 1)),
    ]
    snapshot = make_index(tmp_path, items).snapshot()

    def count(field: str) -> dict[str, int]:
        counted = snapshot.searcher.aggregate(tantivy.Query.all_query(), {field: {"terms": {"field": field}}})
        return {bucket["key"]: bucket["doc_count"] for bucket in counted[field]["buckets"]}

    assert count("party") == {"D66": 2, "GroenLinks-PvdA": 1}
    assert count("ministry") == {"mnre1018": 1}
    assert count("side") == {"question": 2, "answer": 1}
    assert count("kind") == {"answer": 2, "question": 1}
    assert count("year") == {"2031": 2, "2029": 1}


def test_items_come_newest_first_those_of_a_publication_in_its_order_and_those_without_a_day_last(tmp_path: Path) -> None:
    newer = [make_item(key="ah-2", text=f"woord nieuw {n}", received_on=date(2031, 5, 1)) for n in range(3)]
    older = [make_item(key="ah-1", text="woord oud", received_on=date(2030, 5, 1))]
    undated = [make_item(key="ah-3", text="woord ooit", received_on=None, submitted_on=None)]

    index = make_index(tmp_path, [*undated, *older, *newer])

    assert _texts(index, "woord") == ["woord nieuw 0", "woord nieuw 1", "woord nieuw 2", "woord oud", "woord ooit"]


def test_days_are_numbers_in_their_order() -> None:
    days = [None, date(1999, 12, 31), date(2024, 2, 16), date(2024, 10, 1)]

    assert [day_number(day) for day in days] == [0, 19991231, 20240216, 20241001]


def test_a_range_of_days_finds_what_lies_between_them(tmp_path: Path) -> None:
    days = [date(2030, 12, 31), date(2031, 1, 1), date(2031, 1, 31), date(2031, 2, 1), None]
    items = [make_item(key=f"ah-{n}", text=str(day), received_on=day, submitted_on=None) for n, day in enumerate(days)]
    snapshot = make_index(tmp_path, items).snapshot()

    january = (day_number(date(2031, 1, 1)), day_number(date(2031, 1, 31)))
    query = tantivy.Query.range_query(snapshot.schema, "on", tantivy.FieldType.Integer, *january)
    found = [snapshot.item(address).text for _, address in snapshot.searcher.search(query, order_by_field="place").hits]

    assert found == ["2031-01-31", "2031-01-01"]


_WORDS = st.text(max_size=20)
_DAYS = st.none() | st.dates()
_ITEMS = st.builds(
    Item,
    key=_WORDS,
    side=st.sampled_from(Side),
    anchor=_WORDS,
    numbers=st.lists(_WORDS, max_size=3).map(tuple),
    text=_WORDS,
    other=_WORDS,
    subject=_WORDS,
    kind=_WORDS,
    session_year=st.none() | _WORDS,
    submitted_on=_DAYS,
    received_on=_DAYS,
    **{
        name: st.lists(_WORDS, max_size=2).map(tuple)
        for name in ("submitters", "parties", "ministries", "addressees", "respondents")
    },
)


@given(_ITEMS)
def test_an_item_comes_out_of_the_index_as_it_went_in(item: Item) -> None:
    assert unpack_item(pack_item(item)) == item


# Readers and the writer


def test_readers_see_what_is_committed_and_nothing_before(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="eerste woord")])

    with update(tmp_path) as writer:
        writer.add([make_item(key="ah-9", text="tweede woord")])
        before = _texts(index, "woord")
        writer.commit()
        after = _texts(index, "woord")

    assert (before, sorted(after)) == (["eerste woord"], ["eerste woord", "tweede woord"])


def test_what_is_not_committed_is_forgotten(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="eerste woord")])

    with update(tmp_path) as writer:
        writer.replace("ah-tk-20302031-8", [make_item(text="tweede woord")])
    with suppress(ZeroDivisionError), update(tmp_path) as writer:
        writer.delete("ah-tk-20302031-8")
        raise ZeroDivisionError
    with update(tmp_path) as writer:
        writer.commit()

    assert _texts(index, "woord") == ["eerste woord"]


def test_all_items_of_a_publication_are_replaced_and_those_of_others_stay(tmp_path: Path) -> None:
    items = [make_item(text="oud woord", anchor=f"vraag-{n}") for n in range(3)]
    index = make_index(tmp_path, [*items, make_item(key="ah-9", text="ander woord")])

    with update(tmp_path) as writer:
        writer.replace("ah-tk-20302031-8", [make_item(text="nieuw woord")])
        writer.commit()

    assert sorted(_texts(index, "woord")) == ["ander woord", "nieuw woord"]


def test_a_deleted_publication_is_found_no_more(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="een woord"), make_item(key="ah-9", text="ander woord")])

    with update(tmp_path) as writer:
        writer.delete("ah-tk-20302031-8")
        writer.commit()

    assert _texts(index, "woord") == ["ander woord"]


def test_a_snapshot_stays_the_same_while_the_index_changes(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="oud woord")])
    snapshot = index.snapshot()

    with rebuild(tmp_path) as writer:
        writer.add([make_item(text="nieuw woord")])

    assert find_texts(snapshot, "text", "woord") == ["oud woord"]
    assert _texts(index, "woord") == ["nieuw woord"]


def test_a_snapshot_is_the_same_one_for_as_long_as_nothing_is_written(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="woord")])

    assert index.snapshot() is index.snapshot()


def test_threads_may_share_an_index_while_it_is_written(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="woord 0")])
    seen: list[list[int]] = [[] for _ in range(4)]
    is_over = threading.Event()

    def read(counts: list[int]) -> None:
        while not is_over.is_set():
            counts.append(len(_texts(index, "woord")))

    threads = [threading.Thread(target=read, args=(counts,)) for counts in seen]
    for thread in threads:
        thread.start()
    for n in range(1, 6):
        with update(tmp_path) as writer:
            writer.add([make_item(key=f"ah-{n}", text=f"woord {n}")])
            writer.commit()
    with rebuild(tmp_path) as writer:
        for n in range(7):
            writer.add([make_item(key=f"ah-{n}", text=f"woord {n}")])
    is_over.set()
    for thread in threads:
        thread.join()

    assert len(_texts(index, "woord")) == 7
    assert all(counts and counts == sorted(counts) and set(counts) <= set(range(1, 8)) for counts in seen)


# Generations


def test_readers_use_the_old_index_until_the_new_one_is_ready(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="oud woord")])

    with rebuild(tmp_path) as writer:
        writer.add([make_item(text="nieuw woord")])
        writer.commit()
        during = _texts(index, "woord")

    assert (during, _texts(index, "woord")) == (["oud woord"], ["nieuw woord"])


def test_a_rebuild_that_fails_leaves_the_old_index_as_it_was(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="oud woord")])

    with suppress(ZeroDivisionError), rebuild(tmp_path) as writer:
        writer.add([make_item(text="nieuw woord")])
        raise ZeroDivisionError

    assert _texts(index, "woord") == ["oud woord"]


def test_old_generations_are_removed(tmp_path: Path) -> None:
    for n in range(3):
        make_index(tmp_path, [make_item(text=f"woord {n}")])

    assert sorted(path.name for path in tmp_path.iterdir()) == ["000003", "current", "writing.lock"]


def test_a_reader_that_finds_its_generation_removed_opens_the_current_one(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="oud woord")])
    make_index(tmp_path, [make_item(text="nieuw woord")])

    assert _texts(index, "woord") == ["nieuw woord"]


def test_where_there_is_no_index_one_is_told_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"Er is nog geen zoekindex; maak haar met «kamervragen index»\.") as told:
        Index.open(tmp_path / "index")

    assert told.value.code == "no_index"
    assert list(tmp_path.iterdir()) == []


def test_an_index_of_another_version_is_not_used_and_one_is_told_what_to_do(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="woord")])
    (tmp_path / "000001" / "made_for").write_text("schema 0")

    for use in (lambda: Index.open(tmp_path), lambda: update(tmp_path).__enter__()):
        with pytest.raises(
            InputError, match="van een andere versie van dit programma; maak haar opnieuw met «kamervragen index»"
        ):
            use()
    make_index(tmp_path, [make_item(text="woord")])

    assert _texts(index, "woord") == ["woord"]


# One writer; writers that die


def _start(how: str, folder: Path, n: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(TESTS / "index_writing.py"), how, str(folder), str(n)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)


def _kill_at(step: str, how: str, folder: Path, n: int) -> None:
    """Start a writer and kill it, without any warning, at this step."""
    with _start(how, folder, n) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == step:
                process.kill()
    assert process.returncode == -9


def test_a_second_writer_is_told_that_another_is_at_work(tmp_path: Path) -> None:
    make_index(tmp_path, [make_item(text="woord")])

    for how in (update, rebuild):
        with (
            update(tmp_path),
            pytest.raises(StoreError, match=r"Een ander proces werkt de zoekindex al bij; wacht tot dat klaar is\.") as told,
            how(tmp_path),
        ):
            pass
        assert told.value.code == "index_busy"


@pytest.mark.parametrize("step", ["begin", "replace 0", "commit 0", "replace 2", "commit 2", "end", "ended"])
def test_an_update_that_is_killed_leaves_whole_publications_and_the_next_one_completes_it(tmp_path: Path, step: str) -> None:
    index = make_index(tmp_path, [make_item(text="oud woord")])

    _kill_at(step, "update", tmp_path, 5)
    counts = Counter(item_text.split()[0] for item_text in _texts(index, "nieuw"))
    with _start("update", tmp_path, 5) as process:
        process.communicate()

    assert counts["nieuw"] % 2 == 0
    assert process.returncode == 0
    assert len(_texts(index, "nieuw")) == 10
    assert _texts(index, "woord") == ["oud woord"]


@pytest.mark.parametrize("step", ["begin", "replace 0", "replace 4", "end"])
def test_a_rebuild_that_is_killed_leaves_the_old_index_and_the_next_one_completes(tmp_path: Path, step: str) -> None:
    index = make_index(tmp_path, [make_item(text="oud woord")])

    _kill_at(step, "rebuild", tmp_path, 5)
    before = (_texts(index, "woord"), _texts(index, "nieuw"))
    with _start("rebuild", tmp_path, 5) as process:
        process.communicate()

    assert before in ((["oud woord"], []), ([], _texts(index, "nieuw")))  # killed at the end, it may just have come through
    assert len(_texts(index, "nieuw")) == 10
    assert [path.name for path in sorted(tmp_path.iterdir()) if path.is_dir()] == [(tmp_path / "current").read_text()]


def test_a_reader_in_another_process_sees_a_commit(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="oud woord")])

    with _start("update", tmp_path, 1) as process:
        process.communicate()

    assert len(_texts(index, "nieuw")) == 2


def test_a_full_disk_is_one_sentence_and_costs_nothing_that_was_there(tmp_path: Path) -> None:
    index = make_index(tmp_path, [make_item(text="oud woord")])
    program = (
        "import resource, sys; from pathlib import Path\n"
        "from items import make_item\n"
        "from kamervragen.errors import StoreError\n"
        "from kamervragen.search.writer import update\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))\n"
        "try:\n"
        "    with update(Path(sys.argv[1])) as writer:\n"
        "        for n in range(500):\n"
        "            writer.add([make_item(key=f'ah-{n}', text=' '.join(f'woord{n}x{m}' for m in range(100)))])\n"
        "        writer.commit()\n"
        "except StoreError as error:\n"
        "    print(error.code, error)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, env=ENVIRONMENT, check=False
    )

    assert done.stdout.startswith("index_not_written")
    assert "De zoekindex kan niet worden geschreven" in done.stdout
    assert _texts(index, "woord") == ["oud woord"]
