"""``segments.toml``: the segments of contacts. A rule is a Jinja expression over ``contact.*`` (rule/)."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from templates.toml_files import read_toml
from templates.workspace import Workspace

SEGMENTS = "segments.toml"


class Segment(BaseModel):
    """One segment: templates ask ``segment.<id>``; people read ``name``."""

    model_config = ConfigDict(frozen=True)
    id: str
    name: str = ""
    rule: str = ""

    @property
    def title(self) -> str:
        """What people call it."""
        return self.name or self.id


class _Segments(BaseModel):
    model_config = ConfigDict(frozen=True)
    segments: tuple[Segment, ...] = ()


def load_segments(workspace: Workspace) -> tuple[Segment, ...]:
    """Return the segments in the file's order. Raises InputError with the place of what is wrong, StorageError."""
    path = workspace.root / SEGMENTS
    return read_toml(path, _Segments).segments if path.exists() else ()
