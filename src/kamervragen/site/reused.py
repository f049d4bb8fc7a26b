"""Which passages of the answers of a document stand in answers of other dossiers too: a page of its own, made when asked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Final, NamedTuple

from django.conf import settings
from django.utils.translation import gettext, ngettext

from kamervragen.compare.minhash import MIN_WORDS
from kamervragen.dossiers import Office
from kamervragen.errors import KamervragenError
from kamervragen.ingest.reusing import passages_elsewhere
from kamervragen.model import Span
from kamervragen.search.reuse import CommonPassage, Passages, SharedPassage
from kamervragen.site.document import Title
from kamervragen.site.dossier_words import abbreviate
from kamervragen.site.exchanges import AnswerView, ExchangeView
from kamervragen.site.naming import name_publication, name_subject
from kamervragen.site.phrases import count_words, group_digits, name_few
from kamervragen.site.routes import address_of
from kamervragen.store import models
from kamervragen.store.lookups import Finder
from kamervragen.store.queries import find_answering
from kamervragen.terms import Role

MOST: Final = 10  # other answers are named at most; that there are more is said
COMPARED: Final = (
    20  # other answers at most with the answers of a page, the most alike first: each costs a third of a millisecond
)
_EDGE: Final = 6  # words at either end of a passage say which one it is
_PUBLICATIONS = Finder[models.Publication](lambda asked: models.Publication.objects.filter(key__in=asked))


@dataclass(frozen=True, slots=True, kw_only=True)
class ElsewhereView:
    """Another answer that has a passage.

    Args:
        who: the ministries that answer there, or the publication's name where it names none: `BZK`.
        on: the day of that answer; None where it prints none.
        subject: of that publication.
        href: that answer.
        n_words: how many words are equal, in words: `42 gelijke woorden`.
        passage: the passage of this page's answer by its first and last words.
    """

    who: str
    on: date | None
    subject: str
    href: str
    n_words: str
    passage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReusedView:
    """What is known of the passages of an answer.

    Args:
        sentence: how many other answers have a passage; "" where none are named.
        shown: those with the longest passages first.
        n_more: how many there are beside these, in words; "" for none.
        common: a sentence for each passage that so many have that they are counted only.
    """

    sentence: str
    shown: tuple[ElsewhereView, ...]
    n_more: str
    common: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReusedAnswer:
    """An answer with passages that stand elsewhere.

    Args:
        anchor: its place on the page of the document.
        title: what it is and its numbers.
        reused: what is known.
    """

    anchor: str
    title: str
    reused: ReusedView


@dataclass(frozen=True, slots=True, kw_only=True)
class ReusedPage:
    """The passages of a document.

    Args:
        title: of the document.
        is_known: whether they were looked for since the document was read.
        answers: those with passages that stand elsewhere.
    """

    title: Title
    is_known: bool
    answers: tuple[ReusedAnswer, ...]


class _Other(NamedTuple):
    """Another publication, and the offices that answer in it."""

    publication: models.Publication
    answering: Sequence[models.Office]


def has_passages(exchanges: Iterable[ExchangeView]) -> bool:
    """Whether an answer of a document is long enough to have passages that are looked for."""
    return any(
        each.text.count(" ") + each.text.count("\n") + 1 >= MIN_WORDS for exchange in exchanges for each in exchange.answers
    )


def present_reused(
    title: Title, exchanges: Iterable[ExchangeView], publication: models.Publication, read_at: datetime
) -> ReusedPage:
    """The page of the passages of a document.

    Args:
        title: of the document.
        exchanges: what it holds.
        publication: it.
        read_at: when its best source was read.
    """
    answers = {each.anchor: each for exchange in exchanges for each in exchange.answers}
    passages = _find_passages(publication, read_at)
    found = _find_reused(passages, answers) if passages else {}
    return ReusedPage(
        title=title,
        is_known=passages is not None,
        answers=tuple(ReusedAnswer(anchor=anchor, title=answers[anchor].title, reused=each) for anchor, each in found.items()),
    )


def _find_passages(publication: models.Publication, read_at: datetime) -> Passages | None:
    """The passages; None where they cannot be looked up."""
    try:
        return passages_elsewhere(settings.DATA, publication, read_at, most=COMPARED)
    except KamervragenError:
        return None


def _find_reused(passages: Passages, answers: Mapping[str, AnswerView]) -> dict[str, ReusedView]:
    """What is told of each answer with passages that stand elsewhere, by its anchor."""
    shared, common = defaultdict[str, list[SharedPassage]](list), defaultdict[str, list[CommonPassage]](list)
    for passage in passages.shared:
        shared[passage.anchor].append(passage)
    for each in passages.common:
        common[each.anchor].append(each)
    longest = {anchor: _longest_of_each(shared[anchor]) for anchor in shared}
    named = _load({each.other_key for each in chain.from_iterable(all_[:MOST] for all_ in longest.values())})
    return {
        anchor: _reused(answers[anchor], longest.get(anchor, ()), common[anchor], named, is_cut=anchor in passages.cut)
        for anchor in answers
        if anchor in longest or anchor in common
    }


def _longest_of_each(shared: Iterable[SharedPassage]) -> tuple[SharedPassage, ...]:
    """The longest passage of each other answer, in the order in which they came: the longest first."""
    found: dict[tuple[str, str], SharedPassage] = {}
    for each in shared:
        found.setdefault((each.other_key, each.other_anchor), each)
    return tuple(found.values())


def _load(keys: set[str]) -> dict[str, _Other]:
    """Publications with who answers in them."""
    found = _PUBLICATIONS.among(sorted(keys))
    answering = find_answering([each.pk for each in found])
    return {each.key: _Other(each, answering.get(each.pk, ())) for each in found}


def _reused(
    answer: AnswerView,
    shared: Sequence[SharedPassage],
    common: Iterable[CommonPassage],
    named: Mapping[str, _Other],
    *,
    is_cut: bool,
) -> ReusedView:
    n_more = len(shared) - MOST
    return ReusedView(
        sentence=_sentence(shared, is_cut=is_cut) if shared else "",
        shown=tuple(_elsewhere(each, named[each.other_key], answer) for each in shared[:MOST] if each.other_key in named),
        n_more=count_words(n_more, ngettext("en nog %(n)s ander antwoord", "en nog %(n)s andere antwoorden", n_more))
        if n_more > 0
        else "",
        common=tuple(map(_counted, common)),
    )


def _sentence(shared: Sequence[SharedPassage], *, is_cut: bool) -> str:
    """How many other answers have a passage of an answer, at least where not all were compared, and how long it is."""
    n = len(shared)
    words = {"words": _word_range([each.n_words for each in shared]), "n": group_digits(n)}
    if is_cut:
        return gettext("Passages hieruit, met %(words)s gelijke woorden, staan ook in ten minste %(n)s andere antwoorden") % words
    if _is_one([each.span for each in shared]):
        phrase = ngettext(
            "Een passage hieruit, met %(words)s gelijke woorden, staat ook in %(n)s ander antwoord",
            "Een passage hieruit, met %(words)s gelijke woorden, staat ook in %(n)s andere antwoorden",
            n,
        )
    else:
        phrase = gettext("Passages hieruit, met %(words)s gelijke woorden, staan ook in %(n)s andere antwoorden")
    return phrase % words


def _is_one(spans: Sequence[Span]) -> bool:
    """Whether all passages have characters in common, and so are one that others have more or less of."""
    return max(span.start for span in spans) < min(span.end for span in spans)


def _word_range(numbers: Sequence[int]) -> str:
    low, high = min(numbers), max(numbers)
    if low == high:
        return group_digits(low)
    return gettext("%(low)s tot %(high)s") % {"low": group_digits(low), "high": group_digits(high)}


def _counted(common: CommonPassage) -> str:
    phrase = (
        gettext("Een passage hieruit staat woord voor woord in %(n)s antwoorden, dit meegeteld.")
        if common.is_exact
        else gettext("Een passage hieruit staat, met hier en daar andere woorden, in ten minste %(n)s antwoorden, dit meegeteld.")
    )
    return phrase % {"n": group_digits(common.n_answers)}


def _elsewhere(passage: SharedPassage, named: _Other, answer: AnswerView) -> ElsewhereView:
    other, answering = named
    on = other.received_on or other.letter_date or other.submitted_on
    offices = (Office(role=Role(each.role), portfolio=each.portfolio) for each in answering)
    names = [abbreviate(office, on) for office in offices]
    return ElsewhereView(
        who=name_few(names) or name_publication(other.key),
        on=on,
        subject=name_subject(other.subject),
        href=f"{address_of('document', other.key)}#{passage.other_anchor}",
        n_words=count_words(passage.n_words, gettext("%(n)s gelijke woorden")),
        passage=shorten_passage(answer.text[slice(*passage.span)]),
    )


def shorten_passage(text: str) -> str:
    """A passage by its first and last words: `De gemeente heeft … ziet daarop toe`; a short one whole."""
    words = text.split()
    if len(words) <= 2 * _EDGE + 1:
        return " ".join(words)
    return " ".join((*words[:_EDGE], "…", *words[-_EDGE:]))
