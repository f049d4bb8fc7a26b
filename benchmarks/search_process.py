"""A process that searches as one that serves does, and then says how much memory it has for itself.

python -m benchmarks.search_process INDEX ITEMS N
"""

import sys
from pathlib import Path

import psutil

from benchmarks.search_queries import draw_queries
from kamervragen.search import Index, search


def main(folder: Path, items: Path, n: int) -> None:
    """Search n times; say so; on the next line of input say how much memory that took."""
    queries = [query.request for query in draw_queries(items, n)]
    index = Index.open(folder)
    for request in queries:
        search(index, request)
    print("ready", flush=True)
    sys.stdin.readline()
    memory = psutil.Process().memory_full_info()
    print(f"{memory.uss / 1e6:.0f} MB for itself (USS), {memory.rss / 1e6:.0f} MB with what it shares (RSS)")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
