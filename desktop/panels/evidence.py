"""Where a value was found, how sure that is, and what else could be meant: a button with a menu of candidates."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.widgets import IconButton, Translated
from templates.brand.evidence import Candidate

_USER = "user"
_LONGEST = 44


class EvidenceButton(Translated, IconButton):
    """Hidden when there is no evidence."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("list-checks", parent, size=16)
        self._field = ""
        self._candidates: Sequence[Candidate] = ()
        self._value = ""
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.triggered.connect(self._triggered)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.hide()

    def offer(self, candidates: Sequence[Candidate], value: str) -> None:
        """Offer these; ``value`` is the one in use."""
        self._candidates, self._value = candidates, value
        self.setVisible(bool(candidates))

    def name_for(self, field: str) -> None:
        """Say which field it belongs to."""
        self._field = field
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.name(self.tr("{field}: where it was found").format(field=self._field))

    def _fill(self) -> None:
        self._menu.clear()
        self._menu.setToolTipsVisible(True)
        for candidate in self._candidates:
            self._menu.addAction(self._entry(candidate))

    def _entry(self, candidate: Candidate) -> QAction:
        value = candidate.value if len(candidate.value) <= _LONGEST else f"{candidate.value[:_LONGEST]}…"
        action = QAction(f"{value.replace('&', '&&')}\t{self._sure(candidate)}", self._menu)
        action.setData(candidate.value)
        action.setToolTip(f"{candidate.value}\n{candidate.source} {candidate.locator}".strip())
        font = action.font()
        font.setBold(candidate.value == self._value)
        action.setFont(font)
        colour = QColor(candidate.value)
        if candidate.value.startswith("#") and colour.isValid():
            picture = QPixmap(14, 14)
            picture.fill(colour)
            action.setIcon(QIcon(picture))
        return action

    def _sure(self, candidate: Candidate) -> str:
        if candidate.source == _USER:
            return self.tr("your choice")
        return f"{candidate.source.partition(',')[0]}  {candidate.score:.0%}"

    def _triggered(self, action: QAction) -> None:
        if action.data():
            self.chosen.emit(action.data())
