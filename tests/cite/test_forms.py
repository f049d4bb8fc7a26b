"""What is looked for first, because it is cheap, stands in everything that a form finds."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.cite.references import FORMS
from kamervragen.errors import KamervragenError
from kamervragen.model import RawDocument
from kamervragen.pipeline import process

REFERENCES = (
    "BWBR0005537", "CVDR12345", "jci1.3:c:BWBR0001854&artikel=137", "ECLI:NL:HR:2019:1234", "Richtlijn 95/46/EG", "32016R0679",
    "Verordening (EU) 2016/679", "kaderbesluit 2002/584/JBZ", "aanbeveling 2003/361/EG", "COM(2021) 206", "COM (2021) 206",
    "https://krant.example/bericht", "www.krant.example", "krant.nl/bericht", "https:/ /krant.example", "Kamerstuk 29 383, nr. 4",
    "29383-4", "36 410 XIV, nr. 12", "Kamerstukken II 2023/24, 36410-XIV, nr. 3", "2031Z00042", "2031 Z 00042", "2031z00042",
    "2031D12345", "42031D12345", "Stb. 2020, 12", "artikel 3 van de Grondwet", "Aanhangsel Handelingen II 2023/24, nr. 4",
    "zie het antwoord op vraag 3", "Krant, 3 mei 2023, «Een bericht»",
)  # fmt: skip
BETWEEN = (" ", "\n", ", ", "(", ") ", "; zie ", "\n1 ", "«", "» ")


@given(st.lists(st.tuples(st.sampled_from(REFERENCES), st.sampled_from(BETWEEN), st.text(max_size=3)), max_size=4))
def test_a_form_finds_the_same_as_its_pattern(parts: list[tuple[str, str, str]]) -> None:
    body = "".join(word for part in parts for word in part)

    for form in FORMS:
        assert [each.span() for each in form.find(body)] == [each.span() for each in form.pattern.finditer(body)]


@pytest.mark.real
def test_a_form_finds_the_same_as_its_pattern_in_real_documents() -> None:
    for path in sorted((Path(os.environ["KAMERVRAGEN_CORPUS"]) / "dev").iterdir()):
        try:
            body = process(RawDocument(name=path.name, data=path.read_bytes(), origin=str(path))).text.body
        except KamervragenError:
            continue
        for form in FORMS:
            assert [each.span() for each in form.find(body)] == [each.span() for each in form.pattern.finditer(body)], path
