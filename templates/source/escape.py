"""Plain values as source text. Template tags in them stay as they are: Jinja reads them before any markup is read."""

from __future__ import annotations

from collections.abc import Callable

from templates.source.jinja import scan


def escape_text(plain: str) -> str:
    """Return ``plain`` as the content of an element."""
    return _outside_tags(plain, _text)


def escape_value(plain: str, quote: str) -> str:
    """Return ``plain`` as the value of an attribute in ``quote``."""
    mark = {'"': "&quot;", "'": "&#39;"}[quote]
    return _outside_tags(plain, lambda part: _text(part).replace(quote, mark))


def _text(part: str) -> str:
    return part.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _outside_tags(plain: str, escaped: Callable[[str], str]) -> str:
    parts: list[str] = []
    done = 0
    for tag in scan(plain):
        if tag.kind != "unclosed":
            parts += [escaped(plain[done : tag.start]), plain[tag.start : tag.end]]
            done = tag.end
    return "".join([*parts, escaped(plain[done:])])
