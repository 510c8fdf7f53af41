"""What stands in the place of a segment: how to get the first one, or why there are none to be seen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import advice, what
from desktop.language import current_language
from desktop.widgets import GRID, IconLabel, Translated, button, label, styled
from templates.errors import MailwrightError

_WIDTH = 480


class Notice(Translated, QWidget):
    """An icon, a title, a few lines, and two buttons: what to do."""

    def __init__(self, icon_name: str, role: QPalette.ColorRole = QPalette.ColorRole.PlaceholderText) -> None:
        super().__init__()
        styled(self, "panel")
        self.title, self.lead, self.place = label("title"), label("lead", wrap=True), label("muted", wrap=True)
        self.first, self.second = button(primary=True, large=True), button(large=True)
        for each in (self.lead, self.place):
            each.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.first)
        row.addWidget(self.second)
        row.addStretch()
        inside = QWidget()
        inside.setFixedWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        for each in (IconLabel(icon_name, 40, role), self.title, self.lead, self.place):
            column.addWidget(each)
        column.addLayout(row)
        middle = QHBoxLayout()  # stretches, because an alignment would not ask how high the lines are
        middle.addStretch()
        middle.addWidget(inside)
        middle.addStretch()
        whole = QVBoxLayout(self)
        whole.addStretch()
        whole.addLayout(middle)
        whole.addStretch()


class Blank(Notice):
    """There is no segment."""

    new_wanted = Signal()
    import_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("users")
        self.place.hide()
        self.first.clicked.connect(self.new_wanted)
        self.second.clicked.connect(self.import_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.title.setText(self.tr("No segments yet"))
        self.lead.setText(
            self.tr(
                "A segment is everybody who has something in common: loyalty members, people in Lyon, birthdays this "
                "month. A section of a mail can then be shown to a segment only."
            )
        )
        self.first.setText(self.tr("Make the first segment"))
        self.second.setText(self.tr("Import from Mailjet…"))


class Broken(Notice):
    """A file cannot be read: it is left as it is until somebody mends it."""

    again_wanted = Signal()
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("triangle-alert", QPalette.ColorRole.BrightText)
        self._error: MailwrightError | None = None
        self.first.clicked.connect(self.file_wanted)
        self.second.clicked.connect(self.again_wanted)
        self.retranslate()

    def show_error(self, error: MailwrightError) -> None:
        """Say what is wrong, and where."""
        self._error = error
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        error, language = self._error, current_language()
        self.title.setText(self.tr("The file cannot be read"))
        self.lead.setText(f"{what(error, language)} {advice(error, language)}".rstrip() if error else "")
        place = str(error.place) if error and error.place else ""
        self.place.setText(place + "\n" + self.tr("Nothing is written to it before it is mended."))
        self.first.setText(self.tr("Show the file"))
        self.second.setText(self.tr("Read it again"))
