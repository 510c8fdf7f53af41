"""Two pictures side by side. What belongs together stays at the same height, however far it moved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.editor.history.picture_pane import PicturePane
from desktop.errors import advice, what
from desktop.language import current_language
from desktop.widgets import GRID, IconLabel, Translated, label, styled
from renderers.proofs.compare import Compared, Seen, counterpart
from templates.errors import MailwrightError


class PicturePair(Translated, QWidget):
    """Shows a ``Compared``; a text that makes no picture says why in its place."""

    moved = Signal()
    """``current`` or ``count`` is another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compared: Compared | None = None
        self.before, self.after = PictureHalf(added=False), PictureHalf(added=True)
        self.current = -1
        self._following = False
        splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=1)
        splitter.addWidget(self.before)
        splitter.addWidget(self.after)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        self.before.pane.verticalScrollBar().valueChanged.connect(self._before_scrolled)
        self.after.pane.verticalScrollBar().valueChanged.connect(self._after_scrolled)
        self.retranslate()

    @property
    def count(self) -> int:
        """How many differences there are."""
        return len(self._compared.bands) if self._compared else 0

    def show_compared(self, compared: Compared) -> None:
        """Show two pictures; the first difference is brought to sight."""
        self._compared = compared
        self.before.show_seen(compared.before, [band.before for band in compared.bands])
        self.after.show_seen(compared.after, [band.after for band in compared.bands])
        self.go(0)

    def show_failure(self, error: MailwrightError) -> None:
        """Say why there are no pictures at all."""
        self.show_compared(Compared(error, error))

    def wait(self) -> None:
        """Show that pictures are being taken."""
        self._compared = None
        for half in (self.before, self.after):
            half.wait()
        self.go(0)

    def go(self, number: int) -> None:
        """Bring a difference to sight (the first is 0)."""
        self.current = min(number, self.count - 1)
        for half in (self.before, self.after):
            half.pane.set_current(self.current)
        if self._compared is not None and self.current >= 0:
            band = self._compared.bands[self.current]
            self._following = True
            self.before.pane.go_to(band.before[0])
            self.after.pane.go_to(band.after[0])
            self._following = False
        self.moved.emit()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.before.pane.setAccessibleName(self.tr("Picture of what was before"))
        self.after.pane.setAccessibleName(self.tr("Picture of what is after"))

    def _before_scrolled(self) -> None:
        if not self._following and self._compared is not None:
            self._following = True
            row = counterpart(self._compared.bands, self.before.pane.row, to_after=True)
            self.after.pane.go_to(row)
            self._following = False

    def _after_scrolled(self) -> None:
        if not self._following:
            self._before_follows()

    def _before_follows(self) -> None:
        if self._compared is not None:
            self._following = True
            row = counterpart(self._compared.bands, self.after.pane.row, to_after=False)
            self.before.pane.go_to(row)
            self._following = False


class PictureHalf(Translated, QStackedWidget):
    """A picture, or what is said instead of it."""

    def __init__(self, *, added: bool) -> None:
        super().__init__()
        self.pane = PicturePane(added=added)
        self._error: MailwrightError | None = None
        self.words = label("muted", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.addWidget(self.pane)
        self.addWidget(self._spoken())
        self.wait()

    def show_seen(self, seen: Seen | MailwrightError, marks: list[tuple[int, int]]) -> None:
        """Show a picture, or why there is none."""
        self._error = seen if isinstance(seen, MailwrightError) else None
        self.pane.show_picture(seen if isinstance(seen, Seen) else None, marks)
        self.setCurrentIndex(0 if isinstance(seen, Seen) else 1)
        self.retranslate()

    def wait(self) -> None:
        """Say that the picture is being taken."""
        self._error = None
        self.pane.show_picture(None)
        self.setCurrentIndex(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        if self._error is None:
            self.words.setText(self.tr("Taking the picture…"))
        else:
            language = current_language()
            self.words.setText(f"{what(self._error, language)}\n{advice(self._error, language)}".strip())

    def _spoken(self) -> QWidget:
        page = styled(QWidget(), "stage")
        column = QVBoxLayout(page)
        column.setContentsMargins(4 * GRID, 4 * GRID, 4 * GRID, 4 * GRID)
        column.setSpacing(2 * GRID)
        column.addStretch()
        column.addWidget(IconLabel("images", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.words)
        column.addStretch()
        return page
