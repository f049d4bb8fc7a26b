"""The index of questions and answers, and the language in which it is asked."""

from kamervragen.search.find import search
from kamervragen.search.index import Index, index_folder
from kamervragen.search.records import (
    MAX_HITS,
    PAGE_SIZE,
    Facet,
    FacetValue,
    Hit,
    Item,
    Piece,
    QueryError,
    Request,
    Results,
    Widened,
)

__all__ = [
    "MAX_HITS",
    "PAGE_SIZE",
    "Facet",
    "FacetValue",
    "Hit",
    "Index",
    "Item",
    "Piece",
    "QueryError",
    "Request",
    "Results",
    "Widened",
    "index_folder",
    "search",
]
