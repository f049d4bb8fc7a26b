"""An editor's file beside the data: which publications belong together, and which do not, whatever they seem to say.

action,first,second,reason,by,on
join,ah-tk-20302031-1047,kv-tk-2031Z00042,the number is misprinted,A. de Wit,2031-03-01
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO

from kamervragen.dossiers import Correction, Document
from kamervragen.errors import InputError
from kamervragen.terms import CorrectionAction

COLUMNS = ("action", "first", "second", "reason", "by", "on")
_TEXT_COLUMNS = {"first": "de eerste publicatie", "second": "de tweede publicatie", "reason": "een reden", "by": "een naam"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionFile:
    """What an editor's file says.

    Args:
        corrections: the rows that can be followed, in the order of the file.
        problems: one error, with one sentence, for each row that cannot.
    """

    corrections: tuple[Correction, ...] = ()
    problems: tuple[InputError, ...] = ()


def parse_corrections(text: str, name: str = "correcties.csv") -> CorrectionFile:
    """The rows of an editor's file; a wrong row is a problem and changes nothing, the others hold.

    Args:
        text: the content of the CSV file; "" is a file without rows.
        name: of the file, for the sentences.
    """
    table = csv.DictReader(StringIO(text.removeprefix("\ufeff")), strict=True, restkey="rest", restval="")
    good: list[Correction] = []
    problems: list[InputError] = []
    try:
        if table.fieldnames and tuple(field.strip() for field in table.fieldnames) != COLUMNS:
            return CorrectionFile(problems=(_problem(name, 1, f"De eerste regel moet «{','.join(COLUMNS)}» zijn."),))
        for row in table:
            found = _read_row(row, good)
            if isinstance(found, str):
                problems.append(_problem(name, table.line_num, found))
            else:
                good.append(found)
    except csv.Error:
        sentence = "De aanhalingstekens kloppen niet; deze en de volgende regels zijn niet gelezen."
        problems.append(_problem(name, table.reader.line_num, sentence))
    return CorrectionFile(corrections=tuple(good), problems=tuple(problems))


def _problem(name: str, line: int, sentence: str) -> InputError:
    return InputError("bad_correction", f"Regel {line}: {sentence}", where=name)


def _read_row(row: Mapping[str, str], earlier: Iterable[Correction]) -> Correction | str:
    """The correction of a row, or the sentence that says what is wrong with it."""
    if "rest" in row:
        return f"Deze regel heeft meer dan {len(COLUMNS)} kolommen; zet een tekst met komma's tussen aanhalingstekens."
    values = {column: row[column].strip() for column in COLUMNS}
    wrong = _wrong_value(values)
    if wrong:
        return wrong
    correction = Correction(
        action=CorrectionAction(values["action"]),
        first=values["first"],
        second=values["second"],
        reason=values["reason"],
        by=values["by"],
        on=date.fromisoformat(values["on"]),
    )
    return _wrong_beside(correction, earlier) or correction


def _wrong_value(values: Mapping[str, str]) -> str | None:
    if values["action"] not in set(CorrectionAction):
        return f"«{values['action']}» is geen actie; schrijf «join» of «separate»."
    for column, words in _TEXT_COLUMNS.items():
        if not values[column]:
            return f"Kolom «{column}» is leeg; noem {words}."
    if values["first"] == values["second"]:
        return "Beide kolommen noemen dezelfde publicatie; noem er twee."
    return None if _is_day(values["on"]) else f"«{values['on']}» is geen datum; schrijf die als 2031-03-01."


def _is_day(printed: str) -> bool:
    try:
        date.fromisoformat(printed)
    except ValueError:
        return False
    return len(printed) == len("2031-03-01")


def _wrong_beside(correction: Correction, earlier: Iterable[Correction]) -> str | None:
    """What is wrong with a row because an earlier one says the opposite."""
    pair = {correction.first, correction.second}
    for other in earlier:
        if {other.first, other.second} == pair and other.action is not correction.action:
            return "Een eerdere regel zegt het omgekeerde over deze twee publicaties; verwijder er een."
    return None


def not_applied(corrections: Iterable[Correction], documents: Iterable[Document]) -> tuple[Correction, ...]:
    """The corrections that name a publication that is not among these documents: they wait until it comes."""
    known = {identifier for document in documents for identifier in document.identifiers}
    return tuple(each for each in corrections if not {each.first, each.second} <= known)
