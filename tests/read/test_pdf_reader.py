"""What the PDF reader makes of the published form and of letters, on files set here; no real file has been seen yet."""

import io
import textwrap

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kamervragen.errors import ReadError
from kamervragen.model import RawDocument, Text
from kamervragen.read import read
from kamervragen.read.pdf import read_pdf
from kamervragen.terms import BlockKind, MarkKind
from pdf_files import make_pdf, make_published
from text_checks import check_text
from word_files import lines, marked

ANSWERS = """
Vragen van het lid *Verzonnen* (XYZ) aan de Minister van Defensie over _het bericht «Nieuwe bruggen in Verzinstad»_ (ingezonden 4 januari 2024).

Antwoord van Minister *Bedacht* (Defensie) (ontvangen 2 februari 2024).

#label[Vraag 1]
Kent u het artikel «Nieuwe bruggen»?#footnote[Krant van Verzinstad, 2 januari 2024 (#link("https://www.example.org/bruggen")).]
#label[Antwoord 1]
Ja.
#label[Vraag 2]
Wordt de brug 2 m#super[2] groter dan de afspraken over infrastructuurprojecten van de gemeente toestaan, en hoeveel CO#sub[2] komt vrij?#footnote[Rapport «Beton», p. 12.]
#label[Antwoord 2]
Dat klopt niet.
#pagebreak()
Op de tweede bladzijde gaat het antwoord door.#footnote[Kamerstuk 12 345, nr. 6.]
"""


