"""Every action of the window: one row each. Menus, tool bar, shortcuts and buttons are made from this table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow
from desktop.panels.canvas import FIT
from desktop.view_verbs import Mode

Run = Callable[[MainWindow], object]
Test = Callable[[MainWindow], bool]


def always(window: MainWindow) -> bool:
    """Enabled whatever the window shows."""
    return True


def with_workspace(window: MainWindow) -> bool:
    """Enabled while a workspace is open."""
    return window.has_workspace


def with_template(window: MainWindow) -> bool:
    """Enabled while a template is selected."""
    return window.has_template


@dataclass(frozen=True)
class Action:
    """One thing that the user can do.

    ``checked_when`` makes it a switch that shows the window's state; those with the same ``group`` exclude each other.
    """

    id: str
    text: str
    run: Run
    icon: str = ""
    shortcut: str = ""
    enabled_when: Test = always
    checked_when: Test | None = None
    group: str = ""
    short: str = ""  # on a button, where the place says the rest


def _mode(name: Mode) -> tuple[Run, Test]:
    return lambda window: window.set_mode(name), lambda window: window.mode == name


def _width(pixels: int) -> tuple[Run, Test]:
    return lambda window: window.set_device_width(pixels), lambda window: window.width_shown == pixels


ACTIONS = (
    Action("file.new", QT_TRANSLATE_NOOP("Actions", "New from a domain…"), MainWindow.new_from_domain,
           icon="sparkles", shortcut="Ctrl+N"),
    Action("file.open", QT_TRANSLATE_NOOP("Actions", "Open a workspace…"), MainWindow.choose_workspace,
           icon="folder-open", shortcut="Ctrl+O"),
    Action("file.sample", QT_TRANSLATE_NOOP("Actions", "Open the sample"), MainWindow.open_sample,
           icon="package-open"),
    Action("file.refresh", QT_TRANSLATE_NOOP("Actions", "Read again and make the pictures"), MainWindow.refresh,
           icon="refresh-cw", shortcut="F5", enabled_when=with_workspace),
    Action("file.export", QT_TRANSLATE_NOOP("Actions", "Export to a zip…"), MainWindow.export,
           icon="file-archive", shortcut="Ctrl+E", enabled_when=with_workspace),
    Action("file.folder", QT_TRANSLATE_NOOP("Actions", "Show the folder"), MainWindow.show_folder,
           icon="folder", shortcut="Ctrl+Shift+O", enabled_when=with_workspace),
    Action("file.sheet", QT_TRANSLATE_NOOP("Actions", "Contact sheet in the browser"), MainWindow.show_sheet,
           icon="images", enabled_when=with_workspace),
    Action("file.close", QT_TRANSLATE_NOOP("Actions", "Close the workspace"), MainWindow.close_workspace,
           shortcut="Ctrl+W", enabled_when=with_workspace),
    Action("file.quit", QT_TRANSLATE_NOOP("Actions", "Quit"), MainWindow.close, icon="log-out", shortcut="Ctrl+Q"),
    Action("edit.find", QT_TRANSLATE_NOOP("Actions", "Search templates"), MainWindow.search_templates,
           icon="search", shortcut="Ctrl+F", enabled_when=with_workspace),
    Action("edit.preferences", QT_TRANSLATE_NOOP("Actions", "Preferences…"), MainWindow.show_preferences,
           icon="settings", shortcut="Ctrl+,"),
    Action("brand.update", QT_TRANSLATE_NOOP("Actions", "Update all templates…"), MainWindow.update_brand,
           icon="palette", shortcut="Ctrl+U", enabled_when=lambda window: window.can_update_brand),
    Action("brand.undo", QT_TRANSLATE_NOOP("Actions", "Undo the last update"), MainWindow.undo_brand,
           icon="undo-2", shortcut="Ctrl+Shift+U", enabled_when=lambda window: window.can_undo_brand),
    Action("view.brand", QT_TRANSLATE_NOOP("Actions", "Brand panel"), MainWindow.toggle_brand,
           icon="panel-left", shortcut="Ctrl+B",
           enabled_when=with_workspace, checked_when=lambda window: not window.brand.isHidden()),
    Action("view.gallery", QT_TRANSLATE_NOOP("Actions", "Gallery"), _mode("gallery")[0],
           icon="layout-grid", shortcut="Ctrl+1",
           enabled_when=with_workspace, checked_when=_mode("gallery")[1], group="mode"),
    Action("view.split", QT_TRANSLATE_NOOP("Actions", "Gallery and preview"), _mode("split")[0],
           icon="columns-2", shortcut="Ctrl+2",
           enabled_when=with_workspace, checked_when=_mode("split")[1], group="mode"),
    Action("view.preview", QT_TRANSLATE_NOOP("Actions", "Preview"), _mode("preview")[0],
           icon="mail", shortcut="Ctrl+3",
           enabled_when=with_workspace, checked_when=_mode("preview")[1], group="mode"),
    Action("view.width_320", QT_TRANSLATE_NOOP("Actions", "320 pixels wide"), _width(320)[0],
           shortcut="Alt+1", enabled_when=with_template, checked_when=_width(320)[1], group="width", short="320"),
    Action("view.width_375", QT_TRANSLATE_NOOP("Actions", "375 pixels wide"), _width(375)[0],
           shortcut="Alt+2", enabled_when=with_template, checked_when=_width(375)[1], group="width", short="375"),
    Action("view.width_640", QT_TRANSLATE_NOOP("Actions", "640 pixels wide"), _width(640)[0],
           shortcut="Alt+3", enabled_when=with_template, checked_when=_width(640)[1], group="width", short="640"),
    Action("view.light", QT_TRANSLATE_NOOP("Actions", "Light mail"), lambda window: window.set_mail_scheme("light"),
           icon="sun",
           enabled_when=with_template, checked_when=lambda window: window.scheme_shown == "light", group="scheme"),
    Action("view.dark", QT_TRANSLATE_NOOP("Actions", "Dark mail"), lambda window: window.set_mail_scheme("dark"),
           icon="moon",
           enabled_when=with_template, checked_when=lambda window: window.scheme_shown == "dark", group="scheme"),
    Action("view.other_scheme", QT_TRANSLATE_NOOP("Actions", "Switch light and dark mail"),
           MainWindow.toggle_mail_scheme, icon="sun-moon", shortcut="Ctrl+Shift+D", enabled_when=with_template),
    Action("view.zoom_in", QT_TRANSLATE_NOOP("Actions", "Larger"), lambda window: window.preview.zoom_by(1),
           icon="zoom-in", shortcut="Ctrl+=", enabled_when=with_template),
    Action("view.zoom_out", QT_TRANSLATE_NOOP("Actions", "Smaller"), lambda window: window.preview.zoom_by(-1),
           icon="zoom-out", shortcut="Ctrl+-", enabled_when=with_template),
    Action("view.zoom_fit", QT_TRANSLATE_NOOP("Actions", "Fit the width"), lambda window: window.preview.set_zoom(FIT),
           icon="scan", shortcut="Ctrl+0", enabled_when=with_template),
    Action("view.next", QT_TRANSLATE_NOOP("Actions", "Next template"), lambda window: window.gallery.step(1),
           icon="arrow-right", shortcut="Ctrl+Right", enabled_when=with_workspace),
    Action("view.previous", QT_TRANSLATE_NOOP("Actions", "Previous template"), lambda window: window.gallery.step(-1),
           icon="arrow-left", shortcut="Ctrl+Left", enabled_when=with_workspace),
    Action("view.next_pane", QT_TRANSLATE_NOOP("Actions", "Next pane"), lambda window: window.cycle_panes(1),
           shortcut="F6", enabled_when=with_workspace),
    Action("view.previous_pane", QT_TRANSLATE_NOOP("Actions", "Previous pane"), lambda window: window.cycle_panes(-1),
           shortcut="Shift+F6", enabled_when=with_workspace),
    Action("help.shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), lambda window: window.show_shortcuts(),
           icon="keyboard", shortcut="F1"),
)  # fmt: skip
