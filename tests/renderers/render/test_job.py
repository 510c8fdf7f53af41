"""The cache key: the same picture has the same key, any other a different one."""

from dataclasses import replace

import pytest

from renderers.clients.profile import profile
from renderers.render.job import RenderJob

DESKTOP = profile("plain-desktop")
BASE = {"html": "<p>Hi", "images": {"a.png": b"one"}, "profile": DESKTOP}


@pytest.mark.parametrize(
    "change",
    [
        {"html": "<p>Ho"},
        {"images": {"a.png": b"two"}},
        {"images": {"b.png": b"one"}},
        {"images": {}},
        {"profile": replace(DESKTOP, width=641)},
        {"profile": replace(DESKTOP, height=801)},
        {"profile": replace(DESKTOP, scale=2)},
        {"profile": replace(DESKTOP, scheme="dark")},
        {"max_height": 500},
        {"format": "png"},
        {"density": 2},
    ],
    ids=str,
)
def test_whatever_changes_the_picture_changes_the_key(change):
    """Each input that the browser sees is in the key."""
    assert RenderJob(**BASE).key("chromium 1") != RenderJob(**{**BASE, **change}).key("chromium 1")


def test_another_engine_is_another_picture():
    """A new version of the browser takes every picture anew."""
    assert RenderJob(**BASE).key("chromium 1") != RenderJob(**BASE).key("chromium 2")


def test_profiles_that_see_the_same_share_a_picture():
    """The name of a profile is not in the key, nor is the order of the pictures."""
    twin = replace(DESKTOP, id="other", name="Other", fidelity="modelled", note="")
    one = RenderJob("<p>", {"a.png": b"1", "b.png": b"2"}, DESKTOP)
    other = RenderJob("<p>", {"b.png": b"2", "a.png": b"1"}, twin)
    assert one.key("e") == other.key("e")
