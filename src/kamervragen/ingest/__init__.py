"""The sentence for one document, over many: workers, resume, failures, reparse.

fetch ─→ raw bytes on disk ─→ job ─worker→ Entry ─→ batch ─write→ record
                               └─────→ failure ──→ batch ─write→ register

`pool` and `worker` run in worker processes and work without Django; `run`, `reparse` and `retry` own the database.
"""
