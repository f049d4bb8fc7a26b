"""Whether reading time grows with the text and not with its square, on texts made to be slow: one piece over and over.

    python -m benchmarks.hostile [CHARACTERS]

Exit status 1 when twice the text takes more than three times as long, and long enough to be sure.
"""

import sys
import time
from contextlib import suppress
from itertools import product

from kamervragen.errors import KamervragenError
from kamervragen.model import RawDocument
from kamervragen.pipeline import process

_ASKED = "Vragen van het lid Aa (B) aan de Minister van Defensie over x (ingezonden 1 mei 2024).\n"
_BEGINNINGS = (
    "",
    "Vragen van het lid ",
    f"{_ASKED}Antwoord van Minister Cc (Defensie) (ontvangen 2 juni 2024).\n\nVraag 1\nIs dat zo?1\nAntwoord 1\nJa »?",
    "Geachte voorzitter,\n\nOp uw brief van 5 juli 2024 deel ik u mede dat de vragen niet binnen de ",
)
_PIECES = (
    "1 ", "1  ", "7", "a", "A ", "é", "(", "(A) ", "*", "_a ", "\n", " ", " \n", "\t", "\f", "\u00a0", "- a\n", "a-\n", "« ",
    "? ", "1\n", "1 NOS\n", "1 A\n", "1) a\n", "[1] ", "1\t2\t3\n", "Vraag 1\n", "Vraag 1 ", "Antwoord 1\n", "Vraag 1, 2 en ",
    "Vragen van het lid ", "Antwoord van Minister ", "Minister van Defensie, ", "mede namens ", "Mededeling\n",
    "Aanhangsel Handelingen, vergaderjaar ",
    "Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 5. ",
    "Tweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1\n", "<a ", "<!--",
)  # fmt: skip
_END = "\n\n1 NOS, 5 mei 2024, «Aap»\n2 NOS, 6 mei 2024, «Noot»\n"
_MOST = 3.0
_SURE_S = 0.5


def measure_s(text: str) -> float:
    """The CPU seconds of reading a text."""
    start = time.process_time()
    with suppress(KamervragenError):  # to be refused is an answer too
        process(RawDocument(name="a.txt", data=text.encode()))
    return time.process_time() - start


def main() -> int:
    """Print what grows too fast and what took longest; gives the exit status."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40_000
    slow = 0
    longest: list[tuple[float, str]] = []
    for beginning, piece in product(_BEGINNINGS, _PIECES):
        half, whole = (measure_s(f"{beginning}{piece * (n // len(piece))}{_END}") for n in (size // 2, size))
        longest.append(
            (whole, f"{whole:.2f} s, {whole / max(half, 1e-3):.1f} times its half: {piece!r} after {beginning[:20]!r}")
        )
        if whole > _SURE_S and whole / max(half, 1e-3) > _MOST:
            slow += 1
            print("TOO FAST GROWN", longest[-1][1], flush=True)
    print(f"{len(longest)} texts of {size} characters; the longest:")
    print("\n".join(line for _, line in sorted(longest, reverse=True)[:5]))
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
