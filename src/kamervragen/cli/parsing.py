"""What `kamervragen parse` prints. Works without Django."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from kamervragen import contract
from kamervragen.cli.summary import summarise
from kamervragen.contract import Json
from kamervragen.environment import read_environment
from kamervragen.errors import KamervragenError
from kamervragen.fetch import open_source
from kamervragen.ingest.worker import confess
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


def _results(paths: Sequence[Path], limits: Limits) -> Iterator[tuple[str, Record | KamervragenError]]:
    sources = [open_source(path, limits) for path in paths]
    for document in (document for source in sources for document in source):
        if isinstance(document, RawDocument):
            yield document.name, _process(document, limits)
        else:
            yield Path(document.where).name, document


def _process(document: RawDocument, limits: Limits) -> Record | KamervragenError:
    try:
        return process(document, limits)
    except KamervragenError as error:
        return error
    except Exception as mistake:  # noqa: BLE001 - our mistake: it costs this document, says so, and no other
        return KamervragenError("mistake", confess(mistake), where=document.origin)


def _json_line(name: str, result: Record | KamervragenError, *, with_body: bool) -> str:
    plain: dict[str, Json]
    if isinstance(result, KamervragenError):
        plain = {"source": name, "error": {"code": result.code, "message": result.message}}
    else:
        plain = contract.to_json(result.parsed, result.text.body if with_body else None)
    return json.dumps(plain, ensure_ascii=False)


def _summary(name: str, result: Record | KamervragenError) -> str:
    return f"{name}\n  {result.message}\n" if isinstance(result, KamervragenError) else summarise(result.parsed)
