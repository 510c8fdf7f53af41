"""What a browser saw of a page: the second witness of the extraction, as plain data.

``templates`` knows no browser. Whoever has one hands ``extract_brand`` a callable that looks at the open site.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from templates.brand.site import Site

Box = tuple[int, int, int, int]
"""Left, top, width and height in CSS pixels from the page's top left corner."""


@dataclass(frozen=True)
class SeenLogo:
    """A drawing that stands where logos stand. ``picture`` is its cut-out as PNG bytes, b"" when it could not be had.

    ``reference`` is an absolute URL, ``inline-svg:<css selector>`` of the page as it came, or "" when only the picture
    exists (a sprite's piece, a header made by script).
    """

    reference: str
    source: str
    score: float
    box: Box
    picture: bytes = b""


@dataclass(frozen=True)
class SeenColour:
    """A computed colour ``#rrggbb`` of one kind of thing, with the share of the first screen that it covers."""

    value: str
    kind: Literal["header", "button", "link", "text", "background", "heading", "logo", "band"]
    share: float
    box: Box
    locator: str = ""


@dataclass(frozen=True)
class Rendered:
    """Everything that was seen. ``html`` is the page after its scripts ran, ``picture`` its first screen as PNG."""

    logos: tuple[SeenLogo, ...] = ()
    colours: tuple[SeenColour, ...] = ()
    fonts: Mapping[str, str] = field(default_factory=dict)  # "heading", "body" -> computed font-family
    html: str = ""
    picture: bytes = b""
    warnings: tuple[str, ...] = ()


Witness = Callable[["Site"], Rendered | None]
"""Looks at an open site; None when it could not. It raises nothing but Cancelled."""
