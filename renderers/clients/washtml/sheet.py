"""A style block, as Roundcube confines it to the message: it looks for braces and words, it does not parse."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from renderers.clients.washtml.addresses import in_sheet
from renderers.clients.washtml.declarations import Washed, wash_declarations
from renderers.clients.washtml.decoding import BYTE, decoded, without_comments, without_notes, without_tags

MAX_LINES = 5000
_BODY = "\0"
_LETTERS = re.compile(r"[^a-zA-Z(:;]+")
_EVIL = re.compile(r"expression|behavior|javascript:|import[^a]", re.IGNORECASE)
_REMOTE = re.compile(r"url\((?!data:image)")
_OPENING = re.compile(r"\s*<!--")
_CLOSING = re.compile(r"-->\s*?$", re.MULTILINE)
# A selector begins with one of these signs at the start of a line, behind a comma or a brace, and ends before the first
# sign that Roundcube does not expect in one. Behind an at-rule the whole rule's beginning is looked at with it.
_SELECTOR = re.compile(
    r"""
    (?P<before> @[^{;]{0,1000}+[{;]\s* | ^\s* | [,{}]\s* )
    (?P<selector> [A-Za-z0-9_.\#:*\[] [A-Za-z0-9_.\#:"$()+\-=>\[\]^|~\ \t]*+ )
    """,
    re.MULTILINE | re.VERBOSE,
)
_SIGN = re.compile(r"[.#]")
_BLANKS = re.compile(r" {2,}")


@dataclass(frozen=True)
class Scope:
    """Where rules are confined: ``container`` is the message's selector, ``prefix`` goes before its classes and ids."""

    container: str
    prefix: str


@dataclass(frozen=True)
class WashedSheet:
    """``text`` is None when the block goes, ``why`` then says for which word; ``lost`` are declarations that went.

    ``broken`` are beginnings of at-rules that the scope was written into, so that a browser drops the rule.
    """

    text: str | None
    why: str = ""
    lost: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()


@lru_cache(maxsize=256)
def wash_sheet(text: str, scope: Scope, *, remote: bool) -> WashedSheet:
    """Wash the text of one style block. ``remote``: addresses of other servers may stand in it."""
    if text.count("\n") > MAX_LINES:
        return WashedSheet(None, f"> {MAX_LINES}")
    opening = _OPENING.match(text)
    text = decoded(without_notes(text[opening.end() :] if opening else text))
    letters = _LETTERS.sub("", text)
    evil = _EVIL.search(letters) or (None if remote else _REMOTE.search(letters))
    if evil:
        return WashedSheet(None, evil[0])
    if not text.strip():
        return WashedSheet(None)
    return _confined(text, scope)


def _confined(text: str, scope: Scope) -> WashedSheet:
    text = without_comments(decoded(text))
    text = _CLOSING.sub("", without_tags(text))
    text = text.replace(BYTE, "\ufffd").strip()
    if "/*" in text:
        return WashedSheet("/* evil! */", "/*")
    if "{" not in text:
        return WashedSheet("/* invalid! */" if text else None)
    skeleton, bodies = _taken_apart(text)
    broken: list[str] = []
    skeleton = _SELECTOR.sub(lambda match: _scoped(match, scope, broken), skeleton)
    washed = [wash_declarations(body, in_sheet) for body in bodies]
    pieces = skeleton.split(_BODY)
    whole = [piece for pair in zip(pieces, map(_block, washed), strict=False) for piece in pair]
    lost = tuple(each for one in washed for each in one.lost)
    return WashedSheet("".join([*whole, *pieces[len(washed) :]]), lost=lost, broken=tuple(broken))


def _taken_apart(text: str) -> tuple[str, list[str]]:
    """Return the text without what stands between braces, and that. One level of nesting is seen, no more."""
    pieces: list[str] = []
    bodies: list[str] = []
    done = 0
    while (start := text.find("{", done)) > 0:
        end = text.find("}", start)
        if end < 0:
            text, end = f"{text}}}", len(text)
        inner = text.find("{", start + 1, end)
        start = inner if inner >= 0 else start
        pieces.append(text[done : start + 1])
        bodies.append(text[start + 1 : end])
        done = end
    return _BODY.join([*pieces, text[done:]]), bodies


def _block(washed: Washed) -> str:
    return f" {washed.text}; " if washed.text else ""


def _scoped(match: re.Match[str], scope: Scope, broken: list[str]) -> str:
    before, selector = match["before"], match["selector"]
    scoped = _rewritten(selector, scope)
    if not before.startswith("@"):
        return before + scoped
    # The selector is replaced wherever its letters stand in the at-rule's beginning, there too.
    if selector in before:
        broken.append(before.strip().rstrip("{").strip())
    return match[0].replace(selector, scoped)


def _rewritten(selector: str, scope: Scope) -> str:
    rest = _SIGN.sub(lambda sign: sign[0] + scope.prefix, _BLANKS.sub(" ", selector))
    if rest[:5].lower() == ":root":
        rest = rest[5:].lstrip()
    if rest[:4].lower() == "body":
        return scope.container + rest[4:]
    return f"{scope.container} {rest}"
