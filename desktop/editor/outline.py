"""The outline: the parts of the mail as a tree. What the canvas does by mouse is here by key and by ear."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from weakref import WeakKeyDictionary

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop import structure
from desktop.context_menu import show_context_menu
from desktop.document import OpenDocument
from desktop.dynamic.conditions.known import segment_titles
from desktop.editor.outline_view import OutlineView
from desktop.editor.panel import DocumentPanel
from desktop.errors import explain
from desktop.jobs import Jobs
from desktop.language import current_language
from desktop.live import Checked, LiveView
from desktop.models.outline_item import Drop
from desktop.models.outline_model import OutlineModel
from desktop.models.outline_rows import RowMaker
from desktop.widgets import GRID, label, styled
from templates.source.marks import MARK
from templates.source.tree import Element, SourceTree

MENU = (
    *("structure.edit_text", "structure.rename", None),
    *("structure.cut", "structure.copy", "structure.paste", "structure.duplicate", None),
    *("structure.move_up", "structure.move_down", None),
    *("structure.condition", "structure.loop", "structure.unwrap", None),
    "structure.delete",
)
_MARKS = re.compile(rf"{MARK}(\d+)(?![\d-])")  # Outlook's copies of a class end in -outlook


class OutlinePanel(DocumentPanel):
    """The components of the document; selecting, moving, naming and dropping them."""

    edit_text = Signal(int)
    """Somebody wants to write in the component of that id."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "panel")
        self.search = QLineEdit(clearButtonEnabled=True)
        self.view = OutlineView()
        self.nothing = label("muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.nothing.hide()
        self.model = OutlineModel(self)
        self.view.setModel(self.model)
        self._maker = RowMaker()
        self._following = False
        self._shown: OpenDocument | None = None
        self._open_rows: WeakKeyDictionary[OpenDocument, list[int]] = WeakKeyDictionary()
        self.search.textChanged.connect(self._filter)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.view.activated.connect(self._activated)
        self.view.menu_wanted.connect(self._show_menu)
        self.model.dropped.connect(self._dropped)
        self.model.renamed.connect(self._renamed)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, 0)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        self.retranslate()

    def rename(self) -> None:
        """Let the name of the selected component be typed."""
        index = self.view.currentIndex()
        if index.isValid() and self.model.flags(index) & self.model.flags(index).ItemIsEditable:
            self.view.edit(index)

    def keyboard_target(self) -> QWidget:
        """The tree, not the filter above it."""
        return self.view

    def retranslate(self) -> None:
        """Set every text anew."""
        self.search.setPlaceholderText(self.tr("Filter"))
        self.search.setAccessibleName(self.tr("Filter the outline"))
        self.view.setAccessibleName(self.tr("Outline"))
        self.nothing.setText(self.tr("No part of the mail has these words."))
        self.model.retranslate()

    # What happens to the document

    def document_opened(self) -> None:
        """Show another document's components, open as they were when it was shown last."""
        if self._shown is not None:
            self._open_rows[self._shown] = self.view.open_rows()
        if self.document is not self._shown:
            self.search.clear()  # it was about the other mail
        self._shown = self.document
        self._following = True
        self.model.clear()
        self._following = False
        self._maker = RowMaker()
        if self.document is None:
            return
        self.document_parsed()
        for node_id in self._open_rows.get(self.document, []):
            self.view.expand(self.model.index_of(node_id))
        if self.live is not None and self.live.view is not None:
            self.mail_built(self.live.view)
        if self.live is not None and self.live.last_check is not None:
            self.mail_checked(self.live.last_check)

    def document_parsed(self) -> None:
        """Follow the tree."""
        if self.document is None:
            return
        tree = self.document.seen_tree
        self._following = True
        self.model.set_segments(segment_titles(self.document))
        self.model.set_rows(self._maker.rows(tree), tree, editable=self.document.editable)
        self._following = False
        if self.search.text():
            self._filter(self.search.text())
        self._show_selected(self.document.selected)

    def selection_moved(self, node_id: int, origin: str) -> None:
        """Show what is selected, wherever that was done."""
        if origin != "outline":
            self._show_selected(node_id)

    def mail_built(self, view: LiveView) -> None:
        """Count what the mail shows of each component."""
        counts: Counter[int] = Counter()
        for piece in view.mail.pieces:
            counts.update(_counted(piece))
        self.model.set_segments(segment_titles(self.document))
        self.model.set_counts(counts)

    def mail_checked(self, checked: Checked) -> None:
        """Mark the components with which something is wrong."""
        if self.document is None or checked.revision != self.document.revision:
            return
        tree, found = self.document.seen_tree, defaultdict[int, list[str]](list)
        for finding in checked.findings:
            found[_component_at(tree, finding.span.start)].append(explain(finding.error, current_language()))
        self.model.set_problems({id_: tuple(texts) for id_, texts in found.items()})

    # What somebody does here

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self.document is not None and not self._following:
            self.document.select(current.internalId() if current.isValid() else 0, "outline")

    def _filter(self, text: str) -> None:
        self.nothing.setHidden(self.view.set_filter(text))

    def _activated(self, index: QModelIndex) -> None:
        self.edit_text.emit(index.internalId())

    def _dropped(self, drop: Drop) -> None:
        if self.document is None:
            return
        if drop.node:
            structure.move_node(self.document, drop.node, drop.anchor, drop.where, origin="outline")
        else:
            structure.insert_block(self.document, drop.source, drop.anchor, drop.where, origin="outline")

    def _renamed(self, node_id: int, name: str) -> None:
        if self.document is not None:
            structure.rename_section(self.document, name, node_id)

    def _show_menu(self, at: QPoint) -> None:
        if self.document is not None and self.document.selected:
            show_context_menu(self.view, MENU, at)

    def _show_selected(self, node_id: int) -> None:
        index = self.model.index_of(node_id)
        if index == self.view.currentIndex():
            return
        self._following = True
        self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.scrollTo(index)
        self._following = False


@lru_cache(maxsize=1024)
def _counted(piece: str) -> Counter[int]:
    """How often each component's mark is in a piece of the mail. A piece that stays is not read again."""
    return Counter(int(match[1]) for match in _MARKS.finditer(piece))


def _component_at(tree: SourceTree, offset: int) -> int:
    node = tree.node_at(offset)
    while node is not None and not (isinstance(node, Element) and node.name.startswith("mj")):
        node = tree.parent(node)
    return node.id if node else 0
