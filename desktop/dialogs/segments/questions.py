"""What is asked before a segment goes that something uses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import QT_TRANSLATE_NOOP
from desktop.widgets import GRID, Translated, button, label
from templates.dynamic.segment import Segment
from templates.dynamic.segment_uses import Use

_MOST = 8  # places that are listed
_WORDS = {
    "template": QT_TRANSLATE_NOOP("Segments", "{name}, line {line}"),
    "data": QT_TRANSLATE_NOOP("Segments", "{name}, data set {file}"),
    "rule": QT_TRANSLATE_NOOP("Segments", "the rule of the segment {name}"),
}


class DeleteSegmentDialog(Translated, QDialog):
    """Says where the segment is used. Accepted: delete it all the same."""

    def __init__(self, segment: Segment, uses: Sequence[Use], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.segment, self._uses = segment, uses
        self.question, self.places, self.then = label("heading", wrap=True), label("", wrap=True), label("", wrap=True)
        self.cancel, self.go = button(primary=True), button()  # what changes nothing is the coloured one
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for each in (self.question, self.places, self.then):
            column.addWidget(each)
        column.addSpacing(GRID)
        column.addLayout(row)
        self.setMinimumWidth(440)
        self.cancel.setDefault(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Delete the segment"))
        self.question.setText(self.tr("“{name}” is still used").format(name=self.segment.title))
        lines = [place_words(use) for use in self._uses]
        shown = lines[:_MOST]
        if len(lines) > _MOST:
            shown.append(self.tr("and %n more place(s)", "", len(lines) - _MOST))
        self.places.setText("\n".join(f"•  {line}" for line in shown))
        self.then.setText(self.tr("These places stay as they are; nobody counts as in the segment there."))
        self.cancel.setText(self.tr("Keep it"))
        self.go.setText(self.tr("Delete all the same"))


def place_words(use: Use) -> str:
    """Say where a segment is used."""
    words = QCoreApplication.translate("Segments", _WORDS[use.kind])
    return words.format(name=use.owner or use.file, file=use.file.rpartition("/")[2], line=use.line)
