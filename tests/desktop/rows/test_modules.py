"""The actions on blocks and modules do what the panels do."""

from __future__ import annotations

import pytest

from desktop.actions import ACTIONS
from desktop.rows.modules import ROWS
from templates.modules import Module, modules, save_module

SECTION = '<mj-section css-class="mw-s-offer"><mj-column><mj-text>Offer</mj-text></mj-column></mj-section>'


@pytest.fixture
def editing(opened, qtbot):
    """The window with a template in the editor and one module, chosen."""
    save_module(opened.workspace.workspace, "offer", SECTION)
    opened.open_template("welcome.en")
    panel = opened.editor.modules
    opened.editor.left.show_panel(panel)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1, timeout=20_000)
    panel.view.setCurrentIndex(panel.model.index(0))
    yield opened
    opened.document.stack.setClean()


@pytest.fixture
def trigger(application, qtbot):
    """Trigger an action and wait for what it started."""

    def do(name: str) -> None:
        application.actions.refresh()
        action = application.actions[name]
        assert action.isEnabled(), name
        action.trigger()
        qtbot.waitUntil(lambda: not application.jobs.running, timeout=20_000)

    return do


def names(window) -> list[str]:
    return [one.name for one in modules(window.workspace.workspace)]


def select(window, label: str) -> None:
    tree = window.document.tree
    window.document.select(next(each.id for each in tree.sections() if tree.name_of(each) == label), "test")


def test_all_rows_are_in_the_table():
    """Menus, palette and shortcuts know them."""
    assert set(ROWS) <= set(ACTIONS)


@pytest.mark.parametrize("name", ["module.insert_synced", "module.insert_copy"])
def test_a_module_comes_in_and_goes_out(editing, trigger, name):
    """Undo gives the same text back, redo the module."""
    document = editing.document
    before = document.text
    trigger(name)
    after = document.text
    assert after != before
    document.stack.undo()
    assert document.text == before
    document.stack.redo()
    assert document.text == after


def test_a_link_is_unlinked(editing, trigger):
    """The inserted link is selected, so it can be unlinked at once; that is a step of its own."""
    trigger("module.insert_synced")
    before = editing.document.text
    trigger("module.unlink")
    assert "mw-s-offer" in editing.document.text
    editing.document.stack.undo()
    assert editing.document.text == before


def test_a_section_is_saved(editing, trigger):
    """The panel comes to the front, so that the name can be typed."""
    editing.editor.left.show_panel(editing.editor.outline)
    select(editing, "hero")
    trigger("module.save")
    assert names(editing) == ["hero", "offer"]
    assert editing.editor.modules.isVisible()


def test_a_module_is_replaced(editing, trigger):
    """The chosen module holds the selected section then."""
    select(editing, "hero")
    trigger("module.replace")
    path = editing.workspace.workspace.root / "modules" / "offer.mjml"
    assert "mw-s-hero" in path.read_text("utf-8")


def test_a_module_is_deleted(editing, trigger):
    """Nothing links it, so it goes; the strip has the way back."""
    trigger("module.delete")
    assert names(editing) == []
    assert not editing.editor.modules.strip.isHidden()


def test_a_name_is_edited_in_place(editing, trigger):
    """Renaming opens the field in the list."""
    trigger("module.rename")
    assert editing.editor.modules.view.findChild(object, "name-field") is not None
    assert editing.editor.modules.current == Module("offer")


def test_the_palette_is_searched(editing, trigger):
    """The blocks come to the front."""
    trigger("blocks.focus")
    assert editing.editor.blocks.isVisible()


def test_without_a_choice_little_is_offered(editing, application):
    """No module chosen, no section selected: there is nothing to insert or to save."""
    editing.editor.modules.view.selectionModel().clear()
    editing.document.select(0, "test")
    application.actions.refresh()
    enabled = {row.id for row in ROWS if application.actions[row.id].isEnabled()}
    assert enabled == {"blocks.focus"}
