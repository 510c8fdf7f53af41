"""What somebody wants pictures of, as a list of shots."""

from __future__ import annotations

import pytest

from renderers.proofs.proof import Shot
from renderers.wish import Wish
from templates.errors import InputError


def test_everything_with_everything():
    """Mail by mail, and in each mail client by client."""
    wish = Wish(("a", "b"), ("gmail-web", "gmail-ios"), ("light", "dark"), ("default", "long"), ("", "vip"))
    shots = wish.shots
    assert len(shots) == len(set(shots)) == 2 * 2 * 2 * 2 * 2
    assert shots[:2] == [Shot("a", "default", "", "gmail-web", "light"), Shot("a", "default", "", "gmail-web", "dark")]
    assert [shot.template for shot in shots] == ["a"] * 16 + ["b"] * 16


def test_a_client_without_the_mode_is_shown_in_its_own():
    """So that no client that was asked for is missing."""
    assert [shot.mode for shot in Wish(("a",), ("plain-mobile-dark",), ("light",)).shots] == ["dark"]


def test_an_unknown_client():
    """Is answered with those of a like name."""
    with pytest.raises(InputError, match="gmail-web"):
        _ = Wish(("a",), ("gmail-wep",)).shots
