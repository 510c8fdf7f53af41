"""Reading a site for a new workspace: with a browser where there is one, and in steps that have names."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from desktop.new_workspace import STEPS, creating, reading, sample_site
from renderers.budget.accounts import Accounts


class Watched:
    """A job that nobody sees; ``steps`` are what it was told."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.steps: list[str] = []

    def check(self) -> None:
        assert not self.stop.is_set()

    def advance(self, done: int, total: int, what: str) -> None:
        assert 0 < done <= total
        self.steps.append(what)


@pytest.mark.browser
def test_a_browser_looks_at_the_page() -> None:
    """The kit has the page's picture, and every step can be said in the user's language."""
    job = Watched()
    kit = reading(sample_site())(job)
    assert kit.page_picture.startswith(b"\x89PNG")
    assert job.steps == list(STEPS)


def test_without_a_browser_nobody_is_bothered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The page alone serves, and the kit has no warning about it."""
    monkeypatch.setenv("MAILWRIGHT_BROWSER", str(tmp_path / "none"))
    kit = reading(sample_site())(Watched())
    assert (kit.page_picture, kit.warnings) == (b"", ())
    assert kit.name == "Kettlewren"


def test_a_new_workspace_has_its_account(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With its first tokens, before anybody looks for them."""
    monkeypatch.setenv("MAILWRIGHT_BROWSER", str(tmp_path / "none"))
    monkeypatch.setattr("desktop.new_workspace.add_starters", lambda *_, **__: None)
    root = creating(reading(sample_site())(Watched()), tmp_path / "agency", ["en"])(Watched())
    accounts = Accounts(f"sqlite:///{root / 'workspace.db'}")
    assert [each.id for each in accounts.tree()] == ["kettlewren"]
    accounts.store.close()
