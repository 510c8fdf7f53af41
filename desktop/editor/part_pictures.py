"""Pictures of blocks and modules as they look in a template's brand, taken by the browser one after the other.

Nothing of Qt is called here: the work runs in the loop's thread (see ``desktop/pictures.py``).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from desktop.jobs import Job
from renderers.clients.profile import profile
from renderers.engines import BrowserMissingError
from renderers.proofs.cutout import cutout
from renderers.render.cache import PictureCache
from renderers.render.images import fake_url
from renderers.render.job import RenderJob
from renderers.render.pictures import Pictures
from renderers.render.pool import RenderPool
from templates.assemble import sample_links
from templates.brand.context import brand_values
from templates.brand.store import load_brand
from templates.compile.pipeline import Build, build
from templates.errors import InputError, MailwrightError
from templates.workspace import Workspace

#: Pixels of a picture: those of a card at twice the density.
WIDTH, HEIGHT = 228, 152
_VIEWPORT = replace(profile("plain-desktop"), width=600, height=40)


@dataclass(frozen=True)
class Part:
    """Something to take a picture of: ``source`` for a mail's body, with the ``data`` that it needs."""

    key: str
    source: str
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class PartPicture:
    """The picture of the part ``key``: a PNG of at most ``WIDTH`` x ``HEIGHT`` pixels."""

    key: str
    picture: bytes


def part_pictures(
    workspace: Workspace, brand: str, language: str, parts: Sequence[Part], make_cache: Callable[[], PictureCache]
) -> Callable[[Job, RenderPool], Coroutine[Any, Any, None]]:
    """Return the work of a job that reports a ``PartPicture`` for each part that makes a mail, in their order.

    One after the other: pictures that somebody waits for come between.
    """

    async def work(job: Job, pool: RenderPool) -> None:
        pictures = Pictures(pool, make_cache())
        for part in parts:
            try:
                mail = await asyncio.to_thread(_mail, workspace, brand, language, part)
                taken = await pictures.picture(RenderJob(mail.html, _files(workspace, mail), _VIEWPORT))
                shown = await asyncio.to_thread(cutout, taken.picture, WIDTH, HEIGHT)
                if shown is not None:
                    job.report(PartPicture(part.key, shown))
            except BrowserMissingError:
                raise
            except MailwrightError:
                continue  # a module may be damaged; it keeps its outline

    return work


def _mail(workspace: Workspace, slug: str, language: str, part: Part) -> Build:
    """Build a mail that is nothing but the part, in the brand's look."""
    folder = f"brands/{slug}"
    head = f'<mj-include path="{folder}/parts/head.mjml" />'
    text = f'<mjml lang="{language}"><mj-head>{head}</mj-head><mj-body>{part.source}</mj-body></mjml>'
    brand = brand_values(load_brand(workspace.brand_folder(slug)), folder)
    return build(
        text,
        include=workspace.include,
        data=part.data,
        brand=brand,
        links=sample_links(brand),
        today=datetime.now(ZoneInfo(workspace.settings.timezone)).date(),
        image_url=fake_url,
    )


def _files(workspace: Workspace, mail: Build) -> dict[str, Any]:
    found = {}
    for name in mail.images:
        try:
            found[name] = workspace.file(name)
        except InputError:
            continue  # shown as a broken picture, as in a preview
    return found
