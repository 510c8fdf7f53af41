"""Where pictures are taken is settled by the workspace's settings, and Dask is loaded for a farm alone."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest

from renderers.budget.purse import open_purse
from renderers.preview import plan, preview
from renderers.render.farm.pool import FarmPool
from renderers.render.open_pool import open_pool
from renderers.render.pool import RenderPool
from renderers.render.team_store import TeamStore
from templates.compile.pipeline import Build
from templates.errors import EngineError, InputError
from templates.toml_files import update_toml
from templates.workspace import Workspace


def workspace(tmp_path, **tables) -> Workspace:
    """One with these settings."""
    made = Workspace.create(tmp_path / "agency", name="Agency")
    update_toml(made.root / "workspace.toml", tables)
    return Workspace.open(made.root)


def build(workspace, name, *, data, contact, segments, image_url) -> Build:
    """Stands in for the compiler."""
    return Build(f"<p>{name}", "text", "Subject", "Preheader", (), (), "<mjml></mjml>", f"<p>{name}")


def test_a_workspace_without_a_farm_uses_this_computer(tmp_path):
    """Nothing of Dask or fsspec is imported on the whole road to a picture."""
    workspace(tmp_path)
    code = (
        "import sys\n"
        "import desktop.cli, desktop.cli.preview, desktop.cli.worker, renderers.blocking\n"
        "from renderers.proofs.saved import kept_pictures\n"
        "from renderers.render.cache import PictureCache\n"
        "from renderers.render.open_pool import open_pool\n"
        "from templates.workspace import Workspace\n"
        "from pathlib import Path\n"
        "workspace = Workspace.open(Path('agency'))\n"
        "assert kept_pictures(workspace, PictureCache(Path('cache'))).get('ab12') is None\n"
        "print(type(open_pool(workspace)).__name__, sorted({'dask', 'distributed', 'fsspec'} & sys.modules.keys()))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.strip() == f"{RenderPool.__name__} []", done.stderr


def test_a_farm_is_opened_where_the_settings_name_one(tmp_path, monkeypatch):
    """By its scheduler, which the user named too."""
    monkeypatch.setenv("MAILWRIGHT_FARM", "tcp://farm:8786")
    opened = open_pool(workspace(tmp_path, farm={"scheduler": "tcp://farm:8786"}))
    assert isinstance(opened, FarmPool)
    assert opened.scheduler == "tcp://farm:8786"


@pytest.mark.parametrize("trusted", ["", "tcp://farm:8787", "tls://farm:8786"])
def test_a_farm_that_the_user_did_not_name_is_refused(tmp_path, monkeypatch, trusted):
    """A workspace may be a stranger's, and a farm can run any program on the computer that asks it."""
    monkeypatch.setenv("MAILWRIGHT_FARM", trusted)
    with pytest.raises(
        InputError, match=r"farm tcp://farm:8786, and you have not said that you trust it\..*MAILWRIGHT_FARM"
    ):
        open_pool(workspace(tmp_path, farm={"scheduler": "tcp://farm:8786"}))


@pytest.mark.parametrize("package", ["distributed", "fsspec"])
def test_without_the_extra_the_command_that_adds_it_is_named(package, monkeypatch):
    """A farm needs Dask, a team's store fsspec; most people need neither."""

    async def ask() -> None:
        async with FarmPool("tcp://127.0.0.1:1"):
            pass

    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(
        EngineError, match=rf"The package {package} is not installed.*pip install \"mailwright\[farm\]\""
    ):
        asyncio.run(ask()) if package == "distributed" else TeamStore("file:///x").has("ab12")


def test_what_is_paid_for_goes_to_the_farm_and_the_rest_stays(tmp_path, fake_engine, monkeypatch):
    """A window has a pool of its own: its thumbnails are taken there, its proofs and their plan by the farm."""
    far, near = type(fake_engine)(), fake_engine
    monkeypatch.setattr("renderers.preview.open_pool", lambda _workspace: RenderPool(far, lanes=1))
    shared = workspace(tmp_path, farm={"scheduler": "tcp://farm:8786"})
    options = {"build": build, "profiles": ("plain-desktop",)}

    async def scene() -> list[tuple[int, int]]:
        counts = []
        async with RenderPool(near, lanes=1) as pool:
            with open_purse(shared) as purse:
                for road, more in ((preview, {}), (plan, {"purse": purse}), (preview, {"purse": purse})):
                    await road(shared, ["a"], pool=pool, **options, **more)
                    counts.append((len(near.taken), len(far.taken)))
        return counts

    assert asyncio.run(scene()) == [(1, 0), (1, 0), (1, 1)]


@pytest.mark.parametrize(
    "address", ["farm", "farm:8786", "http://farm:8786", "tcp://farm", "tcp://a:b@farm:1", "tcp://["]
)
def test_an_address_that_is_none_is_refused(tmp_path, address):
    """In the settings already, with the form that it should have."""
    with pytest.raises(
        InputError, match=r"must be the address of a Dask scheduler; it is .* Write it as tcp://host:port"
    ):
        workspace(tmp_path, farm={"scheduler": address})
