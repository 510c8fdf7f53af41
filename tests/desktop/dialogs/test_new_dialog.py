"""New from a domain, from the first word to the open workspace."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from desktop.dialogs.brand_by_hand import BrandByHandDialog
from desktop.dialogs.new_dialog import NewDialog
from desktop.new_workspace import free_folder, sample_site
from templates import starters as starters_module
from templates.errors import Cancelled
from templates.files import write_text
from templates.workspace import Workspace


@pytest.fixture
def two_starters(monkeypatch):
    """Two of the twenty are enough to see that all are made."""
    two = starters_module.starters()[:2]
    monkeypatch.setattr("templates.generate.starters", lambda: two)
    return two


def found(window, qtbot) -> NewDialog:
    dialog = window.show_new_dialog(sample_site())
    qtbot.waitUntil(lambda: dialog.found.kit is not None and dialog.go.isEnabled(), timeout=20_000)
    return dialog


def test_a_domain_becomes_a_workspace(window, qtbot, tmp_path, two_starters):
    """The kit is shown first; name and colour can be corrected; then the templates are made and opened."""
    dialog = found(window, qtbot)
    assert dialog.found.name.value == "Kettlewren"
    assert dialog.found.logo.isVisible()
    dialog.found.name.edit.setText("Northlight")
    dialog.found.colour.edit.setText("#7a2fb5")
    dialog.found.folder.setText(str(tmp_path / "north"))
    dialog.found.languages.setCurrentIndex(dialog.found.languages.findData("fr"))
    dialog.go.click()
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=30_000)
    workspace = window.workspace.workspace
    assert workspace.root == tmp_path / "north"
    assert [folder.name for folder in workspace.templates()] == sorted(f"{one.name}.fr" for one in two_starters)
    qtbot.waitUntil(lambda: window.brand.brand is not None and not window.jobs.running, timeout=30_000)
    assert (window.brand.name.value, window.brand.primary.value) == ("Northlight", "#7a2fb5")


def test_steps_are_shown_and_the_window_stays_usable(window, qtbot):
    """While the site is read a line says what is done, and the dialog does not block the window."""
    dialog = window.show_new_dialog(sample_site())
    assert dialog.bar.isVisible()
    assert not dialog.go.isEnabled()
    assert not dialog.isModal()
    assert window.isEnabled()
    qtbot.waitUntil(dialog.go.isEnabled, timeout=20_000)
    assert not dialog.bar.isVisible()


def test_what_is_no_site_is_said_in_the_dialog(window, qtbot):
    """A slip stays in the field, with a sentence below it."""
    dialog = window.show_new_dialog("not a domain")
    qtbot.waitUntil(dialog.problem.isVisible, timeout=20_000)
    assert dialog.source.value == "not a domain"
    assert dialog.go.isEnabled()


def test_cancel_stops_the_reading(window, qtbot, monkeypatch):
    """The extraction hears of it and ends; the dialog is back at its beginning."""
    heard = threading.Event()

    def slow(source, *, witness, progress, cancel):
        cancel.wait(20)
        heard.set()
        raise Cancelled("The extraction was stopped.")

    monkeypatch.setattr("desktop.new_workspace.extract_brand", slow)
    dialog = window.show_new_dialog("company.example")
    dialog.cancel.click()
    qtbot.waitUntil(dialog.go.isEnabled, timeout=20_000)
    assert heard.is_set()
    assert not dialog.problem.isVisible()


def test_closing_stops_the_work_too(window, qtbot, monkeypatch):
    """Escape leaves nothing running behind."""
    monkeypatch.setattr("desktop.new_workspace.extract_brand", lambda source, **options: options["cancel"].wait(20))
    dialog = window.show_new_dialog("company.example")
    dialog.reject()
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)


def test_back_leads_to_the_source(window, qtbot):
    """Another site can be tried without opening the dialog again."""
    dialog = found(window, qtbot)
    dialog.back.click()
    assert dialog.source.isVisible()
    assert dialog.source.value == sample_site()


def test_a_folder_in_use_is_not_taken(window, qtbot, tmp_path):
    """Choosing a folder that holds something makes a new one in it; an empty one is taken as it is."""
    dialog = found(window, qtbot)
    write_text(tmp_path / "full" / "file.txt", "mine")
    (tmp_path / "empty").mkdir()
    dialog.found.choose_folder(str(tmp_path / "full"))
    assert dialog.found.folder_value == tmp_path / "full" / "kettlewren"
    dialog.found.choose_folder(str(tmp_path / "empty"))
    assert dialog.found.folder_value == tmp_path / "empty"


def test_a_disk_that_refuses_is_told(window, qtbot, tmp_path, two_starters):
    """The dialog stays open with the reason."""
    write_text(tmp_path / "file", "in the way")
    dialog = found(window, qtbot)
    dialog.found.folder.setText(str(tmp_path / "file" / "below"))
    dialog.go.click()
    qtbot.waitUntil(dialog.problem.isVisible, timeout=20_000)
    assert window.workspace is None


def test_the_sample_is_made_once(window, qtbot, two_starters):
    """The first time the dialog shows what was found; from then on its workspace opens at once."""
    window.open_sample()
    dialog = window.findChild(NewDialog)
    qtbot.waitUntil(dialog.go.isEnabled, timeout=20_000)
    folder = dialog.found.folder_value
    dialog.go.click()
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=30_000)
    window.close_workspace()
    window.open_sample()
    assert window.workspace.workspace.root == folder


def test_free_folders_are_counted(tmp_path):
    """A name that is taken gets a number."""
    assert free_folder(tmp_path, "acme") == tmp_path / "acme"
    (tmp_path / "acme").mkdir()
    Path(tmp_path / "acme-2").mkdir()
    assert free_folder(tmp_path, "acme") == tmp_path / "acme-3"


def test_a_workspace_of_one_language_speaks_it(window, qtbot, tmp_path, two_starters):
    """The workspace's own language is one that its templates are in."""
    dialog = found(window, qtbot)
    dialog.found.folder.setText(str(tmp_path / "north"))
    dialog.found.languages.setCurrentIndex(dialog.found.languages.findData("fr"))
    dialog.go.click()
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=30_000)
    assert Workspace.open(tmp_path / "north").settings.language == "fr"


