"""Changes of ``segments.toml`` as text edits: from the file's text to its new text, with comments and order kept.

A segment's block begins with the comment right above it and goes with it. What is written is read again before it is
returned, so that no edit can lose a segment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from templates.dynamic.rule.references import renamed
from templates.dynamic.segment import SEGMENTS, Segment, is_segment_id, parse_segments
from templates.errors import InputError
from templates.toml_files import updated_toml
from templates.toml_places import key_places

_NEW = "format = 1\n"
_CONTROLS = r"[\x00-\x08\x0b-\x1f\x7f]"


def add_segment(text: str, segment: Segment, index: int | None = None) -> str:
    """Return the text with ``segment`` before the one at ``index``, by default at the end. Raises InputError."""
    _check_new(text, segment.id)
    layout = _layout(text or _NEW)
    at = layout.slot(len(layout.blocks()) if index is None else index)
    return layout.with_pieces(at, at, _Piece(_block(segment), segment=True)).spaced(text)


def change_segment(text: str, id_: str, *, name: str | None = None, rule: str | None = None) -> str:
    """Return the text with another name or rule of a segment; None leaves it as it is. Raises InputError."""
    given = {key: value for key, value in (("name", name), ("rule", rule)) if value is not None}
    return _edited(text, id_, lambda block: _set(block, given))


def rename_segment(text: str, old: str, new: str) -> str:
    """Return the text with another id of a segment, in the rules that name it too. Raises InputError."""
    if old == new:
        return text
    _check_new(text, new)
    for segment in parse_segments(text):
        rule = renamed(segment.rule, old, new)
        if rule != segment.rule:
            text = change_segment(text, segment.id, rule=rule)
    return _edited(text, old, lambda block: _set(block, {"id": new}))


def duplicate_segment(text: str, id_: str, new: str, name: str = "") -> str:
    """Return the text with a copy of a segment right behind it, under the id ``new``. Raises InputError."""
    segments = {segment.id: segment for segment in parse_segments(text)}
    _found(text, id_)
    copy = Segment(id=new, name=name, rule=segments[id_].rule)
    return add_segment(text, copy, list(segments).index(id_) + 1)


def remove_segment(text: str, id_: str) -> str:
    """Return the text without a segment and the comment above it. Raises InputError.

    Whoever names it stays as it is: ``segment_uses`` says who that is, and asking for it is the caller's.
    """
    layout, at = _found(text, id_)
    return layout.with_pieces(at, at + 1).spaced(text)


def move_segment(text: str, id_: str, index: int) -> str:
    """Return the text with a segment at ``index`` among the others, counted without itself. Raises InputError."""
    layout, at = _found(text, id_)
    others = layout.with_pieces(at, at + 1)
    slot = others.slot(index)
    return others.with_pieces(slot, slot, layout.pieces[at]).spaced(text)


def free_id(text: str, wanted: str) -> str:
    """Return ``wanted``, or with a number behind it while a segment has that id already."""
    taken = {segment.id for segment in parse_segments(text)}
    number, found = 2, wanted
    while found in taken:
        found, number = f"{wanted}_{number}", number + 1
    return found


@dataclass(frozen=True)
class _Piece:
    """A part of the file: a segment's block, or what stands before, between and behind them."""

    text: str
    segment: bool = False


@dataclass(frozen=True)
class _Layout:
    """The file as pieces in its order."""

    pieces: tuple[_Piece, ...]

    def blocks(self) -> list[int]:
        """Where among the pieces the segments are."""
        return [at for at, piece in enumerate(self.pieces) if piece.segment]

    def slot(self, index: int) -> int:
        """Where among the pieces a segment goes that is to stand at ``index``."""
        blocks = self.blocks()
        if not blocks:
            return len(self.pieces)
        return blocks[max(0, index)] if index < len(blocks) else blocks[-1] + 1

    def with_pieces(self, start: int, end: int, *pieces: _Piece) -> _Layout:
        """The layout with other pieces from ``start`` to ``end``."""
        return _Layout((*self.pieces[:start], *pieces, *self.pieces[end:]))

    def text(self, like: str) -> str:
        """The text, its lines ended as in ``like``. Raises InputError when it is not readable."""
        return _checked("".join(piece.text for piece in self.pieces), like)

    def spaced(self, like: str) -> str:
        """The text with one blank line between pieces, because others have come to stand beside each other."""
        parts = [piece.text.strip("\r\n") for piece in self.pieces if piece.text.strip()]
        return _checked("\n".join(f"{part}\n" for part in parts), like)


