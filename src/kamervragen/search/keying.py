"""The keys under which the words of a text are found: str → keys.

Forms of one word share a key: `ambtenaar` and `ambtenaren` both have `ambtenaar`. A compound has, beside its own, the keys of
its parts and of every row of them: `woningbouwbeleid` has `woning`, `bouw`, `beleid` and `woningbouw`. What signs divide is a
word as a whole too: `EU-richtlijn` has the keys of `eu`, of `richtlijn` and of `eurichtlijn`; and so is `op te lossen`.

The roots of a word are the first letters of its keys. What shares only a root, such as `verhuizing` and `verhuist`, is not
found by one another, but comes first among what is found. Function words have none: they do not say what a text is about.

Keys depend on nothing but the word, so that texts and queries have the same ones, whatever else an index holds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from kamervragen.search.analysis import DIVIDED, SEAM, SIGNS, split_words
from kamervragen.search.analyst import Analyst
from kamervragen.search.function_words import FUNCTION_WORDS
from kamervragen.search.word_lists import PARTICLES
from kamervragen.search.words import load_dictionary

ROOT_LETTERS: Final = 4
FORM, COMPOUND = "|", "/"  # between a key and a word of the text
JOINT: Final = "_"  # between the pieces of a word that is printed with signs between them
_N_TERMS: Final = 20_000  # whose keys are kept at hand
_N_PRINTED: Final = 125_000  # the same as strings, twice, where an index is built: most words of a text came before
_N_TEXTS: Final = 64  # the two sides of an exchange are asked for twice, one after the other
_MAX_LETTERS: Final = 60  # of what signs divide; longer ones are no words

# What words begin with before the letters that tell them apart: `verh` would be the root of verhuizing, verhaal and verhogen.
_BEGINNINGS: Final = frozenset(
    (
        "aan achter af be bij binnen boven buiten door ge her in mee mis na om on onder ont op over per samen tegen terug "
        "toe tussen uit ver voor weg"
    ).split()
)
_LENGTHS: Final = sorted({len(beginning) for beginning in _BEGINNINGS}, reverse=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The keys of one word of the index.

    Args:
        own: those of the word itself, at least one.
        parts: those of the words in it, when it is a compound.
        roots: the first letters of these keys.
    """

    own: tuple[str, ...]
    parts: tuple[str, ...]
    roots: tuple[str, ...]


@lru_cache(maxsize=_N_TERMS)
def keys_of(term: str) -> Keys:
    """The keys of a word as the index has it."""
    own, parts = _analyst().keys(term)
    return Keys(own=own, parts=parts, roots=_roots(term, own + parts))


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
    words = split_words(text)
    words += [*_divided_words(text), *_divided_verbs(words)]
    return TextKeys(*map(" ".join, zip(*map(_PRINTED.__getitem__, words), strict=True))) if words else TextKeys("", "", "")


def _divided_words(text: str) -> Iterator[str]:
    """The words of a text that signs divide, with `JOINT` for each sign: `e_mail`."""
    end = 0
    for sign in _SIGN.finditer(text):  # few texts have many, and the patterns of seams and of whole words are slow
        place = sign.start()
        if place > end and SEAM.match(text, place - 1):
            start, end = text.rfind(" ", 0, place) + 1, text.find(" ", place)
            end = end if end >= 0 else len(text)
            yield from _divided_in(text[start:end])


def _divided_in(piece: str) -> Iterator[str]:
    for match in DIVIDED.finditer(piece):
        terms = split_words(match[0])
        if join_terms(terms):
            yield JOINT.join(terms)


def join_terms(terms: Sequence[str]) -> str:
    """What signs divide as one word of the index; "" when it is none, such as `zo'n`."""
    joined = "".join(terms)
    return joined if len(terms) > 1 and terms[-1] not in _CLITICS and len(joined) <= _MAX_LETTERS else ""


def _divided_verbs(terms: Sequence[str]) -> Iterator[str]:
    """The verbs that `te` divides: `op te lossen` → `oplossen`."""
    place = -1
    for _ in range(terms.count("te")):
        place = terms.index("te", place + 1)
        particle, verb = terms[max(place - 1, 0)], terms[min(place + 1, len(terms) - 1)]
        if particle in _PARTICLES and verb.endswith("n"):
            yield particle + verb


class Printed(dict[str, TextKeys]):
    """What the index takes in of each word; it is worked out where it is not at hand, and those not asked for lately go.

    That is done without a count of each use: when there are enough words they become the older ones, in place of those before.

    Args:
        n_words: how many are enough; twice as many are held.
    """

    def __init__(self, n_words: int) -> None:
        super().__init__()
        self._n_words = n_words
        self._older: dict[str, TextKeys] = {}

    def __missing__(self, printed: str) -> TextKeys:
        found = self._older.get(printed) or _print(printed)
        if len(self) >= self._n_words:
            self._older = self.copy()
            self.clear()
        self[printed] = found
        return found


def _print(printed: str) -> TextKeys:
    """What the index takes in of one word, which stands behind its keys as it is printed, with `JOINT` for signs in it."""
    term = printed.replace(JOINT, "")
    own, parts = _analyst().keys(term)
    forms = [f"{key}{FORM}{printed}" for key in own if key != printed]
    forms += [f"{key}{COMPOUND}{printed}" for key in parts]
    keys = own + parts
    return TextKeys(keys=" ".join(keys), roots=" ".join(_roots(term, keys)), forms=" ".join(forms))


def _roots(term: str, keys: Iterable[str]) -> tuple[str, ...]:
    """The first letters of a word's keys that are long enough to have any to spare, each once."""
    if term in FUNCTION_WORDS:
        return ()
    return tuple(dict.fromkeys(_root(key) for key in keys if len(key) >= ROOT_LETTERS))


def _root(key: str) -> str:
    """`verhuizing` → `verhuiz`, `verzet` → `verz`: what begins a word goes with the letters after it where there are enough."""
    for length in _LENGTHS:
        if key[:length] in _BEGINNINGS and len(key) >= length + ROOT_LETTERS:
            return key[: length + ROOT_LETTERS]
    return key[:ROOT_LETTERS]


_SIGN: Final = re.compile(f"[{SIGNS}]")
_PRINTED: Final = Printed(_N_PRINTED)
_PARTICLES: Final = frozenset(PARTICLES)
_CLITICS: Final = frozenset("n t m k d r".split())


@lru_cache(maxsize=1)
def _analyst() -> Analyst:
    return Analyst(load_dictionary())
