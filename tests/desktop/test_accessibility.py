"""Everything can be reached and named without seeing it or touching a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QAbstractItemView, QMenuBar, QScrollArea, QToolButton, QWidget

EDITED = ("mj-body", "mj-section", "mj-text", "mj-button", "mj-image")
SCREENS = ("welcome", "workspace", "new", "preferences", *EDITED)


@pytest.fixture
def screen(request, application, folder, qtbot) -> QWidget:
    """One screen of the application."""
    window = application.window
    if request.param == "workspace":
        window.open_workspace(folder)
        qtbot.waitUntil(lambda: window.preview.mail is not None and not window.jobs.running, timeout=20_000)
    if request.param in EDITED:
        window.open_workspace(folder)
        _edit(application, request.param, qtbot)
    target = {"new": lambda: window.show_new_dialog(""), "preferences": window.show_preferences}.get(request.param)
    made = target() if target else window
    qtbot.waitExposed(made)
    return made


def _edit(application, name: str, qtbot) -> None:
    """Show all of the editor, with the first component of that name selected."""
    window = application.window
    document = window.open_template("welcome.en")
    document.select(document.tree.elements(name)[0].id, "test")
    window.set_editor_mode("split")
    application.actions["envelope.edit"].trigger()
    window.editor.drawer.show_panel(window.editor.data)
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)


def controls(screen: QWidget) -> list[QWidget]:
    """What takes the keyboard and is ours: not the parts that Qt puts into a control of its own."""
    found = []
    for each in screen.findChildren(QWidget):
        owner = each.parentWidget()  # the web view's own child speaks for the page that it shows
        inner = each.objectName().startswith("qt_") or isinstance(owner, QAbstractItemView | QWebEngineView)
        plain_area = isinstance(each, QScrollArea | QMenuBar)
        if each.isVisibleTo(screen) and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner and not plain_area:
            found.append(each)
    return found


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


@pytest.mark.parametrize("screen", SCREENS, indirect=True)
def test_every_control_has_a_name_and_is_reached_by_tab(screen):
    """A screen reader has something to say about each one, and the chain of Tab leads through all of them."""
    chain, current = set(), screen.nextInFocusChain()
    while current is not screen and current not in chain:
        chain.add(current)
        current = current.nextInFocusChain()
    found = controls(screen)
    assert len(found) >= 4
    assert [each for each in found if not spoken(each)] == []
    assert [each for each in found if each not in chain] == []


def test_buttons_made_from_actions_are_named(application):
    """An icon alone says nothing: its button takes the action's text."""
    buttons = application.window.tool_bar.findChildren(QToolButton)
    named = {spoken(button).strip() for button in buttons if button.defaultAction()}
    assert {"Gallery", "Preview", "Brand panel", "Export to a zip"} <= named


def test_lists_speak_each_row(opened):
    """The gallery tells what a card shows, not only its title."""
    index = opened.gallery.view.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Welcome, English, Transactional"
