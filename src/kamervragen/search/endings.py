"""Endings of Dutch words: of which words a word may be a form, by its letters alone."""

from collections.abc import Iterator
from typing import Final

from kamervragen.search.word_lists import PARTICLES

SHORTEST: Final = 4  # letters: nothing is guessed of a word that is no longer
SHORTEST_STEM: Final = 3
VOWELS: Final = "aeiouy"

_NO_PLURAL: Final = ("aans", "ens", "ss")  # doorgaans
_EREN: Final = ("eerden", "eerde", "eerd", "eert", "eer", "erende", "erend")
_PARTICIPLE: Final = ("de", "te", "den", "ten", "d", "t")
VERB_ENDINGS: Final = ("n", "t", "d", "de", "te", "end", "ende")
_PRESENT: Final = ("t", "d", "te", "de", "ten", "den", "en", "end", "ende")


def strip_ending(word: str, ending: str) -> Iterator[str]:
    """What a word may have been before an ending on e: `wetten` → `wet`, `scholen` → `school`, `brieven` → `brief`."""
    stem = word.removesuffix(ending)
    if stem == word or len(stem) < SHORTEST_STEM:
        return
    hardened = stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
    yield hardened
    if stem[-1] == stem[-2]:
        yield stem[:-1]
    elif stem[-1] not in VOWELS and stem[-2] in "aeou" and stem[-3] not in VOWELS:
        yield hardened[:-1] + stem[-2] + hardened[-1]


def guess_bases(word: str) -> Iterator[str]:
    """Words of which a word may be a form, by its ending, the likeliest first."""
    if len(word) <= SHORTEST:
        return
    if word.endswith(("e", "en")):
        yield word.removesuffix("n").removesuffix("e")
    yield from _guess_verbs(word)
    for ending in ("e", "en"):
        yield from strip_ending(word, ending)
    if word.endswith("en") or (word.endswith("s") and not word.endswith(_NO_PLURAL)):
        yield word[:-1]


def _guess_verbs(word: str) -> Iterator[str]:
    """`geinvesteerde` → `investeren`; `getoetst` → `toetsen`; `verslavende` → `verslaven`."""
    for ending in _EREN:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending)
            yield from (stem.removeprefix("ge") + "eren", stem + "eren")
            return
    for ending in ("end", "ende", "enden"):
        if word.endswith(ending):
            yield word.removesuffix(ending) + "en"
    for ending in _PARTICIPLE:
        if word.startswith("ge") and word.endswith(ending):
            yield from _infinitives(word.removeprefix("ge").removesuffix(ending))


def _infinitives(stem: str) -> Iterator[str]:
    """The infinitives that a stem may have: `toets` → `toetsen`, `maak` → `maken`, `stel` → `stellen`, `leef` → `leven`."""
    if len(stem) < SHORTEST_STEM:
        return
    softened = stem[:-1] + {"f": "v", "s": "z"}.get(stem[-1], stem[-1])
    yield from (stem + "en", softened + "en")
    if stem[-2] == stem[-3]:
        yield softened[:-2] + softened[-1] + "en"
    yield stem + stem[-1] + "en"


def is_same_stem(form: str, infinitive: str) -> bool:
    """Whether a form of a verb keeps the sounds of its stem: `gevraagd` does, `vroeg` does not."""
    stem = _sounds(infinitive.removesuffix("en"))
    rests = (form, form.removeprefix("ge"), form.replace("ge", "", 1))
    return any(_sounds(rest.removesuffix(ending)) == stem for rest in rests for ending in ("", *_PRESENT))


def _sounds(stem: str) -> str:
    hard = stem.replace("v", "f").replace("z", "s")
    return "".join(letter for place, letter in enumerate(hard) if hard[place - 1 : place] != letter)


def split_particle(verb: str) -> Iterator[tuple[str, str]]:
    """The particles with which a verb may begin, each with the rest of the verb: `aanpakken` → `aan`, `pakken`."""
    for length in _LENGTHS:
        if verb[:length] in _PARTICLES and len(verb) - length >= SHORTEST:
            yield verb[:length], verb[length:]


_PARTICLES: Final = frozenset(PARTICLES)
_LENGTHS: Final = sorted({len(particle) for particle in PARTICLES})
