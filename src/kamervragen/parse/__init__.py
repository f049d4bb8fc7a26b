"""Text → ParsedDocument: heading, items, pairing, notes and the partition of the body. Pure.

furniture → heading → notes and markers → labels or blocks → items → pairs → segments
"""

from kamervragen.parse.document import PARSER_VERSION, parse

__all__ = ["PARSER_VERSION", "parse"]
