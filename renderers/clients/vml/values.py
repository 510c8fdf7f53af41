"""The values of VML's attributes: truths, fractions, lengths, pairs, colours; nonsense gives None, never an error."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from PIL import ImageColor

_PIXELS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "pc": 16.0, "em": 16.0}
_LENGTH = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+))\s*([a-z]*)\s*\Z", re.IGNORECASE)
_FRACTION = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+))\s*(%|f?)\s*\Z", re.IGNORECASE)
_COLOUR = re.compile(r"\s*(#[0-9a-f]{3}(?:[0-9a-f]{3})?\b|rgb\([^()]*\)|[a-z]+)", re.IGNORECASE)
_SYSTEM = {"window": "#ffffff", "windowtext": "#000000", "infobackground": "#ffffe1", "buttonface": "#f0f0f0"}


def truth(text: str | None, *, default: bool) -> bool:
    """Return what ``t``, ``true``, ``f``, ``false``, ``on``, ``0`` … says."""
    said = (text or "").strip().lower()
    if said in ("f", "false", "0", "off", "no", "none"):
        return False
    return True if said in ("t", "true", "1", "on", "yes", "-1") else default


def fraction(text: str | None) -> float | None:
    """Return ``50%``, ``0.5`` and ``32768f`` (of 65,536) as 0.5."""
    match = _FRACTION.match(text or "")
    if match is None:
        return None
    scale = {"%": 100.0, "f": 65536.0}.get(match[2].lower(), 1.0)
    return float(match[1]) / scale


def length(text: str | None) -> float | None:
    """Return a length in CSS pixels; a bare number is one of pixels."""
    match = _LENGTH.match(text or "")
    scale = _PIXELS.get(match[2].lower()) if match else None
    return None if match is None or scale is None else min(float(match[1]) * scale, 1e6)


def measure(text: str | None) -> str:
    """Return a length or a percentage as CSS, empty for anything else."""
    said = (text or "").strip()
    part = fraction(said) if said.endswith("%") else None
    if part is not None:
        return f"{part * 100:g}%"
    pixels_ = length(said)
    return "" if pixels_ is None else pixels(pixels_)


def pixels(value: float) -> str:
    """Return a number of pixels as CSS."""
    return f"{round(value, 2):g}px" if value else "0"


def parts(text: str | None) -> list[str]:
    """Return what stands between commas (or blanks, where there is no comma)."""
    said = (text or "").strip()
    return [each.strip() for each in said.split(",")] if "," in said else said.split()


def pair(text: str | None, read: Callable[[str], float | None]) -> tuple[float, float]:
    """Return two values, 0 for each that is missing."""
    found = [read(each) or 0.0 for each in parts(text)[:2]] + [0.0, 0.0]
    return found[0], found[1]


@lru_cache(maxsize=256)
def colour(text: str | None, opacity: float = 1) -> str | None:
    """Return a colour as CSS; None for ``none`` and what is no colour. Word's ``#eee [3]`` and such lose their end."""
    match = _COLOUR.match(text or "")
    name = (match[1] if match else "").lower()
    try:
        red, green, blue = ImageColor.getrgb(_SYSTEM.get(name, name))[:3]
    except ValueError:
        return None
    if opacity < 1:
        return f"rgba({red},{green},{blue},{max(opacity, 0):g})"
    return f"#{red:02x}{green:02x}{blue:02x}"


def url(address: str) -> str:
    """Return an address as CSS."""
    clean = "".join(address.split("\n")).strip()
    return 'url("' + clean.replace("\\", "%5C").replace('"', "%22") + '")'
