"""A farm on this computer for tests and benchmarks: Dask's scheduler and workers of ours, all real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

SCHEDULER = (sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0")
END_S = 20


class LocalFarm:
    """A scheduler and its workers; ``scheduler`` is its address."""

    def __init__(self, scheduler: str, stack: ExitStack) -> None:
        self.scheduler = scheduler
        self.workers: list[subprocess.Popen[str]] = []
        self._stack = stack

    def need_workers(self, count: int, *, lanes: int = 2) -> None:
        """Start those that lack by the command line, all at once, and wait until they are ready."""
        command = (sys.executable, "-m", "desktop.cli", "worker", "--scheduler", self.scheduler, "--lanes", str(lanes))
        started = [self._stack.enter_context(_running(command)) for _ in range(count - len(self.workers))]
        for worker in started:
            _read_until(worker, "Ready, for")
        self.workers += started

    def kill_worker(self) -> None:
        """End the worker that was started last at once, as the kernel does when memory runs out."""
        worker = self.workers.pop()
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()


@contextmanager
def local_farm() -> Iterator[LocalFarm]:
    """A farm without workers; all that was started for it has ended afterwards."""
    with ExitStack() as stack:
        scheduler = stack.enter_context(_running((*SCHEDULER, "--dashboard-address", "127.0.0.1:0")))
        address = _read_until(scheduler, "Scheduler at:").rpartition(" ")[2].strip()
        yield LocalFarm(address, stack)


@contextmanager
def _running(command: tuple[str, ...]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=END_S)


def _read_until(process: subprocess.Popen[str], words: str) -> str:
    """Return the line that a process says with these words in it."""
    said = []
    for line in process.stderr or ():
        said.append(line)
        if words in line:
            return line
    raise AssertionError("".join(said))
