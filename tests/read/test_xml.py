"""Official XML of both generations, XML of other kinds, and bad XML."""

import os
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kamervragen.errors import ReadError
from kamervragen.model import Fact, Text
from kamervragen.read.xml import HANDLERS, read_xml
from kamervragen.terms import MediaType
from text_checks import check_text, letters

WHOLE = """<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="op-xsd-2012-3">
  <metadata><meta name="OVERHEIDop.externMetadataRecord" scheme="" content="https://site.example/ah-tk-20232024-17/metadata.xml"/></metadata>
  <kamervragen>
    <kamervraagkop>
      <tekstregel inhoud="vergaderjaar">Vergaderjaar 2023-2024</tekstregel>
      <tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>
    </kamervraagkop>
    <kamervraagnummer>17</kamervraagnummer>
    <!-- no text -->
    <kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Van der Zand</achternaam></naam>
      (<organisatie>DP</organisatie>) over
      <kamervraagonderwerp>zand in de <nadruk type="cur">haven</nadruk></kamervraagonderwerp>
      (ingezonden <datum isodatum="2024-01-29">29 januari 2024</datum>).</kamervraagomschrijving>
    <kamervraagomschrijving type="antwoord">Antwoord van Minister <naam><achternaam>Helmgras</achternaam></naam> (Financiën).
      Zie ook nr. <extref doc="ah-tk-20232024-9" soort="document">9</extref>.</kamervraagomschrijving>
    <vraag>
      <nr status="officieel">Vraag 1</nr>
      <al>Kent u het bericht?<noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>Zandbode, 2 mei.</noot.al>
        <noot.al>Blz. 3.</noot.al></noot> Zo ja?</al>
      <lijst type="expliciet"><li><li.nr>a.</li.nr><al>Waarom?</al></li>
        <li><li.nr>b.</li.nr><al>Hoe?</al><al>En wanneer?</al></li></lijst>
    </vraag>
    <antwoord>
      <nr>Antwoord 1</nr>
      <al>Ja.</al>
      <table><tgroup cols="2"><colspec colname="c1"/><colspec colname="c2"/>
        <thead><row><entry/><entry><al>2023</al></entry></row></thead>
        <tbody><row><entry><al>Zand</al></entry><entry><al>16.800</al></entry></row></tbody></tgroup></table>
    </antwoord>
    <vraag><nr/><al>Zonder nummer?</al></vraag>
    <kamervraagopmerking><tussenkop>Toelichting</tussenkop><al>Deze vragen <?xpp witregel?>vullen aan.</al></kamervraagopmerking>
    <ondertekening><functie>De Minister,</functie><naam><achternaam>Helmgras</achternaam></naam></ondertekening>
  </kamervragen>
</officiele-publicatie>"""

