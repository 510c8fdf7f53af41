"""The way from the main window to the saved previews, and back."""

from __future__ import annotations

from desktop.proofs.gallery.verbs import gallery_verbs
from renderers.proofs.proof import Shot


def test_the_action_opens_one_window(opened_window, qtbot):
    """Again it is brought to the front; with the workspace it goes."""
    opened_window.findChild(object, "proofs.show").trigger()
    dialog = gallery_verbs(opened_window).dialog
    assert dialog.isVisible()
    assert gallery_verbs(opened_window).show() is dialog
    opened_window.close_workspace()
    assert gallery_verbs(opened_window).dialog is None


def test_a_picture_leads_to_the_view_through_its_client(opened_window):
    """In its mode, in the editor."""
    gallery_verbs(opened_window)._reveal(Shot("welcome.en", "default", "", "gmail-ios", "dark"))
    client = opened_window.editor.client
    assert (opened_window.document.name, opened_window.editor.mode) == ("welcome.en", "client")
    assert (client.client, client.mode) == ("gmail-ios", "dark")
