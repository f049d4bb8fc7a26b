"""The passages of one publication, looked up and verified word by word when they are asked for.

Nothing is kept of a passage itself: which answers have it follows from what is kept of the answers, so that it is right whatever
was added, changed or removed since, in whatever order.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kamervragen.compare.copied import Copied, Numbered, find_copied
from kamervragen.compare.minhash import MIN_WORDS
from kamervragen.compare.wording import Wording
from kamervragen.search.reuse.common_keys import Common
from kamervragen.search.reuse.library import Library, Met, open_library, reuse_folder
from kamervragen.search.reuse.records import CommonPassage, Passages, SharedPassage
from kamervragen.search.reuse.tables import Kept


class Verified(NamedTuple):
    """A passage that two answers have in common."""

    one: Kept
    other: Kept
    copied: Copied


def find_passages(
    data: Path, key: str, *, state: str | None = None, apart_from: Collection[str] = (), most: int | None = None
) -> Passages:
    """The passages of a publication's answers that stand in answers of other publications; none for one that is not kept.

    Args:
        data: the data folder.
        key: the publication.
        state: its state in the record; nothing is told where it was taken in in another one, since places would be wrong; None
            for any.
        apart_from: publications that are not compared with it.
        most: so many answers are compared with its own, those with the most keys in common; None for all.
    Raises:
        InputError: nobody looked for passages yet, or another version of the program did.
    """
    with open_library(reuse_folder(data)) as library:
        if state is not None and library.tables.state_of(key) != state:
            return Passages()
        answers = library.tables.answers_of(key)
        met = library.meet([answer.wording for answer in answers])
        chosen = _choose({answer.id for answer in answers}, met, most)
        return Passages(
            shared=tuple(map(as_passage, _find_shared(library, answers, met, chosen, apart_from))),
            common=tuple(each for answer, its in zip(answers, met, strict=True) for each in _join_common(answer, its.common)),
            cut=tuple(answer.anchor for answer, its in zip(answers, met, strict=True) if not its.answers.keys() <= chosen),
        )


def _choose(own: set[int], met: Sequence[Met], most: int | None) -> set[int]:
    """Their own answers, and those to compare with them: all, or those with the most keys in common with one of them."""
    keys = Counter[int]()
    for its in met:
        keys |= its.answers
    ranked = sorted(keys.keys() - own, key=lambda number: (-keys[number], number))
    return own.union(ranked[:most])


def _find_shared(
    library: Library, answers: Sequence[Kept], met: Sequence[Met], chosen: set[int], apart_from: Collection[str]
) -> Sequence[Verified]:
    """The passages that answers of a publication have in common with those of others that were chosen."""
    found = library.tables.answers(chosen - {answer.id for answer in answers})
    words = {number: Numbered(other.numbers) for number, other in found.items() if other.key not in apart_from}
    copied = [
        Verified(answer, found[number], passage)
        for answer, its in zip(answers, met, strict=True)
        for mine in (Numbered(answer.numbers),)
        for number in its.answers.keys() & words.keys()
        for passage in find_copied(mine, words[number])
    ]
    places = {answer.id: place for place, answer in enumerate(answers)}
    common = {answer.id: its.common for answer, its in zip(answers, met, strict=True)}
    return sorted(without_common(copied, common, library.common_in), key=lambda each: (places[each.one.id], *_order(each)))


def _order(verified: Verified) -> tuple[int, str, int, int]:
    return -verified.copied.n_words, verified.other.key, verified.other.id, verified.copied.first


def without_common(
    found: Sequence[Verified],
    common: Mapping[int, Sequence[Common]],
    common_in: Callable[[Sequence[Wording]], Sequence[Sequence[Common]]],
) -> Iterator[Verified]:
    """The passages that are more than what very many answers have, in one of the two answers at least.

    Args:
        found: passages.
        common: what is common in the first answers of these, by their numbers; those in which nothing is may be left out.
        common_in: gives what is common in each of some other answers.
    """
    suspect = {
        each.other.id: each.other
        for each in found
        if not _is_more(each.copied.first, each.copied.end, common.get(each.one.id, ()))
    }
    there = dict(zip(suspect, common_in([other.wording for other in suspect.values()]), strict=True))
    for each in found:
        is_more = _is_more(each.copied.first, each.copied.end, common.get(each.one.id, ()))
        if is_more or _is_more(each.copied.other_first, each.copied.other_end, there[each.other.id]):
            yield each


def _is_more(first: int, end: int, common: Sequence[Common]) -> bool:
    """Whether a passage has enough words beside the common ones."""
    covered = {word for each in common for word in range(max(first, each.first), min(end, each.end))}
    return not covered or end - first - len(covered) >= MIN_WORDS


def as_passage(verified: Verified) -> SharedPassage:
    """A passage with the characters of its words."""
    one, other, copied = verified
    return SharedPassage(
        anchor=one.anchor,
        span=one.wording.span_of(copied.first, copied.end),
        other_key=other.key,
        other_anchor=other.anchor,
        other_span=other.wording.span_of(copied.other_first, copied.other_end),
        n_words=copied.n_words,
    )


def _join_common(answer: Kept, common: Sequence[Common]) -> Iterator[CommonPassage]:
    """What is common in an answer, units that overlap as one passage with the number of the one that the fewest have."""
    wording, joined = answer.wording, list[Common]()
    for each in common:
        if joined and each.first < joined[-1].end:
            last = joined.pop()
            n_answers, is_exact = min((last.n_answers, last.is_exact), (each.n_answers, each.is_exact))
            each = Common(last.first, max(last.end, each.end), n_answers, is_exact)
        joined.append(each)
    for each in joined:
        span = wording.span_of(each.first, each.end)
        yield CommonPassage(anchor=answer.anchor, span=span, n_answers=each.n_answers, is_exact=each.is_exact)
