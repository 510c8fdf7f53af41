"""Actions of help."""

from __future__ import annotations

from desktop.action import Action
from desktop.dialogs.command_palette import show_palette
from desktop.language import QT_TRANSLATE_NOOP

ROWS = (
    Action("help.palette", QT_TRANSLATE_NOOP("Actions", "Command palette"), show_palette,
           icon="command", shortcut="Ctrl+Shift+P"),
    Action("help.shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), lambda window: window.show_shortcuts(),
           icon="keyboard", shortcut="F1"),
)  # fmt: skip
