"""What templates can do to values: each filter gives words, or HTML that is safe, in the language of the page."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

Filters: TypeAlias = Mapping[str, Callable[..., object]]
"""Filters by the names that templates know them by."""
