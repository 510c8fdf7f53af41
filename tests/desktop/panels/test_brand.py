"""The brand panel: six fields, and Update for all templates."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from assets import asset
from templates.assemble import assemble
from templates.brand.evidence import Candidate
from templates.brand.store import load_brand
from templates.files import write_text

PURPLE = "#7a2fb5"


@pytest.fixture
def panel(opened):
    return opened.brand


def apply(window, qtbot) -> None:
    """Press Update and agree."""
    dialog = window.confirm_brand(window.brand.changes())
    with qtbot.waitSignal(window.workspace.brand_updated, timeout=20_000):
        dialog.apply_button.click()
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)


def test_the_fields_show_the_stored_brand(panel):
    """What the extraction found stands in the fields, and nothing is to be applied."""
    assert panel.name.value == "Kettlewren"
    assert panel.primary.value == "#1d5b4c"
    assert panel.networks["facebook"].value.startswith("https://")
    assert panel.changes() == {}
    assert not panel.update_button.isEnabled()


def test_update_changes_every_template(opened, panel, qtbot):
    """Name, colour and an emptied network reach each mail at its next build, and the pictures are made anew."""
    workspace = opened.workspace.workspace
    panel.name.edit.setText("Northlight & Sons")
    panel.primary.edit.setText(PURPLE)
    panel.networks["x"].edit.clear()
    apply(opened, qtbot)
    for template in workspace.templates():
        html = assemble(workspace, template.name).html
        assert "Northlight &amp; Sons" in html
        assert "social-x.png" not in html
    assert load_brand(workspace.brand_folder("kettlewren")).primary == PURPLE
    assert panel.changes() == {}
    assert all(opened.workspace.model.card(name).fresh for name in opened.workspace.model.names())


def test_an_update_can_be_undone(opened, panel, qtbot):
    """Undo brings back values and logos byte for byte."""
    folder = opened.workspace.workspace.brand_folder("kettlewren")
    before = {path.name: path.read_bytes() for path in folder.glob("logo-*")}
    colour = panel.primary.value
    panel.name.edit.setText("Northlight")
    panel.primary.edit.setText(PURPLE)
    assert not opened.can_undo_brand
    apply(opened, qtbot)
    assert panel.undo_button.isVisible()
    with qtbot.waitSignal(opened.workspace.brand_updated, timeout=20_000):
        panel.undo_button.click()
    qtbot.waitUntil(lambda: panel.name.value == "Kettlewren", timeout=20_000)
    assert panel.primary.value == colour
    assert {path.name: path.read_bytes() for path in folder.glob("logo-*")} == before
    assert not panel.undo_button.isVisible()


def test_the_summary_names_what_changes(opened, panel):
    """Before anything happens the window says which fields change, and of how many templates."""
    panel.primary.edit.setText(PURPLE)
    dialog = opened.confirm_brand(panel.changes())
    texts = {label.text() for label in dialog.findChildren(type(dialog.follow))}
    assert {"Dominant colour", "#1d5b4c", PURPLE, "4 templates follow at once."} <= texts
    dialog.reject()
    assert load_brand(opened.workspace.workspace.brand_folder("kettlewren")).primary == "#1d5b4c"


def test_parts_edited_by_hand_are_kept_and_reported(opened, panel, qtbot):
    """An update leaves a part alone that somebody changed, and says so."""
    part = opened.workspace.workspace.brand_folder("kettlewren") / "parts" / "header.mjml"
    text = f"{part.read_text('utf-8')}<!-- by hand -->\n"
    write_text(part, text)
    panel.name.edit.setText("Northlight")
    apply(opened, qtbot)
    assert part.read_text("utf-8") == text
    assert "header.mjml" in opened.statusBar().currentMessage()


@pytest.mark.parametrize("colour", ["", "#12", "#12345"])
def test_half_a_colour_cannot_be_applied(panel, colour):
    """While the colour is no colour, Update stays off."""
    panel.primary.edit.setText(colour)
    assert not panel.primary.is_valid
    assert not panel.can_update


def test_a_colour_without_its_mark_is_taken(panel):
    """People paste colours with and without #."""
    panel.primary.edit.setText("7A2FB5")
    assert panel.changes() == {"primary": PURPLE}


def test_discard_brings_the_stored_values_back(panel, qtbot):
    """A draft can be dropped with one click."""
    panel.name.edit.setText("Northlight")
    assert panel.state.text() == "1 change not applied yet"
    panel.reset_button.click()
    assert panel.name.value == "Kettlewren"
    assert not panel.reset_button.isVisible()


def test_evidence_is_one_click_away(panel):
    """The menu lists the candidates with where they were found; choosing one fills the field."""
    candidates = (Candidate("#1d5b4c", "logo fill", 0.94), Candidate(PURPLE, "buttons", 0.3, "a.button"))
    panel.primary.evidence.offer(candidates, "#1d5b4c")
    menu = panel.primary.evidence.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["#1d5b4c\tlogo fill  94%", f"{PURPLE}\tbuttons  30%"]
    assert menu.actions()[0].font().bold()
    menu.actions()[1].trigger()
    assert panel.primary.value == PURPLE


def test_a_field_without_evidence_offers_none(panel):
    """There is no button that opens an empty menu."""
    panel.name.evidence.offer((), "Kettlewren")
    assert not panel.name.evidence.isVisible()


def test_another_logo_is_shown_before_it_is_applied(opened, panel, tmp_path, qtbot):
    """A chosen file is seen at once and stored by Update."""
    logo = tmp_path / "new.svg"
    logo.write_bytes(asset("samples", "site", "favicon.svg").read_bytes())
    panel.logo.set_value(str(logo))
    assert panel.logo.note.text() == "new.svg"
    assert panel.changes() == {"logo": str(logo)}
    apply(opened, qtbot)
    folder = opened.workspace.workspace.brand_folder("kettlewren")
    assert (folder / "logo-wide-original.svg").read_bytes() == logo.read_bytes()


def test_a_bad_logo_changes_nothing(opened, panel, tmp_path, qtbot):
    """A file that is no picture is refused with a sentence, and the brand stays as it was."""
    wrong = tmp_path / "wrong.png"
    write_text(wrong, "no picture")
    before = (opened.workspace.workspace.brand_folder("kettlewren") / "brand.toml").read_bytes()
    panel.name.edit.setText("Northlight")
    panel.logo.set_value(str(wrong))
    dialog = opened.confirm_brand(panel.changes())
    with qtbot.waitSignal(opened.workspace.failed, timeout=20_000):
        dialog.apply_button.click()
    assert (opened.workspace.workspace.brand_folder("kettlewren") / "brand.toml").read_bytes() == before
    assert panel.name.value == "Northlight"
    assert not opened.can_undo_brand


def test_the_swatch_works_by_keyboard(panel, qtbot):
    """Space on the swatch opens the colour dialog; what is chosen there fills the field."""
    qtbot.keyClick(panel.primary.swatch, Qt.Key.Key_Space)
    dialog = panel.primary.colour_dialog
    dialog.setCurrentColor(PURPLE)
    dialog.accept()
    assert panel.primary.value == PURPLE
