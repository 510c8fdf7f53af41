"""Actions of the Edit menu."""

from __future__ import annotations

from desktop.action import Action, with_workspace
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow

ROWS = (
    Action("edit.find", QT_TRANSLATE_NOOP("Actions", "Find"), MainWindow.search,
           icon="search", shortcut="Ctrl+F", enabled_when=with_workspace),
    Action("edit.preferences", QT_TRANSLATE_NOOP("Actions", "Preferences…"), MainWindow.show_preferences,
           icon="settings", shortcut="Ctrl+,"),
)  # fmt: skip
