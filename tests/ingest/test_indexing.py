"""The search index beside the record: whatever is written, in whatever order and however it is interrupted, it says what the record says."""

import tempfile
import threading
from collections import Counter
from pathlib import Path

import pytest
import tantivy
from django.db import DatabaseError, connection
from hypothesis import given, settings
from hypothesis import strategies as st

from command_line import kill_after, start
from entries import NOON, handed_in, make, two_questions
from invented import write_documents
from items import find, find_texts
from kamervragen.errors import InputError, StoreError
from kamervragen.ingest.indexing import Indexed, Keeper, bring_up_to_date, rebuild_index
from kamervragen.ingest.reparse import reparse
from kamervragen.ingest.run import ingest
from kamervragen.limits import DEFAULT
from kamervragen.model import Answer, Question, Span
from kamervragen.search.index import Index, index_folder
from kamervragen.search.packing import pack_item
from kamervragen.search.writer import begin, update
from kamervragen.store.entry import Entry
from kamervragen.store.models import Publication, Reading, Unindexed
from kamervragen.store.packing import pack
from kamervragen.store.writing import write_batch
from kamervragen.terms import MediaType
from records import make_tables, record_in

KEY = "ah-tk-20302031-8"


def _ingest(data: Path, folder: Path) -> Counter[str]:
    return ingest([folder], data=data, limits=DEFAULT, n_workers=1, watch=lambda *_: None)


def _write(*entries: Entry, minute: int = 0) -> None:
    write_batch(handed_in(*entries, minute=minute), (), at=NOON)


def _asked(data: str, *texts: str, media_type: MediaType = MediaType.PLAIN, **fields: object) -> Entry:
    """The entry of a document with questions of these texts."""
    questions = (Question(number=str(n), text=text, division=None, spans=(Span(n, n + 1),)) for n, text in enumerate(texts, 1))
    return make(data, media_type, questions=tuple(questions), **fields)


def _rebuild(data: Path, told=lambda key: None) -> Indexed:
    return rebuild_index(data, n_workers=1, told=told)


def _found(data: Path, word: str) -> list[str]:
    return find_texts(Index.open(index_folder(data)).snapshot(), "text", word)


def _noted() -> list[str]:
    return sorted(Unindexed.objects.values_list("key", flat=True))


def _contents(data: Path) -> list[bytes]:
    """All items of the index, in an order of their own."""
    snapshot = Index.open(index_folder(data)).snapshot()
    hits = snapshot.searcher.search(tantivy.Query.all_query(), 10_000).hits
    return sorted(pack_item(snapshot.item(address)) for _, address in hits)


# Ingest and reparse keep it up to date


def test_what_is_ingested_is_found_at_once_by_an_index_that_was_open_already(record: Path, tmp_path: Path) -> None:
    begin(index_folder(record))
    index = Index.open(index_folder(record))

    _ingest(record, write_documents(tmp_path / "in", 3))

    assert sorted(find_texts(index.snapshot(), "text", "plein")) == [f"Regent het op plein {n}?" for n in (1, 2, 3)]
    assert _noted() == []


def test_the_first_ingest_makes_the_index(record: Path, tmp_path: Path) -> None:
    _ingest(record, write_documents(tmp_path / "in", 2))

    assert len(_found(record, "plein")) == 2


def test_a_reparse_indexes_what_is_read_otherwise(record: Path, tmp_path: Path) -> None:
    _ingest(record, write_documents(tmp_path / "in", 2))
    Reading.objects.update(packed_record=_asked("x", "Iets anders op plein 3?").packed_record)
    _rebuild(record)
    assert _found(record, "plein") == ["Iets anders op plein 3?"] * 2

    reparse(data=record, limits=DEFAULT, n_workers=1, watch=lambda *_: None)

    assert sorted(_found(record, "plein")) == ["Regent het op plein 1?", "Regent het op plein 2?"]
    assert _noted() == []


def test_a_long_run_brings_the_index_up_to_date_before_its_end(record: Path) -> None:
    keeper = Keeper(record, 1)
    _write(_asked("a", "Regent het op plein 8?", id=KEY))

    keeper.note(4_999)
    before = _found(record, "plein")
    keeper.note(1)

    assert (before, _found(record, "plein")) == ([], ["Regent het op plein 8?"])


def test_an_ingest_into_a_record_without_index_leaves_it_to_the_command_that_makes_one(record: Path, tmp_path: Path) -> None:
    _write(_asked("a", "Regent het op plein 8?", id=KEY))

    assert _ingest(record, write_documents(tmp_path / "in", 2)) == {"added": 2}

    assert _noted() == ["ah-tk-20302031-1", "ah-tk-20302031-2", KEY]
    assert not index_folder(record).exists()
    with pytest.raises(InputError, match="Er is nog geen zoekindex"):
        bring_up_to_date(record)


