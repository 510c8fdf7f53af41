"""Render previews as an action: for the document, or for what is selected in the gallery."""

from __future__ import annotations

import pytest

from desktop.dialogs.unsaved import UnsavedDialog
from desktop.proofs.verbs import proof_verbs
from desktop.tokens.verbs import token_verbs
from renderers.budget.purse import open_purse
from templates.workspace import Workspace


def test_it_renders_what_is_selected(application, opened, qtbot):
    """It needs a template; the dialog goes with the workspace, and everything that it began ends."""
    assert application.actions["proofs.render"].isEnabled()
    application.actions["proofs.render"].trigger()
    dialog = proof_verbs(opened).dialog
    assert dialog.templates == tuple(opened.gallery.selected)
    qtbot.waitUntil(lambda: dialog.cost.quote is not None, timeout=10_000)
    application.actions["proofs.render"].trigger()
    assert proof_verbs(opened).dialog is dialog
    opened.close_workspace()
    assert proof_verbs(opened).dialog is None
    assert not application.actions["proofs.render"].isEnabled()


def test_what_is_unsaved_is_asked_about_first(application, opened, qtbot):
    """A picture is of what is on the disk."""
    document = opened.open_template("welcome.en")
    document.replace_text("Typing", document.text + "\n")
    application.actions["proofs.render"].trigger()
    assert proof_verbs(opened).dialog is None
    asked = opened.findChild(UnsavedDialog)
    asked.decided.emit(True)
    assert proof_verbs(opened).dialog.templates == ("welcome.en",)
    asked.close()


# The offscreen platform has no window manager that could bring a window to the front.
@pytest.mark.qt_log_ignore(r"^This plugin does not support raise\(\)$", extend=True)
def test_a_run_shows_in_the_status_bar_and_the_tokens_are_one_click_away(application, opened, qtbot):
    """What is left is counted anew after a run; the gallery's own pictures cost nothing."""
    with open_purse(Workspace.open(opened.workspace.workspace.root)) as purse:
        assert purse.balance.spent == 0
    application.actions["proofs.render"].trigger()
    dialog = proof_verbs(opened).dialog
    dialog.choice.choose(("gmail-web",), ("light",))
    qtbot.waitUntil(lambda: dialog.cost.quote is not None, timeout=10_000)
    dialog.cost.go.click()
    tokens = token_verbs(opened)
    qtbot.waitUntil(lambda: tokens.indicator.text().strip().startswith("999"), timeout=10_000)
    dialog.tokens_wanted.emit()
    assert tokens.dialog.isVisible()
    tokens.dialog.close()
