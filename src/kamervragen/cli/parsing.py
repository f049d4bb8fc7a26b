"""What `kamervragen parse` prints. Works without Django."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from kamervragen import contract
from kamervragen.cli.summary import summarise
from kamervragen.contract import Json
from kamervragen.environment import read_environment
from kamervragen.errors import FetchError, KamervragenError
from kamervragen.fetch import open_source
from kamervragen.ingest.pool import Lost, Pool
from kamervragen.limits import Limits
from kamervragen.model import RawDocument
from kamervragen.pipeline import Record, process


def print_parsed(paths: Sequence[Path], *, as_json: bool, with_body: bool) -> int:
    """Print each document, as JSON or as a summary; gives the exit status: 1 when one could not be read.

    Raises:
        InputError: nothing is at a path.
    """
    limits = read_environment(os.environ).limits
    status = 0
    for name, result in _results(paths, limits):
        if isinstance(result, KamervragenError):
            status = 1
        print(_json_line(name, result, with_body=with_body) if as_json else _summary(name, result), flush=True)
    return status


_Job = tuple[RawDocument | FetchError, Limits]


def _results(paths: Sequence[Path], limits: Limits) -> Iterator[tuple[str, Record | KamervragenError]]:
    """Each document with what came of it, read in another process: one that hangs or breaks it costs no other."""
    sources = [open_source(path, limits) for path in paths]
    jobs: Iterator[_Job] = ((document, limits) for source in sources for document in source)
    pool: Pool[_Job, Record | KamervragenError] = Pool(read_document, n_workers=1, timeout_s=limits.timeout_s, depth=1)
    for (document, _), result in pool.run(jobs):
        name = document.name if isinstance(document, RawDocument) else Path(document.where).name
        yield name, _error(result, limits) if isinstance(result, Lost) else result


def _error(lost: Lost, limits: Limits) -> KamervragenError:
    return KamervragenError(lost.code, lost.message(limits.timeout_s))


def read_document(job: _Job) -> Record | KamervragenError:
    """The record of a document, or why there is none."""
    document, limits = job
    if isinstance(document, FetchError):
        return document
    try:
        return process(document, limits)
    except KamervragenError as error:
        return error


def _json_line(name: str, result: Record | KamervragenError, *, with_body: bool) -> str:
    plain: dict[str, Json]
    if isinstance(result, KamervragenError):
        plain = {"source": name, "error": {"code": result.code, "message": result.message}}
    else:
        plain = contract.to_json(result.parsed, result.text.body if with_body else None)
    return json.dumps(plain, ensure_ascii=False)


def _summary(name: str, result: Record | KamervragenError) -> str:
    return f"{name}\n  {result.message}\n" if isinstance(result, KamervragenError) else summarise(result.parsed)
