"""Conditions from where people look for them: the bar on the canvas, the outline, the menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from desktop.dynamic.conditions.loop_popup import LoopPopup
from desktop.dynamic.conditions.popup import ConditionPopup
from desktop.dynamic.conditions.verbs import ask_condition, ask_loop
from desktop.editor.outline import MENU
from desktop.main_window import MainWindow
from desktop.models.outline_model import BADGES
from templates.files import write_text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def editing(opened) -> MainWindow:
    """The window with the welcome mail, its opening section selected in the outline."""
    document = opened.open_template("welcome.en")
    hero = next(one for one in document.tree.sections() if document.tree.name_of(one) == "hero")
    document.select(hero.id, "test")
    return opened


def badges(window: MainWindow) -> list[list[tuple[str, str]]]:
    model = window.editor.outline.model
    return [model.index(row, 0).data(BADGES) for row in range(model.rowCount())]


def on_canvas(window: MainWindow) -> QToolButton:
    """Bring the bar on the canvas to be seen, as the page does when it says where the component is."""
    design = window.editor.design
    design.handles.fill([window.findChild(QAction, "structure.condition")])
    design.handles.place_at(QRect(100, 200, 300, 80), QRect(0, 0, 700, 600))
    return design.handles.condition


def test_two_clicks_from_a_section_to_the_loyalty_programme(editing, qtbot):
    """On the bar “Add a condition”, in the popup the segment; bar, outline and inspector say it at once."""
    document, before = editing.document, editing.document.text
    button = on_canvas(editing)
    assert button.text() == "Add a condition"
    qtbot.mouseClick(button, LEFT)
    popup = editing.findChildren(ConditionPopup)[-1]
    qtbot.mouseClick(popup.by_segments.rows[0], LEFT)
    assert '{% if segment.loyalty %}\n    <mj-section css-class="mw-s-hero"' in document.text
    assert button.text() == "Loyalty programme"
    assert [("if", "Loyalty programme")] in badges(editing)
    assert editing.editor.inspector.visibility.rows[0].words.words == "Loyalty programme"
    popup.close()
    document.stack.undo()
    assert document.text == before
    assert [("if", "Loyalty programme")] not in badges(editing)


def test_by_keyboard_from_the_outline(application, editing, qtbot):
    """The context menu has both; the popup opens at the row, and the first segment has the keyboard."""
    view = editing.editor.outline.view
    view.setFocus()
    assert {"structure.condition", "structure.loop", "structure.unwrap"} <= set(MENU)
    application.actions.refresh()
    application.actions["structure.condition"].trigger()
    popup = editing.findChildren(ConditionPopup)[-1]
    row = view.visualRect(view.currentIndex())
    assert popup.x() == view.viewport().mapToGlobal(row.topLeft()).x()
    qtbot.keyClick(popup.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert "{% if segment.loyalty %}" in editing.document.text
    application.actions["structure.unwrap"].trigger()
    assert "segment.loyalty" not in editing.document.text


def test_a_renamed_segment_is_shown_by_its_new_name(editing, qtbot):
    """The next time that the mail is built or read."""
    document = editing.document
    popup = ask_condition(editing)
    popup.by_segments.rows[0].click()
    popup.close()
    path = document.workspace.root / "segments.toml"
    write_text(path, path.read_text("utf-8").replace("Loyalty programme", "Members & friends"))
    document.parsed.emit()
    assert [("if", "Members & friends")] in badges(editing)
    assert on_canvas(editing).text() == "Members && friends"


def test_a_loop_from_the_menu(editing, qtbot):
    """The template's data has a list; the outline shows how often it is repeated."""
    document, before = editing.document, editing.document.text
    document.set_side("Data", "data/default.json", '{"offers": [{"price": 1}, {"price": 2}], "start_url": "/"}')
    popup = ask_loop(editing)
    assert isinstance(popup, LoopPopup)
    popup.limit.setValue(3)
    popup.ok.click()
    assert "{% for offer in offers[:3] %}" in document.text
    assert [("for", "each offer, at most 3")] in badges(editing)
    qtbot.waitUntil(lambda: [("for", "×2")] in badges(editing), timeout=20_000)
    document.stack.undo()
    assert document.text == before


def test_beside_the_inspector_and_without_a_selection(editing):
    """Where the bar cannot be seen, at the box that shows the conditions; without a component nothing is asked."""
    document = editing.document
    editing.editor.design.handles.hide()
    popup = ask_condition(editing)
    assert editing.screen().availableGeometry().contains(popup.geometry())
    popup.close()
    for node in (0, document.tree.elements("mj-body")[0].id):
        document.select(node, "test")
        assert (ask_condition(editing), ask_loop(editing)) == (None, None)
    editing.show_templates()
    assert (ask_condition(editing), ask_loop(editing)) == (None, None)
