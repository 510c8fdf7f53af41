"""Sets of clients of one's own: saved, renamed and deleted from the dialog."""

from __future__ import annotations

import pytest

from desktop.proofs.preset_verbs import LONGEST
from renderers.clients.clients_file import CLIENTS, read_clients_file
from renderers.clients.own_presets import save_preset


def test_the_ticked_clients_are_saved(opened, workspace, qtbot):
    """Under a name, which the menu shows from then on."""
    dialog = opened(clients=("gmail-web", "yahoo-web"))
    dialog.choice.presets.save_wanted.emit()
    asked = dialog.sets.dialog
    assert not asked.go.isEnabled()
    asked.edit.setText("Our shop")
    asked.go.click()
    qtbot.waitUntil(lambda: dialog.choice.presets.text == "Our shop")
    assert set(read_clients_file(workspace).presets["our-shop"].clients) == {"gmail-web", "yahoo-web"}


def test_a_name_that_cannot_be_is_said_where_it_is_typed(opened, qtbot):
    """What was typed is not lost."""
    dialog = opened()
    dialog.sets.save(("gmail-web",))
    asked = dialog.sets.dialog
    asked.edit.setText("France")
    asked.go.click()
    qtbot.waitUntil(asked.trouble.isVisible)
    assert "There is a preset France already." in asked.trouble.text()
    assert asked.isVisible()
    asked.close()


@pytest.fixture
def with_own(opened, workspace, qtbot):
    """The dialog, with a set of one's own ticked."""
    save_preset(workspace, "Our shop", ["gmail-web", "yahoo-web"])
    dialog = opened(clients=("gmail-web", "yahoo-web"))
    qtbot.waitUntil(lambda: dialog.choice.presets.text == "Our shop")
    return dialog


def test_renamed(with_own, workspace, qtbot):
    """The same name again is no other name."""
    with_own.choice.presets.rename_wanted.emit("our-shop")
    asked = with_own.sets.dialog
    assert asked.edit.text() == "Our shop"
    assert not asked.go.isEnabled()
    asked.edit.setText("Their shop")
    asked.go.click()
    qtbot.waitUntil(lambda: with_own.choice.presets.text == "Their shop")
    assert list(read_clients_file(workspace).presets) == ["our-shop"]


def test_deleted(with_own, workspace, qtbot):
    """Asked first; the clients stay ticked."""
    with_own.choice.presets.delete_wanted.emit("our-shop")
    assert "“Our shop”" in with_own.sets.dialog.question.text()
    with_own.sets.dialog.go.click()
    qtbot.waitUntil(lambda: with_own.choice.presets.text == "A choice of your own")
    assert read_clients_file(workspace).presets == {}
    assert len(with_own.choice.tree.chosen) == 2


def test_a_file_that_was_broken_in_the_meantime(with_own, workspace, qtbot):
    """It is said beside the choice, and left as it is."""
    (workspace.root / CLIENTS).write_text("[presets", "utf-8")
    with_own.sets.delete("our-shop", "Our shop")
    with_own.sets.dialog.go.click()
    qtbot.waitUntil(with_own.choice.trouble.isVisible)
    assert "clients.toml:1" in with_own.choice.trouble.text()


def test_clients_of_another_set_are_not_replaced_unawares(with_own, workspace, qtbot):
    """It is said beside the name, and the button says so."""
    with_own.choice.choose_clients(("orange-web",))
    with_own.choice.presets.save_wanted.emit()
    asked = with_own.sets.dialog
    asked.edit.setText("our  SHOP")
    assert (asked.replaced.isVisible(), asked.go.text()) == (True, "Replace")
    asked.edit.setText("our shop 2")
    assert (asked.replaced.isVisible(), asked.go.text()) == (False, "Save")
    asked.edit.setText("x" * 500)
    assert len(asked.edit.text()) == LONGEST
    asked.close()


def test_a_name_of_any_length_fits_into_the_menu(opened, workspace, qtbot):
    """Somebody may have written it into the file."""
    save_preset(workspace, "Shop " * 100, ["gmail-web", "yahoo-web"])
    dialog = opened(clients=("gmail-web", "yahoo-web"))
    qtbot.waitUntil(lambda: dialog.choice.presets.text.startswith("Shop"))
    assert dialog.choice.presets.list.sizeHint().width() < 600
