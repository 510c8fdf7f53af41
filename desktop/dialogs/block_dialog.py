"""Asks for the condition under which a component is shown, or for the list for which it is repeated."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from desktop import structure
from desktop.document import OpenDocument
from desktop.main_window import MainWindow
from desktop.models.component_names import component_name
from desktop.widgets import GRID, Translated, button, label
from templates.known_names import KnownName, is_expression, is_name, known_names


class BlockDialog(Translated, QDialog):
    """One or two fields, checked while they are typed; what is no expression cannot be accepted."""

    def __init__(self, document: OpenDocument, node_id: int, names: Sequence[KnownName], parent: MainWindow) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._node, self._names = document, node_id, names
        self.heading, self.help, self.fault = label("heading", wrap=True), label("muted", wrap=True), label("danger")
        self.expression = QComboBox(editable=True)
        self.expression.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.expression.addItems(self.suggestions())
        self.expression.setCurrentText("")
        self.form = QFormLayout()
        self.form.setSpacing(GRID)
        self.ok, self.cancel = button(primary=True), button()
        self.ok.clicked.connect(self._accept)
        self.cancel.clicked.connect(self.reject)
        self.fill_form()
        self.expression.currentTextChanged.connect(self._check)
        buttons = QHBoxLayout()
        buttons.addWidget(self.fault, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for each in (self.heading, self.help):
            column.addWidget(each)
        column.addLayout(self.form)
        column.addSpacing(GRID)
        column.addLayout(buttons)
        self.setMinimumWidth(440)
        self.retranslate()
        self._check()

    def suggestions(self) -> list[str]:
        """What the list below the field offers."""
        raise NotImplementedError

    def fill_form(self) -> None:
        """Put the fields into ``form``."""
        raise NotImplementedError

    def is_complete(self) -> bool:
        """Whether what was typed can be used."""
        return is_expression(self.expression.currentText())

    def apply(self) -> None:
        """Make the edit."""
        raise NotImplementedError

    def component(self) -> str:
        """What the component is called."""
        element = structure.element_of(self._document, self._node)
        return component_name(element.name) if element else ""

    def retranslate(self) -> None:
        """Set the texts that both have."""
        self.cancel.setText(self.tr("Cancel"))
        self.ok.setText(self.tr("Apply"))
        self._check()

    def _check(self) -> None:
        complete, text = self.is_complete(), self.expression.currentText().strip()
        self.ok.setEnabled(complete)
        self.fault.setText(self.tr("This is not complete yet.") if text and not complete else "")

    def _accept(self) -> None:
        self.apply()
        self.accept()


class ConditionDialog(BlockDialog):
    """Show a component only if …"""

    def suggestions(self) -> list[str]:
        """Segments first, then what contacts and data say."""
        segments = [name.path for name in self._names if name.group == "segment"]
        values = [name.path for name in self._names if name.group in {"contact", "variable"} and not name.is_list]
        return [*segments, *(f'{path}|default("")' for path in values)]

    def fill_form(self) -> None:
        """One field, with the condition that is there."""
        self.form.addRow(self.expression)
        self.expression.setCurrentText(structure.condition_of(self._document, self._node))

    def apply(self) -> None:
        """Put the condition around the component, or in the place of the one that it has."""
        structure.set_condition(self._document, self.expression.currentText().strip(), self._node)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Show only if"))
        self.heading.setText(self.tr("Show only if: {name}").format(name=self.component()))
        self.help.setText(
            self.tr("A segment, a property of the contact or a variable; compare with == < > and, or, not.")
        )
        self.expression.setAccessibleName(self.tr("Condition"))


class LoopDialog(BlockDialog):
    """Repeat a component for each …"""

    def suggestions(self) -> list[str]:
        """The lists in the data."""
        return [name.path for name in self._names if name.is_list]

    def fill_form(self) -> None:
        """The list, and what one of it is called."""
        self.name = QLineEdit("item")
        self.name.textChanged.connect(self._check)
        self._list_label, self._name_label = label(), label()
        self.form.addRow(self._list_label, self.expression)
        self.form.addRow(self._name_label, self.name)
        self._list_label.setBuddy(self.expression)
        self._name_label.setBuddy(self.name)

    def is_complete(self) -> bool:
        """Both fields count."""
        return super().is_complete() and is_name(self.name.text())

    def apply(self) -> None:
        """Put the loop around the component."""
        structure.wrap_loop(self._document, self.name.text(), self.expression.currentText().strip(), self._node)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Repeat"))
        self.heading.setText(self.tr("Repeat for each: {name}").format(name=self.component()))
        self.help.setText(self.tr("Inside, write the name of one with a dot and what it has, such as item.price."))
        self._list_label.setText(self.tr("List"))
        self._name_label.setText(self.tr("Name of one"))
        for each, text in ((self.expression, self.tr("List")), (self.name, self.tr("Name of one"))):
            each.setAccessibleName(text)


def show_condition_dialog(window: MainWindow) -> BlockDialog | None:
    """Ask for the condition of the selected component."""
    return _show(window, ConditionDialog)


def show_loop_dialog(window: MainWindow) -> BlockDialog | None:
    """Ask for the list of the selected component."""
    return _show(window, LoopDialog)


def _show(window: MainWindow, kind: type[BlockDialog]) -> BlockDialog | None:
    document = window.document
    element = structure.element_of(document) if document else None
    if document is None or element is None:
        return None
    dialog = kind(document, element.id, known_names(document.workspace, document.name), window)
    dialog.open()
    return dialog
