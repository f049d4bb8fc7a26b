"""The pages in English: the catalog has all that the sources mark and nothing else, and values stand where they belong."""

import re

import pytest
from babel.messages.catalog import Message
from django.utils import translation

from catalogs import ENGLISH, SITE, extract_marked, placeholders, read_english, strings

MARKED = {(message.context, message.id): message for message in extract_marked() if message.id}
WRITTEN = {(message.context, message.id): message for message in read_english() if message.id}
ADVICE = "run scripts/messages, and write the English"
# Words with which a reader of English would not know what to do. Names, and queries over Dutch documents, are Dutch.
DUTCH = re.compile(r"\b(het|een|niet|zijn|wordt|vragen|antwoord|bron|nummer)\b")


def test_every_marked_string_is_in_english() -> None:
    lacking = [key for key in MARKED if key not in WRITTEN or not all(strings(WRITTEN[key].string))]
    assert lacking == [], ADVICE


def test_the_catalog_holds_nothing_that_no_page_says_nor_what_nobody_looked_at() -> None:
    assert [key for key in WRITTEN if key not in MARKED] == [], ADVICE
    assert [key for key, message in WRITTEN.items() if message.fuzzy] == []
    assert "\n#~" not in ENGLISH.read_text()


def _differing(message: Message) -> list[tuple[str, str]]:
    pairs = zip(strings(message.id), strings(message.string), strict=True)
    return [(source, english) for source, english in pairs if placeholders(source) != placeholders(english)]


def test_values_and_tags_of_a_string_are_the_same_in_english() -> None:
    assert [pair for message in WRITTEN.values() for pair in _differing(message)] == []
    assert _differing(Message("<a>%(n)s van {which}</a>", "<a>%(m)s of {which}</a>")) != []


def test_no_english_string_was_left_in_dutch() -> None:
    written = [english for message in WRITTEN.values() for english in strings(message.string)]
    outside_quotes = [re.sub(r"“[^”]*”|<[^>]*>|\w+:\S+|\([^)]*\)", "", english) for english in written]
    assert [english for english in outside_quotes if DUTCH.search(english.replace("OF, EN en NIET", ""))] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_string_comes_out_in_the_language_of_the_page(language: str) -> None:
    """A Dutch string that is also one of Django's own English strings would be taken for that; none is."""
    with translation.override(language):
        for (context, message_id), message in WRITTEN.items():
            expected = strings(message_id if language == "nl" else message.string)
            source = strings(message_id)
            found = translation.pgettext(context, source[0]) if context else translation.gettext(source[0])
            if len(source) > 1:
                found = translation.ngettext(source[0], source[1], 1)
                assert translation.ngettext(source[0], source[1], 2) == expected[1]
            assert found == expected[0]


def test_no_sentence_of_a_template_is_left_unmarked() -> None:
    """What stands between tags and signs in a template must be marked, but for names that are the same in both languages."""
    same = {
        "Kamervragen",
        "JSON",
        "BibTeX",
        "RIS",
        "sha256",
        "kamervragen ingest",
        "kamervragen index",
        "kamervragen reuse",
        "nl",
        "en",
    }
    for path in sorted(SITE.rglob("*.html")):
        text = re.sub(
            r"{% trans .*?endtrans %}|{%.*?%}|{{.*?}}|{#.*?#}|<!--.*?-->|<[^>]*>",
            "|",
            path.read_text(),
            flags=re.S,
        )
        bare = {re.sub(r"^\W+|\W+$", "", piece) for piece in text.split("|")}
        assert {piece for piece in bare if re.search(r"[a-z]{2}", piece)} - same == set(), path.name
