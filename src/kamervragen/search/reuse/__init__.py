"""Passages that stand in answers of several publications: found, kept beside the record, and looked up for a page.

prepare    answers as words and keys, in any process
tables     what is known of each answer: a small SQLite database
segments   the keys of all answers, sorted: files that are read where they lie
writer     the one process that changes both, whole or not at all
library    both, opened to read: which answers have a key in common
find       the passages of one publication, verified word by word
pairs      all passages of the record
most       those that stand in the most publications
"""

from kamervragen.search.reuse.find import find_passages
from kamervragen.search.reuse.most import most_copied
from kamervragen.search.reuse.records import CommonPassage, CopiedPassage, Passages, SharedPassage

__all__ = ["CommonPassage", "CopiedPassage", "Passages", "SharedPassage", "find_passages", "most_copied"]
