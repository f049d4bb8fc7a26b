"""References in texts: Text → Citations. Pure."""

from kamervragen.cite.find import find_citations

__all__ = ["find_citations"]
