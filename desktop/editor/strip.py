"""One sentence about what was just done, with a button that goes on from there or back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets import GRID, IconButton, button, label, set_role, styled


class Strip(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "strip")
        self._text = label(wrap=True)
        self._button = button()
        self._button.clicked.connect(self._go)
        self._close = IconButton("x", size=16)
        self._close.clicked.connect(self.dismiss)
        self._then: Callable[[], object] | None = None
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, GRID, GRID, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self._button)
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def say(
        self, text: str, *, role: str = "", offer: str = "", then: Callable[[], object] | None = None, close: str = ""
    ) -> None:
        """Show a sentence; ``offer`` is on the button that calls ``then``, ``close`` names the cross."""
        self._text.setText(text)
        set_role(self._text, role)
        self._button.setText(offer)
        self._button.setVisible(bool(offer))
        self._close.name(close)
        self._then = then
        self.show()

    def dismiss(self) -> None:
        """Say nothing any more."""
        self._then = None
        self.hide()

    def _go(self) -> None:
        then = self._then
        self.dismiss()
        if then is not None:
            then()
