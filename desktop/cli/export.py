"""``mailwright export``: templates in a zip."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.cli.console import answer, progress, say
from desktop.cli.places import locate_all
from templates.delivery.export import export_zip


def write_zip(named: Sequence[Path], workspace: Path | None, path: Path, data: str, *, as_json: bool) -> None:
    """Export the named templates (all when none is named) to ``path``."""
    opened, templates = locate_all(named, workspace)
    with progress("Export", quiet=as_json) as update:
        done = export_zip(opened, path, templates if named else (), data=data, on_progress=update)
    if as_json:
        answer({"zip": str(path), "templates": list(done.templates), "pictures": done.pictures})
    else:
        say(f"{len(done.templates)} templates and {done.pictures} pictures in {path}", style="green")
