"""The data that fills the template: which set, and its JSON, which the mail follows while it is typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.editor.panel import DocumentPanel
from desktop.errors import advice, what
from desktop.jobs import Jobs
from desktop.language import current_language
from desktop.widgets import GRID, label, set_role
from templates.errors import MailwrightError
from templates.json_files import parse_data

_REST_MS = 250  # of typing, before the data is read


class DataPanel(DocumentPanel):
    """Chooses the data set of the canvas and edits it; what is typed is a step on the document's stack."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sets = QComboBox()
        self.sets.setProperty("plain", True)
        self.sets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sets.activated.connect(self._chosen)
        self.said = label("muted")
        self.edit = QPlainTextEdit(tabChangesFocus=True)
        self.edit.setUndoRedoEnabled(False)  # the document's stack does that
        self.edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.edit.setObjectName("code")
        self.edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.edit.document().setDocumentMargin(2 * GRID)
        self.edit.textChanged.connect(self._typed)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._take)
        self._lay_out()
        self.retranslate()

    @property
    def name(self) -> str:
        """The name of the data set that is shown."""
        return str(self.sets.currentData() or "default")

    def document_opened(self) -> None:
        """List the data sets of another document."""
        self._rest.stop()
        self._fill_sets()
        self._show()

    def side_edited(self, name: str) -> None:
        """Follow an undo, or an edit elsewhere."""
        if name == self._side:
            self._show()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.sets.setAccessibleName(self.tr("Data set"))
        self.edit.setAccessibleName(self.tr("Data as JSON"))
        self.edit.setPlaceholderText(self.tr('No data yet. Write an object, such as {"first_name": "Ada"}.'))
        for place in range(self.sets.count()):
            self.sets.setItemText(place, self._title(self.sets.itemData(place)))
        self._say(None)

    @property
    def _side(self) -> str:
        return f"data/{self.name}.json"

    def _title(self, name: str) -> str:
        titles = {"default": self.tr("Usual"), "minimal": self.tr("Minimal"), "long": self.tr("Long")}
        return titles.get(name, name)

    def _fill_sets(self) -> None:
        self.sets.clear()
        if self.document is None:
            return
        for name in self.document.folder.data_sets() or ["default"]:
            self.sets.addItem(self._title(name), name)
        shown = self.live.shown.data if self.live else "default"
        self.sets.setCurrentIndex(max(0, self.sets.findData(shown)))

    def _show(self) -> None:
        document = self.document
        text = (document.side(self._side) or "") if document else ""
        if text != self.edit.toPlainText():
            self.edit.blockSignals(True)
            caret = self.edit.textCursor().position()
            self.edit.setPlainText(text)
            cursor = self.edit.textCursor()
            cursor.setPosition(min(caret, len(text)))
            self.edit.setTextCursor(cursor)
            self.edit.blockSignals(False)
        self.edit.setReadOnly(document is None or not document.editable)
        self._say(self._fault(text))

    def _chosen(self) -> None:
        self._show()
        if self.live is not None:
            self.live.show_data(self.name)

    def _typed(self) -> None:
        self._rest.start()

    def _take(self) -> None:
        """Broken JSON stays in the field and is said; the mail keeps the last good data."""
        text = self.edit.toPlainText()
        fault = self._fault(text)
        self._say(fault)
        if fault is None and self.document is not None:
            self.document.set_side(self.tr("Change data"), self._side, text or None, merge=f"data:{self.name}")

    def _fault(self, text: str) -> MailwrightError | None:
        if not text:
            return None
        try:
            parse_data(text, Path(f"{self.name}.json"))
        except MailwrightError as error:
            return error
        return None

    def _say(self, fault: MailwrightError | None) -> None:
        language = current_language()
        where = f"{fault.place}: " if fault and fault.place else ""
        said = f"{where}{what(fault, language)} {advice(fault, language)}" if fault else ""
        self.said.setText(said or self.tr("The mail follows what you type."))
        set_role(self.said, "danger" if fault else "muted")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(GRID, 0, 2 * GRID, 0)
        head.addWidget(self.sets)
        head.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID // 2, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addWidget(self.edit, 1)
