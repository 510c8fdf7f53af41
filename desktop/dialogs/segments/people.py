"""Who is in a segment: how many of the loaded contacts, some that are and some that are not."""

from __future__ import annotations

from itertools import islice
from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.widgets import GRID, Translated, button, label, styled
from templates.dynamic.contact_source import contact_title
from templates.dynamic.contact_table import ContactTable

MOST = 5  # examples of each sort


class Examples(QWidget):
    """A caption and a few contacts."""

    def __init__(self) -> None:
        super().__init__()
        self.caption = label("caption")
        self.lines: list[QLabel] = [label() for _ in range(MOST)]
        self.none = label("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for each in (self.caption, *self.lines, self.none):
            column.addWidget(each)
        column.addStretch()

    def show_contacts(self, contacts: list[str]) -> None:
        """Show these."""
        for place, line in enumerate(self.lines):
            line.setText(contacts[place] if place < len(contacts) else "")
            line.setToolTip(line.text())
            line.setVisible(place < len(contacts))
            line.setMinimumWidth(1)  # long ones are cut, not the dialog widened
        self.none.setVisible(not contacts)


class People(Translated, QWidget):
    """What the rule means for real contacts; where there are none, how to get some."""

    file_wanted = Signal()
    samples_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        styled(self, "people")
        self._contacts: ContactTable | None = None
        self._members: bytes | None = None
        self.title, self.source = label("strong", wrap=True), label("muted", wrap=True)
        self.inside, self.outside = Examples(), Examples()
        self.choose, self.samples = button(), button(quiet=True)
        self.choose.clicked.connect(self.file_wanted)
        self.samples.clicked.connect(self.samples_wanted)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.samples)
        head.addWidget(self.choose)
        self._both = QWidget()
        both = QHBoxLayout(self._both)
        both.setContentsMargins(0, GRID, 0, 0)
        both.setSpacing(2 * GRID)
        both.addWidget(self.inside, 1)
        both.addWidget(self.outside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, GRID, 12, 12)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.source)
        column.addWidget(self._both)
        self.retranslate()

    def show_members(self, contacts: ContactTable | None, members: bytes | None) -> None:
        """Show a segment's contacts: a byte for each, 1 is inside; None while nobody could be asked."""
        self._contacts, self._members = contacts, members
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.choose.setText(self.tr("Choose a contact file…") if self._contacts is None else self.tr("Another file…"))
        self.samples.setText(self.tr("Use sample contacts"))
        self.samples.setVisible(self._contacts is None)
        self.inside.caption.setText(self.tr("In it, for example"))
        self.outside.caption.setText(self.tr("Not in it"))
        self.inside.none.setText(self.tr("Nobody"))
        self.outside.none.setText(self.tr("Nobody: everybody is in it"))
        asked = self._contacts is not None and self._members is not None
        self._both.setVisible(asked)
        if self._contacts is None:
            self.title.setText(self.tr("Who is in it?"))
            words = self.tr("A CSV or JSON file of contacts shows how many people that is, and whom for example.")
        else:
            words = self.tr("{name}, as of today").format(name=self._contacts.name)
        self.source.setText(words)
        if self._contacts is not None and self._members is not None:
            self._count(self._contacts, self._members)
        elif self._contacts is not None:
            self.title.setText(self.tr("Nobody can be asked while the rule has a problem."))

    def _count(self, contacts: ContactTable, members: bytes) -> None:
        locale = QLocale()
        count, of = locale.toString(sum(members)), locale.toString(contacts.count)
        self.title.setText(self.tr("{count} of {of} contacts").format(count=count, of=of))
        for shown, sign in ((self.inside, 1), (self.outside, 0)):
            places = islice((place for place, inside in enumerate(members) if inside == sign), MOST)
            shown.show_contacts([_spoken(contacts.contact(place)) for place in places])


def _spoken(contact: dict[str, Any]) -> str:
    """What a contact is called: a name and an address, or what else there is."""
    title, email = contact_title(contact), str(contact.get("email", ""))
    parts = [title, email if email != title else ""]
    if not any(parts):
        parts = [str(value) for value in islice(contact.values(), 3)]
    return " · ".join(part for part in parts if part) or "–"
