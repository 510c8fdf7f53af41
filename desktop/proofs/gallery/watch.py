"""Finding out, quietly: the traffic lights, how pictures stand, and which changed since the run before."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.calm import Calm
from desktop.jobs import Job, Jobs
from desktop.proofs.gallery.picture_row import Place
from renderers.mails import Turn
from renderers.proofs.runs.lights import Light, light_of
from renderers.proofs.runs.reading import KeptRun, before, kept_run
from renderers.proofs.runs.record import KeptShot
from renderers.proofs.runs.sameness import look_different
from renderers.proofs.runs.standing import Standing, standings
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.errors import InputError, MailwrightError
from templates.store.answers import standing_of
from templates.workspace import Workspace

_AT_ONCE = 12  # pictures that are compared, before the window is told


@dataclass(frozen=True)
class StoodPictures:
    """How the pictures of a run stand."""

    run: str
    stood: tuple[Standing, ...]


@dataclass(frozen=True)
class Lit:
    """The traffic light of a template."""

    template: str
    light: Light


class Watch(QObject):
    """Nothing here takes a picture or costs a token; what nobody waits for any more is given up."""

    lit = Signal(str, object)
    """A template's name and its Light."""
    stood = Signal(str, object)
    """A run's id and a tuple of Standings."""
    changed = Signal(object)
    """By Place, whether a picture looks different."""
    failed = Signal(object)
    """A MailwrightError: there is no browser whose version could be asked for."""

    def __init__(
        self, workspace: Workspace, jobs: Jobs, make_cache: Callable[[], PictureCache], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._make_cache = workspace, jobs, make_cache
        self._calm = Calm(self)
        self._wanted: dict[str, str] = {}  # by template, its latest run
        self._extra: list[str] = []  # runs that are looked at, though they are not the latest
        self._known: dict[str, tuple[Standing, ...]] = {}
        self._compared: dict[str, dict[Place, bool]] = {}
        self._whole: set[str] = set()  # runs that were compared to their end
        self._standing: Job | None = None
        self._comparing: Job | None = None

    def light_up(self, latest: dict[str, str]) -> None:
        """Find out the lights of these templates, whose latest runs these are; the first ones first."""
        self._wanted = latest | {name: run for name, run in self._wanted.items() if name not in latest}
        self._go_on()

    def look_at(self, runs: Sequence[str]) -> None:
        """Find out how the pictures of these runs stand, and which changed since the run before each."""
        for run in runs:
            if run in self._known:
                self.stood.emit(run, self._known[run])
            if run in self._compared:
                self.changed.emit(self._compared[run])
        self._extra = [run for run in runs if run not in self._known and run not in self._wanted.values()]
        first = [name for name, run in self._wanted.items() if run in runs]
        self._wanted = {name: self._wanted[name] for name in (*first, *self._wanted)}
        self._go_on()
        self._compare([run for run in runs if run not in self._whole])

    def doubt(self, runs: Sequence[str] = ()) -> None:
        """How these runs (all) stand may be another way now; what differs between two pictures stays."""
        for run in runs or list(self._known):
            self._known.pop(run, None)

    def stir(self) -> None:
        """Somebody scrolls: what is found out here has time."""
        self._calm.stir()

    def stop(self) -> None:
        """Nobody waits any more."""
        for job in (self._standing, self._comparing):
            if job is not None:
                job.cancel()
        self._standing = self._comparing = None

    # How pictures stand

    def _go_on(self) -> None:
        if self._standing is not None:
            self._standing.cancel()
            self._standing = None
        workspace, cache, calm = self._workspace, self._make_cache(), self._calm
        extra, wanted = list(self._extra), dict(self._wanted)
        if not extra and not wanted:
            return

        async def work(job: Job, pool: RenderPool) -> None:
            turn = partial(calm.turn, job.stop)
            for run in extra:
                if (found := await _stood(workspace, run, pool, cache, turn)) is not None:
                    job.report(StoodPictures(run, found[1]))
            for name, run in wanted.items():
                if (found := await _stood(workspace, run, pool, cache, turn)) is not None:
                    job.report(StoodPictures(run, found[1]))
                    whole = found[0]
                    job.report(Lit(name, light_of(whole.run, whole.shots, found[1], standing_of(list(whole.answers)))))

        self._standing = self._jobs.run_async(self.tr("Checking what was proofed"), work, quiet=True)
        self._standing.reported.connect(self._told)
        self._standing.failed.connect(self._not_told)

    def _told(self, found: object) -> None:
        if isinstance(found, StoodPictures):
            self._known[found.run] = found.stood
            self._extra = [run for run in self._extra if run != found.run]
            self.stood.emit(found.run, found.stood)
        elif isinstance(found, Lit):
            self._wanted.pop(found.template, None)
            self.lit.emit(found.template, found.light)

    def _not_told(self, error: object) -> None:
        self._wanted, self._extra = {}, []
        if isinstance(error, MailwrightError):
            self.failed.emit(error)

    # What changed

    def _compare(self, runs: list[str]) -> None:
        if self._comparing is not None:
            self._comparing.cancel()
            self._comparing = None
        if not runs:
            return
        workspace, calm = self._workspace, self._calm

        def work(job: Job) -> None:
            for run in runs:
                _compare_run(workspace, run, job, calm)

        self._comparing = self._jobs.run(self.tr("Comparing with the run before"), work, quiet=True)
        self._comparing.reported.connect(self._compared_some)

    def _compared_some(self, found: object) -> None:
        if isinstance(found, Compared):
            self._compared.setdefault(found.run, {}).update(found.differs)
            if found.is_whole:
                self._whole.add(found.run)
            self.changed.emit(found.differs)


@dataclass(frozen=True)
class Compared:
    """Which pictures of a run differ from those before it: some more of them; ``is_whole``: these were the last."""

    run: str
    differs: dict[Place, bool]
    is_whole: bool = False


async def _stood(
    workspace: Workspace, run: str, pool: RenderPool, cache: PictureCache, turn: Turn
) -> tuple[KeptRun, tuple[Standing, ...]] | None:
    """Read a run and find out how it stands; None when it was deleted meanwhile."""
    try:
        whole = await asyncio.to_thread(kept_run, workspace, run)
    except InputError:
        return None
    return whole, tuple(await standings(workspace, whole.shots, pool=pool, cache=cache, turn=turn))


def _compare_run(workspace: Workspace, run: str, job: Job, calm: Calm) -> None:
    try:
        with calm.turn(job.stop):
            whole = kept_run(workspace, run)
            older = before(workspace, whole.run)
    except InputError:  # deleted meanwhile
        return
    pairs = [(older[kept.shot], kept) for kept in whole.shots if kept.shot in older and kept.is_taken]
    for first in range(0, len(pairs), _AT_ONCE):
        found = {}
        for old, newer in pairs[first : first + _AT_ONCE]:
            with calm.turn(job.stop):
                if job.stop.is_set():
                    return
                found[run, newer.saved.place] = _differ(old, newer)
        job.report(Compared(run, found))
    job.report(Compared(run, {}, is_whole=True))


def _differ(older: KeptShot, newer: KeptShot) -> bool:
    """A picture that cannot be read looks like nothing that can be compared."""
    try:
        return look_different(older, newer)
    except OSError:
        return False
