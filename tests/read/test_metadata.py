"""Metadata files in both containers: fields as facts and as lines."""

import pytest

from kamervragen.errors import ReadError
from kamervragen.model import Fact
from kamervragen.read.metadata import read_metadata
from kamervragen.terms import MediaType
from text_checks import check_text

FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<metadata_gegevens>
  <metadata name="DC.identifier" scheme="OVERHEIDop.AhTkID" content="ah-tk-20232024-17"/>
  <metadata name="DC.type" scheme="OVERHEID.Informatietype" content="officiële publicatie"/>
  <metadata name="DC.type" scheme="OVERHEIDop.Parlementair" content="Antwoord"/>
  <metadata name="OVERHEIDop.indiener" scheme="" content="A. van der Zand"/>
  <metadata name="OVERHEIDop.indiener" scheme="" content="B. Helm"/>
  <metadata name="OVERHEIDop.datumOntvangst" scheme="" content="20090-02-31"/>
  <metadata name="OVERHEIDop.gebiedsmarkering" scheme="" content="Adres">
    <metadata name="OVERHEIDop.woonplaats" scheme="" content="Zandvoort"/>
  </metadata>
  <metadata name="OVERHEIDop.aanhangsel" scheme="" content=""/>
</metadata_gegevens>"""

OWMS = """<owms-metadata xmlns:dcterms="http://purl.org/dc/terms/">
  <owmskern><dcterms:identifier>ah-tk-20232024-17</dcterms:identifier>
    <dcterms:type scheme="OVERHEIDop.Parlementair">Antwoord</dcterms:type></owmskern>
  <owmsmantel><dcterms:hasVersion resourceIdentifier="https://site.example/x"/><dcterms.modified>2024-05-17</dcterms.modified></owmsmantel>
</owms-metadata>"""


def test_every_field_is_a_fact_as_printed_in_order_with_repeats():
    text = read_metadata(FLAT.encode())

    assert text.facts == (
        Fact(name="DC.identifier", value="ah-tk-20232024-17"),
        Fact(name="DC.type", value="officiële publicatie"),
        Fact(name="DC.type", value="Antwoord"),
        Fact(name="OVERHEIDop.indiener", value="A. van der Zand"),
        Fact(name="OVERHEIDop.indiener", value="B. Helm"),
        Fact(name="OVERHEIDop.datumOntvangst", value="20090-02-31"),
        Fact(name="OVERHEIDop.gebiedsmarkering", value="Adres"),
        Fact(name="OVERHEIDop.woonplaats", value="Zandvoort"),
        Fact(name="OVERHEIDop.aanhangsel", value=""),
    )
    assert text.media_type is MediaType.XML


def test_every_field_is_a_line_of_the_body():
    text = read_metadata(FLAT.encode())

    check_text(text)
    assert text.body.splitlines() == [
        "DC.identifier (OVERHEIDop.AhTkID): ah-tk-20232024-17",
        "DC.type (OVERHEID.Informatietype): officiële publicatie",
        "DC.type (OVERHEIDop.Parlementair): Antwoord",
        "OVERHEIDop.indiener: A. van der Zand",
        "OVERHEIDop.indiener: B. Helm",
        "OVERHEIDop.datumOntvangst: 20090-02-31",
        "OVERHEIDop.gebiedsmarkering: Adres",
        "OVERHEIDop.woonplaats: Zandvoort",
        "OVERHEIDop.aanhangsel:",
    ]
    assert [block.kind for block in text.blocks] == ["furniture"] * 9


def test_the_other_container_gives_names_with_their_prefix():
    text = read_metadata(OWMS.encode())

    check_text(text)
    assert [(fact.name, fact.value) for fact in text.facts] == [
        ("dcterms:identifier", "ah-tk-20232024-17"),
        ("dcterms:type", "Antwoord"),
        ("dcterms:hasVersion", "https://site.example/x"),
        ("dcterms.modified", "2024-05-17"),
    ]


def test_text_between_fields_is_kept():
    text = read_metadata(b'<metadata_gegevens><metadata name="a" content="b">c</metadata> los </metadata_gegevens>')

    assert text.body == "a: b\na: c\ntekst: los\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"junk", "malformed"), (b'<!DOCTYPE a [<!ENTITY x "y">]><metadata_gegevens/>', "unsafe")],
)
def test_bad_bytes_are_refused(data, code):
    with pytest.raises(ReadError) as caught:
        read_metadata(data)

    assert caught.value.code == code
