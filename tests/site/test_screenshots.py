"""Pictures of every kind of page, phone and desktop, light and dark. With KAMERVRAGEN_SCREENSHOTS=1 they go to docs/screenshots/."""

import base64
import os
import struct
import zlib
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browsing import DESKTOP, PHONE, visit
from site_pages import PAGES

pytestmark = pytest.mark.browser

KEPT = Path(__file__).parent.parent.parent / "docs/screenshots"
SIZES = {"phone": PHONE, "desktop": DESKTOP}
MAX_BYTES = 6_000_000


# The picture's pixels as numbers of at most 256 colours; where there are more, the lowest bits of colours are let go.
REDUCE = """async (png) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + png;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
    for (let bits = 8; ; bits--) {
        const mask = 0x010101 * (0xff & (0xff << (8 - bits))), known = new Map(), colours = [];
        const rows = pixels.map((pixel) => {
            const key = pixel & mask;
            if (!known.has(key)) { known.set(key, colours.length); colours.push(pixel & 0xffffff); }
            return known.get(key);
        });
        if (colours.length > 256) continue;
        const bytes = Uint8Array.from(rows);
        let text = '';
        for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
        return {colours, pixels: btoa(text)};
    }
}"""


def _pack(page: Page, png: bytes, size: tuple[int, int]) -> bytes:
    """The same picture in a third of the bytes: with a table of its colours, and packed for size."""
    reduced = page.evaluate(REDUCE, base64.b64encode(png).decode())
    pixels, width = base64.b64decode(reduced["pixels"]), size[0]
    rows = b"".join(b"\0" + pixels[at : at + width] for at in range(0, len(pixels), width))
    table = b"".join(struct.pack("<I", colour)[:3] for colour in reduced["colours"])
    header = struct.pack(">IIBBBBB", *size, 8, 3, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"PLTE", table), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where pictures go: elsewhere, unless those in the documentation are to be made anew."""
    return KEPT if os.environ.get("KAMERVRAGEN_SCREENSHOTS") == "1" else tmp_path


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_picture_of_a_page_shows_something(
    examples: str, browser: Browser, folder: Path, name: str, size: str, scheme: str
) -> None:
    with visit(browser, examples + PAGES[name], SIZES[size], scheme) as seen:
        folder.mkdir(parents=True, exist_ok=True)
        taken = seen.page.screenshot(animations="disabled", caret="hide")
        seen.page.goto("about:blank")
        blank = _pack(seen.page, seen.page.screenshot(), SIZES[size])
        picture = _pack(seen.page, taken, SIZES[size])
    (folder / f"{name}-{size}-{scheme}.png").write_bytes(picture)
    assert len(picture) > 5 * len(blank)


def test_the_kept_pictures_are_of_the_pages_that_there_are_and_small() -> None:
    kept = sorted(KEPT.glob("*.png"))
    assert [path.stem for path in kept] == sorted(
        f"{name}-{size}-{scheme}" for name in PAGES for size in SIZES for scheme in ("light", "dark")
    )
    assert sum(path.stat().st_size for path in kept) <= MAX_BYTES
