"""What holds for any dossier."""

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from invented_filings import FILED_ON, filing, publication
from invented_filings import notice as make_notice
from kamervragen.dossiers import Document, Dossier
from kamervragen.link import link
from kamervragen.terms import AddresseeStatus, Kind
from kamervragen.timings import ANSWERED, WAITING
from kamervragen.track import track

OFFICES = (
    "Defensie",
    "Financiën",
    "Justitie en Veiligheid",
    "Rechtsbescherming",
    "Veiligheid en Justitie",
    "Waterwegen en Vuurtorens",
    "Natuur en Stikstof",
)
DAYS = st.none() | st.integers(-30, 90).map(lambda n: FILED_ON + timedelta(days=n))


def _offices(least: int = 1) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(OFFICES), min_size=least, max_size=4, unique=True).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> list[Document]:
    """The questions, and up to six publications that print their number; any office, any day, also none."""
    first = draw(_offices())
    made = [filing(asked=first)]
    for number in range(draw(st.integers(0, 6))):
        key = f"ah-tk-20302031-{1043 + number}"
        kind = draw(st.sampled_from([Kind.ANSWER, Kind.ANSWER, Kind.POSTPONEMENT, Kind.SUPPLEMENT, Kind.WITHDRAWAL]))
        make = make_notice if kind is Kind.POSTPONEMENT else publication
        made.append(
            make(
                key,
                **({} if kind is Kind.POSTPONEMENT else {"kind": kind}),
                asked=draw(st.sampled_from([(), first, first[:1]]) | _offices(0).map(lambda more: _union(first, more))),
                by=draw(_offices()),
                on_behalf=draw(_offices(0)) if draw(st.booleans()) else (),
                received=draw(DAYS),
                case="2031Z00042",
                see_also=draw(st.sampled_from([(), (), ("ah-tk-20302031-900",)])),
            )
        )
    return made


def _union(*lists: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for one in lists for each in one))


def _dossier(made: list[Document]) -> Dossier:
    return next(each for each in link(made) if each.key == "2031Z00042")


def _statuses(made: list[Document], today: date) -> dict[tuple[object, ...], AddresseeStatus]:
    return {each.office.identity: each.status for each in track(_dossier(made), today).clocks}


ONE_ASKED = publication("ah-tk-20302031-1043", asked=("Defensie",), by=("Financiën",), case="2031Z00042")
TWO_ASKED = publication(
    "ah-tk-20302031-1044", asked=("Defensie", "Rechtsbescherming"), by=("Rechtsbescherming",), case="2031Z00042"
)


LETTER = publication("bron-1", asked=(), by=("Financiën",), case="2031Z00042")
LONGER_LIST = publication("ah-tk-20302031-1045", asked=("Defensie", "Financiën"), by=("Natuur en Stikstof",), case="2031Z00042")


@example([filing(asked=("Defensie",)), LETTER, LONGER_LIST], frozenset({1}))
@example([filing(asked=("Defensie",)), ONE_ASKED, TWO_ASKED], frozenset({1}))
@given(documents(), st.frozensets(st.integers(1, 6)))
def test_a_further_document_never_makes_an_answered_addressee_wait_again(made: list[Document], kept: frozenset[int]) -> None:
    today = date(2031, 6, 1)
    before = _statuses([each for at, each in enumerate(made) if at == 0 or at in kept], today)
    after = _statuses(made, today)

    # An office that another spelling stands for in the larger dossier is compared under that spelling.
    answered = [each for each, status in before.items() if status in ANSWERED and each in after]
    assert not [each for each in answered if after[each] in WAITING]


@given(documents(), st.randoms(use_true_random=False), st.integers(0, 120))
def test_the_order_of_documents_does_not_matter(made: list[Document], random: object, n_days: int) -> None:
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    today = FILED_ON + timedelta(days=n_days)

    assert track(_dossier(shuffled), today) == track(_dossier(made), today)


@given(documents(), st.integers(-10, 120))
def test_tracking_twice_gives_equal_timings_with_a_sentence_for_each(made: list[Document], n_days: int) -> None:
    dossier, today = _dossier(made), FILED_ON + timedelta(days=n_days)
    told = track(dossier, today)

    assert told == track(dossier, today)
    assert all(each.reason and "{" not in each.reason for each in told.clocks)


@given(documents(), st.integers(0, 400))
def test_nobody_is_called_late_while_a_cited_number_is_not_read(made: list[Document], n_days: int) -> None:
    told = track(_dossier(made), FILED_ON + timedelta(days=n_days))

    if told.n_unread:
        assert not any(each.status is AddresseeStatus.OVERDUE or each.n_days_late for each in told.clocks)


@given(documents(), st.integers(0, 120))
def test_who_is_overdue_stays_so_as_days_pass(made: list[Document], n_days: int) -> None:
    today = FILED_ON + timedelta(days=n_days)
    now, later = track(_dossier(made), today), track(_dossier(made), today + timedelta(days=30))

    for one, other in zip(now.clocks, later.clocks, strict=True):
        if one.status is AddresseeStatus.OVERDUE:
            assert other.status is AddresseeStatus.OVERDUE
