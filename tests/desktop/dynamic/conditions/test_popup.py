"""The popup for conditions, used as a marketer uses it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from desktop.dynamic.conditions.placing import kept_on, place_for
from desktop.dynamic.conditions.popup import ConditionPopup
from desktop.dynamic.conditions.rule_page import asking_lists
from desktop.dynamic.conditions.show import SEGMENTS, show_condition
from templates.dynamic.rule import tree as rules
from templates.files import write_text

LEFT = Qt.MouseButton.LeftButton
ONE = '<mj-section css-class="mw-s-one" />'


@pytest.fixture
def ask(place: QWidget, monkeypatch) -> Iterator:
    """``ask(document, level=…)``: the popup for what is selected. Its menu is filled, but grabs no keyboard."""
    popups = []
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)

    def open_(document, level=None) -> ConditionPopup:
        made = show_condition(document, document.selected, place, QRect(50, 50, 80, 30), level=level)
        popups.append(made)
        return made

    yield open_
    for popup in filter(isValid, popups):
        popup.close()


def row(popup: ConditionPopup, id_: str):
    return next(one for one in popup.by_segments.rows if one.id == id_)


def lines(popup: ConditionPopup) -> list[str]:
    return [line.name.words for line in popup.branches.lines if not line.isHidden()]


def body(document) -> str:
    return document.text.partition("<mj-body>")[2].removesuffix("</mj-body></mjml>")


def test_one_click_on_a_segment_is_enough(open_mail, ask, qtbot):
    """Everyone sees it at first; a click on a segment, and it is written; another one, and it is any of both."""
    document = open_mail(ONE)
    popup = ask(document)
    assert popup.by_segments.everyone.isChecked()
    assert popup.notes.who.text.text() == "Everybody sees it."
    assert [one.text() for one in popup.by_segments.rows][:2] == ["Loyalty programme", "Travels this summer"]
    qtbot.mouseClick(row(popup, "loyalty"), LEFT)
    assert body(document) == f"{{% if segment.loyalty %}}{ONE}{{% endif %}}"
    assert not popup.by_segments.everyone.isChecked()
    assert popup.notes.who.text.text() == "Shown to: Loyalty programme."
    qtbot.mouseClick(row(popup, "travels"), LEFT, pos=QPoint(200, 10))
    assert "{% if segment.loyalty or segment.travels %}" in document.text
    popup.by_segments.kind.setCurrentIndex(2)
    popup.by_segments.kind.activated.emit(2)
    assert "{% if not (segment.loyalty or segment.travels) %}" in document.text
    qtbot.mouseClick(popup.by_segments.everyone, LEFT)
    assert body(document) == ONE
    for _ in range(4):
        document.stack.undo()
    assert body(document) == ONE
    assert popup.by_segments.everyone.isChecked()
    document.stack.redo()
    assert row(popup, "loyalty").isChecked()


def test_the_keyboard_does_it_too(open_mail, ask, qtbot):
    """The first segment has the keyboard; arrows go on, space ticks, undo is at hand, Escape closes."""
    document = open_mail(ONE)
    popup = ask(document)
    qtbot.waitUntil(popup.isActiveWindow)
    assert popup.focusWidget() is row(popup, "loyalty")
    qtbot.keyClick(row(popup, "loyalty"), Qt.Key.Key_Down)
    assert popup.focusWidget() is row(popup, "travels")
    qtbot.keyClick(row(popup, "travels"), Qt.Key.Key_Space)
    assert "{% if segment.travels %}" in document.text
    qtbot.keyClick(row(popup, "travels"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert body(document) == ONE
    qtbot.keyClick(row(popup, "travels"), Qt.Key.Key_Z, CONTROL_SHIFT)
    assert "{% if segment.travels %}" in document.text
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_a_segment_that_was_deleted_is_said(open_mail, ask, qtbot):
    """It is called unknown, and the popup says what to do; taking its tick away is enough."""
    document = open_mail(f"{{% if segment.gone or segment.loyalty %}}{ONE}{{% endif %}}")
    popup = ask(document)
    assert row(popup, "gone").text() == "gone (does not exist any more)"
    assert "“gone”" in popup.notes.trouble.text.text()
    assert not popup.notes.trouble.isHidden()
    qtbot.mouseClick(row(popup, "gone"), LEFT)
    assert "{% if segment.loyalty %}" in document.text
    assert popup.notes.trouble.isHidden()
    assert [one.id for one in popup.by_segments.rows if one.id == "gone"] == []


def test_damaged_segments_are_said(open_mail, ask):
    """The file is named; the condition stays, and so does the rule page."""
    document = open_mail(f"{{% if segment.loyalty %}}{ONE}{{% endif %}}")
    write_text(document.workspace.root / "segments.toml", "segments = 3\n")
    popup = ask(document)
    assert "segments.toml" in popup.notes.trouble.text.text()
    assert popup.by_rule.line.text() == "segment.loyalty"


def test_without_segments_the_popup_says_what_to_do(open_mail, ask, place, qtbot):
    """A sentence and a button that leads to them; the window's action is triggered once the popup is closed."""
    document = open_mail(ONE)
    write_text(document.workspace.root / "segments.toml", "format = 1\n")
    action = QAction(place)
    action.setObjectName(SEGMENTS)
    asked = []
    action.triggered.connect(lambda: asked.append(True))
    popup = ask(document)
    assert not popup.by_segments.empty.isHidden()
    assert popup.by_segments.kind.isHidden()
    popup.by_segments.new.click()
    assert asked == [True]
    assert not popup.isVisible()


