"""What files of people claim, and what of them is reported as no good."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamervragen.errors import InputError
from kamervragen.people.assemble import Assembly, assemble
from kamervragen.people.claims import Claim, HoldingClaim, NameClaim, from_json, kind_of, to_json
from kamervragen.people.foreign import Fault, Reading
from kamervragen.people.reading import has_next_page, read_people
from kamervragen.people.records import Person
from kamervragen.people.table import COLUMNS
from kamervragen.terms import Role

CONTEXT = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/$metadata#"
PERSOON = {
    "Id": "AAAA-1", "Nummer": 7, "Initialen": "J.J.", "Tussenvoegsel": "van", "Achternaam": "Raaf", "Roepnaam": "Jos",
    "Verwijderd": False, "GewijzigdOp": "2030-02-01T10:00:00+01:00",
}  # fmt: skip
FRACTIE = {"Id": "FFFF-1", "Nummer": 1, "Afkorting": "SP", "NaamNL": "Socialistische Partij", "Verwijderd": False}
ZETEL = {"Id": "CCCC-1", "Fractie_Id": "FFFF-1", "Gewicht": 3, "Verwijderd": False}
HOUDER = {
    "Id": "DDDD-1", "FractieZetel_Id": "CCCC-1", "Persoon_Id": "AAAA-1", "Functie": "Lid", "Van": "2029-01-01", "TotEnMet": None,
    "Verwijderd": False, "ApiGewijzigdOp": "2030-03-01T00:00:00Z",
}  # fmt: skip
CSV = ",".join(COLUMNS) + "\n"


def read_page(entity: str, *rows: object, context: bool = True) -> Reading:
    page: dict[str, object] = {"value": list(rows)}
    if context:
        page["@odata.context"] = CONTEXT + entity
    return read_people(json.dumps(page).encode(), f"{entity}.json")


def assembled(*readings: Reading) -> Assembly:
    return assemble(claim for reading in readings for claim in reading.claims)


def only_person(*readings: Reading) -> Person:
    (person,) = assembled(*readings).persons
    return person


def test_four_pages_of_open_data_make_a_person_with_a_seat() -> None:
    pages = [
        read_page("FractieZetelPersoon", HOUDER), read_page("FractieZetel", ZETEL), read_page("Fractie", FRACTIE),
        read_page("Persoon", PERSOON),
    ]  # fmt: skip

    person = only_person(*pages)

    assert (person.key, person.name) == ("aaaa-1", "Jos van Raaf (J.J.)")
    (seat,) = person.seats
    assert (seat.party, seat.period.first, seat.period.last) == ("SP", date(2029, 1, 1), None)
    assert [seat.is_on(day) for day in (date(2028, 12, 31), date(2030, 3, 1), date(2030, 3, 2))] == [False, True, None]
    assert "FractieZetelPersoon dddd-1" in seat.source


@given(st.permutations(["Persoon", "Fractie", "FractieZetel", "FractieZetelPersoon"]))
def test_the_order_of_files_plays_no_part(order: list[str]) -> None:
    rows = {"Persoon": PERSOON, "Fractie": FRACTIE, "FractieZetel": ZETEL, "FractieZetelPersoon": HOUDER}

    assert assembled(*(read_page(entity, rows[entity]) for entity in order)) == assembled(
        *(read_page(entity, row) for entity, row in rows.items())
    )


@pytest.mark.parametrize(
    ("entity", "row"), [("Persoon", PERSOON), ("Fractie", FRACTIE), ("FractieZetel", ZETEL), ("FractieZetelPersoon", HOUDER)]
)
def test_a_page_without_context_is_known_by_its_fields(entity: str, row: object) -> None:
    assert read_page(entity, row, context=False) == read_page(entity, row)


def test_a_row_that_was_removed_and_one_with_only_an_id_are_no_faults() -> None:
    reading = read_page("Persoon", {**PERSOON, "Verwijderd": True}, {"Id": "AAAA-2", "Verwijderd": False})

    assert (reading.claims, reading.removed, reading.faults) == ((), ("tk:aaaa-1",), ())
    assert reading.skipped == (("er staat alleen een Id", 1),)
    assert reading.n_rows == 2


def test_what_is_malformed_is_named_row_by_row_and_the_rest_holds() -> None:
    reading = read_page(
        "FractieZetelPersoon",
        HOUDER,
        {**HOUDER, "Id": "D2", "Van": "2030-02-31"},
        {**HOUDER, "Id": "D3", "Persoon_Id": None},
        {**HOUDER, "Id": "D4", "TotEnMet": "2028-01-01"},
        {**HOUDER, "Id": "D5", "Persoon_Id": ["x"]},
        "geen rij",
    )

    assert len(reading.claims) == 1
    assert reading.faults == (
        Fault(row=2, sentence="In het veld Van staat geen bestaande datum als 2030-01-31 («2030-02-31»)."),
        Fault(row=3, sentence="Het veld Persoon_Id is leeg."),
        Fault(row=4, sentence="De dag in TotEnMet ligt vóór die in Van."),
        Fault(row=5, sentence="In het veld Persoon_Id staat geen tekst."),
        Fault(row=6, sentence="Deze rij is geen object met velden."),
    )


def test_characters_that_no_database_can_keep_are_a_fault() -> None:
    reading = read_page("Persoon", {**PERSOON, "Achternaam": "Ra\0af"}, {**PERSOON, "Id": "\ud800"})

    assert [(fault.row, fault.sentence) for fault in reading.faults] == [
        (1, "In het veld Achternaam staan tekens die geen databank kan bewaren."),
        (2, "In het veld Id staan tekens die geen databank kan bewaren."),
    ]


def test_the_day_on_which_a_file_was_made_may_be_given() -> None:
    page = json.dumps({"@odata.context": CONTEXT + "FractieZetelPersoon", "value": [HOUDER]}).encode()

    (claim,) = read_people(page, "zetels.json", date(2031, 1, 1)).claims

    assert claim.seen_on == date(2031, 1, 1)


def test_seats_without_party_and_seats_of_nobody_are_counted() -> None:
    assert assembled(read_page("Persoon", PERSOON), read_page("FractieZetelPersoon", HOUDER)).n_without_party == 1
    assert assembled(read_page("FractieZetelPersoon", HOUDER)).n_nameless == 1


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b'{"value": []}', b"null", b"naam;partij", b"[" * 100_000, b'{"value": 3}', b"[1]"]
)
def test_what_is_no_list_of_people_is_refused_with_one_sentence(data: bytes) -> None:
    with pytest.raises(InputError, match="Dit is geen"):
        read_people(data, "mensen.json")


def test_what_is_no_utf_8_and_a_page_of_something_else_are_refused() -> None:
    with pytest.raises(InputError, match="UTF-8"):
        read_people(b"\xff\xfe", "mensen.csv")
    with pytest.raises(InputError, match="verwacht wordt een pagina van Persoon, Fractie"):
        read_page("Zaak", {"Id": "1", "Nummer": "2030Z00001"})


def test_a_page_that_is_not_the_last_says_so() -> None:
    assert has_next_page(b'{"@odata.nextLink": "https://..."}')
    assert not has_next_page(b'{"value": []}')


FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Gegevensmagazijn</title>{link}{entries}</feed>"""
NAMESPACES = (
    'xmlns="http://www.tweedekamer.nl/xsd/tkData/v1-0" xmlns:tk="http://www.tweedekamer.nl/xsd/tkData/v1-0" xmlns:xsi="x"'
)


