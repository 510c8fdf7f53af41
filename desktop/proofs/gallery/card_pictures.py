"""The pictures on the cards: made off the GUI thread for what is seen, kept in memory up to a limit.

The pixels come ready from the job's thread; here they only get round corners, a few pictures at a time, so that
scrolling never waits for them.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QImage, QPainter, QPixmap

from desktop.jobs import Job, Jobs
from desktop.panels.card_delegate import RADIUS
from renderers.proofs.small import SmallPictures
from templates.errors import StorageError

LIMIT_BYTES = 60_000_000
_TURN_S = 0.006  # of one turn of the event loop
_CALM_MS = 40  # of scrolling, before what is in sight now is wanted in place of what was


@dataclass(frozen=True)
class Wanted:
    """A picture to show: its key and its file."""

    key: str
    path: Path


@dataclass(frozen=True)
class _Made:
    key: str
    size: tuple[int, int]
    pixels: bytes


class _Queue:
    """What is to be made still, and at which size; for the window's thread and the job's."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._todo: deque[Wanted] = deque()
        self._size = (0, 0)

    def put(self, todo: Sequence[Wanted], size: tuple[int, int]) -> None:
        """Want these in place of the others."""
        with self._lock:
            self._todo, self._size = deque(todo), size

    def take(self) -> tuple[Wanted, tuple[int, int]] | None:
        """The next one; None when nothing is left."""
        with self._lock:
            return (self._todo.popleft(), self._size) if self._todo else None

    @property
    def is_waiting(self) -> bool:
        """Whether something is left."""
        with self._lock:
            return bool(self._todo)


class CardPictures(QObject):
    """Pictures of cards by their keys."""

    arrived = Signal(object)
    """The keys (a set) of pictures that are there now."""
    lost = Signal(str)
    """This picture's file cannot be read."""

    def __init__(self, jobs: Jobs, files: SmallPictures, parent: QObject, *, limit: int = LIMIT_BYTES) -> None:
        super().__init__(parent)
        self._jobs, self._files, self._limit = jobs, files, limit
        self._held: OrderedDict[str, QPixmap] = OrderedDict()
        self._bytes = 0
        self._size, self._ratio = QSize(0, 0), 1.0
        self._wanted: Sequence[Wanted] = ()
        self._lost: set[str] = set()
        self._inbox: deque[_Made] = deque()
        self._queue = _Queue()
        self._job: Job | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self._begin)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._take_some)

    def picture(self, key: str) -> QPixmap | None:
        """The picture, of whatever size it was made; None as long as there is none."""
        found = self._held.get(key)
        if found is not None:
            self._held.move_to_end(key)
        return found

    def want(self, wanted: Sequence[Wanted], size: QSize, ratio: float) -> None:
        """Make these, the first ones first, ``size`` in logical pixels; what was wanted before is not any more."""
        self._size, self._ratio = size * ratio, ratio
        room = max(1, self._limit // max(1, _bytes_of(self._size)))
        self._wanted = wanted[:room]  # more than fit would throw each other out
        if not self._calm.isActive():  # begun anew at each step it would wait for the end of the scrolling
            self._calm.start()

    def forget_lost(self) -> None:
        """Try again what could not be read: the file may be back."""
        self._lost.clear()

    def stop(self) -> None:
        """Nobody looks any more."""
        self._calm.stop()
        self._turn.stop()
        self._inbox.clear()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @property
    def bytes_held(self) -> int:
        """How much memory the pictures take."""
        return self._bytes

    def _begin(self) -> None:
        """Hand over what is wanted now; a job that is under way goes on with it, because a new thread takes a while."""
        coming = {made.key for made in self._inbox}
        todo = [each for each in self._wanted if not self._has(each.key) and each.key not in coming | self._lost]
        self._queue.put(todo, (self._size.width(), self._size.height()))
        if not todo or self._job is not None:
            return
        files, queue = self._files, self._queue

        def work(job: Job) -> None:
            while not job.stop.is_set() and (taken := queue.take()) is not None:
                each, size = taken
                try:
                    job.report(_Made(each.key, size, files.pixels(each.key, each.path, *size)))
                except StorageError:
                    job.report(each.key)

        self._job = self._jobs.run(self.tr("Reading the pictures"), work, quiet=True)
        self._job.reported.connect(self._receive)
        self._job.ended.connect(self._ended)

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            if self._queue.is_waiting:  # put there after the job had looked for the last time
                self._calm.start()

    def _has(self, key: str) -> bool:
        found = self._held.get(key)
        return found is not None and found.size() == self._size

    def _receive(self, made: object) -> None:
        if isinstance(made, _Made):
            self._inbox.append(made)
            self._turn.start()
        elif isinstance(made, str):
            self._lost.add(made)
            self.lost.emit(made)

    def _take_some(self) -> None:
        """As many as a turn of the event loop has time for."""
        end, keys = perf_counter() + _TURN_S, set()
        while self._inbox and perf_counter() < end:
            made = self._inbox.popleft()
            if made.size == (self._size.width(), self._size.height()):  # else the cards have another size by now
                self._hold(made.key, _rounded(made, self._ratio))
                keys.add(made.key)
        if not self._inbox:
            self._turn.stop()
        if keys:
            self.arrived.emit(keys)

    def _hold(self, key: str, picture: QPixmap) -> None:
        old = self._held.pop(key, None)
        self._bytes -= _bytes_of(old.size()) if old is not None else 0
        self._held[key] = picture
        self._bytes += _bytes_of(picture.size())
        while self._bytes > self._limit and len(self._held) > 1:
            _, gone = self._held.popitem(last=False)
            self._bytes -= _bytes_of(gone.size())


def _bytes_of(size: QSize) -> int:
    return 4 * size.width() * size.height()


def _rounded(made: _Made, ratio: float) -> QPixmap:
    width, height = made.size
    image = QImage(made.pixels, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(image))  # a clip path would have jagged corners
    painter.drawRoundedRect(QRectF(picture.rect()), RADIUS * ratio, RADIUS * ratio)
    painter.end()
    return picture
