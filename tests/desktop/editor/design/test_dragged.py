"""What can be dragged onto the canvas, and what is no use there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl

from desktop.editor.design.dragged import dragged_of
from desktop.editor.mime import BLOCK, NODE, block_data, node_data
from templates.source.parse import parse

TREE = parse("<mjml><mj-body><mj-section></mj-section></mj-body></mjml>")


def test_blocks_nodes_and_pictures_are_taken(tmp_path):
    """Each kind says which components it brings."""
    section = TREE.elements("mj-section")[0]
    files = QMimeData()
    names = ("a.PNG", "b.svg", "c.txt")
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    assert dragged_of(block_data("<mj-text>a</mj-text><mj-image />"), TREE).names == ("mj-text", "mj-image")
    assert dragged_of(node_data(section.id), TREE).node == section.id
    assert [path.name for path in dragged_of(files, TREE).files] == ["a.PNG", "b.svg"]


@pytest.mark.parametrize(
    ("kind", "payload"),
    [
        (BLOCK, b"<mj-text>never closed"),
        (BLOCK, b"\xff\xfe"),
        (BLOCK, b"<mj-title>no block</mj-title>"),
        (NODE, b"999999"),
        (NODE, b"-1"),
        ("text/uri-list", b"https://example.com/a.png"),
        ("text/plain", b"<mj-text>words</mj-text>"),
    ],
)
def test_what_is_nothing_for_a_mail_is_refused(kind, payload):
    """Any program can start a drag."""
    data = QMimeData()
    data.setData(kind, payload)
    assert dragged_of(data, TREE) is None
