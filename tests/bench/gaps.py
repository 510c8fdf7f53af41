"""How long the GUI thread stands still."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer


class Gaps(QObject):
    """Ticks every 5 ms; the longest time between two ticks is the longest stall, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0
        self.all: list[float] = []

    @property
    def longest(self) -> float:
        """The longest of them."""
        return max(self.all, default=0.0)

    def __enter__(self) -> Gaps:
        self.all.clear()
        self._last = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.all.append(1000 * (now - self._last))
        self._last = now
