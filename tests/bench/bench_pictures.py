"""Pictures per second: the pool against a new context and a full-page PNG each time, in the same run.

The mail is long and noisy (29 JPEGs, some 5,500 pixels high), so close to the worst case. Both ways take the same jobs,
as many at once, alternating; the figures are medians over the rounds. Aims on two cores: a cold start of at most 0.5 s,
six pictures in 1.2 s, twelve in 2.1 s.
"""

from __future__ import annotations

import asyncio
import io
import random
import statistics
import time
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from PIL import Image
from report import report

from renderers.clients.profile import profile
from renderers.engines.locate import locate
from renderers.preview import PROFILES
from renderers.render.images import fake_url
from renderers.render.job import RenderJob
from renderers.render.pool import RenderPool

AT_ONCE = (1, 2, 3, 4)
ROUNDS = 3
MAILS = 4  # times three profiles: twelve pictures a round

Way = Callable[[Sequence[RenderJob]], Coroutine[Any, Any, object]]


def main() -> None:
    """Measure every degree of concurrency."""
    rows = [row for at_once in AT_ONCE for row in asyncio.run(compared(at_once))]
    report("pictures", rows)


async def compared(at_once: int) -> list[dict[str, str | float]]:
    """Return one row for each way."""
    from playwright.async_api import async_playwright

    started = time.perf_counter()
    async with RenderPool(lanes=at_once) as pool, async_playwright() as playwright:
        await pool.warm()
        cold = time.perf_counter() - started
        browser = await playwright.chromium.launch(executable_path=locate().path)
        ways: dict[str, Way] = {
            "kept pages, clipped JPEG": partial(with_pool, pool),
            "new context, full-page PNG": partial(naively, browser, at_once),
        }
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
        for round_ in range(ROUNDS):
            for name, way in ways.items():
                times[name].append(await timed(way, jobs(round_)))
        await browser.close()
    return [row(name, at_once, measured, cold) for name, measured in times.items()]


def row(name: str, at_once: int, measured: Sequence[tuple[float, float]], cold: float) -> dict[str, str | float]:
    """Say what was measured."""
    first, whole = (statistics.median(column) for column in zip(*measured, strict=True))
    return {
        "way": name,
        "at once": at_once,
        "pictures/s": MAILS * len(PROFILES) / whole,
        "first picture, s": first,
        "twelve pictures, s": whole,
        "cold start, s": cold if name.startswith("kept") else "",
    }


async def timed(way: Way, batch: Sequence[RenderJob]) -> tuple[float, float]:
    """Return the seconds to the first picture, and to the last one."""
    started = time.perf_counter()
    tasks = [asyncio.ensure_future(way([job])) for job in batch]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    first = time.perf_counter() - started
    await asyncio.gather(*tasks)
    return first, time.perf_counter() - started


async def with_pool(pool: RenderPool, batch: Sequence[RenderJob]) -> None:
    """Take each picture by the recipe, every guard on."""
    for job in batch:
        await pool.render(job)


_places: dict[int, asyncio.Semaphore] = {}


async def naively(browser: Any, at_once: int, batch: Sequence[RenderJob]) -> None:
    """Take each picture as one would at first: a fresh context, the whole page, PNG."""
    places = _places.setdefault(at_once, asyncio.Semaphore(at_once))
    for job in batch:
        async with places:
            seen = job.profile
            viewport = {"width": seen.width, "height": seen.height}
            context = await browser.new_context(viewport=viewport, color_scheme=seen.scheme)
            page = await context.new_page()
            await page.route("**/*", partial(served, job))
            await page.set_content(job.html)
            await page.screenshot(full_page=True)
            await context.close()


async def served(job: RenderJob, route: Any) -> None:
    """Answer with the job's picture."""
    image = job.served[route.request.url]
    await route.fulfill(body=image.data, content_type=image.media_type)


def jobs(seed: int) -> list[RenderJob]:
    """Twelve jobs: mails that differ, in every profile."""
    images = {f"images/{number}.jpg": photo(number) for number in range(29)}
    return [
        RenderJob(mail(f"{seed}.{number}", list(images)), images, profile(each))
        for number in range(MAILS)
        for each in PROFILES
    ]


def mail(title: str, images: Sequence[str]) -> str:
    """A mail of tables, some 79 KB."""
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


def photo(seed: int) -> bytes:
    """A noisy JPEG of about 20 KB."""
    out = io.BytesIO()
    noise = random.Random(seed).randbytes(150 * 75 * 3)
    Image.frombytes("RGB", (150, 75), noise).resize((600, 300)).save(out, "JPEG", quality=60)
    return out.getvalue()


if __name__ == "__main__":
    main()
