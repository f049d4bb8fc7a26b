"""A paper as plain text, in the ways in which converters leave it."""

from collections.abc import Callable, Iterator
from itertools import count

from paper import Item, Paper, in_words, list_item, render
from printed import MARKER, Page, flat, foot_of, masthead_of, pages_of, paragraphs_of, wrap

YEAR = "’s-Gravenhage 2031"


def _glue(lines: list[str], every: int, counter: Iterator[int]) -> str:
    """Lines joined to text; at every so-manieth line end the line break is lost, and with it the space."""
    text = lines[0]
    for line in lines[1:]:
        text += ("" if next(counter) % every == 0 else "\n") + line
    return text


def _markers(text: str, form: str) -> str:
    return MARKER.sub(lambda match: form.format(match[1]), text)


def _imprint(paper: Paper, page: int) -> str:
    if page > 1:
        return foot_of(paper, page)
    if paper.is_question:
        return f"{paper.id}\n{YEAR} {foot_of(paper, 1)[:-2]}"
    return f"{paper.id}\nISSN 0921 - 7398{YEAR}{foot_of(paper, 1)}"


def write_lost_spaces(paper: Paper) -> bytes:
    """Printed lines, some glued to the next without space; markers on lines of their own; notes glued to their number."""
    counter = count(1)
    out = masthead_of(paper)
    for number, page in enumerate(pages_of(paper), start=1):
        out += [_markers(_glue(paragraph, 3, counter), "\n{}") for paragraph in page.paragraphs]
        out += [_glue([f"{marker}{lines[0]}", *lines[1:]], 2, counter) for marker, lines in _wrapped_notes(page)]
        out += [" ", "  ", _imprint(paper, number)]
    return ("\n".join(out).replace("\n\n", "\n") + "\n").encode()


def _wrapped_notes(page: Page) -> list[tuple[str, list[str]]]:
    return [(marker, wrap(text, 88)) for marker, text in page.notes]


def write_glued_labels(paper: Paper) -> bytes:
    """Whole paragraphs, hyphens left inside lines; the next page begins behind the page number, without line break."""
    out = " \n".join(masthead_of(paper)) + " \n"
    for number, page in enumerate(pages_of(paper), start=1):
        body = [
            _markers(paragraph[0] + "".join(_joint(paragraph, n) for n in range(1, len(paragraph))), "{}")
            for paragraph in page.paragraphs
        ]
        lines = [f"\n{line}" if line[:8] in ("Vraag 1", "Antwoord") else f"{line} " for line in body]
        notes = "".join(f"{marker} {text}\n" for marker, text in page.notes)
        out += "\n".join(lines) + f"\n{notes}   \n{_imprint(paper, number)}"
    return out.encode()


def _joint(lines: list[str], n: int) -> str:
    """A line with what stands before it: nothing after a hyphen (which stays), else a space."""
    return lines[n] if lines[n - 1].endswith("-") else f" {lines[n]}"


def write_one_line(paper: Paper) -> bytes:
    """One line for the whole document; line ends became spaces, page furniture stands in the middle of sentences."""
    out = [*masthead_of(paper)]
    out[0] = "Tweede Kamer der Staten-Generaal 2"
    for number, page in enumerate(pages_of(paper), start=1):
        out += [_markers(line, "{}") for paragraph in page.paragraphs for line in paragraph]
        out += [f"{marker} {' '.join(lines)}" for marker, lines in _wrapped_notes(page)]
        out.append(_imprint(paper, number).replace("\n", " ").replace("7398’", "7398 ’").replace("2031Tweede", "2031 Tweede"))
    return " ".join(out).encode()


def write_wrong_signs(paper: Paper) -> bytes:
    """One line, identifier and imprint first, quotes and dashes in the wrong encoding, page feet glued to the text."""
    head = " ".join(masthead_of(paper)).replace("Generaal2 Vergader", "Generaal 2Vergader")
    out = f"{paper.id}ISSN 0921 - 7398 {YEAR} {head}"
    for number, page in enumerate(pages_of(paper), start=1):
        out += "".join(" " + _markers(line, "{}") for paragraph in page.paragraphs for line in paragraph)
        out += "".join(f" {marker}{' '.join(lines)}" for marker, lines in _wrapped_notes(page))
        out += foot_of(paper, number).replace(f" {number}", f"{number}")
    return out.replace("’", "TM").replace("–", "Œ").encode()


