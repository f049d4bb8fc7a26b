"""A process that writes an index, step by step, and says before each step which one comes: for tests that kill it there.

python index_writing.py update|rebuild FOLDER N
"""

import sys
from pathlib import Path

from items import make_item
from kamervragen.search.writer import rebuild, update


def _say(step: str) -> None:
    print(step, flush=True)


def main(how: str, folder: Path, n: int) -> None:
    """Write n publications of two items each, named 0 to n - 1, all with the word `nieuw`; in an update each one is committed."""
    _say("begin")
    with update(folder) if how == "update" else rebuild(folder) as writer:
        for number in range(n):
            key = f"ah-{number}"
            _say(f"replace {number}")
            writer.replace(key, [make_item(key=key, text=f"nieuw {part}", anchor=f"vraag-{part}") for part in (1, 2)])
            if how == "update":
                _say(f"commit {number}")
                writer.commit()
        _say("end")
    _say("ended")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
