"""The document as an e-mail client shows it: the choice of client and mode, and the picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.clients.chooser import ICONS, ClientChooser, clients
from desktop.clients.look import Asked, Explained, Looked, LookWork
from desktop.clients.veil import Veil
from desktop.document import Change, OpenDocument
from desktop.editor.design.trouble_strip import TroubleStrip
from desktop.editor.history.empty_state import EmptyState
from desktop.editor.history.picture_pane import PicturePane
from desktop.editor.panel import DocumentPanel
from desktop.errors import advice
from desktop.icons import icon
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.live import LiveView
from desktop.widgets import GRID, IconButton, label, styled
from renderers.clients.profile import MODES, Mode, Profile, profile
from renderers.clients.words import MODE_NAMES, profile_name, spoken_date, translated
from renderers.engines.offers import NAMES
from renderers.render.cache import PictureCache
from renderers.render.pool import RenderPool
from templates.errors import MailwrightError

REST_MS = 500  # of typing, before the client looks again
STEP_MS = 70  # of going from client to client: those that are only passed by are not looked at
_MODE_ICONS: dict[Mode, str] = {"light": "sun", "dark": "moon", "images-off": "image-off"}


class ClientPanel(DocumentPanel):
    """Takes the picture while it is to be seen; a change of the text asks for another one when typing rests."""

    explained = Signal(object)
    """An Explained, or None: another client's picture is under way."""
    outdated = Signal(bool)
    """Whether what was explained is of another text than that of now."""
    drawn = Signal(object)
    """The Cast that took the picture which is there now."""
    unexplained = Signal()
    """The mail of now cannot be explained."""
    changed = Signal()
    """Another client or mode is chosen."""
    code_wanted = Signal(bool)
    """Whether the text shall stand below the picture."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.client = "gmail-web"
        self._wanted_mode = MODES[0]
        self.cache: Callable[[], PictureCache] | None = None
        self._jobs = jobs
        self._job: Job | None = None
        self._work: tuple[OpenDocument, LookWork] | None = None
        self._asked: Asked | None = None
        self._shown: Looked | None = None  # the picture that is there
        self._told: Explained | None = None  # the last that was said about it
        self._tells = False  # and not taken back since
        self.choose, self.previous, self.next = QPushButton(), IconButton("chevron-left"), IconButton("chevron-right")
        self.choose.setObjectName("property")
        self.choose.clicked.connect(self.open_chooser)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.modes: dict[Mode, IconButton] = {mode: IconButton(_MODE_ICONS[mode]) for mode in MODES}
        self._only_one = QButtonGroup(self)
        for made in self.modes.values():
            made.setCheckable(True)
            made.clicked.connect(self._mode_clicked)
            self._only_one.addButton(made)
        self.below = IconButton("code")
        self.below.setCheckable(True)
        self.below.clicked.connect(self.code_wanted)
        self.size_text, self.missing = label("muted"), label("warning")
        self.picture, self.trouble, self.nothing = PicturePane(added=False), TroubleStrip(), EmptyState()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._look)
        self._pages = QStackedWidget()
        self.veil = Veil(self._pages)
        self._lay_out()
        self.retranslate()

    # What people choose

    @property
    def mode(self) -> Mode:
        """The mode that was chosen; the client's first one while it does not have it."""
        modes = profile(self.client).modes
        return self._wanted_mode if self._wanted_mode in modes else modes[0]

    def show_client(self, client: str) -> None:
        """Look through another client."""
        self.client = client
        self._chosen()

    def show_mode(self, mode: Mode) -> None:
        """Look in another mode, if the client has it."""
        if mode in profile(self.client).modes:
            self._wanted_mode = mode
        self._chosen()

    def step(self, by: int) -> None:
        """Go on to the next client of the list (1), or back (-1)."""
        self.show_client(self._beside(by).id)

    def open_chooser(self) -> ClientChooser:
        """Ask which client it shall be."""
        chooser = ClientChooser(self.client, self)
        chooser.chosen.connect(self.show_client)
        chooser.show_below(self.choose)
        chooser.field.setFocus()
        return chooser

    def _beside(self, by: int) -> Profile:
        listed = clients()
        now = next((place for place, each in enumerate(listed) if each.id == self.client), 0)
        return listed[(now + by) % len(listed)]

    def _chosen(self) -> None:
        self.retranslate()
        self._give_up()
        self._pend()
        self._rest.start(STEP_MS)
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
        self._tell(None)
        self._look()

    def document_edited(self, change: Change) -> None:
        """What is shown is of the text before."""
        self.outdated.emit(True)
        self._rest.start(REST_MS)

    def mail_built(self, view: LiveView) -> None:
        """Other data or another recipient make another mail."""
        self._rest.start(REST_MS)

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
        if self._shown is not None and asked == self._shown.asked:
            self._show_again(self._shown)
            return
        self._give_up()
        self._asked = asked
        work, cache = self._work_of(document), self.cache() if self.cache else None
        self._pend()

        async def look(job: Job, pool: RenderPool) -> Looked:
            return await work.look(asked, pool, cache, job.report)

        self._job = self._jobs.run_async(self.tr("Taking the client's picture"), look, quiet=True)
        self._job.reported.connect(self._take_explained)
        self._job.succeeded.connect(self._take)
        self._job.failed.connect(self._failed)

    def _show_again(self, looked: Looked) -> None:
        """Come back to the picture that is there still, before another one came."""
        self._give_up()
        self.veil.hide()
        self.outdated.emit(False)
        if not self._tells and self._told is not None and self._told.asked == looked.asked:
            self._tell(self._told)
            self.drawn.emit(looked.cast)

    def _pend(self) -> None:
        """What is there is of another client, or of another text."""
        if not self._is_shown:
            self._tell(None)
        if self.picture.has_picture:
            self.veil.cover(self.tr("Taking the picture…"), dims=not self._is_shown)
        else:
            self._show(None)

    def _tell(self, explained: Explained | None) -> None:
        self._told, self._tells = explained or self._told, explained is not None
        self.explained.emit(explained)

    @property
    def _is_shown(self) -> bool:
        """Whether the picture that is there is of this client in this mode."""
        return self._shown is not None and self._shown.asked.view == (self.client, self.mode)

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
            self._tell(explained)

    def _take(self, looked: object) -> None:
        self._job = None
        if isinstance(looked, Looked):
            self._show(looked)
            self.drawn.emit(looked.cast)

    def _failed(self, error: MailwrightError) -> None:
        self._job = None
        self.veil.hide()
        if not self._is_shown:
            self._show(None)
            self.nothing.say("triangle-alert", self.tr("No picture"), advice(error, current_language()))
        self.trouble.show_error(error, self.document.folder.id if self.document else "")
        self.unexplained.emit()

    def _show(self, looked: Looked | None) -> None:
        self._shown = looked
        self.picture.show_picture(looked.picture if looked else None)
        self._pages.setCurrentWidget(self.picture if looked else self.nothing)
        self.veil.hide()
        self._say_size()
        self._say_missing()
        if looked is None:
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
        self.choose.setToolTip(self._described(shown))
        before, after = (profile_name(self._beside(by), language) for by in (-1, 1))
        self.previous.name(self.tr("Previous client: {name}").format(name=before))
        self.next.name(self.tr("Next client: {name}").format(name=after))
        self.below.name(self.tr("The code below the picture"))
        for mode, made in self.modes.items():
            there = mode in shown.modes
            name = translated(MODE_NAMES[mode], language)
            made.name(name if there else self.tr("{mode}: not known of this client").format(mode=name))
            made.setEnabled(there)
            made.setChecked(mode == self.mode)
        if self._pages.currentWidget() is self.nothing and self._job is not None:
            self.nothing.say("scan", self.tr("Taking the picture…"), "")
        self._say_size()
        self._say_missing()

    def _say_missing(self) -> None:
        names = self._shown.missing if self._shown and self.mode != "images-off" else ()
        self.missing.setText(self.tr("%n picture(s) missing", "", len(names)))
        self.missing.setToolTip("\n".join(names))
        self.missing.setVisible(bool(names))

    def _described(self, shown: Profile) -> str:
        language = current_language()
        version = spoken_date(translated(shown.version, language), language)
        facts = (shown.brand, version, translated(shown.device, language), NAMES[shown.engine])
        return "\n".join((" · ".join(filter(None, facts)), translated(shown.note, language)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is smaller or larger now."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._say_size)

    def _say_size(self) -> None:
        """The window that the client has, and how large it is drawn here."""
        shown = profile(self.client)
        size = f"{shown.width} × {shown.height}"
        drawn = round(100 * self.picture.scale)
        scaled = self.picture.has_picture and self._is_shown and drawn < 100
        self.size_text.setText(f"{size} · {QLocale().toString(drawn)}\u202f%" if scaled else size)
        self.size_text.setToolTip(self.tr("The client's window in pixels, and how large it is drawn here."))

    def _lay_out(self) -> None:
        bar = styled(QWidget(), "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(GRID, GRID, GRID, GRID)
        row.setSpacing(GRID // 2)
        for each in (self.previous, self.next, self.choose):  # the arrows stay where they are, however long the name
            row.addWidget(each)
        row.addStretch()
        row.addWidget(self.missing)
        row.addSpacing(GRID)
        row.addWidget(self.size_text)
        row.addSpacing(GRID)
        for made in (*self.modes.values(), self.below):
            row.addWidget(made)
        for page in (self.nothing, self.picture):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (bar, self.trouble):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
