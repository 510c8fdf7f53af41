"""End a browser with everything it started, and nothing else: by process id, never by name."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

PROC = Path("/proc")
NICENESS = 19

_HELD = ("setpriv", "--pdeathsig", "KILL")
_SHELL = ("sh", "-c")
# Whoever held it may be gone before it was on the leash.
_IF_STILL_HELD = '[ "$PPID" = "$0" ] && exec "$@"'
# Of root's rights the one to real time: WebKit takes it, and a thread of it that spins stops all others for a second.
_WITHOUT_REAL_TIME = ("--bounding-set", "-sys_nice")


def kill_tree(pid: int) -> None:
    """End process ``pid`` and its descendants at once. One that is gone already is fine."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/PID", str(pid), "/T", "/F"], capture_output=True, check=False)
        return
    for each in (pid, *descendants(pid)):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(each, signal.SIGKILL)


def give_way() -> bool:
    """Let the browsers that we started give way to other programs: all descendants with a session of their own.

    Whoever looks at a window must not feel that browsers beside it work with all they can get. Linux may share the
    processor out by sessions first, however nice the programs of one are (sched(7)); Windows is left alone. Returns
    whether all of them do; Linux lets a user change one session in a tenth of a second.
    """
    if sys.platform == "win32":
        return True
    members = {}
    for each in descendants(os.getpid()):
        with contextlib.suppress(OSError):
            if (session := os.getsid(each)) != os.getsid(0):
                members[session] = each
                if os.getpriority(os.PRIO_PROCESS, each) < NICENESS:
                    _lower(each)
    return all(_lower_session(each) for each in members.values())


def _lower(pid: int) -> None:
    tasks = PROC / str(pid) / "task"  # on Linux each thread has a priority of its own
    threads = [int(task.name) for task in tasks.iterdir()] if tasks.is_dir() else [pid]
    for thread in threads:
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, thread, NICENESS)


def _lower_session(member: int) -> bool:
    """Return whether it gives way, or never will: False is worth another try."""
    group = PROC / str(member) / "autogroup"
    try:
        if f"nice {NICENESS}\n" not in group.read_text("ascii"):
            group.write_text(str(NICENESS), "ascii")
    except BlockingIOError:
        return False
    except OSError:
        pass  # ended meanwhile, or a system without such groups
    return True


def leash() -> list[str]:
    """Return what to put in front of a command on Linux so that it is killed when we are, however we end.

    The kernel sees to it (PR_SET_PDEATHSIG, prctl(2)); "we" is the thread that starts the command, for a browser the
    one with the pool's loop. Empty where there is no such thing. Root's browsers do without real time (sched(7)).
    """
    holder = _holder()
    return [*holder, *_SHELL, _IF_STILL_HELD, str(os.getpid())] if holder else []


@cache
def _holder() -> tuple[str, ...]:
    """The strictest that this system grants; nothing where it has none."""
    for each in ((*_HELD, *_WITHOUT_REAL_TIME), _HELD) if sys.platform == "linux" else ():
        with contextlib.suppress(OSError):
            if subprocess.run([*each, *_SHELL, ":"], capture_output=True, check=False).returncode == 0:
                return each
    return ()


def home_in(folder: Path) -> dict[str, str]:
    """Return the environment of a program that starts now: the user's own, but on Linux its traces go to ``folder``.

    The user's fonts stay where they are.
    """
    environment = dict(os.environ)
    if sys.platform == "linux":
        environment.setdefault("XDG_DATA_HOME", str(Path.home() / ".local/share"))
        environment |= {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
    return environment


def descendants(pid: int) -> list[int]:
    """Return the ids of the children of ``pid``, their children and so on (Linux, macOS)."""
    children = _children_by_parent()
    found: list[int] = []
    queue = [pid]
    while queue:
        offspring = children[queue.pop()]
        found += offspring
        queue += offspring
    return found


def marked(name: str, value: str) -> int | None:
    """Return the id of the process among our descendants that was started with this variable in its environment.

    What it started has the variable too and is not meant. None where there is none; Windows tells nobody.
    """
    if sys.platform == "win32":
        return None
    entry = f"{name}={value}"
    for pid in descendants(os.getpid()):  # parents come before their children
        if entry in (_proc_environment(pid) if PROC.is_dir() else _ps_environment(pid)):
            return pid
    return None


def _proc_environment(pid: int) -> list[str]:
    try:
        return (PROC / str(pid) / "environ").read_text(errors="replace").split("\0")
    except OSError:
        return []  # ended meanwhile, or no affair of ours


def _ps_environment(pid: int) -> list[str]:
    # macOS: -E prints it behind the command
    output = subprocess.run(
        ["ps", "-Eww", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return output.stdout.split()


def _children_by_parent() -> defaultdict[int, list[int]]:
    children: defaultdict[int, list[int]] = defaultdict(list)
    for pid, parent in _proc_table() if PROC.is_dir() else _ps_table():
        children[parent].append(pid)
    return children


def _proc_table() -> list[tuple[int, int]]:
    table = []
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                # "pid (name) state parent …": the name may hold anything, brackets too
                fields = (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()
                table.append((int(folder.name), int(fields[1])))
    return table


def _ps_table() -> list[tuple[int, int]]:
    output = subprocess.run(["ps", "-axo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    return [(int(pid), int(parent)) for pid, parent in (line.split() for line in output.splitlines())]
