"""What the pages say, as their sources mark it, beside what the English catalog has. Run as a program it brings the catalog up to date."""

import re
import sys
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings

ROOT = Path(__file__).parent.parent
SITE = ROOT / "src/kamervragen/site"
TOLD = tuple(  # told in the language of the page as well
    ROOT / "src/kamervragen" / name
    for name in ("search/generations.py", "search/reuse/library.py", "store/raw.py", "track/sentences.py")
)
ENGLISH = SITE / "locale/en/LC_MESSAGES/django.po"
HEADER = """\
# English for the pages. The source language is Dutch: each msgid is what a Dutch reader sees. Kept in step by scripts/messages.
msgid ""
msgstr ""
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "pgettext_lazy": ((1, "c"), 2),
    "ngettext_lazy": (1, 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
IN_TEMPLATES = {"newstyle_gettext": "true", "trimmed": "true", "silent": "false"}  # as `site/templating.py` reads them


def extract_marked() -> Catalog:
    """Every marked string of the site's modules and templates, and of what the site tells, with the files it stands in."""
    catalog = Catalog(charset="utf-8")
    for path in [*sorted([*SITE.rglob("*.py"), *SITE.rglob("*.html")]), *TOLD]:
        method, options = ("jinja2", IN_TEMPLATES) if path.suffix == ".html" else ("python", None)
        with path.open("rb") as source:
            for _, message, _, context in extract(method, source, KEYWORDS, options=options):
                catalog.add(message, locations=[(str(path.relative_to(SITE.parent)).removeprefix("site/"), 0)], context=context)
    return catalog


def read_english() -> Catalog:
    """The English catalog, with what is obsolete in it."""
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def placeholders(text: str) -> list[str]:
    """The places in a string where values come, `%(n)s`, `%s` or `{name}`, and its HTML tags, sorted."""
    return sorted(re.findall(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}|</?\w+", text))


def update_english() -> tuple[int, int]:
    """Add what is marked and lacks, drop what is marked no more; gives how many strings lack English, and how many were dropped."""
    catalog = read_english()
    before = {message.id for message in catalog if message.id}
    marked = extract_marked()
    catalog.update(marked, no_fuzzy_matching=True)
    dropped = len(before - {message.id for message in catalog if message.id})
    catalog.obsolete.clear()
    for message in catalog:
        message.locations = [(name, None) for name in sorted({name for name, _ in message.locations})]
    with ENGLISH.open("wb") as file:
        file.write(HEADER.encode())
        write_po(file, catalog, sort_output=True, width=130, omit_header=True, include_lineno=False)
    return sum(1 for message in catalog if message.id and not any(strings(message.string))), dropped


def strings(of: str | tuple[str, ...]) -> tuple[str, ...]:
    """One string, or those for one and for many, as a tuple."""
    return of if isinstance(of, tuple) else (of,)


if __name__ == "__main__":
    settings.configure(USE_I18N=True)
    django.setup()
    lacking, dropped = update_english()
    print(f"{lacking} strings lack English, {dropped} were dropped: {ENGLISH.relative_to(ROOT)}")
    sys.exit(lacking > 0)
