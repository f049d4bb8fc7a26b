"""The time that the database may work on one request."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings

from kamervragen.environment import Serving
from kamervragen.site.deadline import DeadlineMiddleware, is_over
from kamervragen.site.middleware import PagesMiddleware
from records import record_in

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def _run(sql: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def _answer_in(timeout_s: float, path: str, work: Callable[[], object]) -> HttpResponse:
    """The response of a site whose one page does this work, as Django would put it together."""

    def show(request: HttpRequest) -> HttpResponse:
        try:
            work()
        except OperationalError as error:
            response = pages.process_exception(request, error)
            assert response is not None
            return response
        return HttpResponse("klaar")

    pages = PagesMiddleware(show)
    with override_settings(SERVING=Serving(timeout_s=timeout_s)):
        response = DeadlineMiddleware(pages)(RequestFactory().get(path))
    assert isinstance(response, HttpResponse)
    return response


def test_a_query_that_goes_on_for_too_long_is_cut_off_with_a_sentence(record: Path) -> None:
    began = time.monotonic()

    response = _answer_in(0.2, "/", lambda: _run(ENDLESS))

    assert time.monotonic() - began < 10
    assert response.status_code == 503
    assert "Dit duurt langer dan hier mag." in response.content.decode()


def test_a_program_gets_the_same_as_json(record: Path) -> None:
    response = _answer_in(0.2, "/documenten.json", lambda: _run(ENDLESS))

    assert (response.status_code, response["Content-Type"]) == (503, "application/json")


def test_a_query_that_ends_in_time_is_not_cut_off(record: Path) -> None:
    assert _answer_in(30, "/", lambda: _run("SELECT 1")).content == b"klaar"


def test_the_connection_works_on_after_a_query_was_cut_off(record: Path) -> None:
    _answer_in(0.2, "/", lambda: _run(ENDLESS))

    assert _answer_in(30, "/", lambda: _run("SELECT 1")).content == b"klaar"


def test_outside_a_request_there_is_no_time_limit(record: Path) -> None:
    _answer_in(0.001, "/", lambda: None)

    assert not is_over()
    assert _run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000) SELECT count(*) FROM n") == [
        (1_000_000,)
    ]


@pytest.mark.postgres
def test_postgresql_cuts_off_a_statement_too(tmp_path: Path, postgres_url: str) -> None:
    with override_settings(SERVING=Serving(timeout_s=0.2)), record_in(tmp_path, postgres_url):
        response = _answer_in(0.2, "/", lambda: _run("SELECT pg_sleep(60)"))

    assert response.status_code == 503
    assert "Dit duurt langer dan hier mag." in response.content.decode()
