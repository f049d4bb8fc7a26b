"""What tables have in common; there is no table of any of these."""

from django.db import models


class Row(models.Model):
    """One of several of the same kind that a publication has, in printed order."""

    publication = models.ForeignKey("store.Publication", on_delete=models.CASCADE)
    position = models.IntegerField()

    class Meta:
        """No table of its own."""

        abstract = True


class Piece(models.Model):
    """One of several of the same kind that a dossier has, in printed order."""

    dossier = models.ForeignKey("store.DossierRow", on_delete=models.CASCADE)
    position = models.IntegerField()

    class Meta:
        """No table of its own."""

        abstract = True
