"""Where a text has comments and the marks of conditional ones; the inside of tags and of raw text holds none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["open", "reveal", "close", "comment"]

# Possessive, and every alternative that looks for an end takes the rest of the text where there is none: hostile text
# is read once. ``<!-->`` and ``<!--->`` are whole comments.
_TOKEN = re.compile(
    r"""
    <!--\[if\b\s*+(?P<hidden>[^\]<>]*+)\]>(?P<revealing><!---?+>|<!--\s*+-->|-->)?
  | <!\[if\b\s*+(?P<revealed>[^\]<>]*+)\]>
  | (?P<close>(?:<!--\s*+)?<!\s*+\[\s*+endif\s*+\]\s*+-*+>)
  | (?P<comment><!--(?:-?>|.*?(?:--!?>|\Z)))
  | <(?P<tag>[a-z][^\s/>]*+)(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+(?:>|\Z)
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_END = re.compile(r"--!?>")
_RAW = frozenset(("style", "script", "title", "textarea", "xmp", "iframe", "noembed", "noframes"))


@dataclass(frozen=True, slots=True)
class Piece:
    """One comment or mark in ``text[start:end]``.

    ``kind``: open (``<!--[if x]>``, hidden from clients that know no conditions), reveal (``<![if x]>``,
    ``<!--[if x]><!-->``: not hidden from them), close (any ``<![endif]``) or comment. ``condition`` is what stands
    behind ``if``.
    """

    kind: Kind
    start: int
    end: int
    condition: str = ""


def pieces(text: str, *, conditions: bool) -> Iterator[Piece]:
    """Yield the comments and the marks of conditional comments in order; conditions nest, so closes are not paired.

    For a client that knows no ``conditions`` an open piece is the whole comment, up to the first ``-->``.
    """
    place, unclosed = 0, set[str]()
    while match := _TOKEN.search(text, place):
        place = match.end()
        tag = (match["tag"] or "").lower()
        if tag in _RAW and tag not in unclosed:
            place = _behind_raw(text, place, tag)
            if place == match.end():
                unclosed.add(tag)
        elif not tag:
            piece = _piece(match)
            if piece.kind == "open" and not conditions:
                piece = replace(piece, end=_end_of_comment(text, piece.start))
            place = piece.end
            yield piece


def _end_of_comment(text: str, start: int) -> int:
    match = _END.search(text, start + len("<!--"))
    return match.end() if match else len(text)


def _behind_raw(text: str, start: int, tag: str) -> int:
    """Return where the raw text ends that starts here; ``start`` when nothing closes it."""
    found = re.compile(rf"</{tag}\b", re.IGNORECASE).search(text, start)
    return found.start() if found else start


def _piece(match: re.Match[str]) -> Piece:
    condition = match["hidden"] if match["hidden"] is not None else match["revealed"]
    if condition is None:
        return Piece("close" if match["close"] else "comment", match.start(), match.end())
    kind: Kind = "open" if match["hidden"] is not None and match["revealing"] is None else "reveal"
    return Piece(kind, match.start(), match.end(), " ".join(condition.split()))
