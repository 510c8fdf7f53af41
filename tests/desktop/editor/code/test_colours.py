"""The code's colours can be read."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from PySide6.QtGui import QTextCharFormat

from desktop.editor.code.colours import DARK, KINDS, LIGHT, ON_DARK, ON_LIGHT, formats, grounds
from desktop.theme import DARK as DARK_ROLES
from desktop.theme import LIGHT as LIGHT_ROLES
from desktop.theme import palette
from templates.brand.colours.contrast import contrast


@pytest.mark.parametrize(
    ("table", "ground", "roles"), [(LIGHT, ON_LIGHT, LIGHT_ROLES), (DARK, ON_DARK, DARK_ROLES)], ids=["light", "dark"]
)
def test_every_colour_is_readable_on_every_ground(table, ground, roles):
    """At least 4.5:1, on the caret's line, in the selected component and on a hit too; the paper is the theme's."""
    assert ground.paper == roles.surface
    inks = {**asdict(table), "text": roles.text}
    weak = {
        (kind, name): round(contrast(ink, on), 2)
        for kind, ink in inks.items()
        for name, on in asdict(ground).items()
        if contrast(ink, on) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize(("roles", "table"), [(LIGHT_ROLES, LIGHT), (DARK_ROLES, DARK)])
def test_the_formats_follow_the_palette(qapp, roles, table):
    """One format a kind, in the table's colour."""
    made = formats(palette(roles))
    assert set(made) == set(KINDS)
    assert {kind: form.foreground().color().name() for kind, form in made.items()} == asdict(table)
    assert all(isinstance(form, QTextCharFormat) for form in made.values())
    assert grounds(palette(roles)).paper == roles.surface
