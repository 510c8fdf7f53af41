"""Putting another state in the place of a document's: a version, a variant, recovered work. One step to be undone."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.document import OpenDocument
from desktop.document_files import is_side


def replace_document(document: OpenDocument, label: str, text: str | None, sides: Mapping[str, str | None]) -> bool:
    """Make ``text`` (None: it stays) and ``sides`` (None: no such file) those of the document.

    False when nothing is different or nobody may. Names that no document has are passed over: sides may come from a
    file that a stranger wrote. Raises StorageError when a side that is there cannot be read.
    """
    changed = {name: side for name, side in sides.items() if is_side(name) and document.side(name) != side}
    if not document.editable or (text in {None, document.text} and not changed):
        return False
    document.stack.beginMacro(label)
    if text is not None:
        document.replace_text(label, text)
    for name, side in changed.items():
        document.set_side(label, name, side)
    document.stack.endMacro()
    return True


def go_back_to_saved(document: OpenDocument) -> bool:
    """Make the document what it was when it was last saved or read. False when it is. Raises StorageError."""
    files = document.files
    sides = {name: files.side_on_disk(name) for name in files.changed_sides()}
    label = QCoreApplication.translate("Replace", "Go back to what was saved")
    done = replace_document(document, label, files.text_on_disk, sides)
    if done:
        document.stack.setClean()
    return done
