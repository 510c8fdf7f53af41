"""Twelve pictures of long, noisy mails: the pool against the straightforward way, in the same run."""

from __future__ import annotations

import asyncio
import io
import random
import statistics
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from bars import Bars
from PIL import Image

from renderers.clients.profile import profile
from renderers.engines.locate import locate
from renderers.render.images import fake_url
from renderers.render.job import RenderJob
from renderers.render.pool import RenderPool

WIDTHS = (375, 640, 1024)
SCHEMES = ("light", "dark")
MAILS = 2
ROUNDS = 5
LANES = (3, 4)  # the pool's own number on two cores, and on more
FASTER = 2.2

Way = Callable[[Sequence[RenderJob]], Coroutine[Any, Any, object]]


def measure(bars: Bars) -> None:
    """Both ways take the same jobs, as many at once, alternating; medians over the rounds."""
    for lanes in LANES:
        asyncio.run(_compared(bars, lanes))


async def _compared(bars: Bars, lanes: int) -> None:
    from playwright.async_api import async_playwright

    started = time.perf_counter()
    async with RenderPool(lanes=lanes) as pool, async_playwright() as playwright:
        await pool.warm()
        cold = time.perf_counter() - started
        browser = await playwright.chromium.launch(executable_path=locate().path)
        ways: dict[str, Way] = {"pool": partial(_with_pool, pool), "naive": partial(_naively, browser, lanes)}
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
        for round_ in range(ROUNDS):
            for name, way in ways.items():
                times[name].append(await _timed(way, jobs(round_)))
        await browser.close()
    first, ours = (statistics.median(column) for column in zip(*times["pool"], strict=True))
    naive = statistics.median(whole for _, whole in times["naive"])
    figure = f"{naive / ours:.2f}x ({ours:.2f} s against {naive:.2f} s, first {first:.2f} s, cold start {cold:.2f} s)"
    holds = naive / ours >= FASTER if lanes == LANES[0] else None
    bars.add(f"12 pictures, {lanes} at once, all guards on, against the straightforward way", figure, "2.2x", holds)


async def _timed(way: Way, batch: Sequence[RenderJob]) -> tuple[float, float]:
    """Return the seconds to the first picture, and to the last one."""
    started = time.perf_counter()
    tasks = [asyncio.ensure_future(way([job])) for job in batch]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    first = time.perf_counter() - started
    await asyncio.gather(*tasks)
    return first, time.perf_counter() - started


async def _with_pool(pool: RenderPool, batch: Sequence[RenderJob]) -> None:
    for job in batch:
        await pool.render(job)


_places: dict[int, asyncio.Semaphore] = {}


async def _naively(browser: Any, at_once: int, batch: Sequence[RenderJob]) -> None:
    """Take each picture as one would at first; a page that crashes, as they do on a busy machine, is opened again."""
    from playwright.async_api import Error

    places = _places.setdefault(at_once, asyncio.Semaphore(at_once))
    for job in batch:
        async with places:
            try:
                await _naive_picture(browser, job)
            except Error:
                await _naive_picture(browser, job)


async def _naive_picture(browser: Any, job: RenderJob) -> None:
    """A fresh context, a route, the whole page, PNG."""
    seen = job.profile
    viewport = {"width": seen.width, "height": seen.height}
    context = await browser.new_context(viewport=viewport, color_scheme=seen.scheme)
    page = await context.new_page()
    await page.route("**/*", partial(_served, job))
    await page.set_content(job.html)
    await page.screenshot(full_page=True)
    await context.close()


async def _served(job: RenderJob, route: Any) -> None:
    image = job.served[route.request.url]
    await route.fulfill(body=image.data, content_type=image.media_type)


def jobs(seed: int, mails: int = MAILS) -> list[RenderJob]:
    """Mails that differ from seed to seed, in every width and colour scheme."""
    images = {f"images/{number}.jpg": _photo(number) for number in range(29)}
    views = [replace(profile("plain-desktop"), width=width, scheme=scheme) for width in WIDTHS for scheme in SCHEMES]
    return [
        RenderJob(_mail(f"{seed}.{number}", list(images)), images, view) for number in range(mails) for view in views
    ]


def _mail(title: str, images: Sequence[str]) -> str:
    """A mail of tables, some 79 KB and 5,500 pixels high."""
    style = "@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }"
    part = (
        "<table width=100%><tr><td style='padding:10px;font:16px/1.5 Arial'>{text}</td></tr>"
        "<tr><td>{image}</td></tr></table>"
    )
    parts = [
        part.format(text="Lorem ipsum dolor sit amet " * 8, image=f"<img width=100% height=110 src={fake_url(each)}>")
        for each in images
    ]
    filler = f"<!-- {'x' * (79_000 - sum(map(len, parts)))} -->"
    return (
        f"<!doctype html><html><head><title>{title}</title><style>{style}</style></head><body>{filler}{''.join(parts)}"
    )


def _photo(seed: int) -> bytes:
    """A noisy JPEG of about 20 KB."""
    out = io.BytesIO()
    noise = random.Random(seed).randbytes(150 * 75 * 3)
    Image.frombytes("RGB", (150, 75), noise).resize((600, 300)).save(out, "JPEG", quality=60)
    return out.getvalue()
