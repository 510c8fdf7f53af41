"""What was left as it is when templates moved, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.dialogs.brand_dialog import BrandDialog
from desktop.errors import explain
from desktop.language import current_language
from templates.errors import MailwrightError


class LeftDialog(BrandDialog):
    """One line for each template that could not be changed, and for each module that names another brand's files."""

    def __init__(
        self, moved: int, skipped: Sequence[object], modules: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._moved, self._modules = moved, tuple(modules)
        self._skipped = tuple(error for error in skipped if isinstance(error, MailwrightError))
        self.notes = QPlainTextEdit(readOnly=True)
        self.notes.setObjectName("notes")
        self.middle.addWidget(self.notes, 1)
        self.cancel.hide()
        self.setMinimumWidth(560)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Left as they are"))
        left = self.tr("Some things were left as they are:")
        self.title.setText(self.tr("%n template(s) changed", "", self._moved) if self._moved else left)
        self.about.setText(left)
        self.about.setVisible(bool(self._moved))
        lines = [explain(error, current_language()) for error in self._skipped]
        lines += [
            self.tr("{module} is shared, and goes on naming pictures of the brand from before.").format(module=module)
            for module in self._modules
        ]
        self.notes.setPlainText("\n".join(lines))
        self.notes.setAccessibleName(self.tr("Left as they are"))
        self.go.setText(self.tr("Close"))
