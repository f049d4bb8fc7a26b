"""The records of comparing: what `compare` says of the answers of a dossier, and of passages shared with others.

Dossier → Comparison (a ComparedQuestion for each question, with the replies in clusters). Spans lie in `Cell.text`, in code
points.
"""

from dataclasses import dataclass

from kamervragen.model import Span
from kamervragen.terms import AnswerForm, AnswerLikeness, DossierPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A column of the matrix: one publication of answers.

    Args:
        key: the publication.
        offices: who answers in it, in Dutch words: `Defensie` (a minister), `staatssecretaris (Defensie)`, `minister-president`.
        part: what it is in the dossier: reply, supplement, correction, …
    """

    key: str
    offices: tuple[str, ...]
    part: DossierPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A run of words in one answer that also stands in others.

    Args:
        span: in the cell's text.
        also_in: keys of the replies of the same question in which it stands too.
    """

    span: Span
    also_in: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one reply says to one question.

    Args:
        reply: the key of the publication.
        numbers: the numbers of the answer it is part of, such as ("2", "3", "4"); () where the reply has none to this question.
        anchor: its place on the document's page, such as `antwoord-2-3-4`; "" where there is no answer.
        text: the answer as a reader sees it; several to one question (3a, 3b) on lines of their own; "" where there is none.
        form: what kind of answer it is: full, yes/no with nothing more, not applicable, refers to another answer, none.
        refers_to: the numbers that "zie het antwoord op vraag 1" names.
        leads_to: the numbers of the questions whose answers of the same reply it comes down to; () when it refers to none that
            is answered, or in a circle.
        meant: the text that stands at the end of the way; equal to `text` where it refers to none, "" where the way does not end.
        problem: one plain Dutch sentence where following does not end at an answer: a circle, a number without answer; else "".
        likeness: to the largest cluster of this question; where several are as large, to the answers outside its own. None where
            there is no answer, or no other, and where following does not end at one (`problem`).
        cluster: the place of its cluster in the question's `clusters`; None where there is no answer, or a `problem`.
        shared: passages it shares with other replies, in order, without overlap.
        own: the spans between them, without the white space and signs at their ends.
    """

    reply: str
    numbers: tuple[str, ...]
    anchor: str
    text: str
    form: AnswerForm
    refers_to: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    meant: str = ""
    problem: str = ""
    likeness: AnswerLikeness | None = None
    cluster: int | None = None
    shared: tuple[Passage, ...] = ()
    own: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Replies that say the same to one question. An answer that refers to another counts as what it means.

    Args:
        replies: their keys, in the order of the columns.
        text: what most of them mean, as the first of these prints it.
        is_identical: whether all are the same letter by letter, apart from capitals, accents, spaces, signs, and how the office
            names its own ministry ("mijn ministerie", "het ministerie van Defensie"); "n.v.t." is "niet van toepassing".
    """

    replies: tuple[str, ...]
    text: str
    is_identical: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedQuestion:
    """A row of the matrix.

    Args:
        number: of the question; "" for the answers that name no number.
        text: the question in the dossier's best publication; "" where no publication prints a question with this number.
        cells: one for each reply, in the order of the columns.
        clusters: the largest first; of two as large the one with the first column.
        outliers: keys of the replies outside the largest cluster, where it holds more than half of three or more; () for answers
            that name no number: nothing says that they answer one question.
    """

    number: str
    text: str
    cells: tuple[Cell, ...]
    clusters: tuple[Cluster, ...]
    outliers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The matrix of a dossier: questions by replies.

    Args:
        key: the dossier's.
        replies: the columns, in the order of the dossier; a reprint or copy of another column has none of its own.
        questions: the rows, in printed order.
        sentence: one plain Dutch sentence: who answers differently, and to which question; "" with fewer than two respondents.
    """

    key: str
    replies: tuple[Reply, ...]
    questions: tuple[ComparedQuestion, ...]
    sentence: str
