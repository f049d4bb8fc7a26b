"""What templates are made with: Jinja2, with the site's filters, its addresses and the catalogs of Django.

Why not Django's own: decision 26.
"""

from datetime import date, datetime
from functools import lru_cache
from typing import Final

from django.template import defaultfilters, engines
from django.templatetags.static import static
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext, ngettext
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from kamervragen.site.filters import Filters, figures, names, open_questions, values
from kamervragen.site.routes import address_of


def compile_all() -> None:
    """Make all templates ready, so that no visitor waits for that."""
    environment = engines["jinja2"].env  # type: ignore[attr-defined]  # of Django's engine for Jinja2
    for name in environment.list_templates(extensions=["html"]):
        environment.get_template(name)


def print_date(value: datetime | date, form: str) -> str:
    """A day, or a moment on the clock of the site, in a form of Django's such as `j F Y`."""
    return str(defaultfilters.date(localtime(value) if isinstance(value, datetime) else value, form))


# Those of Django that templates use; Jinja2's own of these names do otherwise, or there are none.
_OF_DJANGO: Final[Filters] = {
    "date": print_date,
    "capfirst": defaultfilters.capfirst,
    "default_if_none": defaultfilters.default_if_none,
    "filesizeformat": defaultfilters.filesizeformat,
    "linebreaks": defaultfilters.linebreaks_filter,
    "truncatechars": defaultfilters.truncatechars,
    "urlencode": defaultfilters.urlencode,
}


def make_environment(**options: object) -> Environment:
    """The environment of the site's templates: all values are escaped, and a name that nobody gave is an error.

    Args:
        options: what Django says of it: where templates are, and whether they are read again when they change.
    """
    options["undefined"] = StrictUndefined
    environment = Environment(extensions=["jinja2.ext.i18n"], **options)  # type: ignore[arg-type]  # noqa: S701  # Django asks for it
    environment.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # of the extension
    environment.policies["ext.i18n.trimmed"] = True
    environment.globals.update(_=say, static=static, url=link)
    for filters in (_OF_DJANGO, values.FILTERS, names.FILTERS, open_questions.FILTERS, figures.FILTERS):
        environment.filters.update(filters)
    return environment


def say(message: str) -> Markup:
    """A marked string in the language of the page. It is a form, as in `trans`: a per cent sign stands in it twice."""
    return _say(message, get_language())


@lru_cache(maxsize=4_096)  # there are some six hundred, in two languages
def _say(message: str, language: str | None) -> Markup:  # what `gettext` gives depends on it
    return Markup(gettext(message) % ())  # noqa: S704  # the words of templates and of the catalog are ours


def link(name: str, *parts: object) -> str:
    """The address of a page in the language of this one.

    Args:
        name: of the page, in `urls`.
        parts: what its address holds: keys, numbers, slugs.
    Raises:
        NoReverseMatch: there is no such page.
    """
    return address_of(name, *map(str, parts))
