"""Actions: one row each, found by id."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt

from desktop.actions import ACTIONS
from desktop.menus import MENUS


def test_ids_and_shortcuts_are_used_once():
    """Two actions on one key would mean that neither works."""
    assert [name for name, count in Counter(row.id for row in ACTIONS).items() if count > 1] == []
    shortcuts = Counter(row.shortcut for row in ACTIONS if row.shortcut)
    assert [keys for keys, count in shortcuts.items() if count > 1] == []


def test_the_menus_hold_every_action():
    """What can be done can be found in a menu, once, and menus name no action that is not there."""
    listed = Counter(each for _, ids in MENUS for each in ids if each)
    assert listed == Counter(row.id for row in ACTIONS)


def test_without_a_workspace_only_beginnings_are_offered(application):
    """Nothing that needs templates is enabled on the welcome page."""
    enabled = {row.id for row in ACTIONS if application.actions[row.id].isEnabled()}
    beginnings = {"file.new", "file.open", "file.sample", "file.quit", "brand.many"}
    assert enabled == beginnings | {"edit.preferences", "help.palette", "help.shortcuts"}


@pytest.mark.parametrize(
    ("name", "gallery", "preview"),
    [("view.gallery", True, False), ("view.split", True, True), ("view.preview", False, True)],
)
def test_the_modes_show_gallery_and_preview(application, opened, name, gallery, preview):
    """Each mode shows its panes, and its own switch is on."""
    application.actions[name].trigger()
    assert (opened.gallery.isVisible(), opened.preview.isVisible()) == (gallery, preview)
    assert [row.id for row in ACTIONS if row.group == "mode" and application.actions[row.id].isChecked()] == [name]


@pytest.mark.parametrize("width", [320, 375, 600])
def test_a_width_lays_the_mail_out_anew(application, opened, width):
    """The canvas is as wide as the device."""
    application.actions[f"view.width_{width}"].trigger()
    assert opened.preview.canvas.device_width == width
    assert application.actions[f"view.width_{width}"].isChecked()


def test_one_key_switches_light_and_dark(application, opened):
    """The switch goes there and back, and the two buttons follow."""
    for scheme in ("dark", "light"):
        application.actions["view.other_scheme"].trigger()
        assert opened.preview.canvas.scheme == scheme
        assert application.actions[f"view.{scheme}"].isChecked()


def test_zooming_goes_in_steps(application, opened):
    """Larger and smaller walk along the list; fit lets the mail follow the window again."""
    opened.preview.set_zoom(1.0)
    application.actions["view.zoom_in"].trigger()
    assert opened.preview.canvas.zoom == 1.25
    application.actions["view.zoom_out"].trigger()
    assert opened.preview.canvas.zoom == 1.0
    application.actions["view.zoom_fit"].trigger()
    assert opened.preview.zooms.currentIndex() == 0


def test_the_keyboard_walks_through_the_templates(application, opened, qtbot):
    """Next and previous select a template and show it, and stop at the ends."""
    first = opened.preview.name
    application.actions["view.previous"].trigger()
    assert opened.preview.name == first
    application.actions["view.next"].trigger()
    assert opened.preview.name != first


def test_f6_goes_round_the_panes(application, opened, qtbot):
    """Brand, gallery, preview and round again, and back with shift; a hidden pane is passed over."""
    qtbot.waitExposed(opened)
    opened.activateWindow()
    opened.brand.name.edit.setFocus()
    qtbot.waitUntil(lambda: opened.focusWidget() is opened.brand.name.edit)
    application.actions["view.next_pane"].trigger()
    assert opened.gallery.isAncestorOf(opened.focusWidget())
    application.actions["view.next_pane"].trigger()
    assert opened.preview.isAncestorOf(opened.focusWidget())
    application.actions["view.next_pane"].trigger()
    assert opened.brand.isAncestorOf(opened.focusWidget())
    application.actions["view.brand"].trigger()
    application.actions["view.previous_pane"].trigger()
    assert not opened.brand.isAncestorOf(opened.focusWidget())


def test_searching_goes_to_the_field(application, opened, qtbot):
    """From the preview alone it brings the gallery back."""
    application.actions["view.preview"].trigger()
    application.actions["edit.find"].trigger()
    assert opened.gallery.isVisible()
    assert opened.focusWidget() is opened.gallery.search


def test_shortcuts_work_on_the_window(application, opened, qtbot):
    """A key pressed anywhere in the window runs its action."""
    opened.activateWindow()
    qtbot.keyClick(opened, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: opened.mode == "gallery")


def test_closing_the_workspace_leads_back(application, opened):
    """The welcome page comes, with this workspace among the recent ones."""
    root = opened.workspace.workspace.root
    application.actions["file.close"].trigger()
    assert opened.welcome.isVisible()
    assert opened.preferences.recent == [root]
    assert opened.welcome.recent.count() == 1


def test_folder_and_sheet_are_opened_outside(application, opened, qtbot, monkeypatch):
    """The file manager gets the folder, the browser the contact sheet that was just made."""
    urls: list[str] = []
    monkeypatch.setattr(opened, "open_url", lambda url: urls.append(url.toLocalFile()))
    application.actions["file.folder"].trigger()
    application.actions["file.sheet"].trigger()
    root = opened.workspace.workspace.root
    qtbot.waitUntil(lambda: len(urls) == 2, timeout=20_000)
    assert urls == [str(root), str(root / "index.html")]
    assert "password-reset" in (root / "index.html").read_text("utf-8")
