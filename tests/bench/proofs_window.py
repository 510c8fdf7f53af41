"""The window under a stopwatch while pictures of all clients are taken: the longest stall, and how soon a stop works.

Run by itself it prints its rows as JSON: Qt has one application a process, and the other benchmarks have their loops.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from gaps import Gaps
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import Application, prepare
from desktop.new_workspace import sample_site
from desktop.preferences import Preferences
from desktop.proofs.dialog import RenderDialog
from desktop.proofs.gallery.verbs import gallery_verbs
from desktop.proofs.verbs import proof_verbs
from desktop.tidy import Collector
from renderers.clients.presets import presets
from templates.brand.kit import extract_brand
from templates.generate import add_brand, slug_of
from templates.starters import instantiate, starter
from templates.workspace import Workspace

PATIENCE_MS = 240_000
STARTERS = ("welcome", "summer-newsletter", "black-friday")


def main() -> None:
    """Measure, and print the rows."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        rows = [bench.run(name) for name in STARTERS]
        rows.append(bench.stop())
        bench.close()
    sys.stdout.write(json.dumps(rows))


class Bench:
    """The application with a few templates, the Proofs window open, and the dialog that renders."""

    def __init__(self, root: Path) -> None:
        os.environ["MAILWRIGHT_CONFIG"] = str(root / "settings")
        os.environ["MAILWRIGHT_CACHE_FOLDER"] = str(root / "cache")
        kit = extract_brand(str(sample_site()))
        workspace = Workspace.create(root / "bench", name=kit.name, brand=slug_of(kit))
        slug = add_brand(workspace, kit)
        for name in STARTERS:
            instantiate(workspace, starter(name), "en", brand=slug)
        prepare()
        self.qt = QApplication.instance() or QApplication([])
        self.window = Application(self.qt, Preferences()).window
        Collector(self.qt).follow(self.window.editor.documents)
        self.window.resize(1280, 800)
        self.window.show()
        self.window.open_workspace(root / "bench")
        self.until(lambda: bool(self.window.workspace.model.names()) and not self.window.jobs.running)
        gallery_verbs(self.window).show()
        self.rest(0.5)

    def run(self, name: str) -> dict[str, str | float]:
        """Take all clients of one template, and measure from the click to the last picture."""
        dialog = self._dialog(name)
        with Gaps() as gaps:
            started = time.perf_counter()
            dialog.render_now()
            self.until(lambda: not dialog.is_running)
            took = time.perf_counter() - started
            self.rest(1.0)  # what comes after: the Proofs window reads the new run
        taken = len(dialog.sheet.model.rows)
        self._close(dialog)
        over = sorted(gaps.all)
        return {
            "what": f"GUI stalls, all clients of {name}: {taken} pictures in {took:.1f} s",
            "longest, ms": gaps.longest,
            "99 %, ms": over[int(len(over) * 0.99)],
            "aim": "< 60 ms",
        }

    def stop(self) -> dict[str, str | float]:
        """Stop a run in its middle, and measure until it has ended."""
        dialog = self._dialog(STARTERS[0], modes=("light", "dark"))
        dialog.render_now()
        self.until(lambda: sum(row.proof is not None for row in dialog.sheet.model.rows) >= 4)
        started = time.perf_counter()
        dialog.stop()
        self.until(lambda: not dialog.is_running)
        took = 1000 * (time.perf_counter() - started)
        self._close(dialog)
        return {"what": "from Stop to its end", "longest, ms": took, "99 %, ms": "", "aim": "< 500 ms"}

    def close(self) -> None:
        """End it."""
        self.window.close()

    def _dialog(self, name: str, modes: tuple[str, ...] = ("light",)) -> RenderDialog:
        self.window.gallery.select(f"{name}.en")
        proof_verbs(self.window).render()
        dialog = proof_verbs(self.window).dialog
        assert dialog is not None
        dialog.choice.choose(presets()["all"].clients, modes)
        self.until(lambda: dialog.cost.quote is not None)
        return dialog

    def _close(self, dialog: RenderDialog) -> None:
        dialog.close()
        self.until(lambda: proof_verbs(self.window).dialog is None and not self.window.jobs.running)

    def until(self, fact: Callable[[], bool]) -> None:
        """Let the window work until ``fact``, as the application does: asleep between events."""
        loop, look, end = QEventLoop(), QTimer(interval=2, timerType=Qt.TimerType.PreciseTimer), QTimer(singleShot=True)
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
        QTimer.singleShot(round(1000 * seconds), loop.quit)
        loop.exec()


if __name__ == "__main__":
    main()
