"""The mj-classes of a component: a menu of those that the mail's head defines."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.value_editor import ValueEditor
from desktop.widgets import button


class ClassEditor(ValueEditor):
    """Says the chosen classes, those that were there first."""

    def __init__(self, context: MailContext) -> None:
        super().__init__(context)
        self._classes: list[str] = []
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.button = button()
        self.button.setObjectName("menu")
        self.button.setMenu(self.menu)
        self.setFocusProxy(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)

    def show_value(self, written: str | None, inherited: str) -> None:
        """Name the classes."""
        self._classes = (written or "").split()
        # A button with a menu takes no padding on the left from a style sheet.
        self.button.setText("   " + (", ".join(self._classes) or self.tr("None")))

    def main_control(self) -> QWidget:
        """The button."""
        return self.button

    def retranslate(self) -> None:
        """Name the button."""
        self.button.setAccessibleName(self.name)

    def _fill(self) -> None:
        self.menu.clear()
        known = self.context.classes()
        for name in [*known, *(one for one in self._classes if one not in known)]:
            action = self.menu.addAction(name)
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name in self._classes)
            action.triggered.connect(self._toggled)
        if not self.menu.actions():
            self.menu.addAction(self.tr("The head of this mail defines no classes.")).setEnabled(False)

    def _toggled(self) -> None:
        chosen = [action.data() for action in self.menu.actions() if action.isChecked()]
        kept = [name for name in self._classes if name in chosen]
        self.chosen.emit(" ".join([*kept, *(name for name in chosen if name not in kept)]) or None)
