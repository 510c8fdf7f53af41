"""Two texts of one template as pictures, and where the pictures differ.

Rows of pixels are aligned as lines of a text are, so that what merely moved down does not count as different. The
pictures are lossless for that: JPEG draws the same thing differently at another height.
"""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image

from renderers.camera import Camera
from renderers.clients.pipeline import in_client
from renderers.clients.profile import Profile, profile
from renderers.engines import BrowserMissingError
from renderers.mails import files_of
from renderers.remote_mail import with_remote
from renderers.render.cache import PictureCache
from renderers.render.images import fake_url
from renderers.render.mail_job import ClientMail
from renderers.render.pictures import Pictures
from renderers.render.pool import RenderPool
from renderers.render.remote.visit import Visit
from renderers.render.remote.web import users_visit
from templates.alignment import matches
from templates.assemble import values_of
from templates.compile.pipeline import build
from templates.errors import MailwrightError
from templates.workspace import Workspace

_JOINED = 16  # pixels of sameness between two differences that are shown as one
# Edges are smoothed differently when a mail moves by part of a pixel: a few values, or all of them a little.
_FAINT, _SHARE = 64, 0.05
_THIN, _VALUES = 2, 24  # rows, and values in them: the corners of a rounded box


@dataclass(frozen=True)
class Seen:
    """A picture as pixels: ``rgb`` has three bytes for each of ``width`` × ``height``, row by row."""

    width: int
    height: int
    rgb: bytes

    @classmethod
    def of(cls, picture: bytes) -> Seen:
        """Return the pixels of a picture file."""
        with Image.open(io.BytesIO(picture)) as image:
            return cls(image.width, image.height, image.convert("RGB").tobytes())

    def slice(self, top: int, bottom: int) -> bytes:
        """Return the pixels of the rows from ``top`` up to, without, ``bottom``."""
        return self.rgb[3 * self.width * top : 3 * self.width * bottom]

    def rows(self) -> list[bytes]:
        """Return the pixels row by row."""
        return [self.slice(row, row + 1) for row in range(self.height)]


@dataclass(frozen=True)
class Band:
    """Rows of one picture and what stands in their place in the other; either may be empty. In pixels."""

    before: tuple[int, int]
    after: tuple[int, int]


@dataclass(frozen=True)
class Compared:
    """Both pictures, or why there is none of one; ``bands`` are the differences from top to bottom."""

    before: Seen | MailwrightError
    after: Seen | MailwrightError
    bands: tuple[Band, ...] = ()


async def compare_texts(
    workspace: Workspace,
    template: str,
    before: str,
    after: str,
    *,
    profile_id: str,
    pool: RenderPool,
    cache: PictureCache | None = None,
) -> Compared:
    """Render two texts of ``template`` with its usual data in one profile.

    A text that does not compile is the error in its place. Raises BrowserMissingError, InputError for an unknown
    profile.
    """
    camera = Camera(pool, Pictures(pool, cache))
    shown_by = profile(profile_id)
    with users_visit() as visit:
        seen = (_seen(workspace, template, text, shown_by, camera, visit) for text in (before, after))
        old, new = await asyncio.gather(*seen)
    return Compared(old, new, await asyncio.to_thread(_bands_of, old, new))


def differing_bands(before: Seen, after: Seen) -> tuple[Band, ...]:
    """Return where two pictures differ."""
    if before.width != after.width:
        return (Band((0, before.height), (0, after.height)),)
    joined: list[Band] = []
    for band in _stretches(before, after):
        if _is_smoothing(band, before, after):
            continue
        last = joined[-1] if joined else None
        if last and band.before[0] - last.before[1] < _JOINED and band.after[0] - last.after[1] < _JOINED:
            joined[-1] = Band((last.before[0], band.before[1]), (last.after[0], band.after[1]))
        else:
            joined.append(band)
    return tuple(joined)


def counterpart(bands: Sequence[Band], row: float, *, to_after: bool) -> float:
    """Return the row of the other picture that belongs to ``row`` of one."""
    moved = 0.0
    for band in bands:
        (top, bottom), (other_top, other_bottom) = (band.before, band.after) if to_after else (band.after, band.before)
        if row < top:
            break
        if row < bottom:
            return other_top + (row - top) * (other_bottom - other_top) / (bottom - top)
        moved = other_bottom - bottom
    return row + moved


async def _seen(
    workspace: Workspace, template: str, text: str, shown_by: Profile, camera: Camera, visit: Visit | None
) -> Seen | MailwrightError:
    try:
        mail = await asyncio.to_thread(_mail, workspace, template, text, shown_by)
        _cast, result = await camera.take(await with_remote(mail, visit), "png")
        return await asyncio.to_thread(Seen.of, result.picture)
    except BrowserMissingError:
        raise
    except MailwrightError as error:
        return error


def _mail(workspace: Workspace, template: str, text: str, shown_by: Profile) -> ClientMail:
    name, values, mode = workspace.template(template).id, values_of(workspace, template), shown_by.modes[0]
    mail = build(text, include=workspace.include, image_url=fake_url, name=name, **values)
    client = in_client(mail.html, shown_by, mode=mode)
    return ClientMail(mail.html, client, files_of(workspace, mail)[0], shown_by, mode)


def _bands_of(before: Seen | MailwrightError, after: Seen | MailwrightError) -> tuple[Band, ...]:
    if isinstance(before, Seen) and isinstance(after, Seen):
        return differing_bands(before, after)
    return ()


def _stretches(before: Seen, after: Seen) -> Iterator[Band]:
    """Return what lies between the rows that are the same."""
    old_at = new_at = 0
    for old, new in [*matches(before.rows(), after.rows()), (before.height, after.height)]:
        if old > old_at or new > new_at:
            yield Band((old_at, old), (new_at, new))
        old_at, new_at = old + 1, new + 1


def _is_smoothing(band: Band, before: Seen, after: Seen) -> bool:
    height = band.before[1] - band.before[0]
    if height != band.after[1] - band.after[0]:
        return False
    old, new = before.slice(*band.before), after.slice(*band.after)
    steps = [abs(one - other) for one, other in zip(old, new, strict=True) if one != other]
    if height <= _THIN and len(steps) <= _VALUES:
        return True
    return len(steps) <= _SHARE * len(old) and max(steps) <= _FAINT
