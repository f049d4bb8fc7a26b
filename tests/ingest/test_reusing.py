"""Passages beside the record: whatever is written, in whatever order and however it is interrupted, they are those of the record."""

import tempfile
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_line import kill_after, start
from entries import NOON, handed_in, make
from kamervragen.errors import InputError, StoreError
from kamervragen.ingest.linking import link_changed
from kamervragen.ingest.reparse import reparse
from kamervragen.ingest.reusing import Reused, bring_up_to_date, keep_up, most_copied_by, passages_of, rebuild_reuse
from kamervragen.ingest.run import ingest
from kamervragen.limits import DEFAULT
from kamervragen.model import Answer, Respondent, Span
from kamervragen.search.reuse.library import is_library, reuse_folder
from kamervragen.search.reuse.writer import update
from kamervragen.store.entry import Entry
from kamervragen.store.models import Publication, Reading
from kamervragen.store.packing import pack
from kamervragen.store.writing import write_batch
from kamervragen.terms import MediaType, Role
from records import make_tables, record_in

PASSAGE = (
    "De gemeente Duinoord heeft in het voorjaar een vergunning verleend voor drie windmolens langs de vaart bij Ziltdorp, en de "
    "provincie ziet daarop toe."
)
SECOND = (
    "Over de gevolgen voor de scheepvaart en de visserij is op dit moment nog te weinig bekend om daar nu al conclusies aan te "
    "verbinden, zo meldt het waterschap."
)
_DOCUMENT = """\
Tweede Kamer der Staten-Generaal
Vergaderjaar 2030–2031 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden
{n}
Vragen van het lid Jansen (Partij A) aan de Minister van Defensie over het weer op plein {n} (ingezonden 29 januari 2031).
Antwoord van Minister De Vries (Defensie) (ontvangen 16 februari 2031).

Vraag 1
Regent het op plein {n}?

Antwoord 1
{answer}

ah-tk-20302031-{n}
"""


def _key(n: int) -> str:
    return f"ah-tk-20302031-{n}"


