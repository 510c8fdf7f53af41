"""What goes with a condition of several branches when only one of them is kept, said to the user."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.document import OpenDocument
from desktop.dynamic.conditions.known import segment_titles
from desktop.dynamic.conditions.words import condition_words
from desktop.language import QT_TRANSLATE_NOOP
from desktop.models.part_title import part_title
from templates.source.branches import branch_test
from templates.source.tree import JinjaBlock, SourceTree

_LONGEST = 40  # characters of a condition


def lost_parts(document: OpenDocument, tree: SourceTree, block: JinjaBlock, kept: int) -> str:
    """Return what the branches other than that of number ``kept`` show, each with when; "" when it is nothing."""
    titles = segment_titles(document)
    found = [
        f"{part_title(tree, element)} ({condition_words(branch_test(tree, branch), titles, longest=_LONGEST)})"
        for number, branch in enumerate(block.branches)
        if number != kept
        for element in tree.components_in(branch.children)
    ]
    return ", ".join(found)


def tell_lost(document: OpenDocument, lost: str) -> None:
    """Say what has gone; nothing without it."""
    if lost:
        said = QT_TRANSLATE_NOOP("Structure", "Also removed: {parts}. Undo brings it back.")
        document.notified.emit("info", QCoreApplication.translate("Structure", said).format(parts=lost))
