"""The window under a stopwatch: from a key in the code to the canvas, and how long the GUI thread stands still."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from gaps import Gaps
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Application, prepare
from desktop.new_workspace import sample_site
from desktop.pictures import thumbnails
from desktop.preferences import Preferences
from desktop.tidy import Collector
from renderers.render.cache import PictureCache
from templates.brand.kit import extract_brand
from templates.files import write_text
from templates.generate import add_brand, slug_of
from templates.starters import instantiate, starters
from templates.workspace import Workspace

PATIENCE_MS = 60_000
KEY_MS = 170  # between two keys: about 70 words a minute
PICTURES = 12


class Bench:
    """The application on a workspace with one long mail, one short one, and twelve starters."""

    def __init__(self, root: Path, mails: dict[str, str], files: dict[str, str], data: str) -> None:
        os.environ["MAILWRIGHT_CONFIG"] = str(root / "settings")
        os.environ["MAILWRIGHT_CACHE_FOLDER"] = str(root / "cache")
        self.root = root
        self._fill(mails, files, data)
        prepare()
        self.qt = QApplication.instance() or QApplication([])
        self.window = Application(self.qt, Preferences()).window
        Collector(self.qt).follow(self.window.editor.documents)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.open_workspace(root / "bench")
        self.until(lambda: bool(self.window.workspace.model.names()) and not self.window.jobs.running)

    def typed(self, name: str, places: list[str], keys: int) -> tuple[list[float], float]:
        """Type into the code beside the design; return milliseconds to the canvas for each key, and the longest gap.

        ``places`` are texts before which the keys go, by turns.
        """
        window = self.window
        document = window.open_template(name)
        window.set_editor_mode("split")
        shown: list[int] = []
        window.editor.design.shown.connect(shown.append)
        self.until(lambda: bool(shown) and not window.jobs.running)
        self.rest(1.0)
        with Gaps() as gaps:
            times = [self._key(document, places[number % len(places)], shown) for number in range(keys)]
        window.editor.design.shown.disconnect(shown.append)
        return times, gaps.longest

    def idle(self, seconds: float) -> float:
        """Return the longest gap while nothing happens."""
        with Gaps() as gaps:
            self.rest(seconds)
        return gaps.longest

    def rendering(self) -> float:
        """Return the longest gap while twelve pictures are taken."""
        workspace = self.window.workspace.workspace
        names = [folder.name for folder in workspace.templates() if folder.name not in {"short", "long"}][:PICTURES]
        work = thumbnails(workspace, names, PictureCache(self.root / "fresh", limit=10**9))
        with Gaps() as gaps:
            job = self.window.jobs.run_async("bench", work)
            self.until(lambda: job not in self.window.jobs.running)
        return gaps.longest

    def close(self) -> None:
        """End it."""
        self.window.editor.documents.close_all()
        self.window.close()

    def _key(self, document: object, before: str, shown: list[int]) -> float:
        view = self.window.editor.code.editor
        with _caret_before(view, before):
            started = time.perf_counter()
            QTest.keyClick(view, Qt.Key.Key_X)
            self.until(lambda: bool(shown) and shown[-1] >= document.revision)  # type: ignore[attr-defined]  # an OpenDocument
            took = 1000 * (time.perf_counter() - started)
        self.rest(KEY_MS / 1000 - took / 1000)
        return took

    def until(self, fact: Callable[[], bool]) -> None:
        """Let the window work until ``fact``, as the application does: asleep between events."""
        loop, look, end = QEventLoop(), QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer), QTimer(singleShot=True)
        look.timeout.connect(lambda: loop.quit() if fact() else None)
        end.timeout.connect(lambda: loop.exit(1))
        look.start()
        end.start(PATIENCE_MS)
        if loop.exec():
            raise TimeoutError("the window did not get there")
        look.stop()

    def rest(self, seconds: float) -> None:
        """Let the window work for a while."""
        loop = QEventLoop()
        QTimer.singleShot(max(0, round(1000 * seconds)), loop.quit)
        loop.exec()

    def _fill(self, mails: dict[str, str], files: dict[str, str], data: str) -> None:
        kit = extract_brand(sample_site())
        workspace = Workspace.create(self.root / "bench", name=kit.name, brand=slug_of(kit))
        brand = add_brand(workspace, kit)
        for each in starters()[:PICTURES]:
            instantiate(workspace, each, "en", brand=brand)
        for name, text in mails.items():
            folder = workspace.root / "templates" / name
            write_text(folder / "template.toml", f'format = 1\nkind = "marketing"\nbrand = "{brand}"\n')
            write_text(folder / "template.mjml", text)
            write_text(folder / "data" / "default.json", data)
        for path, text in files.items():
            write_text(workspace.root / path, text)


@contextmanager
def _caret_before(view: object, text: str) -> Iterator[None]:
    """Put the caret in front of ``text``, as a click would."""
    cursor = view.document().find(text)  # type: ignore[attr-defined]  # a QPlainTextEdit
    cursor.setPosition(cursor.selectionStart())
    view.setTextCursor(cursor)  # type: ignore[attr-defined]  # the same
    yield


def p50_p95(times: list[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile."""
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]
