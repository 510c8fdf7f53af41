"""Changes of the segments, each with its way back, and the files that follow a segment's new id. Knows no Qt.

A change is a function from the text of ``segments.toml`` to its next text. It is applied to what is on disk at that
moment, so that what somebody else wrote there in the meantime stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, replace
from pathlib import Path

from templates.dynamic.segment import MOST_BYTES, SEGMENTS, Segment, parse_segments
from templates.dynamic.segment_file import rename_segment
from templates.dynamic.segment_uses import renamed_segment
from templates.errors import InputError, MailwrightError
from templates.files import read_text, storage_errors, write_bytes, write_text
from templates.locks import writing
from templates.workspace import Workspace

_BOM = "\ufeff".encode()
TextChange = Callable[[str], str]


@dataclass(frozen=True)
class FileChange:
    """A file that followed a new id: its text before and after."""

    path: Path
    before: str
    after: str

    def back(self) -> FileChange:
        """Return the opposite change."""
        return FileChange(self.path, self.after, self.before)


@dataclass(frozen=True)
class SegmentStep:
    """A change that was made: both texts of ``segments.toml``, and what followed.

    ``show`` is the segment to show after it, ``back`` after its undo. ``renamed`` are its old and its new id, where
    that changed; ``files`` are those that followed. ``left`` says what could not follow.
    """

    label: str
    before: str
    after: str
    show: str = ""
    back: str = ""
    merge: str = ""
    renamed: tuple[str, str] | None = None
    files: tuple[FileChange, ...] = ()
    left: tuple[MailwrightError, ...] = ()

    def then(self, later: SegmentStep) -> SegmentStep | None:
        """Return both as one step; None when they are not to be merged."""
        if not later.merge or later.merge != self.merge or later.before != self.after:
            return None
        return replace(self, after=later.after, show=later.show)

    def turned(self) -> SegmentStep:
        """Return the step that takes this one back."""
        renamed = (self.renamed[1], self.renamed[0]) if self.renamed else None
        files = tuple(file.back() for file in self.files)
        return replace(
            self, before=self.after, after=self.before, show=self.back, back=self.show, renamed=renamed, files=files
        )


@dataclass(frozen=True)
class Wanted:
    """A change that is asked for. ``about`` is the segment that it changes, "" for none that was there.

    ``rename`` gives that segment a new id once ``change`` is made. Wanted changes with the same ``merge`` that follow
    each other become one step.
    """

    label: str
    change: TextChange
    about: str = ""
    show: str = ""
    merge: str = ""
    rename: str = ""


def text_on_disk(workspace: Workspace) -> str:
    """Return the file's text, "" where there is none. Raises InputError, StorageError."""
    path = _path(workspace)
    return read_text(path, most=MOST_BYTES) if path.exists() else ""


def make(workspace: Workspace, wanted: Wanted, known: str, opened: Set[str]) -> SegmentStep:
    """Make a change; ``known`` is the text of which it was thought, ``opened`` the templates that are open.

    Files of those are not written: they are among the step's files for their documents to change. Raises InputError
    when the segment was changed by somebody else since or the change cannot be made, StorageError.
    """
    before = text_on_disk(workspace)
    if before != known and _one(before, wanted.about) != _one(known, wanted.about):
        raise InputError(
            "Somebody else changed the segment `{id}` in the meantime.",
            advice="It is shown as it is now; make your change again.",
            place=_path(workspace),
            id=wanted.about,
        )
    after = wanted.change(before)
    step = SegmentStep(wanted.label, before, after, wanted.show, wanted.about, wanted.merge)
    if wanted.rename and wanted.rename != wanted.about:
        after = rename_segment(after, wanted.about, wanted.rename)
        files = following(workspace, wanted.about, wanted.rename)
        step = replace(step, after=after, renamed=(wanted.about, wanted.rename), files=files)
    if after != before:
        write_text(_path(workspace), after)
    return written(workspace, step, opened)


def exchange(workspace: Workspace, step: SegmentStep, opened: Set[str]) -> SegmentStep:
    """Write what is after a step where what is before it stands, ``opened`` as in ``make``.

    Raises InputError when the file of the segments is another by now, StorageError.
    """
    if text_on_disk(workspace) != step.before:
        raise InputError(
            "Somebody else changed the segments in the meantime.",
            advice="They are shown as they are now; nothing was overwritten.",
            place=_path(workspace),
        )
    write_text(_path(workspace), step.after)
    return written(workspace, step, opened)


def following(workspace: Workspace, old: str, new: str) -> tuple[FileChange, ...]:
    """Return the files that name a segment, with the texts that they have when it gets another id."""
    changes = renamed_segment(workspace, old, new)
    return tuple(FileChange(path, read_text(path), text) for path, text in changes.items() if path != _path(workspace))


def written(workspace: Workspace, step: SegmentStep, opened: Set[str]) -> SegmentStep:
    """Write the step's files but those of open templates; what cannot be written is left, and the step says why."""
    done: list[FileChange] = []
    left: list[MailwrightError] = []
    for file in step.files:
        name = template_of(workspace, file.path)
        try:
            if name not in opened:
                _follow(workspace, file, name)
            done.append(file)
        except MailwrightError as error:
            left.append(error)
    return replace(step, files=tuple(done), left=tuple(left))


def template_of(workspace: Workspace, path: Path) -> str:
    """Return the name of the template that a file belongs to; "" for what templates share."""
    parts = path.relative_to(workspace.root).parts
    return parts[1] if parts[0] == "templates" and len(parts) > 2 else ""


def changed_since(path: Path) -> InputError:
    """Return why a file is left as it is."""
    return InputError(
        "This file was changed in the meantime, so it is left as it is.",
        advice="Look for the segment's old id in it.",
        place=path,
    )


def _follow(workspace: Workspace, file: FileChange, template: str) -> None:
    if not template:
        _write(file)
        return
    with writing(workspace.lock(workspace.template(template).mjml_path)):
        _write(file)


def _write(file: FileChange) -> None:
    """Write the new text where the old one still stands; a byte order mark stays."""
    if read_text(file.path) != file.before:
        raise changed_since(file.path)
    with storage_errors(file.path), file.path.open("rb") as stream:
        mark = _BOM if stream.read(len(_BOM)) == _BOM else b""
    write_bytes(file.path, mark + file.after.encode())


def _one(text: str, id_: str) -> Segment | None:
    return next((one for one in _known(text) if one.id == id_), None) if id_ else None


def _known(text: str) -> Iterable[Segment]:
    return parse_segments(text)


def _path(workspace: Workspace) -> Path:
    return workspace.root / SEGMENTS
