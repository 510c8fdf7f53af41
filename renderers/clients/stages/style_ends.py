"""Style blocks whose end a client overlooks, so that they swallow what comes behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from renderers.clients.change import Change
from renderers.clients.html.marks import unmarked_offset
from renderers.clients.mail import Client
from renderers.clients.stage import Settings, TextStage

_BLOCK = re.compile(r"(<style\b[^>]*+>)(.*?)</style\s*+>", re.DOTALL | re.IGNORECASE)
_END = re.compile(r"</style", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
_OPEN_TAG = re.compile(r"<(?=[^\s<>])[^<>]*+\Z")


class StyleEnds(Settings):
    """``tags``: a ``<`` in a style sheet is read as a tag; when no ``>`` follows, the block's end tag is part of it."""

    tags: bool = False


def apply(text: str, settings: StyleEnds, client: Client) -> tuple[str, Iterable[Change]]:
    """Take out the end tags that are overlooked."""
    if not settings.tags or "<style" not in text.lower():
        return text, ()
    pieces: list[str] = []
    hidden: list[int] = []
    done = 0
    while match := _BLOCK.search(text, done):
        if not _OPEN_TAG.search(_COMMENT.sub("", match[2])):
            pieces.append(text[done : match.end()])
            done = match.end()
            continue
        hidden.append(match.start())
        rest = _END.search(text, match.end())
        end = rest.start() if rest else len(text)
        pieces += [text[done : match.end(2)], ">", text[match.end() : end]]
        done = end
    return "".join([*pieces, text[done:]]), _changes(text, hidden, client)


def _changes(text: str, hidden: list[int], client: Client) -> list[Change]:
    if not hidden:
        return []
    return [
        client.change(
            "style-ends.tags",
            "A < hides the style block's end: what comes behind it is lost, up to the next one ({count} times).",
            at=unmarked_offset(text, hidden[0]),
            element="style",
            count=len(hidden),
        )
    ]


STAGE = TextStage("style-ends", StyleEnds, apply)
