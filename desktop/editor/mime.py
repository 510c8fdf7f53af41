"""What travels in a drag or on the clipboard, as UTF-8 text: the source of a block, or the id of a node."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData

BLOCK = "application/x-mailwright-block"
NODE = "application/x-mailwright-node"
#: Longer texts are no component that somebody wants to put into a mail.
LONGEST = 1_000_000


def block_data(source: str, *, text: bool = False) -> QMimeData:
    """MJML source to be inserted; with ``text`` other programs can paste it too."""
    data = QMimeData()
    data.setData(BLOCK, QByteArray(source.encode()))
    if text:
        data.setText(source)
    return data


def node_data(node_id: int) -> QMimeData:
    """A component of the open template, to be moved."""
    data = QMimeData()
    data.setData(NODE, QByteArray(str(node_id).encode()))
    return data


def block_of(data: QMimeData) -> str:
    """The MJML source in ``data``; empty when there is none, or far too much."""
    payload = bytes(data.data(BLOCK).data()) if data.hasFormat(BLOCK) else b""
    return payload.decode("utf-8", "replace") if len(payload) <= LONGEST else ""


def node_of(data: QMimeData) -> int:
    """The node id in ``data``; 0 when there is none. Any program can start a drag: the id may be of no node."""
    payload = bytes(data.data(NODE).data()) if data.hasFormat(NODE) else b""
    return int(payload) if payload.isdigit() and len(payload) < 16 else 0
