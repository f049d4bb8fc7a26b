"""The keys under which the words of a text are found: str → keys.

Forms of one word share a key: `ambtenaar` and `ambtenaren` both have `ambtenaar`. A compound has, beside its own, the keys of
its parts and of every row of them: `woningbouwbeleid` has `woning`, `bouw`, `beleid` and `woningbouw`. What signs divide is a
word as a whole too: `EU-richtlijn` has the keys of `eu`, of `richtlijn` and of `eurichtlijn`; and so is `op te lossen`.

The roots of a word are the first letters of its keys. What shares only a root, such as `verhuizing` and `verhuist`, is not
found by one another, but comes first among what is found.

Keys depend on nothing but the word, so that texts and queries have the same ones, whatever else an index holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, starmap
from typing import Final, NamedTuple

from kamervragen.search.analysis import DIVIDED, SEAM, split_words
from kamervragen.search.analyst import Analyst
from kamervragen.search.word_lists import PARTICLES
from kamervragen.search.words import load_dictionary

ROOT_LETTERS: Final = 4
FORM, COMPOUND = "|", "/"  # between a key and a word of the text
JOINT: Final = "_"  # between the pieces of a word that is printed with signs between them
_N_TERMS: Final = 20_000  # whose keys are kept at hand
_N_PRINTED: Final = 250_000  # the same as strings, where an index is built: most words of a text came before
_N_TEXTS: Final = 64  # the two sides of an exchange are asked for twice, one after the other
_MAX_LETTERS: Final = 60  # of what signs divide; longer ones are no words

# What words begin with before the letters that tell them apart: `verh` would be the root of verhuizing, verhaal and verhogen.
_BEGINNINGS: Final = tuple(
    sorted(
        (
            "aan achter af be bij binnen boven buiten door ge her in mee mis na om on onder ont op over per samen tegen terug "
            "toe tussen uit ver voor weg"
        ).split(),
        key=len,
        reverse=True,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The keys of one word of the index.

    Args:
        own: those of the word itself, at least one.
        parts: those of the words in it, when it is a compound.
    """

    own: tuple[str, ...]
    parts: tuple[str, ...]

    @property
    def roots(self) -> tuple[str, ...]:
        """The first letters of the keys that are long enough to have any to spare."""
        return tuple(dict.fromkeys(_root(key) for key in (*self.own, *self.parts) if len(key) >= ROOT_LETTERS))


@lru_cache(maxsize=_N_TERMS)
def keys_of(term: str) -> Keys:
    """The keys of a word as the index has it."""
    own, parts = _analyst().keys(term)
    return Keys(own=own, parts=parts)


@lru_cache(maxsize=_N_TERMS)
def all_keys_of(term: str) -> frozenset[str]:
    """All keys of a word as the index has it, its own and those of its parts."""
    keys = keys_of(term)
    return frozenset((*keys.own, *keys.parts))


class TextKeys(NamedTuple):
    """What the index takes in of the words of a text; each is words with blanks between.

    Args:
        keys: the keys of all words.
        roots: their roots.
        forms: each word behind each of its keys: `ambtenaar|ambtenaren` for a form, `ambtenaar/topambtenaar` for a part.
    """

    keys: str
    roots: str
    forms: str


@lru_cache(maxsize=_N_TEXTS)
def text_keys(text: str) -> TextKeys:
    """The keys of a text, and what goes with them."""
    terms = split_words(text)
    printed = [*map(_print, terms), *starmap(_print, _divided_words(text)), *map(_print, _divided_verbs(terms))]
    return TextKeys(*map(" ".join, zip(*printed, strict=True))) if printed else TextKeys("", "", "")


def _divided_words(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text that signs divide, each as one word and as it is printed: `email`, `e_mail`."""
    end = 0
    for seam in SEAM.finditer(text):  # few texts have many, and the pattern of whole words is slow
        if seam.start() >= end:
            start, end = text.rfind(" ", 0, seam.start()) + 1, text.find(" ", seam.end())
            end = end if end >= 0 else len(text)
            yield from _divided_in(text[start:end])


def _divided_in(piece: str) -> Iterator[tuple[str, str]]:
    for match in DIVIDED.finditer(piece):
        terms = split_words(match[0])
        joined = join_terms(terms)
        if joined:
            yield joined, JOINT.join(terms)


def join_terms(terms: Sequence[str]) -> str:
    """What signs divide as one word of the index; "" when it is none, such as `zo'n`."""
    joined = "".join(terms)
    return joined if len(terms) > 1 and terms[-1] not in _CLITICS and len(joined) <= _MAX_LETTERS else ""


def _divided_verbs(terms: Sequence[str]) -> Iterator[str]:
    """The verbs that `te` divides: `op te lossen` → `oplossen`."""
    if "te" in terms:
        for (particle, middle), (_, verb) in pairwise(pairwise(terms)):
            if middle == "te" and particle in _PARTICLES and verb.endswith("n"):
                yield particle + verb


@lru_cache(maxsize=_N_PRINTED)
def _print(term: str, printed: str = "") -> TextKeys:
    """What the index takes in of one word, which stands behind its keys as it is printed."""
    keys, printed = keys_of(term), printed or term
    forms = (f"{key}{FORM}{printed}" for key in keys.own if key != printed)
    parts = (f"{key}{COMPOUND}{printed}" for key in keys.parts)
    return TextKeys(keys=" ".join((*keys.own, *keys.parts)), roots=" ".join(keys.roots), forms=" ".join((*forms, *parts)))


def _root(key: str) -> str:
    """`verhuizing` → `verhuiz`, `verzet` → `verz`: what begins a word goes with the letters after it where there are enough."""
    beginning = next((each for each in _BEGINNINGS if key.startswith(each) and len(key) >= len(each) + ROOT_LETTERS), "")
    return key[: len(beginning) + ROOT_LETTERS]


_PARTICLES: Final = frozenset(PARTICLES)
_CLITICS: Final = frozenset("n t m k d r".split())


@lru_cache(maxsize=1)
def _analyst() -> Analyst:
    return Analyst(load_dictionary())
