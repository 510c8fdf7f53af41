"""What completion knows about a template's surroundings, read from the workspace off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from desktop.document import OpenDocument
from desktop.live import LiveMailer, Shown
from templates.assemble import values_of
from templates.compile.context import context_of
from templates.dynamic.view import asked as asked_for
from templates.errors import MailwrightError
from templates.json_files import parse_data
from templates.known_names import known_names
from templates.source.completion import Known
from templates.workspace import Workspace

MOST = 500  # files of one kind
_PICTURES = frozenset([".png", ".jpg", ".jpeg", ".gif", ".webp"])


@dataclass(frozen=True)
class Asked:
    """Everything that the reading needs, taken on the GUI thread. ``data_text`` is an unsaved data set."""

    workspace: Workspace
    name: str
    shown: Shown
    data_text: str | None


def asked(document: OpenDocument, live: LiveMailer | None) -> Asked:
    """Return what is to be read for a document as it is shown now."""
    shown = live.shown if live else Shown()
    name = f"data/{shown.data}.json" if isinstance(shown.data, str) else ""
    edited = document.side(name) if name in document.files.changed_sides() else None
    return Asked(document.workspace, document.name, shown, edited)


def known(question: Asked) -> Known:
    """Return what stands around a template; what cannot be read is simply not proposed."""
    root = question.workspace.root
    names = [one.path for one in known_names(question.workspace, question.name)]
    segments = {path.partition(".")[2] for path in names if path.startswith("segment.")}
    return Known(
        values=_values(question),
        segments=tuple(sorted(segments | set(question.shown.recipient.segments))),
        pictures=tuple(_files(root, ("templates", "brands"), _PICTURES)),
        parts=tuple(_files(root, ("brands", "modules"), frozenset([".mjml"]))),
    )


def _values(question: Asked) -> dict[str, Any]:
    shown, workspace = question.shown, question.workspace
    data = shown.data
    try:
        if isinstance(data, str) and question.data_text is not None:
            data = parse_data(question.data_text, Path(f"data/{data}.json"))
        values = values_of(workspace, question.name, **asked_for(workspace, question.name, shown.recipient, data))
        return context_of(**values)
    except MailwrightError:
        return {}


def _files(root: Path, folders: tuple[str, ...], kinds: frozenset[str]) -> list[str]:
    found = (path for folder in folders for path in (root / folder).rglob("*") if path.suffix.lower() in kinds)
    return sorted(path.relative_to(root).as_posix() for path in islice(found, MOST))
