"""The command line: each command parses its arguments, makes one call and prints what comes of it.

Exit status: 0; 1 when a document failed or the world did; 2 when what was asked for cannot be done.
"""

from kamervragen.cli.commands import app
from kamervragen.cli.edge import run

__all__ = ["app", "main"]


def main() -> None:
    """Run the command that the arguments name, and exit with its status."""
    raise SystemExit(run(app))
