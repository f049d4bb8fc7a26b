"""Dossier → Comparison: the answers of several ministers to one question beside each other; shared passages. Pure."""

from kamervragen.compare.matrix import compare

__all__ = ["compare"]
