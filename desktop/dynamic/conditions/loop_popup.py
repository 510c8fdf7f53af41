"""The popup in which people say for which list a component is repeated: what an entry is called, how many at most."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from desktop import structure_conditions as verbs
from desktop.dialogs.popup import Popup
from desktop.document import OpenDocument
from desktop.dynamic.conditions.head import PopupHead
from desktop.dynamic.conditions.known import Known, ListChoice, known_in
from desktop.dynamic.conditions.notes import Notes
from desktop.dynamic.conditions.placing import fit
from desktop.dynamic.conditions.words import capital, loop_words
from desktop.widgets import GRID, button, label, rule, spaced
from templates.known_names import is_expression, is_name
from templates.source.loop import Loop, loop_of
from templates.source.tree import Element

WIDTH = 400
_MOST = 999
_SHOWN = 6  # fields


class LoopPopup(Popup):
    """Shows the loop of one component; ``level`` as in structure_conditions. The button makes the edit."""

    data_wanted = Signal()
    """The user wants to see the data."""

    def __init__(
        self,
        document: OpenDocument,
        node_id: int,
        parent: QWidget,
        *,
        level: int | None = None,
        data: str | Mapping[str, Any] = "default",
    ) -> None:
        """``data`` is the data set whose lists are offered."""
        super().__init__(parent)
        self.document, self.level, self._node, self._data = document, level, node_id, data
        self.known = Known()
        self.head, self.notes = PopupHead(), Notes()
        self.items = QComboBox(editable=True)
        self.items.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name, self.limit = QLineEdit(), QSpinBox(maximum=_MOST)
        self.items_label, self.name_label, self.limit_label = label(), label(), label()
        self.fields, self.fault = label("muted", wrap=True), label("danger", wrap=True)
        self.remove, self.data, self.ok = button(quiet=True), button(quiet=True), button(primary=True)
        self._rest = ""
        self._named_by_hand = False
        self._lay_out()
        self._connect()
        self.setFixedWidth(WIDTH)
        self._fill()
        self.retranslate()

    @property
    def element(self) -> Element | None:
        """The component that the popup is about, in the tree of the text as it is now."""
        node = self.document.tree.node(self._node)
        return node if isinstance(node, Element) else None

    @property
    def loop(self) -> Loop:
        """What the fields say."""
        limit = self.limit.value() or None
        return Loop(self.name.text().strip(), self.items.currentText().strip(), limit, self._rest)

    def first(self) -> QWidget:
        """What the keyboard goes to."""
        return self.items

    def is_complete(self) -> bool:
        """Whether the fields make a loop."""
        loop = self.loop
        named = all(is_name(one.strip()) for one in loop.name.split(","))
        return is_expression(loop.items) and named and loop_of(loop.text) is not None

    def retranslate(self) -> None:
        """Set every text; the popup does not live long enough for another language."""
        self.head.ask(self.tr("Repeat for each entry of a list"))
        self.items_label.setText(self.tr("List"))
        self.name_label.setText(self.tr("Name of one"))
        self.limit_label.setText(self.tr("At most"))
        self.limit.setSpecialValueText(self.tr("all of them"))
        self.items.setAccessibleName(self.items_label.text())
        self.name.setAccessibleName(self.name_label.text())
        self.limit.setAccessibleName(self.limit_label.text())
        self.remove.setText(self.tr("Show it once"))
        self.data.setText(self.tr("Edit the data"))
        there = self.remove.isVisibleTo(self)
        self.ok.setText(self.tr("Apply") if there else self.tr("Repeat"))
        self.setAccessibleName(self.head.question.text())
        self._check()

    def _fill(self) -> None:
        """Show the loop that is there, else the first list of the data."""
        element, tree = self.element, self.document.tree
        if element is None:
            return
        self.known = known_in(self.document, element, self._data)
        self.head.show_component(tree, element)
        self.items.addItems([one.path for one in self.known.lists])
        around = verbs.loop_around(tree, element, self.level)
        loop = loop_of(tree.text[slice(*tree.expression(around.statement))]) if around else None
        self.remove.setVisible(around is not None)
        self._named_by_hand = loop is not None
        first = next((one.path for one in self.known.lists), "")
        self.items.setCurrentText(loop.items if loop else first)
        self.name.setText(loop.name if loop else singular(first))
        self.limit.setValue(loop.limit or 0 if loop else 0)
        self._rest = loop.rest if loop else ""

    def _check(self) -> None:
        """Say what would come of it."""
        element = self.element
        if element is None:
            self.reject()
            return
        complete, loop = self.is_complete(), self.loop
        self.ok.setEnabled(complete)
        self.fault.setText(self.tr("This is not complete yet.") if loop.items and not complete else "")
        self.fault.setVisible(bool(self.fault.text()))
        found = next((one for one in self.known.lists if one.path == loop.items), None)
        self.fields.setText(self._fields(found, loop))
        self.fields.setVisible(bool(self.fields.text()))
        self.data.setVisible(not self.known.lists)
        source = f"{{% for {loop.text} %}}x{{% endfor %}}" if complete else ""
        said = loop_words(loop.text, longest=0) if complete else ""
        self.notes.show_loop(
            self.document.tree, element, source, who=self._count(found, loop, said), trouble=self._missing(found)
        )
        fit(self)

    def _fields(self, found: ListChoice | None, loop: Loop) -> str:
        if not self.known.lists:
            return self.tr("The data set of this template has no list yet.")
        if found is None:
            return ""
        if not found.fields:
            return self.tr("Inside, {{{{ {name} }}}} writes an entry.").format(name=loop.name)
        names = ", ".join(f"{loop.name}.{one}" for one in found.fields[:_SHOWN])
        more = ", …" if len(found.fields) > _SHOWN else ""
        return self.tr("Inside, texts may use {names}").format(names=names + more)

    def _count(self, found: ListChoice | None, loop: Loop, said: str) -> str:
        if not said or found is None:
            return capital(said)
        shown = found.rows if loop.limit is None else min(found.rows, loop.limit)
        return self.tr("%n time(s) with the current data: {loop}.", "", shown).format(loop=said)

    def _missing(self, found: ListChoice | None) -> str:
        items = self.loop.items
        if found is not None or not items or not self.known.lists or not re.fullmatch(r"[\w.]+", items):
            return ""
        return self.tr("The data set has no list “{name}”: with it the mail cannot be made.").format(name=items)

    def _list_chosen(self) -> None:
        if not self._named_by_hand:
            self.name.setText(singular(self.items.currentText()))
        self._check()

    def _name_typed(self) -> None:
        self._named_by_hand = True

    def _apply(self) -> None:
        if self.is_complete():
            verbs.set_loop(self.document, self.loop, self._node, level=self.level)
            self.accept()

    def _remove(self) -> None:
        verbs.remove_loop(self.document, self._node, level=self.level)
        self.accept()

    def _connect(self) -> None:
        self.items.currentTextChanged.connect(self._list_chosen)
        self.name.textEdited.connect(self._name_typed)
        self.name.textChanged.connect(self._check)
        self.limit.valueChanged.connect(self._check)
        self.name.returnPressed.connect(self._apply)
        self.ok.clicked.connect(self._apply)
        self.remove.clicked.connect(self._remove)
        self.data.clicked.connect(self.data_wanted)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(GRID)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.limit.lineEdit().setTextMargins(GRID, 0, 0, 0)
        for name, field in (
            (self.items_label, self.items),
            (self.name_label, self.name),
            (self.limit_label, self.limit),
        ):
            name.setBuddy(field)
            form.addRow(name, field)
        self.ok.setDefault(True)
        buttons = QHBoxLayout()
        for each in (self.remove, self.data):
            each.setAutoDefault(False)
            buttons.addWidget(each)
        buttons.addStretch()
        buttons.addWidget(self.ok)
        column = QVBoxLayout(self)
        spaced(column, 2 * GRID, GRID)
        column.addWidget(self.head)
        column.addLayout(form)
        for part in (self.fields, self.fault, rule(), self.notes):
            column.addWidget(part)
        column.addLayout(buttons)


def singular(path: str) -> str:
    """Return a name for one entry of a list: of ``order.lines`` it is ``line``; ``item`` where nothing else fits."""
    last = re.split(r"\W+", path.strip('"]'))[-1]
    for ending, one in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if last.endswith(ending) and len(last) > len(ending) + 1:
            name = last.removesuffix(ending) + one
            return name if is_name(name) else "item"
    return f"one_{last}" if is_name(f"one_{last}") and last else "item"
