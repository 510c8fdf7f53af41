"""The addresses in a style sheet, replaced where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from renderers.render.css_escapes import unescaped
from renderers.render.remote.wanted import Kind

Answer = Callable[[str, Kind], str | None]
"""Takes an address and what it is to be; returns what to put in its place, None where it stays."""

# Possessive, and whatever begins is taken to its end: hostile text must not be walked twice. An address that is never
# closed takes the rest, as in a browser.
_END = r"(?=\n)|\\?\Z"
_STRING = rf"""(?:"(?:[^"\\\n]|\\.)*+(?:"|{_END})|'(?:[^'\\\n]|\\.)*+(?:'|{_END}))"""
_URL = rf"""url\(\s*+(?:{_STRING}|(?:[^)"'\\\s]|\\.)*+)\s*+(?:\)|\Z)"""
_TOKEN = re.compile(
    rf"""
    /\*.*?(?:\*/|\Z)
  | @import(?:\s|/\*.*?(?:\*/|\Z))*+(?P<import>{_STRING}|{_URL})?+
  | (?P<face>@font-face\b)
  | (?P<end>}})
  | (?P<optional>font-display\s*+:\s*+optional\b)
  | (?P<url>{_URL})
  | url\((?:[^)\\]|\\.)*+(?:\)|\\?\Z)
  | {_STRING}
    """,
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_INSIDE = re.compile(r"""(?:url\(\s*+)?(["']?)(.*?)\1\s*+\)?""", re.DOTALL | re.IGNORECASE)
_OLD_FONTS = (".eot", ".svg", ".svgz")  # of browsers that are no more


def answered(css: str, answer: Answer) -> str:
    """Return the style sheet, or the declarations, with the addresses that ``answer`` replaces."""
    lowered = css.lower()
    if "url(" not in lowered and "@import" not in lowered:
        return css
    return _TOKEN.sub(partial(_answered, _Place(), answer), css)


class _Place:
    """Whether the text is inside an @font-face."""

    def __init__(self) -> None:
        self.in_face = False


def _answered(place: _Place, answer: Answer, match: re.Match[str]) -> str:
    if match["face"] or match["end"]:
        place.in_face = bool(match["face"])
    if match["optional"]:  # "if it is there in a tenth of a second" would be chance; who was here before has it there
        return "font-display:swap"
    text = match["import"] or match["url"]
    if not text:
        return match[0]
    address = _address(text)
    kind: Kind = "style" if match["import"] else "font" if place.in_face else "image"
    if kind == "font" and address.lower().partition("#")[0].partition("?")[0].endswith(_OLD_FONTS):
        return match[0]
    put = answer(address, kind)
    return match[0] if put is None else f"{match[0][: -len(text)]}url({put})"


def _address(text: str) -> str:
    found = _INSIDE.fullmatch(text)
    return unescaped(found[2]).strip() if found else ""
