"""One question of a dossier with all its answers beside each other: what several say alike stands once, under all their names.

Dossier, Comparison → QuestionPage (Blocks: a text with those who say it, its own passages marked)
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.http import Http404
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from kamervragen.comparisons import Cell, Cluster, ComparedQuestion, Comparison
from kamervragen.dossiers import Dossier, Place
from kamervragen.dutch.counting import capitalize
from kamervragen.folding import fold
from kamervragen.model import Answer, Span
from kamervragen.site.dossier_words import PlaceLink, link_places, number_word
from kamervragen.site.matrix import Column, Mark, find_columns, mark_of, slug_of_number
from kamervragen.site.naming import name_subject
from kamervragen.site.phrases import join_words, name_few
from kamervragen.site.routes import address_of
from kamervragen.site.timeline import ClockRow, draw_timeline
from kamervragen.site.tracing import address_of_place
from kamervragen.terms import AnswerForm
from kamervragen.timings import ANSWERED, Timing

MAX_CHARACTERS: Final = 60_000  # of answers on one page
_OWN: Final = '<span class="own-label">[{}:</span> <span class="own">{}</span><span class="own-label">]</span>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who says something, and where.

    Args:
        name: the offices.
        href: the answer on the page of its document.
        source: its characters; "" when the record does not say where it stands.
        remark: what is special: `verwijst naar het eigen antwoord op vraag 1`; "" otherwise.
    """

    name: str
    href: str
    source: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A text with all who say it.

    Args:
        heading: what the group of texts is; for another form of a text that stands before it, that it is one.
        mark: how it stands to the other answers.
        voices: who say it.
        html: the text, own passages marked.
        is_own: whether nothing in it stands in another answer, so that nothing is marked.
        shared_with: in whose answers passages of it stand too, as an enumeration; "" where all of it does, or nothing.
        meant: what stands at the end where the text only refers to another answer; "" otherwise.
        problem: a Dutch sentence where that way does not end.
        remark: whose text is shown, where those of the others are not the same letter by letter; "" otherwise.
    """

    heading: str
    mark: Mark
    voices: tuple[Voice, ...]
    html: SafeString
    is_own: bool
    shared_with: str
    meant: str
    problem: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage:
    """One question.

    Args:
        key: the dossier's.
        number: the question's; "" for answers that name none.
        text: as the best publication prints it.
        sources: where it is printed.
        sentence: how many say the same.
        blocks: the texts of this page, the most frequent first.
        silent: who replied without an answer to this question.
        waiting: who gave no reply, where that stands, and for how long.
        position, n_questions: its place among the questions.
        previous, following: addresses of the questions beside it; "" at the ends.
        page, n_pages: of the answers, where they are too much for one page.
    """

    key: str
    subject: str
    number: str
    text: str
    sources: tuple[PlaceLink, ...]
    sentence: str
    blocks: tuple[Block, ...]
    silent: tuple[str, ...]
    waiting: tuple[tuple[str, str, str], ...]
    position: int
    n_questions: int
    previous: str
    following: str
    page: int
    n_pages: int


def question_address(key: str, number: str) -> str:
    """The address of a question of a dossier with all its answers."""
    return address_of("dossier-question", key, slug_of_number(number))


def find_question(comparison: Comparison, number: str) -> ComparedQuestion | None:
    """The question whose number stands in an address; None when there is none."""
    return next((each for each in comparison.questions if slug_of_number(each.number) == number), None)


def present_question(
    dossier: Dossier, timing: Timing, comparison: Comparison, question: ComparedQuestion, n_page: int
) -> QuestionPage:
    """The page of one question.

    Args:
        dossier: it.
        timing: where its addressees stand.
        comparison: its answers beside each other.
        question: one of its questions.
        n_page: which page of the answers, from 1.

    Raises:
        Http404: the answers have no such page.
    """
    columns = find_columns(comparison, timing, dossier.filing.submitted_on)
    views = QuestionViews(dossier, question, columns)
    pages = divide_pages(views.blocks())
    if n_page > len(pages):
        raise Http404(gettext("Deze antwoorden hebben geen pagina %s.") % n_page)
    position = comparison.questions.index(question)
    beside = [question_address(dossier.key, each.number) for each in comparison.questions]
    return QuestionPage(
        key=dossier.key,
        subject=name_subject(dossier.filing.subject),
        number=question.number,
        text=question.text,
        sources=next((link_places(each.places) for each in dossier.filing.questions if each.number == question.number), ()),
        sentence=count_same(question),
        blocks=pages[n_page - 1],
        silent=views.silent(),
        waiting=tuple(_waits(row) for row in draw_timeline(dossier, timing).rows if row.status not in ANSWERED),
        position=position + 1,
        n_questions=len(beside),
        previous=beside[position - 1] if position else "",
        following=beside[position + 1] if position + 1 < len(beside) else "",
        page=n_page,
        n_pages=len(pages),
    )


def _waits(row: ClockRow) -> tuple[str, str, str]:
    return row.name.full, row.status_word, row.duration


class QuestionViews:
    """The texts of the answers to one question.

    Args:
        dossier: it.
        question: the row of its comparison.
        columns: of its matrix.
    """

    def __init__(self, dossier: Dossier, question: ComparedQuestion, columns: Sequence[Column]) -> None:
        self._question = question
        self._names = {column.reply: column.full for column in columns if column.reply}
        self._cells = {cell.reply: cell for cell in question.cells}
        self._documents = {each.key: each for each in dossier.documents}

    def blocks(self) -> tuple[Block, ...]:
        """All texts, cluster after cluster; then those that lead to no answer and so are compared with none."""
        lost = [cell for cell in self._question.cells if cell.cluster is None and cell.form is not AnswerForm.ABSENT]
        heading = gettext("Verwijst naar wat geen antwoord is")
        return (
            *(block for cluster in self._question.clusters for block in self._of_cluster(cluster)),
            *(self._block(heading, [cell]) for cell in lost),
        )

    def silent(self) -> tuple[str, ...]:
        """Who replied without an answer to this question."""
        return tuple(self._name(cell.reply) for cell in self._question.cells if cell.form is AnswerForm.ABSENT)

    def _of_cluster(self, cluster: Cluster) -> Iterator[Block]:
        cells = [self._cells[key] for key in self._names if key in cluster.replies]
        groups = [cells] if cluster.is_identical else _by_text(cells)
        heading = self._describe(cluster, cells[0])
        for group in groups:
            yield self._block(heading, group)
            heading = gettext("Andere vorm hiervan")

    def _block(self, heading: str, cells: Sequence[Cell]) -> Block:
        shown = next((cell for cell in cells if cell.form is not AnswerForm.REFERENCE), cells[0])
        is_own = not shown.shared and shown.form is not AnswerForm.REFERENCE
        others = dict.fromkeys(key for passage in shown.shared for key in passage.also_in)
        is_one_text = len({_plain(cell) for cell in cells}) == 1
        own = shown.own if is_one_text and shown.shared else ()
        return Block(
            heading=heading,
            mark=mark_of(shown),
            voices=tuple(self._voice(cell) for cell in cells),
            html=mark_own(shown.text, own),
            is_own=is_own and len(cells) == 1 and self._n_answers > 1,
            shared_with=name_few(self._name_others(others, cells)) if own else "",
            meant=shown.meant if shown.form is AnswerForm.REFERENCE and shown.meant != shown.text else "",
            problem=shown.problem,
            remark="" if is_one_text else self._describe_shown(shown),
        )

    def _name_others(self, keys: Iterable[str], cells: Sequence[Cell]) -> list[str]:
        return [self._name(key) for key in keys if key not in {cell.reply for cell in cells}]

    def _describe_shown(self, cell: Cell) -> str:
        """Whose words are shown, where others say the same in words that differ in what is no matter."""
        sentence = gettext(
            "Dit is de tekst van %(name)s; hoofdletters, leestekens en de naam van het eigen ministerie kunnen "
            "bij de andere verschillen."
        )
        return sentence % {"name": self._name(cell.reply)}

    @property
    def _n_answers(self) -> int:
        return sum(len(cluster.replies) for cluster in self._question.clusters)

    def _name(self, reply: str) -> str:
        return self._names.get(reply, reply)

    def _voice(self, cell: Cell) -> Voice:
        address = address_of("document", cell.reply)
        spans = [span for answer in self._answers(cell) for span in answer.spans]
        return Voice(
            name=self._name(cell.reply),
            href=f"{address}#{cell.anchor}" if cell.anchor else address,
            source=address_of_place(Place(cell.reply, min(spans))) if spans else "",
            remark=_describe_cell(cell),
        )

    def _answers(self, cell: Cell) -> list[Answer]:
        document = self._documents.get(cell.reply)
        return [each for each in document.parsed.answers if each.numbers == cell.numbers] if document else []

    def _describe(self, cluster: Cluster, cell: Cell) -> str:
        """What a group of texts is, as a heading."""
        n = len(cluster.replies)
        if self._n_answers == 1:
            return gettext("Het enige gelezen antwoord")
        if n == 1:
            is_sharing = mark_of(cell) is Mark.SHARING
            return gettext("Deelt passages met andere") if is_sharing else gettext("Anders")
        words = {"n": capitalize(number_word(n))}
        if cluster.is_identical:
            return gettext("%(n)s antwoorden zijn hetzelfde") % words
        return gettext("%(n)s antwoorden zijn bijna hetzelfde") % words


def _by_text(cells: Iterable[Cell]) -> list[list[Cell]]:
    """Cells with the same characters together, in the order of the first of each."""
    groups: dict[str, list[Cell]] = {}
    for cell in cells:
        groups.setdefault(_plain(cell), []).append(cell)
    return list(groups.values())


def _plain(cell: Cell) -> str:
    """What an answer says, in small letters without signs; of one that refers to another answer, what that says."""
    return fold(cell.meant or cell.text)


def _describe_cell(cell: Cell) -> str:
    """What a reader must know of an answer beside its text; "" for one that stands for itself."""
    remarks = []
    if len(cell.numbers) > 1:
        remarks.append(gettext("één antwoord op vraag %(numbers)s") % {"numbers": join_words(cell.numbers)})
    if cell.form is AnswerForm.REFERENCE and cell.leads_to:
        remarks.append(gettext("verwijst naar het eigen antwoord op vraag %(numbers)s") % {"numbers": join_words(cell.leads_to)})
    return "; ".join(remarks)


def mark_own(text: str, own: Sequence[Span]) -> SafeString:
    """A text as paragraphs, in which each passage that stands in no other answer is underlined and called `eigen`.

    Args:
        text: the answer.
        own: spans in it, ascending, without overlap.
    """
    label = gettext("eigen")
    paragraphs, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            paragraphs.append(f"<p>{''.join(_pieces(text, start, end, own, label))}</p>")
        start = end + 1
    return mark_safe("".join(paragraphs))  # noqa: S308 -- all text in it went through escape()


def _pieces(text: str, start: int, end: int, own: Iterable[Span], label: str) -> Iterator[str]:
    position = start
    for span in own:
        first, last = max(span.start, position), min(span.end, end)
        if first >= last:
            continue
        yield escape(text[position:first])
        yield format_html(_OWN, label, text[first:last])
        position = last
    yield escape(text[position:end])


def count_same(question: ComparedQuestion) -> str:
    """A sentence: how many answers say the same, and how many do not; "" for fewer than two."""
    sizes = [len(cluster.replies) for cluster in question.clusters]
    n_answers = sum(sizes)
    if n_answers < 2:
        return ""
    if len(sizes) == 1:
        same, near = gettext("Alle %(n)s antwoorden zijn hetzelfde."), gettext("Alle %(n)s antwoorden zijn bijna hetzelfde.")
        return (same if question.clusters[0].is_identical else near) % {"n": number_word(n_answers)}
    if sizes[0] == 1:
        return gettext("Alle %(n)s antwoorden zijn verschillend.") % {"n": number_word(n_answers)}
    n_others = n_answers - sizes[0]
    parts = {"same": capitalize(number_word(sizes[0])), "all": number_word(n_answers), "others": number_word(n_others)}
    if not question.clusters[0].is_identical:
        sentence = ngettext(
            "%(same)s van de %(all)s antwoorden zeggen bijna hetzelfde; %(others)s wijkt af.",
            "%(same)s van de %(all)s antwoorden zeggen bijna hetzelfde; %(others)s wijken af.",
            n_others,
        )
        return sentence % parts
    sentence = ngettext(
        "%(same)s van de %(all)s antwoorden zeggen hetzelfde; %(others)s wijkt af.",
        "%(same)s van de %(all)s antwoorden zeggen hetzelfde; %(others)s wijken af.",
        n_others,
    )
    return sentence % parts


def divide_pages(blocks: Sequence[Block], budget: int = MAX_CHARACTERS) -> tuple[tuple[Block, ...], ...]:
    """The blocks in pages that hold at most so many characters of HTML, and at least one block each."""
    pages: list[list[Block]] = [[]]
    left = budget
    for block in blocks:
        size = len(block.html) + len(block.meant)
        if pages[-1] and size > left:
            pages.append([])
            left = budget
        pages[-1].append(block)
        left -= size
    return tuple(map(tuple, pages))
