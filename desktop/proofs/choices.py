"""What the templates of a wish can be shown with: read from the workspace, off the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from templates.dynamic.segment import load_segments
from templates.errors import MailwrightError
from templates.workspace import Workspace


@dataclass(frozen=True)
class Choices:
    """Data sets that every template has, segments as (id, title), and why there are no segments, if they are broken."""

    data_sets: tuple[str, ...] = ("default",)
    segments: tuple[tuple[str, str], ...] = ()
    error: MailwrightError | None = None


def read_choices(workspace: Workspace, templates: Sequence[str]) -> Choices:
    """Look what there is. Raises InputError for a template that is gone."""
    listed = [workspace.template(name).data_sets() for name in templates]
    common = [name for name in listed[0] if all(name in those for those in listed)] if listed else []
    data_sets = tuple(dict.fromkeys(("default", *common)))  # a template without one has an empty one
    try:
        segments = tuple((each.id, each.title) for each in load_segments(workspace))
    except MailwrightError as error:
        return Choices(data_sets, error=error)
    return Choices(data_sets, segments)
