"""What is true of every text, whatever reader made it."""

import unicodedata

from kamervragen.model import Text


def letters(text: str) -> str:
    """The characters that are no white space, composed or not."""
    return unicodedata.normalize("NFD", "".join(text.split()))


def check_text(text: Text) -> None:
    """Blocks ascend and cover every character that is no white space; marks and findings lie inside; the body is clean."""
    last = 0
    for block in text.blocks:
        assert last <= block.span.start < block.span.end <= len(text.body)
        assert text.body[last : block.span.start].strip() == ""
        assert text.body[slice(*block.span)].strip() == text.body[slice(*block.span)]
        last = block.span.end
    assert text.body[last:].strip() == ""
    assert [mark.span.start for mark in text.marks] == sorted(mark.span.start for mark in text.marks)
    spans = [mark.span for mark in text.marks] + [finding.span for finding in text.findings if finding.span]
    assert all(0 <= start <= end <= len(text.body) for start, end in spans)
    assert "\0" not in text.body
    assert "\r" not in text.body
    assert text.body == unicodedata.normalize("NFC", text.body)
    text.body.encode()
