"""The ground that every test stands on, tried on a few tests of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = """
import logging, os, pathlib
import pytest


def test_silent():
    assert pathlib.Path.home() == pathlib.Path(os.environ["XDG_CACHE_HOME"]).parent


def test_logs():
    logging.getLogger("compile").warning("the tag is unknown")


def test_announces(caplog):
    with caplog.at_level(logging.WARNING):
        logging.getLogger("compile").warning("the tag is unknown")


def test_logs_worse_than_announced(caplog):
    with caplog.at_level(logging.WARNING):
        logging.getLogger("compile").error("the disk is full")


@pytest.mark.slow
def test_long():
    pass


@pytest.mark.browser
def test_pictures():
    pass
"""


def outcomes(folder: Path, *arguments: str, **variables: str) -> tuple[dict[str, str], str]:
    """Run the sample with our conftest; return each test's outcome and the whole output."""
    (folder / "test_sample.py").write_text(SAMPLE, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        ROOT / "pyproject.toml",
        "-p",
        "conftest",
        "-v",
        *arguments,
        folder,
    ]
    env = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("PYTEST")}
    env |= {"PYTHONPATH": str(ROOT / "tests"), "MAILWRIGHT_BROWSER": str(folder / "none"), **variables}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8")
    return dict(re.findall(r"::(test_\w+) (\w+)", done.stdout)), done.stdout


@pytest.fixture(scope="module")
def on_a_desk(tmp_path_factory):
    return outcomes(tmp_path_factory.mktemp("desk"), MAILWRIGHT_LINT_FAILED="mypy")


@pytest.fixture(scope="module")
def in_ci(tmp_path_factory):
    return outcomes(tmp_path_factory.mktemp("ci"), "--slow", CI="true")


def test_a_warning_in_the_log_fails_a_test(on_a_desk):
    """What nobody announced is named at the end of the test; an announced level is no news, a worse one is."""
    found, output = on_a_desk
    assert found["test_announces"] == "PASSED"
    assert re.findall(r"^ERROR \S+::(\w+)", output, re.MULTILINE) == ["test_logs", "test_logs_worse_than_announced"]
    assert "compile: WARNING: the tag is unknown" in output
    assert "compile: ERROR: the disk is full" in output


def test_each_test_has_a_home_of_its_own(on_a_desk):
    """The user's folders lie in a temporary one."""
    assert on_a_desk[0]["test_silent"] == "PASSED"


def test_what_cannot_run_says_why(on_a_desk):
    """On a desk a test without its browser is skipped with a reason, and so is a long one."""
    found, output = on_a_desk
    assert (found["test_pictures"], found["test_long"]) == ("SKIPPED", "SKIPPED")
    assert "no browser was found: python3 dev.py setup gets one" in output
    assert "the long version: run with --slow" in output


def test_in_ci_nothing_is_skipped_for_want_of_a_browser(in_ci):
    """Where everything must be there, a missing browser fails the test that needs it; --slow runs the long ones."""
    found, output = in_ci
    assert found["test_long"] == "PASSED"
    assert re.findall(r"^ERROR \S+::(\w+)", output, re.MULTILINE)[-1] == "test_pictures"


def test_a_failed_lint_is_repeated_near_the_closing_line(on_a_desk):
    """Lint ran long before; its failure is told again at the end, and pytest's own line stays the last."""
    results, _, end = on_a_desk[1].partition("= lint =")
    assert "failed: mypy (see the top of this output)" in end
    assert "test_pictures SKIPPED" in results
    assert re.search(r"\d+ passed", on_a_desk[1].rstrip().splitlines()[-1])
