"""A process tree ends as a whole, and only that tree."""

import os
import shutil
import subprocess
import sys

import pytest

from renderers.engines import processes
from renderers.engines.processes import NICENESS, PROC, descendants, give_way, home_in, kill_tree, leash, marked

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tree is made of shells")

LEASHED = """
import subprocess, sys
p = subprocess.Popen([*sys.argv[1:], "sleep", "60"])
print(p.pid, flush=True)
p.wait()
"""
PARENT = "import subprocess; p = subprocess.Popen(['sleep', '60']); print(p.pid, flush=True); p.wait()"


@pytest.fixture
def family():
    """A process with one child; yields (parent, id of the child)."""
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        yield parent, int(parent.stdout.readline())
        parent.kill()


def test_children_end_with_their_parent(family, ended):
    """A renderer that spins does not outlive its browser."""
    parent, child = family
    assert descendants(parent.pid) == [child]
    kill_tree(parent.pid)
    parent.wait(5)
    assert ended(child)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such thing")
def test_what_is_on_a_leash_ends_with_whoever_holds_it(ended):
    """Also when that one is killed and can do nothing about it."""
    with subprocess.Popen([sys.executable, "-c", LEASHED, *leash()], stdout=subprocess.PIPE, text=True) as parent:
        child = int(parent.stdout.readline())
        parent.kill()
    assert ended(child)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep their folders elsewhere")
def test_nothing_is_left_in_the_users_home(tmp_path, own_home):
    """A program's home is a folder of ours; the user's fonts are still found."""
    environment = home_in(tmp_path)
    assert {environment[name] for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")} == {str(tmp_path)}
    assert environment["XDG_DATA_HOME"].startswith(str(own_home))


@pytest.mark.skipif(not shutil.which("ps"), reason="there is no ps here")
def test_both_ways_to_list_processes_agree(family, monkeypatch, tmp_path):
    """Where there is no /proc (macOS), ps tells the same."""
    parent, child = family
    monkeypatch.setattr(processes, "PROC", tmp_path / "none")
    assert descendants(parent.pid) == [child]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells nobody")
def test_a_process_is_found_by_its_mark():
    """The one that was started with it, not what it starts in its turn."""
    environment = {**os.environ, "MARK": "one of a kind"}
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True, env=environment) as parent:
        parent.stdout.readline()  # its child is there by now
        found = marked("MARK", "one of a kind"), marked("MARK", "another")
        kill_tree(parent.pid)
    assert found == (parent.pid, None)


def test_a_process_that_is_gone_is_no_error(family):
    """Killing twice does nothing the second time, and never touches ourselves."""
    parent, _ = family
    kill_tree(parent.pid)
    parent.wait(5)
    kill_tree(parent.pid)
    assert os.getpid()


def test_only_what_has_a_session_of_its_own_gives_way():
    """A browser beside a window, and not the parts of the window itself."""
    sleep = [sys.executable, "-c", "input()"]
    with (
        subprocess.Popen(sleep, stdin=subprocess.PIPE, start_new_session=True) as browser,
        subprocess.Popen(sleep, stdin=subprocess.PIPE) as part,
    ):
        give_way()
        found = [os.getpriority(os.PRIO_PROCESS, each.pid) for each in (browser, part)]
        for each in (browser, part):
            each.kill()
    assert found == [NICENESS, os.getpriority(os.PRIO_PROCESS, 0)]


@pytest.mark.skipif(not (PROC / "self/autogroup").exists(), reason="this system does not group by sessions")
def test_their_sessions_give_way_too_however_many_tries_it_takes():
    """Linux refuses a user's second session within a tenth of a second: it is said, and a later try does it."""
    sleep = [sys.executable, "-c", "input()"]
    with (
        subprocess.Popen(sleep, stdin=subprocess.PIPE, start_new_session=True) as one,
        subprocess.Popen(sleep, stdin=subprocess.PIPE, start_new_session=True) as two,
    ):
        while not give_way():
            pass  # nobody tells when the next one may be changed
        found = [(PROC / str(each.pid) / "autogroup").read_text("ascii").split()[-2:] for each in (one, two)]
        for each in (one, two):
            each.kill()
    assert found == [["nice", str(NICENESS)]] * 2


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root has the right to real time")
def test_what_is_on_the_leash_cannot_have_the_processor_to_itself():
    """WebKit asks for real time where it may: one of its threads that spins stopped the window for a second."""
    ask = "import os; os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(5))"
    asked = subprocess.run([*leash(), sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    assert "PermissionError" in asked.stderr
