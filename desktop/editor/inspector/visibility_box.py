"""When the selected component is shown, and how often: the conditions and loops around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.editor.inspector.group_box import GroupBox
from desktop.editor.inspector.value_editor import LiveLine
from desktop.widgets import IconButton, Translated, button, label
from templates.source.expression import is_condition, is_loop
from templates.source.tree import Element, JinjaBlock, JinjaBranch, SourceTree


@dataclass(frozen=True)
class Around:
    """A tag around a component: the number of its block from the inside out, its first word, what it says."""

    block: int
    keyword: str
    expression: str


def tags_around(tree: SourceTree, element: Element) -> list[Around]:
    """The conditions and loops around a component, from the inside out; of a condition the branch it stands in."""
    found = []
    for number, block in enumerate(tree.blocks(element)):
        branch = branch_of(block, element)
        if branch is not None and block.keyword in {"if", "for"}:
            said = tree.text[slice(*tree.expression(branch.statement))]
            found.append(Around(number, branch.statement.keyword, said))
    return found


def branch_of(block: JinjaBlock, element: Element) -> JinjaBranch | None:
    """The branch of a block in which an element stands."""
    return next((branch for branch in block.branches if branch.start <= element.start < branch.end), None)


class TagRow(Translated, QWidget):
    """One condition or loop: what it says, and a button that takes it away."""

    said = Signal(int, str)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.around = Around(0, "if", "")
        self.title = label("caption")
        self.line = LiveLine(self._makes_sense)
        self.line.setObjectName("expression")
        self.line.said.connect(self._said)
        self.title.setBuddy(self.line)
        self.remove = IconButton("x", size=16)
        self.remove.clicked.connect(self._remove)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addLayout(row)

    def show_tag(self, around: Around) -> None:
        """Show another tag."""
        self.around = around
        self.line.show_text(around.expression)
        self.line.setVisible(around.keyword != "else")
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        words = {
            "if": self.tr("Shown only if"),
            "elif": self.tr("Shown otherwise, if"),
            "else": self.tr("Shown otherwise"),
            "for": self.tr("Repeated for each"),
        }
        self.title.setText(words.get(self.around.keyword, self.around.keyword))
        self.line.setAccessibleName(self.title.text())
        self.remove.name(self.tr("Remove: {name}").format(name=self.title.text()))

    def _said(self, text: str) -> None:
        if self._makes_sense(text):
            self.said.emit(self.around.block, text.strip())
        else:
            self.line.show_text("")
            self.line.show_text(self.around.expression)

    def _makes_sense(self, text: str) -> bool:
        return is_loop(text) if self.around.keyword == "for" else is_condition(text)

    def _remove(self) -> None:
        self.removed.emit(self.around.block)


class VisibilityBox(Translated, QWidget):
    """The tags around the selected component, and two buttons for new ones."""

    changed = Signal(int, str)
    removed = Signal(int)
    condition_wanted = Signal(str)
    loop_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.box = GroupBox()
        self.rows: list[TagRow] = []
        self.show_if, self.repeat = button(), button()
        self.line = LiveLine(_never)
        self.line.setObjectName("expression")
        self.line.hide()
        self.line.returnPressed.connect(self._entered)
        self._loop = False
        self.show_if.clicked.connect(self._ask_condition)
        self.repeat.clicked.connect(self._ask_loop)
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.always = label("muted", wrap=True)
        self._column.addWidget(self.always)
        self.box.place([(self._rows, False), (self.line, False), (self.show_if, True), (self.repeat, True)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.box)
        self.retranslate()

    def show_tags(self, tags: Sequence[Around]) -> None:
        """Show the tags around another component."""
        while len(self.rows) < len(tags):
            row = TagRow()
            row.said.connect(self.changed)
            row.removed.connect(self.removed)
            self.rows.append(row)
            self._column.addWidget(row)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(tags))
            if number < len(tags):
                row.show_tag(tags[number])
        self.always.setVisible(not tags)

    def flush(self) -> None:
        """Say what was typed in the tags there are; a tag that is not there yet waits for Enter."""
        for row in self.rows:
            if row.isVisibleTo(self):
                row.line.flush()

    def forget(self) -> None:
        """Another component: what was not entered is dropped with the question."""
        self.line.hide()
        self.line.clear()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.box.set_title(self.tr("Visibility"))
        self.always.setText(self.tr("Everybody sees it, once."))
        self.show_if.setText(self.tr("Show if…"))
        self.show_if.setToolTip(self.tr("Show it only if something is true"))
        self.repeat.setText(self.tr("Repeat…"))
        self.repeat.setToolTip(self.tr("Repeat it for each entry of a list"))
        self._name_line()

    def _ask_condition(self) -> None:
        self._ask(loop=False)

    def _ask_loop(self) -> None:
        self._ask(loop=True)

    def _ask(self, *, loop: bool) -> None:
        self._loop = loop
        self._name_line()
        self.line.show()
        self.line.setFocus()

    def _name_line(self) -> None:
        words = self.tr("Repeat for each: write “item in items” and press Enter")
        if not self._loop:
            words = self.tr("Show only if: write a condition and press Enter")
        self.line.setPlaceholderText("item in items" if self._loop else "contact.firstname")
        self.line.setAccessibleName(words)
        self.line.setToolTip(words)

    def _entered(self) -> None:
        text = self.line.text().strip()
        name, _, items = (part.strip() for part in text.partition(" in "))
        if not (is_loop(text) if self._loop else is_condition(text)):
            return
        loop = self._loop
        self.forget()
        if loop:
            self.loop_wanted.emit(name, items)
        else:
            self.condition_wanted.emit(text)


def _never(text: str) -> bool:
    return False
