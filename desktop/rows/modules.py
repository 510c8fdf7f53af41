"""Actions on blocks and on the workspace's modules."""

from __future__ import annotations

from desktop.action import Action, with_editable
from desktop.editor.modules import ModulesPanel
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow


def _search_blocks(window: MainWindow) -> None:
    window.editor.left.show_panel(window.editor.blocks)
    window.editor.blocks.focus_search()


def _shown(window: MainWindow) -> ModulesPanel:
    """The modules, brought to the front: what happens there should be seen."""
    window.editor.left.show_panel(window.editor.modules)
    return window.editor.modules


def can_save(window: MainWindow) -> bool:
    """Enabled while a section of a document that may be changed is selected."""
    return window.document is not None and window.editor.modules.can_save


def can_insert(window: MainWindow) -> bool:
    """Enabled while a module is chosen, and a document open that may be changed."""
    return window.document is not None and window.editor.modules.can_insert


def can_replace(window: MainWindow) -> bool:
    """Enabled while a module is chosen and a section selected."""
    return window.document is not None and window.editor.modules.can_replace


def can_unlink(window: MainWindow) -> bool:
    """Enabled while the link to a module, or another include, is selected."""
    return window.document is not None and window.editor.modules.can_unlink


ROWS = (
    Action("blocks.focus", QT_TRANSLATE_NOOP("Actions", "Insert a block…"), _search_blocks,
           icon="plus", shortcut="Ctrl+Shift+I", enabled_when=with_editable),
    Action("module.insert_synced", QT_TRANSLATE_NOOP("Actions", "Insert the module linked"),
           lambda window: _shown(window).insert_link(), icon="link-2", enabled_when=can_insert, edits=True),
    Action("module.insert_copy", QT_TRANSLATE_NOOP("Actions", "Insert a copy of the module"),
           lambda window: _shown(window).insert_copy(), icon="copy", enabled_when=can_insert, edits=True),
    Action("module.unlink", QT_TRANSLATE_NOOP("Actions", "Unlink: put a copy in the place of the link"),
           lambda window: window.editor.modules.unlink(), icon="unlink", enabled_when=can_unlink, edits=True),
    Action("module.save", QT_TRANSLATE_NOOP("Actions", "Save the section as a module"),
           lambda window: _shown(window).save_selection(), icon="component", shortcut="Ctrl+Alt+M",
           enabled_when=can_save),
    Action("module.replace", QT_TRANSLATE_NOOP("Actions", "Replace the module by the selected section"),
           lambda window: _shown(window).replace_current(), icon="replace", enabled_when=can_replace),
    Action("module.rename", QT_TRANSLATE_NOOP("Actions", "Rename the module"),
           lambda window: _shown(window).start_rename(), icon="pencil", enabled_when=can_insert),
    Action("module.delete", QT_TRANSLATE_NOOP("Actions", "Delete the module"),
           lambda window: _shown(window).delete_current(), icon="trash-2", enabled_when=can_insert),
)  # fmt: skip
