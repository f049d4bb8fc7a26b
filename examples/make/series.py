"""The series: one member asks twelve office holders the same nine questions; ten reply on their own, two never do."""

from dataclasses import dataclass

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
MISPRINT = 1067  # prints the member's name with a letter too few, as the paper that this project began with

QUESTIONS = """# Vraag 1
Zijn er op uw ministerie koffieochtenden georganiseerd op departementaal niveau, dan wel op directoraat-generaal (DG) of directieniveau naar aanleiding van de Nationale Windmolendag?
# Vraag 2, 3 en 4
Zo ja, wat was de aanleiding c.q. het doel van deze koffieochtenden?
Is het waar dat tijdens deze koffieochtenden ambtenaren konden aangeven welke molen hun voorkeur heeft?
Kunt u aangeven hoeveel ambtenaren van uw ministerie aanwezig zijn geweest bij dergelijke koffieochtenden?
# Vraag 5
Beseft u dat ambtenaren die liever thee drinken hierdoor in een moeilijke positie worden geplaatst ten aanzien van hun collega's? Deelt u de mening dat dit ongewenst is?
# Vraag 6 en 7
Zijn er plannen om bij een volgende Nationale Windmolendag dergelijke koffieochtenden weer te organiseren? Kunt u toezeggen dat er dan ook thee wordt geschonken?
# Vraag 8
Deelt u de mening dat dergelijke koffieochtenden op gespannen voet staan met een ordelijke werkdag?
# Vraag 9
Wilt u deze vragen als verantwoordelijk Minister separaat en uitsluitend voor uw eigen ministerie beantwoorden?
"""


def _answers(office: str) -> dict[str, str]:
    no = "Nee, wel is in reguliere overleggen over de Nationale Windmolendag gesproken, zoals ook wordt gedaan bij andere landelijke dagen."
    yes = (
        "Ja. Op één directie is op 25 november 2030 een koffieochtend gehouden, op initiatief van de medewerkers zelf. "
        "Er zijn geen kosten gemaakt."
    )
    return {
        "1": yes if office == "Justitie en Veiligheid" else no,
        "2, 3 en 4": "Niet van toepassing.",
        "5": f"Op het Ministerie van {office} staat het medewerkers vrij te drinken wat zij willen. "
        "Het is een gezamenlijke verantwoordelijkheid van werkgever en werknemers om elkaar die ruimte te bieden.",
        "6 en 7": "Niet van toepassing.",
        "8": "Een werkomgeving waarin collega's elkaar ontmoeten draagt bij aan goed werk. Dat kan met koffie, met thee en zonder beide.",
        "9": "Ja.",
    }


def asked_by(name: str) -> str:
    """The heading of the questions, with the member's name as one paper prints it."""
    offices = ", van ".join(OFFICES[:-1])
    return (
        f"Vragen van het lid {{n:{name}}} ({{o:JA21}}) aan de Minister-President en de Ministers van {offices} en van {OFFICES[-1]} "
        f"over {{s:{SUBJECT}}} (ingezonden {{d:{SUBMITTED}}})."
    )


def series_papers() -> list[Paper]:
    """The filing and its ten replies."""
    filing = f"form: xml\ncase: {CASE}\nprinted_number: {CASE}\nasked: {asked_by('Rietvinck')}\n{QUESTIONS}"
    return [parse_paper(f"kv-tk-{CASE}", filing), *map(_reply_paper, REPLIES)]


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
    body = "".join(_with_answer(part, _answers(reply.office)) for part in QUESTIONS.split("# Vraag ")[1:])
    return parse_paper(f"ah-tk-20302031-{reply.number}", head + body)


def _with_answer(part: str, answers: dict[str, str]) -> str:
    label = part.split("\n", 1)[0]
    return f"# Vraag {part}# Antwoord {label}\n{answers[label]}\n"
