"""A font stack: the brand's fonts, those that the mail loads, and stacks that every mail program has."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.value_editor import QuietCombo, ValueEditor

SAFE = (
    "Arial, Helvetica, sans-serif",
    "Helvetica, Arial, sans-serif",
    "Verdana, Geneva, sans-serif",
    "Tahoma, Geneva, sans-serif",
    "Trebuchet MS, Helvetica, sans-serif",
    "Georgia, Times New Roman, serif",
    "Times New Roman, Times, serif",
    "Palatino, Palatino Linotype, Book Antiqua, serif",
    "Courier New, Courier, monospace",
)
BRAND = {"body": "{{ brand.font.body }}", "heading": "{{ brand.font.heading }}"}
_OTHER = "\0"


def family(stack: str) -> str:
    """The first font of a stack."""
    return stack.partition(",")[0].strip().strip("\"'")


class FontEditor(ValueEditor):
    """A list of stacks, each set in its own font; "Other" writes the stack as text."""

    def __init__(self, context: MailContext) -> None:
        super().__init__(context)
        self.box = QuietCombo()
        self.box.activated.connect(self._activated)
        self.setFocusProxy(self.box)
        self._filled: tuple[str, ...] = ()
        self._written: str | None = None
        self._inherited = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        context.brand_changed.connect(self._show)

    def understands(self, value: str) -> bool:
        """Any stack, and the brand's."""
        return value in BRAND.values() or super().understands(value)

    def show_value(self, written: str | None, inherited: str) -> None:
        """Choose the written stack; what is inherited is grey."""
        self._written, self._inherited = written, inherited
        self._show()

    def main_control(self) -> QWidget:
        """The list."""
        return self.box

    def retranslate(self) -> None:
        """Name the list."""
        self.box.setAccessibleName(self.name)
        self._filled = ()
        self._show()

    def _show(self) -> None:
        self._fill()
        written = self._written
        resolved = self.context.resolved(self._inherited)
        self.box.show_choice(-1 if written is None else self.box.findData(written), family(resolved))
        self.box.setToolTip(self.context.resolved(written) if written else resolved)

    def _stacks(self) -> tuple[str, ...]:
        loaded = [f"{name}, Helvetica, Arial, sans-serif" for name in self.context.own_fonts()]
        brand = list(BRAND.values()) if self.context.brand else []
        stray = [self._written] if self._written else []
        return tuple(dict.fromkeys([*brand, *loaded, *SAFE, *stray]))

    def _fill(self) -> None:
        stacks = self._stacks()
        if stacks == self._filled:
            return
        self._filled = stacks
        self.box.clear()
        for stack in stacks:
            self.box.addItem(self._title(stack), stack)
            shown = QFont(family(self.context.resolved(stack)))
            shown.setPixelSize(13)
            self.box.setItemData(self.box.count() - 1, shown, Qt.ItemDataRole.FontRole)
            self.box.setItemData(self.box.count() - 1, self.context.resolved(stack), Qt.ItemDataRole.ToolTipRole)
        self.box.addItem(self.tr("Other…"), _OTHER)

    def _title(self, stack: str) -> str:
        shown = family(self.context.resolved(stack))
        if stack == BRAND["body"]:
            return self.tr("Brand, text: {font}").format(font=shown)
        if stack == BRAND["heading"]:
            return self.tr("Brand, headings: {font}").format(font=shown)
        return shown

    def _activated(self, index: int) -> None:
        stack = self.box.itemData(index)
        if stack == _OTHER:
            self._show()
            self.text_wanted.emit()
        else:
            self.chosen.emit(stack)
