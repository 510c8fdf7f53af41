"""What there is to know about a condition: who sees the component, what is wrong, what a sending service cannot say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.dynamic.conditions.known import Known
from desktop.dynamic.conditions.portable import refusals, refusals_of
from desktop.dynamic.conditions.words import capital, rule_of, rule_words
from desktop.errors import explain
from desktop.language import current_language
from desktop.widgets import GRID, IconLabel, label
from templates.dynamic.rule.path import FUNCTIONS, contact_property, segment_id
from templates.dynamic.rule.tree import EVERYBODY, Group, Not, Other, Rule, Test
from templates.source.around import Around
from templates.source.branches import branch_test
from templates.source.columns import columns
from templates.source.tree import Element, SourceTree


class Note(QWidget):
    """An icon and a sentence."""

    def __init__(self, icon: str, role: str) -> None:
        super().__init__()
        self.icon, self.text = IconLabel(icon, 16), label(role, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence; hidden without one."""
        self.text.setText(text)
        self.setVisible(bool(text))


class Notes(QWidget):
    """One line each."""

    def __init__(self) -> None:
        super().__init__()
        self.who, self.trouble = Note("users", ""), Note("triangle-alert", "warning")
        self.columns, self.service = Note("columns-2", "muted"), Note("info", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for note in (self.who, self.trouble, self.columns, self.service):
            column.addWidget(note)

    def show_condition(self, tree: SourceTree, element: Element, around: Around | None, known: Known) -> None:
        """Say it of a condition."""
        test = branch_test(tree, around.branch) if around else ""
        self.who.say(self._who(test, around, known))
        self.trouble.say(" ".join(self._troubles(test, known)))
        self.columns.say(self._column(tree, element))
        self._say_services(
            refusals(tree, around.block) if around else {},
            self.tr("{services} cannot say this condition. Make it a segment, and choose that segment here."),
        )

    def show_loop(self, tree: SourceTree, element: Element, source: str, *, who: str, trouble: str) -> None:
        """Say it of a loop; ``source`` are its tags as they would be, "" for none."""
        self.who.say(who)
        self.trouble.say(trouble)
        self.columns.say(self._column(tree, element))
        self._say_services(
            refusals_of(source) if source else {},
            self.tr("{services} cannot say this loop: let the data hold the entries that it shall show."),
        )

    def _say_services(self, refused: Mapping[str, str], pattern: str) -> None:
        self.service.say(pattern.format(services=", ".join(refused)) if refused else "")
        self.service.setToolTip("\n".join(refused.values()))

    def _who(self, test: str, around: Around | None, known: Known) -> str:
        if around is None:
            return self.tr("Everybody sees it.")
        if not test:
            return self.tr("Shown to everybody else.")
        rule = rule_of(test)
        if rule == EVERYBODY:
            return self.tr("Everybody sees it.")
        if any(not is_about_people(test) for test in _tests(rule)):
            return self._if(rule, around, known)
        pattern = self.tr("Shown to: {condition}.")
        if around.number > 0:
            pattern = self.tr("Of those who see none of the above, shown to: {condition}.")
        said = rule_words(rule, known.segments)
        return pattern.format(condition=said if isinstance(rule, Other) else capital(said))

    def _if(self, rule: Rule, around: Around, known: Known) -> str:
        """Say it of what is no group of people."""
        said = rule_words(rule, known.segments)
        if isinstance(rule, Test) and rule.operator in {"true", "exists"}:
            said = self.tr("{name} is not empty").format(name=said[:1].lower() + said[1:])
        if around.number > 0:
            return self.tr("Where none of the above is shown: shown if {condition}.").format(condition=said)
        return self.tr("Shown if {condition}.").format(condition=said)

    def _troubles(self, test: str, known: Known) -> Iterable[str]:
        if known.trouble is not None:
            yield explain(known.trouble, current_language())
            return
        asked = dict.fromkeys(_segments(rule_of(test))) if test else {}
        if gone := [one for one in asked if one not in known.segments]:
            said = self.tr("Nobody is in “{names}”: there is no such segment any more.")
            yield said.format(names=", ".join(gone))
            yield self.tr("Choose another one, or make a new one with this id.")

    def _column(self, tree: SourceTree, element: Element) -> str:
        if element.name != "mj-column":
            return ""
        row = next((node for node in tree.ancestors(element) if isinstance(node, Element)), None)
        if row is None or len(columns(tree, row)) < 2:
            return ""
        return self.tr("The columns of this row get fixed widths: its place stays empty where it is not shown.")


def is_about_people(test: Test | Other) -> bool:
    """Whether a test asks for a segment, a property or an activity of a contact."""
    if isinstance(test, Other):
        return False
    return test.path in FUNCTIONS or segment_id(test.path) is not None or contact_property(test.path) is not None


def _tests(rule: Rule) -> Iterable[Test | Other]:
    """The single questions of a rule."""
    if isinstance(rule, Group):
        for part in rule.parts:
            yield from _tests(part)
    elif isinstance(rule, Not):
        yield from _tests(rule.part)
    else:
        yield rule


def _segments(rule: Rule) -> Iterable[str]:
    """The ids of the segments that a rule asks for."""
    for test in _tests(rule):
        if isinstance(test, Test) and (found := segment_id(test.path)) is not None:
            yield found
