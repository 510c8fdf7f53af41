"""When the selected component is shown, and how often: the conditions and loops around it, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.dynamic.conditions.words import capital, tag_words
from desktop.dynamic.conditions.words_button import WordsButton
from desktop.editor.inspector.group_box import GroupBox
from desktop.widgets import GRID, IconButton, IconLabel, Translated, button, label
from templates.source.around import blocks_around, component_in
from templates.source.branches import branch_test
from templates.source.tree import Element, SourceTree


@dataclass(frozen=True)
class Other:
    """Another branch of a condition: what it says, and the id of its component (0: it shows nothing)."""

    keyword: str
    expression: str
    node: int


@dataclass(frozen=True)
class AroundRow:
    """A condition or loop around a component: its level from the inside out, the first word of its tag, what it says.

    ``own``: it is about this component alone.
    """

    level: int
    keyword: str
    expression: str
    own: bool = True
    others: tuple[Other, ...] = ()


def rows_around(tree: SourceTree, element: Element) -> list[AroundRow]:
    """The conditions and loops around a component, from the outside in."""
    return [
        AroundRow(
            level,
            one.statement.keyword,
            tree.text[slice(*tree.expression(one.statement))],
            one.own,
            tuple(
                Other(
                    other.statement.keyword,
                    branch_test(tree, other),
                    found.id if (found := component_in(tree, other)) else 0,
                )
                for number, other in enumerate(one.block.branches)
                if number != one.number
            ),
        )
        for level, one in reversed(list(enumerate(blocks_around(tree, element))))
    ]


class TagRow(Translated, QWidget):
    """One condition or loop: what it says, a button that takes it away, and what is shown otherwise."""

    wanted = Signal(int, str)
    """Its level and its keyword: it is to be changed."""
    removed = Signal(int, str)
    other_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.around = AroundRow(0, "if", "")
        self._segments: Mapping[str, str] = {}
        self.icon_if, self.icon_for = IconLabel("split", 16), IconLabel("repeat", 16)
        self.title, self.words = label("caption"), WordsButton()
        self.words.clicked.connect(self._want)
        self.remove = IconButton("x", size=16)
        self.remove.clicked.connect(self._remove)
        self.others: list[WordsButton] = []
        head, row = QHBoxLayout(), QHBoxLayout()
        for layout in (head, row):
            layout.setSpacing(4)
        for each in (self.icon_if, self.icon_for):
            head.addWidget(each)
        head.addWidget(self.title, 1)
        row.addWidget(self.words, 1)
        row.addWidget(self.remove)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        self._column.addLayout(row)

    def show_tag(self, around: AroundRow, segments: Mapping[str, str]) -> None:
        """Show another tag."""
        self.around, self._segments = around, segments
        self.icon_if.setVisible(around.keyword != "for")
        self.icon_for.setVisible(around.keyword == "for")
        while len(self.others) < len(around.others):
            made = WordsButton()
            made.clicked.connect(self._choose_other)
            self.others.append(made)
            self._column.addWidget(made)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        around = self.around
        titles = {
            "if": self.tr("Shown if"),
            "elif": self.tr("Shown otherwise, if"),
            "else": self.tr("Shown otherwise"),
            "for": self.tr("Repeated"),
        }
        title = titles.get(around.keyword, around.keyword)
        shared = self.tr("{title} (with others)").format(title=title)
        self.title.setText(title if around.own else shared)
        keyword = "if" if around.keyword == "elif" else around.keyword
        said = capital(tag_words(keyword, around.expression, self._segments, longest=0))
        self.words.say(said)
        self.words.setAccessibleName(self.tr("Change: {words}").format(words=f"{title}: {said}"))
        remove = self.tr("Keep only this one: {name}") if around.others else self.tr("Remove: {name}")
        self.remove.name(remove.format(name=f"{title}: {said}"))
        for number, one in enumerate(self.others):
            one.setVisible(number < len(around.others))
            if number < len(around.others):
                self._say_other(one, around.others[number])

    def _say_other(self, made: WordsButton, other: Other) -> None:
        words = tag_words("else" if not other.expression else "if", other.expression, self._segments, longest=0)
        made.setProperty("node", other.node)
        made.setEnabled(other.node > 0)
        made.say(self.tr("Alternative: {words}").format(words=words))
        made.setAccessibleName(self.tr("Select the alternative: {words}").format(words=words))

    def _want(self) -> None:
        self.wanted.emit(self.around.level, self.around.keyword)

    def _remove(self) -> None:
        self.removed.emit(self.around.level, self.around.keyword)

    def _choose_other(self) -> None:
        made = self.sender()
        if isinstance(made, WordsButton):
            self.other_chosen.emit(made.property("node"))


class VisibilityBox(Translated, QWidget):
    """The tags around the selected component, and two buttons for new ones."""

    wanted = Signal(int, str)
    """A condition ("if") or loop ("for") is to be changed: its level; -1: the component's own, or a new one."""
    removed = Signal(int, str)
    other_chosen = Signal(int)
    """The component of another branch is to be selected."""

    def __init__(self) -> None:
        super().__init__()
        self.box = GroupBox()
        self.rows: list[TagRow] = []
        self._own: set[str] = set()  # whether it has a condition and a loop for itself
        self.show_if, self.repeat = button(), button()
        self.show_if.clicked.connect(self._ask_condition)
        self.repeat.clicked.connect(self._ask_loop)
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID + 2)
        self.always = label("muted", wrap=True)
        self._column.addWidget(self.always)
        self.box.place([(self._rows, False), (self.show_if, False), (self.repeat, False)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.box)
        self.retranslate()

    def show_tags(self, tags: Sequence[AroundRow], segments: Mapping[str, str]) -> None:
        """Show the tags around another component; ``segments`` are their titles by id."""
        while len(self.rows) < len(tags):
            row = TagRow()
            row.wanted.connect(self.wanted)
            row.removed.connect(self.removed)
            row.other_chosen.connect(self.other_chosen)
            self.rows.append(row)
            self._column.addWidget(row)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(tags))
            if number < len(tags):
                row.show_tag(tags[number], segments)
        self.always.setVisible(not tags)
        own = {"for" if tag.keyword == "for" else "if" for tag in tags if tag.own}
        if own != self._own:
            self._own = own
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.box.set_title(self.tr("Visibility"))
        self.always.setText(self.tr("Everybody sees it, once."))
        add, change = self.tr("Add a condition…"), self.tr("Change the condition…")
        self.show_if.setText(change if "if" in self._own else add)
        self.show_if.setToolTip(self.tr("Show it to some people only, and something else to the others"))
        repeat, change = self.tr("Repeat for each…"), self.tr("Change the loop…")
        self.repeat.setText(change if "for" in self._own else repeat)
        self.repeat.setToolTip(self.tr("Repeat it for each entry of a list"))

    def _ask_condition(self) -> None:
        self.wanted.emit(-1, "if")

    def _ask_loop(self) -> None:
        self.wanted.emit(-1, "for")
