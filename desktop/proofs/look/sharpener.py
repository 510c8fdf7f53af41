"""Has a picture taken anew with more pixels when somebody looks closely, and says what came of it."""

from __future__ import annotations

from desktop.editor.inspector.elided import ElidedLabel
from desktop.errors import explain, what
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.proofs.look.looked import Looked
from desktop.proofs.look.picture_view import PictureView
from desktop.proofs.look.raster import Raster, read_raster
from desktop.widgets import Translated
from renderers.proofs.sharper import sharper
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.errors import MailwrightError
from templates.workspace import Workspace

FROM = 1.25
"""From this size on, in pixels of the screen for one of CSS, a picture is wanted in more detail."""
_KEPT = 2  # a tall one is a hundred megabytes


class Sharpener(Translated, ElidedLabel):
    """Watches a view. The last pictures are kept; nobody waits for one that is not looked at any more."""

    def __init__(
        self,
        view: PictureView,
        jobs: Jobs,
        workspace: Workspace | None,
        cache: PictureCache | None,
    ) -> None:
        super().__init__("muted")
        self._view, self._jobs, self._workspace, self._cache = view, jobs, workspace, cache
        self._looked: Looked | None = None
        self._job: Job | None = None
        # None: it would be another picture by now.
        self._known: dict[str, Raster | MailwrightError | None] = {}
        view.zoomed.connect(self.follow)

    def look_at(self, looked: Looked | None) -> None:
        """The view shows this one from now on; or one that nobody needs in more detail."""
        self.stop()
        self._looked = looked
        self.retranslate()

    def follow(self) -> None:
        """Have the picture taken where the view enlarges it."""
        looked, raster = self._looked, self._view.raster
        if looked is None or raster is None or not self._wants():
            self.retranslate()
        elif looked.key in self._known:
            self._give(self._known[looked.key])
        elif self._job is None:
            self._take(looked)

    def stop(self) -> None:
        """Nobody waits any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def retranslate(self) -> None:
        """Say how sharp what is shown is."""
        self.setText(self._words())
        outcome = self._outcome
        self.setToolTip(explain(outcome, current_language()) if isinstance(outcome, MailwrightError) else "")

    @property
    def _outcome(self) -> Raster | MailwrightError | None:
        return self._known.get(self._looked.key) if self._looked else None

    def _wants(self) -> bool:
        return self._view.scale * self._view.devicePixelRatioF() >= FROM

    def _words(self) -> str:
        if self._job is not None:
            return self.tr("Taking it in more detail, which costs nothing…")
        if self._looked is None or self._view.raster is None or not self._wants():
            return ""
        outcome = self._outcome
        if isinstance(outcome, Raster):
            if outcome.density > 1:
                return self.tr("In full detail")
            return self.tr("Enlarged: this engine takes no finer pictures")
        if isinstance(outcome, MailwrightError):
            return self.tr("Enlarged. {reason}").format(reason=what(outcome, current_language()))
        if self._looked.key in self._known:
            return self.tr("Enlarged: the mail, the client or the engine changed since it was taken")
        return self.tr("Enlarged")

    def _take(self, looked: Looked) -> None:
        workspace, cache = self._workspace, self._cache
        if workspace is None or not looked.key or not looked.width:
            self.retranslate()
            return

        async def work(_job: Job, pool: RenderPool) -> bytes | None:
            return await sharper(workspace, looked.shot, looked.key, pool=pool, cache=cache)

        self._job = self._jobs.run_async(self.tr("Taking the picture in more detail"), work, quiet=True)
        self._job.succeeded.connect(self._taken)
        self._job.failed.connect(self._finish)
        self.retranslate()

    def _taken(self, picture: object) -> None:
        looked = self._looked
        if looked is None or not isinstance(picture, bytes):
            self._finish(None)
            return
        width = looked.width
        self._job = self._jobs.run(self.tr("Reading the picture"), lambda job: read_raster(picture, width), quiet=True)
        self._job.succeeded.connect(self._finish)
        self._job.failed.connect(self._finish)

    def _finish(self, found: object) -> None:
        self._job = None
        outcome = found if isinstance(found, (Raster, MailwrightError)) else None
        if self._looked is not None:
            self._known[self._looked.key] = outcome
            while len(self._known) > _KEPT:
                self._known.pop(next(iter(self._known)))
            self._give(outcome)

    def _give(self, outcome: Raster | MailwrightError | None) -> None:
        if isinstance(outcome, Raster) and outcome.density > 1:
            self._view.sharpen(outcome)
        self.retranslate()
