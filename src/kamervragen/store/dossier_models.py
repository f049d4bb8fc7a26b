"""The tables of dossiers: what `link` and `track` made of the publications, and what they need to go on from there.

    Publication ──many── CandidateKey, CitationRow             under what it is found, what it refers to
         ├──many── LinkRow, RelationRow ──one── Publication    what ties two
         └──one── MembershipRow ──one── DossierRow ──many── DossierName, AskerRow, AddresseeRow, ChangeRow
    CorrectionRow                                              the editor's rows that were followed last
    Unlinked                                                   what no dossier knows yet
    Linker                                                     by which version of it everything was linked

All of it is derived but `ChangeRow`, which tells what was seen when. What hangs on the present day is never stored as such: days
are, and the status that was true on the day `tracked_on`. Texts and evidence are in the records; `store.dossiers` puts a
dossier together.
"""

from django.db import models

from kamervragen.store.abstract_models import Piece, Row


class CandidateKey(models.Model):
    """A key under which a publication is found by those it may belong with (`link.candidate_keys`), as a number of 64 bits.

    Two keys with one number cost a comparison more and change nothing.
    """

    key = models.BigIntegerField()
    publication = models.ForeignKey("store.Publication", on_delete=models.CASCADE)

    class Meta:
        """The index from key to publication."""

        indexes = (models.Index(fields=["key", "publication"]),)

    def __str__(self) -> str:
        return f"{self.key} {self.publication_id}"


class CitationRow(Row):
    """A reference in the text of a publication to something that has an identifier, whether that is in the record or not.

    References to the web and to questions of the same document have no row; all are in the reading.
    """

    kind = models.CharField(max_length=11)  # terms.CitationKind
    target = models.CharField(max_length=120)
    start = models.IntegerField()
    end = models.IntegerField()

    class Meta:
        """The index from target to publication."""

        indexes = (models.Index(fields=["target", "publication"]),)


class LinkRow(models.Model):
    """That two publications were found to belong, or not to belong, to one filing; `link.verify` gives the evidence again."""

    source = models.ForeignKey("store.Publication", on_delete=models.CASCADE, related_name="links_from")
    target = models.ForeignKey("store.Publication", on_delete=models.CASCADE, related_name="links_to")
    kind = models.CharField(max_length=11)  # terms.LinkKind
    verdict = models.CharField(max_length=12)  # terms.Verdict, before the editor's separations
    certainty = models.CharField(max_length=7)
    cited_as = models.CharField(max_length=120)

    def __str__(self) -> str:
        return f"{self.source_id} {self.verdict} {self.target_id}"


class RelationRow(models.Model):
    """That a publication of one filing asks on after, or asks the same as, one of an earlier filing."""

    source = models.ForeignKey("store.Publication", on_delete=models.CASCADE, related_name="relations_from")
    target = models.ForeignKey("store.Publication", on_delete=models.CASCADE, related_name="relations_to")
    kind = models.CharField(max_length=9)  # terms.RelationKind
    certainty = models.CharField(max_length=7)
    cited_as = models.CharField(max_length=120)

    def __str__(self) -> str:
        return f"{self.source_id} {self.kind} {self.target_id}"


class DossierRow(models.Model):
    """One filing with everything in the record that belongs to it."""

    key = models.CharField(max_length=80, unique=True)
    subject = models.TextField(null=True)
    submitted_on = models.DateField(null=True)
    chamber = models.CharField(max_length=2, null=True)
    form = models.CharField(max_length=8)
    session_year = models.CharField(max_length=9, null=True)  # of its first publication that prints one
    n_publications = models.IntegerField()
    n_questions = models.IntegerField()
    n_replies = models.IntegerField()
    n_addressees = models.IntegerField()
    n_answered = models.IntegerField()  # addressees whose answer is in the record, by whomever it was given
    n_unread = models.IntegerField()  # what headings cite and the record does not hold; while there is any, nobody is called late
    n_findings = models.IntegerField()
    first_answered_on = models.DateField(null=True)
    last_answered_on = models.DateField(null=True)
    status = models.CharField(max_length=15)  # terms.DossierStatus on the day `tracked_on`
    tracked_on = models.DateField()

    class Meta:
        """The indexes for the lists."""

        indexes = (
            models.Index(fields=["-submitted_on", "key"]),
            models.Index(fields=["session_year", "-submitted_on", "key"]),
            models.Index(fields=["-last_answered_on", "key"]),
            models.Index(fields=["status", "submitted_on", "key"]),
        )

    def __str__(self) -> str:
        return self.key


