"""The document as a mail, built again after every change: off the GUI thread, the newest text wins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.document import OpenDocument
from desktop.jobs import Job, Jobs
from desktop.live_work import Built, Checked, LiveView, LiveWork, Request, Shown
from templates.dynamic.view import Recipient

REST_MS = 30  # of typing, before the mail is built
PARSE_MS = 250  # before the tree of a long text is made anew: steady typing is quicker than that
CHECK_MS = 400  # before the mail is checked and weighed

__all__ = ["Checked", "LiveMailer", "LiveView", "Shown"]


class LiveMailer(QObject):
    """Builds one open document for the canvas and for the checks."""

    built = Signal(object)
    """A LiveView."""
    failed = Signal(object)
    """A MailwrightError; its place names the line. The mail before it is still the last good one."""
    checked = Signal(object)
    """A Checked, when typing rests."""
    shown_changed = Signal()
    """The mail is asked for with other data, or for somebody else."""

    def __init__(self, document: OpenDocument, jobs: Jobs) -> None:
        """Lives as long as its document."""
        super().__init__(document)
        self.document = document
        self.shown = Shown()
        self.view: LiveView | None = None
        self.last_check: Checked | None = None
        self._jobs = jobs
        self._work = LiveWork(document.workspace, document.name)
        self._values = 0
        self._job: Job | None = None
        self._check_job: Job | None = None
        self._wanted: Callable[[], None] | None = None
        self._rest = self._timer(REST_MS, self._build)
        self._parse_rest = self._timer(PARSE_MS, self._parse)
        self._check_rest = self._timer(CHECK_MS, self._check)
        document.edited.connect(self._edited)
        document.side_changed.connect(self._side_changed)
        document.saved.connect(self.refresh)

    def show_recipient(self, recipient: Recipient) -> None:
        """Build the mail for somebody else, with the same data set."""
        if recipient != self.shown.recipient:
            self._show(replace(self.shown, recipient=recipient))

    def show_data(self, data: str | Mapping[str, Any]) -> None:
        """Build the mail with another data set, or with data that is no set, for the same recipient."""
        self._show(replace(self.shown, data=data))

    def refresh(self) -> None:
        """Build anew: data, brand or an included part is different."""
        self._values += 1
        self._edited()

    def start(self) -> None:
        """Build the mail for the first time."""
        self._build()
        self._check_rest.start()

    def request(self) -> Request:
        """Return what would be built now."""
        document, data = self.document, self.shown.data
        name = f"data/{data}.json" if isinstance(data, str) else ""
        edited = document.side(name) if name in document.files.changed_sides() else None
        return Request(
            document.revision, document.text, document.seen_tree, document.unparsed, self.shown, self._values, edited
        )

    # Inside

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        self.shown_changed.emit()
        self.refresh()

    def _timer(self, pause: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=pause)
        timer.timeout.connect(then)
        return timer

    def _edited(self, _change: object = None) -> None:
        if self._check_job is not None:
            self._check_job.cancel()  # it gives way; a build goes on to its end, or fast typing would never be shown
        for timer in (self._rest, self._parse_rest, self._check_rest):
            timer.start()

    def _side_changed(self, name: str) -> None:
        if name.startswith("data/") or name == "template.toml":
            self.refresh()

    def _run(self, work: Callable[[Job], object], then: Callable[[object], None], again: Callable[[], None]) -> None:
        """Start ``work`` unless a job is under way; then ``again`` is called when that has ended."""
        if self._job is not None:
            if self._wanted != self._build:  # nothing is more urgent than the mail
                self._wanted = again
            return
        job = self._jobs.run(self.tr("Building the mail"), work, quiet=True)
        job.succeeded.connect(then)
        job.failed.connect(self.failed)
        job.ended.connect(self._ended)
        self._job = job

    def _ended(self) -> None:
        self._job = None
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()

    def _build(self) -> None:
        request = self.request()
        self._run(lambda job: self._work.build(request), self._take_built, self._build)

    def _take_built(self, built: object) -> None:
        if not isinstance(built, Built):
            return
        if built.tree is not None:
            self.document.adopt(built.tree, built.request.tree, len(built.request.batches))
        if built.view is not None:
            self.view = built.view
            self.built.emit(built.view)
        if built.error is not None:
            self.failed.emit(built.error)

    def _parse(self) -> None:
        start, batches = self.document.seen_tree, self.document.unparsed
        if batches:
            self._run(
                lambda job: (OpenDocument.parsed_from(start, batches), start, len(batches)),
                self._take_tree,
                self._parse,
            )

    def _take_tree(self, outcome: object) -> None:
        if isinstance(outcome, tuple):
            self.document.adopt(*outcome)

    def _check(self) -> None:
        """Beside the builds, which must not wait for it."""
        if self._check_job is not None:  # one that gives way just now
            self._check_rest.start()
            return
        request = self.request()
        job = self._jobs.run(self.tr("Checking the mail"), lambda job: self._checked(job, request), quiet=True)
        job.succeeded.connect(self._take_checked)
        job.ended.connect(self._check_ended)
        self._check_job = job

    def _check_ended(self) -> None:
        self._check_job = None

    def _checked(self, job: Job, request: Request) -> Checked:
        """Check; before it, make the next edit quick. Gives way when the text changes."""
        self._work.fill(job.stop.is_set)
        job.check()
        return self._work.check(request, job.check)

    def _take_checked(self, checked: object) -> None:
        if isinstance(checked, Checked):
            self.last_check = checked
            self.checked.emit(checked)
            if self.view is not None and len(self.view.mail.pieces) == 1:
                self._build()  # in pieces now, so that the first key need not send the whole mail
