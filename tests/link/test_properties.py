"""What holds for any publications in any order: a dossier is what its publications say, not how they came."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from invented_filings import FILED_ON, OTHER_QUESTIONS, OTHER_SUBJECT, QUESTIONS, SUBJECT, filing, notice, publication
from kamervragen.dossiers import Correction, Document, Dossier
from kamervragen.link import Ties, candidate_keys, find_ties, group, link, relate, verify
from kamervragen.terms import CorrectionAction, Kind, Verdict

KEYS = [f"ah-tk-20302031-{number}" for number in range(1, 9)]
KINDS = [Kind.ANSWER, Kind.ANSWER, Kind.POSTPONEMENT, Kind.SUPPLEMENT, Kind.CORRECTION, Kind.WITHDRAWAL]


@st.composite
def _publications(draw: st.DrawFn, *, one_filing: bool = False) -> list[Document]:
    """Publications of two filings, or of one, with slips of every kind."""
    numbers = draw(st.lists(st.sampled_from(KEYS), unique=True, min_size=1, max_size=6))
    documents = [_draw_publication(draw, key, one_filing=one_filing) for key in numbers]
    if draw(st.booleans()):
        documents.append(filing())
    if draw(st.booleans()) and not one_filing:
        documents.append(filing("kv-tk-2031Z00043", subject=OTHER_SUBJECT, questions=OTHER_QUESTIONS))
    return documents


def _draw_publication(draw: st.DrawFn, key: str, *, one_filing: bool) -> Document:
    is_other = not one_filing and draw(st.booleans())
    subject, questions = (OTHER_SUBJECT, OTHER_QUESTIONS) if is_other else (SUBJECT, QUESTIONS)
    slip = draw(st.sampled_from(["", "name", "day", "subject", "text", "words", "case", "office", "nothing printed"]))
    see_also = tuple(draw(st.lists(st.sampled_from(KEYS), max_size=2, unique=True)))
    return publication(
        key,
        draw(st.sampled_from(KINDS)),
        names={"name": ("Rietvink",), "nothing printed": ()}.get(slip, ("Rietvinck",)),
        day={"day": date(2031, 1, 21), "nothing printed": None}.get(slip, FILED_ON),
        subject=subject[:-3] if slip == "subject" else subject,
        questions={"text": questions[1:], "words": (questions[0], *(f"{each[:-9]}, of niet?" for each in questions[1:]))}.get(
            slip, questions
        ),
        asked=("Buitenlandse Zaken",) if slip == "office" else ("Defensie", "Financiën"),
        case="2031Z00042" if slip == "case" else None,
        see_also=see_also,
        by=(draw(st.sampled_from(["Defensie", "Financiën"])),),
    )


@st.composite
def _corrections(draw: st.DrawFn) -> tuple[Correction, ...]:
    pairs = draw(st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), max_size=3, unique_by=frozenset))
    action = st.sampled_from(list(CorrectionAction))
    return tuple(
        Correction(action=draw(action), first=one, second=other, reason="r", by="b", on=FILED_ON)
        for one, other in pairs
        if one != other
    )


def _groups(dossiers: Sequence[Dossier]) -> set[frozenset[str]]:
    return {frozenset(each.key for each in dossier.memberships) for dossier in dossiers}


@given(_publications(), _corrections(), st.randoms())
def test_the_order_of_arrival_does_not_matter(documents: list[Document], corrections: tuple[Correction, ...], random) -> None:
    shuffled = random.sample(documents, len(documents))

    assert link(shuffled, corrections) == link(documents, corrections)


@given(_publications(), _corrections())
def test_every_publication_stands_in_one_dossier_and_no_two_dossiers_share_a_key(
    documents: list[Document], corrections: tuple[Correction, ...]
) -> None:
    dossiers = link(documents, corrections)

    assert sorted(each.key for dossier in dossiers for each in dossier.memberships) == sorted(each.key for each in documents)
    assert len({dossier.key for dossier in dossiers}) == len(dossiers)


@given(_publications(), _corrections())
def test_linking_twice_gives_the_same(documents: list[Document], corrections: tuple[Correction, ...]) -> None:
    assert link([*documents, *documents], corrections) == link(documents, corrections)


@given(_publications())
def test_a_publication_that_is_added_never_parts_two_that_stood_together(documents: list[Document]) -> None:
    before = _groups(link(documents[1:]))
    after = _groups(link(documents))

    assert all(any(group <= larger for larger in after) for group in before)


@given(_publications(), _publications())
def test_a_tie_is_the_same_from_both_ends_and_found_under_a_shared_key(ones: list[Document], others: list[Document]) -> None:
    for one, other in zip(ones, others, strict=False):
        link, relation = verify(one, other), relate(one, other)
        assert link == verify(other, one)
        assert relation == relate(other, one)
        if relation or (link and link.verdict is not Verdict.SUGGESTED):
            assert candidate_keys(one) & candidate_keys(other)


@given(_publications(), _corrections())
def test_separated_publications_never_stand_together(documents: list[Document], corrections: tuple[Correction, ...]) -> None:
    groups = _groups(link(documents, corrections))
    apart = [{each.first, each.second} for each in corrections if each.action is CorrectionAction.SEPARATE]

    assert not any(pair <= group for pair in apart for group in groups)


@given(_publications(), _corrections())
def test_what_is_cited_is_a_member_a_doubt_or_unread(documents: list[Document], corrections: tuple[Correction, ...]) -> None:
    for dossier in link(documents, corrections):
        members = {each.key for each in dossier.memberships}
        known = (
            members
            | {each.target for each in dossier.unread}
            | {key for each in dossier.doubts for key in (each.source, each.target)}
        )
        assert {target for each in dossier.documents for target in each.parsed.see_also} <= known


@given(_publications(), _corrections())
def test_a_store_that_adds_one_publication_at_a_time_comes_to_the_same_dossiers(
    documents: list[Document], corrections: tuple[Correction, ...]
) -> None:
    store = _Store(corrections)
    for document in documents:
        store.add(document)

    assert sorted(store.dossiers.values(), key=lambda each: each.key) == list(link(documents, corrections))


class _Store:
    """What a database keeps: publications, an index of their keys, ties, and the dossiers made of them."""

    def __init__(self, corrections: Sequence[Correction]) -> None:
        self.corrections = corrections
        self.documents: dict[str, Document] = {}
        self.ties = Ties()
        self.dossiers: dict[frozenset[str], Dossier] = {}

    def add(self, document: Document) -> None:
        """Tie a publication to its candidates, and make the dossiers anew that it touches, and only those."""
        keys = candidate_keys(document)
        found = find_ties(document, [each for each in self.documents.values() if keys & candidate_keys(each)])
        self.documents[document.key] = document
        self.ties = Ties(links=(*self.ties.links, *found.links), relations=(*self.ties.relations, *found.relations))
        affected = self._affected(document.key)
        self.dossiers = {group: dossier for group, dossier in self.dossiers.items() if not group & affected}
        ties = Ties(
            links=tuple(each for each in self.ties.links if {each.source, each.target} & affected),
            relations=tuple(each for each in self.ties.relations if {each.source, each.target} & affected),
        )
        made = group([self.documents[key] for key in sorted(affected)], ties, self.corrections)
        self.dossiers |= {frozenset(each.key for each in dossier.memberships): dossier for dossier in made}

    def _affected(self, key: str) -> set[str]:
        """The publications of all dossiers that a new publication touches, by any tie or editor's row."""
        rows = [{each.first, each.second} for each in self.corrections]
        pairs = [{each.source, each.target} for each in (*self.ties.links, *self.ties.relations)]
        joined = [{each.source, each.target} for each in self.ties.links if each.verdict is Verdict.JOINED]
        affected = {key}.union(*(pair for pair in (*pairs, *rows) if key in pair))
        while any(pair & affected and not pair <= affected for pair in (*joined, *rows)):
            affected = affected.union(*(pair for pair in (*joined, *rows) if pair & affected))
        return affected & set(self.documents)


def test_notices_of_other_filings_are_among_what_is_drawn() -> None:
    assert notice("ah-tk-20302031-1").parsed.questions == ()
