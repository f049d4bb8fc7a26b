"""A tree without the words that only say how others hang together: nothing is found by them."""

from collections.abc import Iterator, Sequence

from kamervragen.search.function_words import FUNCTION_WORDS
from kamervragen.search.tree import All, Any, Phrase, Prefix, Tree, Without, Word


def trim(tree: Tree | None) -> tuple[Tree | None, tuple[str, ...]]:
    """A tree without its function words, and those words as typed, each once; the tree itself when it asks for nothing else."""
    kept = _trim(tree) if tree else None
    if tree is None or kept is None or not _is_positive(kept):
        return tree, ()
    left = {leaf.printed for leaf in positive_leaves(kept)}
    gone = dict.fromkeys(leaf.printed for leaf in positive_leaves(tree) if leaf.printed not in left)
    return kept, tuple(gone)


def positive_leaves(tree: Tree | None) -> Iterator[Word | Prefix | Phrase]:
    """The words, beginnings and phrases that may be in a text, in their order."""
    match tree:
        case Word() | Prefix() | Phrase():
            yield tree
        case All(parts=parts) | Any(parts=parts):
            for part in parts:
                yield from positive_leaves(part)


def _trim(tree: Tree) -> Tree | None:
    match tree:
        case Word(terms=terms):
            return None if FUNCTION_WORDS.issuperset(terms) else tree
        case All(parts=parts, is_strict=is_strict):
            kept = _trim_all(parts)
            return All(parts=kept, is_strict=is_strict) if len(kept) > 1 else next(iter(kept), None)
        case Any(parts=parts):
            kept = _trim_all(parts)
            return Any(parts=kept) if len(kept) > 1 else next(iter(kept), None)
        case _:
            return tree


def _trim_all(parts: Sequence[Tree]) -> tuple[Tree, ...]:
    return tuple(kept for part in parts if (kept := _trim(part)))


def _is_positive(tree: Tree) -> bool:
    """Whether a tree finds anything: an All of nothing but Withouts does not."""
    if isinstance(tree, All):
        return any(map(_is_positive, tree.parts))
    return not isinstance(tree, Without)
