"""The browser that pictures are taken with is found once, or the one thing to do is said."""

import pytest

from machine import browser, console, debian


def test_a_browser_that_was_found_is_not_looked_for_again(dev_folder, tmp_path, monkeypatch):
    """The second call reads the stamp; it looks again once that program is gone."""
    program = tmp_path / "chromium"
    program.touch()
    finds = []
    monkeypatch.delenv("MAILWRIGHT_BROWSER", raising=False)
    monkeypatch.setattr(browser, "_find", lambda: finds.append(1) or program)
    assert [browser.see_to_browser(), browser.see_to_browser()] == [program, program]
    assert len(finds) == 1
    program.unlink()
    browser.see_to_browser()
    assert len(finds) == 2


def test_without_any_browser_the_one_thing_to_do_is_said(dev_folder, steps, monkeypatch):
    """Debian's package and Playwright's are tried, then dev.py says what to install."""
    monkeypatch.setattr(browser, "_find", lambda: None)
    monkeypatch.setattr(debian, "is_debian", lambda: False)
    monkeypatch.setattr(browser, "DEV", dev_folder)
    with pytest.raises(console.SetUpError, match="Install Chromium, Chrome or Edge"):
        browser.see_to_browser()
    assert steps[0][1:4] == ["-m", "playwright", "install"]
