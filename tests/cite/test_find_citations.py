import pytest

from kamervragen.cite import find_citations
from kamervragen.model import Text
from kamervragen.terms import MediaType

FORMS = [
    ("Zie ook Aanhangsel Handelingen, vergaderjaar 2030–2031, nr. 1047.", ["ah-tk-20302031-1047"]),
    ("Zie ook Aanhangsels Handelingen,vergaderjaar 2030–2031, nr. 1767 en 1775", ["ah-tk-20302031-1767", "ah-tk-20302031-1775"]),
    ("Zie ookAanhangsel Handelingen, vergaderjaar\n2030-2031,\nnr. 3", ["ah-tk-20302031-3"]),
    ("Aanhangsel van de Handelingen, vergaderjaar 2030–2031, nr. 76 (2031D39037)", ["ah-tk-20302031-76"]),
    ("(Aanhangsel Handelingen II 2030/31, nr. 844)", ["ah-tk-20302031-844"]),
    ("Aanhangsel Handelingen I 2030/31, nr. 4", ["ah-ek-20302031-4"]),
    ("Aanhangsel van de Handelingen Eerste Kamer, vergaderjaar 2030–2031, nr. 4", ["ah-ek-20302031-4"]),
    ("(Aanhangsel Handelingen, vergaderjaar 2030–203, nr. 844)", [None]),
    ("Aanhangsel Handelingen, vergaderjaar 2030–2031, nrs. 4, 5 en 6", [f"ah-tk-20302031-{number}" for number in (4, 5, 6)]),
    ("Kamerstuk 29 383, nr. 384", []),
]


@pytest.mark.parametrize(("printed", "targets"), FORMS)
def test_a_reference_names_these_publications(printed: str, targets: list[str | None]) -> None:
    citations = find_citations(Text(body=printed, media_type=MediaType.PLAIN, reader="test"))

    assert [citation.target for citation in citations] == targets
    assert all(printed[citation.span.start : citation.span.end].strip() for citation in citations)
