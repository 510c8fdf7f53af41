"""The verbs of ``dev.py``: what they start, and what they say."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from machine import browser, checks, console, debian, screen

ROOT = Path(__file__).parents[1]


def test_an_old_python_is_refused_with_one_sentence():
    """dev.py says which version it needs before it reads anything that an old Python could not."""
    code = (
        "import sys, runpy; sys.version_info = (3, 10, 2); sys.version = '3.10.2 (main)'; "
        f"runpy.run_path({str(ROOT / 'dev.py')!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.strip() == "Mailwright needs Python 3.11 or newer and this is 3.10.2: use a newer one."


def test_help_tells_every_verb():
    """python3 dev.py --help names the verbs, each with its sentence."""
    done = subprocess.run([sys.executable, str(ROOT / "dev.py"), "--help"], capture_output=True, text=True)
    for name, verb in dev.VERBS.items():
        assert f"{name:<6} {verb.__doc__}" in done.stdout


def test_demo_goes_on_without_a_browser(monkeypatch, capsys):
    """Building the templates needs none: dev.py says that there will be no pictures and starts the demo."""
    started = []

    def no_browser():
        raise console.SetUpError("There is no browser here.")

    monkeypatch.setattr(dev, "make_environment", lambda: None)
    monkeypatch.setattr(browser, "see_to_browser", no_browser)
    monkeypatch.setattr(screen, "has_screen", lambda: False)
    monkeypatch.setattr(dev, "visibly", lambda command, **rest: started.append(command) or 0)
    assert dev.demo(["--no-window"]) == 0
    assert started[0][1:] == ["-m", "desktop.cli", "demo", "--no-window"]
    assert "No pictures this time: There is no browser here." in capsys.readouterr().out


@pytest.fixture
def prepared(monkeypatch):
    """A machine that is set up; what ``dev.py test`` starts is recorded with its variables."""
    started = []
    monkeypatch.setattr(dev, "make_environment", lambda: None)
    monkeypatch.setattr(browser, "see_to_browser", lambda: None)
    monkeypatch.setattr(debian, "install", lambda packages, purpose, *, wished=(): True)
    monkeypatch.setattr(dev, "visibly", lambda command, *, env, cwd: started.append((command, env)) or 0)
    return started


def test_tests_run_when_lint_fails_and_the_run_has_failed(prepared, monkeypatch):
    """One run tells all: pytest starts anyway, is told what failed, and the exit code says so."""
    monkeypatch.setattr(checks, "run_all", lambda: ["mypy"])
    assert dev.test([]) == 1
    command, env = prepared[0]
    assert command[1:3] == ["-m", "pytest"]
    assert env["MAILWRIGHT_LINT_FAILED"] == "mypy"
    assert env["QT_QPA_PLATFORM"] == "offscreen"


def test_arguments_go_to_pytest_alone(prepared, monkeypatch):
    """``dev.py test -k brand`` is a quick look at some tests; it does not lint."""
    monkeypatch.setattr(checks, "run_all", lambda: pytest.fail("linted"))
    assert dev.test(["-k", "brand"]) == 0
    assert prepared[0][0][-2:] == ["-k", "brand"]


def test_an_unknown_benchmark_is_answered_with_those_that_exist():
    """The names come from listing tests/bench."""
    with pytest.raises(console.SetUpError, match=r"no benchmark nosuch; there are: .*start"):
        dev.bench(["nosuch"])


def test_ci_runs_what_people_run():
    """.ci/run is executable and its only command is the README's."""
    script = ROOT / ".ci/run"
    lines = [line for line in script.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert lines[-1] == "exec python3 dev.py test"
    assert os.name == "nt" or os.access(script, os.X_OK)


def test_options_of_a_benchmark_reach_it(monkeypatch):
    """What stands behind the first option is for the script, whatever it is."""
    told = []
    monkeypatch.setattr(dev, "make_environment", lambda: None)
    monkeypatch.setattr(dev, "visibly", lambda command, env: told.append(command[1:]) or 0)
    assert dev.bench(["brand", "--half", "tune", "--only", "name"]) == 0
    [(script, *options)] = told
    assert script.endswith("bench_brand.py")
    assert options == ["--half", "tune", "--only", "name"]
