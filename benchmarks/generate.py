"""Invented documents at any size, the same for the same seed: 70 % XML, 15 % HTML, 10 % PDF, 5 % other forms.

    python -m benchmarks.generate 150000 build/benchmarks/documents

They lie in zips of 5,000, so that many documents do not burden the disk.
"""

import argparse
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from benchmarks.invent import Case, invent_case
from benchmarks.markup import as_docx, as_html, as_markdown, as_plain, as_xml
from benchmarks.pdf import as_pdf

ZIP_SIZE = 5_000
_FORMS: tuple[tuple[str, int, Callable[[Case], bytes]], ...] = (
    (".xml", 700, as_xml),
    (".html", 150, as_html),
    (".pdf", 100, as_pdf),
    (".md", 17, as_markdown),
    (".txt", 17, as_plain),
    (".docx", 16, as_docx),
)


def make_documents(start: int, end: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of the documents from one place to another; a document depends on its place and the seed alone."""
    forms = {suffix: make for suffix, _, make in _FORMS}
    weights = [weight for _, weight, _ in _FORMS]
    for place in range(start, end):
        random = Random(f"{seed} {place}")  # noqa: S311 - nothing is secret here
        suffix = random.choices(list(forms), weights)[0]
        case = invent_case(random, place)
        yield f"{case.identifier}{suffix}", forms[suffix](case)


def write_zips(n: int, folder: Path, seed: int = 1) -> list[Path]:
    """The paths of zips that hold n documents, made unless they are there."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_write_zip(folder, start, min(start + ZIP_SIZE, n), seed) for start in range(0, n, ZIP_SIZE)]


def _write_zip(folder: Path, start: int, end: int, seed: int) -> Path:
    path = folder / f"{seed}-{start:07d}-{end:07d}.zip"
    if not path.exists():
        draft = path.with_suffix(".part")
        with zipfile.ZipFile(draft, "w") as archive:
            for name, data in make_documents(start, end, seed):
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED, 1)
        draft.rename(path)
    return path


def main() -> None:
    """Write the zips and say what is in them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("n", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    paths = write_zips(arguments.n, arguments.folder, arguments.seed)
    print(f"{arguments.n} documents in {len(paths)} zips in {arguments.folder}")


if __name__ == "__main__":
    main()
