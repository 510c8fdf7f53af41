"""One setting of the mail: an attribute of an element that there is once at most."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.editor.inspector.elided import ElidedLabel
from desktop.editor.inspector.value_editor import ValueEditor
from templates.source.inherited import Defaults
from templates.source.mail_settings import first
from templates.source.tree import SourceTree


class SettingRow(QWidget):
    """Title and editor."""

    wanted = Signal(str, str, object, bool)
    """Element, attribute, value (None: none), and whether it goes on with the change before."""

    def __init__(self, element: str, attribute: str, editor: ValueEditor, default: str = "") -> None:
        super().__init__()
        self.element, self.attribute, self.editor = element, attribute, editor
        self._default = default
        self.title = ElidedLabel("caption")
        self.title.setMinimumHeight(20)
        self.title.setBuddy(editor.main_control())
        editor.typed.connect(self._typed)
        editor.chosen.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(editor)

    def set_title(self, title: str) -> None:
        """Name the setting."""
        self.title.setText(title)
        self.editor.set_name(title)

    def show_setting(self, tree: SourceTree, defaults: Defaults) -> None:
        """Show what the mail says, or what holds without that."""
        element = first(tree, self.element)
        attribute = element.attribute(self.attribute) if element else None
        values = defaults.inherited(tree, element) if element else defaults.settings.get(self.element, {})
        inherited = values.get(self.attribute)
        self.editor.show_value(attribute.value if attribute else None, inherited.value if inherited else self._default)

    def _typed(self, value: object) -> None:
        self.wanted.emit(self.element, self.attribute, value, True)

    def _chosen(self, value: object) -> None:
        self.wanted.emit(self.element, self.attribute, value, False)
