"""The two colours of a difference, out of the theme's roles. They never stand alone: a sign says the same."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from desktop.theme import LIGHT, Roles, roles_of


def removed_colour(palette: QPalette | None = None) -> QColor:
    """What is only in the text before."""
    return QColor(_roles(palette).danger)


def added_colour(palette: QPalette | None = None) -> QColor:
    """What is only in the text after."""
    return QColor(_roles(palette).success)


def _roles(palette: QPalette | None) -> Roles:
    """Those of the theme that the palette belongs to; without one those for a light ground."""
    return LIGHT if palette is None else roles_of(palette)
