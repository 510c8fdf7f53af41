"""Thunderbird's dark reader: which colours of a mail it takes away so that its own dark page shows.

Written from what Thunderbird 153 does to mails. Its measures: a colour is bright when its luminance (0 to 255) passes
200, and two colours can be read together when the ratio of their luminances reaches 3.5.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from renderers.clients.colours import Colour, first, read
from renderers.clients.css.sheet import Declaration, declaration

BRIGHT = 200.0
READABLE = 3.5
SEE_THROUGH = 0.2
"""A ``background-color`` with no more alpha than this counts as none."""

_GRADIENT = "gradient"
_PAINTED = ("background", "background-image")
_CLEAR = Colour(0, 0, 0, 0.0)


@lru_cache(maxsize=16384)
def sanitized(declarations: tuple[Declaration, ...]) -> tuple[Declaration, ...]:
    """Return the declarations that stay.

    Bright text and dark backgrounds stay, unless text and background cannot be read together; pictures and gradients
    behind text go, because nobody knows how bright they are. The word gradient is enough, be it in a file's name.
    """
    kept = tuple(_without_pictures(declarations))
    text, background = _last(kept, "color"), _last(kept, "background", "background-color")
    shade = _shade(background)
    # Written as ``background`` even a clear one counts: then dark text stays on what is behind it.
    plain = all(each.name != "background" or each.value == "none" for each in kept)
    if plain and shade.alpha <= SEE_THROUGH:
        return kept if _is_bright(text) else _without(kept, "color")
    if background and "var(" in background.value:
        return kept
    if _luminance(shade) > BRIGHT or _clashes(text, shade):
        kept = _without(kept, "background", "background-color")
        kept = kept if _is_bright(text) else _without(kept, "color")
    if any(each.name in _PAINTED and _GRADIENT in each.value for each in kept):
        kept = _without(kept, "background-color", *_PAINTED)
    return kept


def _without_pictures(declarations: Iterable[Declaration]) -> Iterable[Declaration]:
    for each in declarations:
        if each.name not in _PAINTED or "url(" not in each.value or _GRADIENT in each.value:
            yield each
        elif colour := first(each.value):
            yield declaration("background-color", colour.css, important=each.important)


def _shade(background: Declaration | None) -> Colour:
    """Return the background's colour; a gradient has none of its own."""
    if background is None or "gradient(" in background.value:
        return _CLEAR
    return first(background.value) or _CLEAR


def _last(declarations: tuple[Declaration, ...], *names: str) -> Declaration | None:
    return next((each for each in reversed(declarations) if each.name in names), None)


def _without(declarations: tuple[Declaration, ...], *names: str) -> tuple[Declaration, ...]:
    return tuple(each for each in declarations if each.name not in names)


def _is_bright(text: Declaration | None) -> bool:
    colour = read(text.value) if text else None
    return colour is not None and _luminance(colour) > BRIGHT


def _clashes(text: Declaration | None, shade: Colour) -> bool:
    colour = read(text.value) if text else None
    return colour is not None and _contrast(colour, shade) < READABLE


def _luminance(colour: Colour) -> float:
    return 0.2125 * colour.red + 0.7154 * colour.green + 0.0721 * colour.blue


def _contrast(one: Colour, other: Colour) -> float:
    dark, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dark + 0.05)
