"""Several brands in the window: what each action does, and that it can be taken back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.brand_actions import brands_of
from desktop.dialogs.brand_differences import BrandDifferencesDialog
from desktop.dialogs.brand_questions import DeleteBrandDialog, UnappliedDialog
from desktop.dialogs.left_as_is import LeftDialog
from desktop.dialogs.message import MessageDialog
from desktop.new_workspace import sample_site
from desktop.rows.brand import ROWS
from templates.brand.store import load_brand, update_brand
from templates.files import write_text
from templates.generate import remake_brand
from templates.toml_files import update_toml


@pytest.fixture(autouse=True)
def copied_art(made, monkeypatch):
    """Artwork is copied: drawing it takes seconds, and is tested elsewhere."""

    def copy(folder: Path, _light: object) -> None:
        if not (folder / "art").is_dir():
            shutil.copytree(made / "brands" / "kettlewren" / "art", folder / "art")

    monkeypatch.setattr("renderers.witness.installed_witness", lambda _cancel: None)
    for module in ("generate", "brands.archive"):
        monkeypatch.setattr(f"templates.{module}.write_artwork", copy)


@pytest.fixture
def brands(application, opened):
    """The brands' actions of a window on the sample's workspace."""
    return brands_of(opened)


@pytest.fixture
def rest(opened, qtbot):
    """Wait until nothing is under way and what was listed last is shown."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not opened.jobs.running, timeout=20_000)
        opened.state_changed.emit()

    return wait


@pytest.fixture
def state(opened):
    """Every file that people own, by its path; the trash and what is made from others left out."""

    def read() -> dict[str, bytes]:
        root = opened.workspace.workspace.root
        paths = [root / "workspace.toml", *(root / "templates").rglob("*"), *(root / "brands").rglob("*")]
        return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths if path.is_file()}

    return read


@pytest.fixture
def copied(application, brands, rest):
    """A copy of the sample's brand, which the panel shows then."""
    application.actions["brand.copy"].trigger()
    rest()
    return "kettlewren-copy"


def undone(application, rest) -> None:
    application.actions["brand.undo"].trigger()
    rest()


def names(opened) -> list[str]:
    switch = opened.brand.switch.box
    return [switch.itemText(place) for place in range(switch.count())]


def test_the_switch_shows_one_brand_of_several(opened, brands, copied, rest, monkeypatch):
    """By name, the default one marked; what is chosen is shown, and the gallery can hold back all but one brand's."""
    assert names(opened) == ["Kettlewren (default)", "Kettlewren (copy)"]
    assert opened.brand.switch.box.currentData() == copied  # made last
    opened.brand.switch.box.activated.emit(0)
    rest()
    assert opened.brand.brand.name == "Kettlewren"
    assert opened.brand.switch.box.currentData() == "kettlewren"
    everything, by_brand = len(opened.gallery.names()), opened.gallery.brand
    assert by_brand.isVisible()
    by_brand.set_tag(copied)
    assert opened.gallery.names() == []
    by_brand.set_tag("kettlewren")
    assert len(opened.gallery.names()) == everything
    assert "Kettlewren" in by_brand.toolTip()
    opened.gallery.show_all()
    assert by_brand.tag == ""
    offered: list[str | None] = []
    monkeypatch.setattr("desktop.panels.brand_switch.show_context_menu", lambda _widget, ids, _at: offered.extend(ids))
    opened.brand.switch.more.click()
    assert {name for name in offered if name} <= {row.id for row in ROWS}


def test_what_was_typed_is_asked_about_first(opened, brands, copied, rest):
    """Until it is discarded the brand that it belongs to stays."""
    opened.brand.fields["name"].edit.setText("Typed")
    opened.brand.switch.box.activated.emit(0)
    assert opened.brand.switch.box.currentData() == copied
    opened.findChild(UnappliedDialog).reject()
    assert opened.brand.fields["name"].value == "Typed"
    brands.switch_to("kettlewren").go.click()
    rest()
    assert opened.brand.brand.name == "Kettlewren"


