"""One line a step, and child processes that end when we end."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

ROOT = Path(__file__).parents[2]
DEV = ROOT / ".dev"  # stamps, logs, figures: nothing in it is precious
POLL_S = 0.5
GRACE_S = 20.0  # apt-get and pip put things in order after Ctrl+C


class SetUpError(Exception):
    """Something cannot be had here. Says what, and the one thing to do."""


def say(text: str) -> None:
    """Print one line at once, so that it stands before what a child process prints."""
    print(f"· {text}", flush=True)


def end_on_termination() -> None:
    """Make SIGTERM unwind the stack like Ctrl+C does, so that no child process stays behind."""
    signal.signal(signal.SIGTERM, _terminated)


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


def quietly(
    line: str,
    command: Sequence[str],
    *,
    env: Mapping[str, str] = {},
    patience_s: float = 0,
    watch: Sequence[Path] = (),
    words_count: bool = True,
) -> None:
    """Run ``command`` behind one line of ours; what it prints goes to a file in ``.dev/log``.

    ``patience_s`` > 0 ends it when nothing has moved for so many seconds: no byte more in the folders ``watch`` and,
    where ``words_count``, no word printed. (A download that tries again and again prints much and gets nowhere.)
    Raises SetUpError with its last words.
    """
    say(line)
    log = DEV / "log" / f"{Path(command[0]).stem}-{time.time_ns()}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **env},
            start_new_session=True,  # its helpers end with it: see end_with_family
        )
        try:
            in_time = _wait(process, [*watch, log] if words_count else watch, patience_s)
        finally:
            end_with_family(process)
    if not in_time:
        raise SetUpError(f"Given up after {patience_s:.0f} s without progress.")
    if process.returncode:
        raise SetUpError(f"{_last_words(log)} (the whole output: {log.relative_to(ROOT)})")


def _wait(process: subprocess.Popen[bytes], watch: Sequence[Path], patience_s: float) -> bool:
    """Wait for the end of ``process``; False when ``patience_s`` went by and the size of ``watch`` stayed the same."""
    started = moved = time.monotonic()
    size = -1
    while True:
        try:
            process.wait(POLL_S)
        except subprocess.TimeoutExpired:
            now, before, size = time.monotonic(), size, sum(map(_size, watch))
            moved = now if size != before else moved
            _show_seconds(now - started)
            if patience_s and now - moved > patience_s:
                return False
        else:
            return True


def _size(path: Path) -> int:
    """Bytes in a file or in all files below a folder; what vanishes meanwhile counts nothing."""
    total = 0
    for file in path.rglob("*") if path.is_dir() else [path]:
        try:
            total += file.lstat().st_size
        except OSError:
            continue
    return total


def _show_seconds(seconds: float) -> None:
    if sys.stdout.isatty() and not os.environ.get("CI"):
        print(f"  {seconds:.0f} s", end="\r", flush=True)


def _last_words(log: Path) -> str:
    """The last lines that speak of an error, or else the last ones."""
    lines = [line.strip() for line in log.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower()]
    return " / ".join((errors or lines)[-2:]) or "It failed without a word."


def end_with_family(process: subprocess.Popen[bytes]) -> None:
    """End a process started in a session of its own, and every process it started."""
    if process.poll() is not None:
        return
    if os.name == "nt":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(GRACE_S)
        with contextlib.suppress(ProcessLookupError):  # nobody of the family is left
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def visibly(command: Sequence[str], *, env: Mapping[str, str] = {}, cwd: Path | None = None) -> int:
    """Run ``command`` on our terminal and return its exit code.

    Ctrl+C reaches it as well: it may end in its own way first. When we are ended, it is too.
    """
    process = subprocess.Popen(command, env={**os.environ, **env}, cwd=cwd)
    try:
        return _exit_code(process.wait())
    except KeyboardInterrupt:
        try:
            process.wait(GRACE_S)
        except subprocess.TimeoutExpired:
            say("It does not end by itself: ended.")
        return 130
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


def _exit_code(code: int) -> int:
    """What a shell would say: a child killed by signal 9 ends with 137."""
    return 128 - code if code < 0 else code
