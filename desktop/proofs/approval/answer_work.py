"""What the approval pane does off the GUI thread: storing what was said here, and reading what was said elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from renderers.proofs.approval.answers import read_answers
from renderers.proofs.approval.answers_text import MOST_BYTES
from renderers.proofs.approval.keep_answers import keep_sheet_answers
from templates.files import storage_errors
from templates.locks import user_name
from templates.store.answers import Answer, Verdict, keep_answer, take_back_answer
from templates.store.runs import SavedRun
from templates.workspace import Workspace


@dataclass(frozen=True)
class Received:
    """What a proof sheet brought: to which run, from whom, and how many answers were ``new``."""

    run: SavedRun
    author: str
    new: int


def judge(workspace: Workspace, run: str, place: int | None, verdict: Verdict, comment: str) -> str:
    """Store somebody's word; return the run's id. Raises InputError, StorageError."""
    with workspace.database() as database:
        keep_answer(database, Answer(run, place, verdict, comment, user_name()))
    return run


def forget(workspace: Workspace, answer: Answer) -> str:
    """Delete an answer; return its run's id. Raises StorageError."""
    with workspace.database() as database:
        take_back_answer(database, answer.id)
    return answer.run


def receive(workspace: Workspace, given: Path | str) -> Received:
    """Read a file or a text with answers and store them. Raises InputError, LimitError, StorageError."""
    read = read_answers(_content(given) if isinstance(given, Path) else given)
    run, new = keep_sheet_answers(workspace, read)
    return Received(run, read.author, len(new))


def dropped(data: QMimeData) -> Path | str | None:
    """Return the file or the text of a drag, None where it has neither."""
    for url in data.urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    return data.text() or None if data.hasText() and not data.hasUrls() else None


def _content(path: Path) -> bytes:
    """One byte more than may be is enough to refuse it."""
    with storage_errors(path), path.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)
