"""What every panel of the editor has in common: it shows one document, and is told what happens to it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.document import Change, OpenDocument
from desktop.live import Checked, LiveMailer, LiveView
from desktop.widgets import Translated
from templates.errors import MailwrightError


class DocumentPanel(Translated, QWidget):
    """Shows ``document``, and the mail that ``live`` makes of it. Override what the panel wants to know."""

    document: OpenDocument | None = None
    live: LiveMailer | None = None

    def set_document(self, document: OpenDocument | None, live: LiveMailer | None) -> None:
        """Show another document; None shows none."""
        if self.document is not None:
            for signal, slot in self._wires(self.document, self.live):
                signal.disconnect(slot)
        self.document, self.live = document, live
        if document is not None:
            for signal, slot in self._wires(document, live):
                signal.connect(slot)
        self.document_opened()

    def keyboard_target(self) -> QWidget:
        """What takes the keyboard when somebody goes to this panel.

        Not a focus proxy: Tab would go from the panel to its proxy, past every control that stands before that.
        """
        for each in self.findChildren(QWidget):
            if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                return each
        return self

    def document_opened(self) -> None:
        """Another document, or none, is there."""

    def document_edited(self, change: Change) -> None:
        """The text is another; the tree may still be the old one."""

    def document_parsed(self) -> None:
        """The tree is that of the text again."""

    def selection_moved(self, node_id: int, origin: str) -> None:
        """Another component is selected (0: none)."""

    def side_edited(self, name: str) -> None:
        """Another file of the template is different."""

    def mail_built(self, view: LiveView) -> None:
        """There is a new picture of the mail."""

    def mail_failed(self, error: MailwrightError) -> None:
        """The text makes no mail; the one before stays."""

    def mail_checked(self, checked: Checked) -> None:
        """The mail was checked and weighed."""

    def _wires(self, document: OpenDocument, live: LiveMailer | None) -> list[tuple[Any, Any]]:
        wires: list[tuple[Any, Any]] = [
            (document.edited, self.document_edited),
            (document.parsed, self.document_parsed),
            (document.selection_changed, self.selection_moved),
            (document.side_changed, self.side_edited),
        ]
        if live is not None:
            wires += [(live.built, self.mail_built), (live.failed, self.mail_failed), (live.checked, self.mail_checked)]
        return wires
