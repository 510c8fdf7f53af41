"""One attribute: its name, where its value comes from, its editor, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.editor.inspector.change import CONTENT
from desktop.editor.inspector.element_state import ElementState
from desktop.editor.inspector.elided import ElidedLabel
from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.names import attribute_name
from desktop.editor.inspector.origins import origin_words
from desktop.editor.inspector.problem import ProblemLine
from desktop.editor.inspector.sides_editor import SidesEditor
from desktop.editor.inspector.text_editor import ExpressionEditor
from desktop.editor.inspector.value_editor import LiveChips, LiveLine, ValueEditor
from desktop.merge_tags.picker import MergeTagPicker
from desktop.merge_tags.tag_help import TagHelp
from desktop.widgets import IconButton, Translated, label
from templates.source.sides import Sides

_ORIGIN_WIDTH = 72  # pixels: a class may have a long name


class AttributeRow(Translated, QWidget):
    """Shows one attribute of the component it is given; says what the user wants."""

    wanted = Signal(str, object, bool)
    """Attribute, value (None: none), and whether it goes on with the change before."""
    arrived = Signal(str, object, object)
    """Attribute, value, and the target for which it was asked some time ago."""
    reset = Signal(list)
    fixed = Signal(object)

    def __init__(self, context: MailContext, component: str, attribute: str, editor: ValueEditor) -> None:
        super().__init__()
        self.context, self.component, self.attribute = context, component, attribute
        self.editor = editor
        self.text: ExpressionEditor | None = None
        self.problem: ProblemLine | None = None
        self._state: ElementState | None = None
        self._as_text = False
        self.title = ElidedLabel("caption")
        self.origin = label("tiny")
        self.clear_button = IconButton("undo-2", size=14)
        self.clear_button.setObjectName("small")
        self.clear_button.clicked.connect(self._reset)
        self.clear_button.hide()
        self.tag_button = IconButton("braces", size=14)
        self.tag_button.setObjectName("small")
        self.tag_button.clicked.connect(self.choose_tag)
        self._listen(editor)
        editor.text_wanted.connect(self.write_as_text)
        self._lay_out()
        self.retranslate()

    @property
    def half(self) -> bool:
        """Whether two such rows fit side by side."""
        return self.editor.half

    @property
    def names(self) -> list[str]:
        """The attributes that the row edits."""
        sides = Sides._fields if isinstance(self.editor, SidesEditor) else ()
        return [self.attribute, *(f"{self.attribute}-{side}" for side in sides)]

    @property
    def shown_editor(self) -> ValueEditor:
        """The editor that is to be seen: the attribute's own, or the one for text."""
        return self.text if self.text is not None and self._as_text else self.editor

    def show_state(self, state: ElementState) -> None:
        """Show the attribute of another component, or of the same one after a change."""
        self._state = state
        written = self._written(state)
        inherited = state.inherited.get(self.attribute)
        self._choose_editor(written, inherited.value if inherited else "")
        self._show_value(state, written, inherited.value if inherited else "")
        mine = [name for name in self.names if name in state.written]
        self.clear_button.setVisible(bool(mine))
        words = "" if mine or inherited is None else origin_words(inherited.origin)
        self.origin.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _ORIGIN_WIDTH))
        self.origin.setVisible(bool(words))
        self.setToolTip(self._tip(state))
        self._show_findings(state)

    def settle(self) -> None:
        """Change to the editor that suits the value, now that nobody types in the other one."""
        if self._state is not None:
            self.show_state(self._state)

    def flush(self) -> None:
        """Say what was typed."""
        self.shown_editor.flush()

    def choose_tag(self) -> MergeTagPicker | None:
        """Offer what a tag can print in the value."""
        tag_help = self.shown_editor.findChild(TagHelp)
        return tag_help.choose() if tag_help is not None else None

    def write_as_text(self) -> None:
        """Show the value as text and let it be edited so."""
        self._show_text(True)
        if self._state is not None and self.text is not None:
            self.text.show_value(self._written(self._state), "")
            self.text.line.setFocus()

    def retranslate(self) -> None:
        """Set every text anew."""
        name = attribute_name(self.component, self.attribute)
        self.title.setText(name)
        self.clear_button.name(self.tr("Reset: {name}").format(name=name))
        self.tag_button.name(self.tr("{name}: insert a name").format(name=name))
        for editor in filter(None, (self.editor, self.text)):
            editor.set_name(name)
        if self._state is not None:
            self.show_state(self._state)

    def _written(self, state: ElementState) -> str | None:
        if self.attribute == CONTENT:
            return state.words
        return state.written.get(self.attribute)

    def _choose_editor(self, written: str | None, inherited: str) -> None:
        """The attribute's own editor, unless the value is beyond it. Not while somebody types in the other one."""
        focused = QApplication.focusWidget()
        if focused is not None and self.shown_editor.isAncestorOf(focused):
            return
        self._show_text(written is not None and bool(written) and not self.editor.understands(written))

    def _show_text(self, as_text: bool) -> None:
        if as_text == self._as_text:
            return
        self._as_text = as_text
        if self.text is None:
            self.text = ExpressionEditor(self.context)
            self.text.set_name(self.title.text())
            self._listen(self.text)
            self.column.insertWidget(2, self.text)
        self.editor.setVisible(not as_text)
        self.text.setVisible(as_text)
        self.title.setBuddy(self.shown_editor.main_control())
        self.tag_button.setVisible(self.shown_editor.chips() is not None)

    def _show_value(self, state: ElementState, written: str | None, inherited: str) -> None:
        editor = self.shown_editor
        if isinstance(editor, SidesEditor):
            editor.show_sides(state.effective, pale=not any(name in state.written for name in self.names))
        else:
            editor.show_value(written, inherited)

    def _tip(self, state: ElementState) -> str:
        lines = [self.attribute if self.attribute != CONTENT else ""]
        if one := state.inherited.get(self.attribute):
            lines.append(f"{self.context.resolved(one.value)} – {origin_words(one.origin, full=True)}")
        return "\n".join(filter(None, lines))

    def _show_findings(self, state: ElementState) -> None:
        findings = [finding for name in self.names for finding in state.findings.get(name, ())]
        if findings and self.problem is None:
            self.problem = ProblemLine()
            self.problem.fixed.connect(self.fixed)
            self.column.addWidget(self.problem)
        if self.problem is not None:
            self.problem.show_finding(findings[0] if findings else None)

    def _listen(self, editor: ValueEditor) -> None:
        editor.typed.connect(self._typed)
        editor.chosen.connect(self._chosen)
        editor.late.connect(self._late)
        for line in editor.findChildren(LiveLine):
            line.left.connect(self.settle, Qt.ConnectionType.QueuedConnection)
        for chips in editor.findChildren(LiveChips):
            chips.left.connect(self.settle, Qt.ConnectionType.QueuedConnection)
        if (line_of_chips := editor.chips()) is not None:
            tag_help = TagHelp(
                line_of_chips, self.context.names, self.tag_button, in_attribute=self.attribute != CONTENT
            )
            tag_help.picked.connect(self._insert_tag)

    def _typed(self, value: object) -> None:
        self.wanted.emit(self.attribute, value, True)

    def _chosen(self, value: object) -> None:
        self.wanted.emit(self.attribute, value, False)

    def _late(self, value: object, target: object) -> None:
        self.arrived.emit(self.attribute, value, target)

    def _insert_tag(self, tag: str) -> None:
        """As if it were typed, where the caret is."""
        chips = self.shown_editor.chips()
        if chips is not None:
            chips.insert_tag(tag, apart=self.attribute == CONTENT)
            chips.flush()
            chips.setFocus()

    def _reset(self) -> None:
        self.reset.emit(self.names)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.origin)
        head.addWidget(self.tag_button)
        head.addWidget(self.clear_button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self.column.addWidget(self.editor)
        self.tag_button.setVisible(self.editor.chips() is not None)
        self.title.setMinimumHeight(20)
        self.title.setBuddy(self.editor.main_control())
