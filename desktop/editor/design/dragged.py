"""What is dragged over the canvas: a block, a component of the mail, or pictures from the system."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from desktop.editor.mime import block_of, node_of
from templates.source.place import piece_of
from templates.source.tree import Element, SourceTree

PICTURES = frozenset([".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"])
_MOST = 20  # pictures in one drop


@dataclass(frozen=True)
class Dragged:
    """``names`` are the components side by side in it; one of ``source``, ``node`` and ``files`` says which."""

    names: tuple[str, ...]
    source: str = ""
    node: int = 0
    files: tuple[Path, ...] = ()


def dragged_of(data: QMimeData, tree: SourceTree) -> Dragged | None:
    """Return what ``data`` brings; None when it is nothing for a mail. Any program can start a drag."""
    if node_id := node_of(data):
        node = tree.node(node_id)
        return Dragged((node.name,), node=node_id) if isinstance(node, Element) else None
    if source := block_of(data):
        piece = piece_of(source)
        return Dragged(piece.names, source=source) if piece else None
    files = tuple(_pictures(url.toLocalFile() for url in data.urls() if url.isLocalFile()))
    return Dragged(("mj-image",) * len(files), files=files) if files else None


def _pictures(names: Iterable[str]) -> list[Path]:
    return [path for path in map(Path, names) if path.suffix.lower() in PICTURES][:_MOST]
