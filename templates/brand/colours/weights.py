"""How much each kind of evidence says about the company's colour: one table, fitted on labelled pages.

A weight is the chance, roughly, that a colour which is seen there and nowhere else is the company's.
"""

from __future__ import annotations

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    # what the head declares
    "theme-color": 0.62,
    "dark theme-color": 0.2,
    "mask-icon": 0.6,
    "browser tile": 0.5,
    "manifest": 0.45,
    "tile": 0.42,
    "widget": 0.3,
    "setting": 0.3,
    # custom properties
    "brand variable": 0.42,
    "primary variable": 0.36,
    "longer variable": 0.25,
    "named variable": 0.45,
    "used variable": 0.3,
    # what the page paints
    "main button": 0.4,
    "button": 0.3,
    "part's button": 0.1,
    "header": 0.25,
    "header of a white logo": 0.55,
    "link": 0.2,
    "blue link": 0.1,
    "link under the mouse": 0.12,
    "heading": 0.15,
    "selection": 0.2,
    "control": 0.3,
    "filled": 0.25,
    "page": 0.25,
    "drawing": 0.1,
    "logo drawing": 0.35,
}
#: A grey or a black may be anybody's: so much of a weight is left to it. The head's pure black is a tool's default, a
#: certain anthracite there was chosen.
GREY_DECLARED, BLACK_DECLARED, GREY_PAINTED = 0.8, 0.4, 0.25
#: A near-black with a hint of a hue is an ink or a ground more often than a brand's colour.
INKY = 0.5
#: A logo altogether in black speaks for a company without a colour, an icon in black beside it even more.
BLACK_ICON, BLACK_LOGO, BLACK_LOGO_AND_ICON = 0.4, 0.52, 0.75
#: How much a shade of the same hue backs another one.
KIN = 0.35
