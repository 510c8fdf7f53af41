"""References of one part of an SVG picture to another: they follow the ids."""

from __future__ import annotations

import re

_OWN = re.compile(r"""url\(\s*["']?#([^"')]*)["']?\)\Z""", re.IGNORECASE)


def prefixed_reference(value: str, prefix: str) -> str:
    """Return ``url(#id)`` with the id's prefix; any other value as it is."""
    match = _OWN.match(value)
    return f"url(#{prefix}{match[1]})" if match else value
