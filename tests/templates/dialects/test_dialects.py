"""The dialects that there are."""

from __future__ import annotations

from pathlib import Path

import pytest

import templates.dialects
from templates.dialects import dialects
from templates.starters import starters

# A new dialect gets a row: its name, its forms, and the form of a template by its kind.
ROWS = {
    "mailjet": (
        ("transactional", "marketing"),
        {"marketing": "marketing", "transactional": "transactional", "legal": "transactional"},
    )
}


def test_each_file_with_a_dialect_is_listed():
    """The folder is the list: a module that holds DIALECT is there by its name."""
    folder = Path(templates.dialects.__file__).parent
    files = {path.stem for path in folder.glob("*.py") if "\nDIALECT" in path.read_text("utf-8")}
    assert set(dialects()) == files == set(ROWS)


@pytest.mark.parametrize("name", ROWS)
def test_a_dialect_has_a_form_for_every_kind(name):
    """Every kind of template that there is has its form."""
    forms, by_kind = ROWS[name]
    dialect = dialects()[name]
    assert dialect.forms == forms
    assert {kind: dialect.form_of(kind) for kind in by_kind} == by_kind
    assert {starter.kind for starter in starters()} <= set(by_kind)
