"""Icons: none missing, none idle."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

import desktop
from assets import asset
from desktop.actions import ACTIONS
from desktop.icons import icon, pixmap, tinted_svg

SHIPPED = {path.stem for path in asset("icons").glob("*.svg")}


@pytest.mark.parametrize("name", sorted({row.icon for row in ACTIONS if row.icon}))
def test_every_action_has_its_icon(name, qapp):
    """What the table names is there, and it draws something."""
    assert not icon(name).isNull()
    drawn = pixmap(name, QColor("#ff0000"), 24).toImage()
    assert any(drawn.pixelColor(x, y).red() > 200 for x in range(24) for y in range(24))


def test_every_icon_is_used():
    """A file that nothing names is not shipped."""
    code = " ".join(path.read_text("utf-8") for path in Path(desktop.__file__).parent.rglob("*.py"))
    assert {name for name in SHIPPED if f'"{name}"' not in code} == set()


def test_every_icon_takes_a_colour():
    """Each file leaves its colour open, so that it can follow the theme."""
    for name in SHIPPED:
        svg = tinted_svg(name, QColor("#123456"))
        assert b"#123456" in svg
        assert b"currentColor" not in svg
        assert not re.search(rb"<script|href=", svg)


def test_the_licence_is_beside_them():
    """Lucide's licence asks to be kept with the files."""
    assert "ISC License" in asset("icons", "LICENSE-lucide.txt").read_text("utf-8")


def test_a_missing_icon_is_an_error(qapp):
    """A slip in a name shows at once."""
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
