"""The look can be read, in both themes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

import desktop
from desktop.theme import DARK, LIGHT, SHAPE_PAIRS, SHEETS, TEXT_PAIRS, palette, style_sheet
from templates.brand.colours.contrast import contrast

FOLDER = Path(desktop.__file__).parent

BOTH = pytest.mark.parametrize("roles", [LIGHT, DARK], ids=["light", "dark"])


@BOTH
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS, ids="-on-".join)
def test_text_can_be_read(roles, text, ground):
    """Every text stands at least 4.5:1 from its ground."""
    assert contrast(getattr(roles, text), getattr(roles, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS, ids="-on-".join)
def test_the_focus_ring_is_seen(roles, shape, ground):
    """The ring around what has the keyboard stands at least 3:1 from its ground."""
    assert contrast(getattr(roles, shape), getattr(roles, ground)) >= 3


@BOTH
def test_the_palette_says_the_roles(roles):
    """Qt's palette holds the table's colours, and what is disabled looks paler."""
    made = palette(roles)
    assert made.color(QPalette.ColorRole.Window).name() == roles.window
    assert made.color(QPalette.ColorRole.Accent).name() == roles.accent
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled != made.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)


@BOTH
def test_the_style_sheet_is_filled_and_short(roles):
    """No slot stays open, and each sheet has less than 150 lines."""
    filled = style_sheet(roles, Path("pictures"))
    assert "$" not in filled
    assert roles.accent in filled
    for sheet in SHEETS:
        assert len((FOLDER / sheet).read_text("utf-8").splitlines()) < 150


def test_no_colour_stands_outside_the_table():
    """Colours of the window stand in tables: the theme's, and those of code and differences; a mail's own is white."""
    found = {
        f"{path.name}: {colour}"
        for path in Path(desktop.__file__).parent.rglob("*")
        if path.suffix in {".py", ".qss"} and path.name not in {"theme.py", "colours.py"} and "cli" not in path.parts
        for colour in re.findall(r"#[0-9a-fA-F]{6}\b", path.read_text("utf-8"))
        if colour.lower() != "#ffffff"
    }
    assert found == set()


def test_a_switch_of_theme_reaches_every_widget(application):
    """The application's palette and the icons follow at once."""
    action = application.actions["file.new"]
    light = action.icon().pixmap(18, 18).toImage()
    application.appearance.set_theme("dark")
    assert application.qt.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    application.qt.processEvents()
    assert action.icon().pixmap(18, 18).toImage() != light


class Counted(QWidget):
    """Counts how often it is styled."""

    times = 0

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - the name that Qt calls
        """Notice a style sheet."""
        self.times += event.type() is QEvent.Type.StyleChange
        super().changeEvent(event)


def test_a_window_is_styled_again_for_another_theme_only(application):
    """It starts with its style sheet; putting the very same one on again would cost as much as another one."""
    assert LIGHT.accent in application.qt.styleSheet()
    widget = Counted(application.window)
    widget.show()
    for theme, other in (("light", False), ("dark", True), ("dark", False), ("light", True)):
        before = widget.times
        application.appearance.set_theme(theme)
        assert (widget.times > before) is other, theme
