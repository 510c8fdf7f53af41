"""Where the words of a link lead: typed, or one of the links that every mail has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.dialogs.popup import Popup
from desktop.editor.inspector.link_editor import completed
from desktop.editor.text.labels import name_label
from desktop.merge_tags.chip_line import ChipLine
from desktop.merge_tags.tag_help import TagHelp
from desktop.widgets import GRID, IconButton, button, label, spaced
from templates.known_names import KnownName
from templates.source.clean_paste import is_link

LINKS = ("links.unsubscribe", "links.view_online", "links.preferences")


class LinkPopup(Popup):
    """``chosen`` gives the target as it is written; "" removes the link."""

    chosen = Signal(str)

    def __init__(self, target: str, parent: QWidget, names: Sequence[KnownName] = ()) -> None:
        """``names`` are what a tag may print there."""
        super().__init__(parent)
        self.line = ChipLine()
        self.line.setText(target)
        self.line.setMinimumWidth(300)
        self.tags = IconButton("braces")
        known = list(names)  # the function below must not hold this popup, or it would never go
        self.tag_help = TagHelp(self.line, lambda: known, self.tags, in_attribute=True)
        self.tag_help.picked.connect(self._insert_tag)
        self.tags.clicked.connect(self.tag_help.choose)
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

    def _insert_tag(self, tag: str) -> None:
        self.line.insert_tag(tag, apart=False)
        self.line.setFocus()
        self._typed()

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
        self.tags.name(self.tr("Insert a name"))
        self.apply.setText(self.tr("Apply"))
        self.remove.setText(self.tr("Remove the link"))
        column = QVBoxLayout(self)
        spaced(column, GRID + 4, GRID)
        row = QHBoxLayout()
        row.addWidget(self.apply)
        row.addWidget(self.remove)
        row.addStretch()
        target = QHBoxLayout()
        target.setSpacing(4)
        target.addWidget(self.line, 1)
        target.addWidget(self.tags)
        column.addWidget(title)
        column.addLayout(target)
        column.addWidget(self.hint)
        column.addLayout(row)
        column.addWidget(ready)
        for made, path in zip(self.ready_made, LINKS, strict=True):
            name = name_label(path)
            made.setText(name[:1].upper() + name[1:])
            made.setProperty("choice", True)
            column.addWidget(made)
