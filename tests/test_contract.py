import json

import pytest

from kamervragen.contract import from_json, to_json
from kamervragen.errors import StoreError
from parsing import parse_lines

BODY = (
    "Vragen van het lid Bakker (SP) aan de Minister van Defensie over vrede (ingezonden 1 april 2031).\n\n"
    "Antwoord van Minister Smit (Defensie) (ontvangen 9 april 2031).\n\nVraag 1 en 2\n\nKlopt dat?1\n\nAntwoord 1 en 2\nJa.\n"
)
KEYS = [
    "source", "id", "chamber", "form", "kind", "session_year", "number", "case_number", "subject", "numbered", "submitters", "addressees",
    "respondents", "on_behalf_of", "submitted_on", "received_on", "letter_date", "see_also", "questions", "answers", "footnotes", "remarks",
    "inferred", "segments", "findings",
]  # fmt: skip


def test_a_record_reads_back_from_its_json() -> None:
    parsed = parse_lines(BODY)

    assert from_json(json.loads(json.dumps(to_json(parsed)))) == parsed


def test_the_json_has_the_keys_of_the_contract() -> None:
    written = to_json(parse_lines(BODY), BODY)

    assert set(KEYS) <= set(written)
    assert written["submitters"] == [{"name": "Bakker", "party": "SP", "spans": [[19, 25], [27, 29]]}]
    assert written["submitted_on"] == "2031-04-01"
    assert written["questions"][0] == {"number": "1", "text": "Klopt dat?", "division": "shared", "spans": [[178, 188]]}
    assert written["body"] == BODY


def test_the_body_is_left_out_unless_asked_for() -> None:
    assert "body" not in to_json(parse_lines(BODY))


@pytest.mark.parametrize("broken", [{}, {"source": "a"}, {**to_json(parse_lines(BODY)), "kind": "nonsense"}])
def test_json_of_another_shape_is_refused_in_one_sentence(broken: dict[str, object]) -> None:
    with pytest.raises(StoreError, match="Dit is geen vastgelegd document"):
        from_json(broken)
