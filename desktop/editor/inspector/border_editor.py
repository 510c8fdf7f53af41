"""A border: how wide, how drawn, in which colour."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.editor.inspector.colour_editor import ColourEditor
from desktop.editor.inspector.colours import css_colour, role_of
from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.names import option_name
from desktop.editor.inspector.number_editor import NumberEditor, parse_number
from desktop.editor.inspector.value_editor import QuietCombo, ValueEditor

STYLES = ("solid", "dashed", "dotted", "double")
_WORDS = re.compile(r"\{\{.*?\}\}|[\w-]+\([^)]*\)|\S+")


class Border(NamedTuple):
    """The three parts of a border, as they are written."""

    width: str
    style: str
    colour: str


NOTHING = Border("0", "solid", "black")


def read_border(value: str) -> Border | None:
    """The parts of a border, in whatever order they stand; None for what is none."""
    if value.strip() in {"", "none", "0"}:
        return NOTHING
    found: dict[str, str] = {}
    for word in _WORDS.findall(value):
        part = _part(word)
        if not part or part in found:
            return None
        found[part] = word
    if "width" not in found or "style" not in found:
        return None
    return Border(found["width"], found["style"], found.get("colour", NOTHING.colour))


def _part(word: str) -> str:
    parsed = parse_number(word)
    if parsed is not None and parsed[1] in {"", "px"}:
        return "width"
    if word in STYLES:
        return "style"
    return "colour" if role_of(word) or css_colour(word) is not None else ""


def print_border(border: Border) -> str:
    """The border as one value; none at all where it has no width."""
    parsed = parse_number(border.width)
    return " ".join(border) if parsed is None or parsed[0] else "none"


class BorderEditor(ValueEditor):
    """Three controls for one value."""

    def __init__(self, context: MailContext) -> None:
        super().__init__(context)
        self.thickness = NumberEditor(context, ("px",))
        self.style_box = QuietCombo()
        self.colour = ColourEditor(context, compact=True)
        for style in STYLES:
            self.style_box.addItem(option_name(style), style)
        self.thickness.typed.connect(self._width_typed)
        self.style_box.activated.connect(self._style_chosen)
        self.colour.typed.connect(self._colour_typed)
        self.colour.chosen.connect(self._colour_chosen)
        self._border = NOTHING
        self.setFocusProxy(self.thickness)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.thickness, 1)
        row.addWidget(self.style_box, 1)
        row.addWidget(self.colour)

    def understands(self, value: str) -> bool:
        """A border in one piece, the brand's colours too."""
        return read_border(value) is not None

    def show_value(self, written: str | None, inherited: str) -> None:
        """Show the parts; what is inherited is grey."""
        border = read_border(inherited if written is None else written) or NOTHING
        self._border, pale = border, written is None
        self.thickness.show_value(None if pale else border.width, border.width)
        self.style_box.show_choice(-1 if pale else STYLES.index(border.style), option_name(border.style))
        self.colour.show_value(None if pale or border == NOTHING else border.colour, border.colour)

    def main_control(self) -> QWidget:
        """The width."""
        return self.thickness.main_control()

    def flush(self) -> None:
        """Say what was typed."""
        self.thickness.flush()
        self.colour.flush()

    def retranslate(self) -> None:
        """Name the controls."""
        self.thickness.set_name(self.tr("{name}: width").format(name=self.name))
        self.style_box.setAccessibleName(self.tr("{name}: style").format(name=self.name))
        self.colour.set_name(self.tr("{name}: colour").format(name=self.name))
        for index, style in enumerate(STYLES):
            self.style_box.setItemText(index, option_name(style))

    def _width_typed(self, width: str | None) -> None:
        self.typed.emit(print_border(self._border._replace(width=width or "0")))

    def _style_chosen(self, index: int) -> None:
        border = self._border if self._border.width != "0" else self._border._replace(width="1px")
        self.chosen.emit(print_border(border._replace(style=self.style_box.itemData(index))))

    def _colour_typed(self, colour: str | None) -> None:
        self.typed.emit(self._with_colour(colour))

    def _colour_chosen(self, colour: str | None) -> None:
        self.chosen.emit(self._with_colour(colour))

    def _with_colour(self, colour: str | None) -> str | None:
        """A colour means that there shall be a border."""
        if colour is None:
            return None
        border = self._border if self._border.width != "0" else self._border._replace(width="1px")
        return print_border(border._replace(colour=colour))
