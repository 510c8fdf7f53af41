"""A team's store: one computer keeps a picture, every other one finds it; a store that fails costs nothing else."""

from __future__ import annotations

import asyncio
import json
import sys
import threading
from pathlib import Path

import pytest
from fsspec.implementations.local import LocalFileSystem

from renderers.budget.purse import open_purse
from renderers.preview import plan, preview
from renderers.render import team_store
from renderers.render.cache import PictureCache
from renderers.render.job import RenderResult
from renderers.render.pool import RenderPool
from renderers.render.team_store import TeamPictures, TeamStore
from templates.compile.pipeline import Build
from templates.errors import EngineError, InputError, StorageError
from templates.toml_files import update_toml
from templates.workspace import Workspace


def result(key: str = "ab12", media_type: str = "image/jpeg") -> RenderResult:
    """A picture."""
    return RenderResult(key.encode() * 200, media_type, 640, 1200, 655, key, cached=False)


@pytest.fixture
def folder(tmp_path) -> Path:
    """Where the store is; it is not there yet."""
    return tmp_path / "store" / "pictures"


@pytest.fixture
def store(folder) -> TeamStore:
    """A store in a folder."""
    return TeamStore(folder.as_uri())


@pytest.mark.parametrize("media_type", ["image/jpeg", "image/png"])
def test_what_one_computer_keeps_another_one_finds(store, folder, media_type):
    """Whole, with its sizes, marked as cached; it lies as in the cache, so that either can be copied to the other."""
    assert (store.has("ab12"), store.get("ab12")) == (False, None)
    kept = result(media_type=media_type)
    store.put(kept)
    other = TeamStore(folder.as_uri())
    assert other.has("ab12")
    found = other.get("ab12")
    assert found.cached
    assert (found.picture, found.media_type, found.content_width) == (kept.picture, media_type, 655)
    assert PictureCache(folder).get("ab12") == found


@pytest.mark.parametrize("name", ["ab12.jpg", "ab12.json"])
@pytest.mark.parametrize(
    "damage", [b"", b"{}", b"[1]", b'{"media_type": []}', b"[" * 100_000, b"\xff\xd8 cut off", None], ids=range(7)
)
def test_what_is_damaged_there_counts_as_absent_and_is_replaced(store, folder, name, damage):
    """Cut off, emptied or deleted by whomever."""
    store.put(result())
    path = folder / "ab" / name
    path.unlink() if damage is None else path.write_bytes(damage)
    assert not store.has("ab12")
    assert store.get("ab12") is None
    store.put(result())
    assert store.get("ab12") is not None


def test_another_picture_under_the_key_is_none(store, folder):
    """The same length is not enough: its checksum differs. The next one takes its place."""
    store.put(result())
    path = folder / "ab" / "ab12.jpg"
    path.write_bytes(bytes(path.stat().st_size))
    assert store.get("ab12") is None
    store.put(result())
    assert store.get("ab12") is not None


def test_facts_without_an_end_are_none(store, folder):
    """JSON can write numbers that are no number of pixels."""
    store.put(result())
    facts = folder / "ab" / "ab12.json"
    facts.write_text(facts.read_text().replace("640", "1e999"))
    assert store.get("ab12") is None


def test_a_store_needs_no_folders():
    """An object store has keys alone."""
    store = TeamStore("memory://team/pictures")
    store.put(result())
    assert store.get("ab12").height == 1200


@pytest.mark.parametrize(
    ("url", "kind", "words"),
    [
        ("pictures", InputError, "pictures is no address of a store"),
        ("gopher://host/x", InputError, "gopher://host/x is no address of a store"),
        ("s3://bucket/x", EngineError, "needs a package that is not installed: Install s3fs to access S3"),
    ],
)
def test_what_is_wrong_with_an_address_is_one_sentence(url, kind, words, monkeypatch):
    """None at all, of a kind that is unknown, or of one that lacks its package."""
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(kind, match=words):
        TeamStore(url).put(result())


def test_a_place_that_refuses_is_one_sentence(tmp_path):
    """There is a file where the folder should be."""
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(StorageError, match=r"The team's pictures at file:.* cannot be reached"):
        TeamStore((tmp_path / "file").as_uri()).put(result())


def test_a_place_that_never_answers_is_one_sentence(tmp_path, monkeypatch):
    """A network drive that is gone lets its readers wait for good; the run goes on without it."""
    waits = threading.Event()
    monkeypatch.setattr(team_store, "ANSWER_S", 0.01)
    monkeypatch.setattr(LocalFileSystem, "cat_file", lambda *_, **__: waits.wait())
    pictures = TeamPictures(PictureCache(tmp_path / "cache"), TeamStore(tmp_path.as_uri()))
    try:
        assert not pictures.has("ab12")
    finally:
        waits.set()
    assert "cannot be reached: no answer within 0.01 seconds." in str(pictures.notices[0])


class Broken(TeamStore):
    """Answers nothing."""

    asked = 0

    def _facts(self, key):
        self.asked += 1
        raise StorageError("It does not answer.")


def test_a_store_that_fails_is_asked_once_and_said(tmp_path):
    """The cache goes on alone; the notice says why."""
    broken = Broken("memory://broken")
    pictures = TeamPictures(PictureCache(tmp_path / "cache"), broken)
    pictures.put(result())
    assert pictures.get("ab12").cached
    assert not pictures.has("none")
    assert broken.asked == 1
    assert [str(each) for each in pictures.notices] == ["It does not answer."]


def test_what_comes_from_afar_is_kept_near(store, tmp_path):
    """The second look needs no network."""
    store.put(result())
    near = PictureCache(tmp_path / "cache")
    assert TeamPictures(near, store).get("ab12") is not None
    assert near.has("ab12")


def build(workspace, name, *, data, contact, segments, image_url) -> Build:
    """Stands in for the compiler."""
    return Build(f"<p>{name}", "text", "Subject", "Preheader", (), (), "<mjml></mjml>", f"<p>{name}")


def test_what_a_colleague_had_taken_is_not_taken_again(tmp_path, folder, fake_engine):
    """Two workspaces with a store and caches of their own: the second one takes and pays nothing, and plans so."""

    async def scene(name: str, road):
        made = Workspace.create(tmp_path / name, name="Agency")
        update_toml(made.root / "workspace.toml", {"pictures": {"url": folder.as_uri()}})
        workspace = Workspace.open(made.root)
        with open_purse(workspace) as purse:
            async with RenderPool(fake_engine, lanes=2) as pool:
                cache = PictureCache(tmp_path / f"{name}-cache")
                options = {"cache": cache, "pool": pool, "build": build, "purse": purse}
                await road(workspace, ["a", "b"], profiles=("plain-desktop",), **options)
                planned = await plan(workspace, ["a", "b"], profiles=("plain-desktop",), **options)
            return planned, purse.balance.spent

    ann, spent = asyncio.run(scene("ann", preview))
    assert (spent, len(fake_engine.taken)) == (2, 2)
    assert sorted(path.suffix for path in folder.rglob("*.*")) == [".jpg", ".jpg", ".json", ".json"]
    assert json.loads(next(folder.rglob("*.json")).read_text("utf-8"))["media_type"] == "image/jpeg"
    bob, spent = asyncio.run(scene("bob", preview))
    assert (spent, len(fake_engine.taken)) == (0, 2)
    assert (ann.tokens, bob.tokens, bob.notices) == (0, 0, ())
