"""The site on this machine, for one person."""

import os
from contextlib import suppress
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from kamervragen.errors import InputError
from kamervragen.store.opening import open_record


class _Server(ThreadingMixIn, WSGIServer):
    """A server that answers several requests at once."""

    daemon_threads = True


class _Handler(WSGIRequestHandler):
    """A handler that says nothing about requests that went well."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


def run_site(host: str, port: int) -> int:
    """Serve the site until Ctrl-C; gives the exit status.

    Raises:
        InputError: the address cannot be listened on.
    """
    open_record()
    from django.core.wsgi import get_wsgi_application

    try:
        server = make_server(host, port, get_wsgi_application(), server_class=_Server, handler_class=_Handler)
    except OSError as error:
        message = (
            f"Op {host}:{port} kan niet worden geluisterd ({os.strerror(error.errno or 0)}); kies een andere poort met --port."
        )
        raise InputError("address_in_use", message) from error
    print(f"De site staat op http://{host}:{server.server_port}/ (Ctrl-C stopt).", flush=True)
    with server, suppress(KeyboardInterrupt):
        server.serve_forever()
    return 0
