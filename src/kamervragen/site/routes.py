"""Addresses of pages in the language of this one, quickly: a page of a document holds dozens, and a list of them hundreds.

Django looks through all its patterns for each; here what stands around the parts of an address is looked up once.
"""

import re
from functools import lru_cache
from typing import Final

from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.translation import get_language

_PLAIN: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,79}")  # what stands in an address as it is, whatever the pattern


def address_of(name: str, *parts: str) -> str:
    """The address of a page, as `reverse` gives it.

    Args:
        name: of the page, in `urls`.
        parts: what its address holds: keys, numbers, slugs.
    Raises:
        NoReverseMatch: there is no such page.
    """
    around = _around(name, len(parts), get_language(), get_script_prefix()) if all(map(_PLAIN.fullmatch, parts)) else ()
    if not around:
        return reverse(name, args=parts)
    return "".join((around[0], *(text for pair in zip(parts, around[1:], strict=True) for text in pair)))


@lru_cache(maxsize=500)
def _around(name: str, n_parts: int, language: str | None, prefix: str) -> tuple[str, ...]:
    """What stands before, between and after the parts of an address; () where not every part may stand in it."""
    stand_ins = [f"0-part-{place}-0" for place in range(n_parts)]
    try:
        return tuple(re.split("0-part-[0-9]+-0", reverse(name, args=stand_ins)))
    except NoReverseMatch:
        return ()
