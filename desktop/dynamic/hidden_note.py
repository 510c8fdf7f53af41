"""Says that the component at hand is not in the mail that is shown, and offers to show the whole mail."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.dynamic.viewing import Viewing
from desktop.live import LiveView
from desktop.widgets import GRID, IconLabel, Translated, button, label, styled
from templates.dynamic.view import WHOLE
from templates.source.around import blocks_around
from templates.source.schema import component
from templates.source.tree import Element, SourceTree


class HiddenNote(Translated, QWidget):
    """Hidden itself while the component is in the mail, or while nobody knows yet."""

    turned = Signal()
    """It came or went: there is more or less room now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "notice")
        self.viewing: Viewing | None = None
        self.text, self.show_whole = label("", wrap=True), button()
        self.show_whole.setObjectName("small-button")
        self.show_whole.clicked.connect(self._show_whole)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, GRID, 3)
        row.setSpacing(GRID)
        row.addWidget(IconLabel("eye-off", 16))
        row.addWidget(self.text, 1)
        row.addWidget(self.show_whole)
        self.hide()
        self.retranslate()

    def show_for(self, viewing: QObject | None, node_id: int) -> None:
        """Be about a component of the document that ``viewing`` shows; 0 is none."""
        self.viewing = viewing if isinstance(viewing, Viewing) else None
        document = self.viewing.document if self.viewing else None
        view = self.viewing.live.view if self.viewing and self.viewing.live else None
        if document is not None and node_id and view is not None and view.revision != document.revision:
            return  # the next mail says it
        gone = False
        if document is not None and view is not None and node_id:
            tree = document.seen_tree
            node = tree.node(node_id)
            gone = isinstance(node, Element) and is_hidden(view, tree, node)
        if gone == self.isHidden():
            self.setVisible(gone)
            self.turned.emit()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.text.setText(self.tr("Hidden for whom the mail is shown now"))
        self.show_whole.setText(self.tr("Show the whole mail"))

    def _show_whole(self) -> None:
        if self.viewing is not None:
            self.viewing.show_whole()


def is_hidden(view: LiveView, tree: SourceTree, element: Element) -> bool:
    """Whether a condition keeps a component out of the mail. False for what leaves no mark in the mail."""
    known = component(element.name)
    if view.shown.recipient == WHOLE or known is None or "css-class" not in known.attributes:
        return False
    around = [element, *(node for node in tree.ancestors(element) if isinstance(node, Element))]
    if not any(not one.is_loop for each in around for one in blocks_around(tree, each)):
        return False
    return re.search(rf"\bmw-n-{element.id}\b", view.mail.html) is None
