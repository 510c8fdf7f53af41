"""Pictures as mails need them: PNG, trimmed, and small. SVG is drawn by resvg, bitmaps are decoded by Pillow."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import warnings
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from assets import asset
from templates.brand.logos import draw_svg
from templates.brand.logos.svg import SvgError, parse_svg, sanitised, view_box
from templates.errors import InputError

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 40_000_000
MAX_BYTES = 5_000_000
MAX_SCANS = 100  # of a JPEG: a progressive one has ten; each is drawn over the whole picture
LOGO_SIDE = 2000  # pixels: more than any mail shows, and few enough for what is computed of each
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "ICO", "BMP", "AVIF")
TARGET_BYTES = 60_000
SVG_SIDE = 1000  # pixels: more than twice the widest logo, also after its borders are trimmed
SECONDS = 4  # that a stranger's SVG may take to draw
FONTS = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")

#: On Windows a child process would flash a console window.
CREATION_FLAGS = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def svg_to_png(svg: bytes, width: int) -> bytes:
    """Draw one of our own SVGs ``width`` pixels wide, transparent where it is empty, in the aspect of its viewBox.

    Text is set in the shipped font. A stranger's SVG goes through ``open_picture``. Raises InputError when it is no
    drawable SVG.
    """
    try:
        return draw_svg.draw(sanitised(svg), width, _fonts())
    except (SvgError, ValueError) as error:
        raise _undrawable(error) from error


@lru_cache(maxsize=8)
def _outcome(svg: bytes, side: int) -> bytes | InputError:
    """The drawing, or why there is none: kept, because each slot of a logo and each colour asks for the same again."""
    try:
        return _drawn_apart(svg, side)
    except InputError as error:
        return error


def _drawn_apart(svg: bytes, side: int) -> bytes:
    """Draw a stranger's SVG in a process that can be killed; neither side is longer than ``side`` pixels."""
    try:
        text = sanitised(svg)
        width = _width_for(svg, side)
    except SvgError as error:
        raise _undrawable(error) from error
    # -P: the modules beside the program are none of its business.
    command = [sys.executable, "-P", draw_svg.__file__, str(width), *_fonts()]
    try:
        done = subprocess.run(
            command,
            input=text.encode(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
            creationflags=CREATION_FLAGS,
        )
    except subprocess.TimeoutExpired as error:
        raise InputError("This SVG takes longer than {limit} seconds to draw.", limit=SECONDS) from error
    if done.returncode != 0 or not done.stdout:
        raise InputError("This SVG cannot be drawn.", advice="Choose another file.")
    return done.stdout


def _fonts() -> list[str]:
    return [str(asset("fonts", name)) for name in FONTS]


def _undrawable(error: Exception) -> InputError:
    return InputError("This SVG cannot be drawn: {reason}.", reason=str(error).rstrip("."))


def open_picture(data: bytes) -> Image:
    """Decode a picture of any known format to RGBA; an SVG is drawn with a longer side of 1,000 pixels.

    Raises InputError when the bytes are no picture, are damaged, or would need too much memory.
    """
    from PIL import Image

    if len(data) > MAX_BYTES:
        raise InputError("This picture has {size} MB; the limit is 5 MB.", size=round(len(data) / 1e6, 1))
    if is_svg(data):
        outcome = _outcome(data, SVG_SIDE)
        if isinstance(outcome, InputError):
            raise outcome.with_traceback(None)
        data = outcome
    _check_inside(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=FORMATS)
            if picture.width * picture.height > MAX_PIXELS:
                raise InputError("This picture has more than 40 million pixels.")
            return picture.convert("RGBA")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise InputError("This picture has more than 40 million pixels.") from error
    except InputError:
        raise
    except Exception as error:  # Pillow's decoders raise whatever they stumble over in damaged data
        raise InputError("This picture cannot be read.", advice="Choose another file.") from error


def _check_inside(data: bytes) -> None:
    """Refuse what a decoder would find out too late: a JPEG drawn a thousand times over, an icon of a giant picture."""
    if data.startswith(b"\xff\xd8") and data.count(b"\xff\xda") > MAX_SCANS:
        raise InputError("This picture cannot be read.", advice="Choose another file.")
    if data.startswith(b"\0\0\x01\0") and _largest_icon(data) > MAX_PIXELS:
        raise InputError("This picture has more than 40 million pixels.")


def _largest_icon(data: bytes) -> int:
    """Pixels of the largest picture in an ICO file, as that picture itself says, not the file's directory."""
    count = min(256, struct.unpack_from("<H", data.ljust(6, b"\0"), 4)[0])
    starts = range(6, min(len(data) - 16, 6 + 16 * count), 16)
    offsets = (struct.unpack_from("<I", data, start + 12)[0] for start in starts)
    headers = (data[offset : offset + 24] for offset in offsets)
    sizes = (
        struct.unpack(">II", head[16:]) if head.startswith(b"\x89PNG") else struct.unpack("<ii", head[4:12])
        for head in headers
        if len(head) == 24
    )
    return max((abs(width * height) for width, height in sizes), default=0)


def _width_for(svg: bytes, side: int) -> int:
    """The width at which neither side is longer than ``side``."""
    box = view_box(parse_svg(svg))
    ratio = box[0] / box[1] if box else 1.0
    if not 1 / side < ratio < side:
        raise InputError("This SVG is too thin to be drawn.")
    return max(1, round(side * min(1.0, ratio)))


def is_svg(data: bytes) -> bool:
    """Whether bytes look like an SVG document; the file's name is never asked."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and b"<svg" in data[:65536] and b"<html" not in head.lower()


def trimmed(picture: Image) -> Image:
    """Cut the transparent borders off; a picture with nothing in it raises InputError."""
    box = picture.getchannel("A").point(lambda alpha: 255 if alpha > 8 else 0).getbbox()
    if box is None:
        raise InputError("This picture is empty.")
    return picture.crop(box)


def checked_logo(data: bytes) -> Image:
    """Decode and trim a logo, and refuse what is none: nothing drawn, a dot, or one flat rectangle."""
    picture = open_picture(data)
    picture = trimmed(picture.reduce(max(1, max(picture.size) // LOGO_SIDE)))
    if min(picture.size) < 2 or max(picture.size) < 12:
        raise InputError("This picture is too small for a logo.")
    if _flat(picture):
        raise InputError("This picture is one flat rectangle.")
    return picture


def pixel_counts(picture: Image) -> Counter[tuple[int, int, int, int]]:
    """How often each red, green, blue, alpha occurs in an RGBA picture."""
    data = picture.tobytes()
    return Counter(zip(data[0::4], data[1::4], data[2::4], data[3::4], strict=True))


def _flat(picture: Image) -> bool:
    """Whether nothing is drawn but a rectangle of one colour."""
    small = picture.resize((64, 64), resample=0)
    pixels = pixel_counts(small)
    opaque = [(count, colour) for colour, count in pixels.items() if colour[3] > 200]
    if sum(count for count, _ in opaque) < 0.97 * 64 * 64:
        return False
    return all(max(band) - min(band) < 12 for band in zip(*(colour for _, colour in opaque), strict=True))


def png_bytes(picture: Image, target: int = TARGET_BYTES) -> bytes:
    """Encode as PNG; with 256 colours, then smaller, until it has at most ``target`` bytes where that is possible."""
    data = _encoded(picture)
    while len(data) > target:
        data = _encoded(picture.quantize(256, method=2))  # FASTOCTREE, the only method that keeps transparency
        if len(data) <= target or picture.width < 240:
            break
        picture = picture.resize((round(picture.width * 0.8), round(picture.height * 0.8)), resample=1)  # Lanczos
    return data


def _encoded(picture: Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
