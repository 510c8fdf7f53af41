"""The body's attributes, as those of the ``div`` that it becomes."""

from __future__ import annotations

import re
from collections.abc import Mapping

_COLOUR = re.compile(r"[a-z0-9#]+\Z", re.IGNORECASE)
_PICTURE = re.compile(r"https?://[^\s();]+\Z")
_STYLED = {"bgcolor": "background-color", "text": "color", "background": "background-image"}


def body_attributes(kept: Mapping[str, str], frame: Mapping[str, str], blocked: str) -> dict[str, str]:
    """Return the ``div``'s attributes: ``kept`` (washed) over ``frame``, colours and picture as declarations.

    ``blocked`` is the address that stands for pictures of other servers.
    """
    attributes = dict(frame)
    style = []
    for name, value in kept.items():
        if name not in _STYLED:
            attributes[name] = value
        elif value == blocked or (_PICTURE if name == "background" else _COLOUR).match(value):
            style.append(f"{_STYLED[name]}: {f'url({value})' if name == 'background' else value}")
    if style:
        written = attributes.get("style", "").strip(";")
        attributes["style"] = "; ".join([written, *style] if written else style)
    return attributes
