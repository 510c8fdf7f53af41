"""Heads inside the body: browsers pass over them, a client that reads the text finds the style sheets in them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from renderers.clients.change import Change
from renderers.clients.html.marks import unmarked_offset
from renderers.clients.mail import Client
from renderers.clients.stage import Settings, TextStage

# What may hold a tag without being one comes first; what never ends goes to the end of the text.
_PIECE = re.compile(
    r"""
    <!--.*?(?:-->|\Z)
  | <(?P<raw>script|title|textarea|xmp|iframe|noembed|noframes)\b.*?(?:</(?P=raw)|\Z)
  | (?P<style><style\b.*?(?:</style\s*+>|\Z))
  | <(?P<tag>/?(?:head|body))\b[^>]*+(?:>|\Z)
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)


class SecondHeads(Settings):
    """``styles``: style elements in a ``<head>`` inside the ``<body>`` count as if they stood in the first head."""

    styles: bool = False


def apply(text: str, settings: SecondHeads, client: Client) -> tuple[str, Iterable[Change]]:
    """Put the style elements of further heads into the first one."""
    if not settings.styles or "<head" not in text.lower().partition("<body")[2]:
        return text, ()
    home, moved = _moved(text)
    if not moved:
        return text, ()
    pieces, done = [text[:home], *(text[start:end] for start, end in moved)], home
    for start, end in moved:
        pieces.append(text[done:start])
        done = end
    return "".join([*pieces, text[done:]]), [_change(text, moved[0][0], len(moved), client)]


def _moved(text: str) -> tuple[int, list[tuple[int, int]]]:
    """Return where the first head ends (the body begins, without one), and where the style elements of others are."""
    home, in_body, in_head = 0, False, False
    moved: list[tuple[int, int]] = []
    for piece in _PIECE.finditer(text):
        tag = (piece["tag"] or "").lower()
        if tag in ("/head", "body") and not in_body:
            home = home or piece.start()
        in_body = in_body or tag == "body"
        in_head = tag == "head" or (in_head and tag != "/head")
        if piece["style"] and in_body and in_head:
            moved.append(piece.span())
    return home, moved


def _change(text: str, at: int, count: int, client: Client) -> Change:
    return client.change(
        "second-heads.styles",
        "A style block counts, though it is in the body: it has a head of its own there ({count} times).",
        at=unmarked_offset(text, at),
        element="style",
        count=count,
    )


STAGE = TextStage("second-heads", SecondHeads, apply)
