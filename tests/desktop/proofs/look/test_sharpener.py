"""Looking closely: the picture is taken anew with more pixels, while the usual one is enlarged."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image

from desktop.jobs import Jobs
from desktop.proofs.look.looked import Looked
from desktop.proofs.look.page import LookPage
from renderers.preview import preview
from renderers.render.cache import PictureCache
from renderers.render.job import Picture, RenderJob
from renderers.render.pool import RenderPool
from templates.errors import EngineError
from tests.fake_engine import FakeEngine


def drawn(job: RenderJob, most: float = 2) -> Picture:
    """A picture of one colour, as dense as asked for."""
    size = round(640 * min(most, job.density)), round(900 * min(most, job.density))
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, "JPEG")
    return Picture(out.getvalue(), *size, 640)


@pytest.fixture
def engine() -> FakeEngine:
    """What takes the pictures."""
    return FakeEngine(drawn)


@pytest.fixture
def closely(workspace, tmp_path, engine, qapp, qtbot) -> Callable[..., LookPage]:
    """``closely(change)``: a picture that was taken, changed, is looked at in twice its size."""
    cache = PictureCache(tmp_path / "cache")
    jobs = Jobs(lambda: RenderPool(engine, lanes=1))

    async def taken() -> Looked:
        async with RenderPool(engine, lanes=1) as pool:
            proofs = await preview(workspace, ["welcome.en"], profiles=["plain-desktop"], pool=pool, cache=cache)
            return Looked.of_proof(proofs[0])

    def look(**change: object) -> LookPage:
        page = LookPage(jobs, workspace, cache)
        qtbot.addWidget(page)
        page.resize(900, 700)
        page.show()
        page.show_looked(replace(asyncio.run(taken()), **change))
        qtbot.waitUntil(lambda: page.one.view.raster is not None and not page.one.is_reading)
        assert page.one.sharpener.text() == ""
        page.one.view.set_zoom(2.0)
        qtbot.waitUntil(lambda: "…" not in page.one.sharpener.text())
        return page

    yield look
    jobs.shut_down()
    qtbot.waitUntil(lambda: not jobs.running)


def test_it_is_taken_with_twice_the_pixels(closely, engine) -> None:
    """Once; and it is where it was."""
    page = closely()
    view = page.one.view
    assert (view.raster.density, view.raster.width, view.raster.height) == (2.0, 640, 900)
    assert page.one.sharpener.text() == "In full detail"
    view.set_zoom(None)
    view.set_zoom(2.0)
    assert [job.density for job in engine.taken] == [1, 2.0]


def test_a_picture_that_would_be_another_by_now_is_enlarged(closely, engine) -> None:
    """It is said why."""
    page = closely(key="another")
    assert page.one.view.raster.density == 1
    assert "changed since it was taken" in page.one.sharpener.text()
    assert len(engine.taken) == 1


def test_an_engine_that_cannot_is_said(closely, engine) -> None:
    """It took the usual picture once more."""
    engine._draw = lambda job: drawn(job, most=1)
    assert "this engine takes no finer pictures" in closely().one.sharpener.text()


def test_a_failure_is_said(closely, engine) -> None:
    """The enlarged one stays."""

    def fails(job: RenderJob) -> Picture:
        if job.density > 1:
            raise EngineError("The browser crashed.", advice="Try again.")
        return drawn(job)

    engine._draw = fails
    page = closely()
    assert page.one.sharpener.text() == "Enlarged. The browser crashed."
    assert page.one.view.raster.density == 1


def test_without_a_workspace_it_is_enlarged(shown, looked) -> None:
    """There is nothing to take it of."""
    page = shown(looked("red"))
    page.one.view.set_zoom(2.0)
    assert page.one.sharpener.text() == "Enlarged"
