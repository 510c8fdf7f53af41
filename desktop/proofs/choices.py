"""What the templates of a wish can be shown with: read from the workspace, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from renderers.clients.clients_file import ClientsFile, read_clients_file
from templates.dynamic.segment import Segment, load_segments
from templates.errors import MailwrightError
from templates.workspace import Workspace

T = TypeVar("T")


@dataclass(frozen=True)
class Choices:
    """Data sets that every template has, segments as (id, title), and what the workspace says of clients.

    ``errors`` say why there are no segments, or no presets of one's own, where their file is broken.
    """

    data_sets: tuple[str, ...] = ("default",)
    segments: tuple[tuple[str, str], ...] = ()
    clients: ClientsFile = field(default_factory=ClientsFile)
    errors: tuple[MailwrightError, ...] = ()


def read_choices(workspace: Workspace, templates: Sequence[str]) -> Choices:
    """Look what there is. Raises InputError for a template that is gone."""
    listed = [workspace.template(name).data_sets() for name in templates]
    common = [name for name in listed[0] if all(name in those for those in listed)] if listed else []
    data_sets = tuple(dict.fromkeys(("default", *common)))  # a template without one has an empty one
    errors: list[MailwrightError] = []
    segments: tuple[Segment, ...] = _read(lambda: load_segments(workspace), (), errors)
    clients = _read(lambda: read_clients_file(workspace), ClientsFile(), errors)
    return Choices(data_sets, tuple((each.id, each.title) for each in segments), clients, tuple(errors))


def _read(read: Callable[[], T], nothing: T, errors: list[MailwrightError]) -> T:
    try:
        return read()
    except MailwrightError as error:
        errors.append(error)
        return nothing
