"""The choice of a colour: the brand's roles first, then what the mail uses, then every colour there is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.editor.inspector.colours import css_colour, reference, role_of
from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.names import role_name
from desktop.editor.inspector.swatch_button import SwatchButton
from desktop.editor.inspector.value_editor import LiveLine
from desktop.widgets import GRID, button, label, spaced, styled

_COLUMNS = 7
_ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_COLUMNS,
    Qt.Key.Key_Down: _COLUMNS,
}


class Swatches(QWidget):
    """Colours in rows; the arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, colours: Iterable[tuple[str, str, str]], current: str) -> None:
        """``colours`` are values, what they look like, and their names."""
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        self.buttons: list[SwatchButton] = []
        for number, (value, shown, name) in enumerate(colours):
            swatch = SwatchButton(26)
            swatch.setProperty("value", value)
            swatch.setCheckable(True)
            swatch.setChecked(value == current)
            swatch.show_colour(css_colour(shown))
            swatch.setToolTip(f"{name}\n{shown}" if name != shown else name)
            swatch.setAccessibleName(name)
            swatch.clicked.connect(self._clicked)
            grid.addWidget(swatch, number // _COLUMNS, number % _COLUMNS)
            self.buttons.append(swatch)
        grid.setColumnStretch(_COLUMNS, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next one."""
        at = next((number for number, one in enumerate(self.buttons) if one.hasFocus()), None)
        step = _ARROWS.get(Qt.Key(event.key()))
        if at is None or step is None:
            super().keyPressEvent(event)
            return
        self.buttons[max(0, min(len(self.buttons) - 1, at + step))].setFocus()

    def _clicked(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, SwatchButton):
            self.chosen.emit(chosen.property("value"))


class ColourPopup(QFrame):
    """Opens under a swatch, in its window, and is gone when a colour is chosen or something else is clicked.

    The value "" means no colour of its own.
    """

    chosen = Signal(str)
    more_wanted = Signal()
    closed = Signal()

    def __init__(self, context: MailContext, current: str, anchor: QWidget) -> None:
        super().__init__(anchor.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        styled(self, "popup")
        self.setAutoFillBackground(True)
        self._anchor = anchor
        role = role_of(current)
        roles = [(reference(name), shown, role_name(name)) for name, shown in context.brand_colours().items()]
        self.brand = Swatches(roles, reference(role) if role else "")
        self.used = Swatches([(colour, colour, colour) for colour in context.used_colours()], current.lower())
        self.line = LiveLine()
        self.line.show_text(context.resolved(current) if role else current)
        self.more, self.none = button(), button(quiet=True)
        self.brand.chosen.connect(self._choose)
        self.used.chosen.connect(self._choose)
        self.line.returnPressed.connect(self._take_line)
        self.more.clicked.connect(self._take_more)
        self.none.clicked.connect(self._take_none)
        self._lay_out()

    def open(self) -> None:
        """Show below the anchor, inside the window."""
        self.adjustSize()
        window, anchor = self._anchor.window(), self._anchor
        spot = anchor.mapTo(window, QPoint(0, anchor.height() + 4))
        if spot.y() + self.height() > window.height():
            spot.setY(anchor.mapTo(window, QPoint(0, 0)).y() - self.height() - 4)
        spot.setX(max(0, min(spot.x(), window.width() - self.width() - GRID)))
        spot.setY(max(0, min(spot.y(), window.height() - self.height())))
        self.move(spot)
        self.show()
        self.raise_()
        swatches = [*self.brand.buttons, *self.used.buttons]
        chosen = next((one for one in swatches if one.isChecked()), None)
        (chosen or next(iter(swatches), self.line)).setFocus()
        window.installEventFilter(self)  # of the window alone: one of the application in Python brings Qt down
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close at a click that nothing else in the window took."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.close()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click between the colours is none elsewhere."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the focus back."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._focus_moved)
        self._anchor.window().removeEventFilter(self)
        if self.isAncestorOf(QApplication.focusWidget() or self):
            self._anchor.setFocus()
        self.closed.emit()
        super().closeEvent(event)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Close when something else is used."""
        if new is not None and new is not self and not self.isAncestorOf(new):
            self.close()

    def _choose(self, value: str) -> None:
        self.close()
        self.chosen.emit(value)

    def _take_line(self) -> None:
        self._choose(self.line.text().strip())

    def _take_none(self) -> None:
        self._choose("")

    def _take_more(self) -> None:
        self.close()
        self.more_wanted.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, GRID + 4, GRID)
        for title, swatches in ((self.tr("Brand"), self.brand), (self.tr("In this mail"), self.used)):
            if swatches.buttons:
                heading = label("caption")
                heading.setText(title)
                column.addWidget(heading)
                column.addWidget(swatches)
        self.line.setAccessibleName(self.tr("Colour"))
        self.line.setPlaceholderText("#rrggbb")
        column.addWidget(self.line)
        self.more.setText(self.tr("More colours…"))
        self.none.setText(self.tr("No colour of its own"))
        column.addWidget(self.more)
        column.addWidget(self.none)
