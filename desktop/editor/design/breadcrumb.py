"""The way from the mail to the selected component: Mail › Section › Column › Text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.models.component_names import component_name
from desktop.widgets import GRID, IconLabel, Translated, styled
from templates.source.tree import Element, SourceTree


class Breadcrumb(Translated, QWidget):
    """One button for each component on the way; the last one is the selected one."""

    chosen = Signal(int)
    """The id of a component."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "trail")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID, 2, GRID, 2)
        self._row.setSpacing(0)
        self._row.addStretch()
        self.setFixedHeight(32)
        self._way: tuple[tuple[int, str, str], ...] = ()
        self.buttons: list[QToolButton] = []
        self._parts: list[QWidget] = []
        self.retranslate()

    def show_way(self, tree: SourceTree, element: Element | None) -> None:
        """Show the way to a component; None shows that to the mail alone."""
        way = tuple((one.id, one.name, tree.name_of(one)) for one in way_to(tree, element))
        if way != self._way:
            self._way = way
            self._fill()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("Path to the selected component"))
        self._fill()

    def _fill(self) -> None:
        focused = any(each.hasFocus() for each in self.buttons)
        for old in self._parts:
            old.hide()
            old.deleteLater()
        self.buttons = [self._button(*each) for each in self._way]
        self._parts = []
        for button in self.buttons:
            if self._parts:
                self._parts.append(IconLabel("chevron-right", 14))
            self._parts.append(button)
        for place, part in enumerate(self._parts):
            self._row.insertWidget(place, part)
        if focused and self.buttons:
            self.buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, node_id: int, name: str, section: str) -> QToolButton:
        made = QToolButton()
        text = self.tr("Mail") if name == "mj-body" else component_name(name)
        made.setText(f"{text} · {section}" if section else text)
        made.setAccessibleName(self.tr("Select: {name}").format(name=made.text()))
        made.setProperty("node", node_id)
        made.setProperty("here", node_id == self._way[-1][0])
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(self._clicked)
        return made

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.chosen.emit(button.property("node"))


def way_to(tree: SourceTree, element: Element | None) -> list[Element]:
    """Return the components around ``element`` from the body inwards, itself last."""
    if element is None:
        return list(tree.elements("mj-body")[:1])
    around = [node for node in tree.ancestors(element) if isinstance(node, Element) and node.name != "mjml"]
    return [*reversed(around), element]
