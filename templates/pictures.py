"""Pictures for templates: copied into the template's folder under a safe name, after a look at what they are.

A picture that mail programs do not show (SVG, WebP, AVIF …) becomes a PNG or a JPEG. What a stranger's file claims to
be is never believed.
"""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from templates.brand.logos.raster import is_svg, open_picture, png_bytes
from templates.errors import InputError, LimitError
from templates.files import storage_errors, write_bytes
from templates.picture_metadata import without_metadata
from templates.source.rename import slug_of
from templates.workspace import Workspace

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 20_000_000
MOST_PIXELS = 25_000_000  # as many as a preview shows
HEAVY_BYTES = 500_000  # with more, a mail takes its time on a phone
WIDEST = 1200  # pixels: twice the width of a mail, sharp on every screen
IMAGES = "images"
#: What every mail program shows, and its ending; the rest is converted.
KEPT = {"PNG": ".png", "JPEG": ".jpg", "GIF": ".gif"}
READ = (*KEPT, "WEBP", "AVIF", "BMP", "ICO", "TIFF")
_LONGEST_NAME = 60
_ORIENTATION = 0x0112  # of a photograph: browsers turn it, many mail programs do not
_DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # names that Windows keeps for itself


@dataclass(frozen=True)
class PictureFacts:
    """What is known of a picture without showing it: its form as Pillow names it (SVG too), pixels and bytes."""

    form: str
    width: int
    height: int
    bytes: int


@dataclass(frozen=True)
class CopiedPicture:
    """A picture in a template: ``path`` from the workspace's root."""

    path: str
    facts: PictureFacts


def picture_facts(data: bytes, name: str = "") -> PictureFacts:
    """Return what ``data`` is, by its header. Raises InputError when it is no picture, LimitError when it is too large.

    An SVG has no pixels: 0 × 0.
    """
    _check_bytes(len(data), name)
    if is_svg(data):
        return PictureFacts("SVG", 0, 0, len(data))
    with _opened(data, name) as picture:
        return PictureFacts(str(picture.format), picture.width, picture.height, len(data))


def copy_picture(workspace: Workspace, template: str, source: Path) -> CopiedPicture:
    """Copy a picture into ``templates/<template>/images``; one with the same content is not copied twice.

    Raises InputError and LimitError for what is no usable picture, StorageError.
    """
    return keep_picture(workspace, template, source.stem, read_picture(source))


def read_picture(path: Path) -> bytes:
    """Return the bytes of a file that is not too large for a picture. Raises LimitError, StorageError."""
    with storage_errors(path):
        _check_bytes(path.stat().st_size, path.name)
        return path.read_bytes()


def keep_picture(workspace: Workspace, template: str, name: str, data: bytes) -> CopiedPicture:
    """Write a picture into ``templates/<template>/images`` under a name made of ``name``; as ``copy_picture``."""
    ready = _for_mail(data, name)
    facts = picture_facts(ready, name)
    folder = _inside(workspace, workspace.template(template).root / IMAGES)
    path = _free(folder, safe_stem(name), KEPT[facts.form], ready)
    if not path.exists():
        write_bytes(path, ready)
    return CopiedPicture(f"templates/{template}/{IMAGES}/{path.name}", facts)


def shrink_picture(workspace: Workspace, template: str, path: str, width: int = WIDEST) -> CopiedPicture:
    """Write a copy of the picture at ``path`` that is at most ``width`` pixels wide; as ``keep_picture``."""
    real = workspace.file(path)
    data = read_picture(real)
    with _opened(data, real.name) as picture:
        small = _decoded(picture)
    if small.width > width:
        small = small.resize((width, max(1, round(small.height * width / small.width))), resample=1)  # Lanczos
    return keep_picture(workspace, template, f"{real.stem}-{small.width}", _encoded(small))


def small_picture(data: bytes, side: int) -> bytes:
    """Return a PNG of the picture with no side longer than ``side`` pixels, to be shown in a list. Raises as above."""
    if picture_facts(data).form == "SVG":
        made = open_picture(data)
    else:
        with _opened(data, "") as picture:
            picture.draft("RGB", (side, side))  # a JPEG is decoded at a fraction of its size
            made = _decoded(picture)
    made.thumbnail((side, side))
    out = io.BytesIO()
    made.convert("RGBA").save(out, "PNG")
    return out.getvalue()


def safe_stem(name: str) -> str:
    """Return ``name`` as a file name that every system and every server takes, without its ending."""
    stem = slug_of(name)[:_LONGEST_NAME].strip("-")
    return f"picture-{stem}".strip("-") if not stem or _DEVICE.fullmatch(stem) else stem


def _check_bytes(size: int, name: str) -> None:
    if size > MOST_BYTES:
        raise LimitError(
            "The picture {name} is larger than {limit} MB.",
            advice="Use a smaller file.",
            name=name,
            limit=MOST_BYTES // 1_000_000,
        )


def _inside(workspace: Workspace, folder: Path) -> Path:
    """Return ``folder``, unless a link that somebody put there leads elsewhere."""
    if not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(workspace.root)):
        raise InputError(
            "`{path}` leads out of the workspace through a link.",
            advice="Copy the file into the workspace.",
            path=folder.name,
        )
    return folder


def _for_mail(data: bytes, name: str) -> bytes:
    facts = picture_facts(data, name)
    if facts.form == "SVG":
        return png_bytes(open_picture(data), target=HEAVY_BYTES)
    with _opened(data, name) as picture:
        turned = picture.getexif().get(_ORIENTATION, 1) != 1
        decoded = _decoded(picture)  # a damaged one is found out here
    return without_metadata(data) if facts.form in KEPT and not turned else _encoded(decoded)


def _opened(data: bytes, name: str) -> Image:
    from PIL import Image

    try:
        picture = Image.open(io.BytesIO(data), formats=READ)
        size = picture.width * picture.height
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many(name) from error
    except Exception as error:  # what Pillow's readers raise on hostile bytes is open-ended
        raise _unreadable() from error
    if size > MOST_PIXELS:
        raise _too_many(name)
    return picture


def _decoded(picture: Image) -> Image:
    from PIL import ImageOps

    try:
        picture = ImageOps.exif_transpose(picture)
        return picture.convert("RGBA" if _has_alpha(picture) else "RGB")
    except Exception as error:  # as above
        raise _unreadable() from error


def _has_alpha(picture: Image) -> bool:
    return "A" in picture.getbands() or "transparency" in picture.info


def _encoded(picture: Image) -> bytes:
    out = io.BytesIO()
    if picture.mode == "RGBA":
        return png_bytes(picture, target=HEAVY_BYTES)
    picture.save(out, "JPEG", quality=85, optimize=True, progressive=True)
    return out.getvalue()


def _free(folder: Path, stem: str, ending: str, data: bytes) -> Path:
    """The first name that is free, or whose file has this content already."""
    number = 1
    while True:
        path = folder / (f"{stem}{ending}" if number == 1 else f"{stem}-{number}{ending}")
        with storage_errors(path):
            if not path.exists() or (path.is_file() and path.read_bytes() == data):
                return path
        number += 1


def _too_many(name: str) -> LimitError:
    return LimitError(
        "The picture {name} has more than {limit} million pixels.",
        advice="Make it smaller: no mail shows that many.",
        name=name,
        limit=MOST_PIXELS // 1_000_000,
    )


def _unreadable() -> InputError:
    return InputError("This picture cannot be read.", advice="Choose another file.")
