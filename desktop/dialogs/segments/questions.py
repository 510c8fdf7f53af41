"""What is asked before a segment goes that something uses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.dialogs.question import DeleteQuestion
from desktop.language import QT_TRANSLATE_NOOP
from desktop.widgets import set_role
from templates.dynamic.segment import Segment
from templates.dynamic.segment_uses import Use

_MOST = 8  # places that are listed
_WORDS = {
    "template": QT_TRANSLATE_NOOP("Segments", "{name}, line {line}"),
    "data": QT_TRANSLATE_NOOP("Segments", "{name}, data set {file}"),
    "rule": QT_TRANSLATE_NOOP("Segments", "the rule of the segment {name}"),
}


class DeleteSegmentDialog(DeleteQuestion):
    """Says where the segment is used. Accepted: delete it all the same."""

    def __init__(self, segment: Segment, uses: Sequence[Use], parent: QWidget) -> None:
        super().__init__(parent)
        self.segment, self._uses = segment, uses
        set_role(self.more, "")  # where it is used is what has to be read
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Delete the segment"))
        self.question.setText(self.tr("“{name}” is still used").format(name=self.segment.title))
        lines = [place_words(use) for use in self._uses]
        shown = lines[:_MOST]
        if len(lines) > _MOST:
            shown.append(self.tr("and %n more place(s)", "", len(lines) - _MOST))
        then = self.tr("These places stay as they are; nobody counts as in the segment there.")
        self.more.setText("\n".join((*(f"•  {line}" for line in shown), "", then)))
        self.cancel.setText(self.tr("Keep it"))
        self.go.setText(self.tr("Delete all the same"))


def place_words(use: Use) -> str:
    """Say where a segment is used."""
    words = QCoreApplication.translate("Segments", _WORDS[use.kind])
    return words.format(name=use.owner or use.file, file=use.file.rpartition("/")[2], line=use.line)