def feed(name: str, number: str, inside: str, *, removed: str = "false", link: str = "") -> bytes:
    element = (
        f'<{name} {NAMESPACES} id="{number}" tk:bijgewerkt="2030-03-01T11:09:44Z" tk:verwijderd="{removed}">{inside}</{name}>'
    )
    own = '<link rel="next" href="x"/>'
    return FEED.format(link=link, entries=f'<entry>{own}<content type="application/xml">{element}</content></entry>').encode()


def test_pages_of_the_feed_say_the_same_as_those_of_odata() -> None:
    persoon = "<nummer>7</nummer><initialen>J.J.</initialen><tussenvoegsel>van</tussenvoegsel><achternaam>Raaf</achternaam><roepnaam>Jos</roepnaam>"
    houder = (
        '<fractieZetel ref="CCCC-1"/><persoon ref="AAAA-1"/><functie>Lid</functie><van>2029-01-01</van><totEnMet xsi:nil="true"/>'
    )
    pages = [
        feed("persoon", "AAAA-1", persoon), feed("fractie", "FFFF-1", "<nummer>1</nummer><afkorting>SP</afkorting>"),
        feed("fractieZetel", "CCCC-1", '<fractie ref="FFFF-1"/><gewicht>3</gewicht>'), feed("fractieZetelPersoon", "DDDD-1", houder),
    ]  # fmt: skip

    readings = [read_people(page, "feed.xml") for page in pages]

    odata = [
        read_page("Persoon", PERSOON),
        read_page("Fractie", FRACTIE),
        read_page("FractieZetel", ZETEL),
        read_page("FractieZetelPersoon", HOUDER),
    ]
    assert only_person(*readings) == only_person(*odata)
    assert [each.faults for each in readings] == [(), (), (), ()]


