"""Fields of text: a line, a profile's address, a postal address over several lines."""

from __future__ import annotations

import re

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.panels.brand_panel.field import Field
from desktop.widgets import restyle

_BARE_ADDRESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)


class TextField(Field):
    """One line of text. ``needed``: it may not be empty."""

    def __init__(self, *, needed: bool = False) -> None:
        super().__init__()
        self._needed = needed
        self.edit = QLineEdit()
        self.edit.textChanged.connect(self._typed)
        self.title.setBuddy(self.edit)
        self.body.addWidget(self.edit)

    @property
    def value(self) -> str:
        """The text."""
        return self.edit.text().strip()

    def fault(self) -> str:
        """Empty where something must stand."""
        return self.tr("This cannot be empty.") if self._needed and not self.value else ""

    def set_value(self, value: str) -> None:
        """Show a text, from its beginning."""
        self.edit.setText(value)
        self.edit.setCursorPosition(0)

    def set_title(self, title: str) -> None:
        """Name the field for screen readers too."""
        super().set_title(title)
        self.edit.setAccessibleName(title)

    def refresh(self) -> None:
        """Mark the line where it is wrong; a screen reader hears what is said beside it."""
        super().refresh()
        mark_wrong(self.edit, wrong=not self.is_valid)
        self.edit.setAccessibleDescription(self.problem.text() or self.note.toolTip())

    def _typed(self) -> None:
        self.refresh()
        self.edited.emit()


class AddressField(TextField):
    """An address on the web; one that was typed without https:// gets it."""

    def __init__(self) -> None:
        super().__init__()
        self.edit.setPlaceholderText("https://")

    @property
    def value(self) -> str:
        """The address."""
        text = super().value
        return f"https://{text}" if _BARE_ADDRESS.fullmatch(text) else text

    def fault(self) -> str:
        """Something that no browser would open."""
        value = self.value
        if not value or (value.startswith(("https://", "http://")) and not re.search(r"\s", value)):
            return ""
        return self.tr("This is no address. Copy it from the browser, with https://.")


class _Lines(QPlainTextEdit):
    """A few lines; Tab leaves them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("text")
        self.setTabChangesFocus(True)
        self.setFixedHeight(62)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing stays selected where nobody is."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        super().focusOutEvent(event)


class LinesField(Field):
    """A text over several lines, which is kept as one."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = _Lines()
        self.edit.textChanged.connect(self._typed)
        self.title.setBuddy(self.edit)
        self.body.addWidget(self.edit)

    @property
    def value(self) -> str:
        """The lines, joined by commas."""
        lines = (line.strip().rstrip(",") for line in self.edit.toPlainText().splitlines())
        return ", ".join(line for line in lines if line)

    def set_value(self, value: str) -> None:
        """Show a text."""
        self.edit.setPlainText(value)

    def set_title(self, title: str) -> None:
        """Name the field for screen readers too."""
        super().set_title(title)
        self.edit.setAccessibleName(title)

    def _typed(self) -> None:
        self.refresh()
        self.edited.emit()


def mark_wrong(edit: QLineEdit, *, wrong: bool) -> None:
    """Frame a line in the colour of errors, or no longer."""
    if bool(edit.property("wrong")) != wrong:
        edit.setProperty("wrong", wrong)
        restyle(edit)
