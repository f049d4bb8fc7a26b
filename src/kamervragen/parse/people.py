"""The members who ask: "de leden Beckerman (SP), Bushoff, Kröger (beiden GroenLinks-PvdA) en Teunissen (PvdD)"."""

import re
from dataclasses import dataclass

from kamervragen.dutch.joining import join_lines, loose

# A party in parentheses, after one name or after several: "(SP)", "(beiden VVD)", "(allen GroenLinks)".
_PARTY = re.compile(rf"\(\s*(?P<joint>{loose('beiden')}|{loose('allen')}|alle(?:n)?\s+\w+)?\s*(?P<party>[^()]+?)\s*\)")
_OF_YOUR_CHAMBER = re.compile(r"\s{0,9}van\s*uw\s*Kamer\s*$")  # as in letters
_BETWEEN_NAMES = re.compile(r"\s{0,9},\s*(?:en\s+)?|\s{1,9}en\s+|(?<=\))\s*en\s+")


@dataclass(frozen=True, slots=True)
class PrintedMember:
    """A member as printed, with the characters of name and party, relative to the text that was parsed."""

    name: str
    party: str | None
    name_span: tuple[int, int]
    party_span: tuple[int, int] | None


def parse_members(printed: str) -> list[PrintedMember]:
    """The members that a list names, in printed order; a party counts for all names since the one before it.

    Args:
        printed: what stands between "de leden" and "aan de".
    """
    printed = _OF_YOUR_CHAMBER.sub("", printed)
    members: list[PrintedMember] = []
    position = 0
    for party in _PARTY.finditer(printed):
        names = _names(printed, position, party.start())
        members.extend(_member(printed, name, party) for name in names)
        position = party.end()
    members.extend(_member(printed, name, None) for name in _names(printed, position, len(printed)))
    return members


def _member(printed: str, name: tuple[int, int], party: re.Match[str] | None) -> PrintedMember:
    text = join_lines(printed[slice(*name)])
    if party is None:
        return PrintedMember(text, None, name, None)
    return PrintedMember(text, join_lines(party["party"]), name, party.span("party"))


def _names(printed: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places of the names between two positions."""
    names = []
    at = start
    for gap in [*_BETWEEN_NAMES.finditer(printed, start, end), None]:
        stop = gap.start() if gap else end
        name = printed[at:stop]
        left = len(name) - len(name.lstrip(" ,\n"))
        if name.strip(" ,\n") and any(char.isalpha() for char in name):
            names.append((at + left, at + left + len(name.strip(" ,\n"))))
        at = gap.end() if gap else end
    return names
