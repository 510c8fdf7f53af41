"""What an empty mail says: where to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.widgets import Translated, restyle, styled


class Invitation(Translated, QLabel):
    """Lies over the canvas while the mail has no section; drags go through to the canvas."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        styled(self, "invitation")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self.retranslate()

    def aim(self, aimed: bool) -> None:
        """Show that letting go would put something here."""
        self.setProperty("aimed", aimed)
        restyle(self)

    def retranslate(self) -> None:
        """Set the text anew."""
        self.setText(self.tr("Drag a block here, or press Enter in Blocks"))
