"""One writer a document, told by name to everybody else, and free again however that writer ends."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from templates.errors import InputError, StorageError
from templates.locks import DocumentLock, Held, Locked, writing

HOLD = """
import sys
from pathlib import Path
from templates.locks import DocumentLock
print(DocumentLock(Path(sys.argv[1]), Path(sys.argv[2])).acquire(), flush=True)
sys.stdin.read()
"""

Start = Callable[[Path], subprocess.Popen[str]]


@pytest.fixture
def hold(tmp_path: Path) -> Iterator[Start]:
    """``hold(document)``: another process that has the document's lock until its standard input closes."""
    with contextlib.ExitStack() as processes:

        def start(document: Path) -> subprocess.Popen[str]:
            command = [sys.executable, "-c", HOLD, tmp_path, document]
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            processes.enter_context(process)
            assert process.stdout is not None
            assert process.stdout.readline().startswith("Held(")
            return process

        yield start


def test_the_first_opener_holds_and_the_second_is_told_who(tmp_path: Path) -> None:
    """The name, the computer, the process and the time are those of the holder."""
    document = tmp_path / "welcome.en"
    with DocumentLock(tmp_path, document) as first:
        assert isinstance(first, Held)
        second = DocumentLock(tmp_path, document).acquire()
        assert second == Locked(first.holder, elsewhere=False)
    assert (first.holder.host, first.holder.pid, first.holder.user) == (platform.node(), os.getpid(), getpass.getuser())
    assert timedelta() <= datetime.now(UTC) - datetime.fromisoformat(first.holder.since) < timedelta(minutes=5)


def test_leaving_gives_the_lock_back(tmp_path: Path) -> None:
    """Also when an exception leaves, and a second release does nothing."""
    lock = DocumentLock(tmp_path, tmp_path / "a")
    with contextlib.suppress(ZeroDivisionError), lock:
        _ = 1 / 0
    lock.release()
    with DocumentLock(tmp_path, tmp_path / "a") as again:
        assert isinstance(again, Held)


def test_a_lock_given_back_names_nobody(tmp_path: Path) -> None:
    """Another computer, which goes by the name, must not take it for held."""
    lock = DocumentLock(tmp_path, tmp_path / "a")
    with lock:
        assert json.loads(lock.path.read_bytes())["pid"] == os.getpid()
    assert lock.path.read_bytes() == b""


def test_documents_are_locked_one_by_one(tmp_path: Path) -> None:
    """Another template of the workspace stays free; the same one by another path does not."""
    (tmp_path / "a").mkdir()
    with DocumentLock(tmp_path, tmp_path / "a"):
        with DocumentLock(tmp_path, tmp_path / "b") as other:
            assert isinstance(other, Held)
        assert isinstance(DocumentLock(tmp_path, tmp_path / "b" / ".." / "a").acquire(), Locked)
        (tmp_path / "link").symlink_to(tmp_path / "a")
        assert isinstance(DocumentLock(tmp_path, tmp_path / "link").acquire(), Locked)


def test_a_lock_is_taken_once(tmp_path: Path) -> None:
    """Taking it again with the same object is a mistake that shows."""
    lock = DocumentLock(tmp_path, tmp_path / "a")
    with lock, pytest.raises(StorageError, match="already"):
        lock.acquire()


def test_another_process_is_told_apart(tmp_path: Path, hold: Start) -> None:
    """The number of the process is the other one's."""
    process = hold(tmp_path / "a")
    outcome = DocumentLock(tmp_path, tmp_path / "a").acquire()
    assert isinstance(outcome, Locked)
    assert outcome.holder.pid == process.pid
    assert not outcome.elsewhere
    process.communicate()
    with DocumentLock(tmp_path, tmp_path / "a") as free:
        assert isinstance(free, Held)


def test_a_killed_holder_leaves_no_lock(tmp_path: Path, hold: Start) -> None:
    """kill -9 frees the document at once, though the file still names the dead one."""
    process = hold(tmp_path / "a")
    lock = DocumentLock(tmp_path, tmp_path / "a")
    process.kill()
    process.wait()
    assert json.loads(lock.path.read_bytes())["pid"] == process.pid
    with lock as outcome:
        assert isinstance(outcome, Held)
        assert outcome.holder.pid == os.getpid()


