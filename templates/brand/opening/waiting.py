"""Waiting for what cannot be interrupted: a name's lookup, a server that sends a byte now and then."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")
POLL_SECONDS = 0.05


def within(work: Callable[[], Result], go_on: Callable[[], None], name: str) -> Result:
    """Do ``work`` on a thread of its own and return or raise what comes of it.

    ``go_on`` is asked every few milliseconds; when it raises, the work is left behind and that error is raised.
    """
    answers: queue.Queue[tuple[Result | None, BaseException | None]] = queue.Queue()

    def run() -> None:
        try:
            answers.put((work(), None))
        except BaseException as error:  # noqa: BLE001 - carried over to the caller's thread, whatever it is
            answers.put((None, error))

    threading.Thread(target=run, name=name, daemon=True).start()
    while True:
        try:
            result, error = answers.get(timeout=POLL_SECONDS)
        except queue.Empty:
            go_on()
            continue
        if error is not None:
            raise error
        return result  # type: ignore[return-value] # None only beside an error
