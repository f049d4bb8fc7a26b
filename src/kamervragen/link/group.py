"""Publications and the ties between them → dossiers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kamervragen.dossiers import Correction, Document, Dossier, Link, Membership, Place, Relation, Unread
from kamervragen.identifiers import parse_publication_id
from kamervragen.link.comparison import compare
from kamervragen.link.components import by_ends, divide, editor_links
from kamervragen.link.filing import filing_of
from kamervragen.link.findings import findings_of
from kamervragen.link.keys import keys_of
from kamervragen.link.parts import is_published, order_of, parts_of
from kamervragen.link.relations import cited_relations, relate_compared
from kamervragen.link.traits import Traits, base_of, traits_of
from kamervragen.link.verify import verify_compared
from kamervragen.terms import Kind, LinkKind, Verdict

_ABOUT_A_NUMBER = (LinkKind.IDENTIFIER, LinkKind.REPRINT, LinkKind.CASE_NUMBER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What was found between pairs of publications, sorted by their keys."""

    links: tuple[Link, ...] = ()
    relations: tuple[Relation, ...] = ()


def find_ties(document: Document, others: Iterable[Document]) -> Ties:
    """All that ties a publication to others. Who keeps ties may leave out their evidence: `verify` and `relate` give it again.

    Args:
        document: the publication.
        others: those that share one of its `candidate_keys`; more of them change nothing.
    """
    return tie(traits_of(document), map(traits_of, others))


def tie(traits: Traits, others: Iterable[Traits]) -> Ties:
    """The same from traits, for who compares one document with many others and keeps theirs."""
    return _ties((traits, other) for other in others)


def _ties(pairs: Iterable[tuple[Traits, Traits]]) -> Ties:
    links: list[Link] = []
    relations: list[Relation] = []
    for first, second in pairs:
        comparison = compare(first, second)
        found = verify_compared(comparison)
        if found:
            links.append(found)
        related = None if found and found.verdict is Verdict.JOINED else relate_compared(comparison)
        if related:
            relations.append(related)
    return Ties(
        links=tuple(sorted(links, key=lambda each: (each.source, each.target))),
        relations=tuple(sorted(relations, key=lambda each: (each.source, each.target))),
    )


def link(documents: Iterable[Document], corrections: Iterable[Correction] = ()) -> tuple[Dossier, ...]:
    """The dossiers of all these publications, by key. The order of the publications does not matter.

    Args:
        documents: publications; of two with one key the last counts.
        corrections: an editor's rows, which win over everything.
    """
    traits = {document.key: traits_of(document) for document in documents}
    index: dict[str, list[str]] = {}
    for key in sorted(traits):
        for candidate in keys_of(traits[key]):
            index.setdefault(candidate, []).append(key)
    pairs = {(one, other) for keys in index.values() for place, one in enumerate(keys) for other in keys[place + 1 :]}
    ties = _ties((traits[one], traits[other]) for one, other in sorted(pairs))
    return group([each.document for each in traits.values()], ties, corrections)


def group(documents: Sequence[Document], ties: Ties, corrections: Iterable[Correction] = ()) -> tuple[Dossier, ...]:
    """The dossiers of some publications, by key.

    What comes out for a dossier depends only on its own publications and the ties that touch them. So after one publication
    is added, changed or removed only these are needed: the publications that joined ties, and editor's rows that join, connect
    to it or to one that any tie, old or new, ties to it.

    Args:
        documents: whole dossiers.
        ties: all that touch these publications, also from outside.
        corrections: an editor's rows; those about other publications do nothing.
    """
    by_key = {document.key: document for document in documents}
    components = divide(by_key, (*editor_links(corrections, documents), *ties.links))
    links, relations = by_ends(components.links), by_ends(ties.relations)
    dossiers = (_Grouping(by_key, keys, links, relations).dossier() for keys in components.groups)
    return tuple(sorted(dossiers, key=lambda each: each.key))


