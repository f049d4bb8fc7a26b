"""Writes every example from its paper: `python examples/make/make.py`. The same papers give the same bytes."""

from pathlib import Path

from as_docx import write_letter, write_word_draft
from as_html import write_chamber_page, write_official_page
from as_pdf import write_letter_pdf, write_pdf
from as_plain import (
    write_draft,
    write_glued_labels,
    write_lost_spaces,
    write_markdown,
    write_marked_pages,
    write_one_line,
    write_question_draft,
    write_web_text,
    write_wrong_signs,
)
from as_xml import write_legacy_xml, write_xml
from paper import Paper, read_paper
from series import series_papers

HERE = Path(__file__).parent
OUT = HERE.parent / "documents"

FORMS = {
    "xml": (".xml", write_xml),
    "legacy xml": (".xml", write_legacy_xml),
    "official page": (".html", write_official_page),
    "chamber page": (".html", write_chamber_page),
    "letter": (".docx", write_letter),
    "word draft": (".docx", write_word_draft),
    "pdf": (".pdf", write_pdf),
    "letter pdf": (".pdf", write_letter_pdf),
    "markdown": (".md", write_markdown),
    "marked pages": (".md", write_marked_pages),
    "lost spaces": (".txt", write_lost_spaces),
    "glued labels": (".txt", write_glued_labels),
    "one line": (".txt", write_one_line),
    "wrong signs": (".txt", write_wrong_signs),
    "web text": (".txt", write_web_text),
    "draft": (".txt", write_draft),
    "question draft": (".txt", write_question_draft),
}


def papers() -> list[Paper]:
    """All papers: the series, and those that have a file of their own."""
    return [*series_papers(), *map(read_paper, sorted((HERE / "papers").glob("*.txt")))]


def main() -> None:
    """Write each paper in `documents/`, in its forms (`form:` in its head; several are divided by commas)."""
    OUT.mkdir(exist_ok=True)
    for paper in papers():
        for form in paper.facts["form"].split(", "):
            ending, write = FORMS[form]
            (OUT / (paper.id + ending)).write_bytes(write(paper))


if __name__ == "__main__":
    main()
