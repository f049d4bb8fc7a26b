"""A record of invented documents whose texts have as many different words as real ones, for the load of the site.

    python -m benchmarks.load_record 84000 build/benchmarks/load --pairs PAIRS.jsonl

About fourteen questions and answers a document: 84,000 of them make 1.2 million. Without a file of pairs, sentences are invented.
"""

import argparse
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.generate import ZIP_SIZE
from benchmarks.invent import Case, Exchange, invent_case
from benchmarks.markup import as_xml
from benchmarks.search_items import Material, load_material, make_text


class Writer:
    """Invents cases and writes their texts anew.

    Args:
        material: what texts are made of.
        seed: the same documents for the same seed.
    """

    def __init__(self, material: Material, seed: int = 1) -> None:
        self._material, self._seed = material, seed

    def case(self, place: int) -> Case:
        """The case at a place."""
        random = Random(f"{self._seed} {place}")  # noqa: S311 - nothing is secret here
        case = invent_case(random, place)
        subject = make_text(random, self._material, self._material.asked, 1).rstrip("?.").lower()[:120]
        return replace(case, subject=subject, exchanges=tuple(self._exchange(random, each) for each in case.exchanges))

    def _exchange(self, random: Random, exchange: Exchange) -> Exchange:
        asked, answered = self._material.asked, self._material.answered
        questions = tuple(make_text(random, self._material, asked, random.randrange(1, 3)) for _ in exchange.questions)
        answer = tuple(make_text(random, self._material, answered, random.randrange(1, 5)) for _ in exchange.answer)
        return replace(exchange, questions=questions, answer=answer)


def write_zips(writer: Writer, n: int, folder: Path) -> Iterator[Path]:
    """Zips that hold n documents."""
    folder.mkdir(parents=True, exist_ok=True)
    for start in range(0, n, ZIP_SIZE):
        path = folder / f"{start:07d}.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for place in range(start, min(start + ZIP_SIZE, n)):
                case = writer.case(place)
                archive.writestr(zipfile.ZipInfo(f"{case.identifier}.xml"), as_xml(case), zipfile.ZIP_DEFLATED, 1)
        yield path


def main() -> int:
    """Make the record; gives the exit status of its ingest."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("n", type=int, help="the number of documents")
    arguments.add_argument("data", type=Path, help="the data folder")
    arguments.add_argument("--pairs", type=Path, help="sentences: JSON lines with vraag and antwoord")
    asked = arguments.parse_args()
    zips = write_zips(Writer(load_material(asked.pairs)), asked.n, asked.data / "documents")
    command = [sys.executable, "-m", "kamervragen", "ingest", *map(str, zips)]
    environment = {**os.environ, "KAMERVRAGEN_DATA": str(asked.data.resolve())}
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 - ours


if __name__ == "__main__":
    raise SystemExit(main())
