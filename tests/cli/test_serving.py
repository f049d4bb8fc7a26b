"""`kamervragen serve` as a person and a machine meet it: how it begins, what it survives, how it ends."""

import http.client
import itertools
import signal
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from command_line import run
from invented import write_documents
from site_server import PATIENCE_S, Site, serve


def test_serve_shows_the_record_until_it_is_asked_to_end(tmp_path: Path) -> None:
    run(tmp_path / "data", "ingest", write_documents(tmp_path / "in", 1))

    with serve(tmp_path, "--workers", 2) as site:
        page = site.get("/documenten/ah-tk-20302031-1")
        status = site.end()

    assert (page.status, status) == (200, 0)
    assert "Regent het op plein 1?" in page.body
    started, request, stopped = (line["event"] for line in site.lines())
    assert (started, stopped) == ("started", "stopped")
    assert request in {"request", "slow_request"}  # the first page of a machine that has just begun


def test_ctrl_c_in_a_terminal_ends_it_as_well(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 2) as site:
        assert site.get("/gezond").status == 200
        status = site.end(signal.SIGINT)

    assert status == 0
    assert [line["event"] for line in site.lines()] == ["started", "stopped"]


def test_serve_says_so_when_the_port_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, _, errors = run(tmp_path / "data", "serve", "--port", port)

    assert status == 2
    assert errors == (
        f"Op 127.0.0.1:{port} kan niet worden geluisterd (Address already in use); kies een andere poort met --port.\n"
    )
    assert not (tmp_path / "data").exists()


def test_two_sites_do_not_share_a_port_unnoticed(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1) as site:
        status, _, errors = run(tmp_path / "data", "serve", "--port", site.port)

    assert status == 2
    assert "Address already in use" in errors


def test_serve_says_so_when_the_host_is_unknown(tmp_path: Path) -> None:
    status, _, errors = run(tmp_path / "data", "serve", "--host", "een.naam.invalid")

    assert status == 2
    assert errors.startswith("Op een.naam.invalid:8000 kan niet worden geluisterd (")


def test_serve_listens_on_ipv6_too(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1, "--host", "::1") as site:
        assert (site.host, site.get("/gezond").status) == ("::1", 200)


@pytest.mark.parametrize(
    ("arguments", "variables"), [(["--host", "0.0.0.0"], {}), (["--host", "::"], {}), ([], {"KAMERVRAGEN_TRUSTED_PROXY": "1"})]
)
def test_debugging_is_refused_where_strangers_would_see_it(
    tmp_path: Path, arguments: list[str], variables: dict[str, str]
) -> None:
    status, output, errors = run(tmp_path / "data", "serve", "--port", 0, *arguments, KAMERVRAGEN_DEBUG="1", **variables)

    assert (status, output) == (2, "")
    assert errors == (
        "Met KAMERVRAGEN_DEBUG laat de site bij een fout haar binnenkant zien, dus dat mag alleen op 127.0.0.1 zonder proxy: "
        "zet KAMERVRAGEN_DEBUG uit, of laat --host en KAMERVRAGEN_TRUSTED_PROXY weg.\n"
    )


def test_debugging_works_on_this_machine(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1, KAMERVRAGEN_DEBUG="1") as site:
        assert site.get("/methode").status == 200


def test_a_worker_that_is_killed_costs_no_request_and_is_replaced(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 2) as site:
        before = site.workers(2)
        statuses = [site.get("/gezond").status]
        before[0].kill()
        statuses += [site.get("/gezond").status for _ in range(100)]
        after = site.workers(2)
        statuses += [site.get("/gezond").status for _ in range(100)]
        lines = site.lines()

    assert statuses == [200] * 201
    assert before[0] not in after
    assert before[1] in after
    assert {"level": "error", "event": "Unexpected exit from worker-1"}.items() <= lines[1].items()


def test_all_workers_end_with_the_process_that_made_them_however_it_went(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 3) as site:
        workers = site.workers(3)
        assert site.get("/gezond").status == 200
        site.end(signal.SIGKILL)
        _, alive = psutil.wait_procs(workers, timeout=PATIENCE_S)

    assert alive == []


def test_no_answer_is_cut_off_when_the_site_ends(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 2) as site, ThreadPoolExecutor(4) as askers:
        site.workers(2)
        asking = [askers.submit(_ask_until_it_ends, site) for _ in range(4)]
        for each in asking:
            assert not each.done()
        status = site.end()
        counts = [each.result(PATIENCE_S) for each in asking]

    assert status == 0
    assert len(counts) == 4


def _ask_until_it_ends(site: Site) -> int:
    """How many whole answers came before the site no longer took requests; an answer that is cut off raises."""
    for n in itertools.count():
        try:
            answer = site.get("/methode")
        except (ConnectionError, http.client.RemoteDisconnected):
            return n
        assert (answer.status, answer.body.rstrip()[-7:]) == (200, "</html>")
    raise AssertionError


def test_people_who_send_and_read_slowly_do_not_keep_others_waiting(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1) as site:
        slow = [socket.create_connection((site.host, site.port)) for _ in range(100)]
        for each in slow:
            each.sendall(b"GET /methode HTTP/1.1\r\nHost: local")
        answer = site.get("/methode")
        for each in slow:
            each.close()

    assert answer.status == 200


def test_a_site_without_documents_says_how_to_get_some(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1) as site:
        page = site.get("/documenten/")

    assert page.status == 200
    assert "kamervragen ingest" in page.body


def test_files_of_the_site_have_hashed_names_and_are_kept_for_good(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1) as site:
        page = site.get("/methode")
        address = page.body.partition('rel="stylesheet" href="')[2].partition('"')[0]
        sheet = site.get(address, headers={"Accept-Encoding": "gzip"})

    assert address.startswith("/static/site/site.")
    assert len(address.split(".")) == 3
    assert sheet.status == 200
    assert sheet.headers["content-encoding"] == "gzip"
    assert sheet.headers["cache-control"] == "max-age=315360000, public, immutable"


def test_a_request_to_end_that_reaches_every_process_at_once_ends_it_in_good_order(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 2) as site:
        workers = site.workers(2)
        assert site.get("/gezond").status == 200
        for each in (*workers, psutil.Process(site.process.pid), *workers):
            each.send_signal(signal.SIGTERM)
        status = site.process.wait(PATIENCE_S)

    assert status == 0
    assert [line["event"] for line in site.lines()] == ["started", "stopped"]


def test_a_request_to_end_that_comes_while_workers_begin_is_heard(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 2) as site:
        status = site.end()

    assert status == 0
    assert [line["event"] for line in site.lines()] == ["started", "stopped"]


def test_a_worker_that_dies_as_soon_as_it_begins_ends_the_site_with_a_sentence(tmp_path: Path) -> None:
    with serve(tmp_path, "--workers", 1) as site:
        (first,) = site.workers(1)
        assert site.get("/gezond").status == 200
        first.kill()
        (second,) = _other_workers(site, first)
        second.kill()
        status = site.process.wait(PATIENCE_S)

    assert status == 1
    assert site.stderr.read_text().endswith("De werkprocessen vallen steeds weg; de regels hierboven zeggen waarom.\n")


def _other_workers(site: Site, gone: psutil.Process) -> list[psutil.Process]:
    """The workers once this one has been replaced."""
    while gone in (found := site.workers(1)):
        pass
    return found
