"""A process that shows pages of results as one that serves does, and says how long they took and how much memory it has.

python -m benchmarks.search_process DATA ITEMS N
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import psutil

from benchmarks.search_queries import draw_queries
from kamervragen.search.records import Request
from kamervragen.terms import Order

if TYPE_CHECKING:
    from django.test import Client

_WARM = 50  # pages before any is timed


def main(data: Path, items: Path, n: int) -> None:
    """Show n pages; print the milliseconds that each took; on the next line of input print the memory, in bytes."""
    os.environ["KAMERVRAGEN_DATA"] = str(data.resolve())
    from kamervragen.store.opening import open_record

    open_record()
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    addresses = [_address(query.request) for query in draw_queries(items, n)]
    for address in addresses[:_WARM]:
        _time(client, address)
    times = [ms for ms in (_time(client, address) for address in addresses) if ms is not None]
    print(json.dumps(times), flush=True)
    sys.stdin.readline()
    memory = psutil.Process().memory_full_info()
    print(json.dumps([memory.uss, memory.rss]))


def _address(request: Request) -> str:
    order = {"volgorde": "nieuwste"} if request.order is Order.NEWEST else {}
    return "/zoeken?" + urlencode({"q": request.query, **order})


def _time(client: "Client", address: str) -> float | None:
    """The milliseconds of a page; None where the query is refused, since it matches too much."""
    start = time.perf_counter()
    response = client.get(address)
    ms = (time.perf_counter() - start) * 1e3
    assert response.status_code in {200, 400}, f"{address}: {response.status_code}"
    return ms if response.status_code == 200 else None


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
