"""Actions of how the window looks at mails."""

from __future__ import annotations

from desktop.action import Action, Run, Test, with_workspace
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow
from desktop.view_verbs import Mode


def _mode(name: Mode) -> tuple[Run, Test]:
    return lambda window: window.set_mode(name), lambda window: window.mode == name


ROWS = (
    Action("view.brand", QT_TRANSLATE_NOOP("Actions", "Brand panel"), MainWindow.toggle_brand,
           icon="panel-left", shortcut="Ctrl+Alt+B",
           enabled_when=with_workspace, checked_when=lambda window: not window.brand.isHidden()),
    Action("view.gallery", QT_TRANSLATE_NOOP("Actions", "Gallery"), _mode("gallery")[0],
           icon="layout-grid", shortcut="Ctrl+Alt+1",
           enabled_when=with_workspace, checked_when=_mode("gallery")[1], group="mode"),
    Action("view.split", QT_TRANSLATE_NOOP("Actions", "Gallery and preview"), _mode("split")[0],
           icon="columns-2", shortcut="Ctrl+Alt+2",
           enabled_when=with_workspace, checked_when=_mode("split")[1], group="mode"),
    Action("view.preview", QT_TRANSLATE_NOOP("Actions", "Preview"), _mode("preview")[0],
           icon="mail", shortcut="Ctrl+Alt+3",
           enabled_when=with_workspace, checked_when=_mode("preview")[1], group="mode"),
    Action("view.next", QT_TRANSLATE_NOOP("Actions", "Next template"), lambda window: window.gallery.step(1),
           icon="arrow-right", shortcut="Ctrl+Right", enabled_when=with_workspace),
    Action("view.previous", QT_TRANSLATE_NOOP("Actions", "Previous template"), lambda window: window.gallery.step(-1),
           icon="arrow-left", shortcut="Ctrl+Left", enabled_when=with_workspace),
    Action("view.next_pane", QT_TRANSLATE_NOOP("Actions", "Next pane"), lambda window: window.cycle_panes(1),
           shortcut="F6", enabled_when=with_workspace),
    Action("view.previous_pane", QT_TRANSLATE_NOOP("Actions", "Previous pane"), lambda window: window.cycle_panes(-1),
           shortcut="Shift+F6", enabled_when=with_workspace),
)  # fmt: skip
