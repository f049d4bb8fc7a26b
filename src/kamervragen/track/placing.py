"""Which replies and notices of a dossier are for which addressee.

Every conclusion rests on one publication and on lists of addressees that publications print, never on how many are left over.
So a further publication can add an answer, and never makes an addressee wait again: at most it makes it doubtful for whom
another spoke, where it prints another list than the publications before it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kamervragen.dossiers import Document, Dossier, Membership, Office, is_same_office
from kamervragen.terms import AddresseeStatus, DossierPart, Kind

_ANSWERS = (Kind.ANSWER, Kind.SUPPLEMENT, Kind.CORRECTION)
_AGAIN = (DossierPart.REPRINT, DossierPart.COPY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A publication that answers for one addressee.

    Args:
        document: the publication.
        part: what it is in the dossier.
        mode: answered, answered jointly, or answered by another.
    """

    document: Document
    part: DossierPart
    mode: AddresseeStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What the dossier holds for one addressee.

    Args:
        office: the addressee.
        replies: those that answer for it, by day and key.
        notices: its notices of delay, by day and key.
        doubtful_replies, doubtful_notices: of others who may speak for it; nothing printed says so.
    """

    office: Office
    replies: tuple[Reply, ...] = ()
    notices: tuple[Document, ...] = ()
    doubtful_replies: tuple[Document, ...] = ()
    doubtful_notices: tuple[Document, ...] = ()


def place(dossier: Dossier) -> tuple[Placed, ...]:
    """What the dossier holds for each addressee, in the order of the addressees."""
    desk = _Desk([each.office for each in dossier.filing.addressees], dossier.documents)
    answers = [each for each in dossier.memberships if each.document.parsed.kind in _ANSWERS]
    notices = [each for each in dossier.memberships if each.document.parsed.kind is Kind.POSTPONEMENT]
    replied = [_Spoken(desk, each) for each in sorted(answers, key=_by_day)]
    delayed = [_Spoken(desk, each) for each in sorted(notices, key=_by_day)]
    return tuple(
        Placed(
            office=office,
            replies=tuple(each.reply(at) for each in replied if at in each.speaks_for),
            notices=tuple(each.document for each in delayed if at in each.speaks_for),
            doubtful_replies=tuple(each.document for each in replied if at in each.doubtful),
            doubtful_notices=tuple(each.document for each in delayed if at in each.doubtful),
        )
        for at, office in enumerate(desk.offices)
    )


def _by_day(membership: Membership) -> tuple[bool, date, str]:
    """A key that sorts by day, what is only printed again after all else."""
    return membership.part in _AGAIN, membership.document.parsed.answered_on or date.max, membership.key


class _Desk:
    """The addressees of a dossier by number, and the lists of them that its publications print."""

    def __init__(self, offices: Sequence[Office], documents: Iterable[Document]) -> None:
        self.offices = offices
        self._known: dict[Office, int | None] = {}
        self._by_identity = {each.identity: at for at, each in reversed(list(enumerate(offices)))}
        lists = {self.numbers(each.asked) for each in documents} - {frozenset()}
        self.lists = sorted(lists, key=sorted)

    def find(self, office: Office) -> int | None:
        """The number of the addressee that this office is; None when it is none of them."""
        if office not in self._known:
            at = self._by_identity.get(office.identity)
            same = (number for number, each in enumerate(self.offices) if is_same_office(each, office))
            self._known[office] = next(same, None) if at is None else at
        return self._known[office]

    def numbers(self, offices: Iterable[Office]) -> frozenset[int]:
        """The numbers of the addressees among these offices."""
        return frozenset(at for at in map(self.find, offices) if at is not None)


class _Spoken:
    """A reply or notice, with the addressees it speaks for."""

    def __init__(self, desk: _Desk, membership: Membership) -> None:
        self.document, self.part = membership.document, membership.part
        self._desk = desk
        self._speakers = tuple(dict.fromkeys((*self.document.answering, *self.document.on_behalf)))
        self.by_name = desk.numbers(self._speakers)
        asked = desk.numbers(self.document.asked)
        self._lists = [asked] if asked else desk.lists  # it prints no list itself: it may answer any that another prints
        instead = [self._instead(each) for each in self._lists]
        self.speaks_for = self.by_name | (frozenset.intersection(*instead) if instead else frozenset())
        self.doubtful = frozenset().union(*instead, *map(self._doubtful, self._lists)) - self.speaks_for

    def reply(self, at: int) -> Reply:
        """The answer that it is for an addressee."""
        if at not in self.by_name and self._speakers:
            mode = AddresseeStatus.ANSWERED_BY_ANOTHER
        elif len({each.identity for each in self._speakers}) > 1:
            mode = AddresseeStatus.ANSWERED_JOINTLY
        else:
            mode = AddresseeStatus.ANSWERED
        return Reply(document=self.document, part=self.part, mode=mode)

    def _instead(self, asked: frozenset[int]) -> frozenset[int]:
        """Of a list of addressees those for whom another speaks: the only one, or the only one of the speaker's ministry."""
        silent = asked - self.by_name
        if len(asked) == 1:
            return silent
        others = (each for each in self._speakers if each.ministry and self._desk.find(each) not in asked)
        return frozenset().union(*(self._only_one(each, silent) for each in others))

    def _only_one(self, speaker: Office, silent: frozenset[int]) -> frozenset[int]:
        colleagues = self._colleagues(speaker, silent)
        alike = frozenset(at for at in colleagues if self._desk.offices[at].role is speaker.role)
        return next((each for each in (alike, colleagues) if len(each) == 1), frozenset())

    def _doubtful(self, asked: frozenset[int]) -> frozenset[int]:
        """Of a list of addressees those for whom it may speak: all where a stranger speaks, else those of the same ministry."""
        if any(not self._is_placed(each) for each in self._speakers) or not self._speakers:
            return asked
        return frozenset().union(*(self._colleagues(each, asked) for each in self._speakers))

    def _is_placed(self, speaker: Office) -> bool:
        """Whether it is clear for whom somebody speaks who signed: an addressee, or one whose place they took."""
        if self._desk.find(speaker) is not None:
            return True
        return any(self._only_one(speaker, each - self.by_name) or len(each) == 1 for each in self._lists)

    def _colleagues(self, speaker: Office, numbers: Iterable[int]) -> frozenset[int]:
        """Those of the same ministry."""
        return frozenset(at for at in numbers if speaker.ministry and self._desk.offices[at].ministry == speaker.ministry)
