"""The state of the record, and what a reparse changed in it, as a person reads it in a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kamervragen import authorities
from kamervragen.ingest.reparse import Change, Reparsed
from kamervragen.site.words import KIND_WORDS, count_words, field_word
from kamervragen.store.queries import Gap, Status
from kamervragen.terms import Kind

_SHOWN = 15  # ranges or identifiers on one line of what is missing


def describe_status(status: Status) -> str:
    """The lines that say what is in the record, and what is known to be missing."""
    return "\n".join((*_counts(status), *_years(status), *_ministries(status), *_missing(status), *_failures(status)))


def _counts(status: Status) -> Iterator[str]:
    publications = count_words(status.n_publications, "publicatie", "publicaties")
    sources = count_words(status.n_sources, "bron", "bronnen")
    yield f"{publications} uit {sources}, met {count_words(status.n_questions, 'vraag', 'vragen')}"


def _years(status: Status) -> Iterator[str]:
    yield "\nPer vergaderjaar en soort"
    for each in status.years:
        yield f"  {each.session_year or 'onbekend':<10} {KIND_WORDS[Kind(each.kind)]:<20} {each.n_publications:>8}"


def _ministries(status: Status) -> Iterator[str]:
    yield "\nPer antwoordend ministerie"
    for each in status.ministries:
        yield f"  {_ministry_name(each.ministry):<50} {each.n_publications:>8}"


def _ministry_name(code: str | None) -> str:
    names = [each for each in authorities.load().ministries if each.code == code]
    return max(names, key=lambda each: each.period.age).name if names else code or "niet in de tabel"


def _missing(status: Status) -> Iterator[str]:
    yield "\nBekend, maar niet opgenomen"
    years = {(gap.chamber, gap.session_year): [] for gap in status.gaps}  # type: dict[tuple[str, str], list[Gap]]
    for gap in status.gaps:
        years[gap.chamber, gap.session_year].append(gap)
    for (chamber, session_year), gaps in years.items():
        n = sum(gap.last - gap.first + 1 for gap in gaps)
        yield f"  Aanhangsel {chamber.upper()} {session_year}: {count_words(n, 'nummer', 'nummers')}{_list(map(_range, gaps))}"
    yield f"  Waarnaar wordt verwezen: {count_words(len(status.unseen), 'publicatie', 'publicaties')}{_list(status.unseen)}"


def _range(gap: Gap) -> str:
    return str(gap.first) if gap.first == gap.last else f"{gap.first}–{gap.last}"


def _list(words: Iterable[str]) -> str:
    every = list(words)
    if not every:
        return ""
    return ": " + ", ".join(every[:_SHOWN]) + (", …" if len(every) > _SHOWN else "")


def _failures(status: Status) -> Iterator[str]:
    yield f"\nMislukt: {count_words(sum(each.n_documents for each in status.failures), 'document', 'documenten')}"
    for each in status.failures:
        yield f"  {each.stage}/{each.code:<20} {each.n_documents:>8}"


def describe_reparse(done: Reparsed) -> str:
    """The lines that say what a reparse changed: each field, in how many publications, and in which."""
    sources = count_words(done.n_read, "bron", "bronnen")
    first = f"{sources} opnieuw gelezen, {len(done.changes)} veranderd, {done.n_failed} mislukt."
    return "\n".join((first, *_changes(done.changes)))


def _changes(changes: Sequence[Change]) -> Iterator[str]:
    for field, n in Counter(field for change in changes for field in change.fields).most_common():
        keys = sorted(change.key for change in changes if field in change.fields)
        yield f"  {field_word(field)} ({field}): {n}{_list(keys)}"
