"""The inspector: the selected component, attribute by attribute; with nothing selected, the mail's settings.

Made from the schema. Every change is an edit of the text; what the panel shows follows from the text alone.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.document import OpenDocument
from desktop.dynamic.conditions.known import segment_titles
from desktop.dynamic.conditions.show import on_screen, show_condition, show_loop
from desktop.editor.inspector.columns_box import ColumnsBox
from desktop.editor.inspector.edits import InspectorEdits
from desktop.editor.inspector.element_state import element_state
from desktop.editor.inspector.form import ComponentForm
from desktop.editor.inspector.header import InspectorHeader
from desktop.editor.inspector.mail_context import MailContext, Target
from desktop.editor.inspector.mail_form import MailForm
from desktop.editor.inspector.problem import ProblemLine
from desktop.editor.inspector.tab_order import order_tabs
from desktop.editor.inspector.visibility_box import VisibilityBox, rows_around
from desktop.editor.panel import DocumentPanel
from desktop.jobs import Jobs
from desktop.live import LiveMailer, LiveView
from desktop.widgets import GRID, label, rule, styled
from templates.source.columns import ROWS
from templates.source.schema import component, components
from templates.source.tree import Element, SourceTree

WIDTH = 304
_WHOLE_MAIL = frozenset(["mjml", "mj-body", "mj-head"])
_BODY = 600.0


class InspectorPanel(DocumentPanel):
    """Shows the selection of the document."""

    envelope_wanted = Signal()
    """The user wants to write subject and preheader."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "panel")
        self.setMinimumWidth(WIDTH - 24)
        self.context = MailContext(jobs, self)
        self.edits = InspectorEdits(self.context)
        self.forms: dict[str, ComponentForm] = {}
        self.form: ComponentForm | None = None
        self.header = InspectorHeader()
        self.problem = ProblemLine()
        self.columns = ColumnsBox(self.context)
        self.visibility = VisibilityBox()
        self.mail = MailForm(self.context)
        self.empty = label("muted", wrap=True)
        self._builder = QTimer(self, interval=0)
        self._builder.timeout.connect(self._build_more)
        self._wire()
        self._lay_out()
        self.retranslate()
        self.document_opened()

    # The document

    def set_document(self, document: OpenDocument | None, live: LiveMailer | None) -> None:
        """Keep what was typed, then show another document."""
        self.flush()
        super().set_document(document, live)

    def document_opened(self) -> None:
        """Show another document; forms of its components are made while nobody waits."""
        self.context.show(self.document)
        self._show_selection()
        self._builder.start()

    def document_parsed(self) -> None:
        """Show what the text says now."""
        self._show_selection()
        self._builder.start()

    def selection_moved(self, node_id: int, origin: str) -> None:
        """Keep what was typed, then show the other component."""
        self.flush()
        self._show_selection()

    def mail_built(self, view: LiveView) -> None:
        """The brand and the included parts may be other ones."""
        self.context.data = self.live.shown.data if self.live is not None else "default"
        if self.context.is_stale():
            self.context.refresh()
            self._show_selection()

    def flush(self) -> None:
        """Make the edit of what was typed and not said yet."""
        for part in (self.form, self.columns, self.mail):
            if part is not None and not part.isHidden():
                part.flush()
        self.header.label.flush()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.empty.setText(self.tr("Open a template to see and change what it is made of."))

    # Showing

    def form_of(self, name: str) -> ComponentForm:
        """The form for a component; made the first time, its groups in steps."""
        if name not in self.forms:
            form = ComponentForm(self.context, name)
            form.wanted.connect(self.edits.change)
            form.arrived.connect(self.edits.change_late)
            form.reset.connect(self.edits.reset)
            form.fixed.connect(self.edits.fix)
            form.grown.connect(self._form_grown)
            form.hide()
            self._forms.addWidget(form)
            self.forms[name] = form
        return self.forms[name]

    def _show_selection(self) -> None:
        document = self.document
        element = document.selected_element if document else None
        if element is not None and (element.name in _WHOLE_MAIL or component(element.name) is None):
            element = None
        self.context.target = Target(document, element.id if element else 0)
        self.empty.setVisible(document is None)
        self.header.setVisible(document is not None)
        self.area.setVisible(document is not None)
        self.content.setEnabled(document is not None and document.editable)
        self.header.label.setReadOnly(document is None or not document.editable)
        self.mail.setVisible(document is not None and element is None)
        in_head = document is not None and element is not None and _is_in_head(document.seen_tree, element)
        self.visibility.setVisible(element is not None and not in_head)
        if document is None:
            return
        self.context.follow(document.seen_tree)
        if element is None:
            self._show_mail(document.seen_tree)
        else:
            self._show_component(document.seen_tree, element)

    def _show_mail(self, tree: SourceTree) -> None:
        self._show_form(None)
        self.columns.hide()
        self.problem.show_finding(None)
        self.header.show_mail()
        self.mail.show_mail(tree)

    def _show_component(self, tree: SourceTree, element: Element) -> None:
        state = element_state(tree, element, self.context.defaults)
        form = self.form_of(element.name)
        self.header.show_component(tree, element)
        own = state.findings.get("", ())
        self.problem.show_finding(own[0] if own else None)
        self.columns.setVisible(element.name in ROWS)
        if element.name in ROWS:
            self.columns.show_row(tree, element, _BODY)
        self.visibility.show_tags(rows_around(tree, element), segment_titles(self.context.document))
        form.show_state(state)
        self._show_form(form)

    def _show_form(self, form: ComponentForm | None) -> None:
        if form is self.form:
            return
        if self.form is not None:
            self.form.hide()
        self.form = form
        self.area.verticalScrollBar().setValue(0)
        if form is None:
            return
        if not form.is_complete:
            form.build_next()
        form.show()
        order_tabs(self.columns, self.visibility, form)
        self._builder.start()

    def _ask_around(self, level: int, keyword: str) -> None:
        """Open the popup for a condition or a loop beside the box that shows them."""
        document, node_id = self.context.target
        if document is not None and document.editable:
            ask = show_loop if keyword == "for" else show_condition
            place, found = on_screen(self.visibility), level if level >= 0 else None
            ask(document, node_id, self.window(), place, level=found, data=self.context.data)

    def _select(self, node_id: int) -> None:
        if self.document is not None:
            self.document.select(node_id, "inspector")

    def _form_grown(self) -> None:
        if self.form is not None and self.sender() is self.form:
            order_tabs(self.columns, self.visibility, self.form)

    def _build_more(self) -> None:
        """Make one more group of a form: of the one that is shown, else of one that will be wanted."""
        form = self.form if self.form is not None and not self.form.is_complete else self._unfinished()
        if form is None:
            self._builder.stop()
        else:
            form.build_next()

    def _unfinished(self) -> ComponentForm | None:
        if self.document is None:
            return None
        tree = self.document.seen_tree
        wanted = (one.name for one in components().values() if one.kind == "body" and tree.elements(one.name))
        forms = (self.form_of(name) for name in wanted if name not in _WHOLE_MAIL)
        return next((form for form in forms if not form.is_complete), None)

    # Inside

    def _wire(self) -> None:
        edits, columns, visibility = self.edits, self.columns, self.visibility
        self.header.renamed.connect(edits.rename)
        self.problem.fixed.connect(edits.fix)
        columns.layout_wanted.connect(edits.set_layout)
        columns.widths_wanted.connect(edits.set_widths)
        columns.add_wanted.connect(edits.add_column)
        visibility.wanted.connect(self._ask_around)
        visibility.removed.connect(edits.remove_around)
        visibility.other_chosen.connect(self._select)
        self.mail.wanted.connect(edits.set_mail)
        self.mail.font_wanted.connect(edits.set_font)
        self.mail.envelope_wanted.connect(self.envelope_wanted)

    def _lay_out(self) -> None:
        self.content = QWidget()
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 2 * GRID)
        column.setSpacing(0)
        self._forms = QVBoxLayout()
        self._forms.setSpacing(0)
        column.addWidget(self.problem)
        column.addWidget(self.columns)
        column.addWidget(self.visibility)
        column.addLayout(self._forms)
        column.addWidget(self.mail)
        column.addStretch()
        self.problem.setContentsMargins(2 * GRID, 0, 4, GRID)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(rule())
        whole.addWidget(self.area, 1)
        self.empty.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignTop)


def _is_in_head(tree: SourceTree, element: Element) -> bool:
    return any(isinstance(node, Element) and node.name == "mj-head" for node in tree.ancestors(element))
