"""Which engine drives which Firefox."""

import pytest

from renderers.engines import firefox_engine
from renderers.engines.firefox_engine import OFFER, FirefoxEngine
from renderers.engines.locate import Browser
from renderers.engines.playwright.build_engine import PlaywrightBuildEngine


@pytest.mark.parametrize(
    ("kind", "engine"), [("firefox", FirefoxEngine), ("playwright-firefox", PlaywrightBuildEngine)]
)
def test_playwrights_own_build_is_driven_by_playwright(monkeypatch, tmp_path, kind, engine):
    """And any other by Marionette; the pictures of the two are told apart."""
    monkeypatch.setattr(firefox_engine, "locate_firefox", lambda: Browser(tmp_path / "firefox", kind, "159.0"))
    made = OFFER.make()
    assert isinstance(made, engine)
    assert made.identity.startswith(f"{kind} 159.0 fonts ")
