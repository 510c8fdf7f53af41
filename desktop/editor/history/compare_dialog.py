"""A comparison in a window of its own, with what can be decided about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.editor.history.compare import CompareView, Side
from desktop.jobs import Jobs
from desktop.widgets import GRID, Translated, button, styled
from templates.workspace import Workspace


@dataclass(frozen=True)
class Choice:
    """A button: ``text`` is marked for the translators in the context ``CompareDialog``."""

    id: str
    text: str
    primary: bool = False


class CompareDialog(Translated, QDialog):
    """Shows two sides; ``chosen`` says what was decided, closing decides nothing."""

    chosen = Signal(str)

    def __init__(
        self,
        jobs: Jobs,
        workspace: Workspace,
        template: str,
        sides: tuple[Side, Side],
        choices: Sequence[Choice] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._template, self._choices = template, tuple(choices)
        self.view = CompareView(jobs)
        self.buttons: dict[str, QPushButton] = {}
        self._close = button()
        self._close.clicked.connect(self.reject)
        self._lay_out()
        self.retranslate()
        self.view.show_pair(workspace, template, *sides)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Compare – {name}").format(name=self._template))
        self._close.setText(self.tr("Close"))
        for choice in self._choices:
            self.buttons[choice.id].setText(QCoreApplication.translate("CompareDialog", choice.text))

    def _lay_out(self) -> None:
        foot = styled(QWidget(), "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        row.setSpacing(GRID)
        row.addStretch()
        row.addWidget(self._close)
        for choice in self._choices:
            made = self.buttons[choice.id] = button(primary=choice.primary)
            made.setObjectName(choice.id)
            made.clicked.connect(self._clicked)
            row.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(foot)
        self.resize(1080, 720)

    def _clicked(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QPushButton):
            self.chosen.emit(chosen.objectName())
            self.accept()
