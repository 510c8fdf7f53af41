"""Four values at once: the sides of a padding, the corners of a border."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.number_editor import NumberLine, parse_number, print_number
from desktop.editor.inspector.value_editor import ValueEditor
from desktop.widgets import IconButton, label
from templates.source.sides import NOTHING, Sides, read_sides, sides_of

_SIZE = 30


class SidesEditor(ValueEditor):
    """Four fields in a row, as one while they are linked. Says ``Sides``."""

    def __init__(self, context: MailContext, attribute: str, *, corners: bool = False) -> None:
        super().__init__(context)
        self.attribute, self._corners = attribute, corners
        self.lines = [NumberLine(self._makes_sense) for _ in Sides._fields]
        self._marks = [label("tiny") for _ in Sides._fields]
        self.link = IconButton("link-2", size=14)
        self.link.setCheckable(True)
        self.link.setChecked(corners)
        self.link.clicked.connect(self._linked)
        self._sides = NOTHING
        for line in self.lines:
            line.said.connect(self._said)
            line.stepped.connect(self._stepped)
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            line.setProperty("tight", True)
        self.setFocusProxy(self.lines[0])
        self._lay_out()

    def understands(self, value: str) -> bool:
        """One to four numbers."""
        sides = read_sides(value)
        return sides is not None and all(self._makes_sense(side) for side in sides)

    def show_value(self, written: str | None, inherited: str) -> None:
        """Show a shorthand alone."""
        self.show_sides({self.attribute: inherited if written is None else written}, pale=written is None)

    def show_sides(self, values: Mapping[str, str], *, pale: bool) -> None:
        """Show what the attributes make of the four sides; grey when none of it is written here."""
        sides = sides_of(values, self.attribute) or NOTHING
        if not any(line.hasFocus() for line in self.lines) and sides != self._sides:
            self.link.setChecked(len(set(sides)) == 1 and (self._corners or sides != NOTHING))
        self._sides = sides
        for line, side in zip(self.lines, sides, strict=True):
            shown = _short(side)
            line.setPlaceholderText(shown if pale else "0")
            line.show_number("" if pale else shown)

    def main_control(self) -> QWidget:
        """The first field."""
        return self.lines[0]

    def flush(self) -> None:
        """Say what was typed."""
        for line in self.lines:
            line.flush()

    def retranslate(self) -> None:
        """Name the fields."""
        names = (self.tr("top"), self.tr("right"), self.tr("bottom"), self.tr("left"))
        if self._corners:
            names = (self.tr("top left"), self.tr("top right"), self.tr("bottom right"), self.tr("bottom left"))
        short = (self.tr("T"), self.tr("R"), self.tr("B"), self.tr("L"))
        if self._corners:
            short = ("↖", "↗", "↘", "↙")
        for line, mark, name, letter in zip(self.lines, self._marks, names, short, strict=True):
            line.setAccessibleName(f"{self.name}: {name}")
            line.setToolTip(name)
            mark.setText(letter)
        self.link.name(self.tr("All four alike"))

    def _makes_sense(self, text: str) -> bool:
        parsed = parse_number(text)
        return parsed is not None and parsed[0] >= 0 and parsed[1] in {"", "px", "%"}

    def _said(self, text: str) -> None:
        self._say(self.sender(), text)

    def _say(self, line: object, text: str) -> None:
        at = next((index for index, one in enumerate(self.lines) if one is line), 0)
        parsed = parse_number(text)
        value = text.strip() or "0"
        if parsed is not None:
            unit = parsed[1] or (parse_number(self._sides[at]) or (0, ""))[1] or "px"
            value = f"{print_number(parsed[0])}{unit}" if parsed[0] else "0"
        sides = Sides(*[value] * 4) if self.link.isChecked() else self._sides._replace(**{Sides._fields[at]: value})
        self.typed.emit(sides)

    def _stepped(self, by: int) -> None:
        line = self.sender()
        if isinstance(line, NumberLine):
            number, unit = parse_number(line.text() or line.placeholderText()) or (0.0, "")
            line.say(f"{print_number(max(0.0, number + by))}{unit}")

    def _linked(self, linked: bool) -> None:
        if linked and len(set(self._sides)) > 1:
            self.chosen.emit(Sides(*[self._sides[0]] * 4))

    def _lay_out(self) -> None:
        self.link.setFixedSize(_SIZE, _SIZE)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        for column, (line, mark) in enumerate(zip(self.lines, self._marks, strict=True)):
            grid.addWidget(line, 0, column)
            grid.addWidget(mark, 1, column, Qt.AlignmentFlag.AlignHCenter)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.link, 0, 4)


def _short(value: str) -> str:
    """Pixels are what everybody means: they need no unit."""
    parsed = parse_number(value)
    return print_number(parsed[0]) if parsed and parsed[1] in {"", "px"} else value
