"""Whom a mail was shown for is known the next time."""

from __future__ import annotations

import pytest

from desktop.dynamic import remembered
from desktop.dynamic.remembered import Remembered, contact_file, recall, remember, remember_contact_file
from templates.dynamic.view import WHOLE, Recipient
from templates.files import write_text
from templates.settings import settings_folder
from templates.workspace import Workspace


@pytest.fixture
def workspace(folder) -> Workspace:
    return Workspace.open(folder)


def test_a_choice_is_recalled_for_its_document_alone(workspace):
    """Each document has its own; a contact is kept as an address, never with its properties."""
    remember(workspace, "welcome.en", Remembered(WHOLE))
    remember(workspace, "welcome.fr", Remembered(Recipient.in_segments("a", "b")))
    remember(workspace, "password-reset.en", Remembered(Recipient("contact"), "lea@example.com"))
    assert recall(workspace, "welcome.en") == Remembered(WHOLE)
    assert recall(workspace, "welcome.fr").recipient.segments == ("a", "b")
    assert recall(workspace, "password-reset.en") == Remembered(Recipient("contact"), "lea@example.com")
    assert recall(workspace, "password-reset.fr") == Remembered()


def test_only_the_last_choices_are_kept(workspace, monkeypatch):
    """The file does not grow for ever, and the usual choice needs no line."""
    monkeypatch.setattr(remembered, "_MOST", 2)
    for name in ("a", "b", "c"):
        remember(workspace, name, Remembered(WHOLE))
    remember(workspace, "b", Remembered())
    assert [recall(workspace, name).recipient.kind for name in ("a", "b", "c")] == ["data", "data", "whole"]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"documents": 3, "contacts": []}', '{"documents": {"x": {"kind": "nonsense"}}}', "[" * 99_999],
)
def test_a_damaged_file_costs_the_memory_alone(workspace, text):
    """What cannot be read is nothing, and is written anew."""
    write_text(settings_folder() / "shown.json", text)
    assert recall(workspace, "welcome.en") == Remembered()
    assert contact_file(workspace) is None
    remember(workspace, "welcome.en", Remembered(WHOLE))
    assert recall(workspace, "welcome.en") == Remembered(WHOLE)


def test_contacts_come_from_the_chosen_file_or_from_beside_the_workspace(workspace, tmp_path):
    """The file that was chosen, while it is there; else contacts.csv beside workspace.toml; else none."""
    assert contact_file(workspace) is None
    beside, chosen = workspace.root / "contacts.csv", tmp_path / "mine.csv"
    for path in (beside, chosen):
        write_text(path, "email\n")
    assert contact_file(workspace) == beside
    remember_contact_file(workspace, chosen)
    assert contact_file(workspace) == chosen
    chosen.unlink()
    assert contact_file(workspace) == beside
