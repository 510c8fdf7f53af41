"""The brand panel: six fields, and Update for all templates."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QByteArray, Qt

from assets import asset
from desktop.language import set_language
from desktop.panels.brand import BrandPanel
from templates.assemble import assemble
from templates.brand.evidence import Candidate
from templates.brand.store import load_brand, update_brand
from templates.files import write_text

PURPLE = "#7a2fb5"


@pytest.fixture
def panel(folder, jobs, qtbot):
    """The panel for itself, with the sample's brand."""
    set_language("en")
    made = BrandPanel(jobs)
    qtbot.addWidget(made)
    made.show_brand(load_brand(folder / "brands" / "kettlewren"))
    made.resize(288, 700)
    made.show()
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    return made


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
    assert panel.fields["facebook"].value.startswith("https://")
    assert panel.changes() == {}
    assert not panel.update_button.isEnabled()


def test_update_changes_every_template(opened, qtbot):
    """Name, colour and an emptied network reach each mail at its next build, and the pictures are made anew."""
    panel = opened.brand
    workspace = opened.workspace.workspace
    panel.name.edit.setText("Northlight & Sons")
    panel.primary.edit.setText(PURPLE)
    panel.fields["x"].edit.clear()
    apply(opened, qtbot)
    for template in workspace.templates():
        html = assemble(workspace, template.name).html
        assert "Northlight &amp; Sons" in html
        assert "social-x.png" not in html
    assert load_brand(workspace.brand_folder("kettlewren")).primary == PURPLE
    assert panel.changes() == {}
    assert all(opened.workspace.model.card(name).fresh for name in opened.workspace.model.names())


def test_an_update_can_be_undone(opened, qtbot):
    """Undo brings back values and logos byte for byte."""
    panel = opened.brand
    folder = opened.workspace.workspace.brand_folder("kettlewren")
    before = {path.name: path.read_bytes() for path in folder.glob("logo-*")}
    colour = panel.primary.value
    panel.name.edit.setText("Northlight")
    panel.primary.edit.setText(PURPLE)
    assert not opened.can_undo_brand
    apply(opened, qtbot)
    assert panel.undo_button.isVisible()
    panel.undo_button.click()
    qtbot.waitUntil(lambda: panel.name.value == "Kettlewren", timeout=20_000)
    assert panel.primary.value == colour
    assert {path.name: path.read_bytes() for path in folder.glob("logo-*")} == before
    assert not panel.undo_button.isVisible()


def test_the_summary_names_what_changes(opened, qtbot):
    """Before anything happens the window says which fields change, and of how many templates."""
    panel = opened.brand
    panel.primary.edit.setText(PURPLE)
    dialog = opened.confirm_brand(panel.changes())
    qtbot.waitUntil(lambda: dialog.follow.text() == "4 templates follow at once.", timeout=20_000)
    texts = {label.text() for label in dialog.findChildren(type(dialog.follow))}
    assert {"Dominant colour", "#1d5b4c", PURPLE} <= texts
    dialog.reject()
    assert load_brand(opened.workspace.workspace.brand_folder("kettlewren")).primary == "#1d5b4c"


def test_parts_edited_by_hand_are_kept_and_reported(opened, qtbot):
    """An update leaves a part alone that somebody changed, and says so."""
    panel = opened.brand
    part = opened.workspace.workspace.brand_folder("kettlewren") / "parts" / "header.mjml"
    text = f"{part.read_text('utf-8')}<!-- by hand -->\n"
    write_text(part, text)
    panel.name.edit.setText("Northlight")
    apply(opened, qtbot)
    assert part.read_text("utf-8") == text
    assert "header.mjml" in opened.statusBar().currentMessage()


@pytest.mark.parametrize("colour", ["", "#12", "#12345", "no colour"])
def test_half_a_colour_cannot_be_applied(panel, colour):
    """While the colour is no colour, Update stays off."""
    panel.primary.edit.setText(colour)
    assert not panel.primary.is_valid
    assert not panel.can_update


def test_a_colour_without_its_mark_is_taken(panel):
    """People paste colours with and without #."""
    panel.primary.edit.setText("7A2FB5")
    assert panel.changes() == {"primary": PURPLE}


def test_everything_below_the_first_six_reaches_the_brand(opened, qtbot):
    """Colours by role, fonts, corners, another network, the company's lines: all are stored by one Update."""
    panel = opened.brand
    panel.fields["link"].edit.setText("teal")
    panel.fields["accent"].edit.setText("rgb(10, 20, 30)")
    panel.fields["font_heading"].set_value("Georgia, serif")
    panel.fields["radius"].number.setValue(20)
    panel.fields["instagram"].edit.setText("instagram.com/kettlewren")
    panel.fields["address"].edit.setPlainText("The Net Loft\nWhitby")
    panel.fields["language"].set_value("fr")
    apply(opened, qtbot)
    brand = load_brand(opened.workspace.workspace.brand_folder("kettlewren"))
    assert (brand.colours.link, brand.colours.accent) == ("#008080", "#0a141e")
    assert (brand.font.heading, brand.radius, brand.language) == ("Georgia, serif", 20, "fr")
    assert brand.socials["instagram"] == "https://instagram.com/kettlewren"
    assert brand.address == "The Net Loft, Whitby"
    assert panel.changes() == {}


