"""``contacts.toml``."""

from __future__ import annotations

import pytest

from templates.dynamic.properties import CONTACTS, add_properties, load_properties, with_properties
from templates.errors import InputError
from templates.workspace import Workspace


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.create(tmp_path / "made", name="Made")


def test_properties_are_added_and_comments_stay(workspace):
    """A contact file with unknown columns adds them to what is there."""
    before = (workspace.root / CONTACTS).read_text()
    add_properties(workspace, {"age": "integer", "first-name": "string"})
    after = (workspace.root / CONTACTS).read_text()
    assert after.startswith(before.rstrip())
    assert load_properties(workspace) | {"age": "integer", "first-name": "string"} == load_properties(workspace)


def test_the_file_is_made_where_there_is_none(workspace):
    """With the format that this version writes."""
    (workspace.root / CONTACTS).unlink()
    assert load_properties(workspace) == {}
    add_properties(workspace, {"age": "integer"})
    assert load_properties(workspace) == {"age": "integer"}
    assert (workspace.root / CONTACTS).read_text().startswith("format = 1")


@pytest.mark.parametrize("name", ["", " ", "a\nb", "x" * 101])
def test_a_name_that_is_none_is_refused(name):
    """Before anything is written."""
    with pytest.raises(InputError, match="cannot be the name of a property"):
        with_properties("", {name: "string"})
