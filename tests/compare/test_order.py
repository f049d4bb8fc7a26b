"""The order in which documents arrive changes nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from comparing import series, series_documents
from kamervragen.compare import compare
from kamervragen.dossiers import Document
from kamervragen.link import link


@given(st.permutations(series_documents()))
@settings(max_examples=8, deadline=None)
def test_documents_in_any_order_give_the_same_comparison(documents: list[Document]) -> None:
    (dossier,) = link(documents)

    assert compare(dossier) == compare(series())


def test_comparing_twice_gives_the_same() -> None:
    assert compare(series()) == compare(series())
