"""The heading of a document as a summary: who asked whom what, who answered, when, and what else it points at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kamervragen.identifiers import parse_publication_id
from kamervragen.model import Addressee, Inference, ParsedDocument, Respondent, Span, Submitter
from kamervragen.site.words import CERTAINTY_WORDS, count_words, inference_words, join_words, office_words
from kamervragen.terms import Chamber, Kind, Role

TERM_DAYS = 21  # Source: Reglement van Orde of the Tweede Kamer, art. 135 (text of 2017): three weeks
_SHORT_LIST = 3
_MANY_ROLES = {
    Role.MINISTER_PRESIDENT: ("minister-president", "ministers-presidenten"),
    Role.MINISTER: ("minister", "ministers"),
    Role.STAATSSECRETARIS: ("staatssecretaris", "staatssecretarissen"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a row: its words, the address it links to ("" for none) and a remark such as `nog niet gelezen`."""

    text: str
    href: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InferredValue:
    """What is believed though not printed: field and value in words, how sure, and the characters it rests on."""

    field: str
    value: str
    certainty: str
    evidence: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the summary.

    Args:
        name: its Dutch name.
        values: what stands in it.
        prefix: what stands once before all values.
        remark: what stands once behind all values.
        brief: what stands for a long list until it is unfolded; "" when the list is short.
        start: where in the body it was read; None when the record does not say.
        inferred: what is believed about it beyond what is printed.
    """

    name: str
    values: tuple[Value, ...]
    prefix: str = ""
    remark: str = ""
    brief: str = ""
    start: int | None = None
    inferred: tuple[InferredValue, ...] = ()


def summarize(parsed: ParsedDocument, body: str, addresses: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows of a document's summary; rows of which the document says nothing are left out.

    Args:
        parsed: what was read.
        body: the document's characters.
        addresses: the address of each cited publication that is in the record, by its identifier.
    """
    answered = "mededeling van" if parsed.kind is Kind.POSTPONEMENT else "beantwoord door"
    offices = tuple(Value(text=office_words(asked.role, asked.portfolio)) for asked in parsed.addressees)
    rows = (
        _row(parsed, body, "submitters", "gevraagd door", tuple(_submitter(person) for person in parsed.submitters)),
        _row(parsed, body, "addressees", "aan", offices, brief=_brief(parsed.addressees)),
        _row(parsed, body, "respondents", answered, tuple(_respondent(person) for person in parsed.respondents)),
        _row(parsed, body, "on_behalf_of", "mede namens", tuple(_respondent(person) for person in parsed.on_behalf_of)),
        _row(parsed, body, "case_number", "zaaknummer", (Value(text=parsed.case_number),) if parsed.case_number else ()),
        _share_words(_row(parsed, body, "see_also", "zie ook", tuple(_reference(cited, addresses) for cited in parsed.see_also))),
    )
    return tuple(row for row in rows if row.values)


def count_days(parsed: ParsedDocument) -> int | None:
    """The days from filing to receipt; None when either date is not printed."""
    if parsed.submitted_on is None or parsed.received_on is None:
        return None
    return (parsed.received_on - parsed.submitted_on).days


def describe_term(parsed: ParsedDocument) -> str:
    """What the days between the two dates mean and what they do not: one document cannot say who is late. "" without dates."""
    n_days = count_days(parsed)
    if n_days is None:
        return ""
    if n_days < 0:
        return "De datum van ontvangst ligt vóór die van inzending; zo staat het er."
    days = count_words(n_days, "dag", "dagen")
    if parsed.chamber is not Chamber.TWEEDE_KAMER or parsed.kind is not Kind.ANSWER:
        return f"{days} na inzending ontvangen"
    if n_days <= TERM_DAYS:
        return f"{days} na inzending ontvangen, binnen drie weken"
    return f"{days} na inzending ontvangen, na meer dan drie weken; of er uitstel was gemeld, zegt dit document niet"


def describe_asked(parsed: ParsedDocument, known: Iterable[str]) -> str:
    """How many were asked, how many answer here and how many references are read; "" for one addressee or no answer."""
    n_asked = len(parsed.addressees)
    if n_asked < 2 or not parsed.respondents or parsed.kind is Kind.POSTPONEMENT:
        return ""
    n_here = len(parsed.respondents)
    here = "1 antwoord hier" if n_here == 1 else f"1 antwoord hier, van {n_here} bewindspersonen samen"
    if parsed.on_behalf_of:
        here += f", mede namens {count_words(len(parsed.on_behalf_of), 'ander', 'anderen')}"
    return f"Van de {n_asked} gevraagden: {here}{_describe_references(parsed, known)}."


