"""What an update changes, before it happens."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel

from desktop.brand_reach import Reach, reach_of
from desktop.dialogs.brand_changes import BrandChangesDialog, Change
from desktop.language import set_language
from desktop.panels.brand_panel.sample_mail import Look, SampleMail
from desktop.panels.swatches import Swatch
from templates.brand.colours.brand_colours import BrandColours
from templates.files import write_text
from templates.workspace import Workspace


def words(dialog) -> str:
    return "\n".join(each.text() for each in dialog.findChildren(QLabel))


def test_each_field_is_shown_before_and_after(qtbot):
    """Texts as they are, colours with a swatch, nothing as a dash."""
    dialog = BrandChangesDialog([Change("Name", "", "b"), Change("Links", "#123456", "#654321")])
    qtbot.addWidget(dialog)
    assert {"Name", "–", "b", "Links", "#123456", "#654321"} <= set(words(dialog).splitlines())
    assert [swatch.colour for swatch in dialog.findChildren(Swatch)] == ["#123456", "#654321"]


def test_logos_are_shown_as_pictures(qtbot):
    """Both grounds, before and after."""
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("#00ff00"))
    dialog = BrandChangesDialog([Change("Logo", "", "new.svg", (None, None), (picture, picture))])
    qtbot.addWidget(dialog)
    dialog.show()
    shown = dialog.grab().toImage()
    green = sum(
        shown.pixelColor(x, y).name() == "#00ff00"
        for x in range(0, shown.width(), 4)
        for y in range(0, shown.height(), 4)
    )
    assert green > 20


def test_who_follows_is_told_when_it_is_known(qtbot):
    """Until then the dialog says that it looks."""
    set_language("en")
    dialog = BrandChangesDialog([Change("Name", "a", "b")])
    qtbot.addWidget(dialog)
    assert "Looking" in dialog.follow.text()
    dialog.show_reach(Reach(["welcome.en", "welcome.fr"], {}))
    assert dialog.follow.text() == "2 templates follow at once."
    assert not dialog.kept.isVisibleTo(dialog)


def test_the_brand_changes_name_the_parts_that_stay(qtbot):
    """What was edited by hand is named with the templates that use it."""
    dialog = BrandChangesDialog([Change("Name", "a", "b")])
    qtbot.addWidget(dialog)
    dialog.show_reach(Reach(["a", "b"], {"header.mjml": ["a"], "footer-legal.en.mjml": []}))
    assert "header.mjml, used by a" in dialog.kept.text()
    assert "footer-legal.en.mjml" in dialog.kept.text()


def test_a_piece_of_a_mail_shows_the_difference(qtbot):
    """Now, and after the update; without a difference there is none to look at."""
    now, then = Look(BrandColours("#1d5b4c"), "Acme"), Look(BrandColours("#7a2fb5"), "Acme")
    dialog = BrandChangesDialog([Change("Links", "#123456", "#654321")], (now, then))
    same = BrandChangesDialog([Change("Site", "a", "b")], (now, now))
    qtbot.addWidget(dialog)
    qtbot.addWidget(same)
    assert [sample.look for sample in dialog.findChildren(SampleMail)] == [now, then]
    assert same.findChildren(SampleMail) == []


def test_many_changes_scroll(qtbot):
    """The buttons stay on the screen however much was changed."""
    dialog = BrandChangesDialog([Change(f"Field {number}", "a", "b") for number in range(40)])
    qtbot.addWidget(dialog)
    assert dialog.sizeHint().height() < 640


def test_the_reach_of_an_update(folder):
    """All templates of the brand follow; of a part edited by hand the templates that include it are named."""
    workspace = Workspace.open(folder)
    names = [template.name for template in workspace.templates()]
    assert reach_of(workspace, "kettlewren") == Reach(names, {})
    part = workspace.brand_folder("kettlewren") / "parts" / "footer-transactional.fr.mjml"
    write_text(part, part.read_text("utf-8") + "<!-- by hand -->\n")
    kept = reach_of(workspace, "kettlewren").kept
    assert list(kept) == ["footer-transactional.fr.mjml"]
    assert kept["footer-transactional.fr.mjml"] == ["password-reset.fr", "welcome.fr"]