def test_a_feed_tells_what_was_removed_and_whether_more_follows() -> None:
    assert read_people(feed("persoon", "AAAA-1", "", removed="true"), "feed.xml").removed == ("tk:aaaa-1",)
    assert not has_next_page(feed("persoon", "AAAA-1", ""))
    assert has_next_page(feed("persoon", "AAAA-1", "", link='<link rel="next" href="x"/>'))


@pytest.mark.parametrize("data", [b"<feed/>", b"<html><p>404</p></html>", b"<", feed("zaak", "A", "")])
def test_other_xml_is_refused_with_one_sentence(data: bytes) -> None:
    with pytest.raises(InputError, match="Dit is geen lijst van mensen"):
        read_people(data, "feed.xml")


def test_an_entity_in_xml_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text("geheim")
    doctype = f'<!DOCTYPE feed [<!ENTITY x SYSTEM "file://{tmp_path}/geheim">]>'.encode()
    data = feed("persoon", "AAAA-1", "<achternaam>Raaf&x;</achternaam><roepnaam>Jos</roepnaam>").replace(
        b"<feed", doctype + b"<feed", 1
    )

    names = [each.family for each in read_people(data, "feed.xml").claims if isinstance(each, NameClaim)]

    assert not any("geheim" in name for name in names)


def fixture(*objects: tuple[str, int, dict[str, object]]) -> Reading:
    rows = [{"model": model, "pk": number, "fields": fields} for model, number, fields in objects]
    return read_people(json.dumps(rows).encode(), "fixture.json")


def person_object(number: int, surname: str, initials: str, tk_id: str = "") -> tuple[str, int, dict[str, object]]:
    fields: dict[str, object] = {
        "forename": "", "surname": surname, "surname_prefix": "", "initials": initials, "tk_id": tk_id,
        "datetime_updated": "2019-12-08T15:30:59Z",
    }  # fmt: skip
    return ("person.person", number, fields)


CABINET = (
    ("government.ministry", 1, {"name": "defensie", "government": 9}),
    ("government.governmentposition", 2, {"position": "MIN", "ministry": 1, "government": 9, "extra_info": ""}),
    ("government.governmentposition", 3, {"position": "PMI", "ministry": None, "government": 9, "extra_info": ""}),
    ("government.governmentposition", 4, {"position": "MWP", "ministry": None, "government": 9, "extra_info": "medische zorg"}),
    ("government.governmentposition", 5, {"position": "DPM", "ministry": None, "government": 9, "extra_info": ""}),
    ("government.governmentposition", 6, {"position": "MIN", "ministry": None, "government": 9, "extra_info": ""}),
)  # fmt: skip


