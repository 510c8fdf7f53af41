"""The two pages of the window: who sees what, and the different mails that contacts get."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.dynamic.coverage.blank import Blank
from desktop.dynamic.coverage.finding_list import FindingList
from desktop.dynamic.coverage.model import CoverageModel
from desktop.dynamic.coverage.table import CoverageTable
from desktop.dynamic.coverage.variant_list import MOST, VariantList
from desktop.dynamic.coverage.words import counted, number_text, principle_words
from desktop.language import QT_TRANSLATE_NOOP
from desktop.widgets import GRID, IconLabel, Translated, button, label, styled
from templates.dynamic.coverage.principle import InPrinciple
from templates.dynamic.coverage.reach import Reach
from templates.dynamic.variants import Study

FINDINGS = 250
_LEGEND = (
    ("check", QT_TRANSLATE_NOOP("Coverage", "always")),
    ("circle-help", QT_TRANSLATE_NOOP("Coverage", "sometimes: point at it to see when")),
    ("minus", QT_TRANSLATE_NOOP("Coverage", "never")),
)


class CoveragePage(Translated, QWidget):
    """The table, what is worth knowing beside it, and what to do when there is nothing to tell apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CoverageModel(self)
        self.table = CoverageTable(self.model)
        self.findings = FindingList()
        self.findings_title, self.all_well = label("heading"), label("muted", wrap=True)
        self.all_well.hide()
        self.no_conditions, self.no_segments = Blank("funnel"), Blank("users")
        self._legend = [label("muted") for _ in _LEGEND]
        self.stack = QStackedWidget()
        self._table_page = self._split()
        for each in (self._table_page, self.no_conditions, self.no_segments):
            self.stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.retranslate()

    def show_study(self, read: Study) -> None:
        """Begin anew; say what to do when no section depends on the reader."""
        self.model.show_study(read)
        blank = self.no_segments if not read.facts.segments else self.no_conditions
        self.stack.setCurrentWidget(self._table_page if read.conditional else blank)

    def show_findings(self, findings: object) -> None:
        """Say what is worth knowing."""
        if isinstance(findings, tuple):
            self.findings.findings.show_findings(findings, self.model.names, self.model.titles)
            self.all_well.setVisible(not findings)
            self.findings.setVisible(bool(findings))

    def retranslate(self) -> None:
        """Set every text anew."""
        self.findings_title.setText(self.tr("Worth knowing"))
        self.all_well.setText(self.tr("Every section is seen by somebody, and nobody gets an empty mail."))
        for each, (_, text) in zip(self._legend, _LEGEND, strict=True):
            each.setText(QCoreApplication.translate("Coverage", text))
        self.no_conditions.say(
            self.tr("Everybody gets the same sections"),
            self.tr(
                "No section of this mail depends on who reads it. Select a section in the editor and choose “Add a "
                "condition”: this table then shows which segment sees it."
            ),
            self.tr("Back to the editor"),
        )
        self.no_segments.say(
            self.tr("No segments yet"),
            self.tr(
                "A segment is everybody who has something in common. With segments, this table shows who sees which "
                "section of the mail."
            ),
            self.tr("Open segments…"),
            self.tr("Back to the editor"),
        )

    def _split(self) -> QSplitter:
        side = styled(QWidget(), "panel")
        column = QVBoxLayout(side)
        column.setContentsMargins(2 * GRID, 2 * GRID, GRID, GRID)
        column.setSpacing(GRID)
        for each in (self.findings_title, self.all_well):
            column.addWidget(each)
        column.addWidget(self.findings, 1)
        column.addStretch()
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.table, 1)
        rows.addWidget(self._legend_row())
        split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=1)
        split.addWidget(left)
        split.addWidget(side)
        split.setStretchFactor(0, 1)
        split.setSizes([900, FINDINGS])
        return split

    def _legend_row(self) -> QWidget:
        legend = styled(QWidget(), "trail")
        row = QHBoxLayout(legend)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(6)
        for (icon_name, _), said in zip(_LEGEND, self._legend, strict=True):
            row.addWidget(IconLabel(icon_name, 14))
            row.addWidget(said)
            row.addSpacing(2 * GRID)
        row.addStretch()
        return legend


class VariantsPage(Translated, QWidget):
    """The mails by reach, or where contacts may come from; below, how many mails there could be in principle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = VariantList()
        self.blank = Blank("users")
        self.title, self.about, self.principle = label("heading"), label("muted", wrap=True), label("muted", wrap=True)
        self.show_button = button(primary=True)
        self.show_button.clicked.connect(self.list.show_current)
        self._reach: Reach | None = None
        self._found: InPrinciple | None = None
        counted_ = QWidget()
        column = QVBoxLayout(counted_)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.show_button)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addWidget(self.list, 1)
        self.stack = QStackedWidget()
        for each in (self.blank, counted_):
            self.stack.addWidget(each)
        foot = styled(QWidget(), "trail")
        row = QHBoxLayout(foot)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        row.addWidget(IconLabel("info", 14))
        row.addWidget(self.principle, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.stack, 1)
        whole.addWidget(foot)
        self.retranslate()

    def show_reach(self, reach: Reach | None) -> None:
        """Say how many mails there are; the list shows them."""
        self._reach = reach
        self.stack.setCurrentIndex(int(reach is not None))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._say()

    def show_principle(self, found: InPrinciple) -> None:
        """Say how many there could be."""
        self._found = found
        self._say()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.show_button.setText(self.tr("Show this one"))
        self.blank.say(
            self.tr("Which mails do your contacts get?"),
            self.tr(
                "Choose a file of contacts, and this page counts the different mails, how many contacts each one "
                "reaches, and shows you any of them."
            ),
            self.tr("Choose a contact file…"),
            self.tr("Use the sample contacts"),
        )
        self._say()

    def _say(self) -> None:
        self.principle.setText(principle_words(self._found) if self._found is not None else "…")
        if self._reach is None:
            return
        self.title.setText(counted.mails(len(self._reach.variants)))
        about = self.tr("{contacts} of {file}. Differences inside texts do not count.").format(
            contacts=counted.contacts(self._reach.count), file=self._reach.name
        )
        if len(self._reach.variants) > MOST:
            listed = self.tr("Listed are the {count} mails that reach most.").format(count=number_text(MOST))
            about = f"{about} {listed}"
        self.about.setText(about)
        self.show_button.setEnabled(bool(self._reach.variants))
