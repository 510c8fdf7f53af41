"""Actions of how a mail is shown, in the preview as on the editor's canvas: device, light and dark, zoom."""

from __future__ import annotations

from desktop.action import Action, Run, Test, with_template
from desktop.language import QT_TRANSLATE_NOOP
from desktop.main_window import MainWindow
from desktop.panels.canvas import DESKTOP, FIT


def _width(pixels: int) -> tuple[Run, Test]:
    return lambda window: window.set_device_width(pixels), lambda window: window.width_shown == pixels


ROWS = (
    Action("view.width_320", QT_TRANSLATE_NOOP("Actions", "320 pixels wide"), _width(320)[0],
           shortcut="Alt+1", enabled_when=with_template, checked_when=_width(320)[1], group="width", short="320"),
    Action("view.width_375", QT_TRANSLATE_NOOP("Actions", "375 pixels wide"), _width(375)[0],
           shortcut="Alt+2", enabled_when=with_template, checked_when=_width(375)[1], group="width", short="375"),
    Action("view.width_600", QT_TRANSLATE_NOOP("Actions", "600 pixels wide"), _width(600)[0],
           shortcut="Alt+3", enabled_when=with_template, checked_when=_width(600)[1], group="width", short="600"),
    Action("view.width_desktop", QT_TRANSLATE_NOOP("Actions", "Desktop: the mail and its margins"), _width(DESKTOP)[0],
           icon="monitor", shortcut="Alt+4",
           enabled_when=with_template, checked_when=_width(DESKTOP)[1], group="width"),
    Action("view.light", QT_TRANSLATE_NOOP("Actions", "Light mail"), lambda window: window.set_mail_scheme("light"),
           icon="sun",
           enabled_when=with_template, checked_when=lambda window: window.scheme_shown == "light", group="scheme"),
    Action("view.dark", QT_TRANSLATE_NOOP("Actions", "Dark mail"), lambda window: window.set_mail_scheme("dark"),
           icon="moon",
           enabled_when=with_template, checked_when=lambda window: window.scheme_shown == "dark", group="scheme"),
    Action("view.other_scheme", QT_TRANSLATE_NOOP("Actions", "Switch light and dark mail"),
           MainWindow.toggle_mail_scheme, icon="sun-moon", shortcut="Ctrl+Shift+D", enabled_when=with_template),
    Action("view.zoom_in", QT_TRANSLATE_NOOP("Actions", "Larger"), lambda window: window.stage.zoom_by(1),
           icon="zoom-in", shortcut="Ctrl+=", enabled_when=with_template),
    Action("view.zoom_out", QT_TRANSLATE_NOOP("Actions", "Smaller"), lambda window: window.stage.zoom_by(-1),
           icon="zoom-out", shortcut="Ctrl+-", enabled_when=with_template),
    Action("view.zoom_fit", QT_TRANSLATE_NOOP("Actions", "Fit the width"), lambda window: window.stage.set_zoom(FIT),
           icon="scan", shortcut="Ctrl+0", enabled_when=with_template),
)  # fmt: skip
