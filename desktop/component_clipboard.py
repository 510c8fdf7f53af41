"""Components on the clipboard: as MJML, which is text, so that other programs and other templates can take it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from desktop import structure
from desktop.document import OpenDocument
from desktop.editor.mime import LONGEST, block_data, block_of
from templates.source.layout import indented, whole


def copy(document: OpenDocument, node_id: int = 0) -> bool:
    """Put a component with its conditions and loops on the clipboard."""
    element = structure.element_of(document, node_id)
    if element is None or not structure.is_movable(element):
        return False
    tree = document.tree
    source = indented(tree.source(whole(tree, element)), "", "\n")
    QGuiApplication.clipboard().setMimeData(block_data(source, text=True))
    return True


def cut(document: OpenDocument, node_id: int = 0) -> bool:
    """Copy a component and delete it."""
    return document.editable and copy(document, node_id) and structure.delete(document, node_id)


def paste(document: OpenDocument) -> bool:
    """Insert the component on the clipboard, or a text that is MJML, behind what is selected; say so if it is neither.

    The text is anybody's: what is no well-formed MJML is not inserted.
    """
    source = _clipboard_source()
    if structure.insert_block(document, source):
        return True
    if document.editable:
        text = QCoreApplication.translate("Structure", "The clipboard holds no component that fits here.")
        document.notified.emit("info", text)
    return False


def _clipboard_source() -> str:
    """The MJML on the clipboard; empty when what is there cannot be any."""
    data = QGuiApplication.clipboard().mimeData()
    source = block_of(data) or (data.text() if data.hasText() else "")
    return source if len(source) <= LONGEST and "<mj" in source else ""
