"""The purse of an open workspace, for one window: opened off the GUI thread, when it is first needed."""

from __future__ import annotations

import threading

from renderers.budget.purse import Purse, open_purse
from templates.workspace import Workspace


class Wallet:
    """Everything but ``forget`` may wait for the ledger: call it in a job's thread."""

    def __init__(self, workspace: Workspace) -> None:
        self._root = workspace.root
        self._lock = threading.Lock()
        self._purse: Purse | None = None
        self._doubted = False

    def open(self) -> Purse:
        """Return the purse, by the settings as they were when it was opened. Raises like ``open_purse``."""
        with self._lock:
            if self._doubted:
                self._close()
            if self._purse is None:
                self._purse = open_purse(Workspace.open(self._root))
            return self._purse

    def forget(self) -> None:
        """Something went wrong: open the ledger anew the next time, by the settings of then."""
        self._doubted = True

    def close(self) -> None:
        """Close the ledger's connections."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        purse, self._purse, self._doubted = self._purse, None, False
        if purse is not None:
            purse.close()
