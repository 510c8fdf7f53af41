"""Values that are chosen rather than typed: yes or no, a date, a colour, an address that can be opened."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QDate, QUrl
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtWidgets import QCalendarWidget, QColorDialog, QVBoxLayout, QWidget

from desktop.dialogs.popup import Popup
from desktop.editor.data.field import FieldEditor, LineField
from desktop.editor.inspector.link_editor import completed
from desktop.editor.inspector.swatch_button import SwatchButton
from desktop.editor.inspector.value_editor import QuietCombo
from desktop.widgets import IconButton, restyle
from templates.data.editors import MISSING

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OPENED = frozenset(["http", "https", "mailto"])


class YesNoField(FieldEditor):
    """Yes, no, or nothing said."""

    def __init__(self) -> None:
        super().__init__()
        self.choice = QuietCombo()
        for value in (True, False, None):
            self.choice.addItem("", value)
        self.choice.activated.connect(self._chosen)
        self.row.addWidget(self.choice, 1)
        self.setFocusProxy(self.choice)

    def show_value(self, value: Any, default: str) -> None:
        """Show the choice; without one what stands in its place."""
        self.choice.show_choice({True: 0, False: 1}.get(value, -1) if isinstance(value, bool) else -1, default)

    def main_control(self) -> QWidget:
        """The choice."""
        return self.choice

    def retranslate(self) -> None:
        """Set every text anew."""
        self.choice.setAccessibleName(self.name)
        for index, text in enumerate((self.tr("Yes"), self.tr("No"), self.tr("No value"))):
            self.choice.setItemText(index, text)

    def _chosen(self, index: int) -> None:
        value = self.choice.itemData(index)
        self.said.emit(MISSING if value is None else value, False)


class DateField(LineField):
    """A day as 2026-11-22, typed or chosen in a calendar; what stands behind it, a time say, stays."""

    def __init__(self) -> None:
        super().__init__("date")
        self.open = IconButton("calendar", size=16)
        self.open.setObjectName("small")
        self.open.clicked.connect(self.show_calendar)
        self.row.addWidget(self.open)
        self.popup: Popup | None = None

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.open.setToolTip(self.tr("Choose a day…"))
        self.open.setAccessibleName(self.tr("{name}: choose a day").format(name=self.name))

    def show_calendar(self) -> None:
        """Open the calendar at the day that is written, or today."""
        popup = Popup(self)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setAccessibleName(self.name)
        day = QDate.fromString(self.line.text()[:10], "yyyy-MM-dd")
        calendar.setSelectedDate(day if day.isValid() else QDate.currentDate())
        calendar.activated.connect(self._day_chosen)
        calendar.clicked.connect(self._day_chosen)
        column = QVBoxLayout(popup)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(calendar)
        popup.show_below(self.open)
        calendar.setFocus()
        self.popup = popup
        popup.finished.connect(self._popup_closed)

    def _popup_closed(self) -> None:
        self.popup = None

    def _day_chosen(self, day: QDate) -> None:
        written = self.line.text()
        rest = written[10:] if _DAY.match(written) else ""
        if self.popup is not None:
            self.popup.accept()
        self.said.emit(day.toString("yyyy-MM-dd") + rest, False)


class UrlField(LineField):
    """An address, and a button that opens it in the browser."""

    def __init__(self) -> None:
        super().__init__("url")
        self.line.editingFinished.connect(self._complete)
        self.open = IconButton("external-link", size=14)
        self.open.setObjectName("small")
        self.open.clicked.connect(self._open)
        self.row.addWidget(self.open)

    def show_value(self, value: Any, default: str) -> None:
        """Show the address; one that leads nowhere is marked."""
        super().show_value(value, default)
        url = QUrl(self.line.text().strip(), QUrl.ParsingMode.StrictMode)
        there = url.isValid() and url.scheme() in _OPENED and bool(url.host() or url.path())
        self.open.setEnabled(there)
        wrong = bool(self.line.text().strip()) and not there and "{" not in self.line.text()
        if self.line.property("wrong") != wrong:
            self.line.setProperty("wrong", wrong)
            restyle(self.line)
        self.line.setToolTip(self.tr("An address begins with https:// or mailto:.") if wrong else "")

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.open.setToolTip(self.tr("Open in the browser"))
        self.open.setAccessibleName(self.tr("{name}: open in the browser").format(name=self.name))

    def _complete(self) -> None:
        whole = completed(self.line.text())
        if whole != self.line.text() and isinstance(self._value, str):
            self.said.emit(whole, True)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self.line.text().strip()))


class ColourField(LineField):
    """A colour: typed, or chosen among all; the mail shows it while it is tried."""

    def __init__(self) -> None:
        super().__init__("colour")
        self.swatch = SwatchButton(24)
        self.swatch.clicked.connect(self.choose)
        self.row.insertWidget(0, self.swatch)
        self.dialog: QColorDialog | None = None

    def show_value(self, value: Any, default: str) -> None:
        """Show swatch and value."""
        super().show_value(value, default)
        colour = QColor(self.line.text().strip() or default)
        self.swatch.show_colour(colour if colour.isValid() else None)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.swatch.setToolTip(self.tr("Choose a colour…"))
        self.swatch.setAccessibleName(self.tr("{name}: choose").format(name=self.name))

    def choose(self) -> None:
        """Offer every colour there is."""
        self._before = self._value
        self.dialog = QColorDialog(QColor(self.line.text() or "#ffffff"), self)
        self.dialog.currentColorChanged.connect(self._tried)
        self.dialog.rejected.connect(self._untried)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _tried(self, colour: QColor) -> None:
        self.said.emit(colour.name(), True)

    def _untried(self) -> None:
        self.said.emit(self._before, True)
