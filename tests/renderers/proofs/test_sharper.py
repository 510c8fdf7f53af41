"""The same picture with more pixels: the very same, or none at all."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable

import pytest

from renderers.preview import preview
from renderers.proofs.proof import Proof
from renderers.proofs.sharper import sharper
from renderers.render.cache import PictureCache
from renderers.render.job import Picture, RenderJob
from renderers.render.pool import RenderPool
from templates.workspace import Workspace
from tests.fake_engine import FakeEngine

TEXT = "<mjml><mj-body><mj-section><mj-column><mj-text>{words}</mj-text></mj-column></mj-section></mj-body></mjml>"


def drawn(job: RenderJob) -> Picture:
    """The density instead of a picture."""
    return Picture(str(job.density).encode(), round(640 * job.density), 10, 640)


@pytest.fixture
def engine() -> FakeEngine:
    """What takes the pictures."""
    return FakeEngine(drawn)


@pytest.fixture
def workspace(tmp_path, twenty) -> Workspace:
    """One small template of the sample company."""
    made = Workspace.create(tmp_path / "agency", name="Agency", brand=twenty.settings.brand)
    shutil.copytree(twenty.root / "brands", made.root / "brands", dirs_exist_ok=True)
    folder = made.root / "templates/hello"
    (folder / "data").mkdir(parents=True)
    (folder / "template.toml").write_text('kind = "marketing"\nlanguage = "en"\n', "utf-8")
    (folder / "data/default.json").write_text("{}", "utf-8")
    (folder / "template.mjml").write_text(TEXT.format(words="Hello"), "utf-8")
    return made


@pytest.fixture
def looked_closely(workspace, engine, tmp_path) -> Callable[[Callable[[], None]], tuple[Proof, bytes | None]]:
    """Take a picture, do something, look closely twice; return the proof and the denser picture."""
    cache = PictureCache(tmp_path / "cache")

    def look(meanwhile: Callable[[], None]) -> tuple[Proof, bytes | None]:
        async def scene() -> tuple[Proof, bytes | None]:
            async with RenderPool(engine) as pool:
                proof = (await preview(workspace, ["hello"], profiles=["plain-desktop"], pool=pool, cache=cache))[0]
                assert proof.result is not None
                meanwhile()
                shot, key = proof.shot, proof.result.key
                found = [await sharper(workspace, shot, key, pool=pool, cache=cache) for _ in range(2)]
                assert found[0] == found[1]
                return proof, found[0]

        return asyncio.run(scene())

    return look


def test_it_is_taken_once_and_kept(looked_closely, engine):
    """Of the same mail in the same client, with twice the pixels; the second look takes none."""
    _proof, dense = looked_closely(lambda: None)
    assert dense == b"2.0"
    assert [job.density for job in engine.taken] == [1, 2.0]
    assert engine.taken[0].html == engine.taken[1].html


def test_a_mail_that_changed_is_another_picture(looked_closely, workspace, engine):
    """Then there is none."""
    path = workspace.template("hello").mjml_path
    assert looked_closely(lambda: path.write_text(TEXT.format(words="Bye"), "utf-8"))[1] is None
    assert len(engine.taken) == 1


def test_another_engine_takes_another_picture(looked_closely, engine):
    """A new version of the browser may draw it otherwise."""
    assert looked_closely(lambda: setattr(engine, "identity", "fake 2"))[1] is None


def test_a_mail_that_does_not_compile_any_more_has_none(looked_closely, workspace):
    """Nor is that an error of looking."""
    path = workspace.template("hello").mjml_path
    assert looked_closely(lambda: path.write_text("<mjml><mj-body>{% if %}", "utf-8"))[1] is None
