"""VML's elements as HTML that a browser lays out. They are changed in place and bear ``DRAWN`` from then on."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from renderers.clients.css.sheet import parse_declarations
from renderers.clients.html.tree import Element, new
from renderers.clients.vml import box
from renderers.clients.vml.fill import Css, fill_css
from renderers.clients.vml.names import STYLE
from renderers.clients.vml.tree import become, dissolve, style
from renderers.clients.vml.values import length, pair, pixels

_DETAILS = ("v:fill", "v:stroke", "v:shadow", "v:imagedata")
_IN_LINE: Css = [("display", "inline-block"), ("vertical-align", "bottom"), ("box-sizing", "border-box")]
"""A shape stands in the line like a picture."""


@dataclass
class Shape:
    """An element of VML: its attributes, its ``style`` as values by property, and the attributes of its details."""

    element: Element
    attributes: Mapping[str, str] = field(init=False)
    style: Mapping[str, str] = field(init=False)
    details: Mapping[str, Mapping[str, str]] = field(init=False)
    textbox: Mapping[str, str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.attributes = dict(self.element.attrib)
        self.style = _style(self.attributes)
        self.details = {}
        for child in list(self.element):
            if child.tag in _DETAILS:
                self.details = {str(child.tag): dict(child.attrib), **self.details}
                child.drop_tree()
            elif child.tag == "v:textbox":
                self.textbox = self.textbox or dict(child.attrib)
                dissolve(child)

    @property
    def tag(self) -> str:
        """Its name, ``v:rect``, until it is drawn."""
        return str(self.element.tag)

    def detail(self, tag: str) -> Mapping[str, str]:
        """The attributes of its ``v:fill``, ``v:stroke`` …; empty where it has none."""
        return self.details.get(tag, {})

    @property
    def picture(self) -> str:
        """The address of the picture that it is."""
        own = self.attributes.get("src", "") if self.tag == "v:image" else ""
        return own or self.detail("v:imagedata").get("src", "")

    @property
    def floats(self) -> bool:
        """Whether it stands in no line."""
        return self.style.get("position", "").lower() == "absolute"


def draw(shape: Shape, *, pictures: bool) -> None:
    """Make HTML of a shape. ``pictures``: those that fill it are shown."""
    if shape.picture and len(shape.element) == 0:
        _picture(shape)
    elif shape.tag == "v:line":
        _line(shape)
    else:
        _box(shape, pictures=pictures)


def hang(drawn: Element) -> None:
    """Hang a floating shape on the place where it stands, as Word does: on a block without a height of its own."""
    anchor = new("span")
    style(anchor, [("display", "block"), ("position", "relative"), ("height", "0")])
    drawn.addprevious(anchor)
    anchor.tail, drawn.tail = drawn.tail, None
    anchor.append(drawn)


def page_css(shape: Shape, *, pictures: bool) -> Css:
    """Return the page's background that a ``v:background`` sets."""
    return fill_css(shape.attributes, shape.detail("v:fill"), pictures=pictures, default=False)


def _box(shape: Shape, *, pictures: bool) -> None:
    element, attributes, values = shape.element, shape.attributes, shape.style
    within = _style(shape.textbox or {})
    fits = within.get("mso-fit-shape-to-text", "").lower() == "true"
    css = [*_IN_LINE, ("text-decoration", "none"), *box.size_css(values, fits_text=fits)]
    if shape.tag != "v:shape" or not attributes.get("path"):  # the box of another path is no outline
        css += fill_css(attributes, shape.detail("v:fill"), pictures=pictures)
        css += box.stroke_css(attributes, shape.detail("v:stroke"))
        css += box.radius_css(shape.tag, attributes, values) + box.shadow_css(shape.detail("v:shadow"))
    if len(element) or (element.text or "").strip():
        css += box.inset_css((shape.textbox or {}).get("inset"))
        css += box.anchor_css(values.get("v-text-anchor") or within.get("v-text-anchor", ""))
    css += box.place_css(values)
    link = attributes.get("href", "")
    if link and next(element.iter("a"), None) is None and next(element.iterancestors("a"), None) is None:
        become(element, "a", css, href=link)
    else:
        become(element, "span", css)


def _picture(shape: Shape) -> None:
    css = [*_IN_LINE, *(each for each in box.size_css(shape.style, fits_text=False) if each[0] != "overflow")]
    css += box.stroke_css(shape.attributes, shape.detail("v:stroke"), default=False)
    css += [("max-width", "none"), *box.place_css(shape.style)]
    shape.element.text = None
    become(shape.element, "img", css, src=shape.picture, alt=shape.attributes.get("alt", ""))


def _line(shape: Shape) -> None:
    """A line from one point to another: the upper edge of a flat box, turned where it does not run across."""
    start, end = (pair(shape.attributes.get(name), length) for name in ("from", "to"))
    across, down = end[0] - start[0], end[1] - start[1]
    border = box.stroke_css(shape.attributes, shape.detail("v:stroke"))
    edge: Css = [("display", "block"), ("width", pixels(math.hypot(across, down)))]
    edge += [("border-top", value) for _, value in border]
    if down:
        turn = math.degrees(math.atan2(down, across))
        edge += [("transform-origin", "0 0"), ("transform", f"translateY({pixels(max(-down, 0))}) rotate({turn:g}deg)")]
    around = [*_IN_LINE, ("width", pixels(abs(across))), ("height", pixels(abs(down))), *box.place_css(shape.style)]
    become(shape.element, "span", around)
    shape.element.append(new("span"))
    style(shape.element[0], edge)


def _style(attributes: Mapping[str, str]) -> dict[str, str]:
    said = attributes.get(STYLE) or attributes.get("style") or ""
    return {each.name: each.value for each in parse_declarations(said)}
