"""Python's garbage collector, kept on the GUI thread and out of the middle of a word.

By itself it runs in whichever thread happens to allocate: a Qt object that ends in a job's thread can take the program
with it. And a full collection looks at every object there is: 60 ms with a long mail open. So what lives as long as the
program is set aside, the young are collected by a timer here, and the old when editing rests.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

YOUNG_MS, REST_MS = 1000, 5000
_MANY = 10_000  # objects since the last collection that are worth one
_OFTEN = 20  # collections of the youngest before one of the middle generation


class Collector(QObject):
    """Takes the collector over; lives as long as the application."""

    def __init__(self, parent: QObject) -> None:
        """Set aside everything that is there now: made when the window is."""
        super().__init__(parent)
        gc.collect()
        gc.freeze()
        gc.disable()
        self._young = QTimer(self, interval=YOUNG_MS)
        self._young.timeout.connect(self._collect_young)
        self._young.start()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._collect_all)

    def later(self, _change: object = None) -> None:
        """Something was edited: wait again with the old ones."""
        self._rest.start()

    def _collect_young(self) -> None:
        youngest, middle, _ = gc.get_count()
        if youngest > _MANY:
            gc.collect(1 if middle > _OFTEN else 0)

    def _collect_all(self) -> None:
        gc.collect()
