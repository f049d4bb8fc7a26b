"""How another source of the same publication differs from the one that is shown, in Dutch sentences.

Words count; spaces, signs and capitals do not: every form of document sets those in its own way.
"""

from collections.abc import Mapping

from kamervragen.model import ParsedDocument
from kamervragen.site.words import FIELD_WORDS, count_words, join_words

_COMPARED = ("kind", "number", "case_number", "subject", "submitted_on", "received_on", "see_also", "remarks")


def find_differences(shown: ParsedDocument, other: ParsedDocument) -> tuple[str, ...]:
    """What another source says otherwise than the one shown, fields first, then texts; () when they say the same."""
    fields = [FIELD_WORDS[field] for field in _COMPARED if _words(getattr(shown, field)) != _words(getattr(other, field))]
    people = [field for field in ("submitters", "addressees", "respondents") if _people(shown, field) != _people(other, field)]
    fields += [FIELD_WORDS[field] for field in people]
    found = [f"anders: {join_words(fields)}"] if fields else []
    found += _text_differences(_questions(shown), _questions(other), "vraag", "vragen")
    found += _text_differences(_answers(shown), _answers(other), "antwoord", "antwoorden")
    return tuple(found)


def _words(value: object) -> object:
    """A value as far as its words go."""
    return "".join(char for char in value.casefold() if char.isalnum()) if type(value) is str else value


def _people(parsed: ParsedDocument, field: str) -> list[tuple[object, ...]]:
    """People and offices without where they were read."""
    names = ("name", "party", "portfolio")
    return [tuple(_words(getattr(each, name, "")) for name in names) for each in getattr(parsed, field)]


def _questions(parsed: ParsedDocument) -> dict[str, str]:
    return {question.number: question.text for question in parsed.questions}


def _answers(parsed: ParsedDocument) -> dict[str, str]:
    return {", ".join(answer.numbers): answer.text for answer in parsed.answers}


def _text_differences(shown: Mapping[str, str], other: Mapping[str, str], one: str, many: str) -> list[str]:
    found = []
    if lacking := [number for number in shown if number not in other]:
        found.append(f"ontbreekt: {one if len(lacking) == 1 else many} {join_words(lacking)}")
    if extra := [number for number in other if number not in shown]:
        found.append(f"alleen daar: {one if len(extra) == 1 else many} {join_words(extra)}")
    if changed := [number for number in shown if number in other and _words(shown[number]) != _words(other[number])]:
        found.append(f"{count_words(len(changed), f'{one} heeft', f'{many} hebben')} een andere tekst ({join_words(changed)})")
    return found
