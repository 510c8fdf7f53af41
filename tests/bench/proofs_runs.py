"""A starter in every client, through ``preview``: how soon, how fast, again, and stopped."""

from __future__ import annotations

import asyncio
import contextlib
import os
import tempfile
import time
from collections import Counter
from pathlib import Path

from bars import Bars

from assets import asset
from renderers.clients.profile import profiles
from renderers.preview import preview
from renderers.proofs.proof import Proof
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.brand.kit import extract_brand
from templates.generate import add_brand
from templates.starters import instantiate, starter
from templates.workspace import Workspace

STARTERS = ("welcome", "summer-newsletter", "black-friday")
PER_SECOND = 5.0
FIRST_S = 0.7
AGAIN_S = 0.3
CANCEL_S = 0.5


def measure(bars: Bars) -> None:
    """One starter warms the process up (compiler, profiles); the others are measured."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_measured(bars, Path(folder)))


async def _measured(bars: Bars, folder: Path) -> None:
    workspace = Workspace.create(folder / "bench", name="Bench")
    brand = add_brand(workspace, extract_brand(str(asset("samples", "site"))))
    warm, *names = [instantiate(workspace, starter(name), "en", brand=brand).name for name in STARTERS]
    every = [each.id for each in profiles()]
    chromium = [each.id for each in profiles() if each.engine == "chromium"]
    async with RenderPool() as pool:
        bench = _Bench(workspace, pool, PictureCache(folder / "cache"))
        await pool.warm()
        await bench.run(warm, every)
        for name in names:
            await _fast(bars, bench, name, chromium)
        await _others(bars, bench, names[0], [each for each in every if each not in chromium])
        await _again(bars, bench, names[0], every)
        await _cancelled(bars, bench, warm, every)


class _Bench:
    """What the runs share."""

    def __init__(self, workspace: Workspace, pool: RenderPool, cache: PictureCache) -> None:
        self.workspace = workspace
        self.pool = pool
        self.cache = cache

    async def run(
        self, name: str, ids: list[str], cache: PictureCache | None = None
    ) -> tuple[list[Proof], float, float]:
        """Return the proofs, and after how many seconds the first one and the last one was there."""
        came: list[float] = []
        started = time.perf_counter()
        proofs = await preview(
            self.workspace,
            [name],
            profiles=ids,
            cache=cache or self.cache,
            pool=self.pool,
            on_proof=lambda _: came.append(time.perf_counter() - started),
        )
        failed = [str(proof.error) for proof in proofs if proof.error]
        if failed:
            print(f"{name}: {failed}")
        return proofs, came[0], time.perf_counter() - started


def _new(proofs: list[Proof]) -> int:
    return sum(proof.result is not None and not proof.result.cached for proof in proofs)


async def _fast(bars: Bars, bench: _Bench, name: str, ids: list[str]) -> None:
    proofs, first, whole = await bench.run(name, ids)
    rate = _new(proofs) / whole
    figure = f"{rate:.1f} ({_new(proofs)} pictures for {len(ids)} profiles in {whole:.2f} s)"
    bars.add(f"{name}: pictures a second, Chromium, {os.cpu_count()} cores", figure, ">= 5", rate >= PER_SECOND)
    bars.add(f"{name}: first picture", f"{first:.2f} s", "< 0.7 s", first < FIRST_S)


async def _others(bars: Bars, bench: _Bench, name: str, ids: list[str]) -> None:
    proofs, _, whole = await bench.run(name, ids)
    kinds = Counter(proof.cast.engine for proof in proofs if proof.cast)
    said = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    bars.add(f"{name}: pictures a second, other engines", f"{_new(proofs) / whole:.1f} ({said})", "reported", None)


async def _again(bars: Bars, bench: _Bench, name: str, ids: list[str]) -> None:
    proofs, first, whole = await bench.run(name, ids)
    figure = f"{whole:.2f} s, first {first:.2f} s, {_new(proofs)} new"
    bars.add(
        f"{name}: all {len(ids)} profiles again", figure, "nothing new, < 0.3 s", whole < AGAIN_S and not _new(proofs)
    )


async def _cancelled(bars: Bars, bench: _Bench, name: str, ids: list[str]) -> None:
    """Stop a run in full swing, and see that the pool takes the next picture at once."""
    with tempfile.TemporaryDirectory() as empty:
        task = asyncio.ensure_future(bench.run(name, ids, PictureCache(Path(empty))))
        await asyncio.sleep(1.0)
        started = time.perf_counter()
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        stopped = time.perf_counter() - started
        _, after, _ = await bench.run(name, ids[:1], PictureCache(Path(empty) / "after"))
    figure = f"{stopped:.3f} s, a new run's picture {after:.2f} s later"
    bars.add("stopping a run", figure, "< 0.5 s", stopped < CANCEL_S)
