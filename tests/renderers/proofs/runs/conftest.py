"""A workspace with two small templates, and runs of them with an engine that draws tiny pictures."""

from __future__ import annotations

import asyncio
import io
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PIL import Image

from renderers.proofs.proof import Shot
from renderers.proofs.runs.keeper import RunKeeper
from renderers.proofs.runs.reading import KeptRun, kept_run, runs_of
from renderers.proofs.runs.taking import take_and_keep
from renderers.render.job import Picture, RenderJob
from renderers.render.pool import RenderPool
from renderers.wish import Wish
from templates.workspace import Workspace

TEXT = "<mjml><mj-body><mj-section><mj-column><mj-text>{words}</mj-text></mj-column></mj-section></mj-body></mjml>"
CLIENTS = ("plain-desktop", "plain-mobile")


def write(workspace: Workspace, name: str, words: str) -> None:
    """Write a template of one paragraph."""
    folder = workspace.root / "templates" / name
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "template.mjml").write_text(TEXT.format(words=words), "utf-8")
    (folder / "template.toml").write_text('kind = "marketing"\nlanguage = "en"\n', "utf-8")
    (folder / "data/default.json").write_text("{}", "utf-8")


@pytest.fixture
def workspace(tmp_path: Path, twenty: Workspace) -> Workspace:
    """Two templates of the sample company."""
    made = Workspace.create(tmp_path / "agency", name="Agency", brand=twenty.settings.brand)
    shutil.copytree(twenty.root / "brands", made.root / "brands", dirs_exist_ok=True)
    for name in ("hello", "sale"):
        write(made, name, f"This is {name}.")
    return made


@pytest.fixture
def rewrite(workspace: Workspace) -> Callable[[str, str], None]:
    """Give a template other words."""
    return lambda name, words: write(workspace, name, words)


@pytest.fixture
def drawing_engine(fake_engine):
    """Draws a picture of one colour, which the mail's words decide: ``blue`` where they hold that word."""

    async def render(job: RenderJob) -> Picture:
        fake_engine.taken.append(job)
        out = io.BytesIO()
        Image.new("RGB", (20, 10), "blue" if "blue" in job.html else "red").save(out, "JPEG")
        return Picture(out.getvalue(), 20, 10, 20)

    fake_engine.render = render
    return fake_engine


@pytest.fixture
def in_pool(drawing_engine):
    """Do ``await work(pool)`` in a loop of its own."""

    def do(work):
        async def scene():
            async with RenderPool(drawing_engine, lanes=2) as pool:
                return await work(pool)

        return asyncio.run(scene())

    return do


@pytest.fixture
def take(workspace, in_pool):
    """Take and keep ``templates`` in two profiles; return the kept runs, in their order."""

    def take(*templates: str, shots: Sequence[Shot] = (), **options) -> list[KeptRun]:
        wanted = shots or Wish(templates or ("hello",), CLIENTS).shots
        keeper = RunKeeper.begin(workspace, wanted)
        in_pool(lambda pool: take_and_keep(workspace, wanted, keeper, pool=pool, **options))
        assert keeper.fault is None
        return [kept_run(workspace, run_id) for run_id in keeper.runs]

    return take


@pytest.fixture
def runs(workspace):
    """Return the saved runs."""
    return lambda: runs_of(workspace)
