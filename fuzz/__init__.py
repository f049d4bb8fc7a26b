"""Harnesses that feed mutated bytes to every reader and to the parser; see `scripts/fuzz`."""
