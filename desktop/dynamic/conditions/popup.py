"""The popup in which people say who sees a component, and what the others see in its place. Each choice is an edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QVBoxLayout, QWidget

from desktop import structure_conditions as verbs
from desktop.dialogs.popup import Popup
from desktop.document import OpenDocument
from desktop.dynamic.conditions.branch_rows import BranchRow, BranchRows
from desktop.dynamic.conditions.choice import Choice, choice_of, choice_text
from desktop.dynamic.conditions.head import PopupHead
from desktop.dynamic.conditions.known import Known, known_in
from desktop.dynamic.conditions.notes import Notes
from desktop.dynamic.conditions.placing import fit
from desktop.dynamic.conditions.rule_page import RulePage
from desktop.dynamic.conditions.segments_page import SegmentsPage
from desktop.dynamic.conditions.words import rule_of, tag_words
from desktop.dynamic.hidden_note import HiddenNote
from desktop.dynamic.viewing import Viewing
from desktop.models.part_title import part_title
from desktop.structure import can_change
from desktop.widgets import GRID, button, rule, spaced
from templates.source.around import Around, component_in
from templates.source.branches import branch_test, has_else
from templates.source.tree import Element, SourceTree

WIDTH = 400


class ConditionPopup(Popup):
    """Shows the condition of one component; ``level`` as in structure_conditions."""

    segments_wanted = Signal()

    def __init__(
        self,
        document: OpenDocument,
        node_id: int,
        parent: QWidget,
        *,
        level: int | None = None,
        data: str | Mapping[str, Any] = "default",
    ) -> None:
        """``data`` is the data set whose variables can be asked for."""
        super().__init__(parent)
        self.document, self.level, self._data = document, level, data
        self._node = node_id
        self.known = Known()
        self.head = PopupHead()
        self.branches = BranchRows()
        self.pages = QTabBar()
        self.pages.addTab("")
        self.pages.addTab("")
        self.by_segments, self.by_rule = SegmentsPage(), RulePage()
        self.notes, self.hidden = Notes(), HiddenNote()
        self._viewing = parent.window().findChild(Viewing)
        self.otherwise, self.close_button = button(), button(primary=True)
        self.menu = QMenu(self)
        self._lay_out()
        self._connect()
        self.setFixedWidth(WIDTH)
        self.reload()
        self.retranslate()

    # What is shown

    def reload(self) -> None:
        """Read what there is to ask for, then show the condition: segments may be others now."""
        element = self.element
        if element is not None:
            self.known = known_in(self.document, element, self._data)
            self.show_condition(choose_page=True)

    @property
    def element(self) -> Element | None:
        """The component that the popup is about, in the tree of the text as it is now."""
        node = self.document.tree.node(self._node)
        return node if isinstance(node, Element) else None

    @property
    def around(self) -> Around | None:
        """Its condition, if it has one."""
        element = self.element
        return verbs.condition_around(self.document.tree, element, self.level) if element else None

    def show_condition(self, *, choose_page: bool = False) -> None:
        """Follow the text."""
        element, around, tree = self.element, self.around, self.document.tree
        if element is None:
            self.reject()
            return
        test = branch_test(tree, around.branch) if around else ""
        choice = choice_of(rule_of(test)) if test else Choice()
        self.head.show_component(tree, element)
        self._show_branches(tree, around)
        number, count = (around.number, len(around.block.branches)) if around else (0, 1)
        self.by_segments.show_choice(
            choice,
            self.known.segments,
            others=number > 0,
            may_be_all=number in {0, count - 1},
            alone=count == 1,
        )
        self.by_rule.show_rule(test, self.known)
        if choose_page:
            self.pages.setCurrentIndex(0 if choice is not None else 1)
        self.notes.show_condition(tree, element, around, self.known)
        self.otherwise.setVisible(around is not None)
        self._show_hidden()
        fit(self)

    def _show_hidden(self, _view: object = None) -> None:
        """Say it when nobody sees the component in the mail as it is shown."""
        about_this = self._viewing is not None and self._viewing.document is self.document
        self.hidden.show_for(self._viewing if about_this else None, self._node)

    def _fit(self) -> None:
        fit(self)

    def first(self) -> QWidget:
        """What the keyboard goes to."""
        return self.by_segments.first() if self.pages.currentIndex() == 0 else self.by_rule.first()

    def retranslate(self) -> None:
        """Set every text; the popup does not live long enough for another language."""
        self.head.ask(self.tr("Who sees it?"))
        self.pages.setTabText(0, self.tr("Segments"))
        self.pages.setTabText(1, self.tr("Rule"))
        self.pages.setAccessibleName(self.tr("How to say it"))
        self.otherwise.setText(self.tr("Otherwise show…"))
        self.otherwise.setToolTip(self.tr("What those see who do not see this"))
        self.close_button.setText(self.tr("Done"))
        self.setAccessibleName(self.tr("Who sees it?"))

    def _show_branches(self, tree: SourceTree, around: Around | None) -> None:
        branches = around.block.branches if around else ()
        tested = len(branches) - (1 if around and has_else(around.block) else 0)
        rows = [
            BranchRow(
                tag_words("else" if not branch_test(tree, one) else "if", branch_test(tree, one), self.known.segments),
                part_title(tree, found) if (found := component_in(tree, one)) else "",
                0 < number < tested,
                number < tested - 1,
            )
            for number, one in enumerate(branches)
        ]
        self.branches.show_rows(rows, around.number if around else 0)

    # What is done

    def _choose(self, choice: Choice) -> None:
        text = choice_text(choice)
        around = self.around
        if text or (around is not None and around.number > 0):
            verbs.set_condition(self.document, text, self._node, level=self.level)
        elif around is not None:
            verbs.remove_condition(self.document, self._node, level=self.level)
            self.level = None
        self.show_condition()

    def _say(self, expression: str) -> None:
        verbs.set_condition(self.document, expression, self._node, level=self.level)

    def _show_otherwise(self) -> None:
        """The alternatives that there can be, as a menu below the button."""
        self.menu.clear()
        element = self.element
        if element is None:
            return
        words = {
            "copy": self.tr("A copy of this, to change: {title}"),
            "above": self.tr("What stands above: {title}"),
            "below": self.tr("What stands below: {title}"),
        }
        for source, other in verbs.sources(self.document.tree, element, self.level):
            title = part_title(self.document.tree, other).replace("&", "&&")
            self.menu.addAction(words[source].format(title=title)).setData(source)
        self.menu.popup(self.otherwise.mapToGlobal(QPoint(0, self.otherwise.height() + 2)))

    def _add(self, action: object) -> None:
        source = action.data()  # type: ignore[attr-defined]  # an action of the menu
        around = self.around
        # Before an else there has to be a test; this one is nobody's yet, and the page that opens asks whose it is.
        test = "false" if around is not None and has_else(around.block) else ""
        if verbs.add_alternative(self.document, source, test, self._node, level=self.level):
            self._follow_selection()

    def _branch_chosen(self, number: int) -> None:
        around = self.around
        found = component_in(self.document.tree, around.block.branches[number]) if around else None
        if found is not None:
            self.document.select(found.id, "condition")
            self._follow_selection()

    def _branch_moved(self, number: int, by: int) -> None:
        if verbs.move_branch(self.document, number, by, self._node, level=self.level):
            self._follow_selection()

    def _branch_removed(self, number: int) -> None:
        if verbs.remove_branch(self.document, number, self._node, level=self.level):
            self._follow_selection()

    def _follow_selection(self) -> None:
        """Be about the component that is selected now: that of another branch."""
        if not can_change(self.document):
            self.reject()
            return
        self._node = self.document.selected
        self.show_condition(choose_page=True)

    def _page_chosen(self, page: int) -> None:
        self.by_segments.setVisible(page == 0)
        self.by_rule.setVisible(page == 1)
        fit(self)

    def _parsed(self) -> None:
        """Somebody changed the text: this popup, or undo."""
        if not self.isVisible():
            return
        if self.element is None:
            self._follow_selection()
        else:
            self.show_condition()

    def _undo(self) -> None:
        self.document.stack.undo()

    def _redo(self) -> None:
        self.document.stack.redo()

    def done(self, result: int) -> None:
        """Keep what was typed."""
        self.by_rule.flush()
        super().done(result)

    def _connect(self) -> None:
        self.document.parsed.connect(self._parsed)
        if self._viewing is not None and self._viewing.live is not None:
            self._viewing.live.built.connect(self._show_hidden)
        self.hidden.turned.connect(self._fit)
        self.by_segments.chosen.connect(self._choose)
        self.by_segments.segments_wanted.connect(self.segments_wanted)
        self.by_rule.said.connect(self._say)
        self.pages.currentChanged.connect(self._page_chosen)
        self.branches.chosen.connect(self._branch_chosen)
        self.branches.moved.connect(self._branch_moved)
        self.branches.removed.connect(self._branch_removed)
        self.otherwise.clicked.connect(self._show_otherwise)
        self.menu.triggered.connect(self._add)
        self.close_button.clicked.connect(self.accept)
        for keys, slot in (("Ctrl+Z", self._undo), ("Ctrl+Shift+Z", self._redo)):  # the window's are out of reach
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _lay_out(self) -> None:
        self.by_rule.hide()
        self.pages.setObjectName("panels")
        self.pages.setDrawBase(False)
        self.close_button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.otherwise)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        spaced(column, 2 * GRID, GRID)
        for each in (self.head, self.branches, self.pages, self.by_segments, self.by_rule, rule()):
            column.addWidget(each)
        column.addWidget(self.notes)
        column.addWidget(self.hidden)
        column.addLayout(buttons)
        column.setAlignment(self.pages, Qt.AlignmentFlag.AlignLeft)
