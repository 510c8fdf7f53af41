"""The editor's canvas: the live mail, in which every component can be pointed at."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Signal
from PySide6.QtWidgets import QWidget

from desktop.live import LiveView
from desktop.panels.canvas import Canvas
from desktop.theme import LIGHT
from desktop.web.live_page import LivePage
from desktop.web.scheme import Page

# Of the light theme, whatever the window's is: the mail is a ground of its own, and this accent is seen on white and on
# black, the other one on black only.
_COLOURS = {
    "accent": LIGHT.accent,
    "on-accent": LIGHT.on_accent,
    "surface": LIGHT.surface,
    "halo": f"{LIGHT.surface}b0",
    "wash": f"{LIGHT.accent}20",
    "tint": f"{LIGHT.accent}16",
    "soft": LIGHT.soft,
    "on-soft": LIGHT.on_soft,
    "muted": LIGHT.muted,
    "edge": LIGHT.edge,
}


class DesignCanvas(Canvas):
    """Shows a LiveView and outlines components; says what was pointed at through ``live_page.bridge.told``."""

    shown = Signal(int)
    """The mail of this revision is in the page and laid out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live_page = LivePage(self.page, self.mail_scheme)
        self.live_page.shown.connect(self.shown)
        self.live_page.ready.connect(self._ready)
        self.zoomed.connect(self._dress)
        self.live_view: LiveView | None = None
        self._drawn = (0, -1)
        self._name = ""
        self._places: dict[str, int] = {}  # how far each mail is scrolled
        self._returning = 0  # where to scroll to as soon as the pictures give the mail its height
        self._loading = False
        self.page.loadStarted.connect(self._load_started)
        self.loaded.connect(self._load_ended)
        self.page.scrollPositionChanged.connect(self._remember)

    def show_view(self, view: LiveView) -> None:
        """Show a mail, in place of the one before."""
        self.live_view = view
        self._load()

    def show_mail(self, page: Page) -> None:
        """Show nothing: what this canvas shows comes as a LiveView."""
        self.start_anew("")

    def start_anew(self, name: str, *, blank: bool = True) -> None:
        """Load the mail that comes next, and scroll to where the one of this name was left; ``blank`` until then."""
        self._name = name
        self.live_view = None
        self.live_page.forget(blank=blank)

    def outline(self, node_id: int, *, turn: int = -1, reveal: bool = False) -> None:
        """Outline a component (0: none); ``turn`` says which of its repetitions is meant (-1: the same as before)."""
        self._drawn = (node_id, turn)
        self.live_page.call("select", node_id, turn, reveal)

    def to_widget(self, box: QRectF) -> QRect:
        """Where a place of the page (CSS pixels of what is to be seen) is on this widget."""
        corner = QPointF(self.view.mapTo(self, QPoint(0, 0)))
        zoom = self.zoom
        return QRectF(corner + box.topLeft() * zoom, box.size() * zoom).toRect()

    def to_page(self, at: QPointF) -> QPointF:
        """Where a place of this widget is in the document, in its CSS pixels; the inverse but for the scrolling."""
        inside = at - QPointF(self.view.mapTo(self, QPoint(0, 0))) + QPointF(0, self.bar.value())
        return inside / self.zoom

    @property
    def stage(self) -> QRect:
        """The part of this widget in which the mail is to be seen."""
        return QRect(0, self.view.mapTo(self, QPoint(0, 0)).y(), self.width() - self.bar.width(), self.view.height())

    def _load(self) -> None:
        if self.live_view is not None:
            mail = self.live_view
            self.live_page.show_mail(mail.mail.pieces, mail.images, mail.revision, self.scheme)

    def _remember(self, position: QPointF) -> None:
        if self.live_page.is_ready and not self._returning:
            self._places[self._name] = round(position.y())

    def _load_started(self) -> None:
        self._loading = True

    def _load_ended(self) -> None:
        self._loading = False
        if self.live_page.is_ready:  # else it is the end of a page that was left
            self._return()

    def _ready(self) -> None:
        self._dress()
        self._returning = self._places.get(self._name, 0)
        self._return()

    def _return(self) -> None:
        """Scroll to where this mail was left; once more when every picture is there."""
        if self._returning:
            self._scroll_to(self._returning)
        if not self._loading:
            self._returning = 0

    def _dress(self) -> None:
        """The colours and the size of a pixel of the screen, for what is drawn above the mail."""
        self.live_page.call("theme", {**_COLOURS, "px": f"{1 / self.zoom:.4f}px"})
        self.live_page.call("select", *self._drawn, False)
