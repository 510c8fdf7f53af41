"""What is selected: its icon, its name, and the label that a designer gave it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.editor.inspector.value_editor import LiveLine
from desktop.models.component_names import component_icon, component_name
from desktop.widgets import GRID, IconLabel, Translated, label
from templates.source.tree import Element, SourceTree

LABELLED = frozenset(["mj-section", "mj-wrapper", "mj-hero"])


class ComponentIcon(IconLabel):
    """The icon of a component."""

    def __init__(self) -> None:
        super().__init__(component_icon("mjml"), 18)

    def show_component(self, name: str) -> None:
        """Be that of another component."""
        self._icon_name = component_icon(name)
        self._retint()


class InspectorHeader(Translated, QWidget):
    """The head of the panel."""

    renamed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.icon = ComponentIcon()
        self.title = label("heading")
        self.tag = label("muted")
        self.label = LiveLine(_never)  # a half-typed name is no name
        self.label.said.connect(self.renamed)
        self._name = ""
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.icon)
        row.addWidget(self.title)
        row.addStretch()
        row.addWidget(self.tag)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.label)
        self.retranslate()

    def show_component(self, tree: SourceTree, element: Element) -> None:
        """Name a component."""
        parent = tree.parent(element)
        styles = isinstance(parent, Element) and parent.name == "mj-attributes"
        self._show(element.name, "mj-attributes" if styles else element.name)
        self.label.setVisible(element.name in LABELLED)
        self.label.show_text(tree.name_of(element))

    def show_mail(self) -> None:
        """Nothing is selected: the panel is about the mail."""
        self._show("mjml", "")
        self.label.hide()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.title.setText(component_name(self._name) if self._name else "")
        self.label.setPlaceholderText(self.tr("Label, such as hero"))
        self.label.setAccessibleName(self.tr("Label of the section"))

    def _show(self, name: str, tag: str) -> None:
        self.tag.setText(tag)
        if name != self._name:
            self._name = name
            self.icon.show_component(name)
            self.title.setText(component_name(name))


def _never(text: str) -> bool:
    return False
