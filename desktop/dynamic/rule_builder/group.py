"""A group of rows and groups: how its parts count, the parts, and buttons for more."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.dynamic.rule_builder.draft import Branch, Draft, Kind, Path
from desktop.dynamic.rule_builder.part import Around, PartMenu, PartWidget
from desktop.dynamic.rule_builder.row import OtherRow, RuleRow
from desktop.dynamic.rule_builder.words import joined, kind_title
from desktop.editor.inspector.value_editor import QuietCombo
from desktop.icons import icon
from desktop.widgets import GRID, IconButton, button, label, styled
from templates.dynamic.rule.tree import Test

_GUTTER = 26  # pixels for the word between two parts


class GroupBox(PartWidget):
    """The outermost one has no frame and cannot be removed."""

    def __init__(self, *, outermost: bool = False) -> None:
        super().__init__()
        self._branch = Branch("all")
        self.parts: list[PartWidget] = []
        self._words: list[QLabel] = []
        self.kind = QuietCombo()
        self.kind.setProperty("plain", True)
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kind.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.kind.activated.connect(self._kind_chosen)
        self.menu = PartMenu(("up", "down", "duplicate", "enclose", "dissolve", "remove"))
        self.remove = IconButton("x", size=16)
        self.remove.setObjectName("small")
        self.menu.setVisible(not outermost)
        self.remove.setVisible(not outermost)
        self.empty = label("muted", wrap=True)
        self.add_row, self.add_group = button(quiet=True), button(quiet=True)
        for adding in (self.add_row, self.add_group):
            adding.setObjectName("add")
        self.menu.asked.connect(self.ask)
        self.remove.clicked.connect(self.ask_to_remove)
        self.add_row.clicked.connect(self._ask_for_row)
        self.add_group.clicked.connect(self._ask_for_group)
        self._lay_out(outermost=outermost)
        self.retranslate()

    def show_part(self, path: Path, part: Draft, around: Around) -> None:
        """Show another group. Widgets of parts of the same sort are kept, so that the keyboard stays where it is."""
        self.path = path
        if not isinstance(part, Branch):
            return
        self._branch = part
        for place, one in enumerate(part.parts):
            widget = self._widget(place, one)
            widget.show_part((*path, place), one, around)
        for place in reversed(range(len(part.parts), len(self.parts))):
            self._drop(place)
        self._refresh()

    def first(self) -> QWidget:
        """How its parts count."""
        return self.kind

    def widget_at(self, path: Path) -> PartWidget | None:
        """Return what shows the part at ``path`` below this group."""
        found: PartWidget | None = self
        for step in path:
            inside = found.parts if isinstance(found, GroupBox) else []
            found = inside[step] if step < len(inside) else None
        return found

    def retranslate(self) -> None:
        """Set every text anew."""
        self.kind.setAccessibleName(self.tr("How the conditions of this group count"))
        self.remove.name(self.tr("Remove the group"))
        self.add_row.setText(self.tr("Condition"))
        self.add_row.setAccessibleName(self.tr("Add a condition"))
        self.add_group.setText(self.tr("Group"))
        self.add_group.setAccessibleName(self.tr("Add a group"))
        self._refresh()

    def _refresh(self) -> None:
        outermost = not self.path
        self._list_kinds()
        for place, word in enumerate(self._words):
            word.setText(joined(self._branch.kind) if place else "")
        self.empty.setVisible(not self.parts)
        nobody = self.tr("An empty group does not count.")
        self.empty.setText(self.tr("No condition yet: everybody.") if outermost else nobody)
        self.kind.setVisible(not outermost or bool(self.parts))
        for each in (self.add_row, self.add_group):
            each.setIcon(icon("plus"))

    def _list_kinds(self) -> None:
        """“Not all” is offered where it is in use: people mix it up with “none”."""
        kinds: list[Kind] = [one for one in get_args(Kind) if one != "not_all" or self._branch.kind == one]
        self.kind.clear()
        for kind in kinds:
            self.kind.addItem(kind_title(kind), kind)
        self.kind.setCurrentIndex(kinds.index(self._branch.kind))

    # Parts

    def _widget(self, place: int, part: Draft) -> PartWidget:
        """Return a widget of the right sort for the part at ``place``: the one that is there, or a new one."""
        wanted = GroupBox if isinstance(part, Branch) else RuleRow if isinstance(part, Test) else OtherRow
        if place < len(self.parts) and type(self.parts[place]) is wanted:
            return self.parts[place]
        if place < len(self.parts):
            self._drop(place)
        made: PartWidget = wanted()
        made.changed.connect(self.changed)
        made.asked.connect(self.asked)
        self.parts.insert(place, made)
        self._words.insert(place, label("tiny"))
        self._place_parts()
        return made

    def _drop(self, place: int) -> None:
        for widget in (self.parts.pop(place), self._words.pop(place)):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._place_parts()

    def _place_parts(self) -> None:
        for row, (word, part) in enumerate(zip(self._words, self.parts, strict=True)):
            for column, each in enumerate((word, part)):
                self._grid.removeWidget(each)
                top = Qt.AlignmentFlag.AlignTop if each is word else Qt.AlignmentFlag(0)
                self._grid.addWidget(each, row, column, top)
            word.setContentsMargins(0, 9, 0, 0)  # in line with the row's fields

    # What the controls say

    def _kind_chosen(self, index: int) -> None:
        kind: Kind = self.kind.itemData(index)
        if kind != self._branch.kind:
            self._branch = Branch(kind, self._branch.parts)
            self.changed.emit(self.path, self._branch)

    def _ask_for_row(self) -> None:
        self.ask("add_row")

    def _ask_for_group(self) -> None:
        self.ask("add_group")

    def _lay_out(self, *, outermost: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.kind)
        head.addStretch()
        head.addWidget(self.menu)
        head.addWidget(self.remove)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnMinimumWidth(0, _GUTTER)
        self._grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.setContentsMargins(_GUTTER, 0, 0, 0)
        foot.addWidget(self.add_row)
        foot.addWidget(self.add_group)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.empty)
        column.addLayout(self._grid)
        column.addLayout(foot)
        if outermost:
            column.setContentsMargins(0, 0, 0, 0)
        else:
            styled(self, "rule-group")
            column.setContentsMargins(6, 4, 6, 4)
