"""Pages of the official site, of the Chamber's site, and soup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kamervragen.errors import ReadError
from kamervragen.model import Fact, Text
from kamervragen.read.html import read_html
from kamervragen.terms import MediaType
from text_checks import check_text, letters

OFFICIAL = """<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Kamervraag 17</title>
<meta name="dcterms.identifier" content="ah-tk-20232024-17">
<meta name="OVERHEIDop.publicationName" content="Kamervragen (Aanhangsel)">
<style>p {color: red}</style><script>var vraag = "Vraag 9";</script></head><body>
<header><a href="/">De site</a></header><nav><ul><li>Zoeken</li></ul></nav>
<main><div class="stuk"><h1 class="kamervraagomschrijving_kop no-toc">Vragen van het lid
  <b>Van der Zand</b> (Duinpartij) over zand</h1>
<h1 class="kamervraagomschrijving_kop no-toc">Antwoord van Minister Helmgras</h1>
<!-- geen tekst -->
<div class="vraag"><h2>Vraag 1, 2</h2><p>Kent u het bericht?<sup><a href="#n1">1</a></sup></p>
<p>Waarom?<br>Daarom?<br><br>En hoe?</p>
<ul><li><p class="al">een</p><p>twee</p></li><li>drie<ul><li>vier</li></ul>vijf</li></ul></div>
<div class="antwoord"><p class="nummer">Antwoord 1, 2</p><h3>Kop</h3><p>Ja, 5 m<sup>2</sup>.</p>
<table><tr><th></th><th>2023</th></tr><tr><td>Zand</td><td><p>16.800</p></td></tr></table></div>
<div class="kamervraagopmerking"><h2>Mededeling</h2><p>Uitstel.</p></div>
<div class="raar">Vreemd <img src="kaart.png" alt="Kaart"></div>
<div class="voet noot" id="n1"><h2>X Noot</h2><span class="nootnum">1</span><p>Zandbode, <a href="https://krant.example/a">zand</a></p></div>
<div class="voet noot"><p><span class="nootnum">2</span> Helmkrant</p><p>Blz. 3</p></div>
</div></main><footer>Over deze site</footer></body></html>"""


def blocks(text: Text) -> list[tuple[str, str | None, int, str]]:
    """Kind, part, group and characters of the blocks."""
    return [(b.kind.value, b.part.value if b.part else None, b.group, text.body[slice(*b.span)]) for b in text.blocks]


def marks(text: Text) -> list[tuple[str, str, str]]:
    """Kind, target and characters of the marks."""
    return [(m.kind.value, m.target, text.body[slice(*m.span)]) for m in text.marks]


def read(page: str) -> Text:
    text = read_html(page.encode())
    check_text(text)
    return text


def test_a_page_of_the_official_site_becomes_blocks_with_part_and_group():
    text = read(OFFICIAL)

    assert blocks(text) == [
        ("furniture", None, -1, "De site"),
        ("furniture", None, -1, "Zoeken"),
        ("heading", "asked", -1, "Vragen van het lid Van der Zand (Duinpartij) over zand"),
        ("heading", "answered", -1, "Antwoord van Minister Helmgras"),
        ("label", "question", 0, "Vraag 1, 2"),
        ("paragraph", "question", 0, "Kent u het bericht?1"),
        ("paragraph", "question", 0, "Waarom?\nDaarom?"),
        ("paragraph", "question", 0, "En hoe?"),
        ("list_item", "question", 0, "een\ntwee"),
        ("list_item", "question", 0, "drie"),
        ("list_item", "question", 0, "vier"),
        ("list_item", "question", 0, "vijf"),
        ("label", "answer", 1, "Antwoord 1, 2"),
        ("heading", "answer", 1, "Kop"),
        ("paragraph", "answer", 1, "Ja, 5 m2."),
        ("row", "answer", 1, "2023"),
        ("row", "answer", 1, "Zand\t16.800"),
        ("heading", "remark", -1, "Mededeling"),
        ("paragraph", "remark", -1, "Uitstel."),
        ("paragraph", None, -1, "Vreemd"),
        ("furniture", None, -1, "X Noot"),
        ("note", None, -1, "1 Zandbode, zand"),
        ("note", None, -1, "2 Helmkrant"),
        ("note", None, -1, "Blz. 3"),
        ("furniture", None, -1, "Over deze site"),
    ]
    assert "\n\t2023\n" in text.body
    assert text.media_type is MediaType.HTML
    assert text.has_paragraphs


def test_a_page_of_the_official_site_has_marks_facts_and_findings():
    text = read(OFFICIAL)

    assert marks(text) == [
        ("link", "/", "De site"),
        ("bold", "", "Van der Zand"),
        ("note_marker", "n1", "1"),
        ("note_number", "n1", "1"),
        ("link", "https://krant.example/a", "zand"),
        ("note_number", "noot-2", "2"),
    ]
    assert [block.note for block in text.blocks if block.note] == ["n1", "noot-2", "noot-2"]
    assert text.facts == (
        Fact(name="title", value="Kamervraag 17"),
        Fact(name="dcterms.identifier", value="ah-tk-20232024-17"),
        Fact(name="OVERHEIDop.publicationName", value="Kamervragen (Aanhangsel)"),
    )
    assert [finding.code for finding in text.findings] == ["picture", "unknown_class"]
    assert (
        text.findings[1].detail == "De klasse «raar» is onbekend (komt 1 keer voor); de tekst ervan is bewaard als lopende tekst."
    )


def test_small_numbers_are_markers_where_the_page_has_such_a_note_and_no_links_to_notes():
    page = '<p>Wat?<sup>1</sup> Op 3 m<sup>2</sup></p><div class="voet noot"><span class="nootnum">1</span><p>Bron</p></div>'

    assert marks(read(page)) == [("note_marker", "noot-1", "1"), ("note_number", "noot-1", "1")]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "<article><header><h1>Kop</h1></header><p>Tekst</p><footer>Slot</footer></article>",
            ["heading", "paragraph", "paragraph"],
        ),
        ("<header><h1>Kop</h1></header><aside>Meer</aside>", ["furniture", "furniture"]),
        ("<div role='navigation'><p>Menu</p></div><p>Tekst</p>", ["furniture", "paragraph"]),
        ("<p>Kies <select><option>a</option></select> nu</p>", ["paragraph", "furniture", "paragraph"]),
        ("<dl><dt>Nummer</dt><dd>2024Z00017</dd></dl>", ["paragraph", "paragraph"]),
        ("<table><tr><td><div>a</div></td><td><h2>b</h2></td></tr></table>", ["paragraph", "heading"]),
        ("<ol><li>a</li><li><h2>b</h2>c</li></ol>", ["list_item", "heading", "list_item"]),
    ],
)
def test_blocks_have_the_kind_of_their_elements(page, expected):
    assert [block.kind.value for block in read(page).blocks] == expected


@pytest.mark.parametrize(
    ("page", "body"),
    [
        ("alleen tekst", "alleen tekst\n"),
        ("<p>a<b>b<p>c</b>d", "ab\ncd\n"),
        ("<pre>  a\n    b</pre>", "a\n    b\n"),
        ("<p>a<br>\n b <br/><br/> c</p>", "a\nb\nc\n"),
        ("<p>a<script>weg()</script>b<template>weg</template>c<!-- weg --></p>", "abc\n"),
        ("<p>31&nbsp;066 &euml; &#0; &#xD800;</p>", "31\u00a0066 ë \ufffd \ufffd\n"),
        ("<onbekend>a <x-y>b</x-y></onbekend> c", "a b c\n"),
        ("<tr><td>a<td>b<tr><td>c", "a\tb\nc\n"),
        ("<p>e<b>&#x301;</b>", "é\n"),
        ("<p>a\0b</p>", "a\ufffdb\n"),
        ("</p></div>a<<b>><p", "a<>\n"),
    ],
)
def test_soup_is_read(page, body):
    assert read(page).body == body


@pytest.mark.parametrize(
    ("data", "body", "codes"),
    [
        ("<p>café</p>".encode(), "café\n", []),
        (b"\xef\xbb\xbf<p>caf\xc3\xa9</p>", "café\n", []),
        ("<p>café</p>".encode("utf-16"), "café\n", []),
        ('<meta charset="iso-8859-1"><p>café «’»</p>'.encode("cp1252"), "café «’»\n", []),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15"><p>5 €</p>'.encode("iso-8859-15"),
            "5 €\n",
            [],
        ),
        ('<meta charset="iso-8859-1"><p>café</p>'.encode(), "café\n", ["encoding_guessed"]),
        ('<meta charset="utf-8"><p>café</p>'.encode("cp1252"), "café\n", ["encoding_guessed"]),
        ("<p>café</p>".encode("cp1252"), "café\n", ["encoding_guessed"]),
        ('<meta charset="unicode_escape"><p>caf\xe9 \\x41</p>'.encode("cp1252"), "café \\x41\n", ["encoding_guessed"]),
        (b"<p>a\0b</p>", "a\ufffdb\n", ["nul_character"]),
    ],
)
def test_the_encoding_is_told_by_mark_or_declaration_or_guessed_with_a_finding(data, body, codes):
    text = read_html(data)

    check_text(text)
    assert text.body == body
    assert [finding.code for finding in text.findings] == codes


@pytest.mark.parametrize("data", [b"", b" \n ", b"<!-- niets -->"])
def test_a_page_without_anything_is_refused(data):
    with pytest.raises(ReadError) as caught:
        read_html(data)

    assert caught.value.code == "empty"


def test_a_page_that_nests_deep_is_read_and_one_too_deep_gives_its_text_with_a_finding():
    deep = read("<div>" * 1_500 + "diep" + "</div>" * 1_500)
    too_deep = read("<p>eerst</p>" + "<div>" * 5_000 + "te diep")

    assert (deep.body, deep.findings) == ("diep\n", ())
    assert too_deep.body == "eerst\nte diep\n"
    assert [finding.code for finding in too_deep.findings] == ["malformed_html"]


TAGS = "p div b i a sup span br ul ol li table tr td th h2 nav footer article pre blockquote vreemd select img".split()
CLASSES = ("", "stuk", "vraag", "antwoord", "nummer", "voet noot", "nootnum", "kamervraagomschrijving_kop", "raar")


def pages() -> st.SearchStrategy[str]:
    """Tags, closed or not, and text in any order."""
    opened = st.builds('<{} class="{}" id="n1" href="#n1">'.format, st.sampled_from(TAGS), st.sampled_from(CLASSES))
    closed = st.builds("</{}>".format, st.sampled_from(TAGS))
    text = st.sampled_from(["a", " b ", "1", "\n", "é", "&#x301;", "&nbsp;", "X Noot", "<", "&", "c\n  d"])
    return st.lists(st.one_of(opened, closed, text), min_size=1, max_size=30).map("".join)


@given(pages())
def test_every_letter_of_any_page_is_in_the_body_in_order(page):
    text = read("<p>begin " + page)

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True)
    assert letters(text.body) == letters("".join(etree.fromstring(("<p>begin " + page).encode(), parser).itertext()))


@given(st.binary(min_size=1, max_size=60))
def test_any_bytes_are_read(data):
    check_text(read_html(b"<p>x" + data))
