"""Who names a segment: templates, what they include, their data sets, and the rules of other segments."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from templates.dynamic.rule.references import Reference, references, renamed
from templates.dynamic.segment import SEGMENTS, parse_segments
from templates.dynamic.segment_file import rename_segment
from templates.files import read_text
from templates.library_references import texts_of
from templates.source.jinja import scan
from templates.toml_places import key_places
from templates.workspace import Workspace

_LARGEST = 10 * 1024**2  # bytes of a file that is looked through
_SHARED = ("modules/**/*.mjml", "brands/*/parts/**/*.mjml")
_TAGGED = {".mjml", ".html", ".htm", ".txt", ".css", ""}


@dataclass(frozen=True)
class Use:
    """A place that names a segment: ``file`` from the workspace's root, line and column from 1.

    ``owner`` is the template's name, or the id of the segment whose rule it is; "" for what templates share.
    """

    kind: Literal["template", "data", "rule"]
    owner: str
    file: str
    line: int
    column: int


def segment_uses(workspace: Workspace, id_: str) -> tuple[Use, ...]:
    """Return every place that names the segment ``id_``, templates first. Reads files; raises StorageError."""
    return uses_by_segment(workspace, [id_])[id_]


def uses_by_segment(workspace: Workspace, ids: Collection[str]) -> dict[str, tuple[Use, ...]]:
    """Return for each of ``ids`` what ``segment_uses`` does; each file is read once."""
    found: dict[str, list[Use]] = {id_: [] for id_ in ids}
    for owner, path in _files(workspace):
        text = read_text(path)
        if "segment" not in text:  # most of them
            continue
        kind: Literal["template", "data"] = "data" if path.suffix == ".json" else "template"
        file = path.relative_to(workspace.root).as_posix()
        for id_, offset in _named_in(text, kind, found):
            found[id_].append(Use(kind, owner, file, *_place(text, offset)))
    for id_, use in _rule_uses(workspace, found):
        found[id_].append(use)
    return {id_: tuple(uses) for id_, uses in found.items()}


def _named_in(text: str, kind: Literal["template", "data"], ids: Collection[str]) -> Iterator[tuple[str, int]]:
    if kind == "data":
        yield from ((id_, offset) for id_ in ids for offset in _data_keys(text, id_))
    else:
        yield from ((one.id, one.start) for one in _tag_references(text) if one.id in ids)


def renamed_segment(workspace: Workspace, old: str, new: str) -> dict[Path, str]:
    """Return the new texts of all files that change when the segment ``old`` gets the id ``new``; none is written.

    Raises InputError when the id is taken or is none, StorageError.
    """
    path = workspace.root / SEGMENTS
    changes = {path: rename_segment(read_text(path), old, new)}
    for _, file in _files(workspace):
        text = read_text(file)
        edit: Callable[[str, str, str], str] = _data_renamed if file.suffix == ".json" else renamed_in_template
        if (changed := edit(text, old, new)) != text:
            changes[file] = changed
    return changes


def renamed_in_template(text: str, old: str, new: str) -> str:
    """Return a template's text that names the segment ``new`` in its tags where it named ``old``."""
    parts, at = [], 0
    for tag in scan(text):
        if tag.kind in {"output", "statement"}:
            parts += [text[at : tag.start], renamed(text[tag.start : tag.end], old, new)]
            at = tag.end
    return "".join([*parts, text[at:]])


def _files(workspace: Workspace) -> Iterator[tuple[str, Path]]:
    """Each file with the name of its template. Others that lie there may be anything."""
    for template in workspace.templates():
        yield from ((template.name, path) for path in texts_of(template.root) if _is_read(path))
    for pattern in _SHARED:
        yield from (("", path) for path in sorted(workspace.root.glob(pattern)) if _is_read(path))


def _is_read(path: Path) -> bool:
    plain = path.is_file() and not path.is_symlink()
    return plain and path.suffix in {*_TAGGED, ".json"} and path.stat().st_size <= _LARGEST


def _tag_references(text: str) -> Iterator[Reference]:
    for tag in scan(text):
        if tag.kind in {"output", "statement"}:
            for found in references(text[tag.start : tag.end]):
                yield Reference(tag.start + found.start, tag.start + found.end, found.id)


def _rule_uses(workspace: Workspace, ids: Collection[str]) -> Iterator[tuple[str, Use]]:
    """Each of ``ids`` with a rule that names it."""
    path = workspace.root / SEGMENTS
    text = read_text(path) if path.exists() else ""
    places = key_places(text)
    for index, segment in enumerate(parse_segments(text, str(path))):
        for id_ in dict.fromkeys(one.id for one in references(segment.rule)):
            if id_ in ids:
                yield id_, Use("rule", segment.id, SEGMENTS, *places[("segments", index, "rule")])


def _data_keys(text: str, id_: str) -> list[int]:
    """Where a data set says whether its recipient is in the segment."""
    start, end = _segment_object(text)
    key = re.compile(re.escape(json.dumps(id_)) + r"(?=\s*:)")
    return [match.start() for match in key.finditer(text, start, end)]


def _data_renamed(text: str, old: str, new: str) -> str:
    for start in reversed(_data_keys(text, old)):
        text = text[:start] + json.dumps(new) + text[start + len(json.dumps(old)) :]
    return text


def _segment_object(text: str) -> tuple[int, int]:
    """Where the object of ``{"segment": {…}}`` stands; nowhere in a broken data set or one of another shape."""
    try:
        whole: Any = json.loads(text)
        for match in re.finditer(r'"segment"\s*:\s*', text):
            found, end = json.JSONDecoder().raw_decode(text, match.end())
            if isinstance(found, dict) and isinstance(whole, dict) and found == whole.get("segment"):
                return match.end(), end
    except (ValueError, RecursionError):
        pass
    return 0, 0


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
