"""The environment is made once, from the lock, and made anew when it is of no use."""

from __future__ import annotations

from pathlib import Path

import pytest

from machine import console, environment


@pytest.fixture
def checkout(dev_folder, steps, monkeypatch):
    """A checkout with a lock and an environment that a spy pretends to make."""
    root = dev_folder.parent
    (root / "requirements.lock").write_text("one==1", encoding="utf-8")
    (root / "pyproject.toml").write_text("[project]", encoding="utf-8")
    for name, path in {"VENV": ".venv", "PYTHON": ".venv/python", "LOCK": "requirements.lock"}.items():
        monkeypatch.setattr(environment, name, root / path)
    monkeypatch.setattr(environment, "PROJECT", root / "pyproject.toml")

    def make(line, command, **rest):
        steps.append(list(command))
        if "venv" in command:
            lay_environment(root / ".venv")

    monkeypatch.setattr(environment, "quietly", make)
    return root


def lay_environment(folder: Path, version: str = "3.11.7") -> None:
    folder.mkdir(exist_ok=True)
    (folder / "python").touch()
    (folder / "pyvenv.cfg").write_text(f"home = /usr\nversion = {version}\n", encoding="utf-8")


def kinds(steps: list[list[str]]) -> list[str]:
    words = {"venv": "environment", "--require-hashes": "lock", "--editable": "project"}
    return [next(kind for word, kind in words.items() if word in command) for command in steps]


def test_a_fresh_checkout_gets_an_environment_the_lock_and_the_project(checkout, steps):
    """Set-up makes .venv, installs the locked packages by their hashes, then the project, in this order."""
    environment.make_environment()
    assert kinds(steps) == ["environment", "lock", "project"]


def test_set_up_does_nothing_twice(checkout, steps):
    """A second call starts no command."""
    environment.make_environment()
    steps.clear()
    environment.make_environment()
    assert steps == []


def test_a_new_lock_is_installed_and_nothing_else(checkout, steps):
    """Whoever pulls a changed lock gets its packages with the next command."""
    environment.make_environment()
    steps.clear()
    (checkout / "requirements.lock").write_text("one==2", encoding="utf-8")
    environment.make_environment()
    assert kinds(steps) == ["lock"]


@pytest.mark.parametrize("damage", ["its Python is gone", "it is too old"])
def test_an_environment_that_is_of_no_use_is_made_anew(checkout, steps, damage):
    """After a Python was removed, or with an old one, .venv is cleared and filled again."""
    environment.make_environment()
    steps.clear()
    if damage == "it is too old":
        lay_environment(checkout / ".venv", "3.10.4")
    else:
        (checkout / ".venv/python").unlink()
    environment.make_environment()
    assert kinds(steps) == ["environment", "lock", "project"]


def test_a_failed_installation_is_tried_again(checkout, monkeypatch):
    """No stamp is left behind by a step that failed, and the sentence says what to do."""
    lay_environment(checkout / ".venv")

    def fail(line, command, **rest):
        raise console.SetUpError("Network is unreachable.")

    monkeypatch.setattr(environment, "quietly", fail)
    for _ in range(2):
        with pytest.raises(console.SetUpError, match=r"Network is unreachable\. See that the package index"):
            environment.make_environment()
