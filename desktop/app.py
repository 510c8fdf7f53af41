"""Starting and ending the window."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWebEngineCore import QWebEngineUrlScheme
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.action_table import ActionTable
from desktop.dialogs.message import MessageDialog, report_of
from desktop.jobs import Jobs
from desktop.language import set_language
from desktop.main_window import MainWindow
from desktop.menus import Menus
from desktop.preferences import Preferences
from desktop.theme import Appearance
from desktop.tidy import Collector
from desktop.tokens.verbs import token_verbs
from desktop.web.scheme import SCHEME, register_scheme
from renderers.render.pool import RenderPool

log = logging.getLogger(__name__)

# How long a job's thread may keep the others waiting. Python's own 5 ms, several times in a row, are felt while typing.
SWITCH_S = 0.001


def _pool() -> RenderPool:
    return RenderPool(gives_way=True)


class Application:
    """The parts that live as long as the program, put together."""

    def __init__(self, qt: QApplication, preferences: Preferences, make_pool: Callable[[], RenderPool] = _pool) -> None:
        self.qt = qt
        self.preferences = preferences
        self.appearance = Appearance(qt)
        self.jobs = Jobs(make_pool)
        self.apply(set(type(preferences.settings).model_fields))
        self.window = MainWindow(self.jobs, preferences)
        self.actions = ActionTable(self.window)
        self.menus = Menus(self.window, self.actions)
        self.tokens = token_verbs(self.window)
        self.appearance.dress()
        preferences.changed.connect(self.apply)

    def apply(self, names: set[str]) -> None:
        """Follow the settings of these names."""
        settings = self.preferences.settings
        if "language" in names:
            set_language(settings.language)
        if "theme" in names:
            self.appearance.set_theme(settings.theme)
        if "browser" in names:
            self.jobs.forget_browser()


def run(arguments: Sequence[str]) -> int:
    """Show the window, on the workspace that the first argument names; return the exit code."""
    prepare()
    qt = QApplication([sys.argv[0]])
    qt.setApplicationName("Mailwright")
    qt.setApplicationVersion(__version__)
    application = Application(qt, Preferences())
    sys.excepthook = FaultHandler(application.window)
    collector = Collector(qt)
    collector.follow(application.window.editor.documents)
    application.window.show()
    application.tokens.watch()
    if application.preferences.error is not None:
        application.window.show_error(application.preferences.error)
    if arguments:
        application.window.open_workspace(Path(arguments[0]))
    code = qt.exec()
    application.jobs.shut_down()
    return code


def prepare() -> None:
    """What must happen before there is a QApplication: the private scheme, the web engine's switches."""
    sys.setswitchinterval(SWITCH_S)
    if not QWebEngineUrlScheme.schemeByName(SCHEME).name():
        register_scheme()
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # Chromium refuses its sandbox to root; nobody else goes without
        flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
        if "--no-sandbox" not in flags:
            os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = f"{flags} --no-sandbox".strip()
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


class FaultHandler:
    """Takes the exceptions that nobody caught: logs them and shows a report; the window stays."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.dialog: MessageDialog | None = None

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Handle one; a second one while its dialog is open is only logged."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        log.error("An exception that nobody caught", exc_info=(kind, error, trace))
        if self.dialog is None:
            self.dialog = MessageDialog(None, report_of(kind, error, trace), self._window)
            self.dialog.finished.connect(self._closed)
            self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None
