"""Reading what a client sent back: the small file, or the text of the e-mail."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from desktop.dialogs.brand_dialog import BrandDialog
from desktop.errors import explain
from desktop.jobs import Job
from desktop.language import current_language
from desktop.widgets import button
from renderers.proofs.approval.answers import ENDING
from templates.errors import MailwrightError


class AnswersDialog(BrandDialog):
    """Hands over a Path, or the text that was pasted; it stays open, with all that is in it, until that was read."""

    def __init__(self, receive: Callable[[Path | str], Job], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._receive = receive
        self.text, self.choose = QPlainTextEdit(), button()
        self.text.setObjectName("lines")
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(180)
        self.text.textChanged.connect(self._refresh)
        self.choose.clicked.connect(self._choose)
        self.middle.addWidget(self.text)
        self.foot.insertWidget(0, self.choose)
        self.go.clicked.disconnect()
        self.go.clicked.connect(self._read_text)
        self.resize(560, 400)
        self.retranslate()
        self.text.setFocus()

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Read answers"))
        self.title.setText(self.tr("Read the client’s answers"))
        self.about.setText(self.tr("Choose the file that the proof sheet saved, or paste the e-mail with the answers."))
        self.text.setPlaceholderText(self.tr("Paste the e-mail here; what stands around the answers does no harm."))
        self.text.setAccessibleName(self.tr("The e-mail’s text"))
        self.choose.setText(self.tr("Choose file…"))
        self.go.setText(self.tr("Read"))
        self._refresh()

    def take_file(self, path: str) -> None:
        """This file it is."""
        self._read(Path(path))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.choose.text())
        dialog.setNameFilters([f"*{ENDING}", "*.json *.txt *.eml", "*"])
        dialog.fileSelected.connect(self.take_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _refresh(self) -> None:
        self.go.setEnabled(bool(self.text.toPlainText().strip()))

    def _read_text(self) -> None:
        self._read(self.text.toPlainText())

    def _read(self, given: Path | str) -> None:
        self.tell("")
        self.go.setEnabled(False)
        job = self._receive(given)
        job.succeeded.connect(self.accept)
        job.failed.connect(self._failed)

    def _failed(self, error: object) -> None:
        self._refresh()
        if isinstance(error, MailwrightError):
            self.tell(explain(error, current_language()))
