"""Where the children of ``mj-body`` begin and end in a mail after Jinja, so that each can be compiled alone.

Strict on purpose: a mail is split only where MJML's own parser (htmlparser2) must see the very same borders. What that
parser would mend or guess – an open element, a stray closing tag, an odd quote – is not split at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What MJML takes as it is, up to the closing tag. Of these, mj-html-attribute and the rest of the head only hold text.
OPAQUE = frozenset(
    [
        "mj-accordion-text",
        "mj-accordion-title",
        "mj-breakpoint",
        "mj-button",
        "mj-carousel-image",
        "mj-navbar-link",
        "mj-preview",
        "mj-raw",
        "mj-social-element",
        "mj-style",
        "mj-table",
        "mj-text",
        "mj-title",
    ]
)
# In HTML these hold text that no tag interrupts.
RAW_TEXT = frozenset(["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext"])
# Children whose HTML does not depend on the children beside them; the width of a bare mj-column does.
INDEPENDENT = frozenset(["mj-section", "mj-wrapper", "mj-hero", "mj-raw"])
IN_BODY = ("mjml", "mj-body")

_BLANK = r"[ \t\r\n\f]"
_NAME = r"""[a-zA-Z][^ \t\r\n\f/>"'=<]*+"""
_TOKEN = re.compile(
    r"<!--(?!-?>)(?P<comment>(?:[^-]++|-(?!-!?>))*+)-->"
    r"|<!\[CDATA\[(?P<cdata>(?:[^\]]++|\](?!\]>))*+)\]\]>"
    r"|<[!?](?!--|\[)(?P<declaration>[^>\[]*+)>"
    rf"|</(?P<close>{_NAME}){_BLANK}*+>"
    rf"""|<(?P<open>{_NAME})(?:{_BLANK}++[^ \t\r\n\f"'<>/=]++(?:{_BLANK}*+={_BLANK}*+"""
    rf"""(?:"[^"]*+"|'[^']*+'|[^ \t\r\n\f"'=<>`]++))?+)*+{_BLANK}*+(?P<empty>/?)>"""
    r"|(?P<text>[^<]++|<(?![a-zA-Z/!?]))"
)


class _OddError(Exception):
    """The parser of MJML might read this text in another way."""


@dataclass(frozen=True)
class Fragment:
    """Part of a mail: the spans of the body's children in it, and what is open at its end.

    ``body`` is where the body's content begins and ends; None where the part has no such border.
    """

    children: tuple[tuple[int, int], ...]
    open: tuple[str, ...]
    body: tuple[int | None, int | None]


@dataclass(frozen=True)
class Document:
    """A mail cut into what stands before the body's content, the body's children, and what stands behind it."""

    before: str
    children: tuple[str, ...]
    after: str


def split(mjml: str) -> tuple[Document, tuple[int, ...]] | None:
    """Return a mail in pieces, and the offsets of its children and of what stands behind the body's content.

    None when the mail is not to be compiled in pieces.
    """
    found = fragment(mjml, ())
    if found is None or found.open:
        return None
    start, end = found.body
    if start is None or end is None:
        return None
    children = tuple(mjml[first:last] for first, last in found.children)
    return Document(mjml[:start], children, mjml[end:]), (*(first for first, _ in found.children), end)


def fragment(text: str, opened: tuple[str, ...]) -> Fragment | None:
    """Return what stands in ``text``, a part of a mail before which the elements ``opened`` were opened.

    None when it is not to be compiled in pieces.
    """
    walk = _Walk(opened)
    try:
        for match in _tokens(text):
            walk.step(match)
        return walk.fragment()
    except _OddError:
        return None


def _tokens(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _OddError
        yield match
        at = match.end()
        if match["open"] and match["open"].lower() in RAW_TEXT:
            at = _behind_raw_text(text, match)


def _behind_raw_text(text: str, opening: re.Match[str]) -> int:
    closing = re.compile(rf"</{opening['open']}{_BLANK}*>", re.IGNORECASE).search(text, opening.end())
    if opening["empty"] or closing is None or "</mj" in text[opening.end() : closing.start()].lower():
        raise _OddError
    return closing.start()


class _Walk:
    """Follows the tokens of one text."""

    def __init__(self, opened: tuple[str, ...]) -> None:
        self._open = list(opened)
        self._opaque = ""  # the element whose content is taken as it is
        self._seen = set(opened)  # mjml and mj-body come once
        self._children: list[tuple[int, int]] = []
        self._child = 0
        self._body: list[int | None] = [None, None]

    def fragment(self) -> Fragment:
        """Return what was found. Raises _OddError while a child is open."""
        if self._opaque or len(self._open) > len(IN_BODY):
            raise _OddError
        return Fragment(tuple(self._children), tuple(self._open), (self._body[0], self._body[1]))

    def step(self, match: re.Match[str]) -> None:
        """Take one token."""
        kind = match.lastgroup if match.lastgroup != "empty" else "open"
        if self._opaque:
            self._in_opaque(kind, match)
        elif kind == "open":
            self._opening(match["open"].lower(), match)
        elif kind == "close":
            self._closing(match["close"].lower(), match)
        elif kind == "comment" and self._in_body:
            self._children.append(match.span())
        elif kind == "cdata":
            raise _OddError

    @property
    def _in_body(self) -> bool:
        return tuple(self._open) == IN_BODY

    def _in_opaque(self, kind: str | None, match: re.Match[str]) -> None:
        name = (match[kind] if kind in {"open", "close"} else "").lower()
        if kind == "close" and name == self._opaque:
            self._opaque = ""
            self._end(match.end())
        elif name.startswith("mj"):  # the parser looks for the innermost such element, MJML counts them
            raise _OddError

    def _opening(self, name: str, match: re.Match[str]) -> None:
        if not name.startswith("mj"):
            raise _OddError
        if name in IN_BODY and self._open[-1:] != ["mj-attributes"]:  # which has an mj-body of its own
            self._open_once(name, match.end())
        if self._in_body:
            if name not in INDEPENDENT:
                raise _OddError
            self._child = match.start()
        self._open.append(name)
        if match["empty"]:
            self._end(match.end())
        elif name in OPAQUE:
            self._opaque = name

    def _open_once(self, name: str, end: int) -> None:
        """Take the opening of mjml, which is outermost, or of its mj-body."""
        if name in self._seen or self._open != (["mjml"] if name == "mj-body" else []):
            raise _OddError
        self._seen.add(name)
        if name == "mj-body":
            self._body[0] = end

    def _closing(self, name: str, match: re.Match[str]) -> None:
        if not self._open or self._open[-1] != name:
            raise _OddError
        if self._in_body:
            self._body[1] = match.start()
        self._end(match.end())

    def _end(self, end: int) -> None:
        self._open.pop()
        if self._in_body:
            self._children.append((self._child, end))
