"""What stands in the value of a declaration: keywords, functions and units, and the properties where they count."""

from __future__ import annotations

ANY = ""

KEYWORDS: dict[str, tuple[str, str]] = {
    # feature: (properties, words of their value)
    "css-display-flex": ("display", "flex inline-flex -webkit-flex -webkit-inline-flex -ms-flexbox"),
    "css-display-grid": ("display", "grid inline-grid -ms-grid"),
    "css-display-none": ("display", "none"),
    "css-intrinsic-size": (
        "width height min-width min-height max-width max-height flex-basis inline-size block-size",
        "fit-content min-content max-content -webkit-fit-content -moz-fit-content -webkit-min-content -moz-min-content"
        " -webkit-max-content -moz-max-content",
    ),
    "css-sytem-ui": ("font font-family", "system-ui ui-serif ui-sans-serif ui-rounded ui-monospace"),
    "css-unit-initial": (ANY, "initial"),
}

FUNCTIONS: dict[str, str] = {
    "css-conic-gradient": "conic-gradient repeating-conic-gradient",
    "css-function-clamp": "clamp",
    "css-function-light-dark": "light-dark",
    "css-function-max": "max",
    "css-function-min": "min",
    "css-linear-gradient": "linear-gradient repeating-linear-gradient",
    "css-modern-color": "lch oklch lab oklab",
    "css-radial-gradient": "radial-gradient repeating-radial-gradient",
    "css-rgb": "rgb",
    "css-rgba": "rgba",
    "css-unit-calc": "calc",
    "css-variables": "var",
}

UNITS: dict[str, str] = {
    "css-unit-ch": "ch",
    "css-unit-cm": "cm",
    "css-unit-em": "em",
    "css-unit-ex": "ex",
    "css-unit-in": "in",
    "css-unit-mm": "mm",
    "css-unit-pc": "pc",
    "css-unit-percent": "%",
    "css-unit-pt": "pt",
    "css-unit-px": "px",
    "css-unit-rem": "rem",
    "css-unit-vh": "vh",
    "css-unit-vmax": "vmax",
    "css-unit-vmin": "vmin",
    "css-unit-vw": "vw",
}

IMPORTANT = "css-important"
VARIABLES = "css-variables"
GRADIENTS = frozenset({"css-conic-gradient", "css-linear-gradient", "css-radial-gradient"})
"""They are tested as backgrounds; nothing is said about gradients elsewhere."""

BACKGROUND_IMAGE = "css-background-image"
"""The shorthand ``background`` uses it too when its value holds a picture (``url()`` or a gradient)."""
