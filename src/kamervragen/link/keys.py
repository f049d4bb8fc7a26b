"""The keys under which the possible partners of a document are found, so that nobody compares all with all."""

import re
from collections.abc import Iterator
from hashlib import blake2b

from kamervragen.dossiers import Document
from kamervragen.link.traits import Traits, traits_of
from kamervragen.terms import CitationKind, Kind

_KINDS_IN_RECORD = (CitationKind.APPENDIX, CitationKind.CASE)
_SUBJECT_START = 20  # letters: a misprint further on does not matter
_CORE_START = 32
_MOST_QUESTIONS = 4
_SHORTEST_QUESTION = 60  # letters: shorter ones ("Bent u hiermee bekend?") stand in thousands of filings
_QUESTION_START = 60  # letters: what is changed further on does not matter
# Of the text: texts are near by one question alone when it is 0.42 of either. Less than that, because the others may be near too:
# of pairs in which every second question was changed by a word or two this finds 0.83; with any question as a key it was 0.87.
_LARGE_PART = 0.3
# Long as well, and in thousands of filings: how and when the member wants to be answered.
_ABOUT_ANSWERING = re.compile(r"(?:deze|bovenstaande|uw)(?:kamer|schriftelijke)?vragen.{0,80}beantwoord|beantwoord.{0,80}vragen")


def candidate_keys(document: Document) -> frozenset[str]:
    """The index keys of a document: two documents that `verify` joins share at least one, and so do most that `relate` ties.

    They hang on the document alone, so that no order of arrival matters. Keys are texts of at most 120 characters, such as
    `id:2031Z00042`; about 22 for a document. An index of them (key, publication) finds all that a new document must be compared
    with. What is missed are texts that are near, by other members or of other days, in which nearly all questions were changed.
    """
    return keys_of(traits_of(document))


def keys_of(traits: Traits) -> frozenset[str]:
    """The same from traits."""
    keys = {f"id:{each[:100]}" for each in (*traits.bases, *traits.identifiers, *traits.cited)}
    keys.update(f"id:{target[:100]}" for target in cited_targets(traits.document))
    if traits.case_number:
        keys.add(f"id:{traits.case_number}")
    if traits.kind is not Kind.OTHER:
        keys.update(_keys_of_heading(traits))
        keys.update(_keys_of_text(traits))
    return frozenset(keys)


def cited_targets(document: Document) -> Iterator[str]:
    """The publications and cases that its text refers to, wherever."""
    for citation in document.citations:
        if citation.target and citation.kind in _KINDS_IN_RECORD:
            yield citation.target


def _keys_of_heading(traits: Traits) -> Iterator[str]:
    start, core = traits.subject[:_SUBJECT_START], traits.core[:_CORE_START]
    for name in {name.last_word[:40] for name in traits.names}:
        if traits.submitted_on:
            yield f"lid-dag:{name}|{traits.submitted_on}"
        if core:
            yield f"lid-onderwerp:{name}|{core}"
    if traits.submitted_on and start:
        yield f"dag-onderwerp:{traits.submitted_on}|{start}"


def _keys_of_text(traits: Traits) -> Iterator[str]:
    """Keys of questions with what a tie by the text needs besides: a question alone may stand in hundreds of filings."""
    if traits.text:
        yield f"tekst:{_digest(traits.text)}"
    own = sorted((text for text in traits.texts if not _ABOUT_ANSWERING.search(text)), key=lambda text: (-len(text), text))
    longest = [(text, _digest(text)) for text in own[:_MOST_QUESTIONS]]
    starts = [_digest(text[:_QUESTION_START]) for text, _ in longest]
    for place, (text, digest) in enumerate(longest):
        if len(text) < _SHORTEST_QUESTION:
            return
        if len(own) == 1 or len(text) >= _LARGE_PART * len(traits.text):
            yield f"vraag:{digest}"
        if traits.submitted_on:
            yield f"dag-vraag:{traits.submitted_on}|{digest}"
        yield from (f"vragen:{digest}|{start}" for other, start in enumerate(starts) if other != place)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=10).hexdigest()
