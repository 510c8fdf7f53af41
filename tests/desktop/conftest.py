"""A window without a browser: pictures come from a fake engine, everything else is real."""

from __future__ import annotations

import gc
import io
import shutil
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.app import Application, prepare
from desktop.jobs import Jobs
from desktop.language import set_language
from desktop.new_workspace import sample_site
from desktop.preferences import Preferences
from renderers.render.job import Picture, RenderJob
from renderers.render.pool import RenderPool
from templates.brand.kit import extract_brand
from templates.generate import add_brand, slug_of
from templates.starters import instantiate, starter
from templates.workspace import Workspace
from tests.fake_engine import FakeEngine


def coloured(job: RenderJob) -> Picture:
    """A picture in no time, in the colour of the mail's length."""
    out = io.BytesIO()
    Image.new("RGB", (640, 900), (len(job.html) % 256, 120, 200)).save(out, "JPEG")
    return Picture(out.getvalue(), 640, 900, 640)


def make_pool() -> RenderPool:
    return RenderPool(FakeEngine(coloured), lanes=2)


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Garbage is collected between tests, on this thread: in a job's thread it would end Qt objects there."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture
def jobs(qapp, qtbot) -> Iterator[Jobs]:
    """Jobs with the fake engine."""
    made = Jobs(make_pool)
    yield made
    made.shut_down()
    qtbot.waitUntil(lambda: not made.running)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """The private scheme must be known before there is an application."""
    prepare()
    return QApplication


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small workspace of the sample site, made once; tests get copies."""
    root = tmp_path_factory.mktemp("made") / "sample"
    kit = extract_brand(sample_site())
    workspace = Workspace.create(root, name=kit.name, brand=slug_of(kit))
    slug = add_brand(workspace, kit)
    for name in ("welcome", "password-reset"):
        for language in ("en", "fr"):
            instantiate(workspace, starter(name), language, brand=slug)
    return root


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """The workspace's folder, for this test alone."""
    return Path(shutil.copytree(made, tmp_path / "sample"))


@pytest.fixture
def application(qapp: QApplication, qtbot) -> Iterator[Application]:
    """The application as ``run`` puts it together, with the fake engine."""
    made = Application(qapp, Preferences(), make_pool)
    made.appearance.set_theme("light")
    set_language("en")
    made.window.show()
    yield made
    made.window.close()
    set_language("en")
    qtbot.waitUntil(lambda: not made.jobs.running)
    made.window.deleteLater()
    # A window that stays would be styled again with every one that comes after it.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")  # its pictures go with the application


@pytest.fixture
def window(application):
    return application.window


@pytest.fixture
def opened(window, folder, qtbot):
    """The window on the workspace, with every picture made and the first template shown."""
    window.open_workspace(folder)
    qtbot.waitUntil(lambda: window.brand.brand is not None, timeout=20_000)
    qtbot.waitUntil(lambda: bool(window.workspace.model.names()) and not window.jobs.running, timeout=20_000)
    return window


@pytest.fixture
def dies(qtbot) -> Callable[[Callable[[], object]], None]:
    """Check that what a function makes is gone once it is closed, without the garbage collector's help."""

    def check(make: Callable[[], object]) -> None:
        dialog = make()
        gone = weakref.ref(dialog)
        dialog.close()
        del dialog
        qtbot.waitUntil(lambda: gone() is None)

    return check
