"""``clients.toml`` of a workspace."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from renderers.clients.clients_file import CLIENTS, PERCENT, ClientsFile, change_clients_file, read_clients_file
from templates.errors import InputError
from templates.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace without templates."""
    return Workspace.create(tmp_path / "mails", name="Mails")


def test_without_a_file_there_is_nothing(workspace):
    """And none is made by looking."""
    assert read_clients_file(workspace) == ClientsFile()
    assert ClientsFile().opens.percent == PERCENT
    assert not (workspace.root / CLIENTS).exists()


def test_what_is_not_changed_stays(workspace):
    """Comments, order, and keys of a newer version."""
    path = workspace.root / CLIENTS
    path.write_text("# Ours.\nnewer = 1\n\n[opens]\nread = 2026-11-01 # October\npercent = 75\n", "utf-8")
    change_clients_file(workspace, {"presets": {"shop": {"name": "Shop", "clients": ["gmail-web"]}}})
    text = path.read_text("utf-8")
    assert text.startswith("# Ours.\nnewer = 1\n")
    assert "read = 2026-11-01 # October" in text
    file = read_clients_file(workspace)
    assert (file.opens.read, file.opens.percent, file.presets["shop"].clients) == (date(2026, 11, 1), 75, ["gmail-web"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[opens]\npercent = 0\n", r"clients\.toml:2:\d+: `opens\.percent` must be 1 or more"),
        ('[presets.a]\nname = ""\nclients = []\n', r"clients\.toml:2:\d+: `presets\.a\.name` must not be empty"),
        ('[presets.a]\nname = "A\n', r"clients\.toml:2:\d+: The quote that closes this text is missing"),
        ('[opens.names]\nMailo = "gmail-web"\n', r"clients\.toml:2:\d+: `opens\.names\.Mailo` must be a list"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(workspace, text, said):
    """One sentence, and the file is left alone."""
    (workspace.root / CLIENTS).write_text(text, "utf-8")
    with pytest.raises(InputError, match=said):
        read_clients_file(workspace)
