"""Failures that have no place of their own in the window, and faults of ours."""

from __future__ import annotations

import platform
import traceback
from types import TracebackType

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop import __version__
from desktop.errors import advice, what
from desktop.language import current_language
from desktop.widgets import GRID, IconLabel, Translated, button, label
from templates.errors import MailwrightError


class MessageDialog(Translated, QDialog):
    """One failure: what happened, where, what to do; ``report`` is for those who repair Mailwright."""

    def __init__(self, error: MailwrightError | None, report: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._error, self.report = error, report
        self.what, self.advice, self.place = (
            label("heading", wrap=True),
            label("", wrap=True),
            label("muted", wrap=True),
        )
        self._details = QPlainTextEdit(report, readOnly=True)
        self._details.setVisible(bool(report))
        self.copy_button, self._close = button(), button(primary=True)
        self.copy_button.setVisible(bool(report))
        self.copy_button.clicked.connect(self.copy_report)
        self._close.clicked.connect(self.accept)
        self._close.setDefault(True)
        self._lay_out()
        self.retranslate()

    def copy_report(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Mailwright"))
        if self._error is not None:
            self.what.setText(what(self._error, current_language()))
            self.advice.setText(advice(self._error, current_language()))
            self.place.setText(str(self._error.place or ""))
        else:
            self.what.setText(self.tr("Something went wrong in Mailwright itself."))
            self.advice.setText(self.tr("Nothing was lost; you can go on. Please send the report to the makers."))
        for each in (self.advice, self.place):
            each.setVisible(bool(each.text()))
        self._details.setAccessibleName(self.tr("Report"))
        self.copy_button.setText(self.tr("Copy report"))
        self._close.setText(self.tr("Close"))

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(GRID)
        for each in (self.what, self.advice, self.place, self._details):
            texts.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(IconLabel("triangle-alert", 24, QPalette.ColorRole.BrightText), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(row)
        column.addLayout(buttons)
        self.setMinimumWidth(480)


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """The text that helps to find a fault: versions and the traceback, no data of the user."""
    versions = f"Mailwright {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{versions}\n\n{''.join(traceback.format_exception(kind, error, trace))}"
