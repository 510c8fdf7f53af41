"""Actions of the brand."""

from __future__ import annotations

from desktop.action import Action
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow

ROWS = (
    Action("brand.update", QT_TRANSLATE_NOOP("Actions", "Update all templates…"), MainWindow.update_brand,
           icon="palette", shortcut="Ctrl+U", enabled_when=lambda window: window.can_update_brand),
    Action("brand.undo", QT_TRANSLATE_NOOP("Actions", "Undo the last update"), MainWindow.undo_brand,
           icon="undo-2", shortcut="Ctrl+Shift+U", enabled_when=lambda window: window.can_undo_brand),
)  # fmt: skip
