"""The Django app of the record."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The tables of the record."""

    name = "kamervragen.store"
    label = "store"
    verbose_name = "Kamervragen"
