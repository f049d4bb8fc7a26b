"""The series: one member asks twelve office holders the same nine questions.

Ten reply on their own: eight in time, one a day late after a notice, one a day late without a word. Of the two that never do one
has sent a notice.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from paper import Paper, parse_paper

CASE = "2031Z00042"
SUBMITTED = "2031-01-20"
SUBJECT = "koffieochtenden op ministeries naar aanleiding van de Nationale Windmolendag van 22 november 2030"
OFFICES = (
    "Binnenlandse Zaken en Koninkrijksrelaties",
    "Buitenlandse Zaken",
    "Defensie",
    "Economische Zaken en Klimaat",
    "Financiën",
    "Infrastructuur en Waterstaat",
    "Justitie en Veiligheid",
    "Landbouw, Natuur en Voedselkwaliteit",
    "Onderwijs, Cultuur en Wetenschap",
    "Sociale Zaken en Werkgelegenheid",
    "Volksgezondheid, Welzijn en Sport",
)


@dataclass(frozen=True, slots=True)
class Reply:
    """One of the ten replies: its number, who gives it, when, and in which form."""

    number: int
    name: str
    office: str
    received: str
    form: str


REPLIES = (
    Reply(1047, "Van Duinen", OFFICES[0], "2031-02-06", "xml"),
    Reply(1059, "Meeuwissen-Kraai", OFFICES[1], "2031-02-07", "xml"),
    Reply(1060, "Zandbergh", OFFICES[3], "2031-02-10", "official page"),
    Reply(1061, "Ter Heide", OFFICES[4], "2031-02-07", "xml"),
    Reply(1062, "Waterland", OFFICES[5], "2031-02-07", "official page"),
    Reply(1063, "Korenbloem", OFFICES[6], "2031-02-11", "xml"),
    Reply(1064, "Van der Akkerwinde", OFFICES[7], "2031-02-11", "lost spaces"),
    Reply(1065, "De Lindelaan", OFFICES[8], "2031-02-07", "pdf"),
    Reply(1066, "Klavervier", OFFICES[10], "2031-02-10", "one line"),
    Reply(1067, "Berkenrode", OFFICES[2], "2031-02-07", "markdown"),
)
NOTICES = (
    Reply(1043, "Korenbloem", OFFICES[6], "2031-02-10", "xml"),
    Reply(1044, "Haverkort", OFFICES[9], "2031-02-10", "official page"),
)
MISPRINT = 1067  # prints the member's name with a letter too few, as the paper that this project began with

_TEXT = (Path(__file__).parent / "series.txt").read_text(encoding="utf-8")
_QUESTIONS, _ANSWERS = _TEXT.split("## Antwoorden\n")
_PART = re.compile(r"^# (?P<label>.+)\n(?P<text>(?:[^#].*\n)+)", re.M)


def _answers(office: str) -> dict[str, str]:
    """The answers of one office by the numbers that they name: the first differs for Justitie en Veiligheid."""
    parts = {match["label"]: match["text"] for match in _PART.finditer(_ANSWERS.replace("OFFICE", office))}
    if office == "Justitie en Veiligheid":
        parts["Antwoord 1"] = parts["Antwoord 1 van Justitie en Veiligheid"]
    return parts


def asked_by(name: str) -> str:
    """The heading of the questions, with the member's name as one paper prints it."""
    ministers = f"de Ministers van {', van '.join(OFFICES[:-1])} en van {OFFICES[-1]}"
    return (
        f"Vragen van het lid {{n:{name}}} ({{o:JA21}}) aan de Minister-President en {ministers} "
        f"over {{s:{SUBJECT}}} (ingezonden {{d:{SUBMITTED}}})."
    )


def series_papers() -> list[Paper]:
    """The filing, its two notices and its ten replies."""
    filing = f"form: xml\ncase: {CASE}\nprinted_number: {CASE}\nasked: {asked_by('Rietvinck')}\n{_QUESTIONS}"
    return [parse_paper(f"kv-tk-{CASE}", filing), *map(_notice_paper, NOTICES), *map(_reply_paper, REPLIES)]


def _notice_paper(notice: Reply) -> Paper:
    head = (
        f"form: {notice.form}\nasked: {asked_by('Rietvinck')}\n"
        f"answered: Mededeling van Minister {{n:{notice.name}}} ({notice.office}) (ontvangen {{d:{notice.received}}}).\n"
    )
    text = (
        f"# Mededeling\nDe vragen van het lid Rietvinck (JA21) over {SUBJECT} kunnen niet binnen de gebruikelijke termijn "
        "worden beantwoord, omdat nog niet alle directies hebben laten weten of er koffie is gedronken.\n"
    )
    return parse_paper(f"ah-tk-20302031-{notice.number}", f"{head}{_QUESTIONS}{text}")


def _reply_paper(reply: Reply) -> Paper:
    see_also = " ".join(
        f"Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. {{x:ah-tk-20302031-{other.number}|{other.number}}}."
        for other in REPLIES
        if other.number != reply.number
    )
    name = "Rietvink" if reply.number == MISPRINT else "Rietvinck"
    head = (
        f"form: {reply.form}\nasked: {asked_by(name)}\n"
        f"answered: Antwoord van Minister {{n:{reply.name}}} ({reply.office}) (ontvangen {{d:{reply.received}}}). {see_also}\n"
    )
    answers = _answers(reply.office)
    body = "".join(
        f"{part.group()}# Antwoord {part['label'].removeprefix('Vraag ')}\n" + answers[part["label"].replace("Vraag", "Antwoord")]
        for part in _PART.finditer(_QUESTIONS)
    )
    return parse_paper(f"ah-tk-20302031-{reply.number}", head + body)
