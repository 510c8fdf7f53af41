"""The head of a popup: what is asked, and of which component."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.editor.inspector.header import ComponentIcon
from desktop.models.component_names import component_name
from desktop.models.outline_rows import spelled
from desktop.widgets import GRID, label
from templates.source.tree import Element, SourceTree


class PopupHead(QWidget):
    """A question in large, and the component's icon and name."""

    def __init__(self) -> None:
        super().__init__()
        self.icon, self.question, self.name = ComponentIcon(), label("heading"), label("muted")
        names = QHBoxLayout()
        names.setSpacing(GRID - 2)
        names.addWidget(self.icon)
        names.addWidget(self.name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.question)
        column.addLayout(names)

    def ask(self, question: str) -> None:
        """Set the question."""
        self.question.setText(question)

    def show_component(self, tree: SourceTree, element: Element) -> None:
        """Name the component that it is about."""
        self.icon.show_component(element.name)
        named = tree.name_of(element)
        name = component_name(element.name)
        self.name.setText(f"{name} · {spelled(named)}" if named else name)
