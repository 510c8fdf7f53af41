"""What the window does with segments."""

from __future__ import annotations

import pytest

from desktop.dialogs.segments.dialog import SegmentsDialog
from desktop.segment_edits import Editing
from desktop.segment_verbs import segment_verbs


@pytest.fixture
def dialog(application, window, folder, qtbot) -> SegmentsDialog:
    """The dialog, opened by its action, with everything read."""
    window.open_workspace(folder)
    application.actions["segments.show"].trigger()
    made = segment_verbs(window).dialog
    qtbot.waitUntil(lambda: bool(made.model.ids) and not window.jobs.running, timeout=20_000)
    return made


def test_the_action_opens_one_dialog(application, window, dialog, qtbot):
    """Again, and it comes to the front; it goes with its workspace; without one there is none."""
    application.actions["segments.show"].trigger()
    assert segment_verbs(window).dialog is dialog
    window.close_workspace()
    qtbot.waitUntil(lambda: segment_verbs(window).dialog is None)
    assert not application.actions["segments.show"].isEnabled()
    assert segment_verbs(window).show() is None


def test_contacts_that_ship_are_counted(window, dialog, qtbot):
    """One press, and the list and the page tell how many are in each segment."""
    dialog.page.people.samples.click()
    qtbot.waitUntil(lambda: dialog.segments.facts.count("loyalty") is not None, timeout=20_000)
    assert "of 60 contacts" in dialog.page.people.title.text()
    assert dialog.page.people.inside.lines[0].text()
    assert dialog.page.people.samples.isHidden()


def test_a_contact_file_is_remembered(window, dialog, qtbot, tmp_path):
    """Next time it is read when the dialog opens."""
    file = tmp_path / "people.csv"
    file.write_text("email,city\na@example.com,New York\nb@example.com,Lyon\n", "utf-8")
    segment_verbs(window).read_contacts(file)
    qtbot.waitUntil(lambda: dialog.segments.facts.count("near_event") == 1, timeout=20_000)
    dialog.close()
    dialog.segments.set_contacts(None)
    again = segment_verbs(window).show("near_event")
    qtbot.waitUntil(lambda: again.segments.contacts is not None, timeout=20_000)
    assert again.page.segment.id == "near_event"


def test_open_mails_follow(window, dialog, qtbot):
    """Documents are told that the segments are others, and their mail is built anew."""
    document = window.open_template("welcome.en")
    live = window.editor.documents.current.live
    qtbot.waitUntil(lambda: live.view is not None and not window.jobs.running, timeout=20_000)
    told: list[str] = []
    document.side_changed.connect(told.append)
    with qtbot.waitSignal(live.built, timeout=20_000):
        Editing(dialog.segments).set_name("loyalty", "Gold")
    assert told == ["segments.toml"]
    assert document.is_clean


def test_a_template_that_uses_a_segment_is_opened(window, dialog, folder, qtbot):
    """From the list of places behind the button."""
    file = folder / "templates" / "welcome.en" / "template.mjml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("<mj-body", "{% if segment.loyalty %}{% endif %}<mj-body", 1), "utf-8")
    dialog.show_segment("loyalty")
    dialog.segments.count()
    qtbot.waitUntil(lambda: bool(dialog.page.uses.menu().actions()), timeout=20_000)
    assert dialog.page.uses.isVisible()
    dialog.page.uses.menu().actions()[0].trigger()
    assert window.document.name == "welcome.en"
