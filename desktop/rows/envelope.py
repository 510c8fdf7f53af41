"""Actions on what is seen before a mail is opened, and on its plain-text part."""

from __future__ import annotations

from desktop.action import Action, with_document
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow


def _edit(window: MainWindow) -> None:
    window.editor.envelope.unfold()


def _show_text(window: MainWindow) -> None:
    window.editor.envelope.show_text_part()


ROWS = (
    Action("envelope.edit", QT_TRANSLATE_NOOP("Actions", "Subject, preheader and sender"), _edit,
           icon="text-quote", shortcut="Ctrl+Alt+E", enabled_when=with_document),
    Action("envelope.text", QT_TRANSLATE_NOOP("Actions", "Plain text…"), _show_text,
           icon="file-text", enabled_when=with_document),
)  # fmt: skip
