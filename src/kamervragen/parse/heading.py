"""The heading: who asks whom about what, who answers, when, and which other publications it points to.

    Vragen van het lid A (P) aan de Minister van B over C (ingezonden D).
    Antwoord van Minister E (F), mede namens … (ontvangen G). Zie ook Aanhangsel Handelingen, vergaderjaar H, nr. I.

To add a form: add it to the pattern that should take it, and an example to `tests/documents/`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kamervragen.authorities import Authorities
from kamervragen.dutch.dates import DATE, date_of
from kamervragen.dutch.joining import join_lines, loose
from kamervragen.model import Addressee, Citation, Evidence, Finding, Respondent, Span, Submitter
from kamervragen.parse.ministers import OFFICE_FOLLOWS, Office, parse_offices
from kamervragen.parse.people import parse_members
from kamervragen.parse.respondents import parse_respondents
from kamervragen.parse.view import View
from kamervragen.terms import Form, Kind

# White space before a word is bounded everywhere: a page of blanks would be looked through from each of them.
_ASKED = re.compile(
    r"""
    (?P<oral>Mondelinge\s*)? (?:Schriftelijke\s*|Nadere\s*)?
    (?:Kamer)? [Vv]ra(?:ag|gen) \s* (?:gesteld\s*door|van) \s*        # "Vragen van", "Vraag van"
    (?:het|de) \s* (?:(?:Kamer)?(?:leden|lid)\s*)+                    # "de leden", "het Kamerlid", the slip "de leden lid"
    """,
    re.X,
)
_TO = re.compile(rf"\s{{0,9}}\baan\s*{OFFICE_FOLLOWS}|(?<=\))\s*aan\s*(?=de)")
_ABOUT = re.compile(
    r"\s{0,9}(?:,\s*)?(?P<word>over|inzake|betreffende|aangaande|omtrent|naar\s+aanleiding\s+van)(?!\s+en\s+weer)\s*"
)
_SUBMITTED = re.compile(
    rf"\s{{0,9}}(?:\((?:\d{{4}}Z\d+,?\s*)?|,\s*){loose('ingezonden')}\s*(?:op\s*)?{DATE}\s*[),][^\S\n]*\.?", re.X | re.I
)
_RECEIVED = re.compile(rf"(?:\(\s*{loose('ontvangen')}\s*)+{DATE}\s*\)?[^\S\n]*\.?", re.X | re.I)
_ANSWERED = re.compile(
    rf"""
    (?P<word>(?:Nader|Aanvullend|Gewijzigd|Herzien|Gecorrigeerd)?\s{{0,9}}[Aa]ntwoord(?:en)?|[Mm]ededeling|[Ii]ntrekking) \s*
    (?P<office>van \s* {OFFICE_FOLLOWS})
    """,
    re.X,
)
_SEE_ALSO = re.compile(rf"\s*[Zz]ie\s*ook\s*(?={loose('Aanhangsel')})")
_OWN_NUMBER = re.compile(r"\s*\((?:(?:19|20)\d{2}Z\d{4,6}|20\d{8})\)\s*\.?\s*$")  # "over de boot (2031Z00042)"
_NOTICE = re.compile(r"(?:Hierbij\s*)?deel\s*ik\s*u\s*mede|[Dd]e\s*vragen\s*van[^?]{1,600}?niet\s*binnen\s*de")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LINE_BREAK = re.compile(r"\n")
_LETTER_VERB = re.compile(
    r",?\s{1,9}(?:(?:worden|zijn|kunnen|zal|zullen)\s+(?:\w+\s+){0,9}?beantwoord|niet\s+(?:tijdig\s+)?binnen\s+de\s+(?:\w+\s+){0,4}?termijn)"
)

_KINDS = {
    "antwoord": Kind.ANSWER,
    "antwoorden": Kind.ANSWER,
    "mededeling": Kind.POSTPONEMENT,
    "intrekking": Kind.WITHDRAWAL,
    "nader antwoord": Kind.SUPPLEMENT,
    "aanvullend antwoord": Kind.SUPPLEMENT,
    "gewijzigd antwoord": Kind.CORRECTION,
    "herzien antwoord": Kind.CORRECTION,
    "gecorrigeerd antwoord": Kind.CORRECTION,
}


@dataclass(slots=True)
class Heading:
    """What a heading says, filled in by one reading from left to right; positions are those of the view.

    Args:
        start, end: where it stands; equal when there is none.
        kind: what its own words say; None when there is no heading.
        id: an identifier that the heading itself names.
    """

    start: int
    end: int
    kind: Kind | None = None
    form: Form = Form.WRITTEN
    id: str | None = None
    subject: str | None = None
    submitters: tuple[Submitter, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    respondents: tuple[Respondent, ...] = ()
    on_behalf_of: tuple[Respondent, ...] = ()
    submitted_on: date | None = None
    received_on: date | None = None
    see_also: tuple[str, ...] = ()
    evidence: list[Evidence] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def prove(self, name: str, view: View, start: int, end: int) -> None:
        """Keep where a field was read."""
        self.evidence.append(Evidence(field=name, spans=view.spans(start, end)))

    def odd(self, code: str, detail: str, view: View, start: int, end: int) -> None:
        """Keep a finding."""
        spans = view.spans(start, end)
        self.findings.append(Finding(code=code, detail=detail, span=spans[0] if spans else None))


class _Reader:
    """One reading of a heading in a view."""

    def __init__(self, view: View, authorities: Authorities, limit: int, *, has_paragraphs: bool) -> None:
        self.has_paragraphs = has_paragraphs
        self.view, self.text, self.authorities, self.limit = view, view.text, authorities, limit
        self.heading = Heading(limit, limit)

    def read_asked(self, start: int = 0) -> int:
        """Read "Vragen van … (ingezonden …)." behind a position; where it ends, or -1."""
        asked = _best_asked(self.text, start, self.limit)
        if asked is None:
            return -1
        self.heading.start = asked.start()
        self.heading.form = Form.ORAL if asked["oral"] else Form.WRITTEN
        end, subject_end = self._asked_end(asked.end())
        to = _TO.search(self.text, asked.end(), end)
        members_end = to.start() if to else self._before_about(asked.end(), subject_end)
        self._members(asked.end(), members_end)
        position = self._addressees(to.end()) if to else members_end
        self._subject(position, subject_end)
        return end

    def read_notice(self) -> None:
        """Read who asked from the text of a notice that stands below its questions, where no heading says it."""
        notice = _NOTICE.search(self.text, self.limit)
        if notice:
            start, self.limit = self.heading.start, len(self.text)
            self.read_asked(notice.start())
            self.heading.start = start

    def _asked_end(self, start: int) -> tuple[int, int]:
        """Where the sentence and where its subject ends: at "(ingezonden", else at the paragraph's end."""
        answered = next((each for each in _ANSWERED.finditer(self.text, start, self.limit) if self._begins_sentence(each)), None)
        limit = answered.start() if answered else self.limit
        submitted = _SUBMITTED.search(self.text, start, limit)
        if submitted:
            self.heading.submitted_on = self._date("submitted_on", submitted)
            return submitted.end(), submitted.start()
        end = self._line_end(start, limit)
        verb = _LETTER_VERB.search(self.text, start, end)
        earlier = _SUBMITTED.search(self.text, 0, start)
        if earlier:  # a draft prints "(ingezonden …)" above its heading
            self.heading.submitted_on = self._date("submitted_on", earlier)
            self.heading.start = min(self.heading.start, earlier.start())
        return end, verb.start() if verb else end

    def _begins_sentence(self, match: re.Match[str]) -> bool:
        """Whether "Antwoord" stands where the heading's second sentence can: a subject may name an answer of a minister too."""
        before = self.text[max(0, match.start() - 40) : match.start()]
        is_first = before.rpartition("\n")[2].strip() == "" and match["word"][:1].isupper()
        return is_first or before.rstrip()[-1:] in (".", ")")

    def _before_about(self, start: int, end: int) -> int:
        about = _ABOUT.search(self.text, start, end)
        return about.start() if about else end

    def _date(self, name: str, match: re.Match[str]) -> date | None:
        value = date_of(match)
        place = match.start("day"), match.end("year")
        self.heading.prove(name, self.view, *place)
        if value is None:
            self.heading.odd("impossible_date", f"De datum «{self.text[slice(*place)]}» bestaat niet.", self.view, *place)
        return value

    def _members(self, start: int, end: int) -> None:
        members = parse_members(self.text[start:end])
        self.heading.submitters = tuple(
            Submitter(name=each.name, party=each.party, spans=self._member_spans(start, each.name_span, each.party_span))
            for each in members
        )
        self.heading.prove("submitters", self.view, start, end)
        for each in members:
            if each.party and each.party_span and self.authorities.find_party(each.party) is None:
                detail = f"«{each.party}» staat niet in de tabel van partijen; zo gedrukt overgenomen."
                self.heading.odd("unknown_party", detail, self.view, *(start + place for place in each.party_span))

    def _member_spans(self, offset: int, name: tuple[int, int], party: tuple[int, int] | None) -> tuple[Span, ...]:
        spans = self.view.spans(offset + name[0], offset + name[1])
        return spans + (self.view.spans(offset + party[0], offset + party[1]) if party else ())

    def _addressees(self, start: int) -> int:
        offices, end = parse_offices(self.text, start, self.authorities)
        self.heading.addressees = tuple(
            Addressee(role=each.role, portfolio=each.portfolio, spans=self.view.spans(*each.span)) for each in offices
        )
        self.heading.prove("addressees", self.view, start, end)
        self._unknown(offices)
        return end

    def _unknown(self, offices: Sequence[Office]) -> None:
        for office in offices:
            if not office.is_known:
                detail = f"«{office.portfolio}» staat niet in de tabel van ministeries en portefeuilles; zo gedrukt overgenomen."
                self.heading.odd("unknown_portfolio", detail, self.view, *office.span)

    def _subject(self, start: int, end: int) -> None:
        about = _ABOUT.search(self.text, start, end)
        first = about.end() if about else start
        subject = _OWN_NUMBER.sub("", join_lines(self.text[first:end])).strip(" *_")
        if subject:
            self.heading.subject = subject.removesuffix(".")
            self.heading.prove("subject", self.view, first, end)

    def read_answered(self, start: int) -> int:
        """Read "Antwoord van … (ontvangen …)."; where it ends, or -1."""
        answered = _ANSWERED.search(self.text, max(start, 0), self.limit) or self._answered_above()
        if answered is None:
            return -1
        self.heading.start = min(self.heading.start, answered.start())
        self.heading.kind = _KINDS.get(join_lines(answered["word"]).lower(), Kind.ANSWER)
        received = _RECEIVED.search(self.text, answered.end(), self.limit)
        if received:
            self.heading.received_on = self._date("received_on", received)
        end = received.end() if received else self._line_end(answered.end(), self.limit)
        people_end = received.start() if received else end
        if asked := _ASKED.search(self.text, answered.end(), people_end):  # "Antwoorden van de minister van A op vragen van …"
            people_end = asked.start()
        respondents, on_behalf_of, odd = parse_respondents(self.view, answered.end("word"), people_end, self.authorities)
        self.heading.respondents, self.heading.on_behalf_of = respondents, on_behalf_of
        self.heading.prove("respondents", self.view, answered.end(), people_end)
        self.heading.findings.extend(odd)
        return end

    def _answered_above(self) -> re.Match[str] | None:
        """The last "Antwoord van …" above "vragen van …": a notice names the questions in its text, a reply in its title."""
        matches = list(_ANSWERED.finditer(self.text, 0, self.heading.start))
        return matches[-1] if matches else None

    def _line_end(self, start: int, limit: int) -> int:
        """Where the paragraph ends: at a blank line, or at a line's end where the source kept its paragraphs."""
        stop = (_LINE_BREAK if self.has_paragraphs else _BLANK_LINE).search(self.text, start, limit)
        return stop.start() if stop else limit

    def read_see_also(self, start: int, citations: Sequence[Citation]) -> int:
        """Read the "Zie ook" sentences that follow; where the last one ends."""
        targets: list[str] = []
        end = start
        shown = [each for each in citations if self.view.shows(each.span)]
        while (see := _SEE_ALSO.match(self.text, end)) is not None:
            here = self.view.at(see.end())
            hits = [each for each in shown if each.span.start >= here]
            if not hits or hits[0].span.start > here + 2:
                break
            end = self._sentence(hits, targets)
        if targets:
            self.heading.see_also = tuple(dict.fromkeys(targets))
            self.heading.prove("see_also", self.view, start, end)
        return end

    def _sentence(self, hits: Sequence[Citation], targets: list[str]) -> int:
        """Take the citations of one sentence: the first, and those that follow it without "Zie ook" between."""
        end = 0
        for hit in hits:
            position = self.view.position_of(hit.span.start)
            if end and (_SEE_ALSO.search(self.text, end, position) or position - end > 8):
                break
            end = self.view.position_of(hit.span.end - 1) + 1
            self._target(hit, targets, position, end)
        stop = re.compile(r"\s?\.").match(self.text, end)
        return stop.end() if stop else end

    def _target(self, hit: Citation, targets: list[str], start: int, end: int) -> None:
        if hit.target:
            targets.append(hit.target)
        else:
            detail = "Deze verwijzing is niet begrepen en daarom niet gelegd."
            self.heading.odd("citation_not_understood", detail, self.view, start, end)


