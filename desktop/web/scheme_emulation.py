"""Showing a mail light or dark, whatever the window's own theme is.

QtWebEngine takes ``prefers-color-scheme`` from the application, so the question is answered in the mail's text: the
media feature is replaced by one that is always, or never, true.
"""

from __future__ import annotations

import re
from typing import Literal

Scheme = Literal["light", "dark"]

_FEATURE = re.compile(r"\(\s*prefers-color-scheme\s*:\s*(light|dark|no-preference)\s*\)", re.IGNORECASE)
_ALWAYS, _NEVER = "(min-width: 0px)", "(min-width: 999999px)"
_DECLARED = re.compile(r"""<meta[^>]+name=["']?color-scheme["']?[^>]*\bdark\b""", re.IGNORECASE)


def in_scheme(html: str, scheme: Scheme) -> str:
    """Return the mail as a reader with this colour scheme sees it."""
    answered = _FEATURE.sub(lambda found: _ALWAYS if found[1].lower() == scheme else _NEVER, html)
    ground = "dark" if scheme == "dark" and _DECLARED.search(html) else "only light"
    style = f"<style>:root {{ color-scheme: {ground} !important }}</style>"
    head, mark, rest = answered.partition("</head>")
    return f"{head}{style}{mark}{rest}" if mark else f"{style}{answered}"