def test_an_ingest_while_another_process_is_at_the_index_leaves_it_what_changed(record: Path, tmp_path: Path) -> None:
    begin(index_folder(record))

    with update(index_folder(record)):
        tally = _ingest(record, write_documents(tmp_path / "in", 2))
        with pytest.raises(StoreError, match="Een ander proces werkt de zoekindex al bij"):
            bring_up_to_date(record)

    assert tally == {"added": 2}
    assert _noted() == ["ah-tk-20302031-1", "ah-tk-20302031-2"]
    assert bring_up_to_date(record) == Indexed(n_publications=2, n_items=8)


# Replaced, moved, gone


def test_a_better_form_replaces_what_the_index_has_of_a_publication(record: Path) -> None:
    begin(index_folder(record))
    _write(_asked("a", "Uit het woord PDF?", "Tweede woord?", id=KEY, media_type=MediaType.PDF))
    bring_up_to_date(record)

    _write(_asked("b", "Uit het woord XML?", id=KEY, media_type=MediaType.XML))

    assert bring_up_to_date(record) == Indexed(n_publications=1, n_items=1)
    assert _found(record, "woord") == ["Uit het woord XML?"]


def test_a_publication_that_moves_is_found_under_its_new_key_only(record: Path) -> None:
    begin(index_folder(record))
    _write(_asked("tekst", "Een woord?"))
    bring_up_to_date(record)
    snapshot = Index.open(index_folder(record)).snapshot()

    _write(_asked("tekst", "Een woord?", id=KEY))
    bring_up_to_date(record)

    assert [item.key for item in find(snapshot, "text", "woord")] == ["bron-324d0315d575"]
    assert [item.key for item in find(Index.open(index_folder(record)).snapshot(), "text", "woord")] == [KEY]


def test_a_publication_that_lost_its_questions_is_found_no_more(record: Path) -> None:
    begin(index_folder(record))
    _write(_asked("a", "Een woord?", id=KEY))
    bring_up_to_date(record)

    _write(make("b", id=KEY), minute=1)
    bring_up_to_date(record)

    assert _found(record, "woord") == []


_ENTRIES = st.builds(
    lambda data, number, text, media_type: _asked(
        f"{data}",
        f"woord {text}",
        f"nog een woord {text}",
        media_type=media_type,
        **({"id": f"ah-tk-20302031-{number}"} if number else {}),
    ),
    data=st.sampled_from("abcde"),
    number=st.integers(0, 3),
    text=st.integers(0, 2),
    media_type=st.sampled_from([MediaType.XML, MediaType.PDF, MediaType.PLAIN]),
)


@given(st.lists(st.tuples(st.lists(_ENTRIES, min_size=1, max_size=3), st.booleans()), min_size=1, max_size=6))
@settings(max_examples=10)
def test_after_any_ingests_in_any_order_the_index_is_what_a_rebuild_makes(steps: list[tuple[list[Entry], bool]]) -> None:
    with tempfile.TemporaryDirectory() as folder, record_in(Path(folder)):
        data = Path(folder)
        make_tables()
        begin(index_folder(data))
        for minute, (entries, is_indexed) in enumerate(steps):
            _write(*entries, minute=minute)
            if is_indexed:
                bring_up_to_date(data)
        bring_up_to_date(data)
        kept_up = _contents(data)

        _rebuild(data)

        assert kept_up == _contents(data)
        assert len(kept_up) == 2 * Publication.objects.count()
        assert _noted() == []


def test_bringing_up_to_date_twice_changes_nothing(record: Path) -> None:
    begin(index_folder(record))
    _write(_asked("a", "Een woord?", id=KEY))
    bring_up_to_date(record)
    before = (index_folder(record) / "000001" / "meta.json").read_bytes()

    assert bring_up_to_date(record) == Indexed()
    assert (index_folder(record) / "000001" / "meta.json").read_bytes() == before


# Rebuild


def test_a_rebuild_has_every_publication_and_strikes_all_notes(record: Path, tmp_path: Path) -> None:
    _ingest(record, write_documents(tmp_path / "in", 250))
    before = _contents(record)
    _write(make("zonder vragen"))
    told: list[str] = []

    assert _rebuild(record, told.append) == Indexed(n_publications=251, n_items=1000)

    assert _contents(record) == before
    assert (len(told), _noted()) == (251, [])


def test_what_is_written_during_a_rebuild_is_in_the_new_index_too(record: Path) -> None:
    _write(_asked("a", "Eerste woord?", id=KEY), _asked("b", "Oud woord?", id="ah-tk-20302031-9"))

    def write(key: str) -> None:
        if key == "ah-tk-20302031-9":
            _write(
                _asked("c", "Nieuw woord?", id="ah-tk-20302031-9"), _asked("d", "Ander woord?", id="ah-tk-20302031-10"), minute=1
            )

    _rebuild(record, write)

    assert sorted(_found(record, "woord")) == ["Ander woord?", "Eerste woord?", "Nieuw woord?"]
    assert _noted() == []


