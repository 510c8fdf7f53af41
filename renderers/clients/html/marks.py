"""Each start tag is told its offset in the text, as an attribute that goes through every stage with its element.

Also inside conditional comments: what Outlook reads there becomes elements too, and must be found in the source.
"""

from __future__ import annotations

import re

MARK = "mw-at"

# One alternative for each thing that may hold a "<" which opens no tag. Possessive: hostile text must not backtrack.
# The last one is a tag that never ends; it swallows the rest of the mail, as in a browser.
_TOKEN = re.compile(
    r"""
    <!--(?!\[if)(?:-?>|.*?(?:--!?>|\Z))
  | <(?P<raw>style|script|title|textarea|xmp|iframe|noembed|noframes)\b(?P<attributes>(?:[^>"']++|"[^"]*+"|'[^']*+')*+)>
    .*?(?:</(?P=raw)|\Z)
  | <(?P<tag>[a-zA-Z][^\s/>]*+)(?:[^>"']++|"[^"]*+"|'[^']*+')*+>
  | <[a-zA-Z].*
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_MARK = re.compile(rf' {MARK}="\d+"')


def mark(html: str) -> str:
    """Return ``html`` with a mark in each start tag."""
    return _TOKEN.sub(_marked, html)


def tags(html: str) -> list[int]:
    """Return the offset of every start tag that ``mark`` marks."""
    return [match.start() for match in _TOKEN.finditer(html) if match["raw"] or match["tag"]]


def unmark(html: str) -> str:
    """Return ``html`` without marks."""
    return _MARK.sub("", html)


def unmarked_offset(html: str, offset: int) -> int:
    """Return where ``offset`` of a marked text was before it was marked (nothing else being changed since)."""
    return offset - sum(len(match[0]) for match in _MARK.finditer(html, 0, offset))


def _marked(match: re.Match[str]) -> str:
    name = match["raw"] or match["tag"]
    if not name:
        return match[0]
    cut = 1 + len(name)
    return f'{match[0][:cut]} {MARK}="{match.start()}"{match[0][cut:]}'