def _layout(text: str) -> _Layout:
    """Take ``text`` apart. One that holds its segments in another form is given the usual one."""
    segments = parse_segments(text)
    lines = _lines(text)
    places = key_places(text)
    starts = [places[("segments", index)][0] - 1 for index in range(len(segments))]
    in_line = any(not lines[start].lstrip().startswith("[[") for start in starts)
    if in_line or (not segments and ("segments",) in places):
        return _layout(_usual(text, segments))
    tables = {places[path][0] - 1 for path in places if len(path) == 1 and path != ("segments",)}
    others = {line for line in tables if lines[line].lstrip().startswith("[")}
    heads = sorted({*starts, *others})
    edges = [0, *(_with_comment(lines, line) for line in heads), _end(lines) if heads else len(lines)]
    texts = ["".join(lines[low:high]) for low, high in pairwise(edges)]
    pieces = [_Piece(one, line in starts) for one, line in zip(texts, [-1, *heads], strict=True)]
    return _Layout((*pieces, _Piece("".join(lines[edges[-1] :]))))


def _found(text: str, id_: str) -> tuple[_Layout, int]:
    """The file, and where among its pieces the segment is. Raises InputError."""
    ids = [segment.id for segment in parse_segments(text)]
    if id_ not in ids:
        raise InputError("There is no segment with the id `{id}`.", advice="Read the list again.", id=id_)
    layout = _layout(text)
    return layout, layout.blocks()[ids.index(id_)]


def _lines(text: str) -> list[str]:
    """The lines as TOML counts them, with their ends."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _with_comment(lines: Sequence[str], line: int) -> int:
    """The first line of the comment right above ``line``; one at the top of the file is the file's own."""
    first = line
    while first > 0 and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return line if first == 0 else first


def _end(lines: Sequence[str]) -> int:
    """Where the last table ends: a comment behind a blank line at the end of the file is the file's own."""
    comment = len(lines)
    while comment > 0 and (not lines[comment - 1].strip() or lines[comment - 1].lstrip().startswith("#")):
        comment -= 1
    blank = next((at for at in range(comment, len(lines)) if not lines[at].strip()), len(lines))
    try:
        parse_segments("".join(lines[:blank]))
    except InputError:
        return len(lines)  # it is the end of a text over several lines
    return blank


def _usual(text: str, segments: Sequence[Segment]) -> str:
    """``text`` with ``segments = [{…}]`` written as blocks."""
    rest = updated_toml(text, {"segments": None}, SEGMENTS).rstrip()
    return "\n".join([f"{rest}\n" if rest else "", *map(_block, segments)])


def _block(segment: Segment) -> str:
    keys = {"id": segment.id, "name": segment.name, "rule": segment.rule}
    lines = [f"{key} = {toml_text(value)}\n" for key, value in keys.items() if value or key != "name"]
    return "".join(["[[segments]]\n", *lines])


def toml_text(value: str) -> str:
    """Return ``value`` as TOML: in single quotes where that spares backslashes, over several lines if it has some."""
    if "\n" in value and "'''" not in value and not value.endswith("'") and not re.search(_CONTROLS, value):
        return f"'''\n{value}'''"
    if '"' in value and not re.search(rf"['\n]|{_CONTROLS}", value):
        return f"'{value}'"
    escaped = re.sub(r'["\\]', r"\\\g<0>", value)
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda match: f"\\u{ord(match[0]):04x}", escaped) + '"'


def _set(block: str, changes: Mapping[str, str]) -> str:
    """The block of one segment with other values of some keys; comments behind them stay."""
    for key, value in changes.items():
        block = _with_key(block, key, value)
    return block


def _with_key(block: str, key: str, value: str) -> str:
    places = key_places(block)
    lines = _lines(block)
    if ("segments", 0, key) not in places:
        after = places[("segments", 0, "id")][0]
        return "".join([*lines[:after], f"{key} = {toml_text(value)}\n", *lines[after:]])
    line, column = places[("segments", 0, key)]
    found = _VALUE.match(block, sum(map(len, lines[: line - 1])) + column - 1)
    if found is None:
        raise InputError("This file cannot be rewritten ({reason}).", reason=key)
    return block[: found.start(1)] + toml_text(value) + block[found.end(1) :]


# A key of a block and its value, a text in any of TOML's quotes.
_VALUE = re.compile(r"""[^=]*=\s*("{3}(?:\\.|[^\\])*?"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*')""", re.DOTALL)


def _edited(text: str, id_: str, edit: Callable[[str], str]) -> str:
    layout, at = _found(text, id_)
    return layout.with_pieces(at, at + 1, _Piece(edit(layout.pieces[at].text), segment=True)).text(text)


def _check_new(text: str, id_: str) -> None:
    if not is_segment_id(id_):
        raise InputError(
            "`{id}` cannot be the id of a segment.",
            advice="Use letters without accents, digits, _ and -; begin with a letter.",
            id=id_,
        )
    if any(segment.id == id_ for segment in parse_segments(text)):
        raise InputError("There is a segment with the id `{id}` already.", advice="Choose another id.", id=id_)


def _checked(text: str, like: str) -> str:
    parse_segments(text)
    return text.replace("\r\n", "\n").replace("\n", "\r\n") if "\r\n" in like else text
