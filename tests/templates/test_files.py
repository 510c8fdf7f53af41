"""Atomic writing: what is on disk is the old content or the new, never a mixture and never a leftover."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from templates import files
from templates.errors import InputError, StorageError


def test_a_written_text_is_read_back_to_the_byte(tmp_path: Path) -> None:
    """Line ends and characters come back as they were given."""
    text = "één\r\ntwo\n\u200bthree"
    files.write_text(tmp_path / "new" / "a.txt", text)
    assert files.read_text(tmp_path / "new" / "a.txt") == text
    assert (tmp_path / "new" / "a.txt").read_bytes() == text.encode()


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    """Editors on Windows put one in front."""
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfhello")
    assert files.read_text(tmp_path / "a.txt") == "hello"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """Whichever step fails, the old file is whole and no temporary file stays."""
    path = tmp_path / "a.txt"
    files.write_text(path, "old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(*((os, "fsync") if call == "fsync" else (Path, "replace")), full)
    with pytest.raises(StorageError, match="disk is full") as caught:
        files.write_text(path, "new")
    assert caught.value.place is not None
    assert caught.value.place.file == str(path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "no permission"),
        (errno.EROFS, "read-only"),
        (errno.EDQUOT, "disk is full"),
        (errno.EIO, "refused: Input/output error"),
        (errno.ENOENT, "does not exist"),
    ],
)
def test_each_refusal_of_the_system_is_one_sentence(tmp_path: Path, number: int, said: str) -> None:
    """The message tells the cause, not the error number."""
    with pytest.raises(StorageError, match=said), files.storage_errors(tmp_path):
        raise OSError(number, os.strerror(number))


def test_the_mode_of_a_file_is_kept(tmp_path: Path) -> None:
    """A file that only its owner may read stays so."""
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o600)
    files.write_text(path, "new")
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What is written goes into the file behind it."""
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    files.write_text(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_text_that_is_not_utf8_names_the_byte(tmp_path: Path) -> None:
    """A Latin-1 file is refused with the place of its first odd byte."""
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    with pytest.raises(StorageError, match=r"not UTF-8 text \(byte 3\)"):
        files.read_text(tmp_path / "a.txt")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """The limit is named; a file of exactly that size is read."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 2 * 1024**2)
    assert len(files.read_text(path, most=2 * 1024**2)) == 2 * 1024**2
    with pytest.raises(InputError, match="at most 1 MB"):
        files.read_text(path, most=1024**2)


_WRITE_FOREVER = """
import itertools, sys
from pathlib import Path
from templates.files import write_text
print("ready", flush=True)
for number in itertools.count():
    write_text(Path(sys.argv[1]), str(number % 10) * 200_000)
"""


def test_a_killed_writer_leaves_a_whole_file(tmp_path: Path) -> None:
    """kill -9 in the middle of writing costs the new content, never the old."""
    path = tmp_path / "a.txt"
    path.write_text("0" * 200_000)
    with subprocess.Popen([sys.executable, "-c", _WRITE_FOREVER, path], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        for _ in range(200):  # read along while it writes
            content = path.read_text()
            assert len(content) == 200_000
            assert len(set(content)) == 1
        writer.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    content = path.read_text()
    assert len(content) == 200_000
    assert len(set(content)) == 1


def test_a_folder_that_goes_away_meanwhile_has_no_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template may be deleted while its mail is built."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/default.json").write_text("{}", encoding="utf-8")
    assert [each.name for each in files.files_in(tmp_path / "data", "*.txt", "*.json")] == ["default.json"]

    def gone(folder: Path, pattern: str) -> Iterator[os.DirEntry[str]]:
        shutil.rmtree(folder, ignore_errors=True)
        yield from os.scandir(folder)

    monkeypatch.setattr(Path, "glob", gone)
    assert files.files_in(tmp_path / "data", "*.txt", "*.json") == []
