"""What the page of a document says of its answers: which passages of them stand in answers of other dossiers as well."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
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
from kamervragen.site.dossier_words import abbreviate
from kamervragen.site.exchanges import AnswerView, ElsewhereView, ExchangeView, ReusedView
from kamervragen.site.naming import name_publication, name_subject
from kamervragen.site.phrases import count_words, group_digits, name_few
from kamervragen.site.routes import address_of
from kamervragen.store import models
from kamervragen.store.lookups import Finder
from kamervragen.store.queries import find_answering
from kamervragen.terms import Role

MOST: Final = 10  # other answers are named at most; that there are more is said
_EDGE: Final = 6  # words at either end of a passage say which one it is
_PUBLICATIONS = Finder[models.Publication](lambda asked: models.Publication.objects.filter(key__in=asked))


class _Other(NamedTuple):
    """Another publication, and the offices that answer in it."""

    publication: models.Publication
    answering: Sequence[models.Office]


def add_reused(exchanges: Iterable[ExchangeView], publication: models.Publication, read_at: datetime) -> tuple[ExchangeView, ...]:
    """The exchanges of a publication, each answer with what is known of its passages elsewhere; as they are where nothing is.

    Args:
        exchanges: them.
        publication: it.
        read_at: when its best source was read.
    """
    exchanges = tuple(exchanges)
    answers = {each.anchor: each for exchange in exchanges for each in exchange.answers}
    if not any(each.text.count(" ") + each.text.count("\n") + 1 >= MIN_WORDS for each in answers.values()):
        return exchanges
    found = _find_reused(_find_passages(publication, read_at), answers)
    return tuple(
        replace(exchange, answers=tuple(replace(each, reused=found.get(each.anchor)) for each in exchange.answers))
        for exchange in exchanges
    )


def _find_passages(publication: models.Publication, read_at: datetime) -> Passages:
    """The passages; none where they cannot be looked up: a page is shown without them rather than not at all."""
    try:
        return passages_elsewhere(settings.DATA, publication, read_at)
    except KamervragenError:
        return Passages()


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
        anchor: _reused(answers[anchor], longest.get(anchor, ()), common[anchor], named)
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
) -> ReusedView:
    n_more = len(shared) - MOST
    return ReusedView(
        sentence=_sentence(shared) if shared else "",
        shown=tuple(_elsewhere(each, named[each.other_key], answer) for each in shared[:MOST] if each.other_key in named),
        n_more=count_words(n_more, ngettext("en nog %(n)s ander antwoord", "en nog %(n)s andere antwoorden", n_more))
        if n_more > 0
        else "",
        common=tuple(map(_counted, common)),
    )


def _sentence(shared: Sequence[SharedPassage]) -> str:
    """How many other answers have a passage of an answer, and how long it is."""
    n = len(shared)
    words = {"words": _word_range([each.n_words for each in shared]), "n": group_digits(n)}
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
