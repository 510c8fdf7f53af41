"""The table of contrasts that a person sees beside a brand's colours: each pair, and how far a colour had to move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from templates.brand.colours.brand_colours import BrandColours
from templates.brand.colours.contrast import contrast, parse_hex
from templates.brand.colours.oklch import hue_distance
from templates.brand.colours.palette import PAIRS, Palette

#: The colour that was asked for, by the role of the palette that it became.
ASKED = {"primary": "primary", "accent": "accent", "action": "button", "link": "link", "page": "background"}
ASKED |= {"ink": "text"}


@dataclass(frozen=True)
class PairCheck:
    """One pair of a palette: ``role`` (a text or a shape) on ``ground``, both named as the fields of Palette.

    ``ratio`` is their contrast (WCAG 2, 1 to 21), ``least`` what it has to be. ``used`` and ``on`` are the colours that
    mails show. ``wanted`` is the colour that ``used`` was made from, "" when nobody asked for one; ``moved_by`` is how
    far apart the two look in CIEDE2000: 0 is untouched, under 5 can hardly be told, over 10 is another shade.
    """

    scheme: Literal["light", "dark"]
    role: str
    ground: str
    ratio: float
    least: float
    used: str
    on: str
    wanted: str = ""
    moved_by: float = 0.0

    @property
    def passes(self) -> bool:
        """Whether the pair can be read, or the shape be seen."""
        return self.ratio >= self.least


@lru_cache(maxsize=64)
def checks(colours: BrandColours) -> tuple[PairCheck, ...]:
    """Every pair of the light palette, then of the dark one. Raises InputError for what is no colour."""
    light, dark = colours.palettes
    return (*_checks(colours, light, "light"), *_checks(colours, dark, "dark"))


def _checks(colours: BrandColours, palette: Palette, scheme: Literal["light", "dark"]) -> Iterator[PairCheck]:
    for role, ground, least in PAIRS:
        used, on = getattr(palette, role), getattr(palette, ground)
        # In the dark scheme text and page change places: that is no shift of what was asked for.
        wanted = "" if scheme == "dark" and role in {"ink", "page"} else _wanted(colours, role, used)
        moved_by = round(hue_distance(wanted, used), 1) if wanted else 0.0
        yield PairCheck(scheme, role, ground, contrast(used, on), least, used, on, wanted, moved_by)


def _wanted(colours: BrandColours, role: str, used: str) -> str:
    """The colour asked for; links and buttons that nobody chose are made from one of the other colours."""
    asked = getattr(colours, ASKED[role]) if role in ASKED else ""
    if not asked and role == "link":
        others = [parse_hex(one) for one in (colours.primary, colours.button) if one]
        asked = min(others, key=lambda colour: hue_distance(colour, used))
    if not asked and role == "action":
        asked = colours.accent
    return parse_hex(asked) if asked else ""
