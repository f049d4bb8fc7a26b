"""What speaks for a printed name being a person's, and against it: the name itself, the party and the office on the day."""

from collections.abc import Iterable
from datetime import date

from kamervragen.authorities import Authorities
from kamervragen.folding import fold
from kamervragen.people.names import PARTICLES, Form, are_compatible, fold_words, read_form, read_initials, words_before
from kamervragen.people.records import Person, PersonName, Tenure, Term
from kamervragen.terms import Certainty, NameEvidence, Role

Evidence = tuple[NameEvidence, ...]
_AGAINST = frozenset({NameEvidence.OTHER_PARTY, NameEvidence.NOT_THEN})
_ON_THE_DAY = frozenset({NameEvidence.PARTY, NameEvidence.OFFICE})
_BEYOND_SURNAME = frozenset({NameEvidence.FIRST_NAME, NameEvidence.INITIALS, NameEvidence.ALIAS})


def weigh_name(form: Form, person: Person) -> Evidence | None:
    """What in a printed form speaks for a person; None when it is not this person's name."""
    for alias in map(read_form, person.aliases):
        if alias.all_words == form.all_words and are_compatible(alias.initials, form.initials):
            return (NameEvidence.SURNAME, NameEvidence.ALIAS)
    weighed = (each for name in person.names if (each := _weigh_parts(form, name)) is not None)
    return max(weighed, key=len, default=None)


def _weigh_parts(form: Form, name: PersonName) -> Evidence | None:
    first_names = split_first_names(form, name)
    initials = read_initials(name.initials)
    if first_names is None or not _may_have_initials(form.initials, name, initials):
        return None
    if first_names and not _is_first_name(first_names, name, initials):
        return None
    evidence = [NameEvidence.SURNAME]
    if first_names and name.first_name:
        evidence.append(NameEvidence.FIRST_NAME)
    if initials and (form.initials or (first_names and not name.first_name)):
        evidence.append(NameEvidence.INITIALS)
    return tuple(evidence)


def _may_have_initials(printed: tuple[str, ...], name: PersonName, initials: tuple[str, ...]) -> bool:
    """Whether printed initials agree with the person's, or are the one letter with which the name in use begins."""
    return are_compatible(initials, printed) or (len(printed) == 1 and fold(name.first_name).startswith(printed[0]))


def split_first_names(form: Form, name: PersonName) -> tuple[str, ...] | None:
    """The first names in a printed form when its surname is this one, whole or up to its hyphen; None when it is not."""
    surname = read_form(name.surname)
    if form.tail and surname.tail and form.tail != surname.tail:
        return None
    up_to_hyphen = words_before(surname.words, form.words)
    return words_before(surname.all_words, form.all_words) if up_to_hyphen is None else up_to_hyphen


def _is_first_name(printed: tuple[str, ...], name: PersonName, initials: tuple[str, ...]) -> bool:
    """Whether printed first names are the person's, or begin as the initials do where no first name is known."""
    known = fold_words(name.first_name)
    if known:
        return printed[: len(known)] == known[: len(printed)]
    return bool(initials) and printed[0].startswith(initials[0])


def may_be_called(person: Person, first_names: tuple[str, ...], initials: tuple[str, ...]) -> bool:
    """Whether a person may have these first names and initials; () of either says nothing."""
    if first_names and first_names[-1] in PARTICLES:
        return False
    known = ((name, read_initials(name.initials)) for name in person.names)
    return any(
        _may_have_initials(initials, name, own) and (not first_names or _is_first_name(first_names, name, own))
        for name, own in known
    )


def weigh_seat(person: Person, party: str | None, on: date | None, authorities: Authorities) -> Evidence:
    """What the seats of a person say about a member who is printed with a party on a day; () when they cannot tell."""
    if not person.seats:
        return ()
    held = [each for each in person.seats if on is None or each.is_on(on)]
    if not held:
        return _absent(person.seats, on) if on else ()
    parties = {each.party for each in held} - {""}
    if on is None and any(each.known_until for each in held):
        return ()  # another seat may have begun since the list was made
    if party and parties and not _is_party(party, parties, authorities):
        return (NameEvidence.OTHER_PARTY,)
    if on is None:
        return ()  # that the person once sat for the party does not say that it was then
    return (NameEvidence.PARTY,) if party and parties else (NameEvidence.SEAT,)


def weigh_office(person: Person, role: Role | None, portfolio: str | None, on: date | None, authorities: Authorities) -> Evidence:
    """What the offices of a person say about somebody who answers in an office on a day; any office where `role` is None."""
    if not person.tenures or on is None:
        return ()
    held = [each for each in person.tenures if each.is_on(on)]
    if any(role is None or is_at(each, role, portfolio, on, authorities) for each in held):
        return (NameEvidence.OFFICE,)
    return (NameEvidence.NOT_THEN,) if held else _absent(person.tenures, on)


def _absent(terms: Iterable[Term], on: date) -> Evidence:
    """That none of these terms was held on a day, unless a source does not reach so far: another may have begun since."""
    is_unknown = any(each.is_on(on) is None or each.is_silent_on(on) for each in terms)
    return () if is_unknown else (NameEvidence.NOT_THEN,)


def _is_party(printed: str, parties: Iterable[str], authorities: Authorities) -> bool:
    return _party_key(printed, authorities) in {_party_key(each, authorities) for each in parties}


def _party_key(printed: str, authorities: Authorities) -> str:
    known = authorities.find_party(printed)
    return fold(known.name if known else printed)


def is_at(tenure: Tenure, role: Role, portfolio: str | None, on: date, authorities: Authorities) -> bool:
    """Whether an office is the printed one, or one in the same role at the same ministry: portfolios are named in many ways."""
    if tenure.role is not role:
        return False
    codes = {authorities.find_ministry_code(role, each, on) for each in (portfolio, tenure.portfolio)}
    return office_key(tenure.role, tenure.portfolio, on, authorities) == office_key(role, portfolio, on, authorities) or (
        len(codes) == 1 and None not in codes
    )


def office_key(role: Role, portfolio: str | None, on: date | None, authorities: Authorities) -> tuple[Role, str]:
    """What is equal for an office under all its names on a day: its ministry, or its portfolio where that is one of several."""
    known = authorities.find_portfolio(portfolio, on) if portfolio else None
    if portfolio is None or known is None:
        return (role, fold(portfolio or ""))
    is_ministry = any(each.code == known.ministry_code and each.name == known.name for each in authorities.ministries)
    return (role, known.ministry_code if is_ministry else fold(known.name))


def weigh(evidence: Evidence) -> Certainty:
    """How sure all the evidence together makes that the person is meant."""
    found = frozenset(evidence)
    if found & _AGAINST:
        return Certainty.GUESS
    if NameEvidence.MISPRINT in found:
        return Certainty.LIKELY if found & _ON_THE_DAY else Certainty.GUESS
    if found & _ON_THE_DAY or (NameEvidence.SEAT in found and found & _BEYOND_SURNAME):
        return Certainty.CERTAIN
    return Certainty.LIKELY if found & _BEYOND_SURNAME else Certainty.GUESS
