"""What follows from a document though it does not print it: the session year from its dates, the identifier from both."""

from collections.abc import Sequence
from datetime import date

from kamervragen.identifiers import SessionYear, appendix_id
from kamervragen.model import Evidence, Inference, Span
from kamervragen.parse.masthead import Masthead
from kamervragen.terms import Certainty, Kind

_REPLIES = (Kind.ANSWER, Kind.POSTPONEMENT, Kind.CORRECTION, Kind.SUPPLEMENT, Kind.WITHDRAWAL)


def session_year_of(day: date) -> SessionYear:
    """The session year in which a day falls. It begins on Prinsjesdag, the third Tuesday of September (Grondwet, art. 65)."""
    first_tuesday = 1 + (1 - date(day.year, 9, 1).weekday()) % 7
    begins = date(day.year, 9, first_tuesday + 14)
    return SessionYear(day.year if day >= begins else day.year - 1)


def infer(head: Masthead, kind: Kind, received_on: date | None, evidence: Sequence[Evidence]) -> tuple[Inference, ...]:
    """Session year and identifier of a reply that prints only its number and the day it was received; () otherwise."""
    if kind not in _REPLIES or head.session_year or received_on is None:
        return ()
    spans = _spans(evidence, "received_on")
    year = session_year_of(received_on)
    inferred = [Inference(field="session_year", value=str(year), evidence=spans, certainty=_certainty(received_on))]
    if head.number and head.id is None:
        both = (*_spans(head.evidence, "number"), *spans)
        value = appendix_id(year, head.number)
        inferred.append(Inference(field="id", value=value, evidence=both, certainty=_certainty(received_on)))
    return tuple(inferred)


def _certainty(day: date) -> Certainty:
    """Near the change of session years a number may still be given in the old one."""
    return Certainty.GUESS if day.month in (8, 9, 10) else Certainty.LIKELY


def _spans(evidence: Sequence[Evidence], name: str) -> tuple[Span, ...]:
    return tuple(span for each in evidence if each.field == name for span in each.spans)
