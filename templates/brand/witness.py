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
    exists (a sprite's piece, a drawing made by script). ``score`` is a confidence from 0 to 1.
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
    kind: Literal["header", "button", "link", "text", "background", "heading"]
    share: float
    box: Box
    locator: str = ""


@dataclass(frozen=True)
class Rendered:
    """Everything that was seen, logos best first. ``html`` is the page after its scripts ran, cut at 4 MB.

    ``photos`` are addresses of pictures that fill a good part of the screen, which no logo does. ``picture`` is the
    first screen as PNG, ``radius`` the corner radius of the main buttons in CSS pixels.
    """

    logos: tuple[SeenLogo, ...] = ()
    colours: tuple[SeenColour, ...] = ()
    photos: tuple[str, ...] = ()
    fonts: Mapping[str, str] = field(default_factory=dict)  # "heading", "body" -> computed font-family
    html: str = ""
    picture: bytes = b""
    radius: int | None = None


Witness = Callable[["Site"], Rendered | None]
"""Looks at an open site; None when it could not, and the site's warnings say why. It raises nothing but Cancelled."""
