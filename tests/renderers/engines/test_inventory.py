"""What takes pictures here, and what is missing."""

import sys

import pytest

from renderers.clients.profile import profiles
from renderers.engines import BrowserMissingError, Capabilities, inventory
from renderers.engines.inventory import inventory as look_around
from renderers.engines.locate import Browser
from renderers.engines.offers import Offer


class Engine:
    """One that can do little."""

    capabilities = Capabilities(scale=False)


@pytest.fixture
def offered(monkeypatch, tmp_path):
    """A computer with Firefox, and without the rest."""

    def missing(**values: str) -> Browser:
        raise BrowserMissingError("{name} was not found.", advice="Run: {command}", name="It", **values)

    firefox = Browser(tmp_path / "firefox", "firefox", "153.7")
    kinds = [
        Offer("thunderbird", "Thunderbird", lambda: missing(command="apt"), Engine, is_client=True),
        Offer("firefox", "Firefox", lambda: firefox, Engine),
        Offer("chromium", "Chromium", lambda: missing(command="python -m playwright install chromium"), Engine),
    ]
    monkeypatch.setattr(inventory, "offers", lambda: {kind.kind: kind for kind in kinds})


@pytest.mark.usefixtures("offered")
def test_each_kind_says_what_is_here():
    """The busiest first; what is missing has the one command that adds it."""
    entries = look_around()
    assert [entry.kind for entry in entries][:2] == ["chromium", "firefox"]
    chromium, firefox, thunderbird = entries
    assert (chromium.browser, chromium.command) == (None, "python -m playwright install chromium")
    assert (firefox.browser.version, firefox.capabilities, firefox.missing) == ("153.7", Engine.capabilities, None)
    assert firefox.command == ""
    assert [entry.can_be_added for entry in (chromium, firefox, thunderbird)] == [True, False, False]


@pytest.mark.usefixtures("offered")
def test_the_clients_of_each_kind_are_counted():
    """Those that name it; of a client itself, those on this system."""
    by_kind = {entry.kind: entry.clients for entry in look_around()}
    assert by_kind["firefox"] == sum(shown.engine == "firefox" for shown in profiles())
    assert by_kind["thunderbird"] == sum(shown.system == sys.platform for shown in profiles() if shown.program)
    assert by_kind["chromium"] > by_kind["firefox"] > 0
