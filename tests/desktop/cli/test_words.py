"""What the command line says, in French too."""

from __future__ import annotations

import ast
import string
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assets import asset
from desktop.cli import words
from desktop.cli.token_history import HEADINGS
from renderers.budget.roles import ROLES

ROOT = Path(__file__).parents[3]
SPEAKERS = {"said": 1, "counted": 3}  # functions, and how many of their first arguments may be a sentence


def literals() -> set[str]:
    """Every sentence in the source, and the words that reach ``said`` by a variable."""
    found = {*HEADINGS.values(), *ROLES}
    for path in (ROOT / "desktop" / "cli").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKERS:
                said = node.args[: SPEAKERS[node.func.id]]
                found |= {one.value for one in said if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    return found


@pytest.fixture(scope="module")
def french() -> dict[str, str]:
    """The table."""
    return tomllib.loads(Path(str(asset("translations", "command_line.fr.toml"))).read_text("utf-8"))


def test_every_sentence_is_said_in_french(french):
    """None is missing, and none is left over."""
    said = literals()
    assert "Nothing was spent." in said
    assert (said - set(french), set(french) - said) == (set(), set())


def test_a_translation_has_the_slots_of_its_sentence(french):
    """The same values are filled in."""
    for english, translated in french.items():
        assert _slots(translated) == _slots(english), english


def _slots(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


@pytest.mark.parametrize(
    ("language", "n", "text"),
    [
        ("C.UTF-8", 0, "0 tokens"),
        ("C.UTF-8", 1, "1 token"),
        ("C.UTF-8", 1200, "1,200 tokens"),
        ("fr_FR.UTF-8", 0, "0 jeton"),
        ("fr_FR.UTF-8", 1, "1 jeton"),
        ("fr_FR.UTF-8", 1200, "1\u202f200 jetons"),
    ],
)
def test_tokens_are_counted(monkeypatch, language, n, text):
    """One is singular; in French nothing is, too."""
    monkeypatch.setenv("LC_ALL", language)
    assert words.tokens(n) == text


def test_a_day_is_said(monkeypatch):
    """As people say it."""
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert words.day(datetime(2026, 11, 12, 12, tzinfo=UTC)) == "12 novembre 2026"
