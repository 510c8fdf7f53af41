"""Says when the engine of some clients is not on this computer, and leads to adding it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.widgets import GRID, Translated, button, label, styled
from renderers.engines.offers import NAMES
from renderers.render.cast import STAND_IN


class EngineNotice(Translated, QFrame):
    """Hidden as long as every client has its engine; of several missing ones, that of most clients is named."""

    install_wanted = Signal(str)
    """The engine's name for people."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "engine-notice")
        self._missing: Mapping[str, int] = {}
        self.line, self.install = label("", wrap=True), button(quiet=True)
        self.install.clicked.connect(self._want)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self.line, 1)
        row.addWidget(self.install)
        self.hide()
        self.retranslate()

    def show_missing(self, missing: Mapping[str, int]) -> None:
        """Tell how many of the clients each missing engine has."""
        self._missing = missing
        self.retranslate()
        self.setVisible(bool(missing))

    def retranslate(self) -> None:
        """Set every text anew."""
        engine = self._engine
        count = self._missing.get(engine, 0)
        pattern = self.tr("{engine} is not installed: %n of these clients is(are) drawn by {other} instead.", "", count)
        self.line.setText(pattern.format(engine=engine, other=NAMES[STAND_IN]))
        self.install.setText(self.tr("Install…"))
        self.install.setAccessibleName(self.tr("Install {engine}").format(engine=engine))

    @property
    def _engine(self) -> str:
        return max(self._missing, key=lambda name: self._missing[name], default="")

    def _want(self) -> None:
        self.install_wanted.emit(self._engine)
