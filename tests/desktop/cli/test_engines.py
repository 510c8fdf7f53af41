"""``mailwright engines``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from desktop.cli import engines
from renderers.engines import BrowserMissingError, Capabilities
from renderers.engines.inventory import Entry
from renderers.engines.locate import Browser
from templates.errors import Cancelled

FRENCH = {"LC_ALL": "fr_FR.UTF-8"}
PLAYWRIGHT = "python -m playwright install webkit"


def interrupted(_work: object) -> None:
    raise Cancelled("The work was stopped.")


def missing(name: str, command: str) -> BrowserMissingError:
    return BrowserMissingError("{name} was not found.", advice="Run: {command}", name=name, command=command)


@pytest.fixture
def here(monkeypatch) -> list[Entry]:
    """What is on this computer; a test may change it."""
    browser = Browser(Path("/opt/firefox"), "firefox", "153.7.0")
    entries = [
        Entry(
            "chromium", "Chromium", False, 46, Browser(Path("/opt/shell"), "headless-shell", "156.0"), Capabilities()
        ),
        Entry("webkit", "WebKit", False, 12, missing=missing("WebKit", PLAYWRIGHT)),
        Entry("firefox", "Firefox", False, 3, browser, Capabilities(scale=False, dark=False)),
        Entry("thunderbird", "Thunderbird", True, 1, missing=missing("Thunderbird", "apt-get install thunderbird")),
    ]
    monkeypatch.setattr(engines, "inventory", lambda: entries)
    return entries


@pytest.fixture
def installer(monkeypatch):
    """``installer(program)``: this program of Python's stands for Playwright's installer."""

    def installer(program: str) -> None:
        real = engines.install
        command = (sys.executable, "-X", "utf8", "-c", program)
        monkeypatch.setattr(engines, "install", lambda kind, on_line: real(kind, on_line, command))

    return installer


@pytest.mark.usefixtures("here")
def test_what_is_here_is_listed(run):
    """Version, program and how many clients; what is missing with what that means and the one command."""
    done = run("engines")
    assert done.returncode == 0
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert "Chromium 156.0 46 /opt/shell" in lines
    assert "WebKit missing 12" in lines
    assert "Until then Chromium takes the pictures of 12 clients, and their labels say so." in done.stdout
    assert "To add WebKit: mailwright engines add webkit" in lines
    assert "To add Thunderbird: apt-get install thunderbird" in lines
    assert "Firefox here: mails do not see how dense the screen is; no dark mode." in lines


@pytest.mark.usefixtures("here")
def test_it_is_said_in_french(run):
    """In the language of the system."""
    done = run("engines", env=FRENCH)
    assert "Pour ajouter WebKit\u00a0: mailwright engines add webkit" in done.stdout
    assert "WebKit est introuvable. En attendant, Chromium prend les images de 12 messageries" in done.stdout


@pytest.mark.usefixtures("here")
def test_a_program_gets_data(run):
    """The same, with what each can do."""
    chromium, webkit, *_ = json.loads(run("engines", "--json").stdout)
    assert (chromium["path"], chromium["clients"]) == (str(Path("/opt/shell")), 46)
    assert chromium["capabilities"]["intercept"] is True
    assert (webkit["path"], webkit["command"]) == (None, PLAYWRIGHT)


def test_the_real_ones_are_listed(run):
    """Whatever this computer has."""
    listed = json.loads(run("engines", "--json").stdout)
    assert {"chromium", "firefox", "thunderbird"} <= {each["engine"] for each in listed}
    assert all(each["path"] or each["missing"] for each in listed)


def test_one_is_added(run, here, installer):
    """With its progress, and where it is then."""
    installer("print('|■■■■   |  40% of 96.1 MiB')")
    here[1] = Entry("webkit", "WebKit", False, 12, Browser(Path("/own/pw_run.sh"), "webkit", "build 1"), Capabilities())
    done = run("engines", "add", "webkit")
    assert done.returncode == 0
    assert f"WebKit is here: {Path('/own/pw_run.sh')}" in done.stderr


@pytest.mark.usefixtures("here")
def test_one_that_cannot_be_had_is_explained(run, installer):
    """Why, and what to do."""
    installer("print('Error: getaddrinfo ENOTFOUND'); raise SystemExit(1)")
    done = run("engines", "add", "webkit")
    assert done.returncode == 1
    assert "WebKit could not be added: getaddrinfo ENOTFOUND. Is this computer connected" in done.stderr


def test_what_is_no_engine_is_refused(run):
    """Those that can be added are named."""
    done = run("engines", "add", "opera")
    assert done.returncode == 1
    assert "Known: chromium, firefox, webkit." in done.stderr


def test_it_can_be_stopped(run, monkeypatch):
    """Ctrl+C is no failure."""
    monkeypatch.setattr(engines, "wait_for", interrupted)
    assert run("engines", "add", "webkit").returncode == 130
