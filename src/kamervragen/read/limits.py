"""The limits, under the name that the rooms above use: see `kamervragen.limits`."""

from kamervragen.limits import DEFAULT, Limits

__all__ = ["DEFAULT", "Limits"]
