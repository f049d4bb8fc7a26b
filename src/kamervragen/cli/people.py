"""What the commands about people print: what an import took over, row by row what it could not, and who is who afterwards."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kamervragen.dutch.counting import join_words
from kamervragen.environment import read_environment
from kamervragen.errors import InputError
from kamervragen.people.assemble import Assembly
from kamervragen.people.claims import find_disputed
from kamervragen.people.foreign import Reading
from kamervragen.people.match import People
from kamervragen.people.plain import describe_person
from kamervragen.people.reading import has_next_page, read_people
from kamervragen.people.records import Candidate, Identification, Term
from kamervragen.site.words import CERTAINTY_WORDS, NAME_EVIDENCE_WORDS, count_words
from kamervragen.store.opening import open_record
from kamervragen.terms import NameEvidence

_FORMS = ("*.json", "*.xml", "*.csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file that was read: its name, what it says, and whether it says that another page follows."""

    name: str
    reading: Reading
    has_next: bool


def run_import(paths: Sequence[Path], as_of: str) -> int:
    """Put files of people into the record; gives the exit status: 1 when a row was no good, or two contradict each other.

    Raises:
        InputError: a file is no list of people, or a day is none; then nothing is written.
    """
    day = _read_day(as_of, "--as-of")
    files = [_read(path, day) for path in _files(paths)]
    open_record()
    from django.utils import timezone

    from kamervragen.store.people import load_assembly, write_claims

    claims = [claim for each in files for claim in each.reading.claims]
    removed = [key for each in files for key in each.reading.removed]
    tally = write_claims(claims, removed, at=timezone.now())
    disputed = find_disputed(claims)
    for line in (*_describe_files(files), *_describe_missing_pages(files), *map(_describe_disputed, disputed)):
        print(line)
    print(f"{tally.n_added} nieuw, {tally.n_changed} gewijzigd, {tally.n_known} al bekend, {tally.n_removed} vervallen.")
    print(describe_assembly(load_assembly()))
    return int(bool(disputed) or any(each.reading.faults for each in files))


def _read_day(printed: str, option: str) -> date | None:
    try:
        return date.fromisoformat(printed) if printed else None
    except ValueError:
        message = f"«{printed}» is geen dag; schrijf {option} als 2030-01-31."
        raise InputError("bad_day", message) from None


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files at these paths; of a folder its JSON, XML and CSV."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(each for form in _FORMS for each in path.glob(form))
        if not inside:
            raise InputError("empty", "In deze map staat geen JSON, geen XML en geen CSV.", where=str(path))
        yield from inside


def _read(path: Path, as_of: date | None) -> _File:
    limit = read_environment(os.environ).limits.max_document_bytes
    try:
        if path.stat().st_size > limit:
            message = f"Dit bestand is groter dan {limit} bytes; deel het, of verhoog KAMERVRAGEN_MAX_DOCUMENT_BYTES."
            raise InputError("too_large", message, where=str(path))
        data = path.read_bytes()
    except OSError as error:
        message = f"Dit bestand kan niet worden gelezen ({error.strerror}); controleer het pad."
        raise InputError("not_readable", message, where=str(path)) from error
    return _File(name=str(path), reading=read_people(data, str(path), as_of), has_next=has_next_page(data))


def _describe_files(files: Sequence[_File]) -> Iterator[str]:
    for each in files:
        reading = each.reading
        n_skipped = sum(n for _, n in reading.skipped)
        rows = count_words(reading.n_rows, "rij", "rijen")
        yield f"{each.name}: {reading.kind}, {rows}, waarvan {n_skipped} overgeslagen en {len(reading.faults)} niet begrepen"
        yield from (f"  overgeslagen ({n}): {reason}" for reason, n in reading.skipped)
        yield from (f"  rij {fault.row}: {fault.sentence}" for fault in reading.faults)