def test_the_six_fields_can_be_corrected_and_are_remembered_as_chosen(window, qtbot, tmp_path, two_starters):
    """A profile that is emptied here is gone in the brand, and no later reading of the site brings it back."""
    dialog = found(window, qtbot)
    assert dialog.found.networks["facebook"].value == "https://www.facebook.com/kettlewrentea"
    dialog.found.networks["facebook"].edit.setText("")
    dialog.found.networks["x"].edit.setText("no address")
    assert not dialog.go.isEnabled()
    dialog.found.networks["x"].edit.setText("x.com/northlight")
    dialog.found.folder.setText(str(tmp_path / "north"))
    dialog.go.click()
    qtbot.waitUntil(lambda: window.workspace is not None and window.brand.brand is not None, timeout=30_000)
    brand = window.brand.brand
    assert "facebook" not in brand.socials
    assert brand.socials["x"] == "https://x.com/northlight"
    assert brand.evidence["socials.facebook"][0].source == "user"


def test_a_company_without_a_site_is_made_by_hand(window, qtbot):
    """A name and a colour are enough; then it goes on as with a site."""
    dialog = window.show_new_dialog("")
    dialog.source.by_hand.click()
    asked = dialog.findChild(BrandByHandDialog)
    asked.name.setText("Osier")
    asked.colour.setText("#7a4b1e")
    asked.go.click()
    qtbot.waitUntil(lambda: dialog.found.isVisible() and dialog.go.isEnabled(), timeout=20_000)
    assert (dialog.found.name.value, dialog.found.colour.value) == ("Osier", "#7a4b1e")
