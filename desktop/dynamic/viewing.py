"""Whom the open mail is shown for: choosing, stepping to the next one, and remembering it for each document."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer, Signal

from assets import asset
from desktop.document import OpenDocument
from desktop.dynamic.remembered import Remembered, contact_file, recall, remember, remember_contact_file
from desktop.jobs import Job, Jobs
from desktop.live import LiveMailer
from templates.dynamic.contact_file import read_contacts
from templates.dynamic.contact_source import ContactSource, TableSource
from templates.dynamic.properties import load_properties
from templates.dynamic.segment import Segment, load_segments
from templates.dynamic.view import BY_DATA, WHOLE, Recipient
from templates.errors import MailwrightError
from templates.workspace import Workspace

_KEEP_MS = 400  # of rest, before a choice is written down


@dataclass(frozen=True)
class Position:
    """The how-manieth of how many, from 1; 0 of them where there is nothing to step through."""

    number: int = 0
    count: int = 0


class Viewing(QObject):
    """Chooses the recipient of the document that is shown. The contacts are those of its workspace."""

    changed = Signal()
    """Somebody else is shown, or there are other segments or contacts to choose from."""
    failed = Signal(object)
    """A MailwrightError: the contact file cannot be read."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.document: OpenDocument | None = None
        self.live: LiveMailer | None = None
        self.source: ContactSource | None = None
        self._root: Path | None = None  # of the workspace that the contacts belong to
        self._job: Job | None = None
        self._places: WeakKeyDictionary[LiveMailer, int] = WeakKeyDictionary()
        self._wanted: WeakKeyDictionary[LiveMailer, str] = WeakKeyDictionary()  # e-mail, until the file is read
        self._keep_rest = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keep_rest.timeout.connect(self._keep)

    # What is shown

    @property
    def recipient(self) -> Recipient:
        """Whom the mail is shown for now."""
        return self.live.shown.recipient if self.live else BY_DATA

    @property
    def workspace(self) -> Workspace | None:
        """The workspace of the document."""
        return self.document.workspace if self.document else None

    @property
    def position(self) -> Position:
        """Where in the row of segments or contacts the recipient stands."""
        recipient = self.recipient
        if recipient.kind == "contact" and self.source is not None and self.live is not None:
            return Position(self.contact_place + 1, self.source.count)
        if recipient.kind == "segment":
            row = self._segment_row()
            chosen = recipient.segments[-1:]
            return Position(row.index(chosen) + 1 if chosen in row else 0, len(row))
        return Position()

    @property
    def contact_place(self) -> int:
        """The place of the contact that was shown last, from 0."""
        return self._places.get(self.live, 0) if self.live is not None else 0

    def segments(self) -> tuple[Segment, ...]:
        """The segments of the workspace; none while their file is broken, which the mail then says."""
        if self.workspace is None:
            return ()
        try:
            return load_segments(self.workspace)
        except MailwrightError:
            return ()

    def follow_segments(self) -> None:
        """The segments of the workspace are others: one that is gone is not shown any more."""
        ids = kept = self.recipient.segments
        if self.workspace is not None:
            with suppress(MailwrightError):
                there = {segment.id for segment in load_segments(self.workspace)}
                kept = tuple(id_ for id_ in ids if id_ in there)
        if kept != ids:
            self._show(Recipient.in_segments(*kept) if kept else BY_DATA)
        self.changed.emit()

    # Choosing

    def show_document(self, document: OpenDocument | None, live: LiveMailer | None) -> None:
        """Go to another document, and the first time to whom it was shown for when it was open last."""
        if self._keep_rest.isActive():
            self._keep_rest.stop()
            self._keep()
        for each in [self.live] if self.live is not None else []:
            each.shown_changed.disconnect(self._shown_changed)
        self.document, self.live = document, live
        if document is not None and live is not None:
            live.shown_changed.connect(self._shown_changed)
            self._use_workspace(document.workspace)
            if live not in self._places:
                self._places[live] = 0
                self._restore(document, live)
        self.changed.emit()

    def show_by_data(self) -> None:
        """Show the mail as its data set says."""
        self._show(BY_DATA)

    def show_whole(self) -> None:
        """Show every component, whoever it is for."""
        self._show(WHOLE)

    def show_segments(self, *ids: str) -> None:
        """Show what a member of these segments gets; without any, who is in none."""
        self._show(Recipient.in_segments(*ids))

    def show_contact(self, index: int) -> None:
        """Show what a contact gets, counted from 0."""
        if self.source is None or self.live is None or not self.source.count:
            return
        self._places[self.live] = index % self.source.count
        self._show(Recipient.person(self.source.contact(self._places[self.live])))

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) segment or contact; behind the last comes the first."""
        if self.live is None:
            return
        if self.recipient.kind == "contact":
            self.show_contact(self.contact_place + by)
        elif self.recipient.kind == "segment":
            row = self._segment_row()
            place = self.position.number - 1
            self.show_segments(*row[(place + by) % len(row)])

    # Contacts

    def choose_file(self, path: Path | str) -> None:
        """Take the contacts from a file and show the first one."""
        workspace = self.workspace
        if workspace is not None:
            self._read(workspace, Path(path), chosen=True)

    def use_samples(self) -> None:
        """Take the contacts that ship."""
        self.choose_file(asset("samples/contacts.csv"))

    def find(self, words: str, most: int) -> list[tuple[int, dict[str, object]]]:
        """Return the first contacts in which all the words are found, each with its place."""
        source = self.source
        return [] if source is None else [(place, source.contact(place)) for place in source.search(words, most)]

    # Inside

    def _show(self, recipient: Recipient) -> None:
        if self.live is not None:
            self._wanted.pop(self.live, None)
            self.live.show_recipient(recipient)

    def _shown_changed(self) -> None:
        self._keep_rest.start()
        self.changed.emit()

    def _segment_row(self) -> list[tuple[str, ...]]:
        """What stepping goes through: each segment, then who is in none."""
        return [*((segment.id,) for segment in self.segments()), ()]

    def _use_workspace(self, workspace: Workspace) -> None:
        if workspace.root == self._root:
            return
        self._root, self.source = workspace.root, None
        path = contact_file(workspace)
        if path is not None:
            self._read(workspace, path, chosen=False)

    def _read(self, workspace: Workspace, path: Path, *, chosen: bool) -> None:
        if self._job is not None:
            self._job.cancel()
        then: Callable[[object], None] = self._take_chosen if chosen else self._take
        job = self._jobs.run(
            self.tr("Reading contacts"),
            lambda job: (path, TableSource(read_contacts(path, load_properties(workspace)))),
            quiet=not chosen,
        )
        job.succeeded.connect(then)
        job.failed.connect(self.failed)
        job.ended.connect(self._ended)
        self._job = job

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None

    def _take(self, found: object) -> None:
        """The file that was known is read: whoever waits for a contact of it gets it."""
        if isinstance(found, tuple):
            _, self.source = found
            for live, email in list(self._wanted.items()):
                self._show_wanted(live, email)
            self.changed.emit()

    def _take_chosen(self, found: object) -> None:
        if isinstance(found, tuple) and self.workspace is not None:
            path, self.source = found
            remember_contact_file(self.workspace, path)
            self.show_contact(0)
            self.changed.emit()

    def _restore(self, document: OpenDocument, live: LiveMailer) -> None:
        known = recall(document.workspace, document.name)
        if known.recipient.kind == "contact":
            self._wanted[live] = known.email
            self._show_wanted(live, known.email)
        elif known.recipient.kind == "segment":
            there = {segment.id for segment in self.segments()}
            if there.issuperset(known.recipient.segments):
                live.show_recipient(known.recipient)
        else:
            live.show_recipient(known.recipient)

    def _show_wanted(self, live: LiveMailer, email: str) -> None:
        if self.source is None:
            return
        self._wanted.pop(live, None)
        place = self.source.index_of(email)
        if place is not None:
            self._places[live] = place
            live.show_recipient(Recipient.person(self.source.contact(place)))

    def _keep(self) -> None:
        document, recipient = self.document, self.recipient
        if document is not None and self.live not in self._wanted:
            email = str(recipient.contact.get("email", ""))
            remember(document.workspace, document.name, Remembered(replace(recipient, contact={}), email))
