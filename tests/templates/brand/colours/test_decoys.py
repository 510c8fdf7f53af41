"""Colours of the page's tools."""

from __future__ import annotations

from templates.brand.colours.decoys import is_decoy


def test_decoys_depend_on_the_source() -> None:
    """A tile generator's colour is a decoy in a tile, not on a button; a network's on a button, not in the head."""
    assert is_decoy("#da532c", "tile")
    assert not is_decoy("#da532c", "buttons")
    assert is_decoy("#1877f2", "buttons")
    assert not is_decoy("#1877f2", "theme-color")
    assert is_decoy("#0d6efd", "theme-color")
    assert is_decoy("#0d6efd", "variable")
