"""A step is said in one line, ends when it stands still, and goes when we are told to go."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from machine import console

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name == "nt", reason="signals and virtual screens are Unix's")


def test_a_failed_step_says_its_last_words_and_keeps_the_rest(dev_folder, capsys):
    """One line while it runs; when it fails, the error it printed and where the whole output is."""
    script = "print('working'); print('ERROR: no space left'); print('hint: see above'); raise SystemExit(3)"
    with pytest.raises(console.SetUpError, match=r"ERROR: no space left \(the whole output: \.dev.log.python"):
        console.quietly("Doing it", [sys.executable, "-c", script])
    assert capsys.readouterr().out == "· Doing it\n"


@posix
def test_a_download_that_stands_still_is_given_up_with_all_its_helpers(dev_folder, tmp_path):
    """Words are not progress where only bytes count, and nothing that the command started stays behind."""
    sign_of_life = tmp_path / "alive"
    os.mkfifo(sign_of_life)
    reader = os.open(sign_of_life, os.O_RDONLY | os.O_NONBLOCK)
    helper = (
        f"import time; file = open({str(sign_of_life)!r}, 'w'); file.write('started'); file.flush(); time.sleep(60)"
    )
    script = (
        f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {helper!r}])\n"
        "while True: print('trying again', flush=True); time.sleep(0.1)\n"
    )
    watched = tmp_path / "download"
    watched.mkdir()
    with pytest.raises(console.SetUpError, match="without progress"):
        console.quietly("Downloading", [sys.executable, "-c", script], patience_s=1, watch=[watched], words_count=False)
    assert os.read(reader, 100) == b"started"
    assert select.select([reader], [], [], 10)[0], "the helper lives on"
    assert os.read(reader, 100) == b""
    os.close(reader)


@posix
def test_ctrl_c_lets_the_command_end_in_its_own_way():
    """The child tidies up, dev.py returns 130 and prints no traceback."""
    child = (
        "import time\n"
        "try:\n print('ready', flush=True); time.sleep(60)\nexcept KeyboardInterrupt:\n print('tidied', flush=True)"
    )
    parent = (
        f"import sys; sys.path.insert(0, {str(ROOT / '.ci')!r})\n"
        f"from machine.console import visibly; sys.exit(visibly([sys.executable, '-c', {child!r}]))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", parent],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout.readline() == "ready\n"
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (out, err, process.returncode) == ("tidied\n", "", 130)
