"""A background colour fills the margin too."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from renderers.clients.change import Change
from renderers.clients.css.sheet import Declaration, declaration, parse_declarations
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage
from renderers.clients.word.lengths import pixels, written

_SIDES = ("margin-top", "margin-right", "margin-bottom", "margin-left")
_NAME = "border-image"


class Margins(Settings):
    """``filled``: elements whose background colour is painted over their margins as well."""

    filled: tuple[str, ...] = ()


def apply(mail: Mail, settings: Margins) -> Iterable[Change]:
    """Paint the margins, without a change to the layout: margins still collapse."""
    if not settings.filled:
        return
    for element in mail.root.iter(*settings.filled):
        text = element.get("style")
        painted = _painted(text) if text else None
        if painted is not None:
            style = parse_declarations(text or "")
            mail.set_style(element, [*(each for each in style if each.name != _NAME), painted])
            yield mail.change("word-margins.filled", "The background colour fills the margins too.", element)


@lru_cache(maxsize=1024)
def _painted(text: str) -> Declaration | None:
    """Return a border image that lies over the margins; none is drawn over a border."""
    declarations = parse_declarations(text)
    sides = margins(declarations)
    said = {each.name: each.value for each in declarations}
    colour = said.get("background-color") or said.get("background", "")
    bordered = any(each.name.startswith("border") and each.name != _NAME and _is_border(each) for each in declarations)
    if bordered or not any(sides) or colour.lower() in ("", "transparent", "inherit"):
        return None
    outset = " ".join(map(written, sides))
    return declaration(_NAME, f"linear-gradient({colour},{colour}) fill 0 / 0 / {outset}")


def _is_border(each: Declaration) -> bool:
    return each.name != "border-collapse" and each.value.lower() not in ("0", "0px", "none")


def margins(declarations: Iterable[Declaration]) -> list[float]:
    """Return the four margins in pixels, clockwise from above; what is negative or no length counts as none."""
    sides = [0.0] * 4
    size = 16.0
    for each in declarations:
        if each.name == "margin" and each.value.split():
            values = [*each.value.split(), "", "", ""][:4]
            above, right, below, left = values[0], values[1] or values[0], values[2] or values[0], values[3]
            sides = [_length(value, size) for value in (above, right, below, left or right)]
        elif each.name in _SIDES:
            sides[_SIDES.index(each.name)] = _length(each.value, size)
        elif each.name == "font-size":
            size = pixels(each.value) or size
    return sides


def _length(value: str, size: float) -> float:
    return max(pixels(value, size) or 0.0, 0.0)


STAGE = Stage("word-margins", Margins, apply)
