"""Where the Jinja tags of a text stand, and which of them belong together. Jinja runs first, so it is read first.

Nothing here fails: a tag without an end is one more kind of tag. What Jinja itself accepts is read as Jinja reads it
(texts in quotes and braces may hold a closing delimiter); for the rest the nearest plausible end is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

TagKind = Literal["output", "statement", "comment", "unclosed"]
CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
KINDS: dict[str, TagKind] = {"{{": "output", "{%": "statement", "{#": "comment"}
BRANCHES = {"elif": frozenset(["if"]), "else": frozenset(["if", "for"])}
PAIRED = frozenset(["if", "for", "raw", "block", "macro", "call", "filter", "with", "autoescape", "set"])

_OPENING = re.compile(r"\{[{%#]")
# Up to a brace, a delimiter or something that no expression holds but a mail does: there a forgotten end shows.
_BODY = re.compile(
    r"""(?:[^"'{}%<]++|"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|%(?!\})|<(?!/|!--|mj))*+""",
    re.DOTALL,
)
_NEAREST = re.compile(r"\}\}|%\}|\{[{%#]|</|<!--|<mj")
_BROKEN = re.compile(r"(?:[^\n<>\"'{]|\{(?![{%#]))*")
_KEYWORD = re.compile(r"\{%[-+]?\s*(\w*)")
_ENDRAW = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_SET_INLINE = re.compile(r"\{%[-+]?\s*set\s[\w\s.,()]*=(?!=)")


class Tag(NamedTuple):
    """A template tag from ``start`` to ``end``; ``keyword`` is a statement's first word."""

    kind: TagKind
    start: int
    end: int
    keyword: str = ""


def scan(text: str) -> list[Tag]:
    """Return every Jinja tag of ``text`` in order; inside ``raw`` there is none. Takes linear time."""
    return _Scan(text).run()


class _Scan:
    def __init__(self, text: str) -> None:
        self._text = text
        self._patience = 8 * len(text)  # characters that may be read in vain before the quick way is taken
        self._missing: set[str] = set()

    def run(self) -> list[Tag]:
        found: list[Tag] = []
        at = 0
        while match := _OPENING.search(self._text, at):
            tag = self._tag(match[0], match.start())
            if tag.kind == "unclosed" and found and found[-1][::2] == ("unclosed", tag.start):
                tag = Tag("unclosed", found.pop().start, tag.end)  # a row of braces is one mistake
            found.append(tag)
            at = tag.end
            if tag.keyword == "raw":
                at = self._raw_end(at)
        return found

    def _raw_end(self, at: int) -> int:
        """Return where endraw begins, or ``at`` when there is none: then raw hides nothing."""
        match = None if "raw" in self._missing else _ENDRAW.search(self._text, at)
        if match is None:
            self._missing.add("raw")
            return at
        return match.start()

    def _tag(self, form: str, start: int) -> Tag:
        end = self._comment_end(start) if form == "{#" else self._exact(form, start) or self._nearest(form, start)
        if end is None:
            broken = _BROKEN.match(self._text, start + 2)
            return Tag("unclosed", start, broken.end() if broken else start + 2)
        word = _KEYWORD.match(self._text, start, end) if form == "{%" else None
        return Tag(KINDS[form], start, end, word[1] if word else "")

    def _comment_end(self, start: int) -> int | None:
        end = -1 if "{#" in self._missing else self._text.find("#}", start + 2)
        if end < 0:
            self._missing.add("{#")
            return None
        return end + 2

    def _exact(self, form: str, start: int) -> int | None:
        """Return where Jinja sees the end of the tag: outside quotes and braces."""
        text, at, depth = self._text, start + 2, 0
        while self._patience > 0:
            match = _BODY.match(text, at)
            at = match.end() if match else at
            if not depth and text.startswith(CLOSING[form], at):
                return at + 2
            here = text[at : at + 1]
            if here == "{" and text[at : at + 2] not in CLOSING:
                depth += 1
            elif here == "}" and depth:
                depth -= 1
            else:
                # A quote here has no pair in the rest of the text, all of which was read.
                self._patience -= (len(text) if here in {'"', "'"} else at) - start
                return None
            at += 1
        return None

    def _nearest(self, form: str, start: int) -> int | None:
        match = _NEAREST.search(self._text, start + 2)
        return match.end() if match and match[0] == CLOSING[form] else None


@dataclass(frozen=True)
class Matching:
    """Blocks as indices into the tags (opening, branches, end), and the tags that found no partner."""

    blocks: tuple[tuple[int, ...], ...]
    unclosed: frozenset[int]
    stray: frozenset[int]


def match_blocks(text: str, tags: Sequence[Tag]) -> Matching:
    """Pair the statements of ``tags`` as Jinja does: by their order alone, whatever markup stands around them."""
    matcher = _Matcher()
    for index, tag in enumerate(tags):
        if tag.keyword:
            matcher.step(index, tag.keyword, opens=_opens(text, tag))
    rest = [members[0] for _, members in matcher.open]
    return Matching(tuple(matcher.blocks), frozenset([*matcher.unclosed, *rest]), frozenset(matcher.stray))


def _opens(text: str, tag: Tag) -> bool:
    if tag.keyword == "set":
        return not _SET_INLINE.match(text, tag.start, tag.end)
    return tag.keyword in PAIRED


@dataclass
class _Matcher:
    open: list[tuple[str, list[int]]] = field(default_factory=list)
    blocks: list[tuple[int, ...]] = field(default_factory=list)
    unclosed: list[int] = field(default_factory=list)
    stray: list[int] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def step(self, index: int, keyword: str, *, opens: bool) -> None:
        if opens:
            self.open.append((keyword, [index]))
            self.counts[keyword] += 1
        elif keyword in BRANCHES:
            self._branch(index, BRANCHES[keyword])
        elif keyword.startswith("end") and keyword[3:] in PAIRED:
            self._end(index, keyword[3:])

    def _branch(self, index: int, owners: frozenset[str]) -> None:
        if self.open and self.open[-1][0] in owners:
            self.open[-1][1].append(index)
        else:
            self.stray.append(index)

    def _end(self, index: int, keyword: str) -> None:
        if not self.counts[keyword]:
            self.stray.append(index)
            return
        while True:
            name, members = self.open.pop()
            self.counts[name] -= 1
            if name == keyword:
                self.blocks.append((*members, index))
                return
            self.unclosed.append(members[0])
            self.stray.extend(members[1:])
