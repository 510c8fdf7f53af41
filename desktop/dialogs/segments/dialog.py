"""The segments of a workspace. Whatever is changed here is written at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.dialogs.segments.blank import Blank, Broken
from desktop.dialogs.segments.list_pane import SegmentList
from desktop.dialogs.segments.questions import DeleteSegmentDialog
from desktop.dialogs.segments.segment_model import SegmentModel
from desktop.dialogs.segments.segment_page import SegmentPage
from desktop.dynamic.rule_builder.names import BuilderName, property_names
from desktop.errors import explain
from desktop.language import current_language
from desktop.open_segments import OpenSegments
from desktop.panels.undo_bar import UndoBar
from desktop.segment_edits import Editing
from desktop.segment_steps import SegmentStep
from desktop.widgets import GRID, IconButton, Translated, button, label, set_role, styled
from templates.dynamic.properties import PropertyType
from templates.dynamic.rule.implied import undeclared
from templates.dynamic.rule.parse import parse_rule
from templates.errors import MailwrightError


class SegmentsDialog(Translated, QDialog):
    """Stays open beside the window."""

    template_wanted = Signal(str)
    file_wanted = Signal()
    """The file of the segments is to be shown."""
    contacts_wanted = Signal()
    samples_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, segments: OpenSegments, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.segments, self.editing = segments, Editing(segments)
        self._new = self._asked_for = ""
        self._named_for: object = None  # the contacts whose values the names complete from
        self.model = SegmentModel(self)
        self.list, self.page, self.blank, self.broken = SegmentList(self.model), SegmentPage(), Blank(), Broken()
        self.undo, self.redo = IconButton("undo"), IconButton("redo")
        self.status, self.shut = label("muted"), button()
        self.bar = UndoBar()
        self._stack = QStackedWidget()
        self._keys = (QShortcut(QKeySequence("Ctrl+Z"), self), QShortcut(QKeySequence("Ctrl+Shift+Z"), self))
        self._lay_out()
        self._connect()
        self.retranslate()
        self.resize(1040, 700)
        self._refresh()
        self.list.view.setFocus()
        segments.read()

    # Showing

    def show_segment(self, id_: str) -> None:
        """Choose a segment, as soon as it is listed."""
        self._asked_for = id_ if id_ not in self.model.ids else ""
        self.list.choose(id_)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Segments"))
        self.shut.setText(self.tr("Close"))
        self._tell()
        self._refresh_history()

    def changeEvent(self, event: QEvent) -> None:
        """Somebody may have changed the file while another window was used."""
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and not self.segments.is_busy:
            self.segments.read()
        super().changeEvent(event)

    def done(self, result: int) -> None:
        """Nothing that was written is lost."""
        self.page.flush()
        self._keep_rows()
        super().done(result)

    def _refresh(self) -> None:
        """Show what the files say now; what is being written stays."""
        listed = self.segments.listed
        current = self.page.segment.id if self.page.segment else ""
        self.model.set_segments(listed.segments)
        if listed.error is not None:
            self.broken.show_error(listed.error)
        if current in self.model.ids:
            self.list.choose(current)
            if not self.page.is_pending and not self.segments.waits:
                self._show(current)
        elif self.model.ids and not self.segments.waits:
            self.list.choose(self.model.ids[0])
        if self._asked_for in self.model.ids:
            self.show_segment(self._asked_for)
        self._show_right_page()
        self.list.refresh()
        self._show_facts()

    def _show_right_page(self) -> None:
        broken = self.segments.listed.error is not None
        page: QWidget = self.page if self.model.ids else self.blank
        self._stack.setCurrentWidget(self.broken if broken else page)
        self.list.setVisible(bool(self.model.ids) and not broken)

    def _show(self, id_: str) -> None:
        segment = self.segments.segment(id_)
        if segment is None:
            return
        if self.page.segment is not None and self.page.segment.id != id_:
            self._keep_rows()
        self.page.show_segment(
            segment, self._names(id_), self.segments.drafts.get(id_), rows=self.segments.rows.get(id_)
        )
        self._show_facts()

    def _keep_rows(self) -> None:
        """Keep the rows of the segment that is shown: it may be shown again."""
        shown = self.page.segment
        if shown is not None and self.segments.segment(shown.id) is not None:
            self.segments.rows[shown.id] = self.page.editor.builder.draft

    def _names(self, id_: str) -> list[BuilderName]:
        listed = self.segments.listed
        others = {key: title for key, title in listed.titles.items() if key != id_}
        return property_names(listed.types, others, self.segments.contacts)

    def _counted(self) -> None:
        self._show_facts()
        if self.segments.contacts is not self._named_for and self.page.segment is not None:
            self._named_for = self.segments.contacts
            self.page.editor.show_names(self._names(self.page.segment.id))

    def _show_facts(self) -> None:
        facts, segments = self.segments.facts, self.segments
        self.model.set_facts(facts)
        blank = {one.id for one in segments.listed.segments if not one.rule.strip()}  # a beginning is no fault
        self.model.set_wrong(frozenset({*facts.problems, *segments.drafts} - blank))
        if self.page.segment is not None:
            id_ = self.page.segment.id
            self.page.show_uses(facts.uses.get(id_, ()))
            unread = id_ in segments.drafts
            self.page.people.show_members(segments.contacts, None if unread else facts.members.get(id_))
            self.page.editor.builder.show_capitals(facts.capitals.get(id_, {}))
            silent = id_ in blank or unread  # of these the text form tells, with the place
            problems = () if silent else facts.problems.get(id_, ())
            self.page.editor.builder.show_problems(problems)
            types = segments.listed.types
            self.page.undeclared.show_types(undeclared(self.page.editor.rule, types) if problems and types else {})

    # Changing

    def _chosen(self, id_: str) -> None:
        if self.page.segment is not None and self.page.segment.id != id_:
            self.page.flush()
        self._show(id_)
        self._tell()

    def _ruled(self, id_: str, text: str) -> None:
        try:
            parse_rule(text)
        except MailwrightError:
            self.segments.drafts[id_] = text
            self._tell()
            self._show_facts()
            return
        self.segments.drafts.pop(id_, None)
        self.editing.set_rule(id_, text)

    def add_segment(self, name: str, rule: str) -> None:
        """Add a segment with this rule, and show it."""
        self._new = self.editing.add(name, rule)

    def _wanted(self, verb: str) -> None:
        self.page.flush()
        id_ = self.list.current
        if verb == "new":
            self._make()
        elif verb == "import":
            self.import_wanted.emit()
        elif verb == "duplicate":
            self._new = self.editing.duplicate(id_)
        elif verb == "delete":
            self._delete(id_)
        else:
            self.editing.move(id_, -1 if verb == "up" else 1)

    def _declare(self, types: Mapping[str, PropertyType]) -> None:
        self.page.flush()
        self.segments.declare(types)
        self.status.setText(self.tr("Added to contacts.toml: {properties}").format(properties=", ".join(types)))

    def _make(self) -> None:
        self._new = self.editing.add(self.tr("New segment"))

    def _delete(self, id_: str) -> None:
        """Ask where something uses it."""
        segment = self.segments.segment(id_)
        if segment is None:
            return
        uses = self.segments.facts.uses.get(id_, ())
        if not uses:
            self._delete_now(id_)
            return
        self.question = DeleteSegmentDialog(segment, uses, self)
        self.question.accepted.connect(self._delete_asked)
        self.question.open()

    def _delete_asked(self) -> None:
        self._delete_now(self.question.segment.id)

    def _delete_now(self, id_: str) -> None:
        title = self.segments.listed.titles.get(id_, id_)
        self.segments.drafts.pop(id_, None)
        self.segments.rows.pop(id_, None)
        self.editing.remove(id_)
        self.bar.tell(self.tr("Deleted: {titles}").format(titles=title))

    def _undo(self) -> None:
        self.page.flush()
        self.bar.hide()
        self.segments.undo()

    def _redo(self) -> None:
        self.page.flush()
        self.segments.redo()

    # What happened

    def _renamed(self, old: str, new: str) -> None:
        self.page.follow(old, new)
        self._new = new if self._new == old else self._new

    def _stepped(self, step: SegmentStep) -> None:
        """Show the segment that it was about; a new one gets the keyboard in its name."""
        self._tell()
        if step.show in self.model.ids:
            self.list.choose(step.show)
            if not self.page.is_pending and not self.segments.waits:
                self._show(step.show)
        if self._new and step.show == self._new:
            self._new = ""
            self.page.name.setFocus()
            self.page.name.selectAll()
        if step.left:
            self._failed(step.left[0])

    def _failed(self, error: object) -> None:
        """Show what is there now, and why it is not what was wanted."""
        if isinstance(error, MailwrightError):
            self.status.setText(explain(error, current_language()))
            set_role(self.status, "danger")
        current = self.list.current
        if current:
            self._show(current)

    def _tell(self) -> None:
        self.status.setText(self.tr("Every change is kept in segments.toml at once."))
        if self.page.segment is not None and self.page.segment.id in self.segments.drafts:
            self.status.setText(self.tr("Not kept yet: the text of the rule cannot be read."))
        set_role(self.status, "muted")

    def _refresh_history(self) -> None:
        segments = self.segments
        for each, words, what, able in (
            (self.undo, self.tr("Undo"), segments.undo_label, segments.can_undo),
            (self.redo, self.tr("Redo"), segments.redo_label, segments.can_redo),
        ):
            each.name(f"{words}: {what}" if what else words)
            each.setEnabled(able)

    def _connect(self) -> None:
        segments = self.segments
        segments.changed.connect(self._refresh)
        segments.counted.connect(self._counted)
        segments.renamed.connect(self._renamed)
        segments.stepped.connect(self._stepped)
        segments.history_changed.connect(self._refresh_history)
        segments.failed.connect(self._failed)
        self.list.chosen.connect(self._chosen)
        self.list.wanted.connect(self._wanted)
        self.page.named.connect(self.editing.set_name)
        self.page.renamed.connect(self.editing.rename)
        self.page.ruled.connect(self._ruled)
        self.page.template_wanted.connect(self.template_wanted)
        self.page.people.file_wanted.connect(self.contacts_wanted)
        self.page.people.samples_wanted.connect(self.samples_wanted)
        self.page.undeclared.wanted.connect(self._declare)
        self.blank.new_wanted.connect(self._make)
        self.blank.import_wanted.connect(self.import_wanted)
        self.broken.file_wanted.connect(self.file_wanted)
        self.broken.again_wanted.connect(segments.read)
        self.undo.clicked.connect(self._undo)
        self.redo.clicked.connect(self._redo)
        self.bar.undo.connect(self._undo)
        self._keys[0].activated.connect(self._undo)
        self._keys[1].activated.connect(self._redo)
        self.shut.clicked.connect(self.close)

    def _lay_out(self) -> None:
        for page in (self.page, self.blank, self.broken):
            self._stack.addWidget(page)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.list)
        both.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, GRID, 12, GRID)
        foot.addWidget(self.undo)
        foot.addWidget(self.redo)
        foot.addWidget(self.status, 1)
        foot.addWidget(self.shut)
        bottom = styled(QWidget(), "foot")
        bottom.setLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(both, 1)
        column.addWidget(self.bar)
        column.addWidget(bottom)
        self.setMinimumSize(720, 480)
