"""Whether two saved pictures look different."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PIL import Image

from renderers.proofs.proof import Shot
from renderers.proofs.runs.record import KeptShot
from renderers.proofs.runs.sameness import look_different
from templates.store.runs import SavedRun, SavedShot

NOW = datetime.now(UTC)
RUN = SavedRun("r", "b", "hello", NOW, NOW, NOW, "done", "ann@studio")


@pytest.fixture
def kept(tmp_path):
    """A saved picture of one colour."""

    def kept(key: str, colour: tuple[int, int, int] | None, size=(40, 30)) -> KeptShot:
        path = tmp_path / f"{key}.jpg"
        if colour:
            Image.new("RGB", size, colour).save(path, quality=80)
        saved = SavedShot(0, "default", "", "gmail-web", "light", key=key)
        picture = path if colour else None
        return KeptShot(RUN, saved, Shot("hello", "default", "", "gmail-web"), picture, None, None)

    return kept


def test_what_anybody_sees_differs(kept):
    """Another colour, another size."""
    red = kept("a", (200, 0, 0))
    assert look_different(red, kept("b", (0, 0, 200)))
    assert look_different(red, kept("c", (200, 0, 0), (40, 31)))


def test_what_nobody_sees_does_not(kept):
    """The same key, the same pixels, or a shade of what JPEG makes of it."""
    red = kept("a", (200, 0, 0))
    assert not look_different(red, red)
    assert not look_different(red, kept("b", (200, 0, 0)))
    assert not look_different(red, kept("c", (203, 2, 1)))


def test_a_picture_that_is_missing_differs_from_one_that_is_there(kept):
    """Two that are missing do not."""
    gone = kept("a", None)
    assert look_different(gone, kept("b", (1, 1, 1)))
    assert not look_different(gone, replace(kept("c", None)))
