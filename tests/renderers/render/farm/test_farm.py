"""A real farm: a scheduler and two workers as processes, and what their pictures cost."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sys

import pytest

from renderers.clients.profile import profile
from renderers.engines.processes import descendants
from renderers.preview import PROFILES
from renderers.render.cache import PictureCache
from renderers.render.farm import connection
from renderers.render.farm.offering import Versions
from renderers.render.farm.pool import FarmPool
from renderers.render.job import RenderJob
from renderers.render.pool import RenderPool
from templates.compile.pipeline import Build
from templates.errors import EngineError, InputError, LimitError
from templates.toml_files import update_toml
from templates.workspace import Workspace
from tests.renderers.render.farm.local_farm import LocalFarm
from tests.renderers.render.farm.paid_run import paid_run

pytestmark = pytest.mark.browser

TALL = "<div style='height: 4000px; background: linear-gradient(red, blue)'>"


def build(workspace, name, *, data, contact, segments, image_url) -> Build:
    """Stands in for the compiler."""
    html = f"<!doctype html><html><body><p>{name}{TALL}"
    return Build(html, "text", "Subject", "Preheader", (), (), "<mjml></mjml>", html)


def mail(text: str, **images: bytes) -> RenderJob:
    """A small mail on a small screen."""
    return RenderJob(f"<!doctype html><body><p>{text}", images, profile("plain-mobile"), format="png")


def on_farm(workspace: Workspace, farm: LocalFarm) -> Workspace:
    """Enter the farm into its settings."""
    path = workspace.root / "workspace.toml"
    update_toml(path, {"farm": {"scheduler": farm.scheduler}})
    return Workspace.open(workspace.root)


@pytest.fixture
def agency(tmp_path, farm, monkeypatch) -> Workspace:
    """A workspace whose pictures the farm takes, and a user who trusts it."""
    monkeypatch.setenv("MAILWRIGHT_FARM", farm.scheduler)
    return on_farm(Workspace.create(tmp_path / "agency", name="Agency"), farm)


def with_pool(farm, work, **options):
    """Do ``await work(pool)`` with the farm's pool."""

    async def scene():
        async with FarmPool(farm.scheduler, **options) as pool:
            return await work(pool)

    return asyncio.run(scene())


def test_a_worker_takes_the_picture_that_this_computer_would_take(farm, png):
    """The same engines and fonts: the same key and the same picture, its images sent along."""
    job = mail("<img src='http://mail.invalid/dot.png'>", **{"dot.png": png("red", (40, 30))})

    async def both(far):
        async with RenderPool(lanes=1) as near:
            return near.key(job), await near.render(job), far.key(job), await far.render(job)

    near_key, near, far_key, far = with_pool(farm, both)
    assert far_key == near_key == far.key
    assert far.picture == near.picture
    assert (far.width, far.height, far.media_type) == (375, 667, "image/png")


def test_what_fails_in_a_worker_fails_here_in_the_same_words(farm):
    """The errors of the pool cross the wire, and the neighbours' pictures arrive."""

    async def work(pool):
        jobs = [mail("<i></i>" * 60_000), mail("one"), mail("two")]
        return await asyncio.gather(*map(pool.render, jobs), return_exceptions=True)

    refused, *others = with_pool(farm, work)
    assert isinstance(refused, LimitError)
    assert str(refused).startswith("The mail has more than 50000 tags.")
    assert [each.height for each in others] == [667, 667]


def test_workers_of_another_version_are_refused(farm, monkeypatch):
    """One sentence names both versions: what they would send could not be read."""
    monkeypatch.setattr(connection, "own_versions", lambda: Versions("9.0", "3.11", "2026.8.0"))
    with pytest.raises(EngineError, match=r"here Mailwright 9\.0, .*there Mailwright 0\.1\.0"):
        with_pool(farm, lambda _pool: None)


@pytest.mark.parametrize(
    ("address", "kind", "words"),
    [
        ("tcp://127.0.0.1:1", EngineError, "tcp://127.0.0.1:1 does not answer"),
        ("tls://127.0.0.1:1", InputError, "cannot be secured: its certificates are missing"),
    ],
)
def test_a_scheduler_that_is_not_there_is_one_sentence(address, kind, words, monkeypatch):
    """Nobody listens, or there is no certificate to speak to it."""
    monkeypatch.setattr(connection, "CONNECT_S", 0.1)

    async def scene():
        async with FarmPool(address):
            pass

    with pytest.raises(kind, match=words):
        asyncio.run(scene())


def test_a_worker_killed_in_mid_run_costs_nothing(farm, agency, tmp_path):
    """Every picture arrives, none twice, and the ledger is exact; the second time nothing is taken."""
    farm.need_workers(2)
    options = {"profiles": PROFILES[:2], "build": build, "cache": PictureCache(tmp_path / "cache")}
    run = paid_run(agency, "abcd", on_count=lambda n: farm.kill_worker() if n == 2 else None, **options)
    assert len(run.proofs) == 8
    assert run.wrong == []
    again = paid_run(agency, "abcd", **options)
    assert (again.spent, all(proof.result.cached for proof in again.proofs)) == (0, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to answer")
def test_a_worker_ends_in_good_order(farm, ended):
    """It says so, and leaves no process behind."""
    worker = farm.workers.pop()
    started = descendants(worker.pid)
    worker.send_signal(signal.SIGTERM)
    _, said = worker.communicate(timeout=20)
    assert worker.returncode == 0
    assert said == "The worker has ended.\n"
    assert started
    assert all(ended(pid) for pid in started)


@pytest.mark.slow
def test_sixty_pictures_and_one_of_two_workers_killed(farm, twenty, tmp_path, monkeypatch):
    """All starters in three profiles: all sixty arrive, none twice, the ledger exact."""
    farm.need_workers(2)
    monkeypatch.setenv("MAILWRIGHT_FARM", farm.scheduler)
    workspace = on_farm(Workspace.open(shutil.copytree(twenty.root, tmp_path / "twenty")), farm)
    names = [each.name for each in twenty.templates() if each.name.endswith(".en")]
    kept = PictureCache(tmp_path / "cache")
    run = paid_run(workspace, names, on_count=lambda n: farm.kill_worker() if n == 20 else None, cache=kept)
    assert len(run.proofs) == 60
    assert run.wrong == []
