"""Sections that were compiled alone, put together as MJML would have compiled them together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from templates.compile.engine import Section

# MJML joins what it writes for Outlook in one section to what it writes in the next.
_OPENS = re.compile(r"\s*<!--\[if mso \| IE\]>")
_CLOSES = re.compile(r"<!\[endif\]-->\s*\Z")
_TAIL = 400  # where a closing conditional is looked for; only white space follows it

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Wishes:
    """What a body asks of the document around it; the order is that of first use, and part of it."""

    fonts: tuple[str, ...]
    media_queries: Pairs
    head_style: Pairs
    component_styles: tuple[str, ...]

    def with_head(self, head: Mapping[str, Any]) -> dict[str, Any]:
        """Return them in the words of the script's ``frame``, which takes the fonts in the order of the head."""
        return {
            "fonts": self.fonts,
            "mediaQueries": self.media_queries,
            "headStyle": self.head_style,
            "componentsHeadStyle": self.component_styles,
            "head": head,
        }


def wishes(section: Section) -> Wishes:
    """Return what one section asks for."""
    return Wishes(section.fonts, section.media_queries, section.head_style, section.component_styles)


def union(asked: Iterable[Wishes]) -> Wishes:
    """Return what all sections together ask for: a name keeps its first place and takes its last text."""
    fonts: dict[str, None] = {}
    media_queries: dict[str, str] = {}
    head_style: dict[str, str] = {}
    component_styles: list[str] = []
    for one in asked:
        fonts.update(dict.fromkeys(one.fonts))
        media_queries.update(one.media_queries)
        head_style.update(one.head_style)
        component_styles += one.component_styles
    return Wishes(
        tuple(sorted(fonts)), tuple(media_queries.items()), tuple(head_style.items()), tuple(component_styles)
    )


@dataclass(frozen=True)
class Piece:
    """HTML of a body, and how much of it goes when another piece stands before or behind it."""

    html: str
    opens: int  # where it goes on behind the opening of its first Outlook conditional; 0 when it begins with none
    closes: int  # where the closing of its last Outlook conditional begins; its length when it ends with none

    @classmethod
    def of(cls, html: str) -> Piece:
        """Return ``html`` with its two ends looked at."""
        opens, closes = _OPENS.match(html), _CLOSES.search(html, max(0, len(html) - _TAIL))
        return cls(html, opens.end() if opens else 0, closes.start() if closes else len(html))


def seamless(pieces: Sequence[Piece]) -> list[str]:
    """Return the HTML of ``pieces`` in order, without the Outlook conditionals that close and open where two meet."""
    starts = [0] * len(pieces)
    ends = [len(piece.html) for piece in pieces]
    left = 0
    for right, piece in enumerate(pieces[1:], 1):
        if not piece.html:
            continue  # a child may be empty: the ones beside it meet
        if pieces[left].closes < len(pieces[left].html) and piece.opens:
            ends[left], starts[right] = pieces[left].closes, piece.opens
        left = right
    return [piece.html[start:end] for piece, start, end in zip(pieces, starts, ends, strict=True)]
