"""Word draws VML: shapes with fills, outlines and text, which become HTML and CSS here.

It comes behind the stages that know what Word does to HTML: these would take rounded corners, positions and background
pictures away again, which Word does honour in its own drawings. The text in the shapes has gone through them by then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from renderers.clients.change import Change
from renderers.clients.html.tree import Element, finder
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage
from renderers.clients.vml.box import behind_text
from renderers.clients.vml.draw import Shape, draw, hang, page_css
from renderers.clients.vml.fill import has_picture
from renderers.clients.vml.layers import covering, lift, uncover
from renderers.clients.vml.names import DRAWN, STYLE
from renderers.clients.vml.textbox import padded_tables, shift
from renderers.clients.vml.tree import dissolve, empty, style, sweep


class Vml(Settings):
    """``shapes``: VML is drawn. ``picture_fills``: so are pictures that fill shapes.

    ``shifts_tables``: a table in a text box loses the left padding of its cell, and the right one doubles.
    """

    shapes: bool = False
    picture_fills: bool = False
    shifts_tables: bool = False


MAX_SHAPES = 1000
"""Of more than these only the content is kept: no mail has them, and drawing them takes its time."""
MAX_FLOATING = 50
"""More shapes than these stand where the line puts them."""

_SHAPES = (
    "v:rect",
    "v:roundrect",
    "v:oval",
    "v:line",
    "v:shape",
    "v:image",
    "v:group",
    "v:arc",
    "v:polyline",
    "v:curve",
)
_HOLDERS = ("v:rect", "v:roundrect", "v:oval", "v:shape", "v:group", "v:textbox", "v:background", "v:shapetype")
_SET_ASIDE = finder(f"//*[@{DRAWN}][@{STYLE}]")
_PREFIXED = finder("//*[contains(name(), ':')]")
_PREFIXES = ("v", "o", "w", "w10")


def apply(mail: Mail, settings: Vml) -> Iterable[Change]:
    """Draw the shapes and take out what else is Office's."""
    if not settings.shapes:
        return
    found = [each for each in _PREFIXED(mail.root) if each.tag.partition(":")[0] in _PREFIXES]
    for element in _SET_ASIDE(mail.root):
        element.set("style", element.attrib.pop(STYLE))
    if not found:
        return
    found = [empty(each) if _is_open_detail(each) else each for each in found]
    sweep(mail.root)
    if settings.shifts_tables:
        yield from _shifted(mail, [each for each in found if each.tag == "v:textbox"])
    shapes = [Shape(each) for each in found if each.tag in (*_SHAPES, "v:background")][:MAX_SHAPES]
    floating = [shape for shape in shapes if shape.floats][:MAX_FLOATING]
    for shape in floating:
        if behind_text(shape.style):
            yield from _layered(mail, shape.element)
    for shape in shapes:
        yield from _drawn(mail, settings, shape)
    for shape in floating:
        hang(shape.element)
    for element in found:
        _clear(element)
    sweep(mail.root)


def _is_open_detail(element: Element) -> bool:
    """Mails leave elements open that hold nothing, and HTML goes on inside."""
    return element.tag not in _HOLDERS and element.tag[:2] != "o:" and bool(len(element) or element.text)


def _shifted(mail: Mail, textboxes: list[Element]) -> Iterator[Change]:
    tables = list(padded_tables(textboxes))
    for table, cell in tables:
        shift(table, cell)
    if tables:
        yield mail.change(
            "vml.shifts_tables",
            "A table in a VML text box loses its padding on the left and doubles it on the right ({count:n} here).",
            tables[0][0],
            count=len(tables),
        )


def _drawn(mail: Mail, settings: Vml, shape: Shape) -> Iterator[Change]:
    element, tag = shape.element, shape.tag
    if has_picture(shape.detail("v:fill")) and not settings.picture_fills:
        yield mail.change("vml.picture_fills", "The picture that fills {tag} is not shown.", element, tag=tag)
    if tag == "v:background":
        yield from _page(mail, settings, shape)
        return
    yield mail.change("vml.shapes", "Word draws the VML of {tag}.", element, tag=tag)
    draw(shape, pictures=settings.picture_fills)


def _page(mail: Mail, settings: Vml, shape: Shape) -> Iterator[Change]:
    css = page_css(shape, pictures=settings.picture_fills)
    if css:
        style(mail.body, css)
        uncover(shape.element)
        yield mail.change("vml.shapes", "Word draws the VML of {tag}.", shape.element, tag=shape.tag)


def _layered(mail: Mail, element: Element) -> Iterator[Change]:
    """A shape behind the text is behind the shading of tables and cells around it, too."""
    above = covering(element)
    if above is not None:
        yield mail.change(
            "vml.shapes",
            "The background of {cover} covers {tag}, which lies behind the text.",
            element,
            cover=above.tag,
            tag=element.tag,
        )
    lift(element)


def _clear(element: Element) -> None:
    """Take out what is no drawing; what it holds for people stays."""
    if ":" not in element.tag or element.getparent() is None:
        return
    if element.tag == "o:p" or element.tag in _HOLDERS or any(":" not in str(each.tag) for each in element):
        dissolve(element)
    else:
        element.drop_tree()


STAGE = Stage("vml", Vml, apply)
