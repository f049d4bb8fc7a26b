"""The page of figures: what it counts, that each number leads to the dossiers behind it, and that it claims nothing of too few."""

import csv
import io
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Browser

from browsing import AXE, DESKTOP, PHONE, serve_site, visit
from filed_rows import DEFENCE, FINANCE, INTERIOR, FiledRow, Office, date_record, invent_filings, write_filings
from kamervragen.folding import make_slug
from kamervragen.site.filing_rows import read_filings
from kamervragen.site.filings import ALL_KNOWN, STATUSES, FilingChoice, chosen_addressees
from kamervragen.store.last_day import find_last_day
from kamervragen.terms import AddresseeStatus
from kamervragen.track.figures import Addressed, Filed, count
from records import make_tables, record_in
from seen_pages import get, link_of, main_of, read, rows_of
from site_records import EXAMPLES, record_of

FIRST, LAST = date(2026, 1, 1), date(2031, 4, 15)
MANY = invent_filings(150, FIRST, LAST)


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A record of the bundled examples, with many invented dossiers in the place of theirs."""
    with record_of(tmp_path_factory.mktemp("figures"), [EXAMPLES]):
        write_filings(MANY)
        yield


@pytest.fixture
def filed(tmp_path: Path) -> Iterator[None]:
    """A record of one letter, dated on the last day, for tests that write their own dossiers."""
    with record_in(tmp_path):
        make_tables()
        date_record(LAST)
        yield


def series(n: int, *offices: Office, on: date | None = date(2031, 1, 10), **more: object) -> list[FiledRow]:
    return [FiledRow(on=on, offices=offices, **more)] * n  # type: ignore[arg-type]


def chart_of(address: str, name: str) -> dict[str, object]:
    return next(each for each in get(address).json()["charts"] if each["name"] == name)


def values_of(chart: dict[str, object]) -> list[list[object]]:
    return [[cell["value"] for cell in row] for row in chart["rows"]]  # type: ignore[attr-defined]


def known(filed: FiledRow) -> Filed:
    """The same filing as `track.figures` counts it, without the store between."""
    has_term = filed.on is not None and filed.chamber == "tk"

    def day(n: int | None) -> date | None:
        return filed.on + timedelta(days=n) if filed.on and n is not None else None

    offices = tuple(
        Addressed(
            each.ministry,
            day(21) if has_term else None,
            day(each.answered),
            day(each.postponed),
            day(each.withdrawn),
            day(each.answered) is None
            and day(each.withdrawn) is None
            and (
                filed.n_unread > 0
                or each.answered is not None
                or each.status in (AddresseeStatus.UNKNOWN, AddresseeStatus.WITHDRAWN)
            ),
        )
        for each in filed.offices
    )
    parties = tuple(make_slug(each) for each in filed.parties if each)
    return Filed(filed.on, tuple(dict.fromkeys(parties)), offices, filed.n_unread)


COUNTED = [known(each) for each in MANY if each.chamber != "ek" and each.form == "written"]


def test_the_last_day_is_the_last_that_a_publication_is_dated(invented: None) -> None:
    assert find_last_day() == LAST


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [
        (FilingChoice(), COUNTED),
        (FilingChoice(year="2029"), [each for each in COUNTED if each.submitted_on and each.submitted_on.year == 2029]),
        (FilingChoice(ministry=FINANCE), [each for each in COUNTED if any(one.ministry == FINANCE for one in each.addressees)]),
    ],
)
def test_the_store_gives_the_figures_of_what_was_filed(invented: None, choice: FilingChoice, chosen: list[Filed]) -> None:
    ministry = choice.ministry or None
    assert count(read_filings(choice, LAST), LAST, ministry) == count(chosen, LAST, ministry)


@pytest.mark.parametrize("address", ["/cijfers.json?jaar=2030", f"/cijfers.json?ministerie={DEFENCE}"])
def test_each_number_leads_to_a_list_that_says_the_same_number(invented: None, address: str) -> None:
    seen = 0
    for chart in get(address).json()["charts"]:
        names = [column["name"] for column in chart["columns"]]
        for row in chart["rows"]:
            for name, cell in zip(names, row, strict=True):
                if cell["href"].startswith("/dossiers"):
                    path, _, query = cell["href"].partition("?")
                    listed = get(f"{path}.json?{query}").json()
                    found = listed["n_found"] if name == "keer" else listed["n_addressees"]
                    assert (cell["href"], found) == (cell["href"], cell["value"])
                    seen += 1
    assert seen > 30


def test_every_number_of_dossiers_that_is_not_0_is_a_link(invented: None) -> None:
    for chart in get("/cijfers.json").json()["charts"]:
        for column, cells in zip(chart["columns"], zip(*chart["rows"], strict=True), strict=True):
            if column["unit"] == "number":
                without = [cell for cell in cells if cell["value"] and not cell["href"]]
                assert len(without) <= (
                    chart["name"] == "eerste-en-laatste-antwoord"
                )  # the time between has a part of the series


def test_half_is_answered_on_the_day_that_the_title_says(filed: None) -> None:
    write_filings(series(12, Office(answered=10)) + series(12, Office(answered=30)) + series(8, Office()))
    html = main_of("/cijfers")
    assert "<h2" in html
    assert "De helft van de gevraagde bewindspersonen heeft volgens dit register binnen 30 dagen geantwoord" in html
    chart = chart_of("/cijfers.json", "wachttijd")
    assert [row[:3] for row in values_of(chart)][:5] == [
        [0, 0.0, 32],
        [7, 0.0, 32],
        [14, 37.5, 20],
        [21, 37.5, 20],
        [28, 37.5, 20],
    ]
    assert values_of(chart)[-1] == [84, 75.0, 8]


def test_who_waits_counts_until_the_last_day_and_half_may_not_be_reached(filed: None) -> None:
    write_filings(series(10, Office(answered=10)) + series(15, Office()))
    assert "Na 95 dagen heeft volgens dit register nog niet de helft van de gevraagde bewindspersonen geantwoord" in read(
        "/cijfers"
    )


def test_of_whom_something_is_unread_counts_as_neither_answered_nor_late_and_the_page_says_so(filed: None) -> None:
    write_filings(series(25, Office(answered=10)) + series(7, Office(), n_unread=2) + series(3, Office(postponed=15), n_unread=1))
    words = read("/cijfers")
    assert "Bij 10 is niet te zeggen of er antwoord is, omdat niet alles gelezen is waarnaar de documenten verwijzen" in words
    waiting, in_time = chart_of("/cijfers.json", "wachttijd"), chart_of("/cijfers.json", "op-tijd")
    assert values_of(waiting)[1:3] == [[7, 0.0, 28], [14, 89.3, 3]]
    assert values_of(in_time)[-1] == ["2031", 25, 25, 100.0, 0, 0.0, 0]


def test_notices_that_may_exist_make_the_share_a_least_one(filed: None) -> None:
    write_filings(series(15, Office(answered=30, postponed=20)) + series(15, Office(answered=12), n_unread=1))
    words = read("/cijfers")
    assert "Van elke 100 gevraagden hier antwoorden er 50 op tijd; ten minste 50 vragen uitstel" in words
    assert "Wiens antwoord niet in dit register staat, telt als niet op tijd." in words
    assert "Bij nog 15 kan een uitstelbericht bestaan dat niet gelezen is." in words


def test_first_and_last_answers_of_series_are_told_apart(filed: None) -> None:
    write_filings(
        series(25, Office(answered=14), Office(answered=40, ministry=INTERIOR)) + series(4, Office(), Office(), n_unread=1)
    )
    chart = chart_of("/cijfers.json", "eerste-en-laatste-antwoord")
    assert chart["answer"] == "Het eerste antwoord is er de helft van de keren binnen 14 dagen, het laatste binnen 40 dagen"
    assert values_of(chart) == [
        ["eerste", 25, 14, 14, 14, 100.0, 100.0, 100.0, 100.0],
        ["laatste", 25, 40, 40, 40, 0.0, 100.0, 100.0, 100.0],
        ["tussen", 25, 26, 26, 26, 0.0, 100.0, 100.0, 100.0],
    ]
    assert "Bij nog 4 is niet van iedereen te zeggen of en wanneer er antwoord kwam" in str(chart["basis"])


def test_the_ministry_that_waits_shortest_and_longest_is_named_with_its_days(filed: None) -> None:
    write_filings(
        series(20, Office(answered=9), Office(answered=35, ministry=INTERIOR)) + series(3, Office(answered=1, ministry=FINANCE))
    )
    chart = chart_of("/cijfers.json", "wachttijd-per-ministerie")
    assert chart["answer"] == (
        "Het kortst wacht men bij Defensie: de helft antwoordt binnen 9 dagen; het langst bij Binnenlandse Zaken en"
        " Koninkrijksrelaties: 35 dagen"
    )
    assert values_of(chart)[-1] == [FINANCE, 3, 3, None, None, None]


def test_of_too_few_nothing_is_said_or_drawn(filed: None) -> None:
    write_filings(series(5, Office(answered=10), Office()))
    html = main_of("/cijfers")
    assert "<svg" not in html
    assert "Te weinig gegevens om dit te zeggen: 10, en we noemen pas een uitkomst vanaf 20." in read("/cijfers")
    assert [chart["answer"] for chart in get("/cijfers.json").json()["charts"]] == [""] * 8
    assert not any(cell for row in rows_of(html) for cell in row if "%" in cell)


def test_an_empty_record_says_that_there_is_nothing_to_count(tmp_path: Path) -> None:
    with record_in(tmp_path):
        make_tables()
        for address in ("/cijfers", "/dossiers"):
            assert "In het register staat nog niets wat hier geteld kan worden." in read(address)
        assert get("/en/cijfers").status_code == 200


def test_days_that_cannot_be_right_give_no_time_and_can_be_looked_at(filed: None) -> None:
    write_filings(series(25, Office(answered=10)) + series(1, Office(answered=-4)) + series(1, Office(answered=200)))
    html = main_of("/cijfers")
    assert link_of(html, "2 bewindspersonen") == "/dossiers?status=dag-klopt-niet"
    assert get("/dossiers.json?status=dag-klopt-niet").json()["n_addressees"] == 2
    assert chart_of("/cijfers.json", "wachttijd")["rows"][0][2]["value"] == 25  # type: ignore[index]


def test_filings_without_day_are_counted_apart_and_can_be_looked_at(filed: None) -> None:
    write_filings(series(20, Office(answered=10)) + series(2, Office(), on=None))
    assert link_of(main_of("/cijfers"), "2 keer vragen") == "/dossiers?jaar=-"
    assert get("/dossiers.json?jaar=-").json()["n_found"] == 2


def test_filings_of_the_eerste_kamer_and_oral_ones_are_not_counted(filed: None) -> None:
    write_filings(series(3, Office(answered=10)) + series(2, Office(), chamber="ek") + series(2, Office(), form="oral"))
    assert get("/cijfers.json").json()["n_filings"] == 3


def test_a_choice_narrows_and_leaves_out_the_chart_that_would_divide_by_it(invented: None) -> None:
    names = [chart["name"] for chart in get(f"/cijfers.json?ministerie={DEFENCE}&jaar=2030").json()["charts"]]
    assert names == ["wachttijd", "wachttijd-per-fractie", "op-tijd", "aantal-gevraagden", "eerste-en-laatste-antwoord"]
    assert f'<option value="{DEFENCE}" selected>Defensie</option>' in main_of(f"/cijfers?ministerie={DEFENCE}&jaar=2030")


@pytest.mark.parametrize(
    "address",
    [
        "/cijfers?jaar=2030-2031",
        "/cijfers?ministerie=<b>",
        "/dossiers?status=laat",
        "/dossiers?gevraagden=veel",
        "/dossiers?gewacht=-1",
        "/cijfers/aantal.svg?taal=fr",
    ],
)
def test_what_is_not_understood_is_said(invented: None, address: str) -> None:
    assert get(address).status_code == 400


@pytest.mark.parametrize(
    "address", ["/cijfers/niets.csv", "/cijfers/niets.svg", "/cijfers/wachttijd.svg?jaar=1999", "/dossiers?pagina=99"]
)
def test_what_is_not_there_is_not_found(invented: None, address: str) -> None:
    assert get(address).status_code == 404


def test_a_table_is_given_as_csv_with_the_names_that_are_documented(filed: None) -> None:
    write_filings(series(20, Office(answered=9)) + series(10, Office(answered=30, postponed=20), on=date(2030, 3, 1)))
    response = get("/cijfers/op-tijd.csv")
    assert response["Content-Type"].startswith("text/csv; charset=utf-8")
    assert response.content.decode().splitlines() == [
        "jaar,termijn_voorbij,op_tijd,op_tijd_procent,uitgesteld,uitgesteld_procent,misschien_uitgesteld",
        "alle,30,20,66.7,10,33.3,0",
        "2031,20,20,100.0,0,0.0,0",
        "2030,10,0,,10,,0",
    ]


def test_every_table_of_the_page_is_given_as_csv_and_its_names_stand_in_the_documentation(invented: None) -> None:
    documented = (Path(__file__).parent.parent.parent / "docs/statistics.md").read_text(encoding="utf-8")
    for chart in get("/cijfers.json").json()["charts"]:
        rows = list(csv.reader(io.StringIO(get(f"/cijfers/{chart['name']}.csv").content.decode())))
        assert rows[0] == [column["name"] for column in chart["columns"]]
        assert len(rows) == 1 + len(chart["rows"])
        assert f"`{chart['name']}`" in documented
        assert all(f"`{name}`" in documented for name in rows[0])


def test_a_chart_is_given_as_a_picture_in_either_language_with_its_title(invented: None) -> None:
    dutch, english = get("/cijfers/op-tijd.svg"), get("/cijfers/op-tijd.svg?taal=en")
    assert dutch["Content-Type"] == english["Content-Type"] == "image/svg+xml"
    assert "uitgesteld" in dutch.content.decode()
    assert "postponed" in english.content.decode()
    assert "var(" not in dutch.content.decode()
    assert "Kamervragen: geteld in het register, tot en met 15 april 2031" in dutch.content.decode()


def test_a_chart_in_a_page_has_its_answer_as_its_text_and_needs_no_style_or_script(invented: None) -> None:
    html = main_of("/cijfers")
    for chart in get("/cijfers.json").json()["charts"]:
        assert f'role="img" aria-label="{chart["answer"]}"' in html
    assert re.findall(r"<(?:style|script|image|a)\b[^>]*>", "".join(re.findall(r"<svg.*?</svg>", html, re.S))) == []
    assert " style=" not in html


def test_an_unchanged_record_is_not_counted_again(invented: None) -> None:
    main_of("/cijfers")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        main_of("/cijfers")
    assert {re.search(r'FROM "(\w+)"', each["sql"])[1] for each in queries} == {"store_stamp"}  # type: ignore[index]


def test_what_draws_is_no_part_of_the_process_that_serves(invented: None) -> None:
    assert "<svg" in main_of("/cijfers")
    assert "vl_convert" not in sys.modules


def test_a_page_has_its_tables_when_drawing_fails(filed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    write_filings(series(25, Office(answered=10)))
    monkeypatch.setattr(sys, "executable", "/bin/false")
    words = read("/cijfers")
    assert "De grafiek kon nu niet worden getekend; de tabel zegt hetzelfde." in words
    assert ["14", "100,0 %", "0"] not in rows_of(main_of("/cijfers"))
    assert ["7", "0,0 %", "25"] in rows_of(main_of("/cijfers"))


def _violations(page) -> list[str]:
    page.evaluate(AXE.read_text())
    run = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
    return [f"{each['id']}: {node['html'][:200]}" for each in page.evaluate(run) for node in each["nodes"]]


@pytest.mark.browser
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_page_with_all_its_charts_is_fit_for_all_readers_and_light(invented: None, browser: Browser, prefix: str) -> None:
    with serve_site() as address, visit(browser, f"{address}{prefix}/cijfers", DESKTOP) as seen:
        assert 0 < sum(seen.weights.values()) <= 150_000
        assert seen.complaints == []
        seen.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        for size, scheme in product((PHONE, DESKTOP), ("light", "dark")):
            seen.page.set_viewport_size({"width": size[0], "height": size[1]})
            seen.page.emulate_media(color_scheme=scheme)
            assert _violations(seen.page) == [], (size, scheme)
            drawings = seen.page.locator("svg:visible")
            assert drawings.count() == seen.page.locator("figure.chart").count() == 8
            assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.browser
def test_no_letter_of_a_chart_is_smaller_than_twelve_pixels_on_a_phone_or_lies_outside_it(
    invented: None, browser: Browser
) -> None:
    sizes = """() => [...document.querySelectorAll('.chart-narrow svg')].flatMap((svg) => {
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width, right = innerWidth;
        return [...svg.querySelectorAll('text')].map((text) => [
            parseFloat(getComputedStyle(text).fontSize) * scale, text.getBoundingClientRect().right <= right, text.textContent]);
    })"""
    with serve_site() as address, visit(browser, f"{address}/cijfers", PHONE) as seen:
        texts = seen.page.evaluate(sizes)
        assert len(texts) > 60
        assert [text for size, is_inside, text in texts if size < 12 or not is_inside] == []


@pytest.mark.postgres
def test_postgresql_gives_the_same_figures_and_lists(tmp_path: Path, postgres_url: str) -> None:
    with record_in(tmp_path, postgres_url):
        make_tables()
        date_record(LAST)
        write_filings(MANY)
        total = count(read_filings(FilingChoice(), LAST), LAST).total
        assert total == count(COUNTED, LAST).total
        listed = {status: chosen_addressees(FilingChoice(status=status), LAST).count() for status in (*STATUSES, ALL_KNOWN)}
        told = ("beantwoord", "onbekend", "dag-klopt-niet", "termijn-voorbij", "op-tijd", "uitgesteld", "misschien-uitgesteld")
        assert tuple(listed[status] for status in told) == (
            total.n_answered,
            total.n_unknown,
            total.n_odd,
            total.n_due,
            total.n_in_time,
            total.n_postponed,
            total.n_perhaps_postponed,
        )
        assert listed["op-tijd"] + listed["niet-op-tijd"] == total.n_due
        assert listed["beantwoord"] + listed["open"] + listed["ingetrokken"] + listed["onbekend"] == total.n_addressees
        waited = {n: chosen_addressees(FilingChoice(waited=n), LAST).count() for n in (0, 21, 42)}
        assert waited == {n: total.curve.n_at_risk(n) for n in waited}
