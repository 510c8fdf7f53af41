"""What the window does with tokens: the panel, and what is left of them in the status bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer

from desktop.main_window import MainWindow
from desktop.open_workspace import OpenWorkspace
from desktop.tokens.dialog import TokensDialog
from desktop.tokens.indicator import TokenIndicator
from desktop.tokens.opened import OpenTokens

CALM_MS = 3_000
"""After a workspace is opened, and while it is still being read: its templates and pictures come first."""


class TokenVerbs(QObject):
    """The tokens' side of one window; lives as long as it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("token-verbs")
        self._window = window
        self._opened: OpenWorkspace | None = None
        self.tokens: OpenTokens | None = None
        self.dialog: TokensDialog | None = None
        self.indicator = TokenIndicator()
        self.indicator.clicked.connect(self.show)
        self._watches = False
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._calmed)
        window.statusBar().addPermanentWidget(self.indicator)
        self.indicator.hide()
        window.state_changed.connect(self._follow)
        self._follow()

    def show(self) -> TokensDialog | None:
        """Open the panel, or bring it to the front."""
        if self.tokens is None:
            return None
        if self.dialog is None:
            self.dialog = TokensDialog(self.tokens, self._window)
            self.dialog.finished.connect(self._closed)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        return self.dialog

    def begin(self, verb: str) -> TokensDialog | None:
        """Open the panel and do something with the account that pays."""
        dialog = self.show()
        if dialog is not None:
            dialog.begin(verb)
        return dialog

    def watch(self) -> None:
        """From now on ask by itself, once each workspace that is opened is at rest."""
        self._watches = True
        if self.tokens is not None:
            self._calm.start()

    def refresh(self) -> None:
        """Ask how many are left: after a run, or when somebody else may have spent some."""
        if self.tokens is not None:
            self.tokens.read()

    def _follow(self) -> None:
        """The tokens of a workspace that is closed go with it."""
        opened = self._window.workspace
        if opened is self._opened:
            return
        self._calm.stop()
        if self.dialog is not None:
            self.dialog.close()
        if self.tokens is not None:
            self.tokens.close()
            self.tokens.deleteLater()
        self._opened, self.tokens = opened, None
        self.indicator.show_facts(None)
        if opened is not None:
            self.tokens = OpenTokens(opened.workspace, opened.jobs, self)
            self.tokens.changed.connect(self._changed)
            if self._watches:
                self._calm.start()

    def _calmed(self) -> None:
        if self._window.jobs.running:
            self._calm.start()
        elif self.tokens is not None and self.tokens.facts is None:
            self.refresh()

    def _changed(self) -> None:
        if self.tokens is not None and not self.tokens.is_reading:
            self.indicator.show_facts(self.tokens.facts, self.tokens.error)

    def _closed(self) -> None:
        self.dialog = None


def token_verbs(window: MainWindow) -> TokenVerbs:
    """Return the tokens' verbs of a window; made when they are asked for first."""
    found = window.findChild(TokenVerbs, "token-verbs", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, TokenVerbs) else TokenVerbs(window)
