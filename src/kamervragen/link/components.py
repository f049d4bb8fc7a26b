"""Which publications stand in one dossier: those that joined ties connect, unless an editor keeps them apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeVar

from kamervragen.dossiers import Correction, Document, Link, Relation
from kamervragen.terms import Certainty, CorrectionAction, LinkKind, Verdict

_STRENGTH = {kind: place for place, kind in enumerate(LinkKind)}
_SURENESS = {certainty: place for place, certainty in enumerate(Certainty)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """Publications divided into dossiers.

    Args:
        groups: the keys of each dossier's publications.
        links: every link with what came of it: a joined one across a separation is SEPARATED.
    """

    groups: tuple[frozenset[str], ...]
    links: tuple[Link, ...]


def editor_links(corrections: Iterable[Correction], documents: Iterable[Document]) -> tuple[Link, ...]:
    """The editor's rows about these publications, as links; a row that names a publication not among them gives none."""
    keys: dict[str, list[str]] = {}
    for document in documents:
        for identifier in document.identifiers:
            keys.setdefault(identifier, []).append(document.key)
    found = (
        _editor_link(each, *sorted(pair))
        for each in corrections
        for pair in product(keys.get(each.first, ()), keys.get(each.second, ()))
        if pair[0] != pair[1]
    )
    return tuple(dict.fromkeys(found))


def _editor_link(correction: Correction, source: str, target: str) -> Link:
    is_joined = correction.action is CorrectionAction.JOIN
    return Link(
        source=source,
        target=target,
        kind=LinkKind.EDITOR,
        verdict=Verdict.JOINED if is_joined else Verdict.SEPARATED,
        certainty=Certainty.CERTAIN,
        detail=f"{'Samengevoegd' if is_joined else 'Gescheiden'} door {correction.by} op {correction.on}: {correction.reason}",
    )


def divide(keys: Iterable[str], links: Iterable[Link]) -> Components:
    """Publications divided by the links between them.

    Without separations the groups are the connected components of the joined links. With them the links are taken from the
    strongest to the weakest, and one that would bring two separated publications into one group is left out.

    Args:
        keys: of the publications.
        links: those between them, and those that lead elsewhere, which join nothing.
    """
    groups = {key: {key} for key in keys}
    ordered = sorted(links, key=_strength)
    apart = {frozenset((each.source, each.target)) for each in ordered if each.verdict is Verdict.SEPARATED}
    kept: list[Link] = []
    for each in ordered:
        is_inside = each.source in groups and each.target in groups
        if each.verdict is not Verdict.JOINED or not is_inside:
            kept.append(each)
        elif _may_join(groups[each.source], groups[each.target], apart):
            _join(groups, each)
            kept.append(each)
        else:
            kept.append(replace(each, verdict=Verdict.SEPARATED))
    distinct = {id(group): frozenset(group) for group in groups.values()}
    return Components(groups=tuple(distinct.values()), links=tuple(kept))


def _strength(link: Link) -> tuple[int, int, str, str]:
    return _STRENGTH[link.kind], _SURENESS[link.certainty], link.source, link.target


def _may_join(one: set[str], other: set[str], apart: set[frozenset[str]]) -> bool:
    if one is other or not apart:
        return True
    return not any(frozenset(pair) in apart for pair in product(one, other))


def _join(groups: dict[str, set[str]], link: Link) -> None:
    one, other = sorted((groups[link.source], groups[link.target]), key=len)
    if one is not other:
        other |= one
        for key in one:
            groups[key] = other


_Tie = TypeVar("_Tie", Link, Relation)


def by_ends(ties: Iterable[_Tie]) -> Mapping[str, Sequence[_Tie]]:
    """For each publication the ties that have it at an end."""
    found: dict[str, list[_Tie]] = {}
    for tie in ties:
        found.setdefault(tie.source, []).append(tie)
        found.setdefault(tie.target, []).append(tie)
    return found
