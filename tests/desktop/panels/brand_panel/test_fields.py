"""Fields of text, colour, font, radius and language, each for itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase

from desktop.panels.brand_panel.choice_fields import LanguageField, RadiusField
from desktop.panels.brand_panel.colour_field import ColourField
from desktop.panels.brand_panel.font_field import FontField, shown_font
from desktop.panels.brand_panel.text_fields import AddressField, LinesField, TextField
from templates.brand.evidence import Candidate


@pytest.fixture
def shown(qtbot):
    """Make a field that is seen."""

    def make(field, value="", evidence=(), **more):
        field.set_title("Field")
        field.show_value(value, evidence, **more)
        qtbot.addWidget(field)
        field.show()
        return field

    return make


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("teal", "#008080"),
        ("#ABC", "#aabbcc"),
        ("1d5b4c", "#1d5b4c"),
        ("rgb(29 91 76)", "#1d5b4c"),
        ("rgb(29, 91, 76)", "#1d5b4c"),
        ("hsl(120 100% 25%)", "#008000"),
        ("oklch(0.628 0.2577 29.23)", "#ff0000"),
    ],
)
def test_a_colour_is_taken_in_any_of_the_spellings_of_css(shown, qtbot, text, value):
    """People paste what they have; leaving the field spells it as it is kept."""
    field = shown(ColourField(), "#123456")
    field.edit.setText(text)
    assert (field.value, field.is_valid) == (value, True)
    field.edit.setFocus()
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.edit.text() == value


@pytest.mark.parametrize("text", ["#12", "blurple", "transparent", "rgb(1,2", "url(x)", ""])
def test_what_is_no_colour_is_said(shown, text):
    """The field says what may be written, and a screen reader hears it with the line."""
    field = shown(ColourField(), "#123456")
    field.edit.setText(text)
    assert not field.is_valid
    assert field.problem.isVisible()
    assert field.edit.accessibleDescription() == field.problem.text()


def test_a_derived_colour_shows_what_it_becomes(shown):
    """An empty automatic colour is in order, and its swatch is the derived one."""
    field = shown(ColourField(automatic=True), "")
    field.show_derived("#123456")
    assert (field.is_valid, field.swatch.colour) == (True, "#123456")
    assert not field.reset_button.isVisible()
    field.set_value("#abcdef")
    field.show_derived("#000000")
    assert field.swatch.colour == "#abcdef"
    assert field.reset_button.isVisible()


@pytest.mark.parametrize(
    ("typed", "value", "valid"),
    [
        ("", "", True),
        ("https://x.com/acme", "https://x.com/acme", True),
        ("www.facebook.com/acme", "https://www.facebook.com/acme", True),
        ("@acme", "@acme", False),
        ("https://a b", "https://a b", False),
        ("javascript:alert(1)", "javascript:alert(1)", False),
    ],
)
def test_an_address_gets_the_scheme_that_was_left_out(shown, typed, value, valid):
    """What no browser would open is refused where it is typed."""
    field = shown(AddressField())
    field.edit.setText(typed)
    assert (field.value, field.is_valid) == (value, valid)


def test_lines_become_one_line(shown, qtbot):
    """A postal address is typed as on an envelope and kept in one line; Tab leaves the field."""
    field = shown(LinesField(), "1 Mill Lane, Whitby")
    field.edit.setPlainText("1 Mill Lane,\n  Whitby \n\n")
    assert field.value == "1 Mill Lane, Whitby"
    assert not field.is_changed
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert "\t" not in field.edit.toPlainText()


def test_a_name_is_needed(shown):
    """A brand without a name cannot be."""
    field = shown(TextField(needed=True), "Acme")
    field.edit.setText("  ")
    assert not field.is_valid
    field.edit.setText("Acme ")
    assert field.is_valid
    assert not field.is_changed


def test_a_font_that_is_not_here_is_said(shown):
    """The words are set in a fallback, and the field says in place of what."""
    field = shown(FontField(), "'Surely Not Installed', serif")
    assert "Surely Not Installed" in field.fallback.text()
    font, missing = shown_font("'Surely Not Installed', serif")
    assert (missing, font.styleHint()) == ("Surely Not Installed", QFont.StyleHint.Serif)
    installed = QFontDatabase.families()[0]
    field.set_value(f"'{installed}', serif")
    assert field.fallback.isHidden()
    assert shown_font(f"'{installed}', serif")[0].family() == installed


@pytest.mark.parametrize("stack", ["", "Arial; color: red", "x{}", "</style>"])
def test_a_stack_that_would_break_a_style_sheet_is_refused(shown, stack):
    """A font is a list of names and nothing else."""
    field = shown(FontField(), "Arial, sans-serif")
    field.set_value(stack)
    assert not field.is_valid


def test_slider_and_number_agree(shown, qtbot):
    """Either changes the radius, and one change is told once."""
    field = shown(RadiusField(), 8)
    told = []
    field.edited.connect(lambda: told.append(field.value))
    field.slider.setValue(12)
    assert field.number.value() == 12
    field.number.setValue(3)
    assert field.slider.value() == 3
    assert told == [12, 3]


def test_a_rare_language_stays(shown):
    """A code that is not in the list joins it."""
    field = shown(LanguageField(), "br")
    assert (field.value, field.is_changed) == ("br", False)
    field.set_value("fr")
    assert (field.box.currentText(), field.is_changed) == ("Français (fr)", True)


def test_the_note_tells_where_a_value_comes_from(shown):
    """Its source while it is the stored one; that it changed; that it wants a look."""
    rows = (Candidate("Acme", "og:site_name", 0.9, "meta"),)
    field = shown(TextField(), "Acme", rows)
    assert field.note.text() == "og:site_name"
    assert "meta" in field.note.toolTip()
    field.edit.setText("Acme Ltd")
    assert field.note.text() == "changed"
    field.show_value("Acme", rows, doubted=True)
    assert field.note.text() == "worth a look · og:site_name"
    field.show_value("Mine", (Candidate("Mine", "user", 1.0), *rows))
    assert field.note.text() == ""
    assert not field.strip.isHidden()
