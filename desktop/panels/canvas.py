"""The canvas: the compiled mail, live, as wide as the chosen device, without scripts."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent, QWheelEvent
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from desktop.web.mail import with_html
from desktop.web.page import CanvasPage, make_profile
from desktop.web.scheme import Page
from desktop.web.scheme_emulation import Scheme, in_scheme
from desktop.web.scripts import WORLD
from desktop.widgets import restyle, styled

FIT = 0.0
DESKTOP = 0  # as wide as the mail and what is around it on a large screen
_MARGIN = 24  # pixels around the mail
_NARROWEST, _WIDEST = 0.25, 3.0  # zoom


class Canvas(QWidget):
    """Shows a mail at ``set_width`` CSS pixels; the zoom never changes the mail's layout."""

    loaded = Signal(bool)
    zoomed = Signal(float)
    zoom_stepped = Signal(int)
    """The wheel was turned with Ctrl held: larger (1) or smaller (-1)."""
    moved = Signal()
    """The mail is at another place of this widget, or takes another part of it."""
    widened = Signal(int)
    """The mail is laid out for another width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "stage")
        self._profile, self.mail_scheme, self.wall = make_profile(self)
        self.view = QWebEngineView()
        self.page = CanvasPage(self._profile, self.view)
        self.page.setBackgroundColor(QColor("#ffffff"))
        self.view.setPage(self.page)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._mail = Page()
        self._open = True
        self._told_zoom = 0.0
        self.desktop_width = 640
        self._width, self._zoom = DESKTOP, FIT
        self.scheme: Scheme = "light"
        self.bar = QScrollBar(Qt.Orientation.Vertical)
        self.bar.valueChanged.connect(self._scroll_to)
        self.page.loadFinished.connect(self._load_finished)
        self.page.contentsSizeChanged.connect(self._size_changed)
        self.page.scrollPositionChanged.connect(self._scrolled)
        self._lay_out()
        self.view.installEventFilter(self)
        self._frame.installEventFilter(self)

    def show_mail(self, page: Page) -> None:
        """Show another mail, from its top."""
        self._mail = page
        self._load()

    def clear(self) -> None:
        """Show no mail."""
        self.show_mail(Page())

    def set_width(self, width: int) -> None:
        """Lay the mail out as on a device of this width, in CSS pixels; or ``DESKTOP``."""
        self._width = width
        self.widened.emit(self.device_width)
        self._fit()

    def set_desktop_width(self, width: int) -> None:
        """Take this for the width of ``DESKTOP``."""
        if width != self.desktop_width:
            self.desktop_width = width
            self.set_width(self._width)

    def set_zoom(self, zoom: float) -> None:
        """Enlarge the mail; ``FIT`` makes it as large as there is room for, at most its own size."""
        self._zoom = zoom
        self._fit()

    def set_scheme(self, scheme: Scheme) -> None:
        """Show the mail as a reader with light or dark windows sees it."""
        self.scheme = scheme
        self._load()

    @property
    def device_width(self) -> int:
        """The width for which the mail is laid out now, in CSS pixels."""
        return self._width or self.desktop_width

    @property
    def zoom(self) -> float:
        """The zoom that is in use now."""
        if self._zoom:
            return min(_WIDEST, max(_NARROWEST, self._zoom))
        room = self.width() - 2 * _MARGIN - self.bar.width() - 2
        return max(_NARROWEST, min(1.0, room / self.device_width))

    def run_script(self, code: str, answer: Callable[[object], None] | None = None) -> None:
        """Run our own code beside the mail, in a world that the mail cannot see; ``answer`` gets its value."""
        if answer is None:
            self.page.runJavaScript(code, WORLD)
        else:
            self.page.runJavaScript(code, WORLD, answer)

    def shut_down(self) -> None:
        """Destroy the page before its profile; Qt crashes the other way round."""
        if self._open:
            self._open = False
            for watched in (self.view, self._frame):
                watched.removeEventFilter(self)
            self.view.hide()  # or it would be hidden later, and make itself another page for that
            shiboken6.delete(self.page)  # at once: a deferred deletion would come after the profile's

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the mail fitting."""
        super().resizeEvent(event)
        self._fit()

    @property
    def _exact_zoom(self) -> float:
        """The zoom at which whole pixels of the screen are exactly the device's width in the mail."""
        return round(self.device_width * self.zoom) / self.device_width

    def _load(self) -> None:
        html = in_scheme(self._mail.html, self.scheme)
        self.page.setUrl(self.mail_scheme.serve(with_html(self._mail, html)))

    def _fit(self) -> None:
        if not self._open:
            return
        self.view.setFixedWidth(round(self.device_width * self.zoom))
        zoom = self._exact_zoom
        self.view.setZoomFactor(zoom)
        if abs(self._told_zoom - zoom) > 1e-6:
            self._told_zoom = zoom
            self.zoomed.emit(zoom)
        self._size_changed(self.page.contentsSize())

    def _load_finished(self, good: bool) -> None:
        if inner := self.view.focusProxy():  # the engine makes it with the first document
            inner.installEventFilter(self)
        self.view.setZoomFactor(self._exact_zoom)  # a new document starts at the page's own
        self.loaded.emit(good)

    def _size_changed(self, size: QSizeF) -> None:
        hidden = max(0, round(size.height() - self.view.height()))
        self.bar.setPageStep(self.view.height())
        self.bar.setSingleStep(40)
        self.bar.blockSignals(True)  # the page knows best where it is
        self.bar.setRange(0, hidden)
        self.bar.blockSignals(False)
        self.bar.setEnabled(hidden > 0)
        self._scrolled(self.page.scrollPosition())  # told before the range was known, it could not be shown

    def _scrolled(self, position: QPointF) -> None:
        self.bar.blockSignals(True)
        self.bar.setValue(round(position.y()))
        self.bar.blockSignals(False)

    def _scroll_to(self, value: int) -> None:
        self.run_script(f"window.scrollTo(0, {value / self.zoom})")

    def _lay_out(self) -> None:
        self._frame = styled(QFrame(), "mail")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.view)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        row.setSpacing(0)
        row.addStretch()
        row.addWidget(self._frame)
        row.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(middle)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(self.bar)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the view's height: the bar's page is as high as what is seen. Ctrl and the wheel zoom."""
        if event.type() == QEvent.Type.Resize and watched is self.view:
            self._size_changed(self.page.contentsSize())
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and watched is self._frame:
            self.moved.emit()
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._frame.setProperty("focused", event.type() == QEvent.Type.FocusIn)
            restyle(self._frame)
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_stepped.emit(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)
