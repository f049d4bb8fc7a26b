"""Invented documents in the layout of the published ones, as many as a test needs."""

from pathlib import Path

_DOCUMENT = """\
Tweede Kamer der Staten-Generaal
Vergaderjaar 2030–2031 Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden
{n}
Vragen van het lid Jansen (Partij A) aan de Minister van Defensie over het weer op plein {n} (ingezonden 29 januari 2031).
Antwoord van Minister De Vries (Defensie) (ontvangen 16 februari 2031).

Vraag 1
Regent het op plein {n}?

Antwoord 1
Ja.

Vraag 2
Houdt het morgen op?

Antwoord 2
Dat hangt van de wind af.

ah-tk-20302031-{n}
"""


def text_of(n: int) -> str:
    """The text of the document with this number of the Aanhangsel."""
    return _DOCUMENT.format(n=n)


def write_documents(folder: Path, n_documents: int) -> Path:
    """A folder with documents 1 to n."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(1, n_documents + 1):
        (folder / f"{n:04}.txt").write_text(text_of(n), encoding="utf-8")
    return folder