def test_a_damaged_brand_shows_no_other_brands_values(opened, brands, copied, rest):
    """They would be written into it; the sentence names its file."""
    write_text(opened.workspace.workspace.brand_folder("kettlewren") / "brand.toml", "format = 1\nname =\n")
    brands.switch_to("kettlewren")
    rest()
    assert opened.brand.brand is None
    assert "brand.toml" in opened.findChild(MessageDialog).place.text()
    opened.findChild(MessageDialog).accept()
    assert names(opened) == ["kettlewren (default)", "Kettlewren (copy)"]


def test_copying_is_undone(application, opened, brands, state, rest):
    """The copy goes to the trash, and the panel shows the brand from before; the editor stays in front."""
    before = state()
    opened.open_template("welcome.en")
    application.actions["brand.copy"].trigger()
    rest()
    assert (opened.workspace.workspace.root / "brands" / "kettlewren-copy").is_dir()
    undone(application, rest)
    assert state() == before
    assert opened.brand.brand.name == "Kettlewren"
    assert opened.document.name == "welcome.en"


def test_a_renamed_brand_keeps_its_open_template(application, opened, brands, state, rest):
    """Name and folder change in one step, an open template closes and opens again, and all of it is undone."""
    before = state()
    opened.open_template("welcome.en")
    dialog = brands.rename()
    dialog.name.setText("Northlight")
    assert dialog.folder.text() == "northlight"
    dialog.go.click()
    rest()
    workspace = opened.workspace.workspace
    assert workspace.brands() == ["northlight"]
    assert workspace.settings.brand == "northlight"
    assert "brands/northlight/parts" in opened.document.text
    assert opened.brand.brand.name == "Northlight"
    undone(application, rest)
    assert state() == before
    assert "brands/kettlewren/parts" in opened.document.text


def test_the_default_brand_changes_and_is_undone(application, opened, brands, copied, state, rest):
    """The switch marks it."""
    before = state()
    application.actions["brand.make_default"].trigger()
    rest()
    assert names(opened) == ["Kettlewren", "Kettlewren (copy) (default)"]
    assert not application.actions["brand.make_default"].isEnabled()
    undone(application, rest)
    assert state() == before


def test_a_brand_travels_as_one_file(application, opened, brands, tmp_path, state, rest):
    """What is exported can be imported, beside the brand that it came from, and that is undone."""
    path = tmp_path / "kettlewren.mwbrand"
    brands.export_to(path)
    rest()
    before = state()
    brands.import_file(path)
    rest()
    assert opened.workspace.brand_slug == "kettlewren-2"
    assert opened.brand.brand.primary == "#1d5b4c"
    undone(application, rest)
    assert state() == before


def test_templates_move_to_the_shown_brand(application, opened, brands, copied, state, rest):
    """Those that are ticked, open ones too; the filter finds them; all is undone."""
    before = state()
    opened.open_template("welcome.fr")
    dialog = brands.move_templates()
    assert not dialog.go.isEnabled()
    dialog.search.setText("welcome")
    dialog.all.click()
    assert dialog.model.chosen == ["welcome.en", "welcome.fr"]
    dialog.go.click()
    rest()
    workspace = opened.workspace.workspace
    assert {name: workspace.template(name).meta.brand for name in dialog_names(workspace)} == {
        "password-reset.en": "kettlewren",
        "password-reset.fr": "kettlewren",
        "welcome.en": copied,
        "welcome.fr": copied,
    }
    assert f"brands/{copied}/parts" in opened.document.text
    assert opened.workspace.model.card("welcome.en").brand == copied
    undone(application, rest)
    assert state() == before
    assert f"brands/{copied}/parts" not in opened.document.text


def dialog_names(workspace) -> list[str]:
    return [template.name for template in workspace.templates()]


def test_a_template_that_somebody_else_has_is_named(opened, brands, copied, rest):
    """The others move, and a dialog says which one did not and why."""
    workspace = opened.workspace.workspace
    with workspace.lock(workspace.template("welcome.en").mjml_path):
        dialog = brands.move_templates()
        dialog.model.tick(["welcome.en", "welcome.fr"], on=True)
        dialog.go.click()
        rest()
    left = opened.findChild(LeftDialog)
    assert "welcome.en" in left.notes.toPlainText()
    assert "1" in left.title.text()
    left.accept()
    assert workspace.template("welcome.fr").meta.brand == copied