def member_object(number: int, position: int, last: str | None) -> tuple[str, int, dict[str, object]]:
    return (
        "government.governmentmember",
        number,
        {"person": 1, "position": position, "start_date": "2017-10-26", "end_date": last},
    )


def test_fixtures_give_offices_with_their_days_and_open_ones_reach_to_the_day_of_the_list() -> None:
    reading = fixture(
        person_object(1, "Wulp", "A."),
        *CABINET,
        member_object(1, 2, "2018-03-01"),
        member_object(2, 3, None),
        member_object(3, 4, None),
    )

    tenures = only_person(reading).tenures

    assert [(each.role, each.portfolio) for each in tenures] == [
        (Role.MINISTER, "defensie"), (Role.MINISTER, "medische zorg"), (Role.MINISTER_PRESIDENT, None),
    ]  # fmt: skip
    assert [each.is_on(date(2018, 2, 1)) for each in tenures] == [True, True, True]
    assert [each.is_on(date(2021, 1, 1)) for each in tenures] == [False, None, None]


def test_a_seat_of_a_fixture_has_the_party_when_the_person_was_in_one_only() -> None:
    def seats(*parties: int) -> list[str]:
        memberships = [("parliament.partymember", n, {"person": 1, "party": party}) for n, party in enumerate(parties)]
        rows = [
            person_object(1, "Wulp", "A."), ("parliament.politicalparty", 7, {"name_short": "SP"}),
            ("parliament.politicalparty", 8, {"name_short": "VVD"}),
            ("parliament.parliamentmember", 5, {"person": 1, "joined": "2012-09-20", "left": None}),
        ]  # fmt: skip
        return [each.party for each in only_person(fixture(*rows, *memberships)).seats]

    assert (seats(7), seats(7, 7), seats(7, 8), seats()) == (["SP"], ["SP"], [""], [""])


def test_every_object_of_a_fixture_is_a_claim_a_fault_or_left_out_with_a_reason() -> None:
    reading = fixture(
        person_object(1, "", "A."), *CABINET, member_object(1, 5, None), member_object(2, 6, None), member_object(3, 99, None)
    )

    assert [fault.sentence for fault in reading.faults] == [
        "Het veld surname is leeg.", "Bij dit ambt staat geen ministerie.",
        "De rij government.governmentposition 99 waarnaar wordt verwezen, ontbreekt.",
    ]  # fmt: skip
    assert sum(n for _, n in reading.skipped) + len(reading.claims) + len(reading.faults) == reading.n_rows == 10


def test_two_people_under_one_key_of_the_chamber_stay_apart_and_are_counted() -> None:
    whole = assembled(fixture(person_object(1, "Wulp", "A.", "K-1"), person_object(2, "Wulp", "B.", "K-1")))

    assert [each.name for each in whole.persons] == ["A. Wulp", "B. Wulp"]
    assert whole.n_namesakes == 2


def test_a_person_of_two_origins_is_one_when_the_names_agree() -> None:
    person = only_person(read_page("Persoon", PERSOON), fixture(("person.person", 1, {
        "forename": "Jos", "surname": "Raaf", "surname_prefix": "van", "initials": "J.J.", "tk_id": "aaaa-1",
    })))  # fmt: skip

    assert (person.key, len(person.names)) == ("aaaa-1", 1)


