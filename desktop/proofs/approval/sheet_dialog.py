"""Writing the proof sheet: for the browser or for paper, in which language, with which clients."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QProgressBar, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.dialogs.brand_dialog import BrandDialog, field
from desktop.errors import explain
from desktop.jobs import Job, Jobs
from desktop.language import current_language
from desktop.widgets import GRID, button, label
from renderers.clients.profile import profiles
from renderers.clients.words import profile_name
from renderers.proofs.approval.sheet_of_run import proof_sheet
from renderers.proofs.approval.words import LANGUAGES
from renderers.proofs.approval.write import ENDINGS, write_proof_sheet
from renderers.proofs.runs.reading import KeptRun
from templates.errors import MailwrightError
from templates.workspace import Workspace

_CLIENT = Qt.ItemDataRole.UserRole


class SheetDialog(BrandDialog):
    """Asks where the file goes and writes it in a job; it stays open to show where the file is."""

    def __init__(self, workspace: Workspace, kept: KeptRun, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._kept, self._jobs = workspace, kept, jobs
        self._job: Job | None = None
        self._written: Path | None = None
        self.captions = [label("caption") for _ in range(3)]
        self.form, self.language, self.clients = QComboBox(), QComboBox(), QTreeWidget()
        self.bar, self.told, self.show_folder = QProgressBar(textVisible=False), label("success", wrap=True), button()
        for ending in ENDINGS:
            self.form.addItem("", ending)
        for code in ("", *LANGUAGES):
            self.language.addItem("", code)
        self._list_clients()
        self.show_folder.clicked.connect(self._open_folder)
        self.go.clicked.disconnect()
        self.go.clicked.connect(self._ask)
        self._lay_out()
        self.retranslate()

    @property
    def chosen(self) -> list[str]:
        """The ids of the clients that are ticked."""
        items = [self.clients.topLevelItem(row) for row in range(self.clients.topLevelItemCount())]
        return [str(one.data(0, _CLIENT)) for one in items if one and one.checkState(0) == Qt.CheckState.Checked]

    @property
    def ending(self) -> str:
        """Of the file that is to be written."""
        return str(self.form.currentData())

    def save_to(self, path: str) -> None:
        """Write the sheet as it is chosen."""
        workspace, kept, clients = self._workspace, self._kept, self.chosen
        language, target = str(self.language.currentData()), Path(path)

        def work(job: Job) -> Path:
            sheet = proof_sheet(workspace, kept, language=language, clients=clients)
            return write_proof_sheet(target, sheet, on_progress=job.advance, cancel=job.stop)

        self._written = None
        self.tell("")
        job = self._jobs.run(self.tr("Writing the proof sheet"), work)
        job.progressed.connect(self._progressed)
        job.succeeded.connect(self._saved)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)
        self._job = job
        self.bar.setRange(0, 0)
        self._refresh()

    def done(self, result: int) -> None:
        """While it is written, Cancel stops that; otherwise it closes."""
        if self._job is not None:
            self._job.cancel()
        else:
            super().done(result)

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("Proof sheet"))
        self.title.setText(self.tr("Proof sheet for the client’s approval"))
        self.about.setText(
            self.tr("One file with everything in it, small enough to be mailed. It loads nothing from the network.")
        )
        for caption, text in zip(
            self.captions, (self.tr("File"), self.tr("Language"), self.tr("Clients")), strict=True
        ):
            caption.setText(text)
        for control, text in ((self.form, self.tr("File")), (self.language, self.tr("Language"))):
            control.setAccessibleName(text)
        self.clients.setAccessibleName(self.tr("Clients"))
        self.bar.setAccessibleName(self.tr("Progress"))
        forms = (self.tr("HTML, to answer in the browser"), self.tr("PDF, to print and sign"))
        languages = (self.tr("The template’s"), self.tr("English"), self.tr("French"))
        for box, texts in ((self.form, forms), (self.language, languages)):
            for place, text in enumerate(texts):
                box.setItemText(place, text)
        self.go.setText(self.tr("Save…"))
        self.show_folder.setText(self.tr("Open folder"))
        self._refresh()

    def _list_clients(self) -> None:
        known = {each.id: profile_name(each, current_language()) for each in profiles()}
        for client in dict.fromkeys(each.shot.profile for each in self._kept.shots):
            item = QTreeWidgetItem([known.get(client, client)])
            item.setData(0, _CLIENT, client)
            item.setCheckState(0, Qt.CheckState.Checked)
            self.clients.addTopLevelItem(item)
        self.clients.itemChanged.connect(self._ticked)

    def _ticked(self) -> None:
        self.tell("" if self.chosen else self.tr("Choose at least one client."))
        self._refresh()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self.ending[1:])
        dialog.setNameFilter(f"{self.ending[1:].upper()} (*{self.ending})")
        run = self._kept.run
        dialog.selectFile(f"{run.template}-{run.created.astimezone():%Y-%m-%d}{self.ending}")
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _progressed(self, done: int, total: int, _what: str) -> None:
        """The last picture is not the end: a page is still to be written or printed."""
        self.bar.setRange(0, total + 1)
        self.bar.setValue(done)

    def _saved(self, path: object) -> None:
        if isinstance(path, Path):
            self._written = path

    def _failed(self, error: object) -> None:
        if isinstance(error, MailwrightError):
            self.tell(explain(error, current_language()))

    def _ended(self) -> None:
        self._job = None
        self._refresh()

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def _refresh(self) -> None:
        idle, written = self._job is None, self._written
        for each in (self.form, self.language, self.clients):
            each.setEnabled(idle)
        self.go.setEnabled(idle and bool(self.chosen))
        self.bar.setVisible(not idle)
        self.told.setText(self.tr("Written: {path}").format(path=written) if written else "")
        self.told.setVisible(written is not None)
        self.show_folder.setVisible(written is not None)
        self.cancel.setText(self.tr("Close") if idle and written else self.tr("Cancel"))

    def _lay_out(self) -> None:
        self.clients.setObjectName("hits")
        self.clients.setHeaderHidden(True)
        self.clients.setRootIsDecorated(False)
        self.clients.setMinimumHeight(180)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        for caption, box in zip(self.captions, (self.form, self.language), strict=False):
            caption.setBuddy(box)
            row.addLayout(field(caption, box), 1)
        self.captions[2].setBuddy(self.clients)
        self.middle.addLayout(row)
        self.middle.addLayout(field(self.captions[2], self.clients), 1)
        for each in (self.bar, self.told):
            self.middle.addWidget(each)
        self.foot.insertWidget(0, self.show_folder)
        self.resize(560, 480)
