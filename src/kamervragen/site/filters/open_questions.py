"""What templates say of open questions, in the language of the page."""

from typing import Final

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from kamervragen.site import links, open_words, phrases
from kamervragen.site.filters import Filters
from kamervragen.site.lines import Person
from kamervragen.site.open_choice import OpenChoice
from kamervragen.site.open_lines import OpenLine
from kamervragen.terms import AddresseeStatus


def list_title(which: str) -> str:
    """A list as the heading of its page: `Termijn voorbij`."""
    return open_words.list_title(which)


def list_word(which: str) -> str:
    """A list as a choice: `termijn voorbij`."""
    return open_words.list_word(which)


def standing_word(status: AddresseeStatus) -> str:
    """Where an addressee stands: `termijn voorbij`."""
    return open_words.standing_word(status)


def asker_link(person: Person) -> SafeString:
    """A member with the party, each a link to what was asked."""
    name = links.link_member(person.name)
    return format_html("{} ({})", name, links.link_party(person.party)) if person.party else name


def asked_link(line: OpenLine) -> SafeString:
    """The office that is asked, with a link to its ministry."""
    return links.link_office(line.asked.role, None, line.asked.portfolio, line.submitted_on)


def asked_name(line: OpenLine) -> SafeString:
    """The office that is asked: `minister (Defensie)`."""
    role = phrases.role_word(line.asked.role)
    return format_html("{} ({})", role, line.asked.portfolio) if line.asked.portfolio else escape(role)


def open_list(choice: OpenChoice, which: str) -> str:
    """The address of another list of the same ministry, party and member."""
    return choice.address(which)


FILTERS: Final[Filters] = {
    "list_title": list_title,
    "list_word": list_word,
    "standing_word": standing_word,
    "asker_link": asker_link,
    "asked_link": asked_link,
    "asked_name": asked_name,
    "open_list": open_list,
}