def _describe_references(parsed: ParsedDocument, known: Iterable[str]) -> str:
    n_references = len(parsed.see_also)
    n_read = len(set(known) & set(parsed.see_also))
    if not n_references:
        return "" if parsed.on_behalf_of else "; naar andere antwoorden wordt niet verwezen"
    references = count_words(n_references, "verwijzing", "verwijzingen")
    if n_read in {0, n_references}:
        return f", {references} {'gelezen' if n_read else 'nog niet gelezen'}"
    return f", {references}, waarvan {n_read} gelezen en {n_references - n_read} nog niet"


def show_inference(inference: Inference, body: str) -> InferredValue:
    """An inference in words, with the characters it rests on."""
    evidence = tuple((start, body[start:end]) for start, end in inference.evidence)
    what, value = inference_words(inference)
    return InferredValue(
        field=what,
        value=value,
        certainty=CERTAINTY_WORDS[inference.certainty],
        evidence=evidence,
    )


def name_publication(identifier: str) -> str:
    """An official identifier as people cite it, `Aanhangsel 2023–2024, nr. 1047`; itself when it is of another kind."""
    publication = parse_publication_id(identifier)
    if publication is None or publication.series != "ah":
        return identifier
    year = f" {publication.session_year}".replace("-", "–") if publication.session_year else ""
    chamber = " Eerste Kamer" if publication.chamber == Chamber.EERSTE_KAMER else ""
    reprint = f" ({publication.reprint})" if publication.reprint else ""
    return f"Aanhangsel{chamber}{year}, nr. {publication.number}{reprint}"


def _row(parsed: ParsedDocument, body: str, field: str, name: str, values: tuple[Value, ...], brief: str = "") -> Row:
    spans = _evidence(parsed, field)
    inferred = tuple(show_inference(guess, body) for guess in parsed.inferred if _root(guess.field) == field)
    return Row(name=name, values=values, brief=brief, start=min(spans)[0] if spans else None, inferred=inferred)


def find_evidence(parsed: ParsedDocument, field: str) -> int | None:
    """Where in the body a field of the heading was read; None when the record does not say."""
    spans = _evidence(parsed, field)
    return min(spans).start if spans else None


def _evidence(parsed: ParsedDocument, field: str) -> list[Span]:
    stated = [span for evidence in parsed.evidence if evidence.field == field for span in evidence.spans]
    people: Mapping[str, tuple[Submitter | Addressee | Respondent, ...]] = {
        "submitters": parsed.submitters,
        "addressees": parsed.addressees,
        "respondents": parsed.respondents,
        "on_behalf_of": parsed.on_behalf_of,
    }
    return stated or [span for person in people.get(field, ()) for span in person.spans]


def _root(field: str) -> str:
    return field.replace("[", ".").split(".")[0]


def _submitter(person: Submitter) -> Value:
    return Value(text=f"{person.name} ({person.party})" if person.party else person.name)


def _respondent(person: Respondent) -> Value:
    office = office_words(person.role, None)
    name = f"{office} {person.name}" if person.name else office
    return Value(text=f"{name} ({person.portfolio})" if person.portfolio else name)


def _reference(identifier: str, addresses: Mapping[str, str]) -> Value:
    address = addresses.get(identifier, "")
    return Value(text=name_publication(identifier), href=address, remark="" if address else "nog niet gelezen")


def _share_words(row: Row) -> Row:
    """The row with what all its values begin with, and a remark that all share, written once."""
    if len(row.values) < 2:
        return row
    prefixes = {value.text.rpartition(" ")[0] + " " for value in row.values}
    remarks = {value.remark for value in row.values}
    prefix = prefixes.pop() if len(prefixes) == 1 else ""
    remark = remarks.pop() if len(remarks) == 1 else ""
    values = tuple(
        replace(value, text=value.text.removeprefix(prefix), remark="" if remark else value.remark) for value in row.values
    )
    return replace(row, values=values, prefix=prefix, remark=remark)


def _brief(addressees: tuple[Addressee, ...]) -> str:
    """`minister-president en 11 ministers` for a long list; "" for a short one."""
    if len(addressees) <= _SHORT_LIST:
        return ""
    words = []
    for role, (one, many) in _MANY_ROLES.items():
        count = sum(asked.role is role for asked in addressees)
        if count:
            words.append(one if count == 1 and role is Role.MINISTER_PRESIDENT else count_words(count, one, many))
    return join_words(words)
