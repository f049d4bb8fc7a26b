"""Dossiers to compare: the series of the examples, and others made from the few words that a test is about."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from invented_filings import publication
from kamervragen import authorities
from kamervragen.compare import compare
from kamervragen.comparisons import Cell, ComparedQuestion, Comparison
from kamervragen.dossiers import Document, Dossier, FiledQuestion, Filing, Membership, make_document
from kamervragen.link import link
from kamervragen.model import Answer, RawDocument, Span
from kamervragen.pipeline import process
from kamervragen.terms import DossierPart

EXAMPLES = Path(__file__).parent.parent / "examples" / "documents"
MINISTRIES = ("Defensie", "Financiën", "Justitie en Veiligheid", "Infrastructuur en Waterstaat", "Buitenlandse Zaken")


@cache
def series_documents() -> tuple[Document, ...]:
    """The filing of the series, its two notices and its ten replies."""
    names = ["kv-tk-2031Z00042", *(f"ah-tk-20302031-{number}" for number in (1043, 1044, 1047, *range(1059, 1068)))]
    return tuple(read_document(next(EXAMPLES.glob(f"{name}.*"))) for name in names)


def series() -> Dossier:
    """The series of the examples: twelve addressees, ten replies."""
    (dossier,) = link(series_documents())
    return dossier


def read_document(path: Path) -> Document:
    """A document of a folder, under the key that its file name says."""
    parsed = process(RawDocument(name=path.name, data=path.read_bytes(), origin=str(path))).parsed
    return make_document(path.stem, parsed, authorities.load())


def answering(key: str, answers: dict[str, str], ministry: str = "Defensie", part: DossierPart = DossierPart.REPLY) -> Membership:
    """A reply; the numbers of an answer are divided by spaces: `{"1": "Ja.", "2 3": "Nee."}`."""
    document = publication(key, by=(ministry,))
    written = tuple(
        Answer(numbers=tuple(numbers.split()), text=text, spans=(Span(place, place + 1),))
        for place, (numbers, text) in enumerate(answers.items())
    )
    return Membership(document=replace(document, parsed=replace(document.parsed, questions=(), answers=written)), part=part)


def dossier_of(memberships: Sequence[Membership], numbers: str = "1 2 3", text: str = "Hoe zit dat?") -> Dossier:
    """A dossier with these publications; all questions have one text."""
    questions = tuple(FiledQuestion(number=number, text=text, places=()) for number in numbers.split())
    return Dossier(key="2031Z00099", filing=Filing(questions=questions), memberships=tuple(memberships))


def all_answer(texts: Sequence[str], text: str = "Hoe zit dat?") -> Comparison:
    """The comparison of replies by several ministries to one question."""
    replies = [answering(f"ah-{place}", {"1": each}, MINISTRIES[place % 5]) for place, each in enumerate(texts)]
    return compare(dossier_of(replies, "1", text))


def question(comparison: Comparison, number: str) -> ComparedQuestion:
    """The row of a number."""
    return next(each for each in comparison.questions if each.number == number)


def cell(comparison: Comparison, number: str, reply: str) -> Cell:
    """What a reply says to a question."""
    return next(each for each in question(comparison, number).cells if each.reply == reply)
