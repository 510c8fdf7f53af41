"""Actions of the code view, and of the problems."""

from __future__ import annotations

from desktop.action import Action, with_document, with_editable, with_selection
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow


def in_code(window: MainWindow) -> bool:
    """Enabled while the code is to be seen."""
    return with_document(window) and not window.editor.code.isHidden()


def writing(window: MainWindow) -> bool:
    """Enabled while the code is to be seen and may be changed."""
    return in_code(window) and with_editable(window)


def _replace(window: MainWindow) -> None:
    window.editor.show_code()
    window.editor.code.show_search(replace=True)


def _show_in_code(window: MainWindow) -> None:
    window.editor.show_code()
    window.editor.code.show_selected()


def _show_in_design(window: MainWindow) -> None:
    window.editor.code.select_here()
    if window.editor.mode == "code":
        window.editor.set_mode("split")
    window.editor.design.keyboard_target().setFocus()


def _step(window: MainWindow, by: int) -> None:
    window.editor.problems.step(by, window.editor.code.editor.caret)


def _fix(window: MainWindow) -> None:
    problems = window.editor.problems
    if problems.list.hasFocus():
        problems.fix_current()
    else:
        window.editor.code.fix()


ROWS = (
    Action("code.replace", QT_TRANSLATE_NOOP("Actions", "Replace"), _replace,
           icon="replace", shortcut="Ctrl+H", enabled_when=with_editable),
    Action("code.find_next", QT_TRANSLATE_NOOP("Actions", "Next result"),
           lambda window: window.editor.code.search.step(1), shortcut="F3", enabled_when=in_code),
    Action("code.find_previous", QT_TRANSLATE_NOOP("Actions", "Previous result"),
           lambda window: window.editor.code.search.step(-1), shortcut="Shift+F3", enabled_when=in_code),
    Action("code.go_to_line", QT_TRANSLATE_NOOP("Actions", "Go to line…"),
           lambda window: window.editor.code.go_to_line(), shortcut="Ctrl+G", enabled_when=in_code),
    Action("code.complete", QT_TRANSLATE_NOOP("Actions", "Complete"),
           lambda window: window.editor.code.complete(), icon="braces", shortcut="Ctrl+Space", enabled_when=writing),
    Action("code.comment", QT_TRANSLATE_NOOP("Actions", "Comment on or off"),
           lambda window: window.editor.code.toggle_comment(), shortcut="Ctrl+/", enabled_when=writing, edits=True),
    Action("code.fold", QT_TRANSLATE_NOOP("Actions", "Fold or unfold"),
           lambda window: window.editor.code.toggle_fold(), icon="chevron-right", shortcut="Ctrl+Shift+.",
           enabled_when=in_code),
    Action("code.fold_all", QT_TRANSLATE_NOOP("Actions", "Fold all sections"),
           lambda window: window.editor.code.editor.folding.set_all(closed=True), enabled_when=in_code),
    Action("code.unfold_all", QT_TRANSLATE_NOOP("Actions", "Unfold everything"),
           lambda window: window.editor.code.editor.folding.set_all(closed=False), enabled_when=in_code),
    Action("code.go_to_block", QT_TRANSLATE_NOOP("Actions", "Show in the code"), _show_in_code,
           icon="code", shortcut="F4", enabled_when=with_selection),
    Action("code.to_design", QT_TRANSLATE_NOOP("Actions", "Show in the design"), _show_in_design,
           shortcut="Shift+F4", enabled_when=in_code),
    Action("problems.next", QT_TRANSLATE_NOOP("Actions", "Next problem"), lambda window: _step(window, 1),
           icon="arrow-down", shortcut="F8", enabled_when=with_document),
    Action("problems.previous", QT_TRANSLATE_NOOP("Actions", "Previous problem"), lambda window: _step(window, -1),
           icon="arrow-up", shortcut="Shift+F8", enabled_when=with_document),
    Action("problems.fix", QT_TRANSLATE_NOOP("Actions", "Fix the problem"), _fix,
           icon="lightbulb", shortcut="Ctrl+.", enabled_when=with_editable, edits=True),
    Action("problems.fix_all", QT_TRANSLATE_NOOP("Actions", "Fix all problems"),
           lambda window: window.editor.problems.fix_all(), enabled_when=with_editable, edits=True),
)  # fmt: skip
