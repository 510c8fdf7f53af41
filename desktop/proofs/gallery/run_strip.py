"""One sentence above the pictures where their run did not come to its end, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.proofs.gallery.words import counted
from desktop.widgets import GRID, IconLabel, Translated, button, label, styled
from templates.store.run_facts import RunFacts

_OFFERED = ("resume", "give_up", "retry")


class RunStrip(Translated, QWidget):
    """Hidden where a run is whole."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "trouble")
        self._actions = actions
        self._facts: RunFacts | None = None
        self.text = label("", wrap=True)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 4, GRID, 4)
        row.setSpacing(GRID)
        row.addWidget(IconLabel("triangle-alert", 16, QPalette.ColorRole.BrightText))
        row.addWidget(self.text, 1)
        for name in _OFFERED:
            self.buttons[name] = button()
            self.buttons[name].clicked.connect(actions[name].trigger)
            row.addWidget(self.buttons[name])
        self.hide()

    def show_run(self, facts: RunFacts | None) -> None:
        """Say what is missing of this run."""
        self._facts = facts
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        said = self._said()
        self.setVisible(bool(said))
        self.text.setText(said)
        for name, made in self.buttons.items():
            made.setText(self._actions[name].text())
            made.setVisible(self._actions[name].isEnabled())

    def _said(self) -> str:
        facts = self._facts
        if facts is None:
            return ""
        left = counted.left(facts.left) if facts.left else ""
        failed = counted.failed(facts.failed) if facts.failed else ""
        missing = ", ".join(filter(None, (left, failed)))
        if facts.run.is_interrupted():
            return self.tr("This run was interrupted: {missing}. Nothing was charged for those.").format(
                missing=missing or counted.left(0)
            )
        if facts.run.state == "running":
            return ""
        if facts.run.state == "stopped" and left:
            return self.tr("This run was stopped: {missing}. Nothing was charged for those.").format(missing=missing)
        if missing:
            return self.tr("This run is not whole: {missing}. Nothing was charged for those.").format(missing=missing)
        return ""
