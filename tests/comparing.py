"""Dossiers to compare, made from the few words that a test is about."""

from functools import cache
from pathlib import Path

from kamervragen import authorities
from kamervragen.compare import compare
from kamervragen.comparisons import Cell, ComparedQuestion, Comparison
from kamervragen.dossiers import Document, Dossier, make_document
from kamervragen.link import link
from kamervragen.model import RawDocument
from kamervragen.pipeline import process

EXAMPLES = Path(__file__).parent.parent / "examples" / "documents"


@cache
def series() -> Dossier:
    """The series of the examples: twelve addressees, ten replies."""
    names = ["kv-tk-2031Z00042", *(f"ah-tk-20302031-{number}" for number in (1043, 1044, 1047, *range(1059, 1068)))]
    documents = [read_example(next(EXAMPLES.glob(f"{name}.*"))) for name in names]
    (dossier,) = link(documents)
    return dossier


def read_example(path: Path) -> Document:
    """A document of a folder, under the key that its file name says."""
    parsed = process(RawDocument(name=path.name, data=path.read_bytes(), origin=str(path))).parsed
    return make_document(path.stem, parsed, authorities.load())


def question(comparison: Comparison, number: str) -> ComparedQuestion:
    """The row of a number."""
    return next(each for each in comparison.questions if each.number == number)


def cell(comparison: Comparison, number: str, reply: str) -> Cell:
    """What a reply says to a question."""
    return next(each for each in question(comparison, number).cells if each.reply == reply)


def compared(documents: list[Document]) -> Comparison:
    """The comparison of publications that are one dossier."""
    (dossier,) = link(documents)
    return compare(dossier)