def _write_documents(folder: Path, n_documents: int) -> Path:
    """A folder with documents of which each has a passage in common with every tenth."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(1, n_documents + 1):
        answer = f"{' '.join(f'woord{n % 10}x{place}' for place in range(30))}."
        (folder / f"{n:04}.txt").write_text(_DOCUMENT.format(n=n, answer=answer), encoding="utf-8")
    return folder


def _answered(data: str, *texts: str, media_type: MediaType = MediaType.PLAIN, **fields: object) -> Entry:
    answers = tuple(Answer(numbers=(str(n),), text=text, spans=(Span(n, n + 1),)) for n, text in enumerate(texts, 1))
    return make(data, media_type, answers=answers, **fields)


def _write(*entries: Entry, minute: int = 0) -> None:
    write_batch(handed_in(*entries, minute=minute), (), at=NOON)


def _others(data: Path, key: str) -> list[str]:
    return [each.other_key for each in passages_of(data, key).shared]


def _everything(data: Path) -> dict[str, object]:
    return {key: passages_of(data, key) for key in Publication.objects.order_by("key").values_list("key", flat=True)}


def test_what_is_ingested_is_compared_at_once(record: Path, tmp_path: Path) -> None:
    ingest([_write_documents(tmp_path / "in", 12)], data=record, limits=DEFAULT, n_workers=1, watch=lambda *_: None)

    assert _others(record, _key(1)) == [_key(11)]
    assert _others(record, _key(12)) == [_key(2)]
    assert _others(record, _key(3)) == []


def test_a_reparse_takes_in_what_is_read_otherwise(record: Path, tmp_path: Path) -> None:
    ingest([_write_documents(tmp_path / "in", 12)], data=record, limits=DEFAULT, n_workers=1, watch=lambda *_: None)
    before = _everything(record)

    reparse(data=record, limits=DEFAULT, n_workers=1, watch=lambda *_: None)

    assert _everything(record) == before
    assert bring_up_to_date(record) == Reused()


def test_an_ingest_into_a_record_where_nobody_looked_leaves_it_to_the_command(record: Path, tmp_path: Path) -> None:
    _write(_answered("a", PASSAGE, id=_key(9)))

    ingest([_write_documents(tmp_path / "in", 2)], data=record, limits=DEFAULT, n_workers=1, watch=lambda *_: None)

    assert not is_library(record)
    with pytest.raises(InputError, match="Er is nog niet gezocht naar overgenomen passages"):
        bring_up_to_date(record)
    assert rebuild_reuse(record, n_workers=1) == Reused(n_publications=3, n_answers=3)


def test_while_another_process_is_at_it_the_work_is_left_to_the_next(record: Path) -> None:
    rebuild_reuse(record, n_workers=0)
    _write(_answered("a", PASSAGE, id=_key(1)))

    with update(reuse_folder(record)):
        keep_up(record, n_workers=1)
        with pytest.raises(StoreError, match="Een ander proces zoekt al naar overgenomen passages"):
            bring_up_to_date(record)

    assert bring_up_to_date(record) == Reused(n_publications=1, n_answers=1)


def test_only_what_changed_is_taken_in_again(record: Path) -> None:
    rebuild_reuse(record, n_workers=0)
    _write(_answered("a", PASSAGE, "Ja.", id=_key(1)), _answered("b", PASSAGE, id=_key(2)))

    assert bring_up_to_date(record) == Reused(n_publications=2, n_answers=2)
    assert bring_up_to_date(record) == Reused()
    _write(_answered("c", SECOND, id=_key(3)))
    assert bring_up_to_date(record) == Reused(n_publications=1, n_answers=1)


def test_a_better_form_replaces_the_answers_of_a_publication(record: Path) -> None:
    rebuild_reuse(record, n_workers=0)
    _write(_answered("a", PASSAGE, id=_key(1), media_type=MediaType.PDF), _answered("b", PASSAGE, id=_key(2)))
    bring_up_to_date(record)
    assert _others(record, _key(2)) == [_key(1)]

    _write(_answered("c", SECOND, id=_key(1), media_type=MediaType.XML), minute=1)
    bring_up_to_date(record)

    assert _others(record, _key(2)) == []


def test_a_publication_that_moves_takes_its_passages_to_its_new_key(record: Path) -> None:
    rebuild_reuse(record, n_workers=0)
    _write(_answered("a", PASSAGE), _answered("b", PASSAGE, id=_key(2)))
    bring_up_to_date(record)
    (before,) = _others(record, _key(2))

    _write(_answered("a", PASSAGE, id=_key(1)), minute=1)
    bring_up_to_date(record)

    assert before.startswith("bron-")
    assert _others(record, _key(2)) == [_key(1)]
    assert _others(record, before) == []


def test_passages_of_the_same_dossier_are_marked(record: Path) -> None:
    cases = {1: "2031Z00042", 2: "2031Z00042", 3: "2031Z00043"}
    _write(*(_answered(f"a{n}", PASSAGE, id=_key(n), case_number=case) for n, case in cases.items()))
    rebuild_reuse(record, n_workers=0)
    assert [each.is_same_dossier for each in passages_of(record, _key(1)).shared] == [False, False]

    link_changed(record, today=date(2031, 3, 2))

    assert [(each.other_key, each.is_same_dossier) for each in passages_of(record, _key(1)).shared] == [
        (_key(2), True),
        (_key(3), False),
    ]


def test_the_most_copied_passages_of_a_ministry_are_those_of_its_own_publications(record: Path) -> None:
    def by(portfolio: str) -> tuple[Respondent, ...]:
        return (Respondent(role=Role.MINISTER, name=None, portfolio=portfolio),)

    _write(
        *(_answered(f"a{n}", PASSAGE, SECOND, id=_key(n), respondents=by("Financiën")) for n in (1, 2)),
        _answered("a3", SECOND, id=_key(3), respondents=by("Defensie")),
    )
    rebuild_reuse(record, n_workers=0)

    assert sorted((each.anchor, each.n_publications) for each in most_copied_by(record, "mnre1090")) == [
        ("antwoord-1", 2),
        ("antwoord-2", 2),
    ]
    assert most_copied_by(record, "mnre1018") == ()


_texts = st.lists(st.sampled_from([PASSAGE, SECOND, "Ja.", f"{SECOND} {PASSAGE}"]), max_size=2)


@settings(max_examples=10, deadline=None)
@given(st.lists(_texts, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_any_batches_in_any_order_give_the_passages_of_a_rebuild(publications: list[list[str]], random: Random) -> None:
    entries = [_answered(f"a{n}", *texts, id=_key(n)) for n, texts in enumerate(publications)]
    with tempfile.TemporaryDirectory() as folder, record_in(Path(folder)):
        make_tables()
        rebuild_reuse(Path(folder), n_workers=0)
        random.shuffle(entries)
        while entries:
            size = random.randint(1, 3)
            _write(*entries[:size])
            entries = entries[size:]
            bring_up_to_date(Path(folder))
        by_and_by = _everything(Path(folder))
        rebuild_reuse(Path(folder), n_workers=0)

        assert by_and_by == _everything(Path(folder))


def test_worker_processes_make_the_same(record: Path) -> None:
    rebuild_reuse(record, n_workers=0)
    for batch in range(6):
        _write(
            *(
                _answered(f"{batch} {n}", f"{PASSAGE} {batch}" if n == 0 else SECOND[n % 9 :], id=_key(batch * 100 + n))
                for n in range(100)
            )
        )

    assert bring_up_to_date(record, n_workers=2) == Reused(n_publications=600, n_answers=600)

    kept_up = _everything(record)
    rebuild_reuse(record, n_workers=1)
    assert kept_up == _everything(record)
    assert len(_others(record, _key(0))) == 5


def test_a_record_that_cannot_be_read_is_named_and_leaves_what_was_there(record: Path) -> None:
    _write(_answered("a", PASSAGE, id=_key(1)), _answered("b", PASSAGE, id=_key(2)))
    rebuild_reuse(record, n_workers=0)
    Reading.objects.update(packed_record=pack({"source": "vragen.txt"}))

    with pytest.raises(StoreError, match=r"vragen\.txt: Dit is geen vastgelegd document"):
        rebuild_reuse(record, n_workers=0)

    assert _others(record, _key(1)) == [_key(2)]


@pytest.mark.parametrize("command", [("reuse",), ("reuse", "--rebuild")])
def test_killed_at_any_moment_it_leaves_all_passages_and_the_next_command_completes_them(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    folder, data = _write_documents(tmp_path / "in", 150), tmp_path / "data"
    with start(data, "ingest", folder) as process:
        process.communicate()
    with record_in(data):
        everything = _everything(data)
        assert len(_others(data, _key(1))) == 14

        for seconds in (0.6, 0.9, 1.2, 1.5, 1.8):
            with update(reuse_folder(data)) as writer:
                writer.remove([_key(n) for n in range(1, 100)])
            before = _everything(data)
            kill_after(seconds, start(data, *command))
            assert before != everything
            assert _everything(data) in (before, everything)

        with start(data, *command) as process:
            process.communicate()
        assert (process.returncode, _everything(data)) == (0, everything)