def test_our_csv_gives_names_seats_and_offices() -> None:
    rows = 'raaf,Raaf,van,Jos,J.J.,J. v. Raaf; Van Raaf (JJ),SP,2010-06-17,2017-03-22,,,,,lijst\nraaf,,,,,,,,,Minister,"Werk, Inkomen",2017-10-26,,stcrt-2017-1\n'

    person = only_person(read_people((CSV + rows).encode("utf-8-sig"), "mensen.csv"))

    assert (person.name, person.aliases) == ("Jos van Raaf (J.J.)", ("J. v. Raaf", "Van Raaf (JJ)"))
    assert [(each.party, each.source) for each in person.seats] == [("SP", "lijst")]
    assert [(each.portfolio, each.is_on(date(2050, 1, 1))) for each in person.tenures] == [("Werk, Inkomen", True)]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("a,Raaf,,,,,,,,,,,,", "Het veld source is leeg."),
        (",Raaf,,,,,,,,,,,,lijst", "Het veld person is leeg."),
        ("a,,,,,,,,,,,,,lijst", "Deze regel zegt niets: vul een achternaam, een fractie of een ambt in."),
        ("a,,,Jos,,,,,,,,,,lijst", "Het veld family is leeg, en er staan wel andere delen van een naam."),
        ("a,,,,,,,2030-01-01,,,,,,lijst", "Het veld party is leeg, en er staat wel een periode."),
        ("a,,,,,,SP,1 mei,,,,,,lijst", "In het veld party_from staat geen bestaande datum als 2030-01-31 («1 mei»)."),
        ("a,,,,,,,,,koning,Defensie,,,lijst", "In het veld role staat geen van minister-president, minister, staatssecretaris («koning»)."),
        ("a,,,,,,,,,minister,,,,lijst", "Het veld portfolio is leeg."),
        ("a,Raaf,,,,,,,,,,,,lijst,meer", "Deze regel heeft meer dan 14 kolommen; zet een tekst met komma's tussen aanhalingstekens."),
        ('a,"Raaf', "De aanhalingstekens kloppen niet; deze en de volgende regels zijn niet gelezen."),
    ],
)  # fmt: skip
def test_a_wrong_row_of_our_csv_is_a_fault_with_its_line(row: str, sentence: str) -> None:
    reading = read_people((CSV + "b,Wulp,,,,,,,,,,,,lijst\n" + row + "\n").encode(), "mensen.csv")

    assert reading.faults == (Fault(row=3, sentence=sentence),)
    assert len(reading.claims) == 1


def test_a_csv_with_other_columns_is_a_fault() -> None:
    assert read_people(b"person,naam\n1,Raaf\n", "mensen.csv").faults[0].row == 1


def test_what_was_written_by_hand_comes_before_what_was_fetched() -> None:
    by_hand = read_people((CSV + "AAAA-1,Raaf-Specht,van,Jos,J.J.,,,,,,,,,brief\n").encode(), "mensen.csv")

    assert [each.printed for each in only_person(read_page("Persoon", PERSOON), by_hand).names] == [
        "Jos van Raaf-Specht (J.J.)", "Jos van Raaf (J.J.)",
    ]  # fmt: skip


texts = st.text(max_size=10)
days = st.none() | st.dates()
claims = st.builds(
    NameClaim, key=texts, source=texts, seen_on=days, person=texts, family=texts, aliases=st.lists(texts, max_size=2).map(tuple)
) | st.builds(HoldingClaim, key=texts, source=texts, person=texts, first=days, last=days)


@given(claims)
def test_a_claim_is_read_back_as_it_was_written(claim: Claim) -> None:
    assert from_json(kind_of(claim), to_json(claim)) == claim


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["model", "pk", "fields", "Id", "Achternaam", "Roepnaam", "value", "Van", "Verwijderd"]),
                inner,
                max_size=4,
            )
        ),
    ),
    st.booleans(),
)
def test_any_json_is_read_or_refused_with_a_sentence(content: object, as_page: bool) -> None:
    rows = content if isinstance(content, list) else [content]
    page = {"@odata.context": CONTEXT + "Persoon", "value": rows} if as_page else content
    try:
        reading = read_people(json.dumps(page).encode(), "mensen.json")
    except InputError:
        return
    assert reading.n_rows == len(reading.claims) + len(reading.removed) + len(reading.faults) + sum(n for _, n in reading.skipped)
