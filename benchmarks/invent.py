"""Questions and answers that nobody asked or gave: invented members, companies and sentences, real ministries."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_FIRST = "Zand Helm Duin Veen Kiezel Wilg Berk Polder Kwelder Linde Sloot Terp Griend Hei Eik Ven Stuif Meeuw Zilt Klif".split()
_LAST = "gras veld horst berg stra man hoek dijk sma haven wal broek ing rust zicht meer vaart kamp beek oord".split()
_PREFIXES = ("", "", "", "Van ", "De ", "Van der ", "Van ’t ")
PARTIES = "VVD PvdA CDA D66 SP PVV GroenLinks-PvdA ChristenUnie SGP PvdD DENK FVD Volt JA21 BBB".split()
PORTFOLIOS = (
    "Buitenlandse Zaken",
    "Binnenlandse Zaken en Koninkrijksrelaties",
    "Defensie",
    "Financiën",
    "Onderwijs, Cultuur en Wetenschap",
    "Sociale Zaken en Werkgelegenheid",
    "Volksgezondheid, Welzijn en Sport",
    "Justitie en Veiligheid",
    "Infrastructuur en Waterstaat",
    "Economische Zaken en Klimaat",
    "Landbouw, Natuur en Voedselkwaliteit",
)
_THINGS = """de jeugdzorg in krimpgebieden;het stikstofbeleid;de wachtlijsten bij de geestelijke gezondheidszorg;de gaswinning in
het noorden;de huurtoeslag;de veiligheid op het spoor;het lerarentekort;de toeslagenaffaire;de luchtkwaliteit rond
vliegvelden;de inzet van drones;de opvang van asielzoekers;het toezicht op slachthuizen;de handhaving van de
arbeidstijdenwet;de dijkversterking;het pensioenstelsel;de digitale dienstverlening van gemeenten;de prijs van
medicijnen;de vergunning voor windmolens;de schulden van jongeren;het mbo in de regio;de natuurvergunning;de
verkeersboetes;het rivierwater;de energierekening;het gevangeniswezen;de accijns op brandstof;de subsidie voor
warmtepompen;de ondersteuning van mantelzorgers;de bescherming van klokkenluiders;de tarieven van notarissen;het
visserijakkoord;de export van dual-usegoederen;de bereikbaarheid van huisartsen;de leefbaarheid van dorpen;het
wolvenbeheer;de verhuurderheffing;de beloning van bestuurders;de kwaliteit van drinkwater;het burgerluchtvaartbeleid"""
THINGS = tuple(" ".join(thing.split()) for thing in _THINGS.split(";"))
_PLACES = (
    "Zandwolde Veenmeer Duinoord Kiezelhaven Terpstra-aan-Zee Helmond-Noord Wilgenrade Polderkerk Ziltdorp Klifhuizen".split()
)
_PAPERS = "Zandbode,Duinkrant,De Kwelder,Poldernieuws,Het Veenblad,Helmcourant".split(",")
_ASKED = (
    "Bent u bekend met het bericht «{place} maakt zich zorgen over {thing}»?",
    "Klopt het dat {number} inwoners van {place} gevolgen ondervinden van {thing}?",
    "Hoe beoordeelt u, in het licht van {other}, de ontwikkelingen rond {thing} in {place}?",
    "Deelt u de mening dat {thing} meer aandacht verdient dan {other}, en zo nee, waarom niet?",
    "Welke stappen heeft u sinds {year} gezet om {thing} te verbeteren, en wat hebben die tot nu toe opgeleverd?",
    "Kunt u een overzicht geven van de uitgaven aan {thing} in de jaren {year} tot en met 2023, uitgesplitst per provincie?",
    "Bent u bereid met {place} in gesprek te gaan over {thing} en de Kamer vóór de zomer over de uitkomst te informeren?",
    "Wat is uw reactie op de stelling van de gemeente {place} dat {thing} ten koste gaat van {other}?",
    "Kunt u deze vragen afzonderlijk beantwoorden, en wel vóór het commissiedebat over {thing}?",
)
_ANSWERED = (
    "Ja.",
    "Nee, dat beeld herken ik niet.",
    "Het kabinet hecht grote waarde aan {thing} en heeft daarom in {year} aanvullende middelen beschikbaar gesteld.",
    "Zoals ik in de beantwoording van eerdere vragen over {other} heb aangegeven, ligt de verantwoordelijkheid in eerste "
    "instantie bij gemeenten en provincies.",
    "Uit de monitor blijkt dat in {place} ongeveer {number} huishoudens met {thing} te maken hebben; landelijk ligt dit lager.",
    "Ik ben met {place} in gesprek over {thing} en zal uw Kamer hierover voor het einde van het jaar nader informeren.",
    "Op dit moment zijn er geen aanwijzingen dat {thing} leidt tot knelpunten bij {other}.",
    "In de brief van {year} is uiteengezet welke maatregelen worden getroffen, waaronder een budget van {number} duizend euro.",
    "De inspectie houdt hierop toezicht en treedt waar nodig handhavend op, ook als het gaat om {thing}.",
    "Daarbij teken ik aan dat de gegevens over {thing} pas in het voorjaar beschikbaar komen en dat vergelijking met {other} "
    "om die reden nog niet mogelijk is.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An invented member and a party."""

    name: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Questions that share a label, and their answer; `note` is the text of a footnote to the first question, or ""."""

    numbers: tuple[int, ...]
    questions: tuple[str, ...]
    answer: tuple[str, ...]
    note: str

    @property
    def label(self) -> str:
        """The numbers as printed: "1", "2 en 3", "2, 3 en 4"."""
        *first, last = map(str, self.numbers)
        return f"{', '.join(first)} en {last}" if first else last


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """All that a document of any form prints. `kind` is answer, question or postponement."""

    kind: str
    year: int
    number: int
    case_number: str
    members: tuple[Member, ...]
    minister: str
    portfolio: str
    subject: str
    submitted_on: date
    received_on: date
    see_also: int
    exchanges: tuple[Exchange, ...]

    @property
    def identifier(self) -> str:
        """The official identifier."""
        return f"kv-tk-{self.case_number}" if self.kind == "question" else f"ah-tk-{self.year}{self.year + 1}-{self.number}"

    @property
    def session_year(self) -> str:
        """The session year as printed, with a dash."""
        return f"{self.year}–{self.year + 1}"

    @property
    def who_asks(self) -> str:
        """ "het lid A (X)" or "de leden A (X) en B (Y)"."""
        names = [f"{member.name} ({member.party})" for member in self.members]
        return f"het lid {names[0]}" if len(names) == 1 else f"de leden {' en '.join(names)}"


def invent_case(random: Random, place: int) -> Case:
    """A case that is the same for equal arguments.

    Args:
        random: decides everything but the identifier.
        place: makes the identifier distinct; from 0.
    """
    year = 1995 + place % 30
    submitted_on = date(year, 10, 1) + timedelta(days=random.randrange(270))
    kind = random.choices(("answer", "question", "postponement"), (80, 14, 6))[0]
    return Case(
        kind=kind,
        year=year,
        number=place // 30 + 1,
        case_number=f"{year + 1}Z{place // 30 + 1:05d}",
        members=tuple(_member(random) for _ in range(random.choices((1, 2, 3), (75, 20, 5))[0])),
        minister=_name(random),
        portfolio=random.choice(PORTFOLIOS),
        subject=f"{random.choice(THINGS)} in {random.choice(_PLACES)}",
        submitted_on=submitted_on,
        received_on=submitted_on + timedelta(days=random.randrange(10, 60)),
        see_also=random.randrange(1, 3000) if random.random() < 0.3 else 0,
        exchanges=tuple(_exchanges(random)),
    )


def print_date(day: date) -> str:
    """A date as headings print it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _exchanges(random: Random) -> list[Exchange]:
    """About eight questions, most of them alone under their label."""
    exchanges: list[Exchange] = []
    number = 1
    last = max(2, min(25, round(random.gauss(8.5, 3))))
    while number <= last:
        size = random.choices((1, 2, 3), (80, 14, 6))[0]
        note = f"{random.choice(_PAPERS)}, {random.randrange(1, 28)} mei 2023, «{random.choice(THINGS)}»"
        exchanges.append(
            Exchange(
                numbers=tuple(range(number, number + size)),
                questions=tuple(_sentences(random, _ASKED, random.choice((1, 2, 2))) for _ in range(size)),
                answer=tuple(_sentences(random, _ANSWERED, random.randrange(1, 7)) for _ in range(random.choice((1, 1, 2, 2)))),
                note=note if random.random() < 0.25 else "",
            )
        )
        number += size
    return exchanges


def _sentences(random: Random, forms: tuple[str, ...], n: int) -> str:
    return " ".join(
        form.format(
            thing=random.choice(THINGS),
            other=random.choice(THINGS),
            place=random.choice(_PLACES),
            number=random.randrange(2, 999),
            year=random.randrange(2010, 2024),
        )
        for form in random.choices(forms, k=n)
    )


def _name(random: Random) -> str:
    return f"{random.choice(_PREFIXES)}{random.choice(_FIRST)}{random.choice(_LAST)}"


def _member(random: Random) -> Member:
    return Member(name=_name(random), party=random.choice(PARTIES))