def test_many_segments_are_searched(open_mail, ask):
    """Fifty are listed; the field keeps those with the words."""
    document = open_mail(ONE)
    text = "format = 1\n" + "".join(f'[[segments]]\nid = "s{n}"\nname = "Group {n}"\n' for n in range(50))
    write_text(document.workspace.root / "segments.toml", text)
    popup = ask(document)
    assert popup.by_segments.search.isVisible()
    popup.by_segments.search.setText("group 4")
    assert len([one for one in popup.by_segments.rows if not one.isHidden()]) == 11


def test_a_rule_is_built_or_written(open_mail, ask, qtbot):
    """Over properties, segments and variables; half of one is not written, and what a service cannot say is said."""
    document = open_mail(ONE)
    popup = ask(document)
    popup.pages.setCurrentIndex(1)
    assert popup.by_rule.isVisible()
    paths = [name.path for name in popup.known.names]
    assert {"contact.city", "segment.loyalty", "code", "order.total", "order.paid", 'vars["odd name"]'} <= set(paths)
    types = {name.path: name.type for name in popup.known.names}
    assert (types["order.total"], types["order.paid"], types["order.day"]) == ("integer", "boolean", "date")
    popup.by_rule.builder.show_rule(rules.Test("contact.city", "is", ("New York",)), popup.known.names)
    popup.by_rule.builder.changed.emit()
    assert '{% if contact.city|default("") == "New York" %}' in document.text
    assert popup.by_rule.line.text() == 'contact.city|default("") == "New York"'
    popup.by_rule.line.clear()
    qtbot.keyClicks(popup.by_rule.line, "code ==")
    assert popup.by_rule.fault.isVisible()
    assert "{% if code %}" in document.text
    qtbot.keyClicks(popup.by_rule.line, ' "X"|upper|length')
    qtbot.keyClick(popup.by_rule.line, Qt.Key.Key_Return)
    assert '{% if code == "X"|upper|length %}' in document.text
    assert popup.notes.service.text.text().startswith("Mailjet cannot say this condition.")
    assert popup.isVisible()


def test_a_rule_opens_on_its_page(open_mail, ask):
    """What no list of segments can show; segments are one tab away."""
    popup = ask(open_mail(f'{{% if contact.city|default("") == "Lyon" %}}{ONE}{{% endif %}}'))
    assert popup.pages.currentIndex() == 1
    assert not popup.by_segments.everyone.isChecked()
    assert not any(one.isChecked() for one in popup.by_segments.rows)


