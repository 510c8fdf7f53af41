"""What a mail shows, served from a fake origin; pictures are looked at before the browser may decode them."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import threading
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from PIL import Image as PillowImage

from renderers.render.embedded import embedded_in
from templates.errors import LimitError
from templates.files import storage_errors

ORIGIN = "http://mail.invalid/"  # .invalid never resolves (RFC 2606), so a leak would go nowhere

MAX_PIXELS = 25_000_000  # a tiny file of 20,000 x 20,000 pixels costs the browser 2.2 GB
MAX_BYTES = 20_000_000

_PNG_SIZE = re.compile(rb"\A\x89PNG\r\n\x1a\n.{8}(.{8})", re.DOTALL)
_JPEG_SIZE = re.compile(rb"\xff[\xc0-\xc2]..\x08(.{4})", re.DOTALL)
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
    # A copy may keep the time of its original, and be as long as what it replaces.
    return _load_file(name, source, (state.st_mtime_ns, state.st_ctime_ns, state.st_size))


@lru_cache(maxsize=64)
def _load_file(name: str, path: Path, _state: tuple[int, ...]) -> Image:
    """A brand's logo is in each of a run's pictures: read it once as long as the file stays the same."""
    with storage_errors(path):
        return _checked(name, path.read_bytes())


def check_embedded_images(text: str) -> None:
    """Raise LimitError when a ``data:`` picture in a mail, a style sheet or a drawing has too many pixels."""
    for data in embedded_in(text):
        _picture_type("data:", data)


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
    is_sheet = name.startswith(REMOTE) and name.endswith(_SHEET)
    if not is_sheet and data[:4] in _FONTS:
        return _FONTS[data[:4]]
    if not is_sheet and b"<svg" not in data[:1024]:
        return _picture_type(name, data)
    check_embedded_images(data.decode("utf-8", errors="replace"))
    return "text/css" if is_sheet else "image/svg+xml"


def _picture_type(name: str, data: bytes) -> str:
    try:
        pixels, media_type = _header(data)
    except (PillowImage.DecompressionBombError, PillowImage.DecompressionBombWarning) as error:
        raise _too_many_pixels(name) from error
    except Exception:  # noqa: BLE001 - hostile bytes: what Pillow's forty readers may raise is open-ended
        pixels, media_type = _damaged_pixels(data), ""
    if pixels > MAX_PIXELS:
        raise _too_many_pixels(name)
    return media_type


def _header(data: bytes) -> tuple[int, str]:
    # Pillow warns above its own limit of pixels: an error here. Filters are global, hence the lock.
    with _warnings_lock, warnings.catch_warnings():
        warnings.simplefilter("error", PillowImage.DecompressionBombWarning)
        warnings.simplefilter("ignore", UserWarning)  # odd metadata is not our concern
        with PillowImage.open(io.BytesIO(data)) as image:
            return image.width * image.height, PillowImage.MIME.get(image.format or "", "")


def _damaged_pixels(data: bytes) -> int:
    """Return how many pixels a PNG or JPEG has where all else is damaged: a browser shows it all the same."""
    if data.startswith(b"\x89PNG"):
        sizes = [struct.unpack(">II", found[1]) for found in _PNG_SIZE.finditer(data[:24])]
    else:
        sizes = [struct.unpack(">HH", found[1]) for found in _JPEG_SIZE.finditer(data)]
    return max((width * height for width, height in sizes), default=0)


def _too_many_pixels(name: str) -> LimitError:
    return LimitError(
        "The picture {name} has more than {limit} million pixels.",
        advice="Make it smaller: no mail shows that many.",
        name=name,
        limit=MAX_PIXELS // 1_000_000,
    )
