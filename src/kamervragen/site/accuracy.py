"""How often the program was found right, and on what: the packaged table `accuracy.csv`, one row for each figure.

A row of counts fills `right` and `total`; any other figure fills `value`. Who measures anew changes the row and its date:
the words come from `evaluation/words.py tests/search/words.tsv`, the figures of the search from `evaluation/retrieval.py`,
those of "already asked?" from the same with `--similar` and from `benchmarks/similar.py`.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

PARTS: Final = {
    "reading": _("Lezen"),
    "words": _("Woorden"),
    "retrieval": _("Zoeken"),
    "similar": _("Zelfde vraag?"),
}
MEASURES: Final = {
    "kind": _("soort document"),
    "subject": _("onderwerp"),
    "submitters": _("wie vraagt, met fractie"),
    "addressees": _("aan wie"),
    "respondents": _("wie antwoordt"),
    "dates": _("ingezonden en ontvangen"),
    "see_also": _("verwijzingen in de kop"),
    "identifiers": _("kenmerk, nummer, vergaderjaar en zaaknummer"),
    "question_numbering": _("nummering van de vragen, per document"),
    "question_text": _("tekst van elke vraag, van begin tot eind"),
    "answer_text": _("tekst van elk antwoord, met de vragen waarbij het hoort"),
    "footnotes": _("voetnoten, per document"),
    "whole_documents": _("documenten waarin alles klopt"),
    "word_table": _("woordparen waarvan de zoeker terecht wel of niet vindt"),
    "ndcg_keywords": _("nDCG@10, enkele trefwoorden"),
    "ndcg_journalist": _("nDCG@10, een korte vraag in gewone taal"),
    "ndcg_reasked": _("nDCG@10, dezelfde kwestie in heel andere woorden"),
    "near_copies": _("gekopieerde vragen met 0 tot 20 % andere woorden, gevonden bij de eerste tien"),
}
SAMPLES: Final = {
    "read_by_hand": _("98 echte documenten die met de hand zijn nagelezen; de lezers zijn ook op deze documenten verbeterd"),
    "word_table": _("woordparen uit echte vragen en antwoorden, met de hand beoordeeld; ook gebruikt bij het maken"),
    "needs": _("60 informatiebehoeften over 1.000 echte vragen, met de hand beoordeeld; ook gebruikt bij het afstellen"),
    "planted": _("1.500 vragen waarin woorden zijn veranderd, tussen 60.000 vragen die uit zinnen van echte vragen zijn gemaakt"),
    "planted_in_many": _("2.500 zulke vragen, tussen 600.000 waarin elke zin in honderden andere vragen staat"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One figure.

    Args:
        part: what of the program it is about, a key of `PARTS`.
        measure: what was counted, a key of `MEASURES`.
        n_right, n_total: how many of how many were right; None for a figure that is no count.
        value: the figure where there are no counts.
        sample: what it was measured on, a key of `SAMPLES`.
        measured_on: the day.
    """

    part: str
    measure: str
    n_right: int | None
    n_total: int | None
    value: float | None
    sample: str
    measured_on: date

    @property
    def share(self) -> str:
        """The figure as people read it: a percentage with one decimal, rounded down so that 100 means all; or the value."""
        if self.value is not None:
            return number_format(self.value, 2)
        assert self.n_right is not None, "a figure is a value or a count"
        assert self.n_total, "a figure is a value or a count"
        return f"{number_format(self.n_right * 1000 // self.n_total / 10, 1)} %"

    @property
    def measure_words(self) -> str:
        """What was counted, in words."""
        return gettext(MEASURES[self.measure])


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTable:
    """The figures of one part of the program that were measured on the same day on the same things."""

    part: str
    sample: str
    measured_on: date
    scores: tuple[Score, ...]

    @property
    def part_words(self) -> str:
        """The part in a word."""
        return gettext(PARTS[self.part])

    @property
    def sample_words(self) -> str:
        """What it was measured on, in words."""
        return gettext(SAMPLES[self.sample])


@cache
def load_scores() -> tuple[ScoreTable, ...]:
    """The packaged figures by part, sample and day, in the order of the table."""
    tables: dict[tuple[str, str, date], list[Score]] = {}
    for row in csv.DictReader((files("kamervragen.site") / "accuracy.csv").read_text(encoding="utf-8").splitlines(), strict=True):
        score = _score(row)
        tables.setdefault((score.part, score.sample, score.measured_on), []).append(score)
    return tuple(
        ScoreTable(part=part, sample=sample, measured_on=day, scores=tuple(scores))
        for (part, sample, day), scores in tables.items()
    )


def _score(row: dict[str, str]) -> Score:
    return Score(
        part=row["part"],
        measure=row["measure"],
        n_right=int(row["right"]) if row["right"] else None,
        n_total=int(row["total"]) if row["total"] else None,
        value=float(row["value"]) if row["value"] else None,
        sample=row["sample"],
        measured_on=date.fromisoformat(row["measured_on"]),
    )
