"""The window of variants: who sees which section of the open mail, and the different mails that contacts get.

It stays open beside the editor and follows what is edited there.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.document import OpenDocument
from desktop.dynamic.coverage.csv_file import coverage_csv
from desktop.dynamic.coverage.pages import CoveragePage, VariantsPage
from desktop.dynamic.coverage.work import Asked, work
from desktop.dynamic.viewing import Viewing
from desktop.editor.tabbed import TabbedPanels
from desktop.errors import explain
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.widgets import GRID, Translated, button, label, styled
from templates.dynamic.contact_source import TableSource
from templates.dynamic.coverage.principle import InPrinciple
from templates.dynamic.coverage.reach import Reach
from templates.dynamic.coverage.table import Column
from templates.dynamic.properties import CONTACTS
from templates.dynamic.segment import SEGMENTS
from templates.dynamic.variants import Study
from templates.errors import MailwrightError
from templates.files import write_text
from templates.source.tree import Element

REST_MS = 500  # of typing, before everything is worked out again


class VariantsWindow(Translated, QDialog):
    """Shows the document that ``viewing`` shows; whom that is shown for is chosen here too."""

    segments_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, viewing: Viewing, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.viewing, self._jobs = viewing, jobs
        self.document: OpenDocument | None = None
        self._known: tuple[object, ...] = ()
        self.coverage, self.variants = CoveragePage(), VariantsPage()
        self.tabs = TabbedPanels((self.coverage, self.variants))
        self.trouble = label("danger", wrap=True)
        self.trouble.hide()
        self.file_button, self.export_button, self.close_button = button(), button(), button()
        self._study: Study | None = None
        self._job: Job | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.work_out)
        self._watch(viewing.document)
        self._connect()
        self._lay_out()
        self.retranslate()
        self.work_out()

    def work_out(self) -> None:
        """Ask everything again, of the text as it is now."""
        self._stop()
        document, live = self.viewing.document, self.viewing.live
        if document is None or live is None:
            return
        self._known = self._circumstances()
        source, data = self.viewing.source, live.shown.data
        table = source.table if isinstance(source, TableSource) else None
        self.file_button.setVisible(table is not None)
        if table is None:
            self.variants.show_reach(None)
        side = f"data/{data}.json"
        edited = document.side(side) if side in document.files.changed_sides() else None
        asked = Asked(document.workspace, document.name, document.text, data, edited, table)
        job = self._jobs.run(self.tr("Working out who sees what"), lambda job: work(job, asked), quiet=True)
        job.reported.connect(self._take)
        job.succeeded.connect(self.coverage.show_findings)
        job.failed.connect(self._failed)
        self._job = job

    def export_to(self, path: str) -> None:
        """Write the table as CSV."""
        try:
            write_text(Path(path), coverage_csv(self.coverage.model, self.tr("Section")))
        except MailwrightError as error:
            self._failed(error)

    def show_segment(self, column: int) -> None:
        """Show the mail in the editor as a member of a column's segment gets it."""
        known = self.coverage.model.columns.get(self.coverage.model.segments[column])
        if known is not None:
            self.viewing.show_segments(*sorted(known.members))

    def select_row(self, row: int) -> None:
        """Select the component of a row in the editor."""
        if self._study is not None:
            self.select_component(self._study.rows[row])

    def select_component(self, index: int) -> None:
        """Select a component in the editor; one out of an included file by its include."""
        document = self.viewing.document
        if document is None or self._study is None:
            return
        place = self._study.components[index].at
        lines = document.text.split("\n")[: (place.line or 1) - 1]
        tree = document.tree
        node = tree.node_at(sum(len(line) + 1 for line in lines) + (place.column or 1) - 1)
        while node is not None and not (isinstance(node, Element) and node.name.startswith("mj")):
            node = tree.parent(node)
        if node is not None:
            document.select(node.id, "coverage")

    def changeEvent(self, event: QEvent) -> None:
        """Coming back from the segments, look whether they are others."""
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._viewing_changed()
        super().changeEvent(event)

    def done(self, result: int) -> None:
        """However it is closed: stop what is under way."""
        self._stop()
        super().done(result)

    def retranslate(self) -> None:
        """Set every text anew."""
        name = self.document.name if self.document is not None else ""
        self.setWindowTitle(self.tr("Who sees what – {name}").format(name=name))
        self.tabs.set_titles((self.tr("Segments"), self.tr("Mails by contacts")), self.tr("Who sees what"))
        self.file_button.setText(self.tr("Another file…"))
        self.export_button.setText(self.tr("Export as CSV…"))
        self.close_button.setText(self.tr("Close"))

    # Inside

    def _take(self, part: object) -> None:
        self.trouble.hide()
        if isinstance(part, Study):
            self._study = part
            self.coverage.show_study(part)
        elif isinstance(part, Column):
            self.coverage.model.show_column(part)
        elif isinstance(part, Reach) and self._study is not None and self.viewing.source is not None:
            self.coverage.model.show_reach(part)
            self.variants.list.variants.show_reach(self._study, part, self.viewing.source)
            self.variants.show_reach(part)
        elif isinstance(part, InPrinciple):
            self.variants.show_principle(part)
        elif isinstance(part, MailwrightError):
            self.variants.show_reach(None)
            self._failed(part)

    def _failed(self, error: object) -> None:
        if isinstance(error, MailwrightError):
            self.trouble.setText(explain(error, current_language()))
            self.trouble.show()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _edited(self, _what: object = None) -> None:
        self._rest.start()

    def _viewing_changed(self) -> None:
        """Perhaps another document, other contacts or data; somebody else of the same contacts changes nothing here."""
        if self.viewing.document is None:
            self.close()
            return
        if self.viewing.document is not self.document:
            self._watch(self.viewing.document)
            self.retranslate()
        if self._circumstances() != self._known:
            self._rest.start()

    def _circumstances(self) -> tuple[object, ...]:
        """What else the answers depend on besides the text."""
        document, live = self.viewing.document, self.viewing.live
        if document is None or live is None:
            return ()
        files = (document.workspace.root / name for name in (SEGMENTS, CONTACTS))
        written = tuple(path.stat().st_mtime_ns for path in files if path.exists())
        return document, id(self.viewing.source), live.shown.data, written

    def _watch(self, document: OpenDocument | None) -> None:
        if self.document is not None and self.document is not document:
            self.document.edited.disconnect(self._edited)
            self.document.side_changed.disconnect(self._edited)
        self.document = document
        if document is not None:
            document.edited.connect(self._edited)
            document.side_changed.connect(self._edited)

    def _show_example(self, contact: int) -> None:
        """Show it in the editor; this window would lie over it."""
        self.viewing.show_contact(contact)
        self.close()

    def _ask_for_export(self) -> None:
        dialog = QFileDialog(self, self.tr("Export as CSV…"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setNameFilter("CSV (*.csv)")
        dialog.selectFile(f"{self.document.name if self.document else 'mail'}.csv")
        dialog.fileSelected.connect(self.export_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect(self) -> None:
        self.viewing.changed.connect(self._viewing_changed)
        self.viewing.failed.connect(self._failed)
        self.coverage.table.section_chosen.connect(self.select_row)
        self.coverage.table.segment_chosen.connect(self.show_segment)
        self.coverage.findings.chosen.connect(self.select_component)
        self.coverage.no_conditions.first_wanted.connect(self.close)
        self.coverage.no_segments.first_wanted.connect(self.segments_wanted)
        self.coverage.no_segments.second_wanted.connect(self.close)
        self.variants.list.wanted.connect(self._show_example)
        self.variants.blank.first_wanted.connect(self.file_wanted)
        self.variants.blank.second_wanted.connect(self.viewing.use_samples)
        self.file_button.clicked.connect(self.file_wanted)
        self.export_button.clicked.connect(self._ask_for_export)
        self.close_button.clicked.connect(self.close)

    def _lay_out(self) -> None:
        foot = styled(QWidget(), "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        row.setSpacing(GRID)
        row.addWidget(self.file_button)
        row.addWidget(self.export_button)
        row.addWidget(self.trouble, 1)
        row.addStretch()
        row.addWidget(self.close_button)
        for each in (self.file_button, self.export_button, self.close_button):
            each.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs, 1)
        column.addWidget(foot)
        self.resize(1200, 680)
