"""Where the words of a link lead: typed, or one of the links that every mail has."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.dialogs.popup import Popup
from desktop.editor.inspector.link_editor import completed
from desktop.editor.text.labels import name_label
from desktop.widgets import GRID, button, label, spaced
from templates.source.clean_paste import is_link

LINKS = ("links.unsubscribe", "links.view_online", "links.preferences")


class LinkPopup(Popup):
    """``chosen`` gives the target as it is written; "" removes the link."""

    chosen = Signal(str)

    def __init__(self, target: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit(target)
        self.line.setMinimumWidth(300)
        self.line.setPlaceholderText("https://")
        self.line.returnPressed.connect(self._take)
        self.line.textEdited.connect(self._typed)
        self.hint = label("warning", wrap=True)
        self.hint.hide()
        self.apply, self.remove = button(primary=True), button(quiet=True)
        self.apply.clicked.connect(self._take)
        self.remove.clicked.connect(self._remove)
        self.remove.setVisible(bool(target))
        self.ready_made = [button(quiet=True) for _ in LINKS]
        for made, path in zip(self.ready_made, LINKS, strict=True):
            made.setProperty("path", path)
            made.clicked.connect(self._take_ready_made)
        self._lay_out()

    def _take(self) -> None:
        target = completed(self.line.text())
        if not target or not is_link(target):
            self.line.setProperty("wrong", True)
            self.hint.setText(self.tr("A link begins with https://, mailto: or tel:, or is a template tag."))
            self.hint.show()
            self.adjustSize()
            return
        self.accept()
        self.chosen.emit(target)

    def _typed(self) -> None:
        self.hint.hide()
        self.adjustSize()

    def _remove(self) -> None:
        self.accept()
        self.chosen.emit("")

    def _take_ready_made(self) -> None:
        path = self.sender().property("path")
        self.accept()
        self.chosen.emit(f"{{{{ {path} }}}}")

    def _lay_out(self) -> None:
        title, ready = label("caption"), label("caption")
        title.setText(self.tr("Link to"))
        title.setBuddy(self.line)
        ready.setText(self.tr("Links of every mail"))
        self.line.setAccessibleName(self.tr("Link to"))
        self.apply.setText(self.tr("Apply"))
        self.remove.setText(self.tr("Remove the link"))
        column = QVBoxLayout(self)
        spaced(column, GRID + 4, GRID)
        row = QHBoxLayout()
        row.addWidget(self.apply)
        row.addWidget(self.remove)
        row.addStretch()
        for widget in (title, self.line, self.hint):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(ready)
        for made, path in zip(self.ready_made, LINKS, strict=True):
            name = name_label(path)
            made.setText(name[:1].upper() + name[1:])
            made.setProperty("choice", True)
            column.addWidget(made)
