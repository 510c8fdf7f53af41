"""What the markup around a printed value says about it: a picture's address, a link, a colour."""

from __future__ import annotations

import bisect
import re
from operator import itemgetter

from templates.dynamic.shape import Kind

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_COLOUR_BEFORE = re.compile(r"(?:color|background|fill)\s*:\s*\Z")
_PICTURES = frozenset(["src", "background-url", "background", "poster", "thumbnails-src", "icon-src", "srcset"])
_LINKS = frozenset(["href", "action", "cite", "formaction"])


class Surroundings:
    """Answers for one text what stands around an offset; reads the text once."""

    def __init__(self, text: str) -> None:
        # Of the same length and without quotes, so that an attribute ends where the markup says so.
        self._plain = _TAG.sub(lambda tag: "\x00" * len(tag[0]), text)
        self._attributes = [_span(found) for found in _ATTRIBUTE.finditer(self._plain)]

    def kind(self, offset: int) -> Kind:
        """Return what kind a value printed at ``offset`` is, as far as the markup tells."""
        place = bisect.bisect_right(self._attributes, offset, key=itemgetter(0)) - 1
        if place < 0 or offset >= self._attributes[place][1]:
            return "unknown"
        start, _, name = self._attributes[place]
        before = self._plain[start:offset].rstrip("\x00")
        if name in _PICTURES or name in _LINKS:
            return ("image" if name in _PICTURES else "url") if not before.strip() else "text"
        if name == "style":
            return "colour" if _COLOUR_BEFORE.search(before) else "unknown"
        return "colour" if name.endswith("color") and not before.strip() else "unknown"


def _span(found: re.Match[str]) -> tuple[int, int, str]:
    group = 2 if found[2] is not None else 3
    return found.start(group), found.end(group), found[1].lower()
