"""The editor: the open documents, and around the current one its panels."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QByteArray, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.clients.look import Explained
from desktop.clients.panel import ClientPanel
from desktop.clients.reason_model import Spot
from desktop.clients.spots import source_of
from desktop.clients.why import WhyPanel
from desktop.document import OpenDocument
from desktop.dynamic.report.panel import ReportPanel
from desktop.editor.blocks import BlocksPanel
from desktop.editor.code.panel import CodePanel
from desktop.editor.data.panel import DataPanel
from desktop.editor.design.panel import DesignPanel
from desktop.editor.disk_bar import DiskBar
from desktop.editor.documents import Documents, Opened
from desktop.editor.envelope.panel import EnvelopePanel
from desktop.editor.finding_bar import FindingBar
from desktop.editor.history.ab_switch import AbSwitch
from desktop.editor.history.recovery_bar import RecoveryBar
from desktop.editor.inspector.panel import InspectorPanel
from desktop.editor.modules import ModulesPanel
from desktop.editor.outline import OutlinePanel
from desktop.editor.panel import DocumentPanel
from desktop.editor.problems import ProblemsPanel
from desktop.editor.status import EditorStatus
from desktop.editor.tabbed import TabbedPanels
from desktop.editor.tabs import DocumentTabs
from desktop.jobs import Jobs
from desktop.widgets import Translated
from templates.source.tree import Span

EditorMode = Literal["design", "split", "code", "client"]
_LEFT, _RIGHT, _BOTTOM = 264, 312, 200
_ROOMY = 330  # pixels of the drawer for a table of a few rows


class EditorPage(Translated, QWidget):
    """Design, code and what belongs to them. All panels show the current document."""

    current_changed = Signal()
    state_changed = Signal()
    """Something on which the actions' state depends is different now."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.documents = Documents(jobs, self)
        self.tabs = DocumentTabs(self.documents)
        self.outline, self.blocks, self.modules = OutlinePanel(jobs), BlocksPanel(jobs), ModulesPanel(jobs)
        self.envelope, self.design, self.code = EnvelopePanel(jobs), DesignPanel(jobs), CodePanel(jobs)
        self.inspector, self.problems, self.data = InspectorPanel(jobs), ProblemsPanel(jobs), DataPanel(jobs)
        self.report = ReportPanel(jobs)
        self.client, self.why = ClientPanel(jobs), WhyPanel()
        self.status = EditorStatus()
        self.disk_bar, self.recovery_bar, self.ab_switch = DiskBar(jobs), RecoveryBar(jobs), AbSwitch(jobs)
        self.finding_bar = FindingBar(jobs)
        self.left = TabbedPanels((self.outline, self.blocks, self.modules))
        self.drawer = TabbedPanels((self.problems, self.data, self.report), drawer=True)
        self.mode: EditorMode = "design"
        self._code_beside = False  # the client's picture: somebody asked for a place in the text
        self._drawer_height = _BOTTOM
        self._own_height = False  # the user pulled the drawer to a height that is kept
        self.documents.current_changed.connect(self._current_changed)
        self.problems.counted.connect(self._count_problems)
        self.problems.chosen.connect(self._show_problem)
        self.report.counted.connect(self._count_problems)
        self.report.chosen.connect(self._show_problem)
        self.design.text.changed.connect(self.state_changed)
        self.design.viewing.changed.connect(self.state_changed)
        self.design.line_wanted.connect(self._show_line)
        self.outline.edit_text.connect(self.design.text.start)
        self.envelope.code_wanted.connect(self._edit_in_code)
        self.inspector.envelope_wanted.connect(self.envelope.unfold)
        self.modules.shelf.opened = self._open_documents
        self.client.explained.connect(self._explain)
        self.client.changed.connect(self.state_changed)
        self.client.outdated.connect(self.why.show_outdated)
        self.client.drawn.connect(self.why.show_cast)
        self.client.unexplained.connect(self._explain_nothing)
        self.client.code_wanted.connect(self._put_code_beside)
        self.client.trouble.wanted.connect(self._show_line)
        self.why.spot_wanted.connect(self._show_spot)
        self.why.source_wanted.connect(_open)
        self.data.state_changed.connect(self.state_changed)
        self.data.enlarged.connect(self._enlarge_drawer)
        self.data.room_wanted.connect(self._make_drawer_roomy)
        self._lay_out()
        self.retranslate()
        self.set_mode("design")

    @property
    def document(self) -> OpenDocument | None:
        """The document that is shown."""
        return self.documents.current.document if self.documents.current else None

    @property
    def panels(self) -> tuple[DocumentPanel, ...]:
        """Everything that shows the document, in the order in which F6 goes round."""
        return (
            *(self.outline, self.blocks, self.modules),
            *(self.envelope, self.design, self.client, self.code),
            *(self.inspector, self.why, self.problems, self.data, self.report, self.status),
            *(self.disk_bar, self.recovery_bar, self.finding_bar, self.ab_switch),
        )

    def cycle_panels(self, by: int) -> None:
        """Move the keyboard to the next (1) or the previous (-1) panel that is to be seen."""
        stops = [(panel, panel.keyboard_target()) for panel in self.panels if panel.isVisible()]
        stops = [(panel, target) for panel, target in stops if target is not panel or panel.focusProxy()]
        has_it = self.window().focusWidget() or self
        now = next((place for place, (panel, _) in enumerate(stops) if panel.isAncestorOf(has_it)), -by)
        if stops:
            stops[(now + by) % len(stops)][1].setFocus(Qt.FocusReason.TabFocusReason)

    def set_mode(self, mode: EditorMode) -> None:
        """Show the mail, its text, both side by side, or the mail as a client shows it."""
        self.mode, self._code_beside = mode, False
        self._show_views()
        self.state_changed.emit()

    def _show_views(self) -> None:
        mode = self.mode
        self.design.setVisible(mode in ("design", "split"))
        self.client.setVisible(mode == "client")
        self.code.setVisible(mode in ("split", "code") or self._code_beside)
        self.client.below.setChecked(self._code_beside)
        self.right.setCurrentWidget(self.why if mode == "client" else self.inspector)
        # Beside the picture of a wide mail the text would be a narrow strip: there it stands below.
        self.views.setOrientation(Qt.Orientation.Vertical if mode == "client" else Qt.Orientation.Horizontal)
        if mode == "split" or self._code_beside:
            self.views.setSizes([1000, 1000, 1000])

    def show_code(self) -> None:
        """Make sure that the text is to be seen."""
        if self.mode == "design":
            self.set_mode("split")
        elif self.mode == "client" and not self._code_beside:
            self._put_code_beside(True)

    def _put_code_beside(self, beside: bool) -> None:
        self._code_beside = beside
        self._show_views()

    def shut_down(self) -> None:
        """Close the documents and end the web engine in its order."""
        self.documents.close_all()
        self.design.shut_down()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.left.set_titles(
            (self.tr("Outline"), self.tr("Blocks"), self.tr("Modules")), self.tr("What the mail is made of")
        )
        self._name_drawer()

    def _edit_in_code(self, start: int) -> None:
        self.show_code()
        self.code.show_span(Span(start, start), focus=True)

    def _open_documents(self) -> list[OpenDocument]:
        return [each.document for each in self.documents.all]

    def _explain(self, explained: Explained | None) -> None:
        self.why.show_explained(explained, self.document.tree if self.document else None)

    def _explain_nothing(self) -> None:
        """What was explained before stays beside its picture."""
        if self.why.explained is None:
            self.why.show_failed()

    def _show_spot(self, spot: Spot) -> None:
        """Go to the place in the text that a client changed."""
        document, explained = self.document, self.why.explained
        element = source_of(explained, spot.at, spot.element, document.tree) if document and explained else None
        if document is not None and element is not None:
            self.show_code()
            document.select(element.id, "client")
            self.code.show_span(element.opening)

    def _count_problems(self, _count: int) -> None:
        self._name_drawer()

    def _show_problem(self, span: Span, write: bool) -> None:
        self.show_code()
        self.code.show_span(span, focus=write)

    def _show_line(self, line: int) -> None:
        """Go to a line of the text, counted from 1."""
        if self.document is not None:
            lines = self.document.text.split("\n")
            line = min(max(1, line), len(lines))
            start = sum(len(each) + 1 for each in lines[: line - 1])
            end = start + len(lines[line - 1].rstrip())
            self.show_code()
            self.code.show_span(Span(start, end))

    def _name_drawer(self) -> None:
        count = len(self.problems.problems)
        problems = self.tr("Problems ({count})").format(count=count) if count else self.tr("Problems")
        wrong = self.report.errors
        names = self.tr("Variables ({count})").format(count=wrong) if wrong else self.tr("Variables")
        self.drawer.set_titles((problems, self.tr("Data"), names), self.tr("Problems and data"))

    def _current_changed(self, opened: Opened | None) -> None:
        document, live = (opened.document, opened.live) if opened else (None, None)
        for panel in self.panels:
            panel.set_document(document, live)
        self.current_changed.emit()

    def _drawer_toggled(self, is_open: bool) -> None:
        """A splitter does not follow what becomes of its children's greatest height by itself."""
        height = self.rows.height()
        if is_open:
            self.rows.setSizes([height - self._drawer_height, self._drawer_height])
            self._drawer_tab_chosen()
        else:
            self._drawer_height = max(_BOTTOM, self.rows.sizes()[1])
            self.rows.setSizes([height, 0])

    def _drawer_pulled(self) -> None:
        self._own_height = True

    def _drawer_tab_chosen(self, _place: int = 0) -> None:
        """The table of variables needs some height to say anything."""
        if self.drawer.is_open and self.drawer.stack.currentWidget() is self.report:
            self._make_drawer_roomy()

    def _make_drawer_roomy(self) -> None:
        """Give the open drawer the height of a table, unless the user gave it one already."""
        height = self.rows.height()
        wanted = min(_ROOMY, height // 2)
        if self.drawer.is_open and not self._own_height and self.rows.sizes()[1] < wanted:
            self.rows.setSizes([height - wanted, wanted])

    def _enlarge_drawer(self, larger: bool) -> None:
        """Give the drawer most of the height, or what it had before."""
        height = self.rows.height()
        wanted = height * 3 // 5 if larger else self._drawer_height
        if larger:
            self._drawer_height = max(_BOTTOM, self.rows.sizes()[1])
        self.drawer.set_open(True)
        self.rows.setSizes([height - wanted, wanted])

    def _lay_out(self) -> None:
        self.views = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=1)
        for view in (self.design, self.client, self.code):
            self.views.addWidget(view)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in (self.disk_bar, self.recovery_bar, self.finding_bar):
            column.addWidget(bar)
        column.addWidget(self.envelope)
        column.addWidget(self.views, 1)
        self.rows = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False, handleWidth=1)
        self.rows.addWidget(centre)
        self.rows.addWidget(self.drawer)
        self.rows.setStretchFactor(0, 1)
        self.drawer.toggled.connect(self._drawer_toggled)
        self.drawer.bar.currentChanged.connect(self._drawer_tab_chosen)
        self.rows.splitterMoved.connect(self._drawer_pulled)
        self.drawer.set_open(False)
        self.columns = _Columns(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=1)
        self.right = QStackedWidget()
        for panel in (self.inspector, self.why):
            self.right.addWidget(panel)
        for each in (self.left, self.rows, self.right):
            self.columns.addWidget(each)
        self.columns.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.tabs.add(self.ab_switch)
        whole.addWidget(self.tabs)
        whole.addWidget(self.columns, 1)


class _Columns(QSplitter):
    """Has its widths when it is first seen, unless those of the last time are back: hidden, it has none to share."""

    _has_sizes = False

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        """Take back the widths of the last time."""
        self._has_sizes = super().restoreState(state)
        return self._has_sizes

    def showEvent(self, event: QShowEvent) -> None:
        """Both sides as narrow as they work well."""
        super().showEvent(event)
        if not self._has_sizes:
            self._has_sizes = True
            self.setSizes([_LEFT, max(1, self.width() - _LEFT - _RIGHT), _RIGHT])


def _open(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))
