"""What the DOCX reader makes of Word's own structures, on files made here, and on real letters where they are at hand."""

import io
import zipfile
from pathlib import Path

import pytest

from kamervragen.errors import ReadError
from kamervragen.limits import Limits
from kamervragen.read.docx import read_docx
from kamervragen.terms import BlockKind, MarkKind
from text_checks import check_text
from word_files import cell, lines, make_docx, marked, p


def test_paragraphs_are_blocks_and_an_empty_paragraph_is_an_empty_line():
    text = read_docx(make_docx(p("Vraag 1") + p("Kent u het bericht?") + "<w:p/><w:p/>" + p("Antwoord 1") + p("Ja.")))

    assert text.body == "Vraag 1\nKent u het bericht?\n\nAntwoord 1\nJa.\n"
    assert lines(text) == ["Vraag 1", "Kent u het bericht?", "Antwoord 1", "Ja."]
    assert text.has_paragraphs


def test_words_cut_up_into_runs_are_whole_again_and_their_emphasis_is_one_mark():
    bold = "<w:rPr><w:b/></w:rPr>"
    body = f"<w:p><w:r>{bold}<w:t>Ant</w:t></w:r><w:r>{bold}<w:t>woord</w:t></w:r><w:r><w:t> 1</w:t></w:r></w:p>"

    text = read_docx(make_docx(body))

    assert text.body == "Antwoord 1\n"
    assert marked(text, MarkKind.BOLD) == [("Antwoord", "")]


def test_a_bold_style_is_undone_by_a_run_that_says_so():
    styles = '<w:style w:type="paragraph" w:styleId="Kop"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Kop"/></w:pPr><w:r><w:t>Vet</w:t></w:r>'
        '<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Niet</w:t></w:r></w:p>'
    )

    text = read_docx(make_docx(body, styles=styles))

    assert [block.kind for block in text.blocks] == [BlockKind.HEADING]
    assert marked(text, MarkKind.BOLD) == [("Vet", "")]


FOOTNOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="5"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Eerste bron.</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>Tweede alinea.</w:t></w:r></w:p></w:footnote>"
    '<w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Andere bron.</w:t></w:r></w:p></w:footnote>'
)


def test_a_footnote_stands_behind_its_paragraph_with_the_number_that_word_shows():
    body = (
        '<w:p><w:r><w:t>Een zin</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r><w:r><w:t>. Nog een</w:t></w:r>'
        '<w:r><w:footnoteReference w:id="3"/></w:r></w:p>' + p("Verder.")
    )

    text = read_docx(make_docx(body, footnotes=FOOTNOTES))

    assert lines(text) == ["Een zin1. Nog een2", "1 Eerste bron.", "Tweede alinea.", "2Andere bron.", "Verder."]
    assert [block.note for block in text.blocks] == ["", "footnote-5", "footnote-5", "footnote-3", ""]
    assert marked(text, MarkKind.NOTE_MARKER) == [("1", "footnote-5"), ("2", "footnote-3")]
    assert marked(text, MarkKind.NOTE_NUMBER) == [("1", "footnote-5"), ("2", "footnote-3")]
    assert [number for number, _ in marked(text, MarkKind.GENERATED)] == ["1", "2", "1", "2"]


def test_a_marker_that_was_typed_is_kept_as_typed():
    reference = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>*)</w:t></w:r>'
    body = f"<w:p><w:r><w:t>Zin</w:t></w:r>{reference}<w:r><w:t>.</w:t></w:r></w:p>"

    text = read_docx(make_docx(body, footnotes=FOOTNOTES))

    assert lines(text)[:2] == ["Zin*).", "Eerste bron."]
    assert marked(text, MarkKind.NOTE_MARKER) == [("*)", "footnote-5")]


def test_endnotes_have_roman_numbers_unless_the_document_says_otherwise():
    body = '<w:p><w:r><w:t>Zin</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r></w:p>'
    endnotes = '<w:endnote w:id="2"><w:p><w:r><w:endnoteRef/></w:r><w:r><w:t> Slot.</w:t></w:r></w:p></w:endnote>'
    settings = '<w:endnotePr><w:numFmt w:val="decimal"/><w:numStart w:val="3"/></w:endnotePr>'

    assert lines(read_docx(make_docx(body, endnotes=endnotes))) == ["Zini", "i Slot."]
    assert lines(read_docx(make_docx(body, endnotes=endnotes, settings=settings))) == ["Zin3", "3 Slot."]


