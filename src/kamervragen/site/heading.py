"""The heading of a document as a summary: who asked whom what, who answered, when, and what else it points at."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from kamervragen.model import Addressee, Inference, ParsedDocument, Respondent, Span, Submitter
from kamervragen.site.links import link_member, link_office, link_party
from kamervragen.site.naming import find_official_copy, name_publication
from kamervragen.site.phrases import certainty_word, count_words, inference_words, join_words
from kamervragen.site.tracing import place_anchor
from kamervragen.site.words import root_of
from kamervragen.terms import Chamber, Kind, Role

TERM_DAYS = 21  # Source: Reglement van Orde of the Tweede Kamer, art. 135 (text of 2017): three weeks
_SHORT_LIST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a row: its words, with a link where there is a page for it, and a remark such as `nog niet gelezen`."""

    html: SafeString
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InferredValue:
    """What is believed though not printed: field and value in words, how sure, and the characters it rests on.

    Args:
        evidence: anchors on the text page, each with the characters that stand there.
    """

    field: str
    value: str
    certainty: str
    evidence: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the summary.

    Args:
        name: what it is about.
        values: what stands in it.
        prefix: what stands once before all values.
        remark: what stands once behind all values.
        brief: what stands for a long list until it is unfolded; "" when the list is short.
        place: the anchor on the text page of where it was read; "" when the record does not say.
        inferred: what is believed about it beyond what is printed.
    """

    name: str
    values: tuple[Value, ...]
    prefix: str = ""
    remark: str = ""
    brief: str = ""
    place: str = ""
    inferred: tuple[InferredValue, ...] = ()


def summarize(
    parsed: ParsedDocument, body: str, addresses: Mapping[str, str], cited: Mapping[str, str] = MappingProxyType({})
) -> tuple[Row, ...]:
    """The rows of a document's summary; rows of which the document says nothing are left out.

    Args:
        parsed: what was read.
        body: the document's characters.
        addresses: the address of each cited publication that is in the record, by its identifier.
        cited: what each of these is, in words.
    """
    answered = gettext("mededeling van") if parsed.kind is Kind.POSTPONEMENT else gettext("beantwoord door")
    row = _RowMaker(parsed, body)
    rows = (
        row.make("submitters", gettext("gevraagd door"), [_submitter(each) for each in parsed.submitters]),
        row.make("addressees", gettext("aan"), _offices(parsed.addressees, parsed.submitted_on), _brief(parsed.addressees)),
        row.make("respondents", answered, _offices(parsed.respondents, _answered_on(parsed))),
        row.make("on_behalf_of", gettext("mede namens"), _offices(parsed.on_behalf_of, _answered_on(parsed))),
        row.make("case_number", gettext("zaaknummer"), [escape(parsed.case_number)] if parsed.case_number else []),
        _references(row.make("see_also", gettext("zie ook"), []), parsed.see_also, addresses, cited),
    )
    return tuple(each for each in rows if each.values)


class _RowMaker:
    """Makes the rows of one document, each with the place where it was read."""

    def __init__(self, parsed: ParsedDocument, body: str) -> None:
        self._parsed = parsed
        self._body = body

    def make(self, field: str, name: str, values: Sequence[SafeString], brief: str = "") -> Row:
        """The row of a field of the record."""
        inferred = [guess for guess in self._parsed.inferred if root_of(guess.field) == field]
        return Row(
            name=name,
            values=tuple(Value(html=value) for value in values),
            brief=brief,
            place=find_place(self._parsed, field),
            inferred=tuple(show_inference(guess, self._body) for guess in inferred),
        )


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
        return gettext("De datum van ontvangst ligt vóór die van inzending; zo staat het er.")
    after = count_words(n_days, ngettext("%(n)s dag na inzending ontvangen", "%(n)s dagen na inzending ontvangen", n_days))
    if parsed.chamber is not Chamber.TWEEDE_KAMER or parsed.kind is not Kind.ANSWER:
        return after
    if n_days <= TERM_DAYS:
        return gettext("%(after)s, binnen drie weken") % {"after": after}
    return gettext("%(after)s, na meer dan drie weken; of er uitstel was gemeld, zegt dit document niet") % {"after": after}


def describe_asked(parsed: ParsedDocument, known: Iterable[str]) -> str:
    """How many were asked, how many answer here and how many references are read; "" for one addressee or no answer."""
    n_asked = len(parsed.addressees)
    if n_asked < 2 or not parsed.respondents or parsed.kind is Kind.POSTPONEMENT:
        return ""
    parts = {"n_asked": n_asked, "here": _describe_answer(parsed), "references": _describe_references(parsed, known)}
    return gettext("Van de %(n_asked)s gevraagden: %(here)s%(references)s.") % parts


def _describe_answer(parsed: ParsedDocument) -> str:
    """Who answers in this document: one office holder or several together, and on whose behalf."""
    n_here, n_others = len(parsed.respondents), len(parsed.on_behalf_of)
    here = gettext("1 antwoord hier")
    if n_here > 1:
        here = gettext("1 antwoord hier, van %(n)s bewindspersonen samen") % {"n": n_here}
    if not n_others:
        return here
    others = count_words(n_others, ngettext("mede namens %(n)s ander", "mede namens %(n)s anderen", n_others))
    return f"{here}, {others}"


def _describe_references(parsed: ParsedDocument, known: Iterable[str]) -> str:
    n_references = len(parsed.see_also)
    n_read = len(set(known) & set(parsed.see_also))
    if not n_references:
        return "" if parsed.on_behalf_of else gettext("; naar andere antwoorden wordt niet verwezen")
    references = count_words(n_references, ngettext("%(n)s verwijzing", "%(n)s verwijzingen", n_references))
    if n_read == n_references:
        return gettext(", %(references)s gelezen") % {"references": references}
    if not n_read:
        return gettext(", %(references)s nog niet gelezen") % {"references": references}
    parts = {"references": references, "n_read": n_read, "n_unread": n_references - n_read}
    return gettext(", %(references)s, waarvan %(n_read)s gelezen en %(n_unread)s nog niet") % parts


def show_inference(inference: Inference, body: str) -> InferredValue:
    """An inference in words, with the characters it rests on."""
    evidence = tuple((place_anchor(start), body[start:end]) for start, end in inference.evidence)
    what, value = inference_words(inference)
    return InferredValue(field=what, value=value, certainty=certainty_word(inference.certainty), evidence=evidence)


def find_place(parsed: ParsedDocument, *fields: str) -> str:
    """The anchor on the text page of where the first of some fields of the heading was read; "" when the record does not say."""
    spans = next(filter(None, (_evidence(parsed, field) for field in fields)), [])
    return place_anchor(min(spans).start if spans else None)


def _evidence(parsed: ParsedDocument, field: str) -> list[Span]:
    stated = [span for evidence in parsed.evidence if evidence.field == field for span in evidence.spans]
    people: Mapping[str, tuple[Submitter | Addressee | Respondent, ...]] = {
        "submitters": parsed.submitters,
        "addressees": parsed.addressees,
        "respondents": parsed.respondents,
        "on_behalf_of": parsed.on_behalf_of,
    }
    return stated or [span for person in people.get(field, ()) for span in person.spans]


def _submitter(person: Submitter) -> SafeString:
    name = link_member(person.name)
    return format_html("{} ({})", name, link_party(person.party)) if person.party else name


def _offices(offices: Iterable[Addressee | Respondent], on: date | None) -> list[SafeString]:
    return [link_office(each.role, each.name if isinstance(each, Respondent) else None, each.portfolio, on) for each in offices]


def _answered_on(parsed: ParsedDocument) -> date | None:
    return parsed.answered_on or parsed.submitted_on


def _references(row: Row, identifiers: Sequence[str], addresses: Mapping[str, str], cited: Mapping[str, str]) -> Row:
    """The row with a link to each publication that is cited, and what all their names begin with written once."""
    names = [name_publication(identifier) for identifier in identifiers]
    beginnings = {name.rpartition(" ")[0] + " " for name in names}
    prefix = beginnings.pop() if len(beginnings) == 1 and len(names) > 1 else ""
    texts = [name.removeprefix(prefix) for name in names]
    values = tuple(
        _reference(text, each, addresses.get(each), cited.get(each, "")) for text, each in zip(texts, identifiers, strict=True)
    )
    return _share_remark(replace(row, values=values, prefix=prefix))


def _reference(text: str, identifier: str, address: str | None, what: str) -> Value:
    """A link to a publication in the record, with what it is; to the official site when it is not read yet."""
    if address:
        return Value(html=format_html('<a href="{}">{}</a>', address, text), remark=what)
    official = find_official_copy(identifier)
    html = format_html('<a href="{}" rel="noopener">{}</a>', official, text) if official else escape(text)
    remark = gettext("nog niet gelezen; naar de officiële site") if official else gettext("nog niet gelezen")
    return Value(html=html, remark=remark)


def _share_remark(row: Row) -> Row:
    """The row with a remark that all its values have written once."""
    remarks = {value.remark for value in row.values}
    if len(row.values) < 2 or len(remarks) > 1:
        return row
    return replace(row, values=tuple(replace(value, remark="") for value in row.values), remark=remarks.pop())


def _brief(addressees: Sequence[Addressee]) -> str:
    """`minister-president en 11 ministers` for a long list; "" for a short one."""
    if len(addressees) <= _SHORT_LIST:
        return ""
    counts = {role: sum(asked.role is role for asked in addressees) for role in Role}
    return join_words([_count_offices(role, count) for role, count in counts.items() if count])


def _count_offices(role: Role, count: int) -> str:
    if role is Role.MINISTER_PRESIDENT:
        if count == 1:
            return gettext("minister-president")
        return count_words(count, ngettext("%(n)s minister-president", "%(n)s ministers-presidenten", count))
    if role is Role.MINISTER:
        return count_words(count, ngettext("%(n)s minister", "%(n)s ministers", count))
    return count_words(count, ngettext("%(n)s staatssecretaris", "%(n)s staatssecretarissen", count))
