"""One segment: its name and id, its rule as builder and as text, where it is used, who is in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QLineEdit, QMenu, QScrollArea, QVBoxLayout, QWidget

from desktop.dialogs.segments.people import People
from desktop.dialogs.segments.questions import place_words
from desktop.dialogs.segments.undeclared import Undeclared
from desktop.dynamic.rule_builder.draft import Branch
from desktop.dynamic.rule_builder.names import BuilderName
from desktop.dynamic.rule_builder.rule_editor import RuleEditor
from desktop.widgets import GRID, Translated, button, label, styled
from templates.dynamic.rule.path import path_of
from templates.dynamic.segment import Segment
from templates.dynamic.segment_uses import Use

REST_MS = 400  # of typing in the rule, before it is a change of the segment


class SegmentPage(Translated, QWidget):
    """Says what the user wants the segment to be: names when the field is left, rules when typing rests."""

    named = Signal(str, str)
    """Id and new name."""
    renamed = Signal(str, str)
    """Id and new id."""
    ruled = Signal(str, str)
    """Id and text of the rule, readable or not."""
    template_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.segment: Segment | None = None
        self._uses: Sequence[Use] = ()
        self.name, self.id = QLineEdit(), QLineEdit()
        self.captions = [label("caption"), label("caption")]
        self.asked = label("tiny")
        self.asked.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.uses = button(quiet=True)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._use_chosen)
        self.uses.setMenu(self._menu)
        self.uses.setObjectName("menu")
        self.who, self.editor, self.people = label("heading"), RuleEditor(), People()
        self.undeclared = Undeclared()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._say_rule)
        self.editor.changed.connect(self._rest.start)
        self.name.editingFinished.connect(self._say_name)
        self.id.editingFinished.connect(self._say_id)
        self._lay_out()
        self.retranslate()

    @property
    def is_pending(self) -> bool:
        """Whether something was written that is not said yet."""
        segment = self.segment
        if segment is None:
            return False
        return self._rest.isActive() or (self.name.text(), self.id.text()) != (segment.name, segment.id)

    def show_segment(
        self,
        segment: Segment,
        names: Sequence[BuilderName],
        draft: str | None = None,
        rows: Branch | None = None,
    ) -> None:
        """Show a segment; ``draft`` is a text for its rule that cannot be read yet, ``rows`` are those it had last."""
        anew = self.segment is None or segment.id != self.segment.id
        self.segment = segment
        self._rest.stop()
        self.name.setText(segment.name)
        self.id.setText(segment.id)
        if anew or self.editor.text != (segment.rule if draft is None else draft):
            self.editor.show_text(segment.rule, names, anew=anew, unread=draft)
        else:
            self.editor.show_names(names)
        if anew and rows is not None:
            self.editor.builder.show_draft(rows)
        self.retranslate()

    def follow(self, old: str, new: str) -> None:
        """The segment has another id now; what is being written stays."""
        if self.segment is not None and self.segment.id == old:
            self.segment = self.segment.model_copy(update={"id": new})
            if self.id.text().strip() == old:
                self.id.setText(new)
            self.retranslate()

    def show_uses(self, uses: Sequence[Use]) -> None:
        """Show where templates ask for the segment."""
        self._uses = uses
        self._name_uses()

    def flush(self) -> None:
        """Say what was written and not said yet."""
        self._say_name()
        self._say_id()
        if self._rest.isActive():
            self._say_rule()

    def retranslate(self) -> None:
        """Set every text anew."""
        for caption, field, words in zip(
            self.captions, (self.name, self.id), (self.tr("Name"), self.tr("Id")), strict=True
        ):
            caption.setText(words)
            field.setAccessibleName(words)
        self.name.setPlaceholderText(self.tr("What people call it"))
        self.who.setText(self.tr("Who is in it"))
        asked = path_of("segment", self.segment.id) if self.segment else ""
        self.asked.setText(self.tr("Templates ask {path}").format(path=asked))
        self._name_uses()

    def _name_uses(self) -> None:
        owners = {use.owner or use.file for use in self._uses if use.kind != "rule"}
        self.uses.setText("   " + self.tr("Used in %n template(s)", "", len(owners)))
        self.uses.setVisible(bool(owners))
        self._menu.clear()
        for use in self._uses:
            if use.kind != "rule":
                action = self._menu.addAction(place_words(use))
                action.setData(use.owner)
                action.setEnabled(bool(use.owner))

    def _use_chosen(self, action: QAction) -> None:
        self.template_wanted.emit(action.data())

    def _say_name(self) -> None:
        name = " ".join(self.name.text().split())
        segment = self.segment
        if segment is not None and name != segment.name:
            self.segment = segment.model_copy(update={"name": name})  # or leaving the field would say it once more
            self.named.emit(segment.id, name)

    def _say_id(self) -> None:
        wanted = self.id.text().strip()
        segment = self.segment
        if segment is not None and wanted != segment.id:
            self.segment = segment.model_copy(update={"id": wanted})
            self.renamed.emit(segment.id, wanted)

    def _say_rule(self) -> None:
        self._rest.stop()
        if self.segment is not None:
            self.ruled.emit(self.segment.id, self.editor.text)

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setContentsMargins(3 * GRID, 12, 3 * GRID, GRID)
        head.setHorizontalSpacing(2 * GRID)
        head.setVerticalSpacing(4)
        for place, (caption, field) in enumerate(zip(self.captions, (self.name, self.id), strict=True)):
            caption.setBuddy(field)
            head.addWidget(caption, 0, place)
            head.addWidget(field, 1, place)
        head.addWidget(self.uses, 2, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.asked, 2, 1)
        head.setColumnStretch(0, 3)
        head.setColumnStretch(1, 2)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GRID, GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.who)
        column.addWidget(self.editor)
        column.addWidget(self.undeclared)
        column.addSpacing(GRID)
        column.addWidget(self.people)
        column.addStretch()
        self.area = QScrollArea(widgetResizable=True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        top = styled(QWidget(), "bar")
        top.setLayout(head)
        whole.addWidget(top)
        whole.addWidget(self.area, 1)
