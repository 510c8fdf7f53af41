"""Showing a mail light or dark, whatever the window's own theme is.

QtWebEngine takes ``prefers-color-scheme`` from the application, so the question is answered in the mail's text: the
media feature is replaced by one that is always, or never, true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Scheme = Literal["light", "dark"]

_FEATURE = re.compile(r"\(\s*prefers-color-scheme\s*:\s*(light|dark|no-preference)\s*\)", re.IGNORECASE)
_ALWAYS, _NEVER = "(min-width: 0px)", "(min-width: 999999px)"
_DECLARED = re.compile(r"""<meta[^>]+name=["']?color-scheme["']?[^>]*\bdark\b""", re.IGNORECASE)


def in_scheme(html: str, scheme: Scheme) -> str:
    """Return the mail as a reader with this colour scheme sees it."""
    return _with_ground(_answered(html, scheme), scheme)


def pieces_in_scheme(pieces: Sequence[str], scheme: Scheme) -> tuple[str, ...]:
    """The same for a mail in pieces, of which the first holds the head."""
    first, *others = (_answered(piece, scheme) for piece in pieces)
    return (_with_ground(first, scheme), *others)


def _answered(html: str, scheme: Scheme) -> str:
    return _FEATURE.sub(lambda found: _ALWAYS if found[1].lower() == scheme else _NEVER, html)


def _with_ground(html: str, scheme: Scheme) -> str:
    """Return a mail, or its first piece, on the ground that it declares."""
    ground = "dark" if scheme == "dark" and _DECLARED.search(html) else "only light"
    style = f"<style>:root {{ color-scheme: {ground} !important }}</style>"
    head, mark, rest = html.partition("</head>")
    return f"{head}{style}{mark}{rest}" if mark else f"{style}{html}"
