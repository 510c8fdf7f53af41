"""What a mail shows, served from a fake origin; pictures are looked at before the browser may decode them."""

from __future__ import annotations

import base64
import binascii
import hashlib
import html
import io
import re
import threading
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from PIL import Image as PillowImage

from templates.errors import LimitError
from templates.files import storage_errors

ORIGIN = "http://mail.invalid/"  # .invalid never resolves (RFC 2606), so a leak would go nowhere

MAX_PIXELS = 25_000_000  # a tiny file of 20,000 x 20,000 pixels costs the browser 2.2 GB
MAX_BYTES = 20_000_000

_BASE64_IMAGE = re.compile(r"data:image/[\w.+-]+(?:;[\w.=-]+)*;base64,([\w+/=%\s-]+)", re.IGNORECASE)
_HEADER_BYTES = 65_536
_warnings_lock = threading.Lock()


@dataclass(frozen=True)
class Image:
    """A picture ready to be served; ``media_type`` is empty when it is none that we know: it is shown as broken.

    What was fetched from afar may be a font or a style sheet.
    """

    data: bytes
    media_type: str
    digest: str


REMOTE = "remote/"
"""Below it lies what was fetched from afar; the only place for style sheets."""

_SHEET = ".css"
_FONTS: Mapping[bytes, str] = {
    b"wOF2": "font/woff2",
    b"wOFF": "font/woff",
    b"OTTO": "font/otf",
    b"\0\1\0\0": "font/ttf",
    b"true": "font/ttf",
}


def remote_name(data: bytes, *, is_sheet: bool = False) -> str:
    """Return the name under which a file from afar is served: the same bytes have the same one."""
    return REMOTE + hashlib.sha256(data).hexdigest() + (_SHEET if is_sheet else "")


def fake_url(path: str) -> str:
    """Return the address under which a preview serves a picture, such as ``brands/acme/logo-wide.png``."""
    return ORIGIN + quote(path)


def load_image(name: str, source: Path | bytes) -> Image:
    """Read and check one picture. Raises StorageError (unreadable), LimitError (too many bytes or pixels)."""
    if isinstance(source, bytes):
        return _checked(name, source)
    with storage_errors(source):
        state = source.stat()
    _check_bytes(name, state.st_size)
    return _load_file(name, source, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=64)
def _load_file(name: str, path: Path, _modified: int, _size: int) -> Image:
    """A brand's logo is in each of a run's pictures: read it once as long as the file stays the same."""
    with storage_errors(path):
        return _checked(name, path.read_bytes())


def check_embedded_images(mail: str) -> None:
    """Raise LimitError when a ``data:`` picture in the HTML has too many pixels; entities are resolved first."""
    for header in _embedded_headers(html.unescape(mail)):
        _media_type("data:", header)


def _embedded_headers(mail: str) -> Iterator[bytes]:
    for match in _BASE64_IMAGE.finditer(mail):
        text = re.sub(r"%[0-9a-fA-F]{2}|\s", "", match[1][: _HEADER_BYTES * 2])[:_HEADER_BYTES]
        try:
            yield base64.b64decode(text[: len(text) // 4 * 4])
        except binascii.Error:
            continue  # the browser cannot decode it either


def _checked(name: str, data: bytes) -> Image:
    _check_bytes(name, len(data))
    return Image(data, _media_type(name, data), hashlib.sha256(data).hexdigest())


def _check_bytes(name: str, size: int) -> None:
    if size > MAX_BYTES:
        raise LimitError(
            "The picture {name} is larger than {limit} MB.",
            advice="Use a smaller file.",
            name=name,
            limit=MAX_BYTES // 1_000_000,
        )


def _media_type(name: str, data: bytes) -> str:
    """Return the media type by the header, without decoding; "" when unknown. Raises LimitError on too many pixels."""
    if name.startswith(REMOTE) and name.endswith(_SHEET):
        return "text/css"
    if data[:4] in _FONTS:
        return _FONTS[data[:4]]
    if b"<svg" in data[:1024]:
        return "image/svg+xml"
    try:
        width, height, media_type = _header(data)
    except (PillowImage.DecompressionBombError, PillowImage.DecompressionBombWarning) as error:
        raise _too_many_pixels(name) from error
    except Exception:  # noqa: BLE001 - hostile bytes: what Pillow's forty readers may raise is open-ended
        return ""
    if width * height > MAX_PIXELS:
        raise _too_many_pixels(name)
    return media_type


def _header(data: bytes) -> tuple[int, int, str]:
    # Pillow warns above its own limit of pixels: an error here. Filters are global, hence the lock.
    with _warnings_lock, warnings.catch_warnings():
        warnings.simplefilter("error", PillowImage.DecompressionBombWarning)
        warnings.simplefilter("ignore", UserWarning)  # odd metadata is not our concern
        with PillowImage.open(io.BytesIO(data)) as image:
            return image.width, image.height, PillowImage.MIME.get(image.format or "", "")


def _too_many_pixels(name: str) -> LimitError:
    return LimitError(
        "The picture {name} has more than {limit} million pixels.",
        advice="Make it smaller: no mail shows that many.",
        name=name,
        limit=MAX_PIXELS // 1_000_000,
    )
