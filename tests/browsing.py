"""A real browser at the site: the site served from this process, and pages opened in Chromium."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Browser, Page, Request, sync_playwright

PHONE = (360, 740)
DESKTOP = (1280, 900)
AXE = Path(__file__).parent.parent / "node_modules/axe-core/axe.min.js"


class _SilentHandler(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serve_site() -> Iterator[str]:
    """The address of the site, over the record that Django is at work on, for as long as the context lasts."""
    with make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=_SilentHandler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium, for as long as the context lasts."""
    # Playwright keeps an event loop in this thread, where Django would then refuse to touch the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    arguments = ["--no-sandbox", "--disable-background-networking", "--font-render-hinting=none", "--disable-lcd-text"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@dataclass(frozen=True)
class Visit:
    """A page in the browser, what the browser complained about, and how many bytes came over the wire for each address."""

    page: Page
    complaints: list[str]
    requests: list[Request]

    @property
    def weights(self) -> dict[str, int]:
        """The bytes that came for each address."""
        return {request.url: _weigh(request) for request in self.requests}


@contextmanager
def visit(browser: Browser, address: str, size: tuple[int, int], scheme: str = "light", **options) -> Iterator[Visit]:
    """A page opened in a window of this size, for as long as the context lasts; options go to Playwright's `new_context`."""
    options = {"viewport": {"width": size[0], "height": size[1]}, "color_scheme": scheme, "reduced_motion": "reduce", **options}
    context = browser.new_context(**options)
    page = context.new_page()
    found = Visit(page, [], [])
    page.on("console", lambda message: found.complaints.append(message.text))
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.on("requestfailed", lambda request: found.complaints.append(request.url))
    page.on("requestfinished", lambda request: found.requests.append(request))  # weighed later: a handler must not wait
    try:
        page.goto(address)
        page.evaluate("document.fonts.ready")
        yield found
    finally:
        context.close()


def _weigh(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseHeadersSize"] + sizes["responseBodySize"]
