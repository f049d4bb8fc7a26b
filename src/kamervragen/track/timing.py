"""A dossier → where each addressee and the whole stand today, and what changed since another day."""

from collections import Counter
from datetime import date

from kamervragen.dossiers import Dossier
from kamervragen.dutch.offices import office_words
from kamervragen.identifiers import parse_publication_id
from kamervragen.terms import AddresseeStatus, Chamber, DossierPart, DossierStatus, Form, Kind
from kamervragen.timings import ANSWERED, Clock, StatusChange, Timing
from kamervragen.track.clock import Frame, Standing
from kamervragen.track.days import Days, days_of
from kamervragen.track.placing import place
from kamervragen.track.sentences import explain, sum_up
from kamervragen.track.settings import DUTCH, TrackSettings, Wording

_NO_SETTINGS = TrackSettings()


def track(dossier: Dossier, today: date, settings: TrackSettings = _NO_SETTINGS, wording: Wording = DUTCH) -> Timing:
    """Where a dossier and each of its addressees stand today.

    Args:
        dossier: one filing with everything in the record that belongs to it.
        today: the day on which this is said.
        settings: what may be set about terms.
        wording: the language of the sentences.
    """
    frame = _frame(dossier, today, settings)
    standings = [Standing(frame, each) for each in place(dossier)]
    clocks = tuple(_clock(each, wording) for each in standings)
    n_replies = len(dossier.of_part(DossierPart.REPLY))
    partly = [each.placed.office for each in standings if each.is_partly_read]
    return Timing(
        key=dossier.key,
        today=today,
        status=_status(clocks, frame),
        clocks=clocks,
        sentence=sum_up(clocks, partly, frame.n_unread, n_replies, wording),
        n_unread=frame.n_unread,
    )


def changes(before: Timing | None, after: Timing) -> tuple[StatusChange, ...]:
    """What changed between two days: a row for each addressee whose status is another, or that is new.

    Args:
        before: the timing of the same dossier on an earlier day, or of what was known then; None for the first time.
        after: the timing now.
    """
    # Two addressees of one printed name are told apart by their order among those of that name.
    known = {name: clock.status for name, clock in _named(before)} if before else {}
    return tuple(
        StatusChange(
            key=after.key,
            addressee=name[0],
            before=known.get(name),
            after=clock.status,
            reason=clock.reason,
            on=after.today,
        )
        for name, clock in _named(after)
        if known.get(name) is not clock.status
    )


def _named(timing: Timing) -> list[tuple[tuple[str, int], Clock]]:
    n_times: Counter[str] = Counter()
    named = []
    for clock in timing.clocks:
        name = office_words(clock.office.role, clock.office.portfolio)
        named.append(((name, n_times[name]), clock))
        n_times[name] += 1
    return named


def _frame(dossier: Dossier, today: date, settings: TrackSettings) -> Frame:
    filed_on, is_disputed = _filing_day(dossier)
    chamber = _chamber(dossier)
    is_oral = any(each.parsed.form is Form.ORAL for each in dossier.documents)
    return Frame(
        today=today,
        filed_on=filed_on,
        is_disputed=is_disputed,
        chamber=chamber,
        is_oral=is_oral,
        days=Days() if is_oral else days_of(filed_on, chamber, settings.recesses),
        withdrawals=tuple(each for each in dossier.documents if each.parsed.kind is Kind.WITHDRAWAL),
        n_unread=len(dossier.unread),
    )


def _filing_day(dossier: Dossier) -> tuple[date | None, bool]:
    """The day of filing that terms count from, and whether publications print different ones.

    It is the one that most places print; where none has most, the latest, so that nobody is called late for a misprint.
    """
    dates = dossier.filing.dates
    if len(dates) < 2:
        return dossier.filing.submitted_on, False
    first, second = dates[:2]
    if len(first.places) > len(second.places):
        return dossier.filing.submitted_on, True
    return max(date.fromisoformat(each.text) for each in dates), True


def _chamber(dossier: Dossier) -> Chamber | None:
    """Whose member asks: as most publications print it, or their identifiers have it; only the Tweede Kamer has case numbers."""
    named = [each.parsed.chamber for each in dossier.documents if each.parsed.chamber] or _chambers_of_identifiers(dossier)
    if named:
        return min(Counter(named).items(), key=lambda each: (-each[1], each[0]))[0]
    return Chamber.TWEEDE_KAMER if any(each.case_number for each in dossier.documents) else None


def _chambers_of_identifiers(dossier: Dossier) -> list[Chamber]:
    parts = (parse_publication_id(each) for document in dossier.documents for each in document.identifiers)
    return [Chamber(each.chamber) for each in parts if each and each.chamber]


def _clock(standing: Standing, wording: Wording) -> Clock:
    placed = standing.placed
    documents = [*(each.document for each in placed.replies), *placed.notices]
    if standing.status is AddresseeStatus.WITHDRAWN:
        documents.extend(standing.frame.withdrawals)
    return Clock(
        office=placed.office,
        status=standing.status,
        due_on=standing.due_on,
        term=standing.term,
        answered_on=standing.answered_on,
        postponed_on=standing.postponed_on,
        n_days=standing.n_days,
        n_days_late=standing.n_days_late,
        by=tuple(dict.fromkeys(each.key for each in documents)),
        answered_by=_answered_by(standing, wording),
        reason=explain(standing, wording),
    )


def _answered_by(standing: Standing, wording: Wording) -> tuple[str, ...]:
    """Who answered, where that is another or several together."""
    if standing.reply is None or standing.status is AddresseeStatus.ANSWERED:
        return ()
    document = standing.reply.document
    offices = (*document.answering, *document.on_behalf)
    return tuple(dict.fromkeys(wording.office(each.role, each.portfolio) for each in offices))


def _status(clocks: tuple[Clock, ...], frame: Frame) -> DossierStatus:
    statuses = {each.status for each in clocks}
    is_answered = bool(statuses & set(ANSWERED))
    if clocks and is_answered:
        is_settled = statuses <= {*ANSWERED, AddresseeStatus.WITHDRAWN}
        return DossierStatus.COMPLETE if is_settled else DossierStatus.PARTLY_ANSWERED
    if frame.withdrawals:
        return DossierStatus.WITHDRAWN
    return DossierStatus.UNKNOWN if not clocks or AddresseeStatus.UNKNOWN in statuses else DossierStatus.OPEN
