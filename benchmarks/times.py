"""How long things take: the times of many, and what a table tells of them."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Given = TypeVar("Given")


def time_each(run: Callable[[Given], object], given: Iterable[Given]) -> list[float]:
    """The milliseconds that each takes."""
    return [time_one(run, each) for each in given]


def time_one(run: Callable[[Given], object], given: Given) -> float:
    """The milliseconds that it takes."""
    start = time.perf_counter()
    run(given)
    return (time.perf_counter() - start) * 1e3


def quantile(times: Sequence[float], share: float) -> float:
    """The time within which this share of them lies: 0.95 for the 95th of 100, 1 for the longest."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def quantiles(times: Sequence[float]) -> str:
    """Half, 95 and 99 of 100, and all of them, as cells of a table."""
    return " | ".join(f"{quantile(times, share):.1f}" for share in (0.5, 0.95, 0.99, 1.0))