def canvas_pdf(*pages: list[tuple[float, float, float, str]], encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF of strings, each at a place and in a size, drawn in this order."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842), encrypt=encrypt)
    for page in pages:
        for left, bottom, size, text in page:
            canvas.setFont("Helvetica", size)
            canvas.drawString(left, bottom, text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def kinds(text: Text, kind: BlockKind) -> list[str]:
    return [text.body[slice(*block.span)] for block in text.blocks if block.kind is kind]


def test_the_published_form_is_read_line_by_line():
    text = read_pdf(make_published(ANSWERS))

    assert text.body == textwrap.dedent("""\
        Tweede Kamer der Staten-Generaal 2

        Vergaderjaar 2023–2024 Aanhangsel van de Handelingen

        Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoor-
        den

        9001

        Vragen van het lid Verzonnen (XYZ) aan de Minister van Defensie over het bericht «Nieuwe brug-
        gen in Verzinstad» (ingezonden 4 januari 2024).
        Antwoord van Minister Bedacht (Defensie) (ontvangen 2 februari 2024).
        Vraag 1
        Kent u het artikel «Nieuwe bruggen»?1
        Antwoord 1
        Ja.
        Vraag 2
        Wordt de brug 2 m2 groter dan de afspraken over infrastructuurprojecten van de gemeente toestaan,
        en hoeveel CO2 komt vrij?2
        Antwoord 2
        Dat klopt niet.
        1Krant van Verzinstad, 2 januari 2024 (https://www.example.org/bruggen).
        2Rapport «Beton», p. 12.
        ah-tk-20232024-9001
        ISSN 0921 - 7398
        ’s-Gravenhage 2024 Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1
        \f
        Op de tweede bladzijde gaat het antwoord door.3
        3Kamerstuk 12 345, nr. 6.
        Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2
        """)
    assert not text.has_paragraphs
    check_text(text)


@pytest.mark.parametrize("typographic", [True, False])
def test_markers_lead_to_their_notes_and_powers_are_no_markers(typographic: bool):
    text = read_pdf(make_published(ANSWERS, typographic=typographic))

    notes = ["page-1-note-1", "page-1-note-2", "page-2-note-3"]
    assert [block.note for block in text.blocks if block.kind is BlockKind.NOTE] == notes
    assert marked(text, MarkKind.NOTE_MARKER) == list(zip(["1", "2", "3"], notes, strict=True))
    assert marked(text, MarkKind.NOTE_NUMBER) == list(zip(["1", "2", "3"], notes, strict=True))
    starts = [mark.span.start for mark in text.marks if mark.kind is MarkKind.NOTE_MARKER]
    assert [text.body[start - 5 : start] for start in starts] == ["gen»?", "vrij?", "door."]


def test_running_feet_are_furniture_and_the_masthead_is_not():
    text = read_pdf(make_published(ANSWERS))

    assert kinds(text, BlockKind.FURNITURE) == [
        "ah-tk-20232024-9001",
        "ISSN 0921 - 7398",
        "’s-Gravenhage 2024 Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1",
        "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2",
    ]


def test_emphasis_and_links_are_marks():
    text = read_pdf(make_published(ANSWERS, masthead=False))

    assert [bold for bold, _ in marked(text, MarkKind.BOLD)][:4] == ["Verzonnen", "Bedacht", "Vraag 1", "Antwoord 1"]
    assert marked(text, MarkKind.ITALIC) == [("het bericht «Nieuwe brug-\ngen in Verzinstad»", "")]
    assert marked(text, MarkKind.LINK) == [("(https://www.example.org/bruggen).", "https://www.example.org/bruggen")]


def test_lines_of_one_paragraph_form_one_block():
    text = read_pdf(make_published("#label[Vraag 1]\n" + "Woorden die een regel vullen. " * 12, masthead=False))

    assert [block.kind for block in text.blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH] + [BlockKind.FURNITURE] * 3
    assert lines(text)[0] == "Vraag 1"
    assert lines(text)[1].count("\n") == 3


def test_a_note_that_goes_on_over_the_page_is_one_note():
    long = "Een heel lange noot. " * 60
    body = "Zin.#footnote[" + long + "]\n\n" + "#v(16cm)\nMeer tekst.#footnote[" + long + "]\n\nSlot. " + "Nog meer tekst. " * 90

    text = read_pdf(make_published(body, masthead=False))

    notes = [block.note for block in text.blocks if block.kind is BlockKind.NOTE]
    assert notes == ["page-1-note-1", "page-1-note-2", "page-1-note-2"]
    assert [marker for marker, _ in marked(text, MarkKind.NOTE_MARKER)] == ["1", "2"]


def test_notes_that_are_alike_on_every_page_are_no_running_feet():
    body = "#pagebreak()\n".join(
        f"Dit is zin {n} van deze bladzijde.#footnote[Kamerstuk 12 345, nr. {n}.]\n\nEn dit is nog een zin.#footnote[Idem, p. {n}.]\n"
        for n in (1, 2, 3)
    )

    text = read_pdf(make_published(body, masthead=False))

    assert [block.note for block in text.blocks if block.kind is BlockKind.NOTE] == [
        "page-1-note-1", "page-1-note-2", "page-2-note-3", "page-2-note-4", "page-3-note-5", "page-3-note-6"
    ]  # fmt: skip
    assert [number for number, _ in marked(text, MarkKind.NOTE_MARKER)] == ["1", "2", "3", "4", "5", "6"]


def test_plain_note_numbers_are_known_by_counting_on():
    page = [(70, 700, 10, "Kent u het bericht?"), (159, 704, 6, "1"), (70, 686, 10, "En het rapport?"), (145, 690, 6, "2")]
    notes = [(70, 110, 7, "1) Krant van Verzinstad, 3 mei."), (70, 100, 7, "2500 lezers."), (70, 90, 7, "2) Rapport.")]

    text = read_pdf(canvas_pdf(page + notes))

    assert kinds(text, BlockKind.NOTE) == ["1) Krant van Verzinstad, 3 mei.\n2500 lezers.", "2) Rapport."]
    assert marked(text, MarkKind.NOTE_NUMBER) == [("1)", "page-1-note-1"), ("2)", "page-1-note-2")]


def test_rows_of_a_table_keep_their_cells_apart():
    table = "#table(columns: (4cm, 4cm, 4cm), stroke: none, [Jaar], [Aantal], [Deel], [2022], [12], [5%], [2023], [14], [7%])"

    text = read_pdf(make_published("Zie de tabel.\n\n" + table + "\n\nEn verder.", masthead=False))

    assert kinds(text, BlockKind.ROW) == ["Jaar\tAantal\tDeel", "2022\t12\t5%", "2023\t14\t7%"]
    check_text(text)


def test_a_letter_is_read_in_the_order_of_its_file_with_its_page_numbers_as_furniture():
    first = [
        (70, 790, 9, "Ministerie van Verzinsels"),
        (70, 700, 10, "Geachte voorzitter,"),
        (70, 672, 10, "Hierbij de antwoorden"),
        (420, 700, 7, "Kenmerk 12345"),
        (480, 40, 8, "Pagina 1 van 2"),
    ]
    second = [(480, 40, 8, "Pagina 2 van 2"), (70, 790, 9, "Ministerie van Verzinsels"), (70, 700, 10, "Antwoord op vraag 1")]

    text = read_pdf(canvas_pdf(first, second))

    assert text.body == (
        "Ministerie van Verzinsels\nGeachte voorzitter,\nHierbij de antwoorden\nKenmerk 12345\nPagina 1 van 2\n\f\n"
        "Ministerie van Verzinsels\nAntwoord op vraag 1\nPagina 2 van 2\n"
    )
    assert len(kinds(text, BlockKind.FURNITURE)) == 4


def test_a_marker_that_is_drawn_apart_belongs_to_its_line():
    page = [
        (70, 700, 10, "Kent u het bericht?"),
        (159, 704, 6, "1"),
        (70, 686, 10, "En het rapport?"),
        (70, 60, 5, "1"),
        (73, 58, 7, "Krant."),
    ]

    text = read_pdf(canvas_pdf(page))

    assert marked(text, MarkKind.NOTE_MARKER) == [("1", "page-1-note-1")]
    assert kinds(text, BlockKind.NOTE) == ["1Krant."]


def test_signs_without_meaning_are_kept_and_reported():
    text = read_pdf(make_pdf("Vraag 1\n\nKent u \ue001\ue002\ue003 dit?"))

    assert "\ue001\ue002\ue003" in text.body
    assert [finding.code for finding in text.findings] == ["broken_glyphs"]


def test_an_encrypted_pdf_is_refused():
    data = canvas_pdf([(70, 700, 10, "Geheim")], encrypt=StandardEncryption("wachtwoord", ownerPassword="eigenaar"))

    with pytest.raises(ReadError, match="lever een versie zonder wachtwoord") as caught:
        read_pdf(data)

    assert caught.value.code == "encrypted"


def scan(*, with_text: bool) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    if with_text:
        canvas.drawString(70, 700, "Zie de volgende bladzijde.")
        canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def test_a_scan_has_no_text():
    with pytest.raises(ReadError, match="waarschijnlijk een scan") as caught:
        read(RawDocument(name="scan.pdf", data=scan(with_text=False)))

    assert (caught.value.code, caught.value.where) == ("no_text", "scan.pdf")


def test_one_page_without_text_is_reported():
    text = read_pdf(scan(with_text=True))

    assert [(finding.code, finding.detail) for finding in text.findings] == [
        ("page_without_text", "Bladzijde 2 bevat geen tekst; misschien is het een afbeelding of scan.")
    ]


@pytest.mark.parametrize("data", [b"%PDF-1.7\njunk", b"%PDF-1.4\n1 0 obj\n<<", canvas_pdf([(70, 700, 10, "Tekst")])[:400]])
def test_a_broken_pdf_is_refused(data: bytes):
    with pytest.raises(ReadError, match="beschadigd of onvolledig") as caught:
        read_pdf(data)

    assert caught.value.code == "malformed"


def test_reading_leaves_nothing_open_and_reads_the_same_twice():
    data = make_published(ANSWERS)

    first, second = read_pdf(data), read_pdf(data)

    assert first == second
    assert len(pdfium.PdfDocument(data)) == 2
