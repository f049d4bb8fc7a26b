"""Documents for the tests of pages, and how they come into a record. Members, answers and news are invented."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from django.http import HttpResponse
from django.test import Client

from kamervragen.model import ParsedDocument, RawDocument
from kamervragen.pipeline import process

NOW = datetime(2031, 3, 2, 9, 30, tzinfo=UTC)

REPLY = """
<officiele-publicatie>
<kamervragen>
<kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2030-2031</tekstregel>
<tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>
<tekstregel inhoud="documenttype">Aanhangsel van de Handelingen</tekstregel></kamervraagkop>
<kamervraagnummer>1067</kamervraagnummer>
<kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Zandstra</achternaam></naam> (Lijst Zandstra) aan de
Minister-President en de Ministers van Binnenlandse Zaken en Koninkrijksrelaties, van Buitenlandse Zaken en van Defensie over
<kamervraagonderwerp>het bericht «Veerpont &lt;script&gt;alert(1)&lt;/script&gt; vaart niet»</kamervraagonderwerp>
(ingezonden <datum isodatum="2031-01-29">29 januari 2031</datum>).</kamervraagomschrijving>
<kamervraagomschrijving type="antwoord">Antwoord van Minister <naam><achternaam>De Wit</achternaam></naam> (Defensie)
(ontvangen <datum isodatum="2031-02-16">16 februari 2031</datum>). Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031,
nr. 1047. Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 1059.</kamervraagomschrijving>
<vraag><nr>Vraag 1</nr><al>Kent u het bericht over de veerpont?<noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>De
Oeverkrant, 2 januari 2031, «Pont ligt stil» (<extref soort="URL" doc="https://oeverkrant.test/pont">oeverkrant.test/pont</extref>).</noot.al></noot></al></vraag>
<antwoord><nr>Antwoord 1</nr><al>Ja, <nadruk type="cur">zeker</nadruk>. &lt;img src=x onerror=alert(2)&gt;</al></antwoord>
<vraag><nr>Vraag 2, 3 en 4</nr><al>Wat was de aanleiding?</al>
<al>Wie heeft dit besloten?</al><al>Hoeveel reizigers wachten?</al></vraag>
<antwoord><nr>Antwoord 2, 3 en 4</nr><al>Niet van toepassing.</al></antwoord>
<vraag><nr>Vraag 6 en 7</nr><al>Zijn er plannen voor een brug? Kunt u toezeggen dat de pont blijft?</al></vraag>
<antwoord><nr>Antwoord 7</nr><al>Dat zeg ik toe.</al></antwoord>
<antwoord><nr>Antwoord 6</nr><al>Deze plannen zijn er:</al>
<lijst type="expliciet"><li><li.nr>a.</li.nr><al>een brug;</al></li><li><li.nr>b.</li.nr><al>een tunnel.</al></li></lijst>
<table><tgroup cols="2"><tbody><row><entry>Jaar</entry><entry>Reizigers</entry></row>
<row><entry>2030</entry><entry>12.000</entry></row></tbody></tgroup></table></antwoord>
<vraag><nr>Vraag 8</nr><al>Wanneer vaart de pont weer?</al></vraag>
<antwoord><nr>Antwoord 9</nr><al>In de zomer.</al></antwoord>
</kamervragen>
</officiele-publicatie>
""".strip()

DRAFT = """Vragen van het lid Zandstra (Lijst Zandstra) aan de Minister van Defensie over
de veerpont bij Oever (ingezonden 3 maart 2031).

Vraag 1
Vaart de pont op zondag?

Vraag 2
Zo nee, waarom niet?
"""

POSTPONED = """2031Z00042

Vragen van het lid Zandstra (Lijst Zandstra) aan de Minister van Defensie over de kade bij Oever (ingezonden 1 april 2031).

Mededeling van Minister De Wit (Defensie) (ontvangen 22 april 2031).

Vraag 1
Is de kade veilig?

Mededeling
Hierbij deel ik u mede dat de vragen niet binnen de gebruikelijke termijn kunnen worden
beantwoord, aangezien afstemming meer tijd vergt.
"""


def add(
    data: Path, name: str, content: str, at: datetime = NOW, change: Callable[[ParsedDocument], ParsedDocument] = replace
) -> str:
    """Put a document into the record as ingest does; gives its key.

    Args:
        change: what is changed in what was read, before it is written.
    """
    from kamervragen.store.entry import make_entry
    from kamervragen.store.raw import RawStore
    from kamervragen.store.writing import NewSource, write_batch

    raw = RawDocument(name=name, data=content.encode(), origin=name)
    done = process(raw)
    entry = make_entry(raw, done.text, change(done.parsed))
    RawStore(data).keep({raw.sha256: raw.data})
    write_batch([NewSource(entry=entry, seen_at=at)], [], at=at)
    return entry.claims.key


@dataclass(frozen=True)
class Site:
    """A record with the keys of three of its documents, and requests to the site."""

    data: Path
    reply: str
    draft: str
    postponed: str

    def get(self, address: str) -> HttpResponse:
        return Client(SERVER_NAME="localhost").get(address)

    def page(self, address: str) -> str:
        response = self.get(address)
        assert response.status_code == 200, address
        return response.content.decode()