class _Grouping:
    """One dossier on its way from publications to record."""

    def __init__(
        self,
        by_key: Mapping[str, Document],
        keys: frozenset[str],
        links: Mapping[str, Sequence[Link]],
        relations: Mapping[str, Sequence[Relation]],
    ) -> None:
        self.by_key, self.keys = by_key, keys
        self.documents = sorted((by_key[key] for key in keys), key=order_of)
        self.identifiers = {identifier for document in self.documents for identifier in document.identifiers}
        touching = {each for key in keys for each in links.get(key, ())}
        self.links = sorted(touching, key=lambda each: (each.source, each.target, each.kind))
        found = {each for key in keys for each in relations.get(key, ()) if (each.source in keys) != (each.target in keys)}
        self.relations = sorted(found, key=lambda each: (each.source, each.target, each.kind))

    def dossier(self) -> Dossier:
        """The record."""
        key = self._key()
        names = {name for each in self.documents for name in (*each.identifiers, each.case_number) if name}
        memberships = self._memberships()
        doubts = tuple(each for each in self.links if each.verdict is not Verdict.JOINED and not self._is_settled(each))
        filing = filing_of([each for each in self.documents if each.parsed.kind is not Kind.OTHER])
        return Dossier(
            key=key,
            aliases=tuple(sorted(names - {key})),
            filing=filing,
            memberships=memberships,
            unread=self._unread(),
            relations=self._relations(),
            doubts=doubts,
            findings=findings_of(memberships, filing, doubts),
        )

    def _is_settled(self, link: Link) -> bool:
        """Whether a suggestion is about two publications that other ties have joined."""
        return link.verdict is Verdict.SUGGESTED and {link.source, link.target} <= self.keys

    def _key(self) -> str:
        """The case number that most publications print, unless others claim it; else the first identifier, else the key."""
        n_times = Counter(each.case_number for each in self.documents if each.case_number and self._may_claim(each.case_number))
        if n_times:
            return min(n_times, key=lambda case: (-n_times[case], case))
        published = [each.key for each in self.documents if is_published(each)]
        believed = [each.official_id for each in self.documents if each.official_id and not self._is_doubted(each.key)]
        return next(iter([*published, *believed]), self.documents[0].key)

    def _may_claim(self, case: str) -> bool:
        """Whether no publication outside prints the same case number, or the filing itself stands here."""
        holders = {each.key for each in self.documents if each.case_number == case}
        is_filed_here = any(_is_filing(self.by_key[key]) for key in holders)
        return is_filed_here or not any(self._is_doubted(key) for key in holders)

    def _is_doubted(self, key: str) -> bool:
        """Whether a number of this publication also stands on a publication of another dossier."""
        return any(self._is_claimed_outside(each) for each in self.links if key in (each.source, each.target))

    def _is_claimed_outside(self, link: Link) -> bool:
        if {link.source, link.target} <= self.keys:
            return False
        ends = [self.by_key[key] for key in (link.source, link.target) if key in self.by_key]
        cases = {each.case_number for each in ends}
        return link.kind in _ABOUT_A_NUMBER or (len(ends) == 2 and len(cases) == 1)

    def _memberships(self) -> tuple[Membership, ...]:
        parts = parts_of(self.documents)
        inside = [each for each in self.links if {each.source, each.target} <= self.keys and each.verdict is Verdict.JOINED]
        return tuple(
            Membership(
                document=document,
                part=parts[document.key][0],
                links=tuple(each for each in inside if document.key in (each.source, each.target)),
                replaces=parts[document.key][1],
            )
            for document in self.documents
        )

    def _unread(self) -> tuple[Unread, ...]:
        """What headings cite and no publication of the record is."""
        known = self.identifiers | {base_of(each) for each in self.identifiers}
        known |= {each.cited_as for each in self.links}
        cited: dict[str, list[Place]] = {}
        for document in self.documents:
            for target in document.parsed.see_also:
                if target not in known:
                    cited.setdefault(target, []).extend(document.read_at("see_also"))
        return tuple(Unread(target=target, cited_by=tuple(places)) for target, places in sorted(cited.items(), key=_by_number))

    def _relations(self) -> tuple[Relation, ...]:
        """The relations to and from other filings, those to what the record does not hold at the end."""
        resolved = {(each.source, each.cited_as) for each in self.relations}
        own = self.identifiers | {each.case_number for each in self.documents}
        named = (each for document in self.documents for each in cited_relations(document))
        unresolved = [each for each in named if each.target not in own and (each.source, each.cited_as) not in resolved]
        return tuple(dict.fromkeys((*self.relations, *unresolved)))


def _is_filing(document: Document) -> bool:
    parts = parse_publication_id(document.key)
    return bool(parts and parts.series == "kv" and not parts.reprint)


def _by_number(cited: tuple[str, list[Place]]) -> tuple[object, ...]:
    parts = parse_publication_id(cited[0])
    number = int(parts.number) if parts and parts.number.isdigit() else 0
    return str(parts.session_year) if parts else "", number, cited[0]
