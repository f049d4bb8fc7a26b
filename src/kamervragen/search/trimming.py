"""A tree without the words that only say how others hang together: nothing is found by them."""

from collections.abc import Iterator

from kamervragen.search.function_words import FUNCTION_WORDS
from kamervragen.search.tree import All, Any, Leaf, Phrase, Prefix, Tree, Word, is_negative, make_all


def trim(tree: Tree | None) -> tuple[Tree | None, tuple[str, ...]]:
    """A tree without its function words, and those words as typed, each once; the tree itself when it asks for nothing else."""
    kept = _trim(tree) if tree else None
    if kept is None or is_negative(kept):
        return tree, ()
    left = {leaf.printed for leaf in positive_leaves(kept)}
    gone = dict.fromkeys(leaf.printed for leaf in positive_leaves(tree) if leaf.printed not in left)
    return kept, tuple(gone)


def positive_leaves(tree: Tree | None) -> Iterator[Leaf]:
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
            kept = tuple(each for part in parts if (each := _trim(part)))
            return make_all(kept, is_strict=is_strict) if kept else None
        case Any(parts=parts):
            kept = tuple(part if is_negative(each) else each for part in parts if (each := _trim(part)))
            return Any(parts=kept) if len(kept) > 1 else next(iter(kept), None)
        case _:
            return tree
