"""What every printed page has: the application's fonts inside it, and a line below it with the page's number."""

from __future__ import annotations

import base64
import re
from functools import lru_cache

from assets import asset

_LONGEST = 60
"""Letters of a name below a page."""
_WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}


@lru_cache
def fonts() -> str:
    """Return CSS with the fonts of the application (``Inter``) as data."""
    faces = []
    for name, weight in _WEIGHTS.items():
        data = base64.b64encode(asset("fonts", f"Inter-{name}.ttf").read_bytes()).decode()
        faces.append(f'@font-face{{font-family:Inter;font-weight:{weight};src:url("data:font/ttf;base64,{data}")}}')
    return "\n".join(faces)


def margins(name: str, about: str, page_of_pages: str) -> str:
    """Return CSS with what stands below each page: ``name · about``, and the page's number.

    ``page_of_pages`` is a pattern with two slots, such as "Page {page} of {pages}". Texts are written as CSS escapes:
    whatever they hold, they are only ever shown.
    """
    left = f"{name if len(name) <= _LONGEST else f'{name[:_LONGEST]}…'} · {about}"
    before, between = re.split(r"\{\w+\}", page_of_pages)[:2]
    right = f"{_css(before)} counter(page) {_css(between)} counter(pages)"
    return f"@page{{@bottom-left{{content:{_css(left)}}}@bottom-right{{content:{right}}}}}"


def _css(text: str) -> str:
    """A CSS string in which nothing but letters and digits stands as itself."""
    return '"' + re.sub(r"[^A-Za-z0-9]", lambda found: f"\\{ord(found[0]):x} ", text) + '"'
