"""What the command on passages that stand in several publications prints; it loads Django."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path

from kamervragen.cli.progress import show_progress
from kamervragen.search.reuse import CommonPassage, SharedPassage
from kamervragen.site.words import count_words
from kamervragen.store.opening import open_record

_Row = Mapping[str, object]


def run_reuse(*, anew: bool, n_workers: int, most: bool, key: str, as_json: bool) -> int:
    """Look for passages where that was not done yet, or list them when asked; gives the exit status."""
    data = open_record()
    _bring_up_to_date(data, anew=anew, n_workers=n_workers, is_quiet=most or bool(key))
    if key:
        _print_rows(_rows_of(data, key), as_json=as_json)
    if most:
        _print_rows(_most_copied(data), as_json=as_json)
    return 0


def _bring_up_to_date(data: Path, *, anew: bool, n_workers: int, is_quiet: bool) -> None:
    from kamervragen.ingest.reusing import bring_up_to_date, rebuild_reuse
    from kamervragen.search.reuse.library import is_library
    from kamervragen.store.models import Publication

    is_new = anew or not is_library(data)
    if is_new:
        with show_progress(Publication.objects.count()) as watch:
            done = rebuild_reuse(data, n_workers=n_workers, told=lambda key: watch("compared", key))
    else:
        done = bring_up_to_date(data, n_workers=n_workers)
    if not is_quiet:
        publications = count_words(done.n_publications, "publicatie", "publicaties")
        answers = count_words(done.n_answers, "antwoord dat lang genoeg is", "antwoorden die lang genoeg zijn")
        verb = "opnieuw vergeleken" if is_new else "bijgewerkt"
        print(f"De overgenomen passages zijn bij: {publications} {verb}, met {answers}.")


def _rows_of(data: Path, key: str) -> Iterable[_Row]:
    """The passages of a publication, and what very many have."""
    from kamervragen.ingest.reusing import answer_texts, passages_of

    found, texts = passages_of(data, key), answer_texts([key])
    passages: tuple[SharedPassage | CommonPassage, ...] = (*found.shared, *found.common)
    for each in passages:
        yield {"key": key, **asdict(each), "text": texts[key, each.anchor][slice(*each.span)]}


def _most_copied(data: Path) -> Iterable[_Row]:
    """The passages that stand in the most publications."""
    from kamervragen.ingest.reusing import answer_texts
    from kamervragen.search.reuse import most_copied

    found = most_copied(data)
    texts = answer_texts(each.key for each in found)
    for each in found:
        yield {**asdict(each), "text": texts[each.key, each.anchor][slice(*each.span)]}


def _print_rows(rows: Iterable[_Row], *, as_json: bool) -> None:
    rows = list(rows)
    for row in rows:
        print(json.dumps(row, ensure_ascii=False) if as_json else _sentence(row))
    if not rows and not as_json:
        print("Er zijn geen passages gevonden die ook in antwoorden van andere publicaties staan.")


def _sentence(row: _Row) -> str:
    """Where a passage stands, and its text."""
    if "other_key" in row:
        same = " (hetzelfde dossier)" if row["is_same_dossier"] else ""
        where = f"{row['anchor']}: {row['n_words']} woorden ook in {row['other_key']} {row['other_anchor']}{same}"
    elif "n_publications" in row:
        where = f"{row['key']} {row['anchor']}: woord voor woord in {row['n_publications']} publicaties"
    else:
        how = "woord voor woord" if row["is_exact"] else "met hier en daar andere woorden"
        where = f"{row['anchor']}: {how} in {row['n_answers']} antwoorden"
    return f"{where}\n    {' '.join(str(row['text']).split())}"
