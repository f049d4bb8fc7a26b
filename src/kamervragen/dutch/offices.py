"""Offices and who holds them, as a Dutch reader writes them."""

from kamervragen.terms import Role


def office_words(role: Role, portfolio: str | None) -> str:
    """An office as a reader writes it: `minister van Defensie` is not always printed so, hence `minister (Defensie)`."""
    return f"{role} ({portfolio})" if portfolio else str(role)


def holder_words(role: Role, name: str | None, portfolio: str | None) -> str:
    """Who holds an office: `De Vries, minister (Defensie)`; the office alone when no name is printed."""
    return f"{name}, {office_words(role, portfolio)}" if name else office_words(role, portfolio)
