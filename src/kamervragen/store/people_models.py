"""The table of the authority file: who is who.

    PeopleRow          one row for each claim that was handed in; `store.people` makes persons of them

It is handed in, not derived: `kamervragen reparse` does not touch it.
"""

from django.db import models


class PeopleRow(models.Model):
    """What a row of a file of people claims (`people.claims`). All is loaded at once: nothing but its key is looked up."""

    key = models.TextField(unique=True)  # the origin, a colon, and what tells the row from all others of that origin
    kind = models.CharField(max_length=8)  # name, party, seat, holding or tenure
    claim = models.TextField()  # as JSON
    imported_at = models.DateTimeField()  # when it came to say this

    def __str__(self) -> str:
        return self.key
