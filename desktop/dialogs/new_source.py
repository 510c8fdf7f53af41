"""First page of New from a domain: where the brand is to be read from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.widgets import GRID, Translated, button, label

ENDINGS = ("html", "htm", "mht", "mhtml", "zip", "svg", "png", "jpg", "jpeg", "webp", "gif", "ico")


class SourcePage(Translated, QWidget):
    """A field for a domain or an address; a saved page, a zip, a logo or a folder is chosen from the disk."""

    by_hand_wanted = Signal()
    """There is no site: the user wants to say what the brand is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._about = label("heading"), label("muted", wrap=True)
        self._caption = label("caption")
        self.edit = QLineEdit(clearButtonEnabled=True)
        self.edit.setProperty("large", True)
        self._caption.setBuddy(self.edit)
        self._offline = label("muted", wrap=True)
        self.file, self.folder, self.by_hand = button(), button(), button()
        self.by_hand.clicked.connect(self.by_hand_wanted)
        self.file.clicked.connect(self._choose_file)
        self.folder.clicked.connect(self._choose_folder)
        self._lay_out()
        self.retranslate()

    @property
    def value(self) -> str:
        """What was typed or chosen."""
        return self.edit.text().strip()

    def retranslate(self) -> None:
        """Set every text anew."""
        self._title.setText(self.tr("Whose e-mails are they?"))
        self._about.setText(
            self.tr("Name the company’s domain. Its home page, styles and logos are read once; nothing is sent.")
        )
        self._caption.setText(self.tr("Domain or address"))
        self.edit.setPlaceholderText(self.tr("company.com"))
        self.edit.setAccessibleName(self.tr("Domain or address"))
        self._offline.setText(
            self.tr("Without a network: a page saved from the browser, a zip or a folder with it, or the logo alone.")
        )
        self.file.setText(self.tr("Choose file…"))
        self.folder.setText(self.tr("Choose folder…"))
        self.by_hand.setText(self.tr("By hand…"))

    def _choose_file(self) -> None:
        self._choose(QFileDialog.FileMode.ExistingFile)

    def _choose_folder(self) -> None:
        self._choose(QFileDialog.FileMode.Directory)

    def _choose(self, mode: QFileDialog.FileMode) -> None:
        kinds = self.tr("Saved pages, zips and logos") + f" ({' '.join(f'*.{ending}' for ending in ENDINGS)})"
        dialog = QFileDialog(self, self.tr("Choose a saved page"), "", kinds)
        dialog.setFileMode(mode)
        dialog.fileSelected.connect(self.edit.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addSpacing(2 * GRID)
        column.addWidget(self._caption)
        column.addWidget(self.edit)
        column.addSpacing(2 * GRID)
        column.addWidget(self._offline)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.file)
        row.addWidget(self.folder)
        row.addWidget(self.by_hand)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()
