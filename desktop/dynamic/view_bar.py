"""Whom the mail is shown for, on the bar above the canvas: what is chosen, and the way to the next one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QWidget,
)

from desktop.dynamic.view_chooser import ViewChooser
from desktop.dynamic.viewing import Viewing
from desktop.errors import explain
from desktop.icons import icon
from desktop.language import current_language
from desktop.widgets import Translated, action_button, label
from templates.dynamic.contact_source import contact_title
from templates.errors import MailwrightError

STEPS = ("view.previous_recipient", "view.next_recipient")
_ICONS = {"data": "database", "whole": "layers", "segment": "users", "contact": "user"}
_LONGEST, _LEAST = 140, 40  # pixels of a name
_GAP = 6  # between icon and name


class _Shown(QComboBox):
    """Looks like every other choice on the bar; its list is the chooser."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.setIconSize(QSize(16, 16))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addItem("")

    def say(self, icon_name: str, text: str) -> None:
        """Show what is chosen."""
        self.setItemIcon(0, icon(icon_name))
        self.setItemText(0, text)
        self.setMaximumWidth(super().sizeHint().width() + _GAP)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the name with its icon; a long one asks for a part only, and takes more where there is room."""
        return self._hint(_LONGEST)

    def minimumSizeHint(self) -> QSize:
        """Room for the beginning of the name."""
        return self._hint(_LEAST)

    def _hint(self, most: int) -> QSize:
        whole, width = super().sizeHint(), self.fontMetrics().horizontalAdvance(self.currentText())
        return QSize(whole.width() + _GAP - max(0, width - most), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show as much of the name as there is room for, and an ellipsis for the rest."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self._elided(option.currentText, field.width() - option.iconSize.width() - _GAP)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _elided(self, text: str, width: int) -> str:
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)

    def showPopup(self) -> None:
        """Ask for the chooser in the place of a list."""
        self.wanted.emit()


class ViewBar(Translated, QWidget):
    """Says what is shown and opens the chooser; beside it the steps through segments or contacts."""

    resized = Signal()
    """It wants more or less room."""

    def __init__(self, viewing: Viewing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewing = viewing
        self.shown = _Shown()
        self.shown.wanted.connect(self.open_chooser)
        self.place = label("muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch()
        self._row.addWidget(self.shown)
        self._row.addWidget(self.place)
        self.steps: list[QToolButton] = []
        viewing.changed.connect(self.retranslate)
        viewing.failed.connect(self._failed)
        self.retranslate()

    def add_steps(self, actions: list[QAction]) -> None:
        """Take the buttons from the window's actions, once there is a window."""
        if self.steps or len(actions) != len(STEPS):
            return
        self.steps = [action_button(action) for action in actions]
        self._row.insertWidget(2, self.steps[0])
        self._row.addWidget(self.steps[1])
        self.retranslate()

    def open_chooser(self) -> ViewChooser | None:
        """Let the user choose whom the mail is shown for."""
        if self.viewing.live is None:
            return None
        chooser = ViewChooser(self.viewing, self.window())
        chooser.segments_wanted.connect(self._show_segments)
        chooser.file_wanted.connect(self.choose_file)
        chooser.show_below(self.shown)
        return chooser

    def choose_file(self) -> None:
        """Ask for a file with contacts."""
        workspace = self.viewing.workspace
        if workspace is None:
            return
        dialog = QFileDialog(self.window(), self.tr("Choose a contact file"), str(workspace.root))
        dialog.setNameFilter(self.tr("Contacts") + " (*.csv *.tsv *.txt *.json *.jsonl *.ndjson)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.viewing.choose_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_by_segment(self) -> None:
        """Show what the first segment gets; without any, offer to make one."""
        segments = self.viewing.segments()
        if segments:
            self.viewing.show_segments(segments[0].id)
        else:
            self._show_segments()

    def show_as_contact(self) -> None:
        """Show what a contact gets; without a file, let the user choose where contacts come from."""
        if self.viewing.source is not None:
            self.viewing.show_contact(self.viewing.contact_place)
        else:
            self.open_chooser()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme too: the icon is of its colour."""
        if event.type() == QEvent.Type.PaletteChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set every text anew."""
        said, tip = self._said(), self.tr("Whom the mail is shown for: {name}")
        self.shown.say(_ICONS[self.viewing.recipient.kind], said)
        self.shown.setToolTip(tip.format(name=said))
        self.shown.setAccessibleName(tip.format(name=said))
        position = self.viewing.position
        self.place.setText(self.tr("{number}/{count}").format(number=position.number, count=position.count))
        for each in (self.place, *self.steps):
            each.setVisible(position.count > 0)
        self.updateGeometry()
        self.resized.emit()

    # Inside

    def _said(self) -> str:
        recipient = self.viewing.recipient
        if recipient.kind == "contact":
            return contact_title(recipient.contact) or self.tr("Contact")
        if recipient.kind == "segment":
            return self._segments_said(recipient.segments)
        return self.tr("Whole mail") if recipient.kind == "whole" else self.tr("Data set")

    def _segments_said(self, ids: tuple[str, ...]) -> str:
        if len(ids) > 1:
            return self.tr("%n segments", "", len(ids))
        titles = {segment.id: segment.title for segment in self.viewing.segments()}
        return titles.get(ids[0], ids[0]) if ids else self.tr("In no segment")

    def _show_segments(self) -> None:
        action = self.window().findChild(QAction, "segments.show")
        if isinstance(action, QAction):
            action.trigger()

    def _failed(self, error: object) -> None:
        document = self.viewing.document
        if document is not None and isinstance(error, MailwrightError):
            document.notified.emit("error", explain(error, current_language()))
