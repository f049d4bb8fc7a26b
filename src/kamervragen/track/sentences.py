"""Why an addressee stands where it stands, and how a dossier stands as a whole, in sentences for citizens."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kamervragen.dossiers import Document, Office
from kamervragen.terms import AddresseeStatus, Chamber, DossierPart, TermKind
from kamervragen.timings import ANSWERED, Clock
from kamervragen.track.clock import Standing
from kamervragen.track.settings import Wording

_: Final = str  # marks a message for the catalog of translations


def explain(standing: Standing, wording: Wording) -> str:
    """Why the addressee has its status: which day, which term, what is not known."""
    values = _values(standing, wording)
    return " ".join(wording.say(each).format(**values) for each in (*_status(standing), *_caveats(standing)))


def _status(standing: Standing) -> Iterator[str]:
    if standing.reply:
        yield _answer(standing)
        if not standing.is_before_filing and standing.answered_on:
            yield _verdict(standing)
    else:
        yield _no_answer(standing)
        if standing.due_on is None and standing.status in (AddresseeStatus.OPEN, AddresseeStatus.POSTPONED):
            yield _no_term(standing)


def _answer(standing: Standing) -> str:
    mode = standing.status
    if standing.is_partly_read:
        return _("In het register staat alleen een aanvulling of rectificatie; het eerste antwoord zelf is niet gelezen.")
    if standing.answered_on is None:
        return _("Er is een antwoord van {by}, maar een dag staat er niet in; of het op tijd was, is niet te zeggen.")
    if standing.is_before_filing:
        return _(
            "Het antwoord van {by} draagt de dag {answered}, vóór de indiening op {filed}; "
            "hoe lang het duurde, is niet te zeggen."
        )
    if mode is AddresseeStatus.ANSWERED_JOINTLY:
        return _("Het antwoord kwam van {by} samen, op {answered}{after}.")
    if mode is AddresseeStatus.ANSWERED_BY_ANOTHER:
        return _("Het antwoord kwam van {by}, op {answered}{after}.")
    return _("Het antwoord kwam op {answered}{after}.")


def _verdict(standing: Standing) -> str:
    if standing.due_on is None:
        return _no_term(standing)
    is_further = standing.term is TermKind.FURTHER
    if standing.n_days_late is None:
        return _unsure(standing)
    if standing.n_days_late:
        if is_further:
            return _("Dat is {late} te laat: met het uitstelbericht{noticed} mocht het in de praktijk tot en met {due}.")
        return _(
            "Dat is {late} te laat: de termijn van drie weken liep tot en met {due}, "
            "en er staat geen uitstelbericht in het register."
        )
    if not is_further:
        return _("Dat is op tijd: de termijn van drie weken liep tot en met {due}.")
    if standing.answered_on and standing.frame.days.first_on and standing.answered_on <= standing.frame.days.first_on:
        return _("Dat is op tijd: de termijn van drie weken liep tot en met {first_due}. Er was ook een uitstelbericht{noticed}.")
    return _(
        "Dat is na de termijn van drie weken (tot en met {first_due}), maar met het uitstelbericht{noticed} "
        "mocht het in de praktijk tot en met {due}."
    )


def _unsure(standing: Standing) -> str:
    if standing.frame.n_unread:
        return _(
            "De termijn liep tot en met {due}. Of dit te laat is, is niet te zeggen: van de nummers waarnaar de stukken "
            "verwijzen, {unread} niet gelezen, en daar kan een uitstelbericht bij zijn."
        )
    if standing.placed.doubtful_notices and not standing.notices:
        return _(
            "De termijn liep tot en met {due}. Of dit te laat is, is niet te zeggen: "
            "er is een uitstelbericht van {notifier}, en of dat ook hiervoor geldt, staat er niet in."
        )
    return _(
        "De termijn liep tot en met {due}. Of er op tijd is geantwoord, is niet te zeggen: een ander antwoord draagt geen dag."
    )


def _no_answer(standing: Standing) -> str:
    status = standing.status
    if status is AddresseeStatus.WITHDRAWN:
        return _("De vragen zijn ingetrokken{withdrawn}.")
    if status is AddresseeStatus.UNKNOWN:
        return _unknown(standing)
    if standing.due_on is None:
        return _waiting_without_term(standing)
    if status is AddresseeStatus.OPEN:
        return _("In het register staat nog geen antwoord; de termijn van drie weken na de indiening loopt tot en met {due}.")
    if status is AddresseeStatus.POSTPONED:
        return _(
            "In het register staat nog geen antwoord, wel een uitstelbericht{noticed}; "
            "in de praktijk mag het dan nog eens drie weken duren, tot en met {due}."
        )
    return _overdue(standing)


def _unknown(standing: Standing) -> str:
    if standing.frame.n_unread:
        return _(
            "In het register staat geen antwoord van deze bewindspersoon, maar van de nummers waarnaar de stukken verwijzen, "
            "{unread} niet gelezen; daar kan het antwoord bij zijn."
        )
    if standing.placed.doubtful_replies:
        return _("In het register staat een antwoord van {doubtful}; of dat ook namens deze bewindspersoon is, staat er niet in.")
    return _(
        "In het register staat geen antwoord. Er is een uitstelbericht van {notifier}; "
        "of dat ook voor deze bewindspersoon geldt, staat er niet in. "
        "Zonder uitstel is {first_due} de laatste dag van de termijn; met uitstel mag het in de praktijk tot en met {due}."
    )


def _waiting_without_term(standing: Standing) -> str:
    if standing.notices:
        return _("In het register staat nog geen antwoord, wel een uitstelbericht{noticed}.")
    return _("In het register staat nog geen antwoord.")


def _no_term(standing: Standing) -> str:
    if standing.frame.is_oral:
        return _("De vragen zijn mondeling gesteld; de termijn van drie weken is die van schriftelijke vragen.")
    if standing.frame.chamber is Chamber.EERSTE_KAMER:
        return _("Voor antwoorden aan de Eerste Kamer geldt geen termijn.")
    return _("Een termijn is niet te noemen: de dag van indiening of de Kamer staat niet in de stukken.")


def _overdue(standing: Standing) -> str:
    if standing.is_maybe_postponed:
        return _(
            "In het register staat geen antwoord. Ook als het uitstelbericht van {notifier} voor deze bewindspersoon geldt, "
            "mocht het in de praktijk maar tot en met {due}: {late} geleden."
        )
    if standing.term is TermKind.FURTHER:
        return _(
            "In het register staat geen antwoord. Met het uitstelbericht{noticed} mocht het in de praktijk tot en met {due}, "
            "nog eens drie weken; dat is {late} geleden."
        )
    return _(
        "In het register staat geen antwoord en geen uitstelbericht; "
        "de termijn van drie weken na de indiening liep tot en met {due}, {late} geleden."
    )


def _caveats(standing: Standing) -> Iterator[str]:
    """What a reader must know besides."""
    frame = standing.frame
    if len(standing.firsts) > 1 and any(each.part is DossierPart.REPLY for each in standing.firsts[1:]):
        yield _("Er zijn meer antwoorden van deze bewindspersoon; het eerste telt.")
    if frame.is_disputed and standing.due_on:
        yield _("De stukken noemen verschillende dagen van indiening; gerekend is vanaf {filed}.")
    if standing.due_on and frame.days.n_recess_days[standing.term is TermKind.FURTHER]:
        yield _(
            "Dagen van het reces ({recess}) zijn niet meegeteld; "
            "dat is een instelling, want een bron voor die regel is niet gevonden."
        )
    if standing.answered_on and standing.answered_on > frame.today:
        yield _("Let op: {answered} ligt na vandaag.")
    if standing.placed.office.portfolio and not standing.placed.office.usual:
        yield _("Deze functie staat in geen van onze tabellen; de naam is overgenomen zoals hij gedrukt is.")


def _values(standing: Standing, wording: Wording) -> dict[str, str]:
    """What the messages may name; "" where there is nothing to name."""
    frame, days = standing.frame, standing.frame.days
    speakers = _speakers([standing.reply.document] if standing.reply else [])
    named = {
        "answered": standing.answered_on,
        "filed": frame.filed_on,
        "due": standing.due_on,
        "first_due": days.first_on,
    }
    notice = standing.notices[0].parsed.answered_on if standing.notices else None
    return {name: wording.day(day) if day else "" for name, day in named.items()} | {
        "by": name_offices(speakers or [standing.placed.office], wording),
        "after": _with(_(", na {days}"), "days", count_days(standing.n_days, wording), wording),
        "late": count_days(standing.n_days_late, wording),
        "noticed": _with(_(" van {day}"), "day", wording.day(notice) if notice else "", wording),
        "withdrawn": _with(_(" op {day}"), "day", wording.day(standing.withdrawn_on) if standing.withdrawn_on else "", wording),
        "unread": count_unread(frame.n_unread, wording),
        "doubtful": name_offices(_speakers(standing.placed.doubtful_replies), wording) or wording.say(_("een ander")),
        "notifier": name_offices(_speakers(standing.placed.doubtful_notices), wording) or wording.say(_("een ander")),
        "recess": count_days(days.n_recess_days[standing.term is TermKind.FURTHER], wording),
    }


def _with(message: str, name: str, value: str, wording: Wording) -> str:
    return wording.say(message).format(**{name: value}) if value else ""


def _speakers(documents: Iterable[Document]) -> list[Office]:
    return [office for each in documents for office in (*each.answering, *each.on_behalf)]


def name_offices(offices: Iterable[Office], wording: Wording) -> str:
    """Offices as an enumeration, each once."""
    return wording.enumerate(list(dict.fromkeys(wording.office(each.role, each.portfolio) for each in offices)))


def count_days(n_days: int | None, wording: Wording) -> str:
    """A number of days in words: `1 dag`; "" for None."""
    if n_days is None:
        return ""
    return wording.say(_("1 dag")) if n_days == 1 else wording.say(_("{n} dagen")).format(n=n_days)


def count_unread(n_unread: int, wording: Wording) -> str:
    """How many of the cited publications, with the verb: `is er 1`."""
    return wording.say(_("is er 1")) if n_unread == 1 else wording.say(_("zijn er {n}")).format(n=n_unread)


def sum_up(clocks: Sequence[Clock], partly: Sequence[Office], n_unread: int, n_replies: int, wording: Wording) -> str:
    """How a dossier stands, with its coverage: how many answers are read, whose are not in the record, and whose only in part."""
    answered = [each for each in clocks if each.status in ANSWERED]
    missing = [each for each in clocks if each.status not in (*ANSWERED, AddresseeStatus.WITHDRAWN)]
    if partly and len(clocks) == 1:
        return wording.say(_("Van het antwoord is alleen een aanvulling of rectificatie gelezen; het eerste antwoord zelf niet."))
    sentences = [_summary(len(clocks), len(answered), len(missing), n_replies)]
    if n_unread and (missing or not clocks):
        sentences.append(
            _("Van de nummers waarnaar de stukken verwijzen, {unread} niet gelezen; daarom heet hier niemand te laat.")
        )
    if partly:
        sentences.append(_("Van {partly} is alleen een aanvulling of rectificatie gelezen; het eerste antwoord zelf niet."))
    values = {
        "n": str(len(answered)),
        "total": str(len(clocks)),
        "missing": "; ".join(_name_missing(each, wording) for each in missing),
        "partly": name_offices(partly, wording),
        "unread": count_unread(n_unread, wording),
    }
    return " ".join(wording.say(each).format(**values) for each in sentences)


def _summary(n_asked: int, n_answered: int, n_missing: int, n_replies: int) -> str:
    if n_asked == 0:
        return _no_addressees(n_replies)
    if n_missing == 0:
        return _settled(n_asked, n_answered)
    if n_asked == 1:
        return _("Het antwoord staat niet in het register: {missing}.")
    if n_answered == 0:
        return _("Geen van de {total} antwoorden staat in het register: {missing}.")
    if n_answered == 1:
        return _("1 van de {total} antwoorden is gelezen; niet in het register: {missing}.")
    return _("{n} van de {total} antwoorden zijn gelezen; niet in het register: {missing}.")


def _settled(n_asked: int, n_answered: int) -> str:
    if n_answered == 0:
        return _("De vragen zijn ingetrokken.")
    if n_answered < n_asked:
        return _("Van {n} van de {total} bewindspersonen is het antwoord gelezen; verder zijn de vragen ingetrokken.")
    if n_asked == 1:
        return _("Het antwoord is gelezen.")
    if n_asked == 2:
        return _("Van beide bewindspersonen is een antwoord gelezen.")
    return _("Van alle {total} bewindspersonen is een antwoord gelezen.")


def _no_addressees(n_replies: int) -> str:
    if n_replies:
        return _("Er is een antwoord gelezen; aan wie de vragen gericht waren, staat niet in de stukken.")
    return _("Aan wie de vragen gericht zijn, staat niet in de stukken.")


def _name_missing(clock: Clock, wording: Wording) -> str:
    """A missing addressee, with how it stands: `minister (Defensie), 3 dagen over de termijn`."""
    values = {
        "office": wording.office(clock.office.role, clock.office.portfolio),
        "late": count_days(clock.n_days_late, wording),
        "due": wording.day(clock.due_on) if clock.due_on else "",
    }
    message = "{office}"
    if clock.status is AddresseeStatus.OVERDUE:
        message = _("{office}, {late} over de termijn")
    elif clock.status is AddresseeStatus.POSTPONED and clock.due_on:
        message = _("{office}, uitgesteld tot en met {due}")
    elif clock.status is AddresseeStatus.OPEN and clock.due_on:
        message = _("{office}, termijn tot en met {due}")
    return wording.say(message).format(**values)
