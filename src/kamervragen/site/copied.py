"""The passages that stand in most of the answers of a ministry. In no language: they are kept for all pages."""

from dataclasses import dataclass
from typing import Final

from django.conf import settings

from kamervragen.errors import InputError, KamervragenError
from kamervragen.ingest.reusing import answer_texts, most_copied_by
from kamervragen.site.naming import name_publication

_MOST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedLine:
    """A passage that stands word for word in several publications.

    Args:
        key: one of them.
        anchor: the answer in it.
        reference: how that publication is cited.
        text: the passage.
        n_publications: how many have it.
    """

    key: str
    anchor: str
    reference: str
    text: str
    n_publications: int


def list_copied(ministry: str) -> tuple[CopiedLine, ...] | None:
    """The passages that most publications have in which a ministry answers; none where nobody looked for passages.

    None where they cannot be read now, such as while they are made anew.

    Args:
        ministry: its TOOI code.
    """
    try:
        found = most_copied_by(settings.DATA, ministry, _MOST)
    except InputError:
        return ()
    except KamervragenError:
        return None
    texts = answer_texts(each.key for each in found) if found else {}
    return tuple(
        CopiedLine(
            key=each.key,
            anchor=each.anchor,
            reference=name_publication(each.key),
            text=" ".join(texts[each.key, each.anchor][slice(*each.span)].split()),
            n_publications=each.n_publications,
        )
        for each in found
        if (each.key, each.anchor) in texts
    )
