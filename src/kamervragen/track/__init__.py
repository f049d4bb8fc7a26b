"""Dossier, today → Timing: who has until when, who is late, by which rule. Pure.

Dossier ─place→ Placed (per addressee) ─Standing→ status, days ─explain→ Clock
"""

from kamervragen.track.rules import RULES, find_rule
from kamervragen.track.settings import DUTCH, Recess, TrackSettings, Wording
from kamervragen.track.timing import changes, track

__all__ = ["DUTCH", "RULES", "Recess", "TrackSettings", "Wording", "changes", "find_rule", "track"]
