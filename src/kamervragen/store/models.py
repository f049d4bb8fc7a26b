"""The tables of the record.

    Source ──one── Reading          bytes, and what was read in them
       └── Publication ──many── Question, Answer, Submitter, Office, Reference, FindingRow     rows for filtering and counting
                └──many── Alias     old addresses
    Failure                         what could not be fetched, read or parsed
    Stamp                           which state of all this it is
    Unindexed                       what the search index does not know yet
    DossierRow, …                   the dossiers: see `dossier_models`
    PeopleRow                       who is who: see `people_models`

A `Source` never changes. All else is derived from the raw bytes and can be made again with `kamervragen reparse`. Rows say
what the publication's best source says; its whole record and text are in that source's `Reading`.
"""

from collections.abc import Mapping
from typing import cast

from django.db import models
from django.db.models.functions import Coalesce

from kamervragen import contract
from kamervragen.cite import find_references
from kamervragen.contract import Json
from kamervragen.model import Citation, ParsedDocument, Text
from kamervragen.store import dossier_models as dossier_models  # so that Django finds them
from kamervragen.store import people_models as people_models
from kamervragen.store.abstract_models import Row
from kamervragen.store.packing import unpack, unpack_citations, unpack_text


class Publication(models.Model):
    """Something that was published once, under one identifier, in one or more forms."""

    key = models.CharField(max_length=80, unique=True)  # the official identifier, or bron- and 12 digits of the SHA-256
    is_official = models.BooleanField()  # whether the key is an official identifier
    best = models.ForeignKey("Source", on_delete=models.PROTECT, related_name="best_of")
    kind = models.CharField(max_length=16)
    form = models.CharField(max_length=8)
    chamber = models.CharField(max_length=2, null=True)
    session_year = models.CharField(max_length=9, null=True)
    number = models.IntegerField(null=True)
    case_number = models.CharField(max_length=20, null=True)
    inferred_id = models.CharField(max_length=80, null=True)  # the identifier it does not print and is believed to have
    subject = models.TextField(null=True)
    is_numbered = models.BooleanField()
    submitted_on = models.DateField(null=True)
    received_on = models.DateField(null=True)
    letter_date = models.DateField(null=True)
    # The day by which lists are ordered: of the answers, or of the questions where there are none.
    dated_on = models.GeneratedField(
        expression=Coalesce("received_on", "letter_date", "submitted_on"),
        output_field=models.DateField(null=True),
        db_persist=True,
    )
    n_questions = models.IntegerField()
    n_answers = models.IntegerField()
    n_findings = models.IntegerField()

    class Meta:
        """Indexes for the lists."""

        indexes = (
            models.Index(fields=["session_year", "number"]),
            models.Index(fields=["kind", "session_year"]),
            models.Index(fields=["case_number"]),
            models.Index(fields=["inferred_id"], condition=models.Q(inferred_id__isnull=False), name="store_publi_believed_idx"),
            models.Index(fields=["received_on"]),
            models.Index(fields=["submitted_on"]),
            models.Index(fields=["-dated_on", "-number", "key"]),
            models.Index(fields=["kind", "-dated_on", "-number", "key"]),
            models.Index(fields=["session_year", "-dated_on", "-number", "key"]),
        )

    def __str__(self) -> str:
        return self.key


class Source(models.Model):
    """Bytes that were once handed in; they lie in the data folder under their SHA-256."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="sources")
    name = models.TextField()  # the file name, or the path inside an archive
    origin = models.TextField()  # where it was found first
    media_type = models.CharField(max_length=8)
    size_bytes = models.BigIntegerField()
    rank = models.IntegerField()  # how good a source of this kind is: 0 is best
    seen_at = models.DateTimeField()  # when it was handed in; of two equally good sources the newest is the best

    def __str__(self) -> str:
        return f"{self.name} ({self.sha256[:12]})"


class Reading(models.Model):
    """What one version of reader and parser made of a source."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, primary_key=True, related_name="reading")
    reader = models.CharField(max_length=40)
    parser = models.CharField(max_length=40)
    body_sha256 = models.CharField(max_length=64)
    read_at = models.DateTimeField()
    packed_text = models.BinaryField()
    packed_record = models.BinaryField()
    packed_citations = models.BinaryField(null=True)  # None when it was read before references were kept

    def __str__(self) -> str:
        return f"{self.source_id[:12]} {self.reader} {self.parser}"

    @property
    def text(self) -> Text:
        """The text, with its marks and blocks."""
        return unpack_text(self.packed_text)

    @property
    def json(self) -> Mapping[str, Json]:
        """The JSON object of the contract, without the body."""
        return cast(Mapping[str, Json], unpack(self.packed_record))

    @property
    def parsed(self) -> ParsedDocument:
        """The record of the document."""
        return contract.from_json(self.json)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every reference in the text."""
        return unpack_citations(self.packed_citations) if self.packed_citations is not None else find_references(self.text)


class Alias(models.Model):
    """An address under which a publication was known before; it redirects."""

    key = models.CharField(max_length=80, primary_key=True)
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="aliases")

    def __str__(self) -> str:
        return f"{self.key} → {self.publication_id}"


class Question(Row):
    """One numbered question. Its text is in the record."""

    number = models.CharField(max_length=20)
    division = models.CharField(max_length=9, null=True)


class Answer(Row):
    """One block of answer. `numbers` is as `2, 3, 4`; its text is in the record."""

    numbers = models.TextField()


class Submitter(Row):
    """A member who asks, as printed."""

    name = models.TextField()
    party = models.TextField(null=True)

    class Meta:
        """The indexes for lists by member and party."""

        indexes = (models.Index(fields=["name"]), models.Index(fields=["party"]))


class Office(Row):
    """An office that is asked, answers, or is answered on behalf of (`part`: asked, answering, on_behalf)."""

    part = models.CharField(max_length=9)
    role = models.CharField(max_length=20)
    name = models.TextField(null=True)
    portfolio = models.TextField(null=True)  # as printed
    ministry = models.CharField(max_length=12, null=True)  # the TOOI code; None when the authority table does not know it

    class Meta:
        """The index for lists by ministry."""

        indexes = (models.Index(fields=["part", "ministry"]),)


class Reference(Row):
    """A publication that the heading refers to ("Zie ook Aanhangsel …"), whether we have it or not."""

    target = models.CharField(max_length=80, db_index=True)


class FindingRow(Row):
    """Something odd in a document; `start` and `end` are None when it is about the whole."""

    code = models.CharField(max_length=60, db_index=True)
    detail = models.TextField()
    start = models.IntegerField(null=True)
    end = models.IntegerField(null=True)


class Failure(models.Model):
    """A document that could not be fetched, read or parsed; the row goes when it succeeds."""

    where = models.TextField(unique=True)  # the path, with the path inside an archive after it
    name = models.TextField()
    sha256 = models.CharField(max_length=64, db_index=True)  # "" when the bytes could not be had
    stage = models.CharField(max_length=8)  # fetch, read or work
    code = models.CharField(max_length=40)
    message = models.TextField()
    n_attempts = models.IntegerField(default=1)
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.where}: {self.code}"


class Stamp(models.Model):
    """The one row that tells states of the record apart: each batch that is written gives it another token."""

    token = models.CharField(max_length=32)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.token


class Unindexed(models.Model):
    """A publication that was written or retired since the search index was last brought up to date.

    One row for each time, also when its key is here already, so that what is written while the index is brought up to date
    keeps a row.
    """

    key = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.key