_SITE_DATE = re.compile(rf"^[^\S\n]*(?P<key>Indiendatum|Antwoorddatum):?\s*{DATE}", re.X | re.M)


def _read_site_dates(reader: _Reader) -> None:
    """Take the dates that a party's page prints on lines of their own, where the heading has none."""
    heading = reader.heading
    for match in _SITE_DATE.finditer(reader.text):
        place = match.start("day"), match.end("year")
        if match["key"] == "Antwoorddatum" and heading.received_on is None:
            heading.kind, heading.received_on = Kind.ANSWER, date_of(match)
            heading.prove("received_on", reader.view, *place)
        elif match["key"] == "Indiendatum" and heading.submitted_on is None:
            heading.submitted_on = date_of(match)
            heading.prove("submitted_on", reader.view, *place)


def _best_asked(text: str, start: int, limit: int) -> re.Match[str] | None:
    """The heading's "Vragen van …": the one that names whom it asks, else the last (a page repeats its title above it)."""
    matches = list(_ASKED.finditer(text, start, limit))
    for index, match in enumerate(matches):
        stop = matches[index + 1].start() if index + 1 < len(matches) else limit
        if _TO.search(text, match.end(), stop):
            return match
    return matches[-1] if matches else None


def read_heading(
    view: View, citations: Sequence[Citation], authorities: Authorities, limit: int, *, has_paragraphs: bool
) -> Heading:
    """What the heading in `view.text[:limit]` says; the fields are those of `ParsedDocument`."""
    reader = _Reader(view, authorities, limit, has_paragraphs=has_paragraphs)
    asked_end = reader.read_asked()
    answered_end = reader.read_answered(asked_end)
    end = max(asked_end, answered_end)
    if end < 0:
        return reader.heading
    if reader.heading.kind is Kind.POSTPONEMENT and 0 < answered_end < asked_end:
        end = answered_end  # the text of the notice begins there
    if reader.heading.kind is Kind.POSTPONEMENT and asked_end < 0:
        reader.read_notice()
    reader.heading.kind = reader.heading.kind or Kind.QUESTION
    reader.heading.end = reader.read_see_also(end, citations)
    _read_site_dates(reader)
    return reader.heading