def test_a_row_of_a_table_is_a_block_with_tabs_between_its_cells():
    body = f"<w:tbl><w:tr>{cell('Jaar')}{cell('Aantal')}</w:tr><w:tr>{cell('')}{cell('12')}{cell('13')}</w:tr></w:tbl>" + p("Na.")

    text = read_docx(make_docx(body))

    assert text.body == "Jaar\tAantal\n\t12\t13\nNa.\n"
    assert [block.kind for block in text.blocks] == [BlockKind.ROW, BlockKind.ROW, BlockKind.PARAGRAPH]


def test_a_note_in_a_table_comes_behind_its_row():
    reference = '<w:tc><w:p><w:r><w:t>12</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r></w:p></w:tc>'
    body = f"<w:tbl><w:tr>{cell('2023')}{reference}</w:tr><w:tr>{cell('2024')}{cell('14')}</w:tr></w:tbl>"

    assert lines(read_docx(make_docx(body, footnotes=FOOTNOTES))) == ["2023\t121", "1Andere bron.", "2024\t14"]


def test_a_table_that_lays_out_a_letter_is_read_as_paragraphs():
    letter = cell("Geachte voorzitter,", "Hierbij de antwoorden.", "Hoogachtend,", "B. Bedacht")
    body = f"<w:tbl><w:tr>{cell('', '')}{cell('Den Haag')}</w:tr><w:tr>{letter}{cell('Kenmerk')}</w:tr></w:tbl>"

    text = read_docx(make_docx(body))

    assert lines(text) == ["Den Haag", "Geachte voorzitter,", "Hierbij de antwoorden.", "Hoogachtend,", "B. Bedacht", "Kenmerk"]
    assert {block.kind for block in text.blocks} == {BlockKind.PARAGRAPH}


def test_headers_come_first_and_footers_last_as_furniture():
    body = p("Tekst.") + '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'

    text = read_docx(make_docx(body, header1=p("Ministerie van Verzinsels"), footer1=p("Pagina 1")))

    assert lines(text) == ["Ministerie van Verzinsels", "Tekst.", "Pagina 1"]
    assert [block.kind for block in text.blocks] == [BlockKind.FURNITURE, BlockKind.PARAGRAPH, BlockKind.FURNITURE]


def test_the_header_of_a_first_page_is_the_letterhead_and_no_furniture():
    body = p("Geachte voorzitter,") + '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:titlePg/></w:sectPr>'
    box = f"<w:p><w:r><w:pict><w:txbxContent>{p('Datum 3 mei 2024')}</w:txbxContent></w:pict></w:r></w:p>"

    text = read_docx(make_docx(body, header1=box))

    assert lines(text) == ["Datum 3 mei 2024", "Geachte voorzitter,"]
    assert [block.kind for block in text.blocks] == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_links_keep_their_address_as_element_and_as_field():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>tweede</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = f'<w:p><w:hyperlink r:id="x"><w:r><w:t>eerste</w:t></w:r></w:hyperlink><w:r><w:t> en </w:t></w:r>{field}</w:p>'

    text = read_docx(make_docx(body, links={"x": "https://example.org/a"}))

    assert text.body == "eerste en tweede\n"
    assert marked(text, MarkKind.LINK) == [("eerste", "https://example.org/a"), ("tweede", "https://example.org/b")]


def test_of_nested_fields_only_the_result_is_text():
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    inner = (
        sign.format("begin")
        + "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        + sign.format("separate")
        + "<w:r><w:t>7</w:t></w:r>"
        + sign.format("end")
    )
    outer = (
        sign.format("begin")
        + "<w:r><w:instrText>IF </w:instrText></w:r>"
        + inner
        + '<w:r><w:instrText>= 1 "a"</w:instrText></w:r>'
        + sign.format("separate")
        + "<w:r><w:t>uitslag</w:t></w:r>"
        + sign.format("end")
    )

    assert read_docx(make_docx(f"<w:p>{outer}</w:p>")).body == "uitslag\n"


def test_a_field_that_never_ends_hides_nothing():
    body = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>Toch tekst</w:t></w:r></w:p>'

    assert read_docx(make_docx(body)).body == "Toch tekst\n"


def test_a_field_sign_outside_a_run_is_no_sign():
    body = '<w:p><w:fldChar w:fldCharType="begin"/><w:r><w:t>Tekst</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'

    assert read_docx(make_docx(body)).body == "Tekst\n"


def test_an_unknown_field_sign_is_no_sign():
    signs = ["begin", "niets", "separate", "end"]
    body = "".join(f'<w:r><w:fldChar w:fldCharType="{sign}"/><w:t>{sign}</w:t></w:r>' for sign in signs)

    assert read_docx(make_docx(f"<w:p>{body}</w:p>")).body == "separateend\n"


