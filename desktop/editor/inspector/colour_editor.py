"""A colour: a swatch that opens the choice, and the value as text or as the name of a brand's role."""

from __future__ import annotations

from PySide6.QtGui import QColor, QHideEvent
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QPushButton, QWidget

from desktop.editor.inspector.colour_popup import ColourPopup
from desktop.editor.inspector.colours import as_hex, css_colour, role_of
from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.names import role_name
from desktop.editor.inspector.swatch_button import SwatchButton
from desktop.editor.inspector.value_editor import LiveLine, ValueEditor
from desktop.widgets import GRID


class ColourEditor(ValueEditor):
    """A colour of the brand by its role, or any other."""

    half = True

    def __init__(self, context: MailContext, *, compact: bool = False) -> None:
        """``compact`` shows the swatch alone."""
        super().__init__(context)
        self._compact = compact
        self.swatch = SwatchButton()
        self.swatch.clicked.connect(self.open_popup)
        self.line = LiveLine(self._makes_sense)
        self.line.said.connect(self._said)
        self.chip = QPushButton()
        self.chip.setObjectName("chip")
        self.chip.clicked.connect(self.open_popup)
        self.chip.hide()
        self.popup: ColourPopup | None = None
        self._target = context.target
        self._before: str | None = None
        self._written: str | None = None
        self._inherited = ""
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID - 2)
        row.addWidget(self.swatch)
        row.addWidget(self.line, 1)
        row.addWidget(self.chip, 1)
        context.brand_changed.connect(self._show)

    def understands(self, value: str) -> bool:
        """Any colour, and the brand's."""
        return bool(role_of(value)) or super().understands(value)

    def show_value(self, written: str | None, inherited: str) -> None:
        """Show swatch and value; what is inherited is grey."""
        self._written, self._inherited = written, inherited
        if self._target != self.context.target:  # another component
            self._target = self.context.target
            self.close_popup()
        self._show()

    def main_control(self) -> QWidget:
        """The line, or the chip in its place."""
        if self._compact:
            return self.swatch
        return self.line if self.chip.isHidden() else self.chip

    def flush(self) -> None:
        """Say what was typed."""
        self.line.flush()

    def retranslate(self) -> None:
        """Name the controls."""
        self.line.setAccessibleName(self.name)
        self.swatch.setAccessibleName(self.tr("{name}: choose").format(name=self.name))
        self._show()

    def open_popup(self) -> None:
        """Offer the brand's colours, those of the mail, and all the others."""
        self.popup = popup = ColourPopup(self.context, self._written or self._inherited, self.swatch)
        popup.chosen.connect(self._chosen)
        popup.more_wanted.connect(self._all_colours)
        popup.closed.connect(self._popup_closed)
        popup.open()

    def close_popup(self) -> None:
        """Offer nothing any more."""
        if self.popup is not None:
            self.popup.close()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is offered goes with what it is for."""
        super().hideEvent(event)
        self.close_popup()

    def _popup_closed(self) -> None:
        self.popup = None

    def _show(self) -> None:
        value = self._inherited if self._written is None else self._written
        role = role_of(self._written or "")
        self.swatch.show_colour(css_colour(self.context.resolved(value)) if value else None)
        self.line.show_text(self._written or "")
        self.line.setPlaceholderText(self._placeholder())
        self.chip.setVisible(bool(role) and not self._compact)
        self.line.setVisible(not role and not self._compact)
        self.swatch.setToolTip(role_name(role.rpartition(".")[2]) if role else value or self.tr("Choose a colour…"))
        if role:
            self.chip.setText(role_name(role.rpartition(".")[2]))
            resolved = self.context.resolved(self._written or "")
            self.chip.setToolTip(f"{self._written}\n{resolved}")
            self.chip.setAccessibleName(
                self.tr("{name}: brand colour {role}").format(name=self.name, role=self.chip.text())
            )

    def _placeholder(self) -> str:
        role = role_of(self._inherited)
        return role_name(role.rpartition(".")[2]) if role else self._inherited or self.tr("None")

    def _makes_sense(self, text: str) -> bool:
        return not text or css_colour(as_hex(text)) is not None

    def _said(self, text: str) -> None:
        self.typed.emit(as_hex(text) or None)

    def _all_colours(self) -> None:
        """Every colour there is; the mail shows them while they are tried, and the old one again on Cancel."""
        before = self._written or self._inherited
        self.colour_dialog = QColorDialog(css_colour(self.context.resolved(before)) or QColor("#ffffff"), self)
        self._before = self._written
        self.colour_dialog.currentColorChanged.connect(self._tried)
        self.colour_dialog.rejected.connect(self._untried)
        self.colour_dialog.finished.connect(self.colour_dialog.deleteLater)
        self.colour_dialog.open()

    def _tried(self, colour: QColor) -> None:
        self.typed.emit(colour.name())

    def _untried(self) -> None:
        self.typed.emit(self._before)

    def _chosen(self, value: str) -> None:
        self.chosen.emit(value or None)