def _describe_missing_pages(files: Sequence[_File]) -> Iterator[str]:
    """One line for each kind of which every page says that another follows."""
    for kind in dict.fromkeys(each.reading.kind for each in files):
        if all(each.has_next for each in files if each.reading.kind == kind):
            yield f"Van {kind} ontbreekt de laatste pagina: elke pagina noemt een volgende."


def _describe_disputed(key: str) -> str:
    return f"Rijen spreken elkaar tegen over «{key}»: de laatste telt nu. Laat er één staan, en lees opnieuw in."


def describe_assembly(assembly: Assembly) -> str:
    """How many persons there are, and what could not be put together, in words."""
    lines = [f"Bekend zijn nu {count_words(len(assembly.persons), 'persoon', 'personen')}."]
    if assembly.n_namesakes:
        lines.append(f"Van {assembly.n_namesakes} namen is de sleutel die van een naamgenoot; zij staan apart.")
    if assembly.n_without_party:
        lines.append(f"Van {count_words(assembly.n_without_party, 'zetel', 'zetels')} is de fractie niet bekend.")
    if assembly.n_nameless:
        lines.append(f"{count_words(assembly.n_nameless, 'zetel of ambt', 'zetels en ambten')} zijn van personen zonder naam.")
    return "\n".join(lines)


def print_people(name: str, *, party: str, printed_day: str, as_json: bool) -> int:
    """Print who may be meant by a printed name; gives the exit status: 0 when it is one person, 1 when not.

    Raises:
        InputError: the day is none.
    """
    on = _read_day(printed_day, "--on")
    open_record()
    from kamervragen.store.faults import database_faults
    from kamervragen.store.people import load_people

    with database_faults():
        known = load_people()
    found = (
        known.identify_holder(name, on) if _is_holder(known, name, party, on) else known.identify_member(name, party or None, on)
    )
    for each in found.candidates:
        print(json.dumps(_plain(each, found), ensure_ascii=False) if as_json else "\n".join(_describe(each, known)))
    if not as_json:
        print(_conclude(found))
    return 0 if found.person else 1


def _is_holder(known: People, name: str, party: str, on: date | None) -> bool:
    """Whether to look among who held an office: no party is given, and an office on the day is what tells who is meant."""
    return not party and any(NameEvidence.OFFICE in each.evidence for each in known.identify_holder(name, on).candidates)


def _describe(candidate: Candidate, known: People) -> Iterator[str]:
    person = candidate.person
    evidence = join_words([NAME_EVIDENCE_WORDS[each] for each in candidate.evidence])
    yield f"{person.name} [{person.key}], {CERTAINTY_WORDS[candidate.certainty]}: {evidence}"
    yield from (f"  {_span(each)}  {each.party or 'fractie onbekend'}  ({each.source})" for each in person.seats)
    yield from (f"  {_span(each)}  {known.name_office(each)}  ({each.source})" for each in person.tenures)


def _span(term: Term) -> str:
    """A period as it stands in a list; an open one says up to which day it is known."""
    first = term.period.first.isoformat() if term.period.first else "?"
    last = term.period.last.isoformat() if term.period.last else "heden"
    if term.period.last is None and term.known_until:
        last = f"minstens {term.known_until.isoformat()}"
    return f"{first} tot en met {last}"


def _conclude(found: Identification) -> str:
    if found.person:
        return f"«{found.printed}» is {found.person.name}."
    if found.is_ambiguous:
        return f"«{found.printed}» kan van {len(found.candidates)} personen zijn; er is niet gekozen."
    return f"«{found.printed}» is niemand die met zekerheid bekend is."


def _plain(candidate: Candidate, found: Identification) -> dict[str, object]:
    return {
        "printed": found.printed,
        "is_meant": found.person == candidate.person,
        "certainty": candidate.certainty.value,
        "evidence": [each.value for each in candidate.evidence],
        "person": describe_person(candidate.person),
    }
