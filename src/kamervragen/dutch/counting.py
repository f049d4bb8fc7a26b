"""Enumerations, small numbers and capitals as a Dutch reader writes them."""

from collections.abc import Sequence

_WORDS = "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf".split()


def join_words(words: Sequence[str]) -> str:
    """Words as a Dutch enumeration: `a, b en c`."""
    return f"{', '.join(words[:-1])} en {words[-1]}" if len(words) > 1 else "".join(words)


def number_word(n: int) -> str:
    """A number in a sentence: a word up to twelve, `tien`, and figures from there, `29`."""
    return _WORDS[n] if 0 <= n < len(_WORDS) else str(n)


def capitalize(sentence: str) -> str:
    """A sentence with a capital: `Eén antwoord wijkt af`, because a Dutch capital has no such accent."""
    return ("E" if sentence.startswith("é") else sentence[:1].upper()) + sentence[1:]
