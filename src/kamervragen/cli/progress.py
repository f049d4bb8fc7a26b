"""A bar on standard error: how many documents, at what rate, with how much time left, and how many failed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

_FAILED = "failed"  # the value of `Outcome.FAILED`; the enum itself would load Django


class _Rate(ProgressColumn):
    """Documents a second."""

    def render(self, task: Task) -> Text:
        """The rate of the last half minute."""
        return Text(f"{task.speed or 0:.0f}/s")


@contextmanager
def show_progress(n_documents: int) -> Iterator[Callable[[str, str], None]]:
    """A bar for as long as the context lasts; it gives the function to call for each document.

    Args:
        n_documents: how many are expected.
    """
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TextColumn("nog"),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    console = Console(stderr=True)
    # Where nobody looks on, as in a log, the bar would leave only an empty line.
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=n_documents)
        n_failed = 0

        def watch(outcome: str, where: str) -> None:
            nonlocal n_failed
            n_failed += outcome == _FAILED
            progress.update(task, advance=1, description=f"{n_failed} mislukt" if n_failed else "")

        yield watch
