"""Actions of the editor: opening, saving and closing templates, and the ways of looking at them."""

from __future__ import annotations

from desktop.action import Action, Run, Test, with_document, with_editable, with_template, with_workspace
from desktop.editor.page import EditorMode
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow


def _mode(name: EditorMode) -> tuple[Run, Test]:
    return lambda window: window.set_editor_mode(name), lambda window: window.editor.mode == name


ROWS = (
    Action("document.edit", QT_TRANSLATE_NOOP("Actions", "Edit the template"), MainWindow.edit_selected,
           icon="pencil", shortcut="Ctrl+Return", enabled_when=with_template, short=" "),
    Action("document.save", QT_TRANSLATE_NOOP("Actions", "Save"), MainWindow.save_document,
           icon="save", shortcut="Ctrl+S", enabled_when=with_editable),
    Action("document.save_all", QT_TRANSLATE_NOOP("Actions", "Save all"), MainWindow.save_all,
           shortcut="Ctrl+Alt+S", enabled_when=lambda window: window.has_unsaved),
    Action("document.close", QT_TRANSLATE_NOOP("Actions", "Close the template"), lambda window: window.close_document(),
           shortcut="Ctrl+W", enabled_when=with_document),
    Action("view.templates", QT_TRANSLATE_NOOP("Actions", "All templates"), MainWindow.show_templates,
           icon="layout-grid", shortcut="Ctrl+Shift+H", enabled_when=with_workspace,
           checked_when=lambda window: window.has_workspace and not window.in_editor),
    Action("view.design", QT_TRANSLATE_NOOP("Actions", "Design"), _mode("design")[0],
           icon="mail", shortcut="Ctrl+1", enabled_when=with_document, checked_when=_mode("design")[1], group="editor"),
    Action("view.design_code", QT_TRANSLATE_NOOP("Actions", "Split"), _mode("split")[0],
           icon="columns-2", shortcut="Ctrl+2", enabled_when=with_document, checked_when=_mode("split")[1],
           group="editor"),
    Action("view.client", QT_TRANSLATE_NOOP("Actions", "Client"), _mode("client")[0],
           icon="mail-search", shortcut="Ctrl+4", enabled_when=with_document, checked_when=_mode("client")[1],
           group="editor"),
    Action("view.code", QT_TRANSLATE_NOOP("Actions", "Code"), _mode("code")[0],
           icon="code", shortcut="Ctrl+3", enabled_when=with_document, checked_when=_mode("code")[1], group="editor"),
)  # fmt: skip
