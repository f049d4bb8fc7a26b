"""What the command on the search index prints; it loads Django."""

from kamervragen.cli.progress import show_progress
from kamervragen.site.words import count_words
from kamervragen.store.opening import open_record


def run_index(*, anew: bool, n_workers: int) -> int:
    """Bring the index up to date, or make it anew when asked or when there is none of this version; gives the exit status."""
    data = open_record()
    from kamervragen.ingest.indexing import bring_up_to_date, is_index_usable, rebuild_index
    from kamervragen.store.models import Publication

    if not anew and is_index_usable(data):
        done = bring_up_to_date(data, n_workers=n_workers)
        print(f"De zoekindex is bij: {_count(done.n_publications, done.n_items)} bijgewerkt.")
        return 0
    with show_progress(Publication.objects.count()) as watch:
        done = rebuild_index(data, n_workers=n_workers, told=lambda key: watch("indexed", key))
    print(f"De zoekindex is gemaakt: {_count(done.n_publications, done.n_items)}.")
    return 0


def _count(n_publications: int, n_items: int) -> str:
    publications = count_words(n_publications, "publicatie", "publicaties")
    return f"{publications} met {count_words(n_items, 'vraag of antwoord', 'vragen en antwoorden')}"


def print_lag() -> None:
    """Say how much the index does not know yet; nothing when it knows all."""
    from kamervragen.store.models import Unindexed

    n = Unindexed.objects.values("key").distinct().count()
    if n:
        publications = count_words(n, "publicatie staat", "publicaties staan")
        them = "haar" if n == 1 else "ze"
        print(f"{publications} nog niet in de zoekindex; «kamervragen index» zet {them} erin.")
