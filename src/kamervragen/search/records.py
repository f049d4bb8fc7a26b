"""What goes into the index and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kamervragen.errors import InputError
from kamervragen.terms import Field, Order, Side

PAGE_SIZE = 20
MAX_SIZE = 100  # of a page
MAX_HITS = 1_000  # how far one may page: whoever needs more narrows the search


class QueryError(InputError):
    """A query that is not understood; the message is one Dutch sentence that says where and what to do.

    Args:
        message: the sentence.
        code: what is wrong, a stable word, such as `unknown_field`; pages in other languages have a sentence for it.
        place: the position of the first character that is not understood, from 0; None when it is about the whole.
        printed: what stands there; "" when nothing does.
    """

    def __init__(self, code: str, message: str, *, place: int | None = None, printed: str = "") -> None:
        super().__init__(code, message)
        self.place = place
        self.printed = printed

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error travel with its place."""
        return (_rebuild, (self.code, self.message, self.place, self.printed))


def _rebuild(code: str, message: str, place: int | None, printed: str) -> QueryError:
    return QueryError(code, message, place=place, printed=printed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question text or one block of answer with what one filters, sorts and shows it by.

    Args:
        key: the publication's key.
        side: question or answer.
        anchor: the place on the document's page, such as `vraag-2` or `antwoord-2-3-4`.
        numbers: the numbers it carries; one text may be shared by several questions.
        text: the text as a reader sees it.
        other: the text of the other side of the exchange; "" when there is none.
        subject: what the questions are about, as printed; "" when it is not printed.
        kind: a value of `terms.Kind`.
        session_year: such as `2023-2024`; None when it is not known.
        submitted_on: when the questions were filed.
        received_on: when the answers came (the date of the letter where that is all there is).
        submitters: names as printed.
        parties: of the submitters, as printed, each once.
        ministries: TOOI codes; of a question those asked, of an answer those who answer or are answered on behalf of.
        addressees: the offices asked, in Dutch words.
        respondents: who answers, in Dutch words.
    """

    key: str
    side: Side
    anchor: str
    numbers: tuple[str, ...]
    text: str
    other: str
    subject: str
    kind: str
    session_year: str | None
    submitted_on: date | None
    received_on: date | None
    submitters: tuple[str, ...]
    parties: tuple[str, ...]
    ministries: tuple[str, ...]
    addressees: tuple[str, ...]
    respondents: tuple[str, ...]

    @property
    def dated_on(self) -> date | None:
        """The day it is found and put in order by: that of the answer, and where there is none, that of the questions."""
        return self.received_on or self.submitted_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A search.

    Args:
        query: in the query language; "" finds everything that the choices leave.
        choices: values that hits must have, beside the query; several of one field mean any of them. Values are
            as in `FacetValue.value`.
        order: how hits are sorted.
        page: from 1.
        size: hits on a page, 0 to `MAX_SIZE`.
        with_facets: whether the facets are counted.
    """

    query: str
    choices: Mapping[Field, tuple[str, ...]] = field(default_factory=dict)
    order: Order = Order.RELEVANCE
    page: int = 1
    size: int = PAGE_SIZE
    with_facets: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a snippet; `is_match` when the query asked for it."""

    text: str
    is_match: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A question or answer that was found.

    Args:
        item: what was found, with its whole text.
        snippet: the part of its text that shows best why, in pieces.
        score: higher is better; comparable within one search only.
    """

    item: Item
    snippet: tuple[Piece, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value that hits have, how many have it, and whether the request chose it."""

    value: str
    n_hits: int
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """The commonest values of one field among all hits, commonest first (years: last first); chosen ones are always there."""

    field: Field
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Widened:
    """A word of the query and the other words that were searched for as well, the commonest first."""

    word: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What a search found.

    Args:
        request: the search.
        n_hits: how many questions and answers were found.
        n_complete: how many of them have everything that was asked for; less than `n_hits` only when so few had it
            that those with a part of it were taken as well.
        hits: those of the page.
        facets: of all hits; empty unless the request wanted them.
        widened: the words for which other forms were found.
        left_out: words too common to find anything by.
    """

    request: Request
    n_hits: int
    n_complete: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    widened: tuple[Widened, ...]
    left_out: tuple[str, ...]
