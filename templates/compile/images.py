"""The pictures that a mail shows: found in its MJML, and their paths turned into addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

_ATTRIBUTE = re.compile(
    r"""(?P<head>(?<![\w-])(?:src|background|background-url|background-image|thumbnails-src|poster)\s*=\s*)"""
    r"""(?P<quote>["'])(?P<path>[^"'<>]*)(?P=quote)""",
    re.IGNORECASE,
)
_CSS = re.compile(
    r"""(?P<head>\burl\(\s*)(?P<quote>["']|&quot;|&#39;|)(?P<path>[^"'()<>&]+)(?P=quote)(?=\s*\))""", re.IGNORECASE
)
# An address, a data: or cid: reference, an absolute path, a fragment, or a template tag that decides later.
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|/|#|$)|.*(?:\{\{|\{%|\[\[|\*\||%%)", re.IGNORECASE | re.DOTALL)


def map_images(mjml: str, image_url: Callable[[str], str] | None) -> tuple[str, tuple[str, ...]]:
    """Return ``mjml`` with its pictures' paths mapped by ``image_url``, and the paths as they were, each once.

    Paths count from the workspace's root; addresses, ``data:`` and ``cid:`` references and paths that hold a template
    tag are left alone.
    """
    found: dict[str, str] = {}

    def replace(match: re.Match[str]) -> str:
        path = unescape(match["path"]).strip()
        if _ELSEWHERE.match(path):
            return match[0]
        path = path.removeprefix("./")
        if path not in found:
            found[path] = image_url(path) if image_url else path
        quote = match["quote"]
        return f"{match['head']}{quote}{escape(found[path])}{quote}"

    mapped = _CSS.sub(replace, _ATTRIBUTE.sub(replace, mjml))
    return (mapped if image_url else mjml), tuple(found)
