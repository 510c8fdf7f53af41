"""Walk through the window of saved previews and save a picture of each state: ``gallery_walk.py --out DIR``.

It ends with 3,000 pictures: while they are scrolled a timer of 5 ms says how long the window was busy at most.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from time import perf_counter

from made_runs import add_run, drawn
from PySide6.QtCore import QTimer
from walk import Walker, sample

from desktop.proofs.gallery.verbs import gallery_verbs
from desktop.proofs.gallery.window import ProofsWindow
from desktop.tidy import Collector
from renderers.blocking import wait_for
from renderers.budget.purse import open_purse
from renderers.clients.profile import Mode, profiles
from renderers.proofs.runs.keeper import RunKeeper
from renderers.proofs.runs.taking import take_and_keep
from renderers.render.cache import PictureCache
from renderers.wish import Wish
from templates.files import write_text
from templates.store.answers import Answer, keep_answer
from templates.workspace import Workspace

CLIENTS = ("gmail-web", "gmail-ios", "outlook-windows-96", "apple-mail-iphone", "orange-web", "thunderbird-linux")
SCROLLED = 3_000


class GalleryWalker(Walker):
    """The window in every state."""

    def steps(self, *, first: bool) -> Iterator[str]:
        """Bring the window from state to state; yield the name of each."""
        window, root = self.window, self.root / "sample"
        if not window.has_workspace:
            window.open_workspace(root)
            self.until(self.all_pictures)
            self.loaded()  # the first page in the canvas brings the main window to the front
        dialog = self.opened()
        if not dialog.proofs.facts.has_runs:
            yield "empty"
            self.closed(dialog)
            self.make_runs(Workspace.open(root))
            dialog = self.opened()
        self.until(lambda: bool(dialog.pane.model.rows))
        yield "opening"
        self.until(lambda: not any(not job.quiet for job in window.jobs.running))
        self.until(lambda: dialog.tree.light("summer-newsletter.en") is not None)
        self.rest(2.0)
        yield "all"
        dialog.pane.group_by("device")
        yield "by-device"
        dialog.pane.group_by("none")
        dialog.pane.bar.search.setText("nothing like this")
        yield "nothing-passes"
        dialog.pane.bar.show_all()
        yield from self.one_run(dialog)
        yield from self.errands(dialog)
        self.closed(dialog)

    def one_run(self, dialog: ProofsWindow) -> Iterator[str]:
        """A run, its pictures, one of them, two of them."""
        dialog.tree.choose("welcome.en")
        self.until(lambda: dialog.proofs.shown.only is not None)
        self.rest(1.0)
        yield "run"
        dialog.pane.choose(dialog.pane.model.rows[1].place)
        dialog.head.answers.setChecked(True)
        yield "answers"
        dialog.head.answers.setChecked(False)
        dialog.pane._hovered = dialog.pane.model.index(2)
        dialog.pane._look()
        self.rest(0.6)
        yield "hover"
        dialog.pane.hover.hide()
        dialog.pictures.actions["open"].trigger()
        self.rest(1.0)
        yield "picture"
        dialog.pages.look.left.emit()
        dialog.pictures.actions["before"].trigger()
        self.rest(1.5)
        yield "before"
        dialog.pages.look.left.emit()
        template = dialog.proofs.facts.template("summer-newsletter.en")
        assert template is not None
        broken_off = next(each for each in template.runs if each.left)
        dialog.tree.choose_run(broken_off.run.id)
        self.rest(1.0)
        yield "interrupted"
        question = dialog.runs.delete()
        self.rest(0.3)
        yield "delete"
        self.closed(question)

    def errands(self, dialog: ProofsWindow) -> Iterator[str]:
        """What costs tokens."""
        dialog.runs.resume()
        self.until(lambda: dialog.pages.errand.cost.quote is not None)
        yield "resume"
        dialog.pages.errand.left.emit()
        dialog.tree.choose()
        dialog.recheck()
        yield "recheck-looking"
        self.until(lambda: dialog.pages.errand.cost.quote is not None)
        yield "recheck"
        dialog.pages.errand.cost.go.click()
        self.rest(0.7)
        yield "recheck-running"
        self.until(lambda: not dialog.pages.errand.is_running)
        self.rest(3.0)
        yield "changes"
        dialog.pages.changes.left.emit()
        self.make_stale(Workspace.open(self.root / "sample"), "welcome.en")
        dialog.proofs.doubt()
        self.rest(2.0)

    def opened(self) -> ProofsWindow:
        """Open it where the main window is."""
        dialog = gallery_verbs(self.window).show()
        assert dialog is not None
        dialog.resize(self.window.width() - 40, self.window.height() - 30)
        dialog.move(self.window.x() + 20, self.window.y() + 15)
        self.rest(0.5)
        return dialog

    def make_runs(self, workspace: Workspace) -> None:
        """Runs as people have them: whole, older, interrupted, failed, approved, stale."""
        with open_purse(workspace) as purse:
            purse.ledger.adjust(purse.account, 500, note="for the walk")
        for text in ("", "stale"):
            if text:
                self.make_stale(workspace, "welcome.en")
            self.take(workspace, ("welcome.en", "password-reset.fr"), ("light", "dark"))
        self.take(workspace, ("broken.en",), ("light",))
        self.make_stale(workspace, "password-reset.fr")
        add_run(
            workspace,
            "summer-newsletter.en",
            CLIENTS,
            pictures=[drawn(1)],
            ago=timedelta(hours=3),
            state="running",
            taken=2,
        )
        add_run(
            workspace,
            "summer-newsletter.en",
            CLIENTS,
            pictures=[drawn(2)],
            ago=timedelta(days=4),
            name="Before the sale",
        )
        with workspace.database() as database:
            from templates.store.runs import saved_runs

            latest = saved_runs(database, "welcome.en")[0].id
            keep_answer(database, Answer(latest, None, "approved", "Fine with me.", "Ann Moreau"))
            keep_answer(database, Answer(latest, 1, "approved", "", "Ann Moreau"))
            keep_answer(database, Answer(latest, 3, "changes", "The logo is too small here.", "Ann Moreau"))

    def take(self, workspace: Workspace, names: tuple[str, ...], modes: tuple[Mode, ...]) -> None:
        """Take pictures of these templates, as a paid run does."""
        shots = Wish(names, CLIENTS, modes).shots
        keeper = RunKeeper.begin(workspace, shots)
        cache = PictureCache(self.root / "cache")
        wait_for(lambda: take_and_keep(workspace, shots, keeper, cache=cache))

    def make_stale(self, workspace: Workspace, name: str) -> None:
        """Change a template's text."""
        path = workspace.root / "templates" / name / "template.mjml"
        text = path.read_text("utf-8")
        place = text.index("<mj-text", text.index("<mj-body"))
        write_text(path, f"{text[:place]}<mj-text>One more line of text, {len(text)}.</mj-text>{text[place:]}")


