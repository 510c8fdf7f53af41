"""The two grounds that a logo stands on in mails, whatever the window's theme is."""

from __future__ import annotations

from templates.brand.colours.contrast import DARK_GROUND, WHITE

#: Ground, and the squares on it, which say that the picture is transparent there.
LIGHT_CHECKER = (WHITE, "#f1f2f4")
DARK_CHECKER = (DARK_GROUND, "#26262b")
