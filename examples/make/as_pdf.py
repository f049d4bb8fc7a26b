"""A paper as PDF, typeset by typst: the published form (running feet, superscript markers, notes at the foot), and a letter."""

import datetime

import typst
from paper import Paper, cells_of, list_item, render

_SPECIAL = str.maketrans({char: f"\\{char}" for char in "#$*_`@<>\\[]~"})
_MADE_ON = datetime.datetime(2031, 6, 30, tzinfo=datetime.UTC)

_PUBLISHED = """
#set document(title: "{id}", date: none)
#set page(paper: "a4", margin: (left: 6cm, right: 2.2cm, top: 2.2cm, bottom: 2.6cm), footer: context [
  #set text(size: 7pt)
  #let page-number = counter(page).get().first()
  #if page-number == 1 [{id} \\ ISSN 0921 - 7398 \\ ’s-Gravenhage 2031]
  #h(1fr) Tweede Kamer, vergaderjaar 2030–2031, {kind} #h(2em) #page-number
])
#set text(font: "New Computer Modern", size: 9pt, lang: "nl", hyphenate: true)
#set par(justify: false, leading: 0.55em, spacing: 0.75em)
#set footnote.entry(separator: line(length: 30%, stroke: 0.3pt))
#text(size: 15pt)[Tweede Kamer der Staten-Generaal] #h(1fr) #text(size: 22pt)[2]

Vergaderjaar 2030–2031 #h(2em) {series}
#v(1em)
{subtitle}

#text(size: 14pt)[{number}]
#v(0.5em)
"""

_LETTER = """
#set document(title: "{id}", date: none)
#set page(paper: "a4", margin: 2.5cm, footer: context align(right)[
  #text(size: 7pt)[Pagina #counter(page).display() van #counter(page).final().first()]
])
#set text(font: "New Computer Modern", size: 10pt, lang: "nl", hyphenate: false)
#set par(leading: 0.6em, spacing: 0.9em)
"""


def _escape(text: str) -> str:
    return text.translate(_SPECIAL).replace("//", "\\/\\/")


class _Writer:
    def __init__(self, paper: Paper) -> None:
        self.paper = paper

    def note(self, marker: str) -> str:
        return f"#footnote[{render(self.paper.notes[marker], {}, _escape)}]"

    def line(self, line: str) -> str:
        signs = {
            "^": self.note,
            "n": lambda value: f"#strong[{_escape(value)}]",
            "s": lambda value: f"#emph[{_escape(value)}]",
            "c": lambda value: f"#emph[{_escape(value)}]",
            "v": lambda value: f"#strong[{_escape(value)}]",
        }
        return render(line, signs, _escape)

    def lines(self, lines: tuple[str, ...]) -> str:
        rows = [line for line in lines if cells_of(line)]
        out = []
        for line in lines:
            if line in rows:
                out += [self.table(rows)] if line == rows[0] else []
            elif item := list_item(line):
                out.append(f"#pad(left: 1em)[{_escape(item[0])} {self.line(item[1])}]")
            else:
                out.append(self.line(line))
        return "\n\n".join(out)

    def table(self, rows: list[str]) -> str:
        cells = "".join(f"[{self.line(cell)}], " for row in rows for cell in cells_of(row))
        return f"#table(columns: {len(cells_of(rows[0]))}, stroke: none, inset: 2pt, {cells})"

    def items(self, label: str) -> str:
        return "\n\n".join(label.format(item.label) + "\n\n" + self.lines(item.lines) for item in self.paper.items)


def _compile(source: str) -> bytes:
    pdf = typst.compile(source.encode(), ignore_system_fonts=True, timestamp=_MADE_ON)
    assert isinstance(pdf, bytes)
    return pdf


def write_pdf(paper: Paper) -> bytes:
    """The published form."""
    writer = _Writer(paper)
    kind, series = ("Vragen", "Vragen gesteld door de leden der Kamer")
    subtitle = ""
    if not paper.is_question:
        kind, series = "Aanhangsel", "Aanhangsel van de Handelingen"
        subtitle = "#text(size: 11pt)[Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden]"
    head = _PUBLISHED.format(id=paper.id, kind=kind, series=series, subtitle=subtitle, number=paper.number)
    headings = "\n\n".join(writer.line(text) for text in (paper.asked, paper.answered) if text)
    label = "#block(above: 1.2em, below: 0.5em, sticky: true)[#strong[{}]]"
    return _compile(f"{head}\n{headings}\n\n{writer.items(label)}\n")


def write_letter_pdf(paper: Paper) -> bytes:
    """A ministry's letter with its answers on the next page."""
    writer = _Writer(paper)
    address = "Aan de Voorzitter van de Tweede Kamer \\\nder Staten-Generaal \\\nPostbus 20018 \\\n2500 EA Den Haag"
    lines = [address, f"Datum #h(1em) {paper.facts['date']} \\\nBetreft #h(1em) {_escape(paper.facts['about'])}"]
    lines += ["#v(1em)", "Geachte voorzitter,", writer.line(paper.facts["letter"]), paper.facts["office"] + ",", "#v(2em)"]
    lines += [paper.facts["signed"], "#pagebreak()", writer.line(paper.facts["title"])]
    return _compile(_LETTER.format(id=paper.id) + "\n\n".join(lines) + "\n\n" + writer.items("#strong[{}]") + "\n")
