"""The one thread of this process in which V8 lives.

V8 guards its machine code with memory protection keys, and a thread has the key only if it descends from the thread
that started V8: creating or closing an instance anywhere else is a segmentation fault (measured with mini-racer
0.14.1, also at interpreter exit). So everything that touches V8 runs here, the last close included.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, TypeVar

from templates.errors import EngineError

T = TypeVar("T")
_Job = tuple["Future[Any]", Callable[[], Any]]


class V8Thread:
    """A daemon thread that runs callables one after the other; callers wait for the answer."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[_Job] = SimpleQueue()
        self._process = os.getpid()
        # A daemon: it must not keep the interpreter alive, and unlike a pool's threads it still works in atexit.
        threading.Thread(target=self._run, name="v8", daemon=True).start()

    def call(self, work: Callable[[], T], *, seconds: float | None = None) -> T:
        """Run ``work`` in the thread and return what it returns or raise what it raises.

        Raises EngineError in a forked child, where the thread does not exist, and TimeoutError after ``seconds``.
        """
        if os.getpid() != self._process:
            raise EngineError(
                "MJML was started by the parent of this process and cannot be used here.",
                advice="Start worker processes with the spawn method.",
            )
        answer: Future[T] = Future()
        self._jobs.put((answer, work))
        return answer.result(timeout=seconds)

    def _run(self) -> None:
        while True:
            answer, work = self._jobs.get()
            try:
                answer.set_result(work())
            except BaseException as error:  # noqa: BLE001 - whatever it is belongs to the thread that waits
                answer.set_exception(error)


_lock = threading.Lock()
_threads: list[V8Thread] = []


def v8_thread() -> V8Thread:
    """Return the process's V8 thread, started at the first call."""
    with _lock:
        if not _threads:
            _threads.append(V8Thread())
        return _threads[0]
