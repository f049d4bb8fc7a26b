"""What templates say of who is meant by a name, in the language of the page."""

from collections.abc import Sequence
from typing import Final

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from kamervragen.site import phrases
from kamervragen.site.filters import Filters
from kamervragen.site.people import Suggested
from kamervragen.site.routes import address_of
from kamervragen.site.words import NAME_EVIDENCE_WORDS
from kamervragen.terms import Certainty, NameEvidence


def evidence_words(evidence: Sequence[NameEvidence]) -> str:
    """What speaks for a person: `achternaam en fractie op die dag`."""
    return phrases.join_words([gettext(NAME_EVIDENCE_WORDS[each]) for each in evidence])


def names_in_words(names: Sequence[str]) -> str:
    """Names as an enumeration: `Jos van Raaf (J.J.) en Jan van Raaf (J.)`."""
    return phrases.join_words(list(names))


def suggested_links(persons: Sequence[Suggested]) -> SafeString:
    """Persons as an enumeration, each with a link to what is asked under the person's name, where there is such a page."""
    links = [_link(each) for each in persons]
    if len(links) < 2:
        return links[0] if links else SafeString("")
    return SafeString(phrases.join_words(links))  # each of them is safe, and so are the words between them


def _link(person: Suggested) -> SafeString:
    if not person.slug:
        return escape(person.name)
    return format_html('<a href="{}">{}</a>', address_of("member", person.slug), person.name)


def certainty_words(certainty: Certainty) -> str:
    """How sure it is: `waarschijnlijk`."""
    return phrases.certainty_word(certainty)


def in_dutch(text: str) -> SafeString:
    """A Dutch text, marked as such on pages in another language."""
    return phrases.in_dutch(text)


FILTERS: Final[Filters] = {
    "evidence_words": evidence_words,
    "names_in_words": names_in_words,
    "suggested_links": suggested_links,
    "certainty_words": certainty_words,
    "in_dutch": in_dutch,
}
