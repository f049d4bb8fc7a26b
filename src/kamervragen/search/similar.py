"""Already asked? A text → the earlier questions that ask the same, with their answers.

The rarest words of the text find questions on its matter, judged with their answers as the search judges them (`scoring`), and
all its words the questions in those words (`similar_candidates`); each is laid beside the text word for word, and what was taken
over comes first.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from kamervragen.search.analysis import tokenize
from kamervragen.search.index import Index, Snapshot
from kamervragen.search.leaves import Leaves
from kamervragen.search.marking import EXACT, RELATED, Mark, Marker
from kamervragen.search.records import Item
from kamervragen.search.schema import FACET_FIELDS, KEY
from kamervragen.search.scoring import Scorer
from kamervragen.search.similar_candidates import CandidateFinder
from kamervragen.search.similar_groups import Candidate, group_candidates
from kamervragen.search.similar_likeness import name_likeness
from kamervragen.search.similar_records import Similar, SimilarResults
from kamervragen.search.similar_words import choose_words, count_items, read_text
from kamervragen.search.snippets import mark_whole
from kamervragen.search.weights import WEIGHTS, Weights
from kamervragen.terms import Field, QuestionLikeness, Side

SIZE: Final = 10
MAX_SIZE: Final = 50
SIMILAR_WEIGHTS: Final = replace(WEIGHTS, word=0.0, own=0.0)
"""As in the search, but whole exchanges alone: which side has a word does not matter, and exact words are compared afterwards."""

_ENOUGH_SAID: Final = (
    2.5  # words of the rarest kind, of which a question must say as much to come before all that only shares words
)
_MOST_ITEMS: Final = 500  # of one publication
_MAX_SHARED: Final = 8  # words that are named


def find_similar(
    index: Index, text: str, *, size: int = SIZE, without: str = "", weights: Weights = SIMILAR_WEIGHTS
) -> SimilarResults:
    """The earlier questions that ask the same as a text, or ask about the same, best first.

    Args:
        index: where to look.
        text: one question or several, as it was pasted.
        size: how many, 1 to 50.
        without: the key of a publication whose own questions are left out.
        weights: what the order of candidates goes by.
    Raises:
        QueryError: the text is too long, too short or no text (see `similar_words.read_text`).
        InputError: there is no index, or another version of the program made it.
    """
    parts = read_text(text)
    return _Comparison(index.snapshot(), parts, without, weights).run(min(size, MAX_SIZE))


def find_question(index: Index, key: str, anchor: str) -> Item | None:
    """A question by its publication and its place there, such as `vraag-2`; None when the index has none such."""
    snapshot = index.snapshot()
    found = snapshot.searcher.search(Leaves(snapshot).term(KEY, key), _MOST_ITEMS, count=False).hits
    questions = (item for _, address in found if (item := snapshot.item(address)).side is Side.QUESTION)
    return next((item for item in questions if anchor in {item.anchor, *(f"vraag-{number}" for number in item.numbers)}), None)


class _Comparison:
    """One text, compared with what a snapshot of the index holds."""

    def __init__(self, snapshot: Snapshot, parts: Sequence[str], without: str, weights: Weights) -> None:
        self._snapshot = snapshot
        self._leaves = Leaves(snapshot)
        self._words = choose_words(parts, self._leaves)
        self._query = Scorer(self._leaves, weights, snapshot.searcher.num_docs).suggest(self._words)
        self._says = {word.terms: self._said_by(count_items(word.terms, self._leaves)) for word in self._words}
        self._finder = CandidateFinder(snapshot, self._leaves, parts, without)
        self._marker = Marker(self._words, with_parts=True)
        self._beside = Marker(self._words)

    def run(self, size: int) -> SimilarResults:
        """The best of what is found."""
        scored = [(self._score(group), group) for group in group_candidates(self._finder.find(self._query))]
        ranked = sorted(scored, key=lambda each: -each[0])
        told = (self._tell(*each) for each in ranked)
        return SimilarResults(
            similar=tuple(islice(filter(_is_reason, told), size)),
            looked_for=tuple(word.printed for word in self._words),
            n_questions=self._leaves.n_items(FACET_FIELDS[Field.SIDE], Side.QUESTION),
        )

    def _score(self, group: Sequence[Candidate]) -> float:
        """How well a question fits: 0 to 1 by its words; to 2 where it was taken over, and then by how much stands there.

        One that says little gains little by that: thousands ask "Zo nee, waarom niet?".
        """
        by_words, taken = group[0].score, [each for each in group if each.fit.is_taken]
        return max((self._score_taken(each, by_words) for each in taken), default=by_words)

    def _score_taken(self, candidate: Candidate, by_words: float) -> float:
        said, all_said = self._say(candidate.words), sum(self._says.values())
        if not all_said:
            return 1 + candidate.fit.agreement
        weight = min(1.0, said / min(all_said, _ENOUGH_SAID * self._said_by(1)))
        return weight * (1 + candidate.fit.agreement * said / all_said) + (1 - weight) * by_words

    def _say(self, asked: Sequence[str]) -> float:
        """How much a question says of what the text says."""
        words = set(asked)
        return sum(says for terms, says in self._says.items() if words.issuperset(terms))

    def _said_by(self, n_items: int) -> float:
        """How much a word says that stands in so many items: its idf."""
        n_all = self._snapshot.searcher.num_docs
        return math.log(1 + (n_all - min(n_items, n_all) + 0.5) / (n_items + 0.5))

    def _tell(self, score: float, group: Sequence[Candidate]) -> Similar:
        """A question that was found, wherever it was asked; told as it is printed at the first place."""
        places = sorted(group, key=lambda each: _answered_first(each.item))
        item, fit = places[0].item, places[0].fit
        likeness = name_likeness(places[0].words, self._finder.given, fit)
        words = self._marker.find(item.text)
        shared = {mark.leaf for mark in words if mark.weight > RELATED}  # a part of a word is marked, and is not that word
        has_all = len(shared) == len(self._words)  # as a copy does; what else stands in its answer need not be read then
        beside = set() if has_all else self._beside.find_leaves(f"{item.subject}\n{item.other}") - shared
        marks = sorted([*words, *_mark_runs(item.text, likeness.runs)], key=lambda mark: (mark.start, -mark.end))
        return Similar(
            likeness=likeness.likeness,
            share=fit.share,
            pieces=mark_whole(item.text, marks),
            shared=self._print(shared),
            shared_in_answer=self._print(beside),
            places=tuple(each.item for each in places),
            score=score,
        )

    def _print(self, leaves: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._words[leaf].printed for leaf in sorted(leaves)[:_MAX_SHARED])


def _is_reason(similar: Similar) -> bool:
    """Whether there is a reason to show it that can be seen: more than roots of words in common."""
    is_marked = any(piece.is_match for piece in similar.pieces)
    return is_marked or bool(similar.shared_in_answer) or similar.likeness is not QuestionLikeness.RELATED


def _mark_runs(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """The stretches of a question that stand in the text as well."""
    if runs:
        tokens = tokenize(text)
        for start, end in runs:
            yield Mark(start=tokens[start].start, end=tokens[end - 1].end, leaf=-1, weight=EXACT)


def _answered_first(item: Item) -> tuple[bool, float, str, str]:
    day = item.dated_on
    return (not item.other.strip(), -day.toordinal() if day else math.inf, item.key, item.anchor)
