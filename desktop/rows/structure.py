"""Actions on the components of the open template, and the steps back and forth."""

from __future__ import annotations

from collections.abc import Callable

from desktop import component_clipboard, structure
from desktop.action import Action, Run, Test, with_editable
from desktop.document import OpenDocument
from desktop.dynamic.conditions.verbs import ask_condition, ask_loop
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow
from desktop.models.outline_words import can_hold_text
from templates.source.schema import component
from templates.source.step import Direction

Verb = Callable[[OpenDocument], object]


def _on(verb: Verb) -> Run:
    return lambda window: verb(window.document) if window.document else None


def with_component(window: MainWindow) -> bool:
    """Enabled while a component is selected that can be deleted, copied and moved."""
    return structure.can_change(window.document)


def _selected(window: MainWindow) -> bool:
    return window.document is not None and window.document.selected > 0


def _steps(by: Direction) -> Test:
    return lambda window: structure.can_step(window.document, by)


def _in_block(window: MainWindow) -> bool:
    document = window.document
    if document is None or not with_component(window):
        return False
    return structure.block_around(document.seen_tree, document.selected_element) is not None


def _in_body(window: MainWindow) -> bool:
    """The head of a mail is for everybody."""
    element = window.document.selected_element if window.document else None
    found = component(element.name) if element else None
    return with_component(window) and found is not None and found.kind != "head"


def _with_text(window: MainWindow) -> bool:
    element = window.document.selected_element if window.document else None
    return with_component(window) and element is not None and can_hold_text(element.name)


def _edit_text(window: MainWindow) -> None:
    if window.document:
        window.editor.outline.edit_text.emit(window.document.selected)


def _rename(window: MainWindow) -> None:
    window.editor.left.show_panel(window.editor.outline)  # where the name is typed
    window.editor.outline.rename()


ROWS = (
    Action("edit.undo", QT_TRANSLATE_NOOP("Actions", "Undo"), _on(lambda document: document.stack.undo()),
           icon="undo", shortcut="Ctrl+Z",
           enabled_when=lambda window: window.document is not None and window.document.stack.canUndo()),
    Action("edit.redo", QT_TRANSLATE_NOOP("Actions", "Redo"), _on(lambda document: document.stack.redo()),
           icon="redo", shortcut="Ctrl+Shift+Z",
           enabled_when=lambda window: window.document is not None and window.document.stack.canRedo()),
    Action("structure.cut", QT_TRANSLATE_NOOP("Actions", "Cut"), _on(component_clipboard.cut),
           icon="scissors", shortcut="Ctrl+X", enabled_when=with_component, edits=True),
    Action("structure.copy", QT_TRANSLATE_NOOP("Actions", "Copy"), _on(component_clipboard.copy),
           icon="copy", shortcut="Ctrl+C", enabled_when=_selected),
    Action("structure.paste", QT_TRANSLATE_NOOP("Actions", "Paste"), _on(component_clipboard.paste),
           icon="clipboard-paste", shortcut="Ctrl+V", enabled_when=with_editable, edits=True),
    Action("structure.duplicate", QT_TRANSLATE_NOOP("Actions", "Duplicate"), _on(structure.duplicate),
           icon="copy-plus", shortcut="Ctrl+D", enabled_when=with_component, edits=True),
    Action("structure.delete", QT_TRANSLATE_NOOP("Actions", "Delete"), _on(structure.delete),
           icon="trash-2", shortcut="Del", enabled_when=with_component, edits=True),
    Action("structure.edit_text", QT_TRANSLATE_NOOP("Actions", "Edit the text"), _edit_text,
           icon="type", enabled_when=_with_text),
    Action("structure.rename", QT_TRANSLATE_NOOP("Actions", "Rename"), _rename,
           icon="tag", shortcut="F2", enabled_when=with_component),
    Action("structure.move_up", QT_TRANSLATE_NOOP("Actions", "Move up"), _on(structure.move_up),
           icon="arrow-up", shortcut="Alt+Up", enabled_when=_steps(-1), edits=True),
    Action("structure.move_down", QT_TRANSLATE_NOOP("Actions", "Move down"), _on(structure.move_down),
           icon="arrow-down", shortcut="Alt+Down", enabled_when=_steps(1), edits=True),
    Action("structure.condition", QT_TRANSLATE_NOOP("Actions", "Add a condition…"), ask_condition,
           icon="split", enabled_when=_in_body),
    Action("structure.loop", QT_TRANSLATE_NOOP("Actions", "Repeat for each…"), ask_loop,
           icon="repeat", enabled_when=_in_body),
    Action("structure.unwrap", QT_TRANSLATE_NOOP("Actions", "Remove the condition or loop"), _on(structure.unwrap),
           icon="ungroup", enabled_when=_in_block, edits=True),
    Action("structure.select_parent", QT_TRANSLATE_NOOP("Actions", "Select what it stands in"),
           _on(structure.select_parent), shortcut="Alt+Shift+Left", enabled_when=_selected),
    Action("structure.select_child", QT_TRANSLATE_NOOP("Actions", "Select the first part in it"),
           _on(structure.select_first_child), shortcut="Alt+Shift+Right", enabled_when=_selected),
    Action("structure.select_previous", QT_TRANSLATE_NOOP("Actions", "Select the part above"),
           _on(structure.select_previous), shortcut="Alt+Shift+Up", enabled_when=_selected),
    Action("structure.select_next", QT_TRANSLATE_NOOP("Actions", "Select the part below"),
           _on(structure.select_next), shortcut="Alt+Shift+Down", enabled_when=_selected),
)  # fmt: skip
