"""In which clients the audience opens its mails: a CSV of the sending service, and how much of it is to be covered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QSlider, QStackedWidget, QVBoxLayout, QWidget

from desktop.clients.chooser import ClientChooser
from desktop.editor.history.empty_state import EmptyState
from desktop.errors import explain
from desktop.jobs import Jobs
from desktop.language import current_language
from desktop.proofs.opens_lines import OpensLines
from desktop.proofs.words import percent_text
from desktop.widgets import GRID, Translated, button, label, restyle
from renderers.clients.clients_file import ClientsFile
from renderers.clients.opens.covering import covering
from renderers.clients.opens.export import read_export
from renderers.clients.opens.opens import Opens, keep_opens, opens_in
from renderers.clients.profile import profile
from renderers.clients.words import profile_name, spoken_date
from templates.errors import MailwrightError
from templates.workspace import Workspace

_LEAST = 50  # percent: less is no audience


class OpensDialog(Translated, QDialog):
    """A draft until “Use these clients”; ``used`` gives them once the workspace has kept it."""

    used = Signal(tuple)

    def __init__(self, workspace: Workspace, file: ClientsFile, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._file, self._jobs = workspace, file, jobs
        self.opens = opens_in(file)
        self.origin, self.trouble = label("muted", wrap=True), label("danger", wrap=True)
        self.nothing, self.lines, self._pages = EmptyState(), OpensLines(), QStackedWidget()
        self.give, self.leave_out, self.undo = button(), button(), button()
        self.slider, self.amount = QSlider(Qt.Orientation.Horizontal), label("strong")
        self.outcome, self.names = label("", wrap=True), label("muted", wrap=True)
        self.browse, self.cancel, self.go = button(), button(), button(primary=True)
        self.slider.setRange(_LEAST, 100)
        self.slider.setValue(self.opens.percent)
        self.trouble.hide()
        self._connect()
        self._lay_out()
        self.retranslate()

    def read(self, path: Path) -> None:
        """Read another export; what was said of names stays."""
        self.trouble.hide()
        job = self._jobs.run(self.tr("Reading the opens"), lambda job: (path.name, read_export(path)), quiet=True)
        job.succeeded.connect(self._read)
        job.failed.connect(self._failed)

    def assign(self, line: str, clients: tuple[str, ...] | None) -> None:
        """Give a line to clients, leave it out (none of them), or take back what was said of it (None)."""
        names = {name: ids for name, ids in self.opens.names.items() if name.casefold() != line.casefold()}
        self._show(replace(self.opens, names=names if clients is None else {**names, line: clients}))

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("In which clients your mails are opened"))
        self.nothing.say(
            "users",
            self.tr("Which clients does your audience use?"),
            self.tr(
                "Your sending service exports it as CSV: a line for each client, with its name and how many opens it "
                "had. The file stays on this computer; names and shares are kept in the workspace."
            ),
        )
        self.give.setText(self.tr("Give it to a client…"))
        self.leave_out.setText(self.tr("Leave it out"))
        self.leave_out.setToolTip(self.tr("It is no part of the audience: robots, colleagues, what nobody knows."))
        self.undo.setText(self.tr("As it was read"))
        self.slider.setAccessibleName(self.tr("How much of the audience to cover"))
        self.cancel.setText(self.tr("Cancel"))
        self.go.setText(self.tr("Use these clients"))
        self._show(self.opens)

    def choose_file(self) -> None:
        """Ask for the export."""
        dialog = QFileDialog(self, self.tr("Choose an export of opens"))
        dialog.setNameFilter(self.tr("Tables") + " (*.csv *.tsv *.txt)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.read(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read(self, found: object) -> None:
        if isinstance(found, tuple):
            name, lines = found
            self._show(replace(self.opens, source=name, read=date.today(), lines=lines))
            self.lines.setFocus()

    def _failed(self, error: object) -> None:
        self.go.setEnabled(bool(self._clients))
        if isinstance(error, MailwrightError):
            self.trouble.setText(explain(error, current_language()))
            self.trouble.show()

    def _use(self) -> None:
        opens, clients, workspace, file = self.opens, self._clients, self._workspace, self._file
        self.go.setEnabled(False)
        job = self._jobs.run(self.tr("Saving the audience"), lambda job: keep_opens(workspace, file, opens), quiet=True)
        job.succeeded.connect(lambda _: self._used(clients))
        job.failed.connect(self._failed)

    def _used(self, clients: tuple[str, ...]) -> None:
        self.used.emit(clients)
        self.accept()

    @property
    def _clients(self) -> tuple[str, ...]:
        return covering(self.opens.shares, self.opens.percent)

    def _show(self, opens: Opens) -> None:
        self.opens = opens
        self._pages.setCurrentIndex(1 if opens.lines else 0)
        if opens.lines:
            self.lines.show_opens(opens)
        self.browse.setText(self.tr("Another CSV…") if opens.lines else self.tr("Choose a CSV…"))
        self.browse.setProperty("primary", not opens.lines)  # without lines there is nothing else to do
        restyle(self.browse)
        self.go.setVisible(bool(opens.lines))
        self._refresh()

    def _refresh(self) -> None:
        opens, clients, language = self.opens, self._clients, current_language()
        reached = sum(opens.shares[id_] for id_ in clients)
        self.origin.setText(self._source())
        self.origin.setVisible(bool(opens.lines))
        self.amount.setText(self.tr("Cover {percent}").format(percent=percent_text(opens.percent / 100)))
        few = self.tr("%n client(s) cover(s) {share} of your audience.", "", len(clients))
        less = self.tr("All %n client(s) that are known cover(s) {share} of your audience.", "", len(clients))
        enough = reached >= opens.percent / 100 - 1e-9
        self.outcome.setText((few if enough else less).format(share=percent_text(reached)))
        self.names.setText(" · ".join(profile_name(profile(id_), language) for id_ in clients))
        self.go.setEnabled(bool(clients))
        self._line_changed()

    def _source(self) -> str:
        day = spoken_date(self.opens.read.isoformat(), current_language()) if self.opens.read else ""
        unknown = sum(self.opens.unmatched.values())
        told = [self.opens.source, day, self.tr("%n line(s)", "", len(self.opens.lines))]
        if unknown >= 0.005:
            told.append(self.tr("{share} of clients that are not known").format(share=percent_text(unknown)))
        return "  ·  ".join(filter(None, told))

    def _line_changed(self) -> None:
        line = self.lines.line
        for each in (self.give, self.leave_out):
            each.setEnabled(bool(line))
        self.leave_out.setEnabled(bool(line) and not self.opens.is_left_out(line))
        self.undo.setEnabled(any(name.casefold() == line.casefold() for name in self.opens.names))

    def _give(self) -> None:
        line, meant = self.lines.line, self.opens.meant(self.lines.line)
        if line:
            chooser = ClientChooser(meant[0] if meant else "", self)
            chooser.chosen.connect(lambda client: self.assign(line, (client,)))
            chooser.show_below(self.give)

    def _leave_out(self) -> None:
        self.assign(self.lines.line, ())

    def _take_back(self) -> None:
        self.assign(self.lines.line, None)

    def _slid(self, percent: int) -> None:
        self.opens = replace(self.opens, percent=percent)
        self._refresh()

    def _connect(self) -> None:
        self.lines.currentItemChanged.connect(self._line_changed)
        self.lines.give_wanted.connect(self._give)
        self.give.clicked.connect(self._give)
        self.leave_out.clicked.connect(self._leave_out)
        self.undo.clicked.connect(self._take_back)
        self.slider.valueChanged.connect(self._slid)
        self.browse.clicked.connect(self.choose_file)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._use)
        self.go.setDefault(True)

    def _lay_out(self) -> None:
        verbs, cover, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (verbs, cover, foot):
            row.setSpacing(GRID)
        for made in (self.give, self.leave_out, self.undo):
            verbs.addWidget(made)
        verbs.addStretch()
        self.amount.setMinimumWidth(96)
        cover.addWidget(self.amount)
        cover.addWidget(self.slider, 1)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addWidget(self.lines, 1)
        inside.addLayout(verbs)
        inside.addSpacing(GRID)
        inside.addLayout(cover)
        inside.addWidget(self.outcome)
        inside.addWidget(self.names)
        for each in (self.nothing, page):
            self._pages.addWidget(each)
        foot.addWidget(self.browse)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for widget in (self.origin, self.trouble):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        column.addSpacing(GRID)
        column.addLayout(foot)
        self.resize(720, 600)
