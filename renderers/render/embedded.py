"""What a text holds as ``data:`` addresses, in whichever way it writes them."""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from renderers.render.css_escapes import unescaped
from templates.errors import LimitError

MOST = 2000
_DEEPEST = 5  # a drawing in a drawing in a style sheet in a mail
_LAYERS = 12  # a link that has been through a few redirecting services is coded four or five times
_HEADER_BYTES = 65_536

# Whatever an address says that it holds: browsers look at the bytes. How it begins can be written in too many ways.
_CODED = re.compile(r";[ \f]*base64[ \f]*,([\w+/=%\s-]+)", re.IGNORECASE)
_PICTURE = re.compile(
    rb"\x89PNG|GIF8|\xff\xd8\xff|RIFF....WEBP|BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0|\0\0[\1\2]\0|....ftyp", re.DOTALL
)
_PLAIN = re.compile(rb",(?=" + _PICTURE.pattern + rb")", re.DOTALL)
_DROPPED = re.compile(r"[\t\n\r]")  # by every browser, in whatever is an address
_WHITE = re.compile(rb"\s")


def embedded_in(text: str) -> Iterator[bytes]:
    """Return what may be pictures in a mail, a style sheet or a drawing, and in the drawings in it.

    Each begins with its first byte; what follows it in the text may follow. Raises LimitError where there are too
    many, or too deep.
    """
    for number, found in enumerate(_found(text, _DEEPEST, _LAYERS, set())):
        if number == MOST:
            raise _too_many()
        yield found


def _found(text: str, depth: int, layers: int, known: set[int]) -> Iterator[bytes]:
    """``layers`` is how often percent signs may still be taken away; what is ``known`` is not told again."""
    if not (depth and layers):
        raise _too_many()
    for reading in _readings(text):
        for match in _CODED.finditer(reading):
            if _is_new(match[1], known):
                yield (data := _decoded(match[1]))
                if not _PICTURE.match(data):  # a drawing, with pictures of its own
                    yield from _found(_text(data), depth - 1, _LAYERS, known)
        data = unquote_to_bytes(reading.encode("utf-8", errors="replace"))
        for begin in _PLAIN.finditer(data):
            if _is_new(plain := data[begin.end() : begin.end() + _HEADER_BYTES], known):
                yield plain
        if "%" in reading and (uncoded := _text(data)) != reading:
            yield from _found(uncoded, depth, layers - 1, known)


def _is_new(found: str | bytes, known: set[int]) -> bool:
    mark = hash(found)
    if mark in known:
        return False
    known.add(mark)
    return True


def _readings(text: str) -> set[str]:
    """The text as a style sheet writes it, and that as HTML writes it."""
    readings = {text, html.unescape(text)} if "&" in text else {text}
    return {_DROPPED.sub("", unescaped(each) if "\\" in each else each) for each in readings}


def _decoded(coded: str) -> bytes:
    """Read base64 as browsers do; nothing where they cannot either."""
    plain = _WHITE.sub(b"", unquote_to_bytes(coded))
    try:
        return base64.b64decode(plain[: len(plain) // 4 * 4])
    except binascii.Error:
        return b""


def _text(data: bytes) -> str:
    return data.replace(b"\0", b"").decode("utf-8", errors="replace")  # of UTF-16 the letters are left


def _too_many() -> LimitError:
    return LimitError(
        "The mail has more than {limit} pictures inside its text, or packs them too deeply.",
        advice="Put them beside it, as files.",
        limit=MOST,
    )
