"""CPU time of comparing the answers of many ministers to one question.

    python -m benchmarks.compare [WORDS]

The most addressees that a real filing was seen to have is 29; the bar is 300 ms a question for answers of 500 words. A real
answer has 63 words on average. Words are drawn at random, with a fixed seed: no two of them are more likely to stand together.
"""

import random
import sys
import time
from collections.abc import Callable

from kamervragen.compare import compare
from kamervragen.dossiers import Document, Dossier, FiledQuestion, Filing, Membership
from kamervragen.model import Answer, ParsedDocument, Span
from kamervragen.terms import DossierPart, Kind

_RESPONDENTS = 29
_VOCABULARY = [f"{first}{second}{last}" for first in "bdfghk" for second in ("aa", "oe", "ij", "eu") for last in "lmnprst"]
_TIMES = 5
_RANDOM = random.Random(2031)  # noqa: S311 — nothing secret


def _draw(n_words: int) -> list[str]:
    return _RANDOM.choices(_VOCABULARY, k=n_words)


def _change(words: list[str], share: float) -> list[str]:
    """The words with a share of them replaced, each for itself."""
    return [_RANDOM.choice(_VOCABULARY) if _RANDOM.random() < share else word for word in words]


def _dossier(answers: list[list[str]]) -> Dossier:
    memberships = []
    for place, words in enumerate(answers):
        answer = Answer(numbers=("1",), text=" ".join(words), spans=(Span(0, 1),))
        document = Document(key=f"ah-{place}", parsed=ParsedDocument(source="", kind=Kind.ANSWER, answers=(answer,)))
        memberships.append(Membership(document=document, part=DossierPart.REPLY))
    question = FiledQuestion(number="1", text=" ".join(_draw(30)), places=())
    return Dossier(key="2031Z00001", filing=Filing(questions=(question,)), memberships=tuple(memberships))


def _make(kind: str, n_words: int) -> Dossier:
    base = _draw(n_words)
    makers: dict[str, Callable[[], list[str]]] = {
        "the same": lambda: base,
        "2 % of words replaced in each": lambda: _change(base, 0.02),
        "8 % of words replaced in each": lambda: _change(base, 0.08),
        "half in common": lambda: [*base[: n_words // 2], *_draw(n_words // 2)],
        "nothing in common": lambda: _draw(n_words),
    }
    return _dossier([makers[kind]() for _ in range(_RESPONDENTS)])


def main() -> None:
    """Print the best CPU time of each kind of answers."""
    n_words = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    for kind in (
        "the same",
        "2 % of words replaced in each",
        "8 % of words replaced in each",
        "half in common",
        "nothing in common",
    ):
        dossier, taken = _make(kind, n_words), []
        for _ in range(_TIMES):
            start = time.process_time()
            compare(dossier)
            taken.append(time.process_time() - start)
        print(f"{_RESPONDENTS} × {n_words} words, {kind}: {min(taken) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
