"""The site for others: worker processes that answer on one socket, and this process, which replaces those that die."""

import ctypes
import gc
import ipaddress
import logging
import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
import warnings
from collections.abc import Callable
from typing import Any, Final

from granian._granian import SocketHolder
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import MPServer

from kamervragen.errors import InputError
from kamervragen.store.opening import open_record

N_THREADS: Final = 2  # of each worker: one goes on while the other waits for the disk; more would only divide one interpreter
MAX_CONNECTIONS: Final = 1024  # of each worker, and as many that wait; one that only stays open costs no thread
MAX_HEAD_BYTES: Final = 65_536  # of a request line and its headers
HEAD_TIMEOUT_MS: Final = 10_000  # in which a request's headers must have come
END_TIMEOUT_S: Final = 10  # in which requests under way may end
_MALLOC: Final = ((-1, 131_072), (-3, 131_072), (-8, 2))  # M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX of malloc.h
_BEGIN_S: Final = 1  # in which a worker has begun; before that Granian does not hear that it must end

_LOGGER = logging.getLogger("kamervragen.server")

_Application = Callable[..., Any]


def run_site(host: str, port: int, n_workers: int) -> int:
    """Serve the site until Ctrl-C or SIGTERM; gives the exit status.

    Raises:
        InputError: the address cannot be listened on, or a setting does not go with it.
    """
    with listen(host, port) as listening:
        open_record()
        _refuse_debugging(host)
        application = _load_application()
        _make_workers_by_fork()
        server = _Server(listening, n_workers)
        server.on_startup(lambda: _announce(server, _address_of(listening)))
        try:
            server.serve(target_loader=lambda: _in_worker(server, application), wrap_loader=False)
        except SystemExit:
            if not server.interrupt_signal:
                print("De werkprocessen vallen steeds weg; de regels hierboven zeggen waarom.", file=sys.stderr)
                return 1
    _LOGGER.info("stopped")
    return 0


def _announce(server: MPServer, address: str) -> None:
    signal.signal(signal.SIGHUP, server.signal_handler_interrupt)  # a terminal that is closed ends it, as Ctrl-C does
    print(f"De site staat op {address} (Ctrl-C stopt).", flush=True)
    _LOGGER.info("started", extra={"fields": {"address": address, "workers": server.workers, "threads": N_THREADS}})


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on this address.

    Raises:
        InputError: it cannot.
    """
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listening.bind((host, port))
        listening.listen(MAX_CONNECTIONS)
    except OSError as error:
        listening.close()
        message = f"Op {host}:{port} kan niet worden geluisterd ({error.strerror}); kies een andere poort met --port."
        raise InputError("address_in_use", message) from error
    listening.setblocking(False)
    return listening


def _address_of(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _refuse_debugging(host: str) -> None:
    """Raise an InputError when strangers would be shown the source of errors, and the settings with it."""
    from django.conf import settings

    if settings.DEBUG and (settings.SERVING.has_proxy or not _is_this_machine(host)):
        message = (
            "Met KAMERVRAGEN_DEBUG laat de site bij een fout haar binnenkant zien, dus dat mag alleen op 127.0.0.1 zonder proxy: "
            "zet KAMERVRAGEN_DEBUG uit, of laat --host en KAMERVRAGEN_TRUSTED_PROXY weg."
        )
        raise InputError("debug_in_public", message)


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _load_application() -> _Application:
    """The site, loaded once in this process, so that its workers share the memory that it takes."""
    from django.db import connections

    from kamervragen.site.assets import collect_assets

    collect_assets()
    from kamervragen.site.wsgi import application

    connections.close_all()  # no worker may go on with a connection that was made here
    gc.collect()
    gc.freeze()
    return application


def _make_workers_by_fork() -> None:
    """Let workers begin as copies of this process, on newer Pythons too, where that is no longer what happens by itself.

    They warn of threads that may hold a lock; those of this process only wait for workers to end.
    """
    multiprocessing.set_start_method("fork", force=True)
    warnings.filterwarnings("ignore", category=DeprecationWarning, message=".*multi-threaded, use of fork")


def _in_worker(server: "_Server", application: _Application) -> _Application:
    """The site, in a process that was just made for it."""
    # Ctrl-C and a request to end all reach every process at once. Only the first may act on it: Granian's workers
    # stand still when they hear it twice.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _give_memory_back()
    server.life.let_go()
    threading.Thread(target=_end_with_parent, args=[server.life, time.monotonic()], daemon=True).start()
    return application


def _give_memory_back() -> None:
    """Let what a page needed for a moment go back to the system, where the C library has settings for that (glibc).

    It otherwise keeps more and more of it for later, apart for each thread. Measured: 279 MiB of a worker instead of 320.
    """
    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt"):
        for option, value in _MALLOC:
            library.mallopt(option, value)


def _end_with_parent(life: "_Life", born_at: float) -> None:
    """End this worker in good order when the first process wants it or is gone, however it went, so that the port is free."""
    life.wait()
    time.sleep(max(0, born_at + _BEGIN_S - time.monotonic()))
    end = signal.getsignal(signal.SIGTERM)  # by now Granian's
    if callable(end):
        end(signal.SIGTERM, None)


class _Life:
    """The life of the first process, as its workers see it: a pipe that closes when it wants them to end, or when it is gone."""

    def __init__(self) -> None:
        self._reading, self._writing = os.pipe()

    def let_go(self) -> None:
        """Close the end that keeps workers alive: in a worker because it is not its own, in the first process to end them."""
        os.close(self._writing)

    def wait(self) -> None:
        """Return when the first process wants it or is gone; to be called in a worker."""
        os.read(self._reading, 1)  # nothing is ever written


class _Server(MPServer):
    """Granian's server of processes, on one socket that all workers share.

    Granian itself gives each worker a socket of its own under one address. Then what waits for a worker that dies is lost, and
    two sites can be started on the same port without anybody noticing.

    Args:
        listening: the socket.
        n_workers: the number of worker processes.
    """

    def __init__(self, listening: socket.socket, n_workers: int) -> None:
        from kamervragen.site.logs import configure_logs

        super().__init__(
            "kamervragen.site.wsgi:application",
            interface=Interfaces.WSGI,
            http=HTTPModes.http1,
            http1_settings=HTTP1Settings(header_read_timeout=HEAD_TIMEOUT_MS, max_buffer_size=MAX_HEAD_BYTES),
            websockets=False,
            workers=n_workers,
            blocking_threads=N_THREADS,
            backlog=MAX_CONNECTIONS,
            backpressure=MAX_CONNECTIONS,
            respawn_failed_workers=True,
            workers_kill_timeout=END_TIMEOUT_S,
            log_level=LogLevels.warning,
            log_dictconfig=configure_logs(),
        )
        self._listening = listening
        self.life = _Life()

    def _init_shared_socket(self) -> None:
        """Let workers have the socket, as Granian does on systems where addresses cannot be shared."""
        is_unix = False
        holder = SocketHolder(self._listening.fileno(), is_unix, MAX_CONNECTIONS)  # type: ignore[call-arg]  # not in its stubs
        self._ssp, self._shd, self._sso = None, holder, self._listening  # type: ignore[assignment]  # made None by its class

    def _stop_workers(self) -> None:
        """Let workers end in good order."""
        self.life.let_go()
        super()._stop_workers()  # type: ignore[no-untyped-call]
