"""Python's garbage collector, kept on the GUI thread and out of the middle of a word.

By itself it runs in whichever thread happens to allocate: a Qt object that ends in a job's thread can take the program
with it. And a full collection looks at every object there is: 60 ms with a long mail open. So what lives as long as the
program is set aside, the young are collected by a timer here, and the old when editing rests.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from desktop.editor.documents import Documents

YOUNG_MS, REST_MS, SETTLE_MS = 20, 5000, 3000
_MANY = 5_000  # objects since the last collection that are worth one
_OFTEN = 4  # collections of the youngest before one of the middle generation; each of twenty took 100 ms


class Collector(QObject):
    """Takes the collector over; lives as long as the application."""

    def __init__(self, parent: QObject, *, rest_ms: int = REST_MS) -> None:
        """Set aside everything that is there now: made when the window is. ``rest_ms`` is what counts as a pause."""
        super().__init__(parent)
        gc.collect()
        gc.freeze()
        gc.disable()
        self._young = QTimer(self, interval=YOUNG_MS)
        self._young.timeout.connect(self._collect_young)
        self._young.start()
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._collect_all)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._set_aside)

    def follow(self, documents: Documents) -> None:
        """Wait for pauses in editing these."""
        documents.edited.connect(self.later)
        documents.opened.connect(self._opened)
        documents.closed.connect(self.look_again)

    def later(self, _change: object = None) -> None:
        """Something was edited: wait again with the old ones."""
        self._rest.start()

    def look_again(self, _closed: object = None) -> None:
        """Something big was closed: what was set aside may be garbage now."""
        gc.unfreeze()
        self.later()

    def _opened(self, _opened: object) -> None:
        self._settle.start()

    def _set_aside(self) -> None:
        """What an opened document brought lives long; a collection that looked at it would be felt."""
        gc.freeze()

    def _collect_young(self) -> None:
        youngest, middle, _ = gc.get_count()
        if youngest > _MANY:
            gc.collect(1 if middle > _OFTEN else 0)

    def _collect_all(self) -> None:
        gc.collect()
        gc.freeze()  # what is left lives long: the next time need not look at it
