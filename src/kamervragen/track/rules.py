"""The rules about time as data: which term holds for questions filed on a day, and where that is written."""

from datetime import date

from kamervragen.terms import Chamber, TermKind
from kamervragen.timings import Rule

_WEEKS_3 = 21

RULES = (
    Rule(
        kind=TermKind.FIRST,
        n_days=_WEEKS_3,
        chamber=Chamber.TWEEDE_KAMER,
        from_on=None,
        until_on=date(2021, 3, 30),
        is_practice=False,
        source="Reglement van Orde van de Tweede Kamer, artikel 135, eerste lid (tekst van 2017; oudere niet nagegaan)",
    ),
    Rule(
        kind=TermKind.FIRST,
        n_days=_WEEKS_3,
        chamber=Chamber.TWEEDE_KAMER,
        from_on=date(2021, 3, 31),
        until_on=None,
        is_practice=False,
        source="Reglement van Orde van de Tweede Kamer, in werking sinds 31 maart 2021",
    ),
    Rule(
        kind=TermKind.FURTHER,
        n_days=_WEEKS_3,
        chamber=Chamber.TWEEDE_KAMER,
        from_on=None,
        until_on=None,
        is_practice=True,
        source="praktijk: de lijst van onbeantwoorde vragen van de Tweede Kamer noemt vragen met uitstel pas na zes weken",
    ),
    Rule(
        kind=TermKind.FIRST,
        n_days=None,
        chamber=Chamber.EERSTE_KAMER,
        from_on=None,
        until_on=None,
        is_practice=False,
        source="Reglement van Orde van de Eerste Kamer, artikel 140 (oude tekst): er staat geen termijn in",
    ),
)
"""Every rule with its period and its source.

Source: Reglement van Orde TK, artikel 135 (BWBR0006023, text of 2017): who cannot answer within three weeks tells the Voorzitter
so with reasons. The text in force since 31 March 2021 has the same three weeks; the number of its article was not verified, so it
is not printed. The further term stands in neither: it is practice. Reglement van Orde EK, artikel 140 (BWBR0007428): no term.
"""


def find_rule(kind: TermKind, chamber: Chamber, on: date) -> Rule | None:
    """The rule that sets a term for questions filed on a day; None where there is none."""
    return next((each for each in RULES if each.kind is kind and each.chamber is chamber and _is_on(each, on)), None)


def _is_on(rule: Rule, day: date) -> bool:
    return (rule.from_on is None or rule.from_on <= day) and (rule.until_on is None or day <= rule.until_on)