def write_marked_pages(paper: Paper) -> bytes:
    """Markdown of a converter: signs where the type changes, a rule between pages, markers in brackets."""
    out = ["## Tweede Kamer der Staten-Generaal", "# 2", "", "#### Vergaderjaar 2030–2031 Aanhangsel van de Handelingen", ""]
    out += [f"**{line}**" for line in masthead_of(paper)[2:4]] + ["", f"### {paper.number}", ""]
    for number, page in enumerate(pages_of(paper), start=1):
        for paragraph in page.paragraphs:
            is_label = len(paragraph) == 1 and paragraph[0] in {item.label for item in paper.items}
            text = _markers("\n".join(paragraph), "[{} ]")
            out.append(text if is_label else f"{text}\n")
        out += [f"{marker} " + "\n".join(lines) + "\n" for marker, lines in _wrapped_notes(page)]
        imprint = _imprint(paper, number).replace("7398’", "7398\n’").replace("2031Tweede", "2031 Tweede")
        out += [imprint, "", "", "-----", ""] if number == 1 else [imprint, ""]
    return "\n".join(out).encode()


def write_web_text(paper: Paper) -> bytes:
    """Paragraphs with blank lines between them, as copied from a page: no masthead, markers glued to the word before them."""
    body = [_markers(paragraph, "{}") for paragraph in paragraphs_of(paper)]
    notes = [f"{marker} {flat(text)}" for marker, text in paper.notes.items()]
    return ("\n\n".join([*body, *notes]) + "\n").encode()


def write_markdown(paper: Paper) -> bytes:
    """Markdown of the published form: names bold, the subject italic, one blank line between paragraphs."""
    signs = {"n": "**{}**".format, "s": "*{}*".format, "c": "*{}*".format, "v": "**{}**".format, "^": "[^{}]".format}
    head = ["Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden", paper.number]
    if paper.is_question:
        head = ["Vragen gesteld door de leden der Kamer", paper.number]
    out = ["", *head, *[render(text, signs) for text in (paper.asked, paper.answered) if text]]
    for item in paper.items:
        out.append(item.label)
        out += _markdown_lines(item, signs)
    out += [f"[^{marker}]: {render(text, signs)}" for marker, text in paper.notes.items()]
    return ("\n\n".join(out) + "\n").encode()


def _markdown_lines(item: Item, signs: dict[str, Callable[[str], str]]) -> list[str]:
    rows = [line for line in item.lines if " | " in line]
    out: list[str] = []
    for line in item.lines:
        if line in rows:
            if line == rows[0]:
                out.append(
                    "\n".join(
                        [_row(line, signs), "|---" * (line.count(" | ") + 1) + "|", *[_row(row, signs) for row in rows[1:]]]
                    )
                )
            continue
        entry = list_item(line)
        out.append(f"{entry[0].replace('–', '-')} {render(entry[1], signs)}" if entry else render(line, signs))
    return out


def _row(line: str, signs: dict[str, Callable[[str], str]]) -> str:
    return "| " + render(line, signs) + " |"


def write_draft(paper: Paper) -> bytes:
    """The text of a draft before publication: two numbers, the line of the answer, no question heading."""
    head = [f"AH {paper.number}", paper.facts["case"], flat(paper.answered)]
    body = [f"\n{item.label}\n" + "\n".join(_markers(flat(line), "{}") for line in item.lines) for item in paper.items]
    notes = [f"{marker}) {flat(text)}" for marker, text in paper.notes.items()]
    return ("\n".join([*head, *body]) + "\n\n" + "\n".join(notes) + "\n").encode()


def write_question_draft(paper: Paper) -> bytes:
    """Questions before publication: case number, date, heading without date, paragraphs without numbers."""
    head = [paper.facts["case"], f"(ingezonden {in_words(paper.facts['submitted'])})", flat(paper.asked), " "]
    body = [_markers(flat(line), " {})") for item in paper.items for line in item.lines]
    notes = [f"{marker}) {flat(text)}" for marker, text in paper.notes.items()]
    return ("\n\n".join([*head, *body, " ", *notes]) + "\n").encode()