@pytest.mark.parametrize("evil", ["x %}<mj-raw>", "{{ x }}", "{# x", "a ==", 'a == "'])
def test_a_condition_stays_inside_its_tag(evil, open_mail, ask):
    """What would end the tag is not written."""
    document = open_mail(f"{{% if a %}}{ONE}{{% endif %}}")
    before = document.text
    popup = ask(document)
    popup.by_rule.line.say(evil)
    assert document.text == before


def test_alternatives_by_clicks(open_mail, ask, qtbot):
    """A copy for everybody else, its own segments, another order; a click on a row selects its component."""
    document = open_mail(f"{{% if segment.loyalty %}}{ONE}{{% endif %}}<mj-section css-class='mw-s-two' />")
    before = document.text
    popup = ask(document)
    assert popup.branches.isHidden()
    popup.otherwise.click()
    assert [action.data() for action in popup.menu.actions()] == ["copy", "below"]
    popup.menu.actions()[0].trigger()
    assert lines(popup) == ["1.  Loyalty programme → One", "2.  Otherwise → One"]
    assert popup.by_segments.everyone.text() == "Everybody else"
    assert popup.by_segments.everyone.isChecked()
    assert popup.notes.who.text.text() == "Shown to everybody else."
    assert document.selected == document.tree.sections()[1].id
    qtbot.mouseClick(row(popup, "travels"), LEFT)
    assert "{% elif segment.travels %}" in document.text
    assert popup.notes.who.text.text() == "Of those who see none of the above, shown to: Travels this summer."
    popup.otherwise.click()
    popup.menu.actions()[-1].trigger()
    assert lines(popup)[2] == "3.  Otherwise → Two"
    popup.branches.lines[1].up.click()
    assert document.text.index("segment.travels") < document.text.index("segment.loyalty")
    popup.branches.lines[1].name.click()
    assert document.selected == document.tree.sections()[1].id
    assert row(popup, "loyalty").isChecked()
    assert not popup.by_segments.everyone.isEnabled()
    popup.branches.lines[2].remove.click()
    popup.branches.lines[0].remove.click()
    assert body(document).startswith(f"{{% if segment.loyalty %}}{ONE}{{% endif %}}")
    while document.stack.canUndo():
        document.stack.undo()
    assert document.text == before


def test_an_alternative_before_the_last_needs_its_own_test(open_mail, ask, qtbot):
    """There is one for everybody else already: the new one is nobody's until segments are chosen."""
    document = open_mail(f"{{% if segment.loyalty %}}{ONE}{{% else %}}<mj-section />{{% endif %}}")
    popup = ask(document)
    popup.otherwise.click()
    popup.menu.actions()[0].trigger()
    assert "{% elif false %}" in document.text
    assert popup.notes.who.text.text() == "Of those who see none of the above, shown to: Nobody."
    popup.pages.setCurrentIndex(0)
    qtbot.mouseClick(row(popup, "travels"), LEFT)
    assert "{% elif segment.travels %}" in document.text
    popup.branches.lines[0].name.click()
    assert popup.by_segments.everyone.text() == "Everyone: keep only this one"
    qtbot.mouseClick(popup.by_segments.everyone, LEFT)
    assert body(document) == ONE
    assert popup.branches.isHidden()


def test_a_hundred_alternatives_fit(open_mail, ask):
    """They scroll; what is asked last is in view when it is the one."""
    branches = "".join(f"{{% elif segment.s{number} %}}{ONE}" for number in range(99))
    document = open_mail(f"{{% if segment.loyalty %}}{ONE}{branches}{{% endif %}}")
    document.select(document.tree.sections()[-1].id, "test")
    popup = ask(document)
    assert len(lines(popup)) == 100
    assert popup.height() < 700


def test_the_condition_of_several_components_is_changed_for_all(open_mail, ask, qtbot):
    """Opened by its level; without one the component gets a condition of its own."""
    document = open_mail(f"{{% if segment.loyalty %}}{ONE}{ONE}{{% endif %}}")
    popup = ask(document, level=0)
    assert row(popup, "loyalty").isChecked()
    qtbot.mouseClick(row(popup, "travels"), LEFT)
    assert "{% if segment.loyalty or segment.travels %}" in document.text
    own = ask(document)
    assert own.by_segments.everyone.isChecked()