def test_a_record_that_cannot_be_read_is_named_and_leaves_the_old_index(record: Path) -> None:
    begin(index_folder(record))
    _write(_asked("a", "Een woord?", id=KEY))
    bring_up_to_date(record)
    Reading.objects.update(packed_record=pack({"source": "vragen.txt"}))

    with pytest.raises(
        StoreError, match=r"vragen.txt: Dit is geen vastgelegd document: .*Maak het opnieuw met «kamervragen reparse»"
    ):
        _rebuild(record)

    assert _found(record, "woord") == ["Een woord?"]


def test_items_need_no_more_of_a_record_than_what_is_unpacked_of_it(record: Path) -> None:
    spans = (Span(0, 1),)
    answers = (Answer(numbers=("1", "2"), text="Een woord.", spans=spans),)
    begin(index_folder(record))
    _write(make("a", id=KEY, **{**two_questions(), "answers": answers}))
    bring_up_to_date(record)

    (item,) = find(Index.open(index_folder(record)).snapshot(), "text", "woord")

    assert (item.other, item.submitters, item.parties, item.subject) == ("Regent het?", ("Jansen",), ("Partij A",), "het weer")


# Faults and interruptions


def test_notes_go_only_when_the_index_has_what_they_say(record: Path) -> None:
    begin(index_folder(record))
    _write(_asked("a", "Een woord?", id=KEY))
    with connection.cursor() as cursor:
        cursor.execute("CREATE TRIGGER fault BEFORE DELETE ON store_unindexed BEGIN SELECT RAISE(ABORT, 'fault'); END")

    with pytest.raises(DatabaseError, match="fault"):
        bring_up_to_date(record)
    found, noted = _found(record, "woord"), _noted()
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER fault")
    bring_up_to_date(record)

    assert (found, noted) == (["Een woord?"], [KEY])
    assert (_found(record, "woord"), _noted()) == (["Een woord?"], [])


def test_what_is_written_while_the_index_is_brought_up_to_date_keeps_its_note(record: Path) -> None:
    begin(index_folder(record))
    _write(_asked("a", "Oud woord?", id=KEY))

    def write_again(execute, sql, params, many, context):
        if sql.startswith("DELETE") and not Publication.objects.filter(kind="other").exists():
            Publication.objects.update(kind="other")
            Reading.objects.update(packed_record=_asked("a", "Nieuw woord?").packed_record)
            Unindexed.objects.create(key=KEY)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(write_again):
        bring_up_to_date(record)

    assert (_found(record, "woord"), _noted()) == (["Nieuw woord?"], [])


@pytest.mark.parametrize("command", [("index",), ("index", "--rebuild")])
def test_killed_at_any_moment_it_leaves_a_whole_index_and_the_next_command_completes_it(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    folder, data = write_documents(tmp_path / "in", 300), tmp_path / "data"
    with start(data, "ingest", folder) as process:
        process.communicate()
    with record_in(data):
        everything = _contents(data)
        Unindexed.objects.bulk_create([Unindexed(key=key) for key in Publication.objects.values_list("key", flat=True)])

        for seconds in (0.6, 0.9, 1.2, 1.5, 1.8):
            kill_after(seconds, start(data, *command))
            assert _contents(data) == everything

        with start(data, *command) as process:
            process.communicate()
        assert (process.returncode, _contents(data), _noted()) == (0, everything, [])


def test_pages_are_searched_while_the_index_is_rebuilt_by_another_process(tmp_path: Path) -> None:
    folder, data = write_documents(tmp_path / "in", 200), tmp_path / "data"
    with start(data, "ingest", folder) as process:
        process.communicate()
    index = Index.open(index_folder(data))
    counts: set[int] = set()

    with start(data, "index", "--rebuild") as process:
        watcher = threading.Thread(target=process.wait)
        watcher.start()
        while watcher.is_alive():
            counts.add(len(find_texts(index.snapshot(), "text", "plein")))

    assert (process.returncode, counts) == (0, {200})
    assert (index_folder(data) / "current").read_text() == "000002"


def test_many_that_changed_are_made_ready_by_worker_processes_with_the_same_outcome(record: Path) -> None:
    begin(index_folder(record))
    for batch in range(6):
        _write(
            *(
                _asked(f"{batch} {n}", f"Vraag {n} over woord {batch}?", id=f"ah-tk-20302031-{batch * 100 + n}")
                for n in range(100)
            )
        )

    assert bring_up_to_date(record, n_workers=2) == Indexed(n_publications=600, n_items=600)

    kept_up = _contents(record)
    _rebuild(record)
    assert kept_up == _contents(record)
