"""Which elements are open at a place of a text that is being typed, and what a new one is written as."""

from __future__ import annotations

import re
from typing import NamedTuple

from templates.compile.markup import VOID
from templates.source.schema import ENDING

#: What people write in a text of a mail.
HTML = (
    "a", "b", "br", "em", "h1", "h2", "h3", "i", "img", "li", "ol", "p", "span", "strong", "table", "tbody", "td",
    "th", "thead", "tr", "u", "ul",
)  # fmt: skip

_COMPONENTS = re.compile(
    r"<!--.*?(?:-->|\Z)|\{\#.*?(?:\#\}|\Z)|<(?P<close>/?)(?P<name>mj[\w-]*)(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+(?P<end>>?)",
    re.DOTALL | re.IGNORECASE,
)
_ELEMENTS = re.compile(_COMPONENTS.pattern.replace("mj[", "[A-Za-z]["), re.DOTALL | re.IGNORECASE)


class Open(NamedTuple):
    """An element that is not closed before the place: its name, and where its content begins."""

    name: str
    content: int


def open_elements(text: str, offset: int) -> list[Open]:
    """Return the elements that are open at ``offset``, the innermost first; HTML ones inside a text of the mail."""
    found = _open(_COMPONENTS, text, 0, offset)
    if found and found[-1].name in ENDING:
        found += _open(_ELEMENTS, text, found[-1].content, offset)
    return found[::-1]


def _open(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Open]:
    found: list[Open] = []
    for match in pattern.finditer(text, start, end):
        name = (match["name"] or "").lower()
        if not name or name in VOID:
            continue
        if not match["close"]:
            if not match[0].endswith("/>"):
                found.append(Open(name, match.end()))
        elif any(one.name == name for one in found):
            while found.pop().name != name:
                continue
    return found


_SNIPPETS = {
    "mj-image": 'mj-image src="|" alt="" />',
    "mj-button": 'mj-button href="|"></mj-button>',
    "mj-include": 'mj-include path="|" />',
    "mj-section": "mj-section>\n  <mj-column>\n    |\n  </mj-column>\n</mj-section>",
    "mj-wrapper": "mj-wrapper>\n  |\n</mj-wrapper>",
    "mj-hero": 'mj-hero background-url="|">\n</mj-hero>',
    "mj-column": "mj-column>\n  |\n</mj-column>",
    "mj-group": "mj-group>\n  |\n</mj-group>",
    "mj-class": 'mj-class name="|" />',
    "mj-font": 'mj-font name="|" href="" />',
    "mj-social-element": 'mj-social-element name="|" href=""></mj-social-element>',
    "mj-navbar-link": 'mj-navbar-link href="|"></mj-navbar-link>',
    "mj-carousel-image": 'mj-carousel-image src="|" alt="" />',
    "mj-breakpoint": 'mj-breakpoint width="|" />',
}
_EMPTY = frozenset(["mj-divider", "mj-spacer", "mj-all"])


def snippet(name: str) -> tuple[str, int]:
    """Return what follows the ``<`` of a new component, and where the caret goes in it."""
    if name in _EMPTY:
        source = f"{name} />"
        return source, len(source)
    source = _SNIPPETS.get(name, f"{name}>|</{name}>")
    caret = source.index("|")
    return source[:caret] + source[caret + 1 :], caret
