"""Which A/B version is open, and the way to the others. Hidden for a template that has only one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.editor.history import ab_verbs
from desktop.editor.panel import DocumentPanel
from desktop.errors import explain
from desktop.jobs import Jobs
from desktop.language import current_language
from desktop.widgets import IconLabel
from templates.ab_versions import FOLDER, AbVersion
from templates.errors import MailwrightError


class AbSwitch(DocumentPanel):
    """A button that names the open version; its menu opens another."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QToolButton()
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu = QMenu(self)
        self.menu.triggered.connect(self._chosen)
        self.button.setMenu(self.menu)
        self._group = QActionGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(IconLabel("flask-conical", 16))
        row.addWidget(self.button)
        self.retranslate()

    def document_opened(self) -> None:
        """Show its versions."""
        self.refresh()

    def side_edited(self, name: str) -> None:
        """The list may be another."""
        if name.startswith(FOLDER):
            self.refresh()

    def refresh(self) -> None:
        """List the versions."""
        listed = ab_verbs.versions(self.document) if self.document else ()
        self.menu.clear()
        for version in listed:
            action = QAction(_shown(version), self._group, checkable=True)
            action.setData(version.letter)
            action.setChecked(version.is_open)
            action.setEnabled(self.document is not None and self.document.editable)
            self.menu.addAction(action)
            if version.is_open:
                self.button.setText(f"{_shown(version)}  ▾")
        self.setVisible(bool(listed))

    def retranslate(self) -> None:
        """Set every text anew."""
        self.button.setToolTip(self.tr("A/B version"))
        self.button.setAccessibleName(self.tr("A/B version"))

    def _chosen(self, action: QAction) -> None:
        if self.document is None:
            return
        try:
            ab_verbs.open_(self.document, action.data())
        except MailwrightError as error:
            self.document.notified.emit("error", explain(error, current_language()))


def _shown(version: AbVersion) -> str:
    """A name may hold what Qt takes for the mark of an access key."""
    return ab_verbs.title(version).replace("&", "&&")
