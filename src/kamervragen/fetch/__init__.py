"""Where bytes come from: a folder, a file or a zip → RawDocuments, one at a time, never all in memory."""

from kamervragen.fetch.sources import count_documents, open_source

__all__ = ["count_documents", "open_source"]
