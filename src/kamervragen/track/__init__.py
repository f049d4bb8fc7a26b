"""Dossier, today → Timing: who has until when, who is late, by which rule. Pure."""
