"""What stands on a page of results for each hit."""

from datetime import date

import pytest
from django.utils import translation

from items import make_item
from kamervragen.search.records import Piece
from kamervragen.site.hit_lines import list_values, mark_matches, tell_context
from kamervragen.site.results import FacetView, HitView, ValueView
from kamervragen.terms import Field


def _hit(n_days: int | None = 18, **values: object) -> HitView:
    item = make_item(**values)
    return HitView(href="", reference="nr. 8", item=item, snippet=(), n_days=n_days, score=1.0)


def _told(n_days: int | None = 18, **values: object) -> str:
    with translation.override("nl"):
        return tell_context(_hit(n_days, **values))


def test_what_matches_is_marked_and_signs_are_no_html() -> None:
    pieces = [Piece(text="<b> en ", is_match=False), Piece(text="koffie & thee", is_match=True)]

    assert mark_matches(pieces) == "&lt;b&gt; en <mark>koffie &amp; thee</mark>"


def test_a_name_with_an_apostrophe_is_escaped_once() -> None:
    told = _told(submitters=("Van 't Rietveld",), parties=("P'A",), submitted_on=None, received_on=None)

    assert told == "Van &#x27;t Rietveld (P&#x27;A) · nr. 8"


def test_who_asked_whom_and_who_answered_stand_in_one_line() -> None:
    told = _told(submitters=("Zandstra",), addressees=("minister van Defensie",), respondents=("minister van Defensie",))

    assert told == (
        'Zandstra aan minister van Defensie · ingezonden <time datetime="2031-01-29">29 januari 2031</time> · '
        'beantwoord door minister van Defensie, na 18 dagen (<time datetime="2031-02-16">16 februari 2031</time>) · nr. 8'
    )


def test_the_line_is_in_the_language_of_the_page() -> None:
    hit = _hit(2, submitters=("Zandstra",), addressees=("minister van Defensie",), respondents=("Arends", "Bos"))
    with translation.override("nl"):
        dutch = tell_context(hit)
    with translation.override("en"):
        english = tell_context(hit)
    with translation.override("nl"):
        assert tell_context(hit) == dutch

    assert "Zandstra aan minister" in dutch
    assert "beantwoord door Arends en Bos, na 2 dagen" in dutch
    assert "Zandstra to minister" in english
    assert "answered by Arends and Bos, after 2 days" in english


@pytest.mark.parametrize(
    ("n_days", "expected"),
    [(1, ", na 1 dag ("), (1_200, ", na 1.200 dagen ("), (None, "uitstel gemeld door minister van Defensie (")],
)
def test_days_are_counted_where_both_are_printed_in_order(n_days: int | None, expected: str) -> None:
    told = _told(n_days, kind="postponement", respondents=("minister van Defensie",), received_on=date(2031, 2, 16))

    assert expected in told


def test_a_value_of_a_facet_chooses_or_leaves_and_says_how_many_hits_have_it() -> None:
    values = (
        ValueView(value="P&A", n_hits=1_200, is_chosen=False, href="/zoeken?q=a&fractie=P%26A"),
        ValueView(value="Partij B", n_hits=7, is_chosen=True, href="/zoeken?q=a"),
    )
    with translation.override("nl"):
        listed = list_values(FacetView(field=Field.PARTY, values=values))

    assert listed == (
        '<li><a href="/zoeken?q=a&amp;fractie=P%26A">P&amp;A</a> <span class="count">1.200</span></li>\n'
        '<li><a href="/zoeken?q=a" aria-current="true">Partij B<span class="visually-hidden"> (weghalen)</span></a> '
        '<span class="count">7</span></li>\n'
    )
