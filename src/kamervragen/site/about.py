"""What the pages about this site say: who it is for, how well it reads, what is not known, and how to search."""

from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from kamervragen import __version__
from kamervragen.parse import PARSER_VERSION
from kamervragen.site.accuracy import ScoreTable, load_scores
from kamervragen.site.finding_words import FINDING_WORDS
from kamervragen.site.heading import TERM_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """What this is.

    Args:
        version: of the program.
        parser: version of what reads meaning out of texts.
        licence: of the program, as SPDX writes it.
        contact: where corrections go, with its scheme; "" when this installation names nobody.
        accuracy: how well it was found to read and search.
    """

    version: str
    parser: str
    licence: str
    contact: str
    accuracy: tuple[ScoreTable, ...]

    @property
    def contact_words(self) -> str:
        """The contact as people write it."""
        return self.contact.removeprefix("mailto:").removeprefix("tel:")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingMeaning:
    """A code of a finding and what it means."""

    code: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPage:
    """How documents are read and questions found.

    Args:
        term_days: the term that pages count days against.
        findings: what a finding may say.
        similar: how well earlier questions that ask the same are found.
    """

    term_days: int
    findings: tuple[FindingMeaning, ...]
    similar: tuple[ScoreTable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A query and what it finds."""

    query: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleGroup:
    """Queries that show one thing."""

    title: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPage:
    """How to search."""

    groups: tuple[ExampleGroup, ...]


_EXAMPLES: Final = (
    (
        _("Woorden"),
        (
            (_("stikstof uitstoot"), _("beide woorden, in welke vorm ook: ook «uitgestoten stikstof»")),
            (_("ambtenaar"), _("ook «ambtenaren»: andere vormen van een woord worden meegezocht")),
            (_("woningbouw"), _("ook «woningbouwbeleid»: samenstellingen met het woord worden meegezocht")),
            (_("coordinatie"), _("ook «coördinatie»: accenten, hoofdletters en koppeltekens tellen niet")),
        ),
    ),
    (
        _("Preciezer"),
        (
            (_('"van rechtswege"'), _("precies deze woorden na elkaar")),
            (_('"ambtenaar"'), _("alleen deze vorm van het woord")),
            (_("verkiez*"), _("woorden die zo beginnen")),
            (_("stikstof OF ammoniak"), _("een van beide; OR mag ook")),
            (_("stikstof NIET landbouw"), _("zonder het tweede woord; NOT of een streepje ervoor mag ook: -landbouw")),
            (_("(wolf OF das) schade"), _("haakjes houden bij elkaar wat bij elkaar hoort")),
        ),
    ),
    (
        _("Op gegevens"),
        (
            (_("verkiezingsuitslag ministerie:Defensie"), _("gevraagd aan of beantwoord door dit ministerie; afkorten mag")),
            (_("indiener:Zandstra"), _("gevraagd door dit Kamerlid, zoals de naam gedrukt is")),
            (_('fractie:"Partij voor de Dieren"'), _("gevraagd door deze fractie; twee woorden staan tussen aanhalingstekens")),
            (_("jaar:2023-2024"), _("in dit vergaderjaar; jaar:2024 is het kalenderjaar")),
            (_("datum:2024-01..2024-03"), _("in dit tijdvak")),
            (_("soort:uitstelbericht"), _("alleen berichten van uitstel")),
            (_("in:antwoord stikstof"), _("alleen in antwoorden; in:vraag zoekt alleen in vragen")),
        ),
    ),
)  # fmt: skip


def make_about() -> AboutPage:
    """What the page about this site says."""
    return AboutPage(
        version=__version__,
        parser=PARSER_VERSION,
        licence="EUPL-1.2",
        contact=settings.SERVING.contact,
        accuracy=load_scores(),
    )


def make_method() -> MethodPage:
    """What the page about the method says that is not running text."""
    findings = tuple(FindingMeaning(code=code, meaning=gettext(words)) for code, words in FINDING_WORDS.items())
    similar = tuple(table for table in load_scores() if table.part == "similar")
    return MethodPage(term_days=TERM_DAYS, findings=findings, similar=similar)


def make_help() -> HelpPage:
    """The queries that show how to search."""
    return HelpPage(
        groups=tuple(
            ExampleGroup(
                title=gettext(title),
                examples=tuple(Example(query=gettext(query), meaning=gettext(meaning)) for query, meaning in examples),
            )
            for title, examples in _EXAMPLES
        )
    )
