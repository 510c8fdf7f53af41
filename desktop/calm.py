"""Quiet work takes turns, and none while somebody moves what is on the screen.

Every thread that computes gets as much of Python as the window's own: beside three of them a stroke takes four times as
long. So one piece of quiet work is done at a time, and the next one waits until the scrolling rests.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

CALM_MS = 250  # after the last move
_LOOK_S = 0.1  # how soon work that was stopped ends


class Calm(QObject):
    """Knows whether something is being moved; ``turn`` is for the work's threads, the rest for the window's."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_calm = threading.Event()
        self._is_calm.set()
        self._one = threading.Lock()
        self._settled = QTimer(self, singleShot=True, interval=CALM_MS)
        self._settled.timeout.connect(self._is_calm.set)

    def stir(self) -> None:
        """Something is being moved."""
        self._is_calm.clear()
        self._settled.start()

    @property
    def is_calm(self) -> bool:
        """Whether nothing is being moved."""
        return self._is_calm.is_set()

    @contextmanager
    def turn(self, stop: threading.Event) -> Iterator[None]:
        """Do one piece of work in it: it comes when nothing is being moved; at once when nobody wants it any more."""
        while not stop.is_set():
            if self._is_calm.wait(_LOOK_S) and self._one.acquire(timeout=_LOOK_S):
                if self.is_calm:
                    break
                self._one.release()
        else:
            yield
            return
        try:
            yield
        finally:
            self._one.release()
