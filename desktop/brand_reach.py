"""Whom an update of a brand concerns. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from templates.brand.parts import edited_parts
from templates.brands.references import users_of
from templates.workspace import Workspace


@dataclass(frozen=True)
class Reach:
    """The templates that follow, and those that include each part that was edited by hand."""

    templates: Sequence[str]
    kept: Mapping[str, Sequence[str]]


def reach_of(workspace: Workspace, slug: str) -> Reach:
    """Look through the workspace; for any thread but the window's. Raises StorageError."""
    names = users_of(workspace, slug)
    kept = edited_parts(workspace.brand_folder(slug))
    if not kept:
        return Reach(names, {})
    texts = {template.name: template.text() for template in workspace.templates() if template.name in names}
    return Reach(names, {part: _including(texts, f"brands/{slug}/parts/{part}") for part in kept})


def _including(texts: Mapping[str, str], path: str) -> list[str]:
    return [name for name, text in texts.items() if path in text]
