"""What templates say of the record's values, in the language of the page."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_noop

from kamervragen.folding import make_slug
from kamervragen.search.records import Item
from kamervragen.site import hit_lines, ministries, phrases
from kamervragen.site.asking import FIELD_NAMES
from kamervragen.site.filters import Filters
from kamervragen.site.lines import Holder, Person
from kamervragen.site.naming import name_subject
from kamervragen.terms import Field, Kind, MediaType, Order, QuestionLikeness, Side

_MAX_OTHER: Final = 1_200  # so many characters of the other half are shown in place


def figure(n: int) -> str:
    """A number as people read it: `1.200`."""
    return phrases.group_digits(n)


def day(value: date) -> str:
    """A day as people read it: `7 november 2023`."""
    return phrases.print_day(value)


def kind_word(kind: str) -> str:
    """What a publication is: `antwoord`."""
    return phrases.kind_word(Kind(kind))


def media_word(media_type: str) -> str:
    """The form of a source: `platte tekst`."""
    return phrases.media_word(MediaType(media_type))


def likeness_word(likeness: str) -> str:
    """How an earlier question is like a text: `bijna woordelijk gelijk`."""
    return phrases.likeness_word(QuestionLikeness(likeness))


def subject_title(subject: str | None) -> SafeString:
    """A subject with a capital; a phrase for one that is not printed."""
    return phrases.in_dutch(name_subject(subject)) if subject else escape(name_subject(None))


def people(persons: Sequence[Person]) -> SafeString:
    """Members with their parties: `Zandstra (Lijst Zandstra) en Aalders`; of many the first, and how many more."""
    return _enumerate([f"{each.name} ({each.party})" if each.party else each.name for each in persons])


def offices(holders: Sequence[Holder]) -> SafeString:
    """Offices with who holds them: `minister De Wit (Defensie)`; of many the first, and how many more."""
    return _enumerate([_office(each) for each in holders])


def _office(holder: Holder) -> str:
    words = f"{phrases.role_word(holder.role)} {holder.name}" if holder.name else phrases.role_word(holder.role)
    return f"{words} ({holder.portfolio})" if holder.portfolio else words


def _enumerate(words: Sequence[str]) -> SafeString:
    return escape(phrases.name_few(words))


def listed(words: Sequence[str]) -> SafeString:
    """Words as an enumeration, all of them: `a, b en c`."""
    return escape(phrases.join_words(words))


def side_title(item: Item) -> str:
    """What a hit is, with its numbers: `Vraag 2` or `Antwoord 2, 3 en 4`; without numbers where none are printed."""
    words = gettext("Vraag") if item.side is Side.QUESTION else gettext("Antwoord")
    return f"{words} {phrases.join_words(item.numbers)}" if item.numbers else words


def shorten(text: str) -> str:
    """The beginning of a text, to the end of a word."""
    return f"{text[:_MAX_OTHER].rpartition(' ')[0]} …" if is_long(text) else text


def is_long(text: str) -> bool:
    """Whether `shorten` leaves something out."""
    return len(text) > _MAX_OTHER


def stage_word(stage: str) -> str:
    """The stage at which a document failed: `ophalen`."""
    return gettext(_STAGE_WORDS.get(stage, stage))


def order_word(order: str) -> str:
    """An order of hits: `nieuwste`."""
    return gettext(_ORDER_WORDS[Order(order)])


def field_name(field: str) -> str:
    """The name of a field in an address."""
    return FIELD_NAMES[Field(field)]


def slug(name: str) -> str:
    """A name as it stands in an address."""
    return make_slug(name)


def ministry_name(code: str) -> str:
    """The name that a ministry has or had last; its code when the table does not know it."""
    return ministries.name_of(code)


_ORDER_WORDS: Final = {
    Order.RELEVANCE: gettext_noop("relevantie"),
    Order.NEWEST: gettext_noop("nieuwste eerst"),
    Order.OLDEST: gettext_noop("oudste eerst"),
}
_STAGE_WORDS: Final = {"fetch": gettext_noop("ophalen"), "read": gettext_noop("lezen"), "work": gettext_noop("verwerken")}
_FIELD_WORDS: Final = {
    Field.SUBMITTER: gettext_noop("indiener"),
    Field.PARTY: gettext_noop("fractie"),
    Field.MINISTRY: gettext_noop("ministerie"),
    Field.YEAR: gettext_noop("jaar"),
    Field.DATE: gettext_noop("datum"),
    Field.KIND: gettext_noop("soort document"),
    Field.SIDE: gettext_noop("zoek in"),
}


def field_word(field: str) -> str:
    """What a search is narrowed by, as the heading of a facet: `vergaderjaar`."""
    return gettext(_FIELD_WORDS[Field(field)])


FILTERS: Final[Filters] = {
    "figure": figure,
    "day": day,
    "kind_word": kind_word,
    "media_word": media_word,
    "likeness_word": likeness_word,
    "subject_title": subject_title,
    "people": people,
    "offices": offices,
    "listed": listed,
    "side_title": side_title,
    "shorten": shorten,
    "is_long": is_long,
    "stage_word": stage_word,
    "order_word": order_word,
    "field_name": field_name,
    "slug": slug,
    "ministry_name": ministry_name,
    "field_word": field_word,
    "marked": hit_lines.mark_matches,
    "context": hit_lines.tell_context,
    "facet_values": hit_lines.list_values,
    "value_word": hit_lines.value_word,
}