def test_inserted_text_stays_and_deleted_text_goes_with_a_finding():
    body = (
        "<w:p><w:r><w:t>Ja</w:t></w:r><w:ins><w:r><w:t>, zeker</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>, misschien</w:delText></w:r></w:del><w:r><w:t>.</w:t></w:r></w:p>"
    )

    text = read_docx(make_docx(body))

    assert text.body == "Ja, zeker.\n"
    assert [(finding.code, finding.detail) for finding in text.findings] == [
        ("deleted_text", "Het Word-bestand bevat verwijderde tekst, die hier is weggelaten: «, misschien».")
    ]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    body = p("Een zin die", "<w:rPr><w:del/></w:rPr>") + p(" doorloopt.")

    assert read_docx(make_docx(body)).body == "Een zin die doorloopt.\n"


def test_hidden_text_goes_with_a_finding():
    body = "<w:p><w:r><w:t>Zichtbaar</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r></w:p>"

    text = read_docx(make_docx(body))

    assert text.body == "Zichtbaar\n"
    assert [finding.code for finding in text.findings] == ["hidden_text"]
    assert "geheim" in text.findings[0].detail


def test_a_text_box_is_read_once_behind_its_paragraph():
    box = f"<w:txbxContent>{p('In een kader')}</w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p><w:r>{drawing}</w:r><w:r><w:t>Lopende tekst</w:t></w:r></w:p>" + p("Verder")

    assert lines(read_docx(make_docx(body))) == ["Lopende tekst", "In een kader", "Verder"]


def test_content_controls_smart_tags_tabs_breaks_and_symbols_are_text():
    body = (
        f"<w:sdt><w:sdtContent>{p('Blok')}</w:sdtContent></w:sdt>"
        "<w:p><w:smartTag><w:r><w:t>Slim</w:t></w:r></w:smartTag><w:sdt><w:sdtContent><w:r><w:tab/><w:t>veld</w:t><w:br/>"
        '<w:t>EU</w:t><w:noBreakHyphen/><w:t>land</w:t><w:sym w:font="Symbol" w:char="F0B3"/></w:r></w:sdtContent></w:sdt>'
        "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>"
    )

    assert read_docx(make_docx(body)).body == "Blok\nSlim\tveld\nEU\u2011land≥x+1\n"


def test_strict_documents_are_read_like_others():
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(make_docx(p("Streng")))) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            target.writestr(name, content)

    assert read_docx(made.getvalue()).body == "Streng\n"


def test_entities_are_never_resolved():
    body = make_docx(p("Tekst"))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + content.replace(b"Tekst", b"Tekst &x;")
            target.writestr(name, content)

    assert read_docx(made.getvalue()).body == "Tekst\n"


def test_a_truncated_file_is_malformed():
    with pytest.raises(ReadError, match="beschadigd of onvolledig") as caught:
        read_docx(make_docx(p("Tekst"))[:-60])

    assert caught.value.code == "malformed"


def test_broken_xml_inside_is_malformed():
    with pytest.raises(ReadError) as caught:
        read_docx(make_docx("<w:p><w:r>"))

    assert caught.value.code == "malformed"


def test_a_bomb_inside_is_refused_before_it_is_unpacked():
    with pytest.raises(ReadError, match="zip-bom") as caught:
        read_docx(make_docx(f"<w:p><w:r><w:t>{'a' * 30_000_000}</w:t></w:r></w:p>"))

    assert caught.value.code == "archive_bomb"


def test_a_part_that_is_too_large_is_refused():
    with pytest.raises(ReadError) as caught:
        read_docx(make_docx(p("a" * 5_000)), Limits(max_document_bytes=4_000))

    assert caught.value.code == "too_large"


def test_a_document_without_words_has_no_text():
    with pytest.raises(ReadError) as caught:
        read_docx(make_docx("<w:p/>"))

    assert caught.value.code == "no_text"


@pytest.mark.real
@pytest.mark.parametrize(("name", "n_notes", "n_list_items"), [("rm0", 0, 0), ("rm2", 1, 2), ("rm4", 2, 0), ("rm6", 1, 3)])
def test_real_letters_keep_their_notes_and_numbering(corpus: Path, name: str, n_notes: int, n_list_items: int):
    text = read_docx((corpus / "dev" / f"{name}.docx").read_bytes())

    kinds = [block.kind for block in text.blocks]
    check_text(text)
    assert kinds.count(BlockKind.NOTE) == len(marked(text, MarkKind.NOTE_MARKER)) == n_notes
    assert kinds.count(BlockKind.LIST_ITEM) == n_list_items
    assert "DOCPROPERTY" not in text.body
