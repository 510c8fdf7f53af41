"""Actions on the variants of the open mail."""

from __future__ import annotations

from PySide6.QtGui import QAction

from desktop.action import Action, with_document
from desktop.dynamic.coverage.window import VariantsWindow
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow


def show_variants(window: MainWindow) -> VariantsWindow | None:
    """Open the window of variants, or bring it to the front."""
    if window.document is None:
        return None
    opened = window.findChild(VariantsWindow)
    if not isinstance(opened, VariantsWindow) or opened.isHidden():  # a hidden one was closed and is about to go
        design = window.editor.design
        opened = VariantsWindow(design.viewing, window.jobs, window)
        opened.file_wanted.connect(design.views.choose_file)
        segments = window.findChild(QAction, "segments.show")
        if isinstance(segments, QAction):
            opened.segments_wanted.connect(segments.trigger)
    opened.show()
    opened.raise_()
    opened.activateWindow()
    return opened


ROWS = (
    Action("variants.show", QT_TRANSLATE_NOOP("Actions", "Who sees what…"), show_variants,
           icon="table", shortcut="Ctrl+Alt+G", enabled_when=with_document),
)  # fmt: skip
