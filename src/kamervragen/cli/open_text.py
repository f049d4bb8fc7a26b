"""Open questions as a person reads them in a terminal."""

from datetime import date

from django.db.models import QuerySet

from kamervragen.dutch.counting import join_words
from kamervragen.dutch.offices import office_words
from kamervragen.site.coverage import keep_coverage
from kamervragen.site.ministries import name_of
from kamervragen.site.open_choice import LATE, UNCERTAIN, is_of
from kamervragen.site.open_lines import OpenLine
from kamervragen.site.phrases import print_day
from kamervragen.site.words import count_words
from kamervragen.store.dossier_models import AddresseeRow


def describe_open(asked: QuerySet[AddresseeRow], day: date) -> str:
    """How many answers are waited for, on which day, and on how much of what was published that rests.

    Args:
        asked: the addressees that the list is about.
        day: on which it holds.
    """
    n = asked.filter(is_of("", day)).count()
    waiting = f"Op {count_words(n, 'antwoord', 'antwoorden')} wordt gewacht" if n else "Op geen antwoord wordt gewacht"
    late = f"; bij {asked.filter(is_of(LATE, day)).count()} daarvan is de termijn voorbij" if n else ""
    known = f"Dat is de stand op {print_day(day)}, de laatste dag die het register kent"
    return " ".join((f"{waiting}{late}.", f"{known}; een antwoord dat er niet in staat, telt niet mee.", *_gaps(asked, day)))


def _gaps(asked: QuerySet[AddresseeRow], day: date) -> list[str]:
    """What the record does not hold, and of whom nothing can be said because of that."""
    n_missing, n_uncertain = keep_coverage().value.n_missing, asked.filter(is_of(UNCERTAIN, day)).count()
    said = []
    if n_missing:
        verb = "ontbreekt" if n_missing == 1 else "ontbreken"
        said.append(f"Van het Aanhangsel {verb} {count_words(n_missing, 'nummer', 'nummers')}; daar kunnen antwoorden bij zijn.")
    if n_uncertain:
        answers = count_words(n_uncertain, "ander antwoord", "andere antwoorden")
        said.append(f"Van {answers} is niet te zeggen of er geantwoord is; die tellen hier niet mee.")
    return said


def describe_line(line: OpenLine) -> str:
    """An answer that is waited for, in two lines: how long, until when and who; and what was asked by whom."""
    n_days = str(line.n_days) if line.n_days is not None else "?"
    asking = join_words([f"{each.name} ({each.party})" if each.party else each.name for each in line.submitters])
    asked = ", ".join((office_words(line.asked.role, line.asked.portfolio), *_ministry(line)))
    about = f"{line.dossier}  {line.subject or 'zonder onderwerp'}"
    return f"{n_days:>5} dagen  {_term(line)}  {asked}\n{'':13}{about}  {asking}".rstrip()


def _ministry(line: OpenLine) -> list[str]:
    """The ministry, where the office does not name it."""
    name = name_of(line.asked.ministry) if line.asked.ministry else "ministerie onbekend"
    return [] if name == line.asked.portfolio else [name]


def _term(line: OpenLine) -> str:
    """Until when, how many days the term is over, and since when it is postponed."""
    if line.due_on is None:
        return "geen termijn bekend"
    said = f"uiterlijk {_day(line.due_on)}"
    if line.n_days_late:
        said += f", {count_words(line.n_days_late, 'dag', 'dagen')} over de termijn"
    return f"{said}, uitgesteld op {_day(line.postponed_on)}" if line.postponed_on else said


def _day(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
