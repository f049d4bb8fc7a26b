"""The record at rest: raw bytes on disk, all that was derived from them in the database. A Django app.

`entry` and `raw` work without Django, so that worker processes can use them; `models`, `writing` and `queries` need it.
"""
