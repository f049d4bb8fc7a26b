"""A case as XML and HTML of the official publications, as markdown, as extracted text and as a Word document."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from html import escape

from benchmarks.invent import Case, Exchange, print_date

_SITE = "https://zoek.officielebekendmakingen.nl"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_POSTPONED = "De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord, omdat de benodigde informatie ontbreekt."


def asked_line(case: Case) -> str:
    """The sentence of the heading that says who asks."""
    return (
        f"Vragen van {case.who_asks} aan de Minister van {case.portfolio} over {case.subject} "
        f"(ingezonden {print_date(case.submitted_on)})."
    )


def answered_line(case: Case) -> str:
    """The sentence of the heading that says who answers."""
    begin = "Mededeling" if case.kind == "postponement" else "Antwoord"
    also = f" Zie ook Aanhangsel Handelingen, vergaderjaar {case.session_year}, nr. {case.see_also}." if case.see_also else ""
    return f"{begin} van Minister {case.minister} ({case.portfolio}) (ontvangen {print_date(case.received_on)}).{also}"


def as_xml(case: Case) -> bytes:
    """OP-XML."""
    return "".join(_xml(case)).encode()


def _xml(case: Case) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<officiele-publicatie xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    yield 'xsi:noNamespaceSchemaLocation="http://technische-documentatie.oep.overheid.nl/schema/op-xsd-2012-3">\n  <metadata>\n'
    yield '    <meta name="OVERHEIDop.externMetadataRecord" scheme="" '
    yield f'content="{_SITE}/{case.identifier}/metadata.xml"/>\n  </metadata>\n  <kamervragen>\n    <kamervraagkop>\n'
    yield f'      <tekstregel inhoud="vergaderjaar">Vergaderjaar {case.year}-{case.year + 1}</tekstregel>\n'
    yield '      <tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>\n'
    if case.kind != "question":
        yield '      <tekstregel inhoud="documenttype">Aanhangsel van de Handelingen</tekstregel>\n'
    yield "    </kamervraagkop>\n"
    yield f"    <kamervraagnummer>{case.case_number if case.kind == 'question' else case.number}</kamervraagnummer>\n"
    yield from _xml_heading(case)
    for index, exchange in enumerate(case.exchanges):
        yield from _xml_exchange(exchange, index, answered=case.kind == "answer")
    if case.kind == "postponement":
        yield f"    <kamervraagopmerking><tussenkop>Mededeling</tussenkop><al>{_POSTPONED}</al></kamervraagopmerking>\n"
    yield "  </kamervragen>\n</officiele-publicatie>\n"


def _xml_heading(case: Case) -> Iterator[str]:
    names = " en ".join(
        f"<naam><achternaam>{member.name}</achternaam></naam> (<organisatie>{member.party}</organisatie>)"
        for member in case.members
    )
    yield f'    <kamervraagomschrijving type="vraag">Vragen van {"het lid" if len(case.members) == 1 else "de leden"} {names} '
    yield f"aan de Minister van {case.portfolio} over <kamervraagonderwerp>{case.subject}</kamervraagonderwerp> "
    yield f"(ingezonden {_xml_date(case.submitted_on)}).</kamervraagomschrijving>\n"
    if case.kind != "question":
        line = escape(answered_line(case), quote=False)
        received = print_date(case.received_on)
        yield '    <kamervraagomschrijving type="antwoord">'
        yield f"{line.replace(received, _xml_date(case.received_on))}</kamervraagomschrijving>\n"


def _xml_date(day: date) -> str:
    return f'<datum isodatum="{day}">{print_date(day)}</datum>'


def _xml_exchange(exchange: Exchange, index: int, *, answered: bool) -> Iterator[str]:
    yield f"    <vraag>\n      <nr>Vraag {exchange.label}</nr>\n"
    for place, question in enumerate(exchange.questions):
        yield f"      <al>{question}"
        if exchange.note and place == 0:
            yield f'<noot id="n{index}" type="voet"><noot.nr>{index + 1}</noot.nr><noot.al>{exchange.note} (<extref '
            yield f'doc="https://www.krant.example/{index}" soort="URL">www.krant.example/{index}</extref>).</noot.al></noot>'
        yield "</al>\n"
    yield "    </vraag>\n"
    if answered:
        yield f"    <antwoord>\n      <nr>Antwoord {exchange.label}</nr>\n"
        yield from (f"      <al>{paragraph}</al>\n" for paragraph in exchange.answer)
        yield "    </antwoord>\n"


def as_html(case: Case) -> bytes:
    """A page of the official publications."""
    return "".join(_html(case)).encode()


def _html(case: Case) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>Kamervragen</title>\n'
    yield f'<meta name="dcterms.identifier" content="{case.identifier}">\n'
    name = "Kamervragen zonder antwoord" if case.kind == "question" else "Kamervragen (Aanhangsel)"
    yield f'<meta name="OVERHEIDop.publicationName" content="{name}">\n</head><body>\n'
    yield '<header><a href="/">Officiële bekendmakingen</a></header><nav><ul><li><a href="/zoeken">Zoeken</a></li></ul></nav>\n'
    yield f'<main><div class="stuk"><h1 class="kamervraagomschrijving_kop no-toc">{asked_line(case)}</h1>\n'
    if case.kind != "question":
        yield f'<h1 class="kamervraagomschrijving_kop no-toc">{answered_line(case)}</h1>\n'
    for index, exchange in enumerate(case.exchanges, 1):
        marker = f'<sup><a href="#n{index}">{index}</a></sup>' if exchange.note else ""
        questions = "".join(
            f"<p>{question}{marker if not place else ''}</p>" for place, question in enumerate(exchange.questions)
        )
        yield f'<div class="vraag"><h2>Vraag {exchange.label}</h2>{questions}</div>\n'
        if case.kind == "answer":
            answer = "".join(f"<p>{paragraph}</p>" for paragraph in exchange.answer)
            yield f'<div class="antwoord"><h2>Antwoord {exchange.label}</h2>{answer}</div>\n'
    if case.kind == "postponement":
        yield f'<div class="kamervraagopmerking"><h2>Mededeling</h2><p>{_POSTPONED}</p></div>\n'
    for index, exchange in enumerate(case.exchanges, 1):
        if exchange.note:
            yield f'<div class="voet noot" id="n{index}"><span class="nootnum">{index}</span><p>{exchange.note}</p></div>\n'
    yield "</div></main><footer>Over deze site</footer></body></html>\n"


def as_lines(case: Case) -> Iterator[tuple[str, str]]:
    """The paragraphs of a case, each with what it is: head, heading, label or text. The base of all forms without markup."""
    if case.kind == "question":
        yield "head", case.case_number
    else:
        yield "head", "Tweede Kamer der Staten-Generaal"
        yield "head", f"Vergaderjaar {case.session_year} Aanhangsel van de Handelingen"
        yield "head", str(case.number)
    yield "heading", asked_line(case)
    if case.kind != "question":
        yield "heading", answered_line(case)
    for exchange in case.exchanges:
        yield "label", f"Vraag {exchange.label}"
        yield from (("text", question) for question in exchange.questions)
        if case.kind == "answer":
            yield "label", f"Antwoord {exchange.label}"
            yield from (("text", paragraph) for paragraph in exchange.answer)
    if case.kind == "postponement":
        yield "label", "Mededeling"
        yield "text", _POSTPONED


def as_plain(case: Case) -> bytes:
    """Text as an extractor leaves it, one line a paragraph."""
    return "\n".join([*(line for _, line in as_lines(case)), case.identifier, ""]).encode()


def as_markdown(case: Case) -> bytes:
    """The same with the signs of markdown."""
    signs = {"head": "## {}", "heading": "**{}**", "label": "**{}**", "text": "{}"}
    return "\n\n".join([*(signs[what].format(line) for what, line in as_lines(case)), f"_{case.identifier}_", ""]).encode()


def as_docx(case: Case) -> bytes:
    """A Word document of plain paragraphs, labels in bold."""
    body = "".join(_word_paragraph(what, line) for what, line in as_lines(case))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in _WORD_PARTS:
            archive.writestr(zipfile.ZipInfo(name), content)
        document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
        archive.writestr(zipfile.ZipInfo("word/document.xml"), document, zipfile.ZIP_DEFLATED)
    return made.getvalue()


_WORD_PARTS = (
    ("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types"/>'),
    (
        "_rels/.rels",
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="m" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
    ),
)


def _word_paragraph(what: str, line: str) -> str:
    bold = "<w:rPr><w:b/></w:rPr>" if what == "label" else ""
    return f"<w:p><w:r>{bold}<w:t>{escape(line, quote=False)}</w:t></w:r></w:p>"