class DossierName(models.Model):
    """A name under which a dossier is found: its key, a case number, or the key or an identifier of a publication of it."""

    dossier = models.ForeignKey(DossierRow, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=120)

    class Meta:
        """The index from name to dossier."""

        indexes = (models.Index(fields=["name", "dossier"]),)

    def __str__(self) -> str:
        return self.name


class MembershipRow(models.Model):
    """That a publication stands in a dossier; each publication that was linked stands in one."""

    publication = models.OneToOneField("store.Publication", on_delete=models.CASCADE, primary_key=True, related_name="membership")
    dossier = models.ForeignKey(DossierRow, on_delete=models.CASCADE, related_name="memberships")
    part = models.CharField(max_length=12)  # terms.DossierPart

    def __str__(self) -> str:
        return f"{self.publication_id} in {self.dossier_id}"


class AskerRow(Piece):
    """A member who asks, in the spelling that most publications of the dossier print."""

    name = models.TextField()
    party = models.TextField(null=True)

    class Meta:
        """The indexes for lists by member and party."""

        indexes = (models.Index(fields=["name"]), models.Index(fields=["party"]))


class AddresseeRow(Piece):
    """An office to which a filing is addressed, and how it stood with it on the day `tracked_on` of its dossier.

    The columns from `submitted_on` on are those of `timings.Clock`. Who is late today is asked with the days and `n_unread`.
    """

    role = models.CharField(max_length=20)
    portfolio = models.TextField(null=True)  # as printed
    usual = models.TextField(null=True)  # the usual name of the portfolio by the table
    ministry = models.CharField(max_length=12, null=True)  # the TOOI code; None when the authority table does not know it
    submitted_on = models.DateField(null=True)
    status = models.CharField(max_length=19)  # terms.AddresseeStatus
    due_on = models.DateField(null=True)
    term = models.CharField(max_length=7, null=True)  # terms.TermKind
    answered_on = models.DateField(null=True)
    postponed_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    n_unread = models.IntegerField()  # of its dossier

    class Meta:
        """The indexes for the lists of what is open and what was answered."""

        indexes = (
            models.Index(fields=["status", "submitted_on"]),
            models.Index(fields=["ministry", "submitted_on"]),
            models.Index(fields=["status", "due_on"]),
            models.Index(fields=["answered_on"]),
        )


class ChangeRow(models.Model):
    """That an addressee of a dossier came to stand otherwise. Rows are added and never changed."""

    dossier = models.ForeignKey(DossierRow, on_delete=models.CASCADE, related_name="changes")
    addressee = models.TextField()  # in the words of timings.StatusChange
    before = models.CharField(max_length=19, null=True)  # terms.AddresseeStatus; None for the first
    after = models.CharField(max_length=19)
    reason = models.TextField()
    on = models.DateField()  # the day it is noted for
    at = models.DateTimeField()  # when it was noted

    class Meta:
        """The index for the newest changes."""

        indexes = (models.Index(fields=["-at"]), models.Index(fields=["after", "-on"]))

    def __str__(self) -> str:
        return f"{self.addressee}: {self.before} → {self.after}"


class CorrectionRow(models.Model):
    """A row of the editor's file beside the data, as it was when dossiers were last made."""

    action = models.CharField(max_length=8)  # terms.CorrectionAction
    first = models.TextField()
    second = models.TextField()
    reason = models.TextField()
    by = models.TextField()
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.action} {self.first} {self.second}"


class Unlinked(models.Model):
    """A publication that was written, retired or touched by such a one since dossiers were last made; as `Unindexed`."""

    key = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.key


class Linker(models.Model):
    """The one row that tells which version of the linker found all keys and ties that there are (`link.LINKER_VERSION`)."""

    version = models.IntegerField()

    def __str__(self) -> str:
        return str(self.version)
