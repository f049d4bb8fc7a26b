"""How another source of the same publication differs from the one that is shown, in sentences.

Words count; spaces, signs and capitals do not: every form of document sets those in its own way.
"""

from collections.abc import Mapping

from django.utils.translation import gettext, ngettext

from kamervragen.model import ParsedDocument
from kamervragen.site.phrases import field_word, group_digits, join_words

_COMPARED = ("kind", "number", "case_number", "subject", "submitted_on", "received_on", "see_also", "remarks")
_PEOPLE = ("submitters", "addressees", "respondents")


def find_differences(shown: ParsedDocument, other: ParsedDocument) -> tuple[str, ...]:
    """What another source says otherwise than the one shown, fields first, then texts; () when they say the same."""
    fields = [field_word(field) for field in _COMPARED if _words(getattr(shown, field)) != _words(getattr(other, field))]
    fields += [field_word(field) for field in _PEOPLE if _people(shown, field) != _people(other, field)]
    found = [gettext("anders: %(fields)s") % {"fields": join_words(fields)}] if fields else []
    return (*found, *_question_differences(shown, other), *_answer_differences(shown, other))


def _words(value: object) -> object:
    """A value as far as its words go."""
    return "".join(char for char in value.casefold() if char.isalnum()) if type(value) is str else value


def _people(parsed: ParsedDocument, field: str) -> list[tuple[object, ...]]:
    """People and offices without where they were read."""
    names = ("name", "party", "portfolio")
    return [tuple(_words(getattr(each, name, "")) for name in names) for each in getattr(parsed, field)]


class _Compared:
    """The numbers under which two sources differ.

    Args:
        shown: the texts of one source by their numbers.
        other: those of the other.
    """

    def __init__(self, shown: Mapping[str, str], other: Mapping[str, str]) -> None:
        self.lacking = [number for number in shown if number not in other]
        self.extra = [number for number in other if number not in shown]
        self.changed = [number for number in shown if number in other and _words(shown[number]) != _words(other[number])]


def _question_differences(shown: ParsedDocument, other: ParsedDocument) -> list[str]:
    compared = _Compared(_questions(shown), _questions(other))
    n_lacking, n_extra, n_changed = len(compared.lacking), len(compared.extra), len(compared.changed)
    return [
        *_say(compared.lacking, ngettext("ontbreekt: vraag %(which)s", "ontbreekt: vragen %(which)s", n_lacking)),
        *_say(compared.extra, ngettext("alleen daar: vraag %(which)s", "alleen daar: vragen %(which)s", n_extra)),
        *_say(
            compared.changed,
            ngettext(
                "%(n)s vraag heeft een andere tekst (%(which)s)",
                "%(n)s vragen hebben een andere tekst (%(which)s)",
                n_changed,
            ),
        ),
    ]


def _answer_differences(shown: ParsedDocument, other: ParsedDocument) -> list[str]:
    compared = _Compared(_answers(shown), _answers(other))
    n_lacking, n_extra, n_changed = len(compared.lacking), len(compared.extra), len(compared.changed)
    return [
        *_say(compared.lacking, ngettext("ontbreekt: antwoord %(which)s", "ontbreekt: antwoorden %(which)s", n_lacking)),
        *_say(compared.extra, ngettext("alleen daar: antwoord %(which)s", "alleen daar: antwoorden %(which)s", n_extra)),
        *_say(
            compared.changed,
            ngettext(
                "%(n)s antwoord heeft een andere tekst (%(which)s)",
                "%(n)s antwoorden hebben een andere tekst (%(which)s)",
                n_changed,
            ),
        ),
    ]


def _questions(parsed: ParsedDocument) -> dict[str, str]:
    return {question.number: question.text for question in parsed.questions}


def _answers(parsed: ParsedDocument) -> dict[str, str]:
    return {", ".join(answer.numbers): answer.text for answer in parsed.answers}


def _say(numbers: list[str], phrase: str) -> list[str]:
    return [phrase % {"n": group_digits(len(numbers)), "which": join_words(numbers)}] if numbers else []
