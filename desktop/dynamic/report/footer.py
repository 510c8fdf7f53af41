"""What is wrong with the current row of the report, and the buttons that put it right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.dynamic.report import remedies
from desktop.dynamic.report.model import sentences
from desktop.dynamic.report.rows import Row
from desktop.editor.data.titles import set_title
from desktop.widgets import GRID, Translated, button, label, set_role, styled

_NAMED = 2  # data sets; more are counted


class ReportFooter(Translated, QWidget):
    """Says what ``row`` is about; the buttons are those that help."""

    rename_wanted = Signal()
    default_wanted = Signal()
    value_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "foot")
        self.row: Row | None = None
        self.editable = True
        self.said = label("", wrap=True)
        self.rename, self.value, self.default = button(), button(), button()
        self.rename.clicked.connect(self.rename_wanted)
        self.value.clicked.connect(self.value_wanted)
        self.default.clicked.connect(self.default_wanted)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        for each in (self.rename, self.value, self.default):
            each.setObjectName("small-button")
            line.addWidget(each)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addWidget(self.said)
        column.addLayout(line)
        self.retranslate()

    def show_row(self, row: Row | None, *, editable: bool) -> None:
        """Show another row; None hides the footer, as a row does about which there is nothing to say."""
        self.row, self.editable = row, editable
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        row = self.row
        wrong, hints = (sentences(row)[:1], sentences(row, hints=True)[:1]) if row else ([], [])
        self.setVisible(bool(wrong or hints))
        if row is None:
            return
        self.said.setText("".join(wrong or hints))
        set_role(self.said, "" if wrong else "muted")
        found = remedies.renaming(row)
        self.rename.setText(self.tr("Rename to {name}").format(name=found.suggestion if found else ""))
        self.rename.setVisible(found is not None)
        lacking = remedies.lacking(row)
        named = self.tr("Add a value to: {sets}").format(sets=", ".join(map(set_title, lacking)))
        counted = self.tr("Add a value to %n data sets", "", len(lacking))
        self.value.setText(named if len(lacking) <= _NAMED else counted)
        self.value.setToolTip(named)
        self.value.setVisible(bool(lacking))
        self.default.setText(self.tr("Add a default"))
        self.default.setVisible(remedies.defaulting(row) is not None)
        for each in (self.rename, self.value, self.default):
            each.setEnabled(self.editable)