def test_an_emptied_role_is_derived_again(panel):
    """The arrow beside a colour makes it automatic; the swatch then shows what it becomes."""
    button = panel.fields["button"]
    panel.form.groups["colours"].open()
    button.reset_button.click()
    assert panel.changes() == {"button": ""}
    assert button.edit.placeholderText() == "automatic"
    assert button.swatch.colour == panel.form.looks[1].colours.palettes[0].action
    assert update_brand(panel.brand.folder, **panel.changes()).colours.button == ""


def test_the_sample_follows_while_one_types(panel):
    """Name, colour and corners are seen in the piece of a mail at once; half a colour changes nothing."""
    panel.name.edit.setText("Northlight")
    panel.primary.edit.setText(PURPLE)
    panel.fields["radius"].number.setValue(3)
    look = panel.form.sample.look
    assert (look.name, look.colours.primary, look.radius) == ("Northlight", PURPLE, 3)
    panel.primary.edit.setText("#7a")
    assert panel.form.sample.look.colours.primary == "#1d5b4c"


def test_groups_stay_as_they_were_left(panel):
    """What was unfolded is unfolded the next time; what else is in the settings does no harm."""
    form = panel.form
    form.groups["networks"].head.click()
    state = form.groups_state()
    form.restore_groups(QByteArray(b"\xff,elsewhere"))
    assert not any(group.is_open for group in form.groups.values())
    form.restore_groups(state)
    assert [name for name, group in form.groups.items() if group.is_open] == ["networks"]


def test_a_doubtful_field_can_be_found_and_confirmed(panel, qtbot):
    """The line at the top leads to the field; taking the candidate that is in use makes it a person's choice."""
    field = panel.fields["button"]
    panel.show_brand(replace(panel.brand, evidence={"button": (Candidate("#c24a1f", "buttons", 0.4, "a.button"),)}))
    while not panel.form.groups["colours"].is_open:
        panel.doubts.click()
    assert field.is_doubtful
    qtbot.keyClick(field.strip, Qt.Key.Key_Return)
    assert panel.changes() == {"button": "#c24a1f"}
    assert field.note.text() == "confirmed"
    panel.show_brand(update_brand(panel.brand.folder, **panel.changes()))
    assert panel.brand.evidence["button"][0].source == "user"
    assert not field.is_doubtful


def test_a_picked_colour_comes_from_the_picture(panel, qtbot):
    """The eyedropper shows the logo where there is no picture of the page; Enter takes the colour under the spot."""
    panel.primary.edit.setText(PURPLE)
    panel.primary.dropper.click()
    dialog = panel.eyedropper
    colour = dialog.view.colour(dialog.view.spot)
    assert colour.startswith("#")
    qtbot.keyClick(dialog.view, Qt.Key.Key_Return)
    assert panel.primary.value == colour


def test_discard_brings_the_stored_values_back(panel, qtbot):
    """A draft can be dropped with one click."""
    panel.name.edit.setText("Northlight")
    assert panel.state.text() == "1 change not applied yet"
    panel.reset_button.click()
    assert panel.name.value == "Kettlewren"
    assert not panel.reset_button.isVisible()


def test_a_candidate_is_one_click_away(panel, qtbot):
    """The strip under the colour shows what else was found; a click takes it."""
    strip = panel.primary.strip
    assert strip.candidates.candidates[0].value == "#1d5b4c"
    row = strip.candidates.row_of("#c24a1f")
    spot = strip.visualRect(strip.model().index(row, 0)).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert panel.changes() == {"primary": "#c24a1f"}


def test_another_logo_is_shown_before_it_is_applied(opened, tmp_path, qtbot):
    """A chosen file is seen at once and stored by Update."""
    panel = opened.brand
    logo = tmp_path / "new.svg"
    logo.write_bytes(asset("samples", "site", "favicon.svg").read_bytes())
    panel.logo.set_value(str(logo))
    qtbot.waitUntil(lambda: not panel.logo.is_busy, timeout=20_000)
    assert panel.logo.pictures[0].width() == panel.logo.pictures[0].height()
    assert panel.changes() == {"logo": str(logo)}
    apply(opened, qtbot)
    folder = opened.workspace.workspace.brand_folder("kettlewren")
    assert (folder / "logo-wide-original.svg").read_bytes() == logo.read_bytes()


def test_a_bad_logo_changes_nothing(opened, tmp_path, qtbot):
    """A file that is no picture is refused with a sentence, and the brand stays as it was."""
    panel = opened.brand
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


def test_a_network_is_added_when_it_is_wanted(panel, qtbot):
    """Networks without an address wait in a list; one that is chosen there gets its field and the keyboard."""
    group, more = panel.form.groups["networks"], panel.form.networks
    group.open()
    assert panel.fields["mastodon"].isHidden()
    more.box.activated.emit(more.box.findData("mastodon"))
    assert panel.fields["mastodon"].isVisible()
    assert more.box.findData("mastodon") < 0
    qtbot.keyClicks(panel.fields["mastodon"].edit, "mastodon.social/@kettlewren")
    assert panel.changes() == {"mastodon": "https://mastodon.social/@kettlewren"}
    panel.reset()
    assert panel.fields["mastodon"].isHidden()
