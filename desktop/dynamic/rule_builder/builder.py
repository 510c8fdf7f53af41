"""The rule builder: nested groups of rows, everything by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.dynamic.rule_builder import draft as edits
from desktop.dynamic.rule_builder.draft import Branch, Draft, Kind, Path, draft_of, rule_of
from desktop.dynamic.rule_builder.group import GroupBox
from desktop.dynamic.rule_builder.names import BuilderName, Sort, named
from desktop.dynamic.rule_builder.part import Around, PartWidget
from desktop.dynamic.rule_builder.row import RuleRow
from desktop.dynamic.rule_builder.values import fits, is_finished, operators_of, taken
from desktop.dynamic.rule_builder.words import other_question
from desktop.editor.inspector.tab_order import order_tabs
from desktop.errors import advice, what
from desktop.language import current_language
from desktop.widgets import Translated, label
from templates.dynamic.rule.normal import normal
from templates.dynamic.rule.tree import EVERYBODY, Other, Rule, Test
from templates.dynamic.rule.write import rule_text
from templates.errors import MailwrightError

MOST_ROWS, DEEPEST = 100, 12
_KEYS = {"up": "Alt+Up", "down": "Alt+Down", "duplicate": "Ctrl+D"}


class RuleBuilder(Translated, QWidget):
    """Shows a rule; works from 320 pixels of width on. A rule that is too large for rows is one row of text.

    Rows that are not finished are no part of ``rule()``, and ``changed`` is emitted only when the rule is another.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule: Rule = EVERYBODY
        self._draft = Branch("all")
        self._around = Around()
        self._problems: Sequence[MailwrightError] = ()
        self.group = GroupBox(outermost=True)
        self.group.changed.connect(self._part_changed)
        self.group.asked.connect(self._part_asked)
        self.problems = label("danger", wrap=True)
        self.problems.hide()
        self._shortcuts = [self._shortcut(key) for key in _KEYS.values()]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.group)
        column.addWidget(self.problems)
        self._show()

    def show_rule(self, rule: Rule, names: Sequence[BuilderName]) -> None:
        """Show a rule over these names. Rows under way stay when the rule is the one that is shown."""
        same = normal(rule) == normal(self._rule)  # what is written is read back as its normal form
        self._around = replace(self._around, names=names)
        if not same:
            self._draft, self._rule = _shown(rule), rule
        self._show()

    def rule(self) -> Rule:
        """Return the rule as it is now."""
        return self._rule

    @property
    def draft(self) -> Branch:
        """The rule with its rows under way."""
        return self._draft

    def show_draft(self, draft: Branch) -> None:
        """Show rows as they were left, where they still say the rule that is shown."""
        if normal(rule_of(draft, self._finished)) == normal(self._rule):
            self._draft = draft
            self._sort_problems()

    def show_capitals(self, capitals: Mapping[str, Mapping[str, str]]) -> None:
        """Say how contacts write values of the rule, by path of the property, where that is why nobody is found."""
        if capitals != self._around.capitals:
            self._around = replace(self._around, capitals=capitals)
            self._show()

    def show_problems(self, problems: Sequence[MailwrightError]) -> None:
        """Say what is wrong with the rule, at the row where its property is known."""
        self._problems = problems
        self._sort_problems()

    def add_row(self) -> None:
        """Add a row to the outermost group, and give it the keyboard."""
        self._do((), "add_row")

    def retranslate(self) -> None:
        """Say the problems in the window's language."""
        self._sort_problems()

    # Inside

    def _shortcut(self, key: str) -> QShortcut:
        made = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(self._shortcut_used)
        return made

    def _shortcut_used(self) -> None:
        key = self._shortcuts.index(self.sender())  # type: ignore[arg-type]  # it is one of these
        found = self._with_focus()
        if found is not None and found.path:
            self._part_asked(found.path, list(_KEYS)[key])

    def _with_focus(self) -> PartWidget | None:
        widget: QWidget | None = self.focusWidget()
        while widget is not None and not isinstance(widget, PartWidget):
            widget = widget.parentWidget()
        return widget

    def _part_changed(self, path: Path, part: Draft) -> None:
        structure = isinstance(part, Branch)
        self._draft = edits.put(self._draft, path, part)
        if structure:
            self._show()
        else:
            self._order_tabs()
        self._said()

    def _part_asked(self, path: Path, verb: str) -> None:
        """Do what was asked. A new row is asked at once what it is about."""
        widget = self._do(path, verb)
        if verb in {"add_row", "add_group"} and isinstance(widget, RuleRow):
            QTimer.singleShot(0, widget.subject, widget.subject.open)  # it has its place by then

    def _do(self, path: Path, verb: str) -> PartWidget | None:
        """Do it; the keyboard follows the part."""
        self._draft, focus = self._done(path, verb)
        self._show()
        self._said()
        widget = self.group.widget_at(focus)
        if widget is not None:
            first = widget.first() if widget is not self.group else self.group.add_row
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return widget

    def _done(self, path: Path, verb: str) -> tuple[Branch, Path]:
        verbs: dict[str, Callable[[Branch, Path], tuple[Branch, Path]]] = {
            "up": edits.move_up,
            "down": edits.move_down,
            "duplicate": edits.duplicate,
            "enclose": edits.enclose,
            "add_row": _with_row,
            "add_group": _with_group,
            "remove": _without,
            "dissolve": _dissolved,
        }
        return verbs[verb](self._draft, path)

    def _show(self) -> None:
        self.group.show_part((), self._draft, self._around)
        self._order_tabs()

    def _order_tabs(self) -> None:
        order_tabs(self.group)

    def _said(self) -> None:
        rule = rule_of(self._draft, self._finished)
        if rule != self._rule:
            self._rule = rule
            self.changed.emit()

    def _finished(self, test: Test) -> bool:
        return is_finished(test, named(test.path, self._around.names).sort)

    def _sort_problems(self) -> None:
        language = current_language()
        at_rows: dict[str, str] = {}
        others: list[str] = []
        for problem in self._problems:
            path = str(problem.values.get("path", problem.values.get("name", "")))
            tests = [test for test in _tests(self._draft) if test.path == path]
            said = f"{what(problem, language)} {self._way_out(tests) or advice(problem, language)}".rstrip()
            if tests:
                at_rows[path] = said
            else:
                others.append(said)
        self._around = replace(self._around, problems=at_rows)
        self.problems.setText("\n".join(others))
        self.problems.setVisible(bool(others))
        self._show()

    def _way_out(self, tests: Sequence[Test]) -> str:
        """What to choose in a row that does not fit its property; empty where the reason is another."""
        sorts = [named(test.path, self._around.names).sort for test in tests]
        misfits = [sort for test, sort in zip(tests, sorts, strict=True) if not _fits(test, sort)]
        return other_question(misfits[0]) if misfits else ""


