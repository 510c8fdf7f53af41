"""The names that can be chosen at a place of an open document, with the values that the mail is shown with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop.document import OpenDocument
from templates.errors import MailwrightError
from templates.json_files import parse_data
from templates.known_names import KnownName, known_names


def names_for(document: OpenDocument, data: str | Mapping[str, Any] = "default", node: int = 0) -> list[KnownName]:
    """Return what a tag may print in the component of that id (0: in none), with the data as it is edited now."""
    tree = document.seen_tree
    found = tree.node(node) if node else None
    place = found.start + 1 if found is not None else 0
    return [
        name
        for name in known_names(document.workspace, document.name, _edited(document, data), tree=tree, at=place)
        if not name.is_list and name.group != "segment"  # neither prints anything that people want to read
    ]


def _edited(document: OpenDocument, data: str | Mapping[str, Any]) -> str | Mapping[str, Any]:
    """The data set as it stands in the editor; its file while it cannot be read."""
    side = f"data/{data}.json" if isinstance(data, str) else ""
    if side not in document.files.changed_sides():
        return data
    try:
        return parse_data(document.side(side) or "{}", Path(side))
    except MailwrightError:
        return data
