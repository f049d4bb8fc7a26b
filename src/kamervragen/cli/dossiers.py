"""What the commands on dossiers print: one dossier, the open questions, and the linking of all. They load Django."""

import json
import sys
from collections.abc import Iterator, Sequence

from kamervragen.cli.progress import show_progress
from kamervragen.dossiers import Dossier
from kamervragen.errors import InputError
from kamervragen.search.fields import find_ministries, present_ministries
from kamervragen.site.words import count_words
from kamervragen.store.opening import open_record


def run_dossier(name: str, *, as_json: bool) -> int:
    """Print the dossier that has this name, as text or as the JSON of its page's twin; gives the exit status."""
    open_record()
    from kamervragen.cli.dossier_text import describe_dossier
    from kamervragen.compare import compare
    from kamervragen.site.coverage import keep_missing_numbers
    from kamervragen.site.dossier_heading import tell_gaps
    from kamervragen.site.dossier_twin import make_twin
    from kamervragen.site.open_day import keep_day
    from kamervragen.site.twins import plain
    from kamervragen.track import track

    dossier = find_dossier(name)
    timing = track(dossier, keep_day())
    if as_json:
        print(json.dumps(plain(make_twin(dossier, timing, compare(dossier))), ensure_ascii=False))
    else:
        print("\n".join(describe_dossier(dossier, timing, tell_gaps(dossier, timing, keep_missing_numbers))))
    return 0


def find_dossier(name: str) -> Dossier:
    """The dossier that has this name.

    Raises:
        InputError: none has.
    """
    from kamervragen.store.dossiers import find_dossier_key, load_dossier

    key = find_dossier_key(name)
    if key is None:
        message = f"Er is geen dossier «{name}»; geef een zaaknummer zoals 2024Z01294 of een nummer zoals ah-tk-20232024-1067."
        raise InputError("no_such_dossier", f"{message}{_unlinked_sentence()}")
    return load_dossier(key)


def run_open(*, ministry: str, only_late: bool, as_json: bool) -> int:
    """Print which answers are waited for, what was asked first coming first; gives the exit status."""
    open_record()
    from kamervragen.cli.open_text import describe_line, describe_open
    from kamervragen.site.open_choice import LATE, is_of, order_of
    from kamervragen.site.open_day import keep_day
    from kamervragen.site.open_lines import make_open_lines
    from kamervragen.site.twins import plain
    from kamervragen.store.chunks import in_chunks
    from kamervragen.store.dossier_models import AddresseeRow

    day, which = keep_day(), LATE if only_late else ""
    asked = AddresseeRow.objects.filter(ministry__in=_read_ministry(ministry)) if ministry else AddresseeRow.objects.all()
    print(describe_open(asked, day) + _unlinked_sentence(), file=sys.stderr if as_json else sys.stdout)
    ids = list(asked.filter(is_of(which, day)).order_by(*order_of(which)).values_list("pk", flat=True))
    for chunk in in_chunks(ids):
        for line in make_open_lines(chunk, day):
            print(json.dumps(plain(line), ensure_ascii=False) if as_json else describe_line(line))
    return 0


def _read_ministry(printed: str) -> tuple[str, ...]:
    codes = find_ministries(printed)
    if not codes:
        message = f"«{printed}» is geen ministerie dat de tabel kent; nu zijn er: {'; '.join(present_ministries())}."
        raise InputError("unknown_ministry", message)
    return codes


def run_link(*, anew: bool) -> int:
    """Link what changed, or all of the record; gives the exit status, which is 1 when a row of the editor cannot be read."""
    data = open_record()
    from kamervragen.ingest.linking import link_all, link_changed, read_correction_file
    from kamervragen.store.dossier_models import DossierRow, Unlinked
    from kamervragen.store.models import Publication

    file = read_correction_file(data)
    n = Publication.objects.count() if anew else Unlinked.objects.count()
    with show_progress(n) as watch:

        def tell(n_publications: int) -> None:
            for _ in range(n_publications):
                watch("linked", "")

        done = (link_all if anew else link_changed)(data, told=tell)
    publications = count_words(done.n_publications, "publicatie", "publicaties")
    n_dossiers = DossierRow.objects.count()
    print(f"{publications} gekoppeld; er {'is' if n_dossiers == 1 else 'zijn'} {count_words(n_dossiers, 'dossier', 'dossiers')}.")
    for line in _describe_corrections(len(file.corrections), file.problems):
        print(line)
    return 1 if file.problems else 0


def _describe_corrections(n: int, problems: Sequence[InputError]) -> Iterator[str]:
    """What came of the editor's rows."""
    from kamervragen.store.dossier_corrections import find_not_applied, read_corrections

    waiting = find_not_applied(read_corrections())
    if n:
        yield f"{count_words(n, 'correctie', 'correcties')} van de redactie, waarvan {n - len(waiting)} toegepast."
    for each in waiting:
        yield f"  wacht: {each.action} {each.first} {each.second}: een van beide staat niet in het register."
    yield from (f"  fout: {each}" for each in problems)


def print_unlinked() -> None:
    """Say of how much of the record there is no dossier yet, and what to do; nothing when there is of all."""
    sentence = _unlinked_sentence().strip()
    if sentence:
        print(sentence)


def _unlinked_sentence() -> str:
    from kamervragen.store.dossiers import count_unlinked

    n = count_unlinked()
    if not n:
        return ""
    publications = count_words(n, "publicatie staat", "publicaties staan")
    return f" {publications} nog in geen dossier; «kamervragen link --rebuild» maakt de dossiers."
