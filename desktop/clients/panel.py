"""The document as an e-mail client shows it: the choice of client and mode, and the picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.clients.chooser import ICONS, ClientChooser, clients
from desktop.clients.look import Asked, Explained, Looked, LookWork
from desktop.document import Change, OpenDocument
from desktop.editor.design.trouble_strip import TroubleStrip
from desktop.editor.history.empty_state import EmptyState
from desktop.editor.history.picture_pane import PicturePane
from desktop.editor.panel import DocumentPanel
from desktop.errors import explain
from desktop.icons import icon
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.live import LiveView
from desktop.widgets import GRID, IconButton, label, styled
from renderers.clients.profile import MODES, Mode, profile
from renderers.clients.words import MODE_NAMES, profile_name, translated
from renderers.proofs.compare import Seen
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.errors import MailwrightError

REST_MS = 500  # of typing, before the client looks again
_MODE_ICONS: dict[Mode, str] = {"light": "sun", "dark": "moon", "images-off": "image-off"}


class ClientPanel(DocumentPanel):
    """Takes the picture while it is to be seen; a change of the text asks for another one when typing rests."""

    explained = Signal(object)
    """An Explained, or None: another picture is under way."""
    changed = Signal()
    """Another client or mode is chosen."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.client, self.mode = "gmail-web", MODES[0]
        self.cache: Callable[[], PictureCache] | None = None
        self._jobs = jobs
        self._job: Job | None = None
        self._work: tuple[OpenDocument, LookWork] | None = None
        self._asked: Asked | None = None
        self.choose, self.previous, self.next = QPushButton(), IconButton("chevron-left"), IconButton("chevron-right")
        self.choose.setObjectName("property")
        self.choose.clicked.connect(self.open_chooser)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.modes: dict[Mode, IconButton] = {mode: IconButton(_MODE_ICONS[mode]) for mode in MODES}
        for made in self.modes.values():
            made.setCheckable(True)
            made.clicked.connect(self._mode_clicked)
        self.size_text = label("muted")
        self.picture, self.trouble, self.nothing = PicturePane(added=False), TroubleStrip(), EmptyState()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._look)
        self._pages = QStackedWidget()
        self._lay_out()
        self.retranslate()

    # What people choose

    def show_client(self, client: str) -> None:
        """Look through another client; a mode that it does not have becomes its first one."""
        self.client = client
        modes = profile(client).modes
        self.mode = self.mode if self.mode in modes else modes[0]
        self._chosen()

    def show_mode(self, mode: Mode) -> None:
        """Look in another mode, if the client has it."""
        if mode in profile(self.client).modes:
            self.mode = mode
        self._chosen()

    def step(self, by: int) -> None:
        """Go on to the next client of the list (1), or back (-1)."""
        ids = [each.id for each in clients()]
        now = ids.index(self.client) if self.client in ids else 0
        self.show_client(ids[(now + by) % len(ids)])

    def open_chooser(self) -> ClientChooser:
        """Ask which client it shall be."""
        chooser = ClientChooser(self.client, self)
        chooser.chosen.connect(self.show_client)
        chooser.show_below(self.choose)
        chooser.field.setFocus()
        return chooser

    def _chosen(self) -> None:
        self.retranslate()
        self._look()
        self.changed.emit()

    def _mode_clicked(self) -> None:
        clicked = self.sender()
        self.show_mode(next((mode for mode, made in self.modes.items() if made is clicked), self.mode))

    def _go_back(self) -> None:
        self.step(-1)

    def _go_on(self) -> None:
        self.step(1)

    # The document

    def document_opened(self) -> None:
        """Another document: its picture, not the one before."""
        self._give_up()
        self._show(None)
        self._look()

    def document_edited(self, change: Change) -> None:
        """What is shown is of the text before."""
        self._rest.start()

    def mail_built(self, view: LiveView) -> None:
        """Other data or another recipient make another mail."""
        self._rest.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Look when there is somebody to see it."""
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self._give_up()

    # Looking

    def _look(self) -> None:
        document, live = self.document, self.live
        if document is None or live is None or not self.isVisible():
            return
        asked = Asked(live.request(), self.client, self.mode)
        if self._job is not None and asked == self._asked:
            return
        self._give_up()
        self._asked = asked
        work, cache = self._work_of(document), self.cache() if self.cache else None
        self.explained.emit(None)

        async def look(job: Job, pool: RenderPool) -> Looked:
            return await work.look(asked, pool, cache, job.report)

        self._job = self._jobs.run_async(self.tr("Taking the client's picture"), look, quiet=True)
        self._job.reported.connect(self._take_explained)
        self._job.succeeded.connect(self._take)
        self._job.failed.connect(self._failed)

    def _work_of(self, document: OpenDocument) -> LookWork:
        if self._work is None or self._work[0] is not document:
            self._work = document, LookWork(document.workspace, document.name)
        return self._work[1]

    def _give_up(self) -> None:
        self._rest.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _take_explained(self, explained: object) -> None:
        if isinstance(explained, Explained):
            self.trouble.show_error(None)
            self.explained.emit(explained)

    def _take(self, looked: object) -> None:
        self._job = None
        if isinstance(looked, Looked):
            self._show(looked.picture)

    def _failed(self, error: MailwrightError) -> None:
        self._job = None
        if self.picture.has_picture and self.document is not None:
            self.trouble.show_error(error, self.document.folder.id)
        else:
            self.nothing.say("triangle-alert", self.tr("No picture"), explain(error, current_language()))

    def _show(self, picture: Seen | None) -> None:
        self.picture.show_picture(picture)
        self._pages.setCurrentWidget(self.picture if picture else self.nothing)
        if picture is None:
            self.trouble.show_error(None)
            self.nothing.say("scan", self.tr("Taking the picture…"), "")

    # The frame

    def retranslate(self) -> None:
        """Set every text anew."""
        shown, language = profile(self.client), current_language()
        name = profile_name(shown, language)
        self.choose.setText(f" {name}")
        self.choose.setIcon(icon(ICONS[shown.group]))
        self.choose.setAccessibleName(self.tr("Client: {name}").format(name=name))
        self.choose.setToolTip(translated(shown.note, language))
        self.previous.name(self.tr("Previous client"))
        self.next.name(self.tr("Next client"))
        for mode, made in self.modes.items():
            made.name(translated(MODE_NAMES[mode], language))
            made.setVisible(mode in shown.modes)
            made.setChecked(mode == self.mode)
        self.size_text.setText(f"{shown.width} × {shown.height}")

    def _lay_out(self) -> None:
        bar = styled(QWidget(), "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(GRID, GRID, GRID, GRID)
        row.setSpacing(GRID // 2)
        for each in (self.previous, self.choose, self.next):
            row.addWidget(each)
        row.addStretch()
        row.addWidget(self.size_text)
        row.addSpacing(GRID)
        for made in self.modes.values():
            row.addWidget(made)
        for page in (self.nothing, self.picture):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (bar, self.trouble):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
