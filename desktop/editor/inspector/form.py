"""The form of a component: made from the schema once, group by group, and shown for every such component since."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.editor.inspector.attribute_row import AttributeRow
from desktop.editor.inspector.change import CONTENT
from desktop.editor.inspector.editors import make_editor
from desktop.editor.inspector.element_state import TEXT, ElementState, type_anywhere
from desktop.editor.inspector.group_box import GroupBox
from desktop.editor.inspector.groups import DEPENDENT, REST, Group, groups_of
from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.text_editor import TextEditor
from desktop.widgets import Translated
from templates.source.attribute_type import AttributeType
from templates.source.schema import component


class ComponentForm(Translated, QWidget):
    """Rows for the attributes of one kind of component."""

    wanted = Signal(str, object, bool)
    arrived = Signal(str, object, object)
    reset = Signal(list)
    fixed = Signal(object)
    grown = Signal()
    """There are more rows."""

    def __init__(self, context: MailContext, name: str) -> None:
        super().__init__()
        self.context, self.name = context, name
        self.groups = groups_of(name)
        self.boxes: dict[str, GroupBox] = {}
        self.rows: dict[str, AttributeRow] = {}
        self._waiting = list(self.groups)
        self._state: ElementState | None = None
        self.strays: tuple[AttributeRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.stray_box = GroupBox()
        self.stray_box.hide()
        self._column.addWidget(self.stray_box)

    @property
    def is_complete(self) -> bool:
        """Whether every group is there; rows of a folded one are made when it is opened."""
        return not self._waiting

    def build_next(self) -> None:
        """Make the next group: a form is made in steps that nobody notices."""
        if self._waiting:
            group = self._waiting.pop(0)
            box = GroupBox(opened=self.context.folds.get(group.id, group.id != REST))
            box.set_title(group.title)
            box.setProperty("group", group.id)
            box.toggled.connect(self._toggled)
            self.boxes[group.id] = box
            if box.is_open:
                self._fill(group, box)
            self._column.addWidget(box)

    def show_state(self, state: ElementState) -> None:
        """Show a component of this kind."""
        self._state = state
        for group in self.groups:
            box = self.boxes.get(group.id)
            if box is not None and box.is_open != self.context.folds.get(group.id, group.id != REST):
                box.head.toggle()
        for row in self.rows.values():
            self._show(row, state)
        self._show_strays(state)
        self._count_rest(state)

    def flush(self) -> None:
        """Say what was typed and not said yet."""
        for row in (*self.rows.values(), *self.strays):
            row.flush()

    def retranslate(self) -> None:
        """Set every text anew."""
        for group in self.groups:
            if group.id in self.boxes:
                self.boxes[group.id].set_title(group.title)
        if self._state is not None:
            self._show_strays(self._state)
            self._count_rest(self._state)

    def _fill(self, group: Group, box: GroupBox) -> None:
        rows = [self._row(attribute) for attribute in group.attributes]
        box.place_rows(rows)
        self.rows.update((row.attribute, row) for row in rows)
        self.grown.emit()
        if self._state is not None:
            for row in rows:
                self._show(row, self._state)

    def _row(self, attribute: str, of_type: AttributeType | None = None) -> AttributeRow:
        of = component(self.name)
        of_type = of_type or (of.attributes.get(attribute, TEXT) if of else TEXT)
        words = attribute == CONTENT
        editor = TextEditor(self.context) if words else make_editor(self.context, self.name, attribute, of_type)
        row = AttributeRow(self.context, self.name, attribute, editor)
        row.wanted.connect(self.wanted)
        row.arrived.connect(self.arrived)
        row.reset.connect(self.reset)
        row.fixed.connect(self.fixed)
        return row

    def _show(self, row: AttributeRow, state: ElementState) -> None:
        row.setVisible(_matters(row.attribute, state))
        row.show_state(state)

    def _show_strays(self, state: ElementState) -> None:
        """Rows for what is written and belongs to no such component."""
        if tuple(row.attribute for row in self.strays) != state.unknown:
            for row in self.strays:
                row.hide()
                row.deleteLater()
            self.strays = tuple(self._row(name, type_anywhere(name)) for name in state.unknown)
            self.stray_box.place_rows(self.strays)
            self.grown.emit()
        self.stray_box.setVisible(bool(self.strays))
        self.stray_box.set_title(self.tr("Default styles") if state.is_open else self.tr("Not known to MJML"))
        for row in self.strays:
            row.show_state(state)

    def _count_rest(self, state: ElementState) -> None:
        """Say on the folded group how much of it is written."""
        box = self.boxes.get(REST)
        group = next((one for one in self.groups if one.id == REST), None)
        if box is not None and group is not None:
            count = sum(name in state.written for name in group.attributes)
            box.set_title(f"{group.title} · {count}" if count else group.title)

    def _toggled(self, opened: bool) -> None:
        box = self.sender()
        group = next((one for one in self.groups if isinstance(box, GroupBox) and self.boxes.get(one.id) is box), None)
        if group is None:
            return
        self.context.folds[group.id] = opened
        if opened and not any(attribute in self.rows for attribute in group.attributes):
            self._fill(group, self.boxes[group.id])


def _matters(attribute: str, state: ElementState) -> bool:
    """Whether an attribute means something for this component as it is."""
    if attribute == CONTENT:
        return state.words is not None  # formatted text is edited in the mail
    other = DEPENDENT.get(attribute)
    return other is None or attribute in state.written or bool(state.effective.get(other))