def test_of_many_who_want_a_dead_ones_lock_one_gets_it(tmp_path: Path, hold: Start) -> None:
    """Nobody takes it away from the one who was first."""
    process = hold(tmp_path / "a")
    process.kill()
    process.wait()
    locks = [DocumentLock(tmp_path, tmp_path / "a") for _ in range(8)]
    outcomes: list[Held | Locked] = []
    barrier = threading.Barrier(len(locks))

    def take(lock: DocumentLock) -> None:
        barrier.wait()
        outcomes.append(lock.acquire())

    threads = [threading.Thread(target=take, args=(lock,)) for lock in locks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(isinstance(outcome, Held) for outcome in outcomes) == 1
    for lock in locks:
        lock.release()


def test_another_computers_lock_is_believed_until_it_is_taken_over(tmp_path: Path) -> None:
    """Its processes cannot be seen from here, so a person decides."""
    lock = DocumentLock(tmp_path, tmp_path / "a")
    lock.path.parent.mkdir()
    lock.path.write_text('{"user": "ann", "host": "studio-2", "pid": 7, "since": "2026-11-21T10:00:00+00:00"}')
    outcome = lock.acquire()
    assert isinstance(outcome, Locked)
    assert (outcome.holder.user, outcome.holder.host, outcome.elsewhere) == ("ann", "studio-2", True)
    assert isinstance(lock.acquire(take_over=True), Held)
    lock.release()
    with lock as free:
        assert isinstance(free, Held)


def test_a_living_holder_cannot_be_taken_over(tmp_path: Path, hold: Start) -> None:
    """Taking over is for locks that were left behind."""
    hold(tmp_path / "a")
    assert isinstance(DocumentLock(tmp_path, tmp_path / "a").acquire(take_over=True), Locked)


@pytest.mark.parametrize("rest", ["", "{", "[]", '{"user": 1}', "\x00" * 40, "[" * 4096, '{"user": "a", "host": "b", '])
def test_a_damaged_lock_file_is_no_lock(tmp_path: Path, rest: str) -> None:
    """Half a name after a power cut does not shut a document for ever."""
    lock = DocumentLock(tmp_path, tmp_path / "a")
    lock.path.parent.mkdir()
    lock.path.write_text(rest)
    with lock as outcome:
        assert isinstance(outcome, Held)


def test_a_holder_without_a_name_yet_is_somebody(tmp_path: Path, hold: Start) -> None:
    """In the moment between taking the lock and writing the name, the document is locked all the same."""
    hold(tmp_path / "a")
    lock = DocumentLock(tmp_path, tmp_path / "a")
    lock.path.write_text("")
    outcome = lock.acquire()
    assert isinstance(outcome, Locked)
    assert (outcome.holder.user, outcome.elsewhere) == ("", False)


def test_a_document_outside_the_workspace_has_no_lock_here(tmp_path: Path) -> None:
    """Its own workspace keeps it."""
    with pytest.raises(InputError, match="not in the workspace"):
        DocumentLock(tmp_path / "acme", tmp_path / "other" / "a")


def test_a_read_only_workspace_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever cannot lock cannot write either."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(StorageError, match="no permission"):
        DocumentLock(tmp_path, tmp_path / "a").acquire()


def test_a_change_waits_for_nobody_and_names_who_is_at_it(tmp_path: Path, hold: Start) -> None:
    """While somebody else changes a document a change is refused with their name; afterwards it goes through."""
    document = tmp_path / "brand"
    other = hold(document)
    with pytest.raises(StorageError, match=getpass.getuser()), writing(DocumentLock(tmp_path, document)):
        pytest.fail("two writers")
    other.communicate("")
    with writing(DocumentLock(tmp_path, document)):
        assert isinstance(DocumentLock(tmp_path, document).acquire(), Locked)
