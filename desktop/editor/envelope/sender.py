"""Who the mail comes from: two fields over ``template.toml``, which keeps its comments."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.document import OpenDocument
from desktop.editor.envelope.fields import DocumentField
from desktop.errors import explain
from desktop.language import current_language
from desktop.widgets import GRID, Translated, label, restyle
from templates.errors import MailwrightError
from templates.template_folder import META, Sender
from templates.toml_files import updated_toml

_ADDRESS = re.compile(r"[^@\s<>()\[\],;:\\\"{}]+@(?:[\w-]+\.)+[^\W\d_]{2,}")


def is_address(text: str) -> bool:
    """Return whether a mail can come from there: one @, a domain with a dot, no display name around it."""
    return len(text) <= 254 and _ADDRESS.fullmatch(text) is not None


class SenderFields(Translated, QWidget):
    """Name and address. An address that is none is marked and not written."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.caption, self.fault = QLabel(), label("danger")
        self.name, self.address = DocumentField(), DocumentField()
        self.caption.setBuddy(self.name)
        self.name.textEdited.connect(self._write_name)
        self.address.textEdited.connect(self._write_address)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.name, 2)
        row.addWidget(self.address, 3)
        self.fault.hide()

    @property
    def document(self) -> OpenDocument | None:
        """The document that is written into."""
        return self.name.document

    @document.setter
    def document(self, document: OpenDocument | None) -> None:
        self.name.document = self.address.document = document

    def follow(self, brand: str) -> None:
        """Show what ``template.toml`` says; the brand's name stands for a name that is missing."""
        sender, error = self._sender()
        self.name.setPlaceholderText(brand)
        self.name.show_text(sender.name)
        if not self._is_wrong():
            self.address.show_text(sender.address)
        for each in (self.name, self.address):
            each.setReadOnly(error is not None or self.document is None or not self.document.editable)
        self._mark(explain(error, current_language()) if error else "")

    def retranslate(self) -> None:
        """Set every text anew."""
        self.caption.setText(self.tr("Sender"))
        self.name.setAccessibleName(self.tr("Name of the sender"))
        self.address.setAccessibleName(self.tr("Address of the sender"))
        self.address.setPlaceholderText(self.tr("name@company.com"))
        self._mark("")

    def _sender(self) -> tuple[Sender, MailwrightError | None]:
        if self.document is None:
            return Sender(), None
        try:
            return self.document.meta.sender, None
        except MailwrightError as error:
            return Sender(), error

    def _is_wrong(self) -> bool:
        text = self.address.text().strip()
        return bool(text) and not is_address(text)

    def _write_name(self, text: str) -> None:
        self._write("name", text)

    def _write_address(self, text: str) -> None:
        self._mark("")
        if not self._is_wrong():
            self._write("address", text.strip())

    def _write(self, key: str, value: str) -> None:
        document = self.document
        if document is None:
            return
        text = updated_toml(document.side(META) or "", {"sender": {key: value}}, META)
        document.set_side(self.tr("Sender"), META, text, merge=f"envelope.sender.{key}")
        self.changed.emit()

    def _mark(self, error: str) -> None:
        """Say what is wrong: the file, or else the address."""
        wrong = self._is_wrong()
        self.address.setProperty("wrong", wrong)
        restyle(self.address)
        self.fault.setText(error or (self.tr("This is no mail address; it is not saved.") if wrong else ""))
        self.fault.setVisible(bool(self.fault.text()))