def _fits(test: Test, sort: Sort) -> bool:
    """Whether the builder offers such a row."""
    asked: Sort = "integer" if taken(test.operator, sort) == "days" else sort
    return test.operator in operators_of(sort) and all(fits(value, asked) for value in test.values)


def _shown(rule: Rule) -> Branch:
    """The rule as groups and rows, while there are not more of them than people can use and Qt lays out quickly."""
    draft = draft_of(rule)
    rows, depth = edits.measure(draft)
    if rows <= MOST_ROWS and depth <= DEEPEST:
        return draft
    return Branch("all", (Other(rule_text(rule)),))


def _with_row(draft: Branch, path: Path) -> tuple[Branch, Path]:
    return edits.append(draft, path, edits.NEW)


def _with_group(draft: Branch, path: Path) -> tuple[Branch, Path]:
    other = edits.part_at(draft, path)
    kind: Kind = "any" if isinstance(other, Branch) and other.kind == "all" else "all"
    made, group = edits.append(draft, path, Branch(kind, (edits.NEW,)))
    return made, (*group, 0)


def _without(draft: Branch, path: Path) -> tuple[Branch, Path]:
    """The keyboard goes to the part that comes then, or to the group."""
    left = edits.remove(draft, path)
    group = edits.part_at(left, path[:-1])
    count = len(group.parts) if isinstance(group, Branch) else 0
    return left, (*path[:-1], min(path[-1], count - 1)) if count else path[:-1]


def _dissolved(draft: Branch, path: Path) -> tuple[Branch, Path]:
    return edits.dissolve(draft, path), path


def _tests(draft: Draft) -> Iterator[Test]:
    if isinstance(draft, Branch):
        for part in draft.parts:
            yield from _tests(part)
    elif isinstance(draft, Test):
        yield draft
