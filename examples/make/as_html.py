"""A paper as a page: of the official site, and of the Chamber's site (its text as one article)."""

import re
from html import escape
from itertools import groupby

from paper import Item, Paper, cells_of, list_item, render

_EMPHASIS = {"c": lambda value: f"<em>{escape(value)}</em>", "v": lambda value: f"<strong>{escape(value)}</strong>"}


def _reference(value: str) -> str:
    target, text = value.split("|", 1)
    return f'<a href="/{target}">{escape(text)}</a>'


_SIGNS = {**_EMPHASIS, "x": _reference, "u": lambda value: f'<a href="{escape(value)}">{escape(value)}</a>'}
_NOTE_LINK = re.compile(r'<a class="nootnum" href="#n\d+"><sup>(\d+)</sup></a>')
_MARKER = {"^": lambda n: f'<a class="nootnum" href="#n{n}"><sup>{n}</sup></a>'}


def _line(line: str) -> str:
    return render(line, {**_SIGNS, **_MARKER}, escape)


def _lines(lines: tuple[str, ...]) -> str:
    kinds = groupby(lines, key=lambda line: "table" if cells_of(line) else "list" if list_item(line) else "p")
    writers = {"table": _table, "list": _listing, "p": _paragraphs}
    return "".join(writers[kind](list(group)) for kind, group in kinds)


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"\n<p>{_line(line)}</p>" for line in lines)


def _listing(lines: list[str]) -> str:
    items = [item for line in lines if (item := list_item(line))]
    inner = "".join(f'\n<li><p class="lijst-nr">{sign}</p> <p>{_line(text)}</p></li>' for sign, text in items)
    return f'\n<ul class="lijst">{inner}\n</ul>'


def _table(lines: list[str]) -> str:
    head, *body = [[_line(cell) for cell in cells_of(line)] for line in lines]
    top = "".join(f"<th>{cell}</th>" for cell in head)
    rows = "".join("\n<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in body)
    return f'\n<table class="table"><thead><tr>{top}</tr></thead><tbody>{rows}\n</tbody></table>'


def _item(item: Item) -> str:
    name = "kamervraagopmerking" if item.part == "opmerking" else item.part
    return f'<div class="{name}">\n<h2>{item.label}</h2>{_lines(item.lines)}\n</div>'


def _note(marker: str, text: str) -> str:
    number = f'<span class="nootnum">{marker}</span>'
    return f'<div class="voet noot" id="n{marker}">\n<p>{number} {render(text, _SIGNS, escape)}</p>\n</div>'


def write_official_page(paper: Paper) -> bytes:
    """The paper as the official site shows it."""
    title = "Kamervragen zonder antwoord" if paper.is_question else "Kamervragen (Aanhangsel)"
    kops = [f'<h1 class="kamervraagomschrijving_kop no-toc">{_line(text)}</h1>' for text in (paper.asked, paper.answered) if text]
    name = "vraagnummer" if paper.is_question else "aanhangsel"
    lines = [
        "<!DOCTYPE html>",
        '<html lang="nl">',
        "<head>",
        '<meta charset="utf-8">',
        f"<title>{title} 2030-2031, nr. {paper.number} | Overheid.nl</title>",
        f'<meta name="dcterms.identifier" content="{paper.id}">',
        f'<meta name="OVERHEIDop.publicationName" content="{title}">',
        '<meta name="OVERHEIDop.vergaderjaar" content="2030-2031">',
        f'<meta name="OVERHEIDop.{name}" content="{paper.number}">',
        "</head>",
        "<body>",
        '<header><nav><a href="/">Overheid.nl</a> <a href="/zoeken">Zoeken</a></nav></header>',
        "<main>",
        '<div class="stuk">',
        *([f"<p>{paper.facts['above']}</p>"] if "above" in paper.facts else []),
        *kops,
        *map(_item, paper.items),
        *[_note(marker, text) for marker, text in paper.notes.items()],
        "</div>",
        "</main>",
        "<footer><p>Over deze website</p></footer>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode()


def write_chamber_page(paper: Paper) -> bytes:
    """The paper as a page of the Chamber's site: a title, then headings and paragraphs without classes of their own."""
    title = paper.facts["title"]
    body = []
    for item in paper.items:
        body.append(f"<h3>{item.label}</h3>{_lines(item.lines)}")
    notes = [f"<p><sup>{marker}</sup> {render(text, _SIGNS, escape)}</p>" for marker, text in paper.notes.items()]
    kops = [
        f"<p>{render(text, {**_SIGNS, '^': lambda n: f'<sup>{n}</sup>'}, escape)}</p>"
        for text in (paper.asked, paper.answered)
        if text
    ]
    text = [_NOTE_LINK.sub(r"<sup>\1</sup>", line) for line in body]
    lines = [
        "<!DOCTYPE html>",
        '<html lang="nl"><head><meta charset="utf-8">',
        f"<title>{escape(title)} | Tweede Kamer der Staten-Generaal</title></head>",
        "<body>",
        '<header role="banner"><nav><a href="/">Home</a> <a href="/kamerstukken">Kamerstukken</a></nav></header>',
        '<main id="main-content"><article>',
        f"<h1>{escape(title)}</h1>",
        *kops,
        *text,
        *notes,
        "</article></main>",
        '<footer role="contentinfo"><p>Contact en bezoek</p></footer>',
        "</body></html>",
        "",
    ]
    return "\n".join(lines).encode()