OLDER = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE vraagdoc SYSTEM "vraagdoc.dtd">
<vraagdoc><vragen>
<omschr>Vragen van het lid <naam>Van der Zand</naam> over <ondw>zand</ondw>. (Ingezonden 3 mei 2005)</omschr>
<vraagnummer>2040512345</vraagnummer>
<vraag><nummer>1</nummer><al>Kent u het bericht in het caf&eacute;?<nootref refid="n1"/>
En het andere?<nootref nr="2">2</nootref></al></vraag>
<toelicht><al>Toelichting.</al></toelicht>
<noot id="n1"><noot.nr>1</noot.nr><noot.al>Zandbode, 2 mei 2005.</noot.al></noot>
<noot id="n2"><noot.al>Helmkrant.</noot.al></noot>
</vragen>
<reactie><omschr>Antwoord van minister Helmgras.</omschr><titel>Antwoord</titel>
<antwoord><nummer>1</nummer><al>Ja.</al></antwoord></reactie></vraagdoc>"""


def blocks(text: Text) -> list[tuple[str, str | None, int, str]]:
    """Kind, part, group and characters of the blocks."""
    return [(b.kind.value, b.part.value if b.part else None, b.group, text.body[slice(*b.span)]) for b in text.blocks]


def marks(text: Text) -> list[tuple[str, str, str]]:
    """Kind, target and characters of the marks."""
    return [(m.kind.value, m.target, text.body[slice(*m.span)]) for m in text.marks]


def read(xml: str) -> Text:
    text = read_xml(xml.encode())
    check_text(text)
    return text


def test_a_whole_document_becomes_blocks_with_part_and_group():
    text = read(WHOLE)

    assert blocks(text) == [
        ("heading", None, -1, "Vergaderjaar 2023-2024"),
        ("heading", None, -1, "Tweede Kamer der Staten-Generaal"),
        ("heading", None, -1, "17"),
        (
            "heading",
            "asked",
            -1,
            "Vragen van het lid Van der Zand (DP) over zand in de haven (ingezonden 29 januari 2024).",
        ),
        ("heading", "answered", -1, "Antwoord van Minister Helmgras (Financiën). Zie ook nr. 9."),
        ("label", "question", 0, "Vraag 1"),
        ("paragraph", "question", 0, "Kent u het bericht?1 Zo ja?"),
        ("note", "question", 0, "Zandbode, 2 mei."),
        ("note", "question", 0, "Blz. 3."),
        ("list_item", "question", 0, "a. Waarom?"),
        ("list_item", "question", 0, "b. Hoe?\nEn wanneer?"),
        ("label", "answer", 1, "Antwoord 1"),
        ("paragraph", "answer", 1, "Ja."),
        ("row", "answer", 1, "2023"),
        ("row", "answer", 1, "Zand\t16.800"),
        ("paragraph", "question", 2, "Zonder nummer?"),
        ("heading", "remark", -1, "Toelichting"),
        ("paragraph", "remark", -1, "Deze vragen vullen aan."),
        ("paragraph", "signature", -1, "De Minister,"),
        ("paragraph", "signature", -1, "Helmgras"),
    ]
    assert "\n\t2023\n" in text.body
    assert text.media_type is MediaType.XML
    assert text.has_paragraphs
    assert text.findings == ()


def test_a_whole_document_has_marks_for_subject_dates_links_emphasis_and_notes():
    text = read(WHOLE)

    assert marks(text) == [
        ("subject", "", "zand in de haven"),
        ("italic", "", "haven"),
        ("date", "2024-01-29", "29 januari 2024"),
        ("link", "ah-tk-20232024-9", "9"),
        ("note_marker", "n1", "1"),
    ]
    assert [block.note for block in text.blocks if block.note] == ["n1", "n1"]
    assert text.facts == (
        Fact(name="OVERHEIDop.externMetadataRecord", value="https://site.example/ah-tk-20232024-17/metadata.xml"),
    )


def test_the_older_generation_is_read_with_its_notes():
    text = read_xml(OLDER.encode("latin-1"))

    check_text(text)
    assert blocks(text) == [
        ("heading", "asked", -1, "Vragen van het lid Van der Zand over zand. (Ingezonden 3 mei 2005)"),
        ("heading", None, -1, "2040512345"),
        ("label", "question", 0, "1"),
        ("paragraph", "question", 0, "Kent u het bericht in het café? En het andere?2"),
        ("paragraph", "remark", -1, "Toelichting."),
        ("note", None, -1, "1 Zandbode, 2 mei 2005."),
        ("note", None, -1, "Helmkrant."),
        ("heading", "answered", -1, "Antwoord van minister Helmgras."),
        ("heading", None, -1, "Antwoord"),
        ("label", "answer", 1, "1"),
        ("paragraph", "answer", 1, "Ja."),
    ]
    assert marks(text) == [
        ("subject", "", "zand"),
        ("note_marker", "n1", ""),
        ("note_marker", "n2", "2"),
        ("note_number", "n1", "1"),
    ]
    assert text.findings == ()


def test_bare_questions_in_a_wrapper_keep_its_identifier():
    text = read(
        '<kamervragen-fragments id="ah-tk-20232024-17"><vraag><nr>Vraag 1</nr><al>Wat?</al></vraag></kamervragen-fragments>'
    )

    assert text.facts == (Fact(name="id", value="ah-tk-20232024-17"),)
    assert blocks(text) == [("label", "question", 0, "Vraag 1"), ("paragraph", "question", 0, "Wat?")]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<al>a<al>b</al>c</al>", ["a", "b", "c"]),
        ("<al>Eerst<lijst><li><li.nr>–</li.nr><al>een</al></li></lijst>dan</al>", ["Eerst", "– een", "dan"]),
        ("<lijst><li>kaal <sup>2</sup></li></lijst>", ["kaal 2"]),
        ("los <nadruk>en</nadruk> vast", ["los en vast"]),
        ("<al-groep><al>a</al>\n<al>b</al></al-groep>", ["a", "b"]),
        ("<al>H<inf>2</inf>O</al>", ["H2O"]),
        ("<al> \u00a0 </al>", []),
        (
            "<table><row><entry><al>a</al><al>b</al></entry> <entry>c</entry></row></table>",
            ["a b\tc"],
        ),
        ("<table><row><entry><lijst><li>a</li><li>b</li></lijst></entry></row></table>", ["a b"]),
        ("<al>a<![CDATA[<b>]]></al>", ["a<b>"]),
        ("<ns:al xmlns:ns='urn:x'>voorvoegsel</ns:al>", ["voorvoegsel"]),
        ("<al>e<nadruk type='vet'>\u0301</nadruk></al>", ["é"]),
    ],
)
def test_text_is_divided_as_its_elements_say(inside, expected):
    text = read(f"<kamervragen><antwoord>{inside}</antwoord></kamervragen>")

    assert [text.body[slice(*block.span)] for block in text.blocks] == expected
    assert {(block.part, block.group) for block in text.blocks} <= {("answer", 0)}
    assert text.findings == ()


def test_a_note_without_number_has_a_marker_without_characters():
    text = read("<vraag><al>Wat?<noot id='n7'><noot.al>Bron.</noot.al></noot> Hoe?</al></vraag>")

    assert text.body == "Wat? Hoe?\nBron.\n"
    assert [(mark.span, mark.target) for mark in text.marks] == [((4, 4), "n7")]


def test_notes_in_notes_and_in_rows_come_after_their_block_in_order():
    note = "<noot id='{0}'><noot.nr>{0}</noot.nr><noot.al>noot {0}{1}</noot.al><noot.al>meer {0}</noot.al></noot>"
    inner = note.format("2", "")
    cells = f"<entry>a{note.format('1', inner)}</entry><entry>b{note.format('3', '')}</entry>"
    text = read(f"<vraag><table><row>{cells}</row></table></vraag>")

    assert text.body == "a1\tb3\nnoot 12\nmeer 1\nnoot 3\nmeer 3\nnoot 2\nmeer 2\n"
    assert [block.note for block in text.blocks] == ["", "1", "1", "3", "3", "2", "2"]


def test_two_notes_with_one_identifier_stay_two():
    note = "<noot id='n1'><noot.nr>{0}</noot.nr><noot.al>noot {0}</noot.al></noot>"
    text = read(f"<vraag><al>a{note.format(1)}b{note.format(2)}</al></vraag>")

    assert [(block.note, text.body[slice(*block.span)]) for block in text.blocks if block.note] == [
        ("n1", "noot 1"),
        ("n1-2", "noot 2"),
    ]


def test_a_block_may_have_any_number_of_notes():
    note = "<noot id='n'><noot.nr>1</noot.nr><noot.al>b</noot.al></noot>"
    text = read(f"<vraag><al>a{note * 3_000}</al>{note * 3_000}</vraag>")

    assert len({block.note for block in text.blocks}) == 6_001


@pytest.mark.parametrize("name", ["vraag", "al", "nadruk", "noot", "onbekend", "kamervraagonderwerp"])
def test_xml_that_nests_too_deep_keeps_its_text_with_a_finding(name):
    text = read(f"<{name}>" * 250 + "diep" + f"</{name}>" * 250)

    assert text.body == "diep\n"
    assert "nested_too_deep" in [finding.code for finding in text.findings]


def test_unknown_elements_keep_their_text_and_are_counted():
    text = read("<vraag><raar><al>a <gek>b</gek> c <gek>d</gek></al>e</raar></vraag>")

    assert text.body == "a b c d\ne\n"
    assert [(finding.code, finding.detail) for finding in text.findings] == [
        ("unknown_element", "Het element <gek> is onbekend (komt 2 keer voor); de tekst ervan is bewaard als lopende tekst."),
        ("unknown_element", "Het element <raar> is onbekend (komt 1 keer voor); de tekst ervan is bewaard als lopende tekst."),
    ]


def test_a_picture_is_a_finding_at_its_place():
    text = read("<antwoord><al>Zie:</al><plaatje><illustratie naam='kaart.png' alt='Kaart'/></plaatje><al>Dat.</al></antwoord>")

    assert [(finding.code, finding.detail, finding.span) for finding in text.findings] == [
        ("picture", "Hier staat in de bron een afbeelding (kaart.png); beschrijving: «Kaart».", (5, 5))
    ]


LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY x0 "ha">'
    + b"".join(b'<!ENTITY x%d "%s">' % (n + 1, b"&x%d;" % n * 10) for n in range(9))
    + b"]><a>&x9;</a>"
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\0", "empty"),
        (b"\x00\x01\x02\x03 junk", "malformed"),
        (b"<", "malformed"),
        (LAUGHS, "unsafe"),
        (LAUGHS.decode().encode("utf-16"), "unsafe"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "unsafe"),
        (b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><a>b</a>', "unsafe"),
        (b'<!DOCTYPE a [<!ENTITY x "b">]><a>&x;', "unsafe"),
    ],
)
def test_what_is_no_xml_or_no_safe_xml_is_refused_with_a_sentence(data, code):
    started = time.process_time()

    with pytest.raises(ReadError) as caught:
        read_xml(data)

    assert caught.value.code == code
    assert caught.value.message.endswith(".")
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("data", "body", "codes"),
    [
        ("<al>café</al>".encode("cp1252"), "café\n", ["encoding_guessed"]),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><al>caf\xc3\xa9</al>', "café\n", ["encoding_guessed"]),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?><al>caf\xe9</al>', "café\n", []),
        (b'<?xml version="1.0" encoding="utf-99"?><al>a</al>', "a\n", []),
        ('<?xml version="1.0" encoding="utf-16"?><al>café</al>'.encode("utf-16"), "café\n", []),
        (b"\xef\xbb\xbf<al>a</al>", "a\n", []),
        (b"\n <?xml version='1.0'?><al>a</al>", "a\n", []),
        (b"<al>a\x00b</al>", "a\ufffdb\n", ["nul_character"]),
        (b"<al>a\x07b&#0;&#x1f;</al>", "a\ufffdb\ufffd\ufffd\n", ["control_character", "control_character"]),
        (b"<al>caf&eacute; &lang; &LT; &nietbekend;</al>", "café ⟨ < &nietbekend;\n", ["named_reference"]),
        (b"<al>R&D, a & b</al>", "R&D, a & b\n", ["bare_ampersand"]),
        (b'<!DOCTYPE al SYSTEM "al.dtd"><al>a&nietbekend;b&euml;</al>', "a&nietbekend;bë\n", ["unknown_entity"]),
        (b"<vraag><al>a</al></vraag><antwoord><al>b</al></antwoord>", "a\nb\n", ["no_root_element"]),
        (b"<vraag><al>a</vraag>", "a\n", ["malformed_xml"]),
        (b"<vraag><al>afgebro", "afgebro\n", ["malformed_xml"]),
    ],
)
def test_xml_with_mistakes_is_read_with_a_finding(data, body, codes):
    text = read_xml(data)

    check_text(text)
    assert text.body == body
    assert [finding.code for finding in text.findings] == codes


def test_what_could_not_be_recovered_is_counted():
    text = read_xml(b"<a>" * 300 + b"twaalf tekens" + b"</a>" * 300)

    assert [finding.code for finding in text.findings] == ["malformed_xml", "nested_too_deep", "unknown_element"]
    assert "ongeveer 12 tekens konden niet worden gelezen" in text.findings[0].detail


def trees() -> st.SearchStrategy[str]:
    """XML of known and unknown elements nested in any way."""
    names = st.sampled_from([*sorted(name for name in HANDLERS if isinstance(name, str)), "onbekend"])
    text = st.sampled_from(["", " ", "\n  ", "a", "b ", " c", "é", "&#x301;", "1", "&#160;"])
    leaf = st.builds("<{0}>{1}</{0}>{2}".format, names, text, text)
    return st.recursive(
        leaf,
        lambda inner: st.builds(
            lambda name, before, children, after: f"<{name} id='n1'>{before}{''.join(children)}</{name}>{after}",
            names,
            text,
            st.lists(inner, max_size=4),
            text,
        ),
        max_leaves=15,
    )


@given(trees())
def test_every_letter_of_any_tree_is_in_the_body_and_in_a_block(inner):
    xml = f"<kamervragen>{inner}</kamervragen>"

    text = read(xml)

    if "<colspec" not in xml and "<spanspec" not in xml:
        assert sorted(letters(text.body)) == sorted(letters("".join(etree.fromstring(xml).itertext())))


@given(trees())
def test_text_without_notes_keeps_its_order(inner):
    xml = f"<kamervragen>{inner}</kamervragen>"
    if not any(f"<{name}" in xml for name in ("noot", "colspec", "spanspec")):
        assert letters(read(xml).body) == letters("".join(etree.fromstring(xml).itertext()))


@given(st.binary(max_size=60), st.sampled_from([b"", b"<a>", b"<?xml version='1.0'?><vraag><al>", b"<a>&#"]))
def test_any_bytes_are_read_or_refused(data, before):
    with suppress(ReadError):
        check_text(read_xml(before + data))


@pytest.mark.real
def test_real_documents_are_read_whole_and_without_findings():
    paths = sorted(Path(os.environ["KAMERVRAGEN_CORPUS"]).glob("dev/*.xml"))
    assert paths
    for path in paths:
        text = read_xml(path.read_bytes())
        check_text(text)
        assert text.findings == (), path.name
        source = "".join(etree.parse(path).getroot().itertext(etree.Element))
        assert sorted(letters(text.body)) == sorted(letters(source)), path.name
        assert {block.part for block in text.blocks} <= {"question", "answer"}, path.name
        assert sum(mark.kind == "note_marker" for mark in text.marks) == source_notes(path), path.name


def source_notes(path: Path) -> int:
    return len(list(etree.parse(path).getroot().iter("noot")))