def test_a_column_says_that_it_gets_a_width(open_mail, ask, qtbot):
    """MJML computes widths before it is known who sees which column."""
    document = open_mail("<mj-section><mj-column /><mj-column /></mj-section>", select="mj-column")
    popup = ask(document)
    assert not popup.notes.columns.isHidden()
    qtbot.mouseClick(row(popup, "loyalty"), LEFT)
    assert document.text.count('width="50%"') == 2


def test_a_popup_goes_with_its_component_and_dies(open_mail, place, dies, ask, qtbot):
    """When the text is another mail, there is nothing to ask; closed, it is gone."""
    document = open_mail(ONE)
    popup = ask(document)
    document.replace_text("New", "<mjml></mjml>")
    qtbot.waitUntil(lambda: not popup.isVisible())
    document.stack.undo()
    document.select(document.tree.sections()[0].id, "test")
    dies(lambda: show_condition(document, document.selected, place, QRect(0, 0, 9, 9)))


def test_everything_has_a_name(open_mail, ask):
    """Each control that takes the keyboard says what it is, on both pages."""
    document = open_mail(f"{{% if segment.loyalty %}}{ONE}{{% else %}}{ONE}{{% endif %}}")
    popup = ask(document)
    for page in (0, 1):
        popup.pages.setCurrentIndex(page)
        found = [
            each
            for each in popup.findChildren(QWidget)
            if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.focusProxy()
        ]
        assert len(found) > 6
        assert [each for each in found if not (each.accessibleName() or getattr(each, "text", str)())] == []


def test_where_popups_stand():
    """Below, above, or beside what they are about; never off the screen."""
    screen = QRect(0, 0, 1000, 800)
    assert place_for(QRect(100, 100, 50, 20), 400, 300, screen) == QPoint(100, 125)
    assert place_for(QRect(900, 700, 50, 20), 400, 300, screen) == QPoint(599, 394)
    assert place_for(QRect(100, 300, 50, 200), 400, 400, screen) == QPoint(155, 300)
    assert place_for(QRect(900, 300, 50, 200), 400, 400, screen) == QPoint(494, 300)
    assert kept_on(QRect(700, 600, 400, 300), screen) == QPoint(599, 499)
    assert kept_on(QRect(10, 20, 400, 300), screen) == QPoint(10, 20)


@pytest.mark.parametrize(
    ("test", "said"),
    [
        ("products", "Shown if products is not empty."),
        ('code|default("") == "X"', "Shown if Code is X."),
        ("segment.loyalty and products", "Shown if Loyalty programme and Products."),
        ('contact.city|default("") == "Lyon"', "Shown to: City is Lyon."),
    ],
)
def test_only_people_are_shown_to(open_mail, ask, test, said):
    """A condition that asks for data says when, not to whom."""
    popup = ask(open_mail(f"{{% if {test} %}}{ONE}{{% endif %}}"))
    assert popup.notes.who.text.text() == said


def test_an_included_file_goes_by_its_name(open_mail, ask):
    """What can be shown otherwise is called as in the outline."""
    popup = ask(open_mail(f'<mj-include path="parts/header.en.mjml" />{{% if segment.loyalty %}}{ONE}{{% endif %}}'))
    popup.otherwise.click()
    assert "What stands above: Header" in [one.text() for one in popup.menu.actions()]


def test_lists_can_be_asked_for(open_mail, ask):
    """They are among the names as lists; having a value is having rows, and what was written stays as it is."""
    document = open_mail(f"{{% if products %}}{ONE}{{% endif %}}")
    popup = ask(document)
    assert {one.path: one.type for one in popup.known.names}["products"] == "list"
    popup.by_rule.builder.changed.emit()
    assert "{% if products" in document.text
    rule = rules.Group("all", (rules.Test("products", "exists"), rules.Not(rules.Test("tags", "exists_not"))))
    assert asking_lists(rule, {"products", "tags"}) == rules.Group(
        "all", (rules.Test("products", "true"), rules.Not(rules.Test("tags", "false")))
    )
    assert asking_lists(rules.Test("code", "exists"), {"products"}) == rules.Test("code", "exists")