class Scroller(Walker):
    """Measures how long the window is busy at most while thousands of pictures are scrolled."""

    def steps(self, *, first: bool) -> Iterator[str]:
        """Scroll slowly, again, and in leaps."""
        workspace = Workspace.open(self.root / "sample")
        Collector(self.window)  # as in the application: else garbage is collected in any thread, and waited for
        pictures = [drawn(seed) for seed in range(16)]
        clients, names = [each.id for each in profiles()], [each.name for each in workspace.templates()]
        for place in range(-(-SCROLLED // len(clients))):
            add_run(
                workspace,
                names[place % len(names)],
                clients,
                pictures=pictures,
                ago=timedelta(days=place // len(names)),
            )
        self.window.open_workspace(self.root / "sample")
        self.until(self.all_pictures)
        dialog = gallery_verbs(self.window).show()
        assert dialog is not None
        dialog.resize(1280, 800)
        self.until(lambda: bool(dialog.pane.model.rows))
        bar, gaps = dialog.pane.view.verticalScrollBar(), Gaps(dialog)
        for name, step in (("slowly, the first time", 60), ("slowly, again", 60), ("in leaps", 900)):
            bar.setValue(0)
            self.rest(0.5)
            gaps.begin()
            for _ in range(300):
                bar.setValue(bar.value() + step)
                self.rest(0.012)
            shown, held = len(dialog.pane.model.rows), dialog.pane.pictures.bytes_held // 1_000_000
            sys.stdout.write(f"{shown} pictures, {name}: longest stall {gaps.longest:.0f} ms; {held} MB held\n")
        yield "thousands"
        self.closed(dialog)


class Gaps(QTimer):
    """A timer of 5 ms that knows how late it was at most."""

    def __init__(self, parent: ProofsWindow) -> None:
        super().__init__(parent, interval=5)
        self._last, self.longest = perf_counter(), 0.0
        self.timeout.connect(self._tick)

    def begin(self) -> None:
        """Measure anew."""
        self._last, self.longest = perf_counter(), 0.0
        self.start()

    def _tick(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, 1000 * (now - self._last) - 5), now


def main() -> None:
    """Read the command line and walk."""
    parser = argparse.ArgumentParser(description="Photograph the window of saved previews, and measure its scrolling.")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--quick", action="store_true", help="one theme, language and size")
    parser.add_argument("--scroll", action="store_true", help="only measure the scrolling of thousands of pictures")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sample(Path(folder))
        walker = Scroller if given.scroll else GalleryWalker
        walker(given.out, Path(folder)).walk(quick=given.quick or given.scroll)


if __name__ == "__main__":
    main()
