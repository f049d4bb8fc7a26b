"""What templates are made with: everything escaped, in the language of the page, and nothing left out in silence."""

from datetime import UTC, date, datetime

import pytest
from django.template import engines
from django.urls import NoReverseMatch
from django.utils import translation
from django.utils.safestring import SafeString
from jinja2 import Environment, UndefinedError


@pytest.fixture(scope="module")
def templates() -> Environment:
    environment = engines["jinja2"].env  # type: ignore[attr-defined]  # of this backend
    assert isinstance(environment, Environment)
    return environment


def test_values_are_escaped_but_for_what_is_safe(templates: Environment) -> None:
    shown = templates.from_string("{{ a }} {{ b }}").render(a="<b>", b=SafeString("<i>"))
    assert shown == "&lt;b&gt; <i>"


@pytest.mark.parametrize("source", ["{{ nobody }}", "{% if nobody %}x{% endif %}", "{{ page.nobody }}", "{{ none.clock }}"])
def test_what_is_not_there_is_an_error(templates: Environment, source: str) -> None:
    with pytest.raises(UndefinedError):
        templates.from_string(source).render(page="a page")


def test_words_are_in_the_language_of_the_page(templates: Environment) -> None:
    template = templates.from_string('{{ _("fracties") }} {{ _("fracties") }}')
    with translation.override("en"):
        assert template.render() == "parties parties"
    with translation.override("nl"):
        assert template.render() == "fracties fracties"


def test_a_per_cent_sign_stands_in_a_message_twice(templates: Environment) -> None:
    assert (
        templates.from_string('{{ _("10 %% meer") }}{% trans n=3 %}, {{ n }} % minder{% endtrans %}').render()
        == "10 % meer, 3 % minder"
    )


def test_a_value_in_a_sentence_is_escaped_and_the_sentence_is_not(templates: Environment) -> None:
    assert templates.from_string("{% trans who=who %}<b>{{ who }}</b>{% endtrans %}").render(who="a<b") == "<b>a&lt;b</b>"


def test_addresses_are_in_the_language_of_the_page(templates: Environment) -> None:
    template = templates.from_string("{{ url('coverage') }} {{ url('dossier', '2031Z00042') }}")
    with translation.override("en"):
        assert template.render() == "/en/dekking /en/dossiers/2031Z00042"
    with translation.override("nl"):
        assert template.render() == "/dekking /dossiers/2031Z00042"


def test_an_address_that_is_not_there_is_an_error(templates: Environment) -> None:
    with pytest.raises(NoReverseMatch):
        templates.from_string("{{ url('nowhere') }}").render()


def test_moments_are_told_on_the_clock_of_the_site(templates: Environment) -> None:
    template = templates.from_string('{{ when|date("j F Y H:i") }}, {{ day|date("j F Y") }}')
    with translation.override("nl"):
        shown = template.render(when=datetime(2031, 7, 1, 22, 30, tzinfo=UTC), day=date(2031, 7, 1))
    assert shown == "2 juli 2031 00:30, 1 juli 2031"
