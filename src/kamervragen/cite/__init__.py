"""References in texts: Text → Citations. Pure.

`find_citations` finds the Aanhangsel references that a heading may print; `find_references` those of all kinds, anywhere.
"""

from kamervragen.cite.find import find_citations
from kamervragen.cite.references import find_references

__all__ = ["find_citations", "find_references"]
