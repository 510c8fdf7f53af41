"""The saved previews of an open workspace, as one window reads them: all in jobs, an old answer is never shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.jobs import Job, Jobs
from desktop.proofs.gallery.facts import GalleryFacts, TemplateTitle, read_facts
from desktop.proofs.gallery.reading import ShownRuns, read_runs
from desktop.proofs.gallery.watch import Watch
from renderers.proofs.runs.lights import Light
from renderers.render.cache import PictureCache
from templates.store.run_facts import RunFacts
from templates.workspace import Workspace

AGAIN_MS = 1500  # while a run is under way somewhere
CALM_MS = 700  # after a save, before the lights are looked at again
Wish = tuple[tuple[str, TemplateTitle], ...]
"""Runs to be shown, and what their templates are called."""


class OpenProofs(QObject):
    """What was read last, and what is being found out."""

    facts_read = Signal()
    """``facts`` is another."""
    runs_read = Signal(bool)
    """``shown`` is another; True: it is the same runs, read again."""
    failed = Signal(object)
    """A MailwrightError: what is shown may be old."""

    def __init__(
        self, workspace: Workspace, jobs: Jobs, make_cache: Callable[[], PictureCache], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.workspace, self.jobs = workspace, jobs
        self.watch = Watch(workspace, jobs, make_cache, self)
        self.facts, self.shown = GalleryFacts(), ShownRuns()
        self.is_read = False
        """Whether it is known what runs there are."""
        self._wish: Wish = ()
        self._lit: dict[str, str] = {}  # by template, the run whose light is known or being found out
        self._doubted: set[str] = set()
        self._reading: Job | None = None
        self._showing: Job | None = None
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.read)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._doubt)

    def read(self) -> None:
        """Read templates and runs."""
        if self._reading is not None:
            self._reading.cancel()
        workspace = self.workspace
        self._reading = self.jobs.run(
            self.tr("Reading the saved previews"), lambda job: read_facts(workspace), quiet=True
        )
        self._reading.succeeded.connect(self._take_facts)
        self._reading.failed.connect(self.failed)

    def show_runs(self, wish: Wish) -> None:
        """Read the pictures of these runs."""
        if self._showing is not None:
            self._showing.cancel()
        workspace, is_same = self.workspace, [run for run, _ in wish] == [run for run, _ in self._wish]
        self._wish = wish
        self._showing = self.jobs.run(
            self.tr("Reading the pictures"), lambda job: read_runs(workspace, wish), quiet=True
        )
        self._showing.succeeded.connect(self._take_same if is_same else self._take_other)
        self._showing.failed.connect(self.failed)

    def show_again(self) -> None:
        """Read once more what is shown: its answers are others, or there are more pictures."""
        self.show_runs(self._wish)

    def doubt(self, template: str = "") -> None:
        """A template (any) was changed: how its pictures stand is asked again, when saving rests."""
        self._doubted |= {template} if template else {each.name for each in self.facts.templates}
        self._calm.start()

    def stop(self) -> None:
        """Nobody looks any more."""
        for timer in (self._again, self._calm):
            timer.stop()
        for job in (self._reading, self._showing):
            if job is not None:
                job.cancel()
        self.watch.stop()

    # Inside

    def _take_facts(self, facts: object) -> None:
        self._reading = None
        if not isinstance(facts, GalleryFacts):
            return
        is_same, self.facts, self.is_read = self.is_read and facts == self.facts, facts, True
        running = [each for each in self._runs if each.run.state == "running"]
        if not is_same or running:  # time alone makes an interrupted run of one that says nothing any more
            self.facts_read.emit()
        self._light_up()
        if any(not each.run.is_interrupted() for each in running):
            self._again.start()

    def _light_up(self) -> None:
        """Find out the lights that are not known yet; those without a finished run are known at once."""
        unknown: dict[str, str] = {}
        for each in self.facts.templates:
            done = next((one.run.id for one in each.runs if one.run.state == "done"), "")
            if self._lit.get(each.name) == done:
                continue
            self._lit[each.name] = done
            if done:
                unknown[each.name] = done
            else:
                self.watch.lit.emit(each.name, Light("none"))
        if unknown:
            self.watch.light_up(unknown)

    def _doubt(self) -> None:
        doubted, self._doubted = self._doubted, set()
        self.watch.doubt([self._lit[name] for name in doubted if self._lit.get(name)])
        self.watch.doubt([run for run, whole in self.shown.runs.items() if whole.run.template in doubted])
        for name in doubted:
            self._lit.pop(name, None)
        self._light_up()
        self.watch.look_at([run for run, _ in self._wish])

    def _take_same(self, shown: object) -> None:
        self._take_runs(shown, is_same=True)

    def _take_other(self, shown: object) -> None:
        self._take_runs(shown, is_same=False)

    def _take_runs(self, shown: object, *, is_same: bool) -> None:
        self._showing = None
        if isinstance(shown, ShownRuns):
            self.shown = shown
            self.runs_read.emit(is_same)
            self.watch.look_at(list(shown.runs))

    @property
    def _runs(self) -> Sequence[RunFacts]:
        return [each for template in self.facts.templates for each in template.runs]
