"""A checkout of the test's own for the steps in ``.ci/machine``, and no command is really run."""

import pytest

from machine import browser, console, debian, environment


@pytest.fixture
def dev_folder(tmp_path, monkeypatch):
    """Stamps and logs go to a folder of the test."""
    folder = tmp_path / "checkout" / ".dev"
    folder.mkdir(parents=True)
    for module in (console, environment):
        monkeypatch.setattr(module, "DEV", folder)
    monkeypatch.setattr(console, "ROOT", folder.parent)
    monkeypatch.setattr(browser, "STAMP", folder / "browser")
    return folder


@pytest.fixture
def steps(monkeypatch):
    """The commands that would have been run, in order."""
    commands = []
    for module in (environment, debian, browser):
        monkeypatch.setattr(module, "quietly", lambda line, command, **rest: commands.append(list(command)))
    return commands
