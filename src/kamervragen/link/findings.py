"""What is odd about a dossier: said on its page, never a reason to stop or to guess."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kamervragen.dossiers import Document, DossierFinding, Filing, Link, Membership, is_same_office
from kamervragen.dutch.counting import join_words
from kamervragen.terms import DossierPart, LinkKind, Verdict

_LATER_ANSWERS = (DossierPart.REPLY, DossierPart.SUPPLEMENT, DossierPart.CORRECTION)


def findings_of(memberships: Sequence[Membership], filing: Filing, doubts: Iterable[Link]) -> tuple[DossierFinding, ...]:
    """What is odd about a dossier, in the order of its publications."""
    found = (
        *_of_days(memberships),
        *_of_replies(memberships),
        *_of_references(memberships),
        *_of_filing(filing),
        *_of_numbers(memberships),
        *_of_doubts(doubts),
    )
    return tuple(dict.fromkeys(found))


def _of_days(memberships: Iterable[Membership]) -> Iterator[DossierFinding]:
    for each in memberships:
        document, parsed = each.document, each.document.parsed
        for finding in parsed.findings:
            if finding.code == "impossible_date":
                places = document.places([finding.span] if finding.span else [])
                yield DossierFinding(code=finding.code, detail=f"{each.key}: {finding.detail}", places=places)
        if parsed.answered_on and parsed.submitted_on and parsed.answered_on < parsed.submitted_on:
            detail = (
                f"{each.key} is van {parsed.answered_on}, maar de vragen zijn volgens hetzelfde stuk van {parsed.submitted_on}."
            )
            places = (*document.read_at("received_on"), *document.read_at("letter_date"), *document.read_at("submitted_on"))
            yield DossierFinding(code="answered_before_asked", detail=detail, places=places)


def _of_replies(memberships: Sequence[Membership]) -> Iterator[DossierFinding]:
    replies = [each.document for each in memberships if each.part is DossierPart.REPLY]
    for first, second in combinations(replies, 2):
        if _have_same_respondent(first, second) and _answered(first) & _answered(second):
            detail = f"{first.key} en {second.key} zijn twee antwoorden van dezelfde bewindspersoon op dezelfde vragen."
            places = (*first.read_at("respondents"), *second.read_at("respondents"))
            yield DossierFinding(code="two_replies", detail=detail, places=places)
    withdrawn = [each for each in memberships if each.part is DossierPart.WITHDRAWAL]
    answered = [each for each in memberships if each.part in _LATER_ANSWERS]
    if withdrawn and answered:
        detail = f"De vragen zijn ingetrokken ({withdrawn[0].key}), en toch staat hier een antwoord ({answered[0].key})."
        yield DossierFinding(code="withdrawn_and_answered", detail=detail)


def _have_same_respondent(first: Document, second: Document) -> bool:
    return any(is_same_office(one, other) for one in first.answering for other in second.answering)


def _answered(document: Document) -> set[str]:
    return {number for answer in document.parsed.answers for number in answer.numbers}


def _of_references(memberships: Iterable[Membership]) -> Iterator[DossierFinding]:
    for each in memberships:
        itself = sorted(set(each.document.parsed.see_also) & set(each.document.identifiers))
        if itself:
            detail = f"{each.key} verwijst naar zichzelf; de verwijzing is niet gevolgd."
            yield DossierFinding(code="cites_itself", detail=detail, places=each.document.read_at("see_also"))


def _of_filing(filing: Filing) -> Iterator[DossierFinding]:
    if len(filing.dates) > 1:
        detail = f"De stukken noemen verschillende dagen van indiening: {join_words([each.text for each in filing.dates])}."
        yield DossierFinding(code="dates_differ", detail=detail, places=tuple(p for each in filing.dates for p in each.places))
    for asker in filing.submitters:
        if len(asker.spellings) > 1:
            spellings = join_words([f"«{each.text}»" for each in asker.spellings])
            detail = f"De naam van de indiener is verschillend gedrukt: {spellings}."
            places = tuple(place for each in asker.spellings for place in each.places)
            yield DossierFinding(code="names_differ", detail=detail, places=places)
    for asked in filing.addressees:
        if asked.office.ministry is None:
            named = asked.office.portfolio or asked.office.role
            detail = f"«{named}» staat in geen tabel met een bron; bij welk ministerie dit hoort is niet bekend."
            yield DossierFinding(code="unknown_addressee", detail=detail, places=asked.places)


def _of_numbers(memberships: Iterable[Membership]) -> Iterator[DossierFinding]:
    documents = [each.document for each in memberships if each.document.case_number]
    cases = sorted({each.case_number or "" for each in documents})
    if len(cases) > 1:
        places = tuple(place for each in documents for place in each.read_at("case_number"))
        yield DossierFinding(
            code="case_numbers_differ", detail=f"De stukken noemen verschillende zaaknummers: {join_words(cases)}.", places=places
        )


def _of_doubts(doubts: Iterable[Link]) -> Iterator[DossierFinding]:
    codes = {LinkKind.SEE_ALSO: "see_also_other_questions", LinkKind.CASE_NUMBER: "case_number_of_other_questions"}
    for each in doubts:
        if each.verdict is Verdict.CONTRADICTED:
            yield DossierFinding(code=codes.get(each.kind, "number_of_other_questions"), detail=each.detail, places=each.evidence)
