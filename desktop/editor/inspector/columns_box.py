"""The columns of a row: how they share its width, and layouts to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QToolButton, QWidget

from desktop.editor.inspector.group_box import GroupBox
from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.number_editor import NumberEditor, parse_number, print_number
from desktop.widgets import IconButton, Translated, label
from templates.source.columns import column_widths, columns, fixed_number
from templates.source.tree import Element, SourceTree

LAYOUTS: tuple[tuple[float, ...], ...] = (
    (100,),
    (50, 50),
    (100 / 3,) * 3,
    (25,) * 4,
    (100 / 3, 200 / 3),
    (200 / 3, 100 / 3),
    (25, 75),
    (75, 25),
    (25, 50, 25),
)
_CLOSE = 0.6  # percent: 33 is meant as a third


class LayoutButton(QToolButton):
    """A layout, drawn."""

    def __init__(self, widths: Sequence[float]) -> None:
        super().__init__()
        self.widths = tuple(widths)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(QSize(44, 32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and the columns on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        role = QPalette.ColorRole.Accent if self.isChecked() else QPalette.ColorRole.PlaceholderText
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(group, role))
        area, gap = QRectF(self.rect()).adjusted(8, 9, -8, -9), 2.0
        room, left = area.width() - gap * (len(self.widths) - 1), area.left()
        for width in self.widths:
            part = room * width / 100
            painter.drawRoundedRect(QRectF(left, area.top(), part, area.height()), 1.5, 1.5)
            left += part + gap


class ColumnsBox(Translated, QWidget):
    """Shown for mj-section and mj-group."""

    layout_wanted = Signal(tuple)
    widths_wanted = Signal(tuple)
    add_wanted = Signal()

    def __init__(self, context: MailContext) -> None:
        super().__init__()
        self._context = context
        self.box = GroupBox()
        self.layouts = [LayoutButton(widths) for widths in LAYOUTS]
        self.add = IconButton("plus", size=16)
        self.add.clicked.connect(self.add_wanted)
        self.note = label("muted", wrap=True)
        self.caption = label("caption")
        self.fields: list[NumberEditor] = []
        self._widths: tuple[float, ...] = ()
        self._free = True
        self._field_row = QHBoxLayout()
        self._lay_out()
        self.retranslate()

    def show_row(self, tree: SourceTree, row: Element, container: float) -> None:
        """Show the columns of a section or group; ``container`` is its width in pixels."""
        self._widths = tuple(column_widths(tree, row, container))
        self._free = fixed_number(tree, row) and not any(one.name == "mj-group" for one in columns(tree, row))
        for button in self.layouts:
            same = len(button.widths) == len(self._widths)
            near = same and all(abs(a - b) < _CLOSE for a, b in zip(button.widths, self._widths, strict=True))
            button.setChecked(near)
            button.setEnabled(self._free or same)
        self.note.setVisible(not self._free)
        self._show_fields()

    def flush(self) -> None:
        """Say what was typed."""
        for field in self.fields:
            field.flush()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.box.set_title(self.tr("Columns"))
        self.add.name(self.tr("Add a column"))
        self.caption.setText(self.tr("Widths in %"))
        self.note.setText(self.tr("A condition, a loop or a group decides how many columns there are."))
        for button in self.layouts:
            words = " · ".join(f"{width:.0f} %" for width in button.widths)
            button.setToolTip(words)
            button.setAccessibleName(self.tr("%n column(s)", "", len(button.widths)) + f": {words}")
        for number, field in enumerate(self.fields, 1):
            field.set_name(self.tr("Width of column {number}").format(number=number))

    def _show_fields(self) -> None:
        count = len(self._widths) if len(self._widths) > 1 else 0
        while len(self.fields) < count:
            field = NumberEditor(self._context, ("%",), bare=True)
            field.typed.connect(self._typed)
            field.set_name(self.tr("Width of column {number}").format(number=len(self.fields) + 1))
            self.fields.append(field)
            self._field_row.addWidget(field, 1)
        self._strip.setVisible(bool(count))
        self.caption.setVisible(bool(count))
        for number, field in enumerate(self.fields):
            field.setVisible(number < count)
            if number < count:
                field.show_value(f"{print_number(round(self._widths[number], 1))}%", "")

    def _typed(self, value: object) -> None:
        """The column beside it gives or takes what this one gets."""
        at = next((number for number, field in enumerate(self.fields) if field is self.sender()), 0)
        parsed = parse_number(str(value)) if value else None
        if parsed is None:
            return
        widths = list(self._widths)
        beside = at + 1 if at + 1 < len(widths) else at - 1
        both = widths[at] + widths[beside]
        widths[at] = max(1.0, min(parsed[0], both - 1))
        widths[beside] = both - widths[at]
        self.widths_wanted.emit(tuple(widths))

    def _chosen(self) -> None:
        button = self.sender()
        if isinstance(button, LayoutButton):
            self.layout_wanted.emit(button.widths)
            button.setChecked(True)  # a click on the layout there is changes nothing

    def _lay_out(self) -> None:
        rows: list[tuple[QWidget, bool]] = []
        buttons: list[QAbstractButton] = [*self.layouts, self.add]
        for start in range(0, len(buttons), 5):
            strip = QWidget()
            row = QHBoxLayout(strip)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            for button in buttons[start : start + 5]:
                row.addWidget(button)
            row.addStretch()
            rows.append((strip, False))
        for layout in self.layouts:
            layout.clicked.connect(self._chosen)
        self._strip = QWidget()
        self._strip.setLayout(self._field_row)
        self._field_row.setContentsMargins(0, 0, 0, 0)
        self._field_row.setSpacing(4)
        self.box.place([*rows, (self.caption, False), (self._strip, False), (self.note, False)])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.box)
