"""What templates say of the record's values, in the language of the page."""

from collections.abc import Sequence
from typing import Final

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_noop, ngettext

from kamervragen.folding import make_slug
from kamervragen.site import ministries, phrases
from kamervragen.site.lines import Holder, Person
from kamervragen.site.naming import name_subject
from kamervragen.terms import Field, Kind, MediaType, Side

register = template.Library()
_NAMED = 3  # so many people or offices are named in a line; of more the rest is counted


@register.filter
def figure(n: int) -> str:
    """A number as people read it: `1.200`."""
    return phrases.group_digits(n)


@register.filter
def kind_word(kind: str) -> str:
    """What a publication is: `antwoord`."""
    return phrases.kind_word(Kind(kind))


@register.filter
def media_word(media_type: str) -> str:
    """The form of a source: `platte tekst`."""
    return phrases.media_word(MediaType(media_type))


@register.filter
def subject_title(subject: str | None) -> SafeString:
    """A subject with a capital; a phrase for one that is not printed."""
    return phrases.in_dutch(name_subject(subject)) if subject else escape(name_subject(None))


@register.filter
def people(persons: Sequence[Person]) -> SafeString:
    """Members with their parties: `Zandstra (Lijst Zandstra) en Aalders`; of many the first, and how many more."""
    return _enumerate([f"{each.name} ({each.party})" if each.party else each.name for each in persons])


@register.filter
def offices(holders: Sequence[Holder]) -> SafeString:
    """Offices with who holds them: `minister De Wit (Defensie)`; of many the first, and how many more."""
    return _enumerate([_office(each) for each in holders])


@register.filter
def names(values: Sequence[str]) -> SafeString:
    """Words of a document as an enumeration; of many the first, and how many more."""
    return _enumerate(list(values))


def _office(holder: Holder) -> str:
    words = f"{phrases.role_word(holder.role)} {holder.name}" if holder.name else phrases.role_word(holder.role)
    return f"{words} ({holder.portfolio})" if holder.portfolio else words


def _enumerate(words: Sequence[str]) -> SafeString:
    if len(words) <= _NAMED:
        return escape(phrases.join_words(words))
    n_others = len(words) - 1
    more = phrases.count_words(n_others, ngettext("%(n)s ander", "%(n)s anderen", n_others))
    return escape(phrases.join_words([words[0], more]))


@register.filter
def slug(name: str) -> str:
    """A name as it stands in an address."""
    return make_slug(name)


@register.filter
def ministry_name(code: str) -> str:
    """The name that a ministry has or had last; its code when the table does not know it."""
    return ministries.name_of(code)


_SIDE_WORDS: Final = {Side.QUESTION: gettext_noop("vragen"), Side.ANSWER: gettext_noop("antwoorden")}
_FIELD_WORDS: Final = {
    Field.SUBMITTER: gettext_noop("indiener"),
    Field.PARTY: gettext_noop("fractie"),
    Field.MINISTRY: gettext_noop("ministerie"),
    Field.YEAR: gettext_noop("jaar"),
    Field.DATE: gettext_noop("datum"),
    Field.KIND: gettext_noop("soort document"),
    Field.SIDE: gettext_noop("zoek in"),
}


@register.filter
def field_word(field: str) -> str:
    """What a search is narrowed by, as the heading of a facet: `vergaderjaar`."""
    return gettext(_FIELD_WORDS[Field(field)])


@register.filter
def value_word(value: str, field: str) -> str:
    """A value of a facet as people read it: names for codes, words for kinds."""
    if field == Field.MINISTRY:
        return ministries.name_of(value)
    if field == Field.KIND and value in set(Kind):
        return phrases.kind_word(Kind(value))
    if field == Field.SIDE and value in set(Side):
        return gettext(_SIDE_WORDS[Side(value)])
    return value
