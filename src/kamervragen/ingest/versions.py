"""By which readers and parser documents are read now; what others read is read again."""

from django.db.models import QuerySet

from kamervragen.parse import PARSER_VERSION
from kamervragen.read import docx, html, metadata, pdf, plain, xml
from kamervragen.store.models import Reading

READERS = frozenset(module.READER for module in (docx, html, metadata, pdf, plain, xml))


def current_readings() -> QuerySet[Reading]:
    """The readings by the present version of the program."""
    return Reading.objects.filter(parser=PARSER_VERSION, reader__in=READERS)
