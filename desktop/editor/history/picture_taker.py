"""Takes the pictures of a pair of texts, off the GUI thread; the last pairs are kept."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Job, Jobs
from renderers.proofs.compare import Compared, compare_texts
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.workspace import Workspace

_KEPT = 8  # pairs, so that going back and forth takes none anew


@dataclass(frozen=True)
class Pair:
    """Two texts of a template, and the profile that looks at them."""

    workspace: Workspace
    template: str
    before: str
    after: str
    profile_id: str


class PictureTaker(QObject):
    """One pair at a time: who asks for another one has lost interest in the one before."""

    taken = Signal(object)
    """A Compared, of the pair that was asked for last."""
    failed = Signal(object)
    """A MailwrightError: there is no browser."""

    def __init__(self, jobs: Jobs, cache: PictureCache | None, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._cache = jobs, cache
        self._job: Job | None = None
        self._wanted: Pair | None = None
        self._done: dict[Pair, Compared] = {}

    def known(self, pair: Pair) -> Compared | None:
        """Return the pictures of a pair that were taken before."""
        return self._done.get(pair)

    def take(self, pair: Pair) -> None:
        """Take these pictures; nothing happens when that is under way already."""
        if self._job is not None and pair == self._wanted:
            return
        self.cancel()
        cache = self._cache

        async def work(_job: Job, pool: RenderPool) -> tuple[Pair, Compared]:
            compared = await compare_texts(
                pair.workspace,
                pair.template,
                pair.before,
                pair.after,
                profile_id=pair.profile_id,
                pool=pool,
                cache=cache,
            )
            return pair, compared

        job = self._jobs.run_async(self.tr("Taking pictures to compare"), work, quiet=True)
        job.succeeded.connect(self._taken)
        job.failed.connect(self.failed)
        job.ended.connect(self._ended)
        self._job, self._wanted = job, pair

    def cancel(self) -> None:
        """Nobody looks at the pictures any more."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._wanted = None

    def _taken(self, outcome: tuple[Pair, Compared]) -> None:
        pair, compared = outcome
        self._done[pair] = compared
        while len(self._done) > _KEPT:
            self._done.pop(next(iter(self._done)))
        if pair == self._wanted:
            self.taken.emit(compared)

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
