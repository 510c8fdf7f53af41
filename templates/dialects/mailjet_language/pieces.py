"""The pieces of a written template, and what stands around them in HTML: quotes of attributes, links that go."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "print", "statement", "gone"]

# Where an HTML parser is: in text, in a tag, or in a value with these quotes.
_NEXT = {"": re.compile(r"<!--(?!\[if)|<(?=[A-Za-z])"), "<": re.compile(r"[\"'>]")}
_COMMENT_END = re.compile("-->")


@dataclass
class Piece:
    """Text as it was, a tag that prints, a statement, or the place of a link that the service cannot make."""

    kind: Kind
    text: str
    at: int


@dataclass(frozen=True)
class _Value:
    """The value of an attribute in double quotes: (piece, offset) of both quotes."""

    start: tuple[int, int]
    end: tuple[int, int]


def requote(pieces: Sequence[Piece], refuse: Callable[[Piece], None]) -> None:
    """Put single quotes around the attributes whose tags hold double ones, in place.

    ``refuse`` is told of a tag that would need both.
    """
    for value, quote in _values(pieces):
        inside = pieces[value.start[0] + 1 : value.end[0]]
        tags = [piece for piece in inside if piece.kind != "text"]
        if quote == '"' and any('"' in tag.text for tag in tags):
            for at in (value.start, value.end):
                _replace(pieces[at[0]], at[1], "'")
            _without_apostrophes(pieces, value)
            quote = "'"
        if quote == "'":
            _encode(tags, refuse)


def _values(pieces: Sequence[Piece]) -> Iterable[tuple[_Value, str]]:
    """Yield the quoted attributes that hold tags, from the last to the first so that offsets stay right."""
    found: list[tuple[_Value, str]] = []
    state, start = "", (0, 0)
    for index, piece in enumerate(pieces):
        at = 0
        while piece.kind == "text" and (match := _pattern(state).search(piece.text, at)):
            at = match.end()
            mark = match[0]
            if state in {'"', "'"}:
                if start[0] < index:
                    found.append((_Value(start, (index, match.start())), state))
                state = "<"
            elif mark in {'"', "'"}:
                state, start = mark, (index, match.start())
            else:
                state = {"<!--": "-->", "<": "<"}.get(mark, "")
    return reversed(found)


def _pattern(state: str) -> re.Pattern[str]:
    return _NEXT.get(state) or (_COMMENT_END if state == "-->" else re.compile(state))


def _without_apostrophes(pieces: Sequence[Piece], value: _Value) -> None:
    """Write the apostrophes between the quotes of ``value`` as entities."""
    (first, start), (last, end) = value.start, value.end
    pieces[last].text = pieces[last].text[:end].replace("'", "&#39;") + pieces[last].text[end:]
    for piece in pieces[first + 1 : last]:
        if piece.kind == "text":
            piece.text = piece.text.replace("'", "&#39;")
    head = pieces[first].text
    pieces[first].text = head[: start + 1] + head[start + 1 :].replace("'", "&#39;")


def _encode(tags: Iterable[Piece], refuse: Callable[[Piece], None]) -> None:
    """What a tag prints may hold an entity for an apostrophe; what it compares may not."""
    for tag in tags:
        if "'" in tag.text and tag.kind == "print":
            tag.text = tag.text.replace("'", "&#39;")
        elif "'" in tag.text:
            refuse(tag)


def _replace(piece: Piece, at: int, quote: str) -> None:
    piece.text = f"{piece.text[:at]}{quote}{piece.text[at + 1 :]}"


GONE = "\uf8f1"  # stands for the address of a link that goes, until the link is taken out
# Bounded, so that no text makes a search long.
_BLANK = r"(?:\s|&nbsp;|&#160;|\u00a0){0,20}"
_BETWEEN = rf"{_BLANK}[·|•]{_BLANK}"  # what parts the links of a footer
_LINK = rf"<(a|mj-button|mj-navbar-link)\b[^<>]*{GONE}[^<>]*>((?:(?!</\1>).){{0,2000}})</\1>"
_PLAIN = rf"[^·|•\n()]*\({GONE}\)"
# In a row of links the words go too; in a sentence they stay.
_MARKUP = ((rf"{_BETWEEN}{_LINK}", ""), (rf"{_LINK}{_BETWEEN}", ""))
_TEXT = (
    (rf"[ \t\u00a0]{{0,20}}[·|•]{_PLAIN}", ""),
    (rf"^{_PLAIN}\s{{0,20}}[·|•]\s{{0,20}}", ""),
    (rf" ?\({GONE}\)", ""),
)


def without_links(text: str, *, markup: bool) -> str:
    """Return ``text`` without the links whose address is GONE."""
    if GONE not in text:
        return text
    for pattern, instead in _MARKUP if markup else _TEXT:
        text = re.sub(pattern, instead, text, flags=re.DOTALL | re.MULTILINE | re.IGNORECASE)
    if markup:
        text = re.sub(_LINK, _words, text, flags=re.DOTALL | re.IGNORECASE)
    return text.replace(GONE, "")


def _words(link: re.Match[str]) -> str:
    return link[2] if link[1].lower() == "a" else ""
