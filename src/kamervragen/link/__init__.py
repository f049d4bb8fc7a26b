"""Documents → Dossiers: what belongs to which filing, and what filings have to do with each other. Pure.

    Document ─candidate_keys→ pairs ─verify, relate→ Ties ─group→ Dossiers

`link` does all of it for documents in memory. A store keeps the keys and ties as rows and calls `find_ties` and `group` for what
one document touches.
"""

from typing import Final

from kamervragen.link.corrections import CorrectionFile, not_applied, parse_corrections
from kamervragen.link.group import Ties, find_ties, group, link, tie
from kamervragen.link.keys import candidate_keys, keys_of
from kamervragen.link.relations import relate
from kamervragen.link.traits import Traits, traits_of
from kamervragen.link.verify import verify

LINKER_VERSION: Final = 2
"""Higher whenever candidate keys or ties that were found before must be found again."""

__all__ = [
    "LINKER_VERSION",
    "CorrectionFile",
    "Ties",
    "Traits",
    "candidate_keys",
    "find_ties",
    "group",
    "keys_of",
    "link",
    "not_applied",
    "parse_corrections",
    "relate",
    "tie",
    "traits_of",
    "verify",
]
