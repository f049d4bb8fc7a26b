"""The top of a dossier's page: the sentences a journalist needs, with what they rest on, in the language of the page."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from django.utils.translation import get_language, gettext, ngettext

from kamervragen.comparisons import Comparison
from kamervragen.dossiers import Dossier
from kamervragen.dutch.counting import capitalize
from kamervragen.identifiers import SessionYear
from kamervragen.parse.inference import session_year_of
from kamervragen.site.dossier_words import number_word
from kamervragen.site.matrix import Column
from kamervragen.site.phrases import count_words, group_digits, join_words, print_day
from kamervragen.terms import AddresseeStatus, DossierPart
from kamervragen.timings import ANSWERED, WAITING, Timing

_NAMED: Final = 4  # so many are named in a sentence; more are counted


def tell(dossier: Dossier, timing: Timing, comparison: Comparison, columns: Sequence[Column], gaps: str = "") -> tuple[str, ...]:
    """The sentences at the top: who answered and who did not, what stands out in the answers, what that rests on.

    Args:
        dossier: it.
        timing: where it stands, told in the language of the page.
        comparison: its answers beside each other.
        columns: of its matrix.
        gaps: the sentence on the numbers that are not in the record, as `tell_gaps` gives it.
    """
    is_one_answer = len(timing.clocks) == 1 and timing.clocks[0].status in ANSWERED
    standing = timing.clocks[0].reason if is_one_answer else timing.sentence
    differences = comparison.sentence if get_language() == "nl" else tell_differences(comparison, columns)
    coverage = " ".join(filter(None, (tell_coverage(dossier), gaps, tell_day(timing))))
    return tuple(filter(None, (standing, differences, coverage)))


def tell_day(timing: Timing) -> str:
    """On which day this holds; "" where it does not hang on the day."""
    if not any(each.status in WAITING for each in timing.clocks):
        return ""
    return gettext("De stand is die van %(day)s, de laatste dag die het register kent.") % {"day": print_day(timing.today)}


def tell_gaps(dossier: Dossier, timing: Timing, count: Callable[[], Mapping[str, int]]) -> str:
    """Where somebody's term is over: how many numbers that may be the answer are not in the record; "" where that is none.

    Args:
        dossier: it.
        timing: where its addressees stand, and on which day.
        count: how many numbers are missing, by session year; asked only where somebody's term is over.
    """
    filed_on = dossier.filing.submitted_on
    if filed_on is None or not any(each.status is AddresseeStatus.OVERDUE for each in timing.clocks):
        return ""
    first, last = session_year_of(filed_on).first, session_year_of(timing.today).first
    years = [str(SessionYear(each)) for each in range(first, last + 1)]
    known = count()
    n_missing = {year: known[year] for year in years if year in known}
    return " ".join(filter(None, (_tell_missing(n_missing), _tell_unnumbered(len(years) - len(n_missing)))))


def _tell_missing(n_missing: Mapping[str, int]) -> str:
    n, years = sum(n_missing.values()), [year for year, n in n_missing.items() if n]
    if not years:
        return ""
    sentence = ngettext(
        "Van %(years)s ontbreekt %(n)s nummer in het register; dat kan een antwoord zijn.",
        "Van %(years)s ontbreken %(n)s nummers in het register; daar kan een antwoord bij zijn.",
        n,
    )
    return sentence % {"years": _name_years(years), "n": group_digits(n)}


def _tell_unnumbered(n_years: int) -> str:
    """Of years without any number in the record, and of those whose numbers are not printed with their year."""
    if not n_years:
        return ""
    sentence = ngettext(
        "Van %(n)s vergaderjaar sinds de indiening is niet bekend hoeveel nummers er ontbreken.",
        "Van %(n)s vergaderjaren sinds de indiening is niet bekend hoeveel nummers er ontbreken.",
        n_years,
    )
    return sentence % {"n": number_word(n_years)}


def _name_years(years: Sequence[str]) -> str:
    if len(years) == 1:
        return gettext("het vergaderjaar %(year)s (Tweede Kamer)") % {"year": years[0]}
    if len(years) == 2:
        return gettext("de vergaderjaren %(first)s en %(last)s (Tweede Kamer)") % {"first": years[0], "last": years[1]}
    return gettext("de vergaderjaren %(first)s tot en met %(last)s (Tweede Kamer)") % {"first": years[0], "last": years[-1]}


def tell_differences(comparison: Comparison, columns: Sequence[Column]) -> str:
    """For pages in other languages, which the Dutch sentence of the comparison does not suit: whose answers stand out, and where.

    "" where nobody's do: for lack of answers, or of something that most say.
    """
    names = {column.reply: column.full for column in columns if column.reply}
    found: dict[str, list[str]] = {}
    for question in comparison.questions:
        for key in question.outliers:
            found.setdefault(key, []).append(question.number)
    if not found:
        return ""
    n = sum(map(len, found.values()))
    sentence = ngettext("%(n)s antwoord wijkt af: %(who)s.", "%(n)s antwoorden wijken af: %(who)s.", n)
    who = "; ".join(_where(names.get(key, key), numbers) for key, numbers in found.items())
    if len(found) > _NAMED:
        who = gettext("zie de tabel")
    return capitalize(sentence % {"n": number_word(n), "who": who})


def _where(name: str, numbers: Sequence[str]) -> str:
    return gettext("%(name)s, vraag %(numbers)s") % {"name": name, "numbers": join_words([each for each in numbers if each])}


def tell_coverage(dossier: Dossier) -> str:
    """What was read, and how much that is known to exist was not: so much the other sentences rest on."""
    n_read, n_replies, n_unread = len(dossier.memberships), len(dossier.of_part(DossierPart.REPLY)), len(dossier.unread)
    words = {
        "read": count_words(n_read, ngettext("%(n)s stuk", "%(n)s stukken", n_read)),
        "replies": count_words(n_replies, ngettext("%(n)s antwoord", "%(n)s antwoorden", n_replies)),
        "n": number_word(n_unread),
    }
    if not n_unread:
        return gettext("Dit rust op %(read)s, waarvan %(replies)s.") % words
    sentence = ngettext(
        "Dit rust op %(read)s, waarvan %(replies)s; %(n)s stuk waarnaar zij verwijzen is niet gelezen.",
        "Dit rust op %(read)s, waarvan %(replies)s; %(n)s stukken waarnaar zij verwijzen zijn niet gelezen.",
        n_unread,
    )
    return sentence % words
