"""The mail's pieces as the canvas shows them: without comments, each piece whole in itself.

What stands in ``<!--[if mso …]> … <![endif]-->`` is a comment to a browser, and after MJML has joined two sections such
a comment may begin in one piece and end in the next. Without the comments every piece is HTML that stands alone, and
what is not for Outlook (``<!--[if !mso]><!--> … <!--<![endif]-->``) stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_TOKEN = re.compile(
    r"""<!--(?P<comment>)
      | <(?P<raw>style|script|title|textarea|xmp|iframe|noembed|noframes)(?=[\s/>]) # until its own end tag
      | </?[a-z](?:[^>"']|"[^"]*"|'[^']*')*+>?  # a tag: what looks like a comment in its values is none""",
    re.IGNORECASE | re.VERBOSE,
)
_END = re.compile(r"--!?>")
#: The browser's rule: these close a comment as soon as it was opened.
_EMPTY = re.compile(r"-?>")

Cleaned = tuple[str, bool]


def without_comments(html: str, *, inside: bool = False) -> Cleaned:
    """Return ``html`` without its comments, and whether one is open at its end.

    ``inside``: the text before has left one open.
    """
    kept: list[str] = []
    at = 0
    if inside:
        at = _behind_comment(html, 0)
        if at < 0:
            return "", True
    scan = at
    while found := _TOKEN.search(html, scan):
        if found["comment"] is None:
            scan = _behind_raw(html, found) if found["raw"] else found.end()
            continue
        kept.append(html[at : found.start()])
        empty = _EMPTY.match(html, found.end())
        at = empty.end() if empty else _behind_comment(html, found.end())
        if at < 0:
            return "".join(kept), True
        scan = at
    kept.append(html[at:])
    return "".join(kept), False


def _behind_comment(html: str, start: int) -> int:
    """Return where the comment that is open at ``start`` has ended; -1 when it does not."""
    end = _END.search(html, start)
    return end.end() if end else -1


def _behind_raw(html: str, found: re.Match[str]) -> int:
    """Return where the content of an element ends that holds no markup; it is kept as it is."""
    end = re.compile(rf"</{found['raw']}(?=[\s/>])", re.IGNORECASE).search(html, found.end())
    return end.end() if end else len(html)


class Cleaner:
    """Cleans one mail again and again: a piece that stays is not looked at again."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, bool], Cleaned] = {}

    def clean(self, pieces: Sequence[str]) -> tuple[str, ...]:
        """Return the pieces without comments."""
        seen: dict[tuple[str, bool], Cleaned] = {}
        inside = False
        made = []
        for piece in pieces:
            key = (piece, inside)
            cleaned = self._seen.get(key) or without_comments(piece, inside=inside)
            seen[key] = cleaned
            html, inside = cleaned
            made.append(html)
        self._seen = seen
        return tuple(made)
