"""Actions of the File menu."""

from __future__ import annotations

from desktop.action import Action, with_workspace
from desktop.exporting import exporting_of
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow

ROWS = (
    Action("file.new", QT_TRANSLATE_NOOP("Actions", "New from a domain…"), MainWindow.new_from_domain,
           icon="sparkles", shortcut="Ctrl+N"),
    Action("file.open", QT_TRANSLATE_NOOP("Actions", "Open a workspace…"), MainWindow.choose_workspace,
           icon="folder-open", shortcut="Ctrl+O"),
    Action("file.sample", QT_TRANSLATE_NOOP("Actions", "Open the sample"), MainWindow.open_sample,
           icon="package-open"),
    Action("file.refresh", QT_TRANSLATE_NOOP("Actions", "Read again and make the pictures"), MainWindow.refresh,
           icon="refresh-cw", shortcut="F5", enabled_when=with_workspace),
    Action("file.export", QT_TRANSLATE_NOOP("Actions", "Export to a zip…"),
           lambda window: exporting_of(window).ask(),
           icon="file-archive", shortcut="Ctrl+E", enabled_when=with_workspace),
    Action("file.folder", QT_TRANSLATE_NOOP("Actions", "Show the folder"), MainWindow.show_folder,
           icon="folder", shortcut="Ctrl+Shift+O", enabled_when=with_workspace),
    Action("file.sheet", QT_TRANSLATE_NOOP("Actions", "Contact sheet in the browser"), MainWindow.show_sheet,
           icon="images", enabled_when=with_workspace),
    Action("file.close", QT_TRANSLATE_NOOP("Actions", "Close the workspace"), MainWindow.close_workspace,
           shortcut="Ctrl+Shift+W", enabled_when=with_workspace),
    Action("file.quit", QT_TRANSLATE_NOOP("Actions", "Quit"), MainWindow.close, icon="log-out", shortcut="Ctrl+Q"),
)  # fmt: skip