def test_deleting_moves_templates_first(application, opened, brands, copied, state, rest):
    """The dialog says how many use the brand and where they go; undo brings brand and templates back."""
    opened.workspace.show_brand("kettlewren")
    rest()
    before = state()
    application.actions["brand.delete"].trigger()
    rest()
    dialog = opened.findChild(DeleteBrandDialog)
    assert "4" in dialog.about.text()
    assert dialog.to.currentData() == copied
    dialog.go.click()
    rest()
    workspace = opened.workspace.workspace
    assert workspace.brands() == [copied]
    assert workspace.settings.brand == copied
    assert {template.meta.brand for template in workspace.templates()} == {copied}
    undone(application, rest)
    assert state() == before


def test_a_brand_by_hand(application, opened, brands, state, rest, tmp_path):
    """Name and colour are enough; its own templates stand beside those of the other brand; undo takes both.

    A logo that is none is told in the dialog, which stays.
    """
    before = state()
    dialog = brands.by_hand()
    assert not dialog.go.isEnabled()
    dialog.name.setText("Northlight")
    write_text(tmp_path / "logo.png", "no picture")
    dialog.choose_logo(str(tmp_path / "logo.png"))
    dialog.go.click()
    rest()
    assert dialog.problem.isVisible()
    dialog.choose_logo("")
    dialog.colour.setText("7a2fb5")
    dialog.starters.box.setCurrentIndex(2)
    dialog.go.click()
    rest()
    workspace = opened.workspace.workspace
    assert opened.brand.brand.primary == "#7a2fb5"
    assert workspace.template("welcome-northlight.en").meta.brand == "northlight"
    assert workspace.template("welcome-northlight.en").meta.group == "welcome-northlight"
    undone(application, rest)
    assert state() == before


def test_a_brand_from_a_site(opened, brands, rest, qtbot):
    """The site is read, what was found can be corrected, and the brand goes into this workspace."""
    dialog = brands.from_site()
    dialog.start(sample_site())
    qtbot.waitUntil(lambda: dialog.found.kit is not None and dialog.go.isEnabled(), timeout=20_000)
    assert not dialog.found.folder.isVisible()
    dialog.found.name.set_value("Northlight")
    dialog.go.click()
    rest()
    assert opened.workspace.brand_slug == "northlight"
    assert opened.workspace.workspace.brands() == ["kettlewren", "northlight"]
    assert len(opened.workspace.model.names()) == 4


def test_a_site_that_was_read_again(application, opened, brands, rest, state):
    """What differs is listed, a person's choice is not; only what is ticked is taken over; undo brings it back."""
    folder = opened.workspace.workspace.brand_folder("kettlewren")
    update_brand(folder, primary="#222222")
    text = (folder / "brand.toml").read_text("utf-8")
    text = text.replace('site = "https://www.kettlewren.example"', f"site = '{Path(sample_site())}'")
    write_text(folder / "brand.toml", text.replace('name = "Kettlewren"', 'name = "Old"').replace("Whitby", "York"))
    update_toml(folder / "brand.toml", {"written": None})  # what the site said then, not a hand's work
    remake_brand(opened.workspace.workspace, "kettlewren")
    opened.workspace.read_brands()
    rest()
    before = state()
    application.actions["brand.read_again"].trigger()
    rest()
    dialog = opened.findChild(BrandDifferencesDialog)
    assert set(dialog.ticks) == {"name", "address"}
    dialog.ticks["name"].setChecked(False)
    dialog.go.click()
    rest()
    brand = load_brand(folder)
    assert (brand.name, brand.primary) == ("Old", "#222222")
    assert "Whitby" in brand.address
    undone(application, rest)
    assert state() == before


def test_a_failure_leaves_everything(application, opened, brands, state, rest, tmp_path):
    """A file that is no brand is one sentence, and nothing to undo."""
    before = state()
    write_text(tmp_path / "x.mwbrand", "no zip")
    brands.import_file(tmp_path / "x.mwbrand")
    rest()
    assert "no brand" in opened.findChild(MessageDialog).what.text()
    opened.findChild(MessageDialog).accept()
    assert state() == before
    assert not application.actions["brand.undo"].isEnabled()
    application.actions["brand.delete"].trigger()
    rest()
    dialog = opened.findChild(DeleteBrandDialog)
    assert not dialog.go.isEnabled()  # its templates would have nowhere to go
    dialog.close()
