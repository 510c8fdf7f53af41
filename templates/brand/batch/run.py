"""Many companies at once: each is set up on its own, and a failure is a row of the result."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from templates.brand.batch.choices import Choice, apply_choices, read_choices
from templates.brand.batch.listing import BatchList, Entry, read_list
from templates.brand.doubts import Doubt, doubtful
from templates.errors import Cancelled, EngineError, MailwrightError

__all__ = [
    "BatchList",
    "Choice",
    "Doubt",
    "Entry",
    "Made",
    "Make",
    "Progress",
    "Row",
    "apply_choices",
    "doubtful",
    "read_choices",
    "read_list",
    "run_batch",
]

WORKERS = 2  # companies at a time; each is one stream of requests to one site
State = Literal["made", "kept", "failed", "stopped"]


@dataclass(frozen=True)
class Made:
    """What one company became: its brand's folder, how many templates it has; ``kept`` when all was there before."""

    brand_folder: Path
    name: str
    templates: int = 0
    kept: bool = False


@dataclass(frozen=True)
class Row:
    """How it went for one company: "made", "kept" (nothing to do), "failed" with its ``error``, or "stopped" before."""

    entry: Entry
    state: State
    made: Made | None = None
    error: MailwrightError | None = None


@dataclass(frozen=True)
class Progress:
    """``done`` of ``total`` companies; ``entry`` is at ``step``, or has just become ``row``."""

    done: int
    total: int
    entry: Entry
    step: str = ""
    row: Row | None = None


Step = Callable[[str], None]
Make = Callable[[Entry, Step, threading.Event], Made]
"""Sets one company up, in a thread of its own; says its steps, and raises Cancelled soon after the event is set."""


def run_batch(
    entries: Sequence[Entry],
    make: Make,
    on_progress: Callable[[Progress], None] | None = None,
    cancel: threading.Event | None = None,
    *,
    workers: int = WORKERS,
) -> list[Row]:
    """Set every company up, a few at a time, and return their rows in the order of the list.

    ``on_progress`` is called from the workers' threads, by one at a time. Setting ``cancel`` ends the work soon: what
    was not begun is "stopped". Raises nothing for one company's sake; Ctrl+C stops the workers before it goes on.
    """
    cancel = cancel or threading.Event()
    run = _Run(len(entries), make, on_progress, cancel)
    with ThreadPoolExecutor(max_workers=max(1, workers), thread_name_prefix="company") as pool:
        futures = [pool.submit(run.one, entry) for entry in entries]
        try:
            return [future.result() for future in futures]
        except BaseException:
            _stop(cancel, futures)
            raise


class _Run:
    """One batch: counts what is done, and lets one worker at a time tell of it."""

    def __init__(
        self, total: int, make: Make, on_progress: Callable[[Progress], None] | None, cancel: threading.Event
    ) -> None:
        self._total, self._make, self._on_progress, self._cancel = total, make, on_progress, cancel
        self._done = 0
        self._lock = threading.Lock()

    def one(self, entry: Entry) -> Row:
        row = self._row(entry)
        with self._lock:
            self._done += 1
            self._tell(Progress(self._done, self._total, entry, row=row))
        return row

    def _row(self, entry: Entry) -> Row:
        if self._cancel.is_set():
            return Row(entry, "stopped")
        try:
            made = self._make(entry, lambda text: self._step(entry, text), self._cancel)
        except Cancelled:
            return Row(entry, "stopped")
        except MailwrightError as error:
            return Row(entry, "failed", error=error)
        except Exception as error:  # noqa: BLE001 - a fault of ours in one company must not cost the others
            return Row(entry, "failed", error=_unexpected(error))
        return Row(entry, "kept" if made.kept else "made", made)

    def _step(self, entry: Entry, text: str) -> None:
        with self._lock:
            self._tell(Progress(self._done, self._total, entry, text))

    def _tell(self, progress: Progress) -> None:
        if self._on_progress is not None:
            self._on_progress(progress)


def _stop(cancel: threading.Event, futures: Sequence[Future[Row]]) -> None:
    cancel.set()
    for future in futures:
        future.cancel()


def _unexpected(error: Exception) -> EngineError:
    return EngineError("Something unexpected went wrong: {reason}.", reason=f"{type(error).__name__}: {error}")
