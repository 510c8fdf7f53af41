"""The garbage collector works on the GUI thread only."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QObject

from desktop.tidy import Collector


class Knot:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def collector(qapp):
    """One of a fresh application."""
    owner = QObject()
    yield Collector(owner, rest_ms=20)
    gc.unfreeze()
    owner.deleteLater()


def test_nothing_is_collected_by_itself(collector):
    """Python does not collect wherever it happens to be."""
    assert not gc.isenabled()


def test_the_young_are_collected_by_the_clock(collector, qtbot):
    """What many objects leave behind does not wait for a pause."""
    knots = [Knot() for _ in range(20_000)]
    gone = weakref.ref(knots[0])
    del knots
    qtbot.waitUntil(lambda: gone() is None, timeout=20_000)


def test_everything_is_collected_when_editing_rests(collector, qtbot):
    """A pause is used for what a full collection takes."""
    knot = Knot()
    gone = weakref.ref(knot)
    gc.collect()
    del knot
    collector.later()
    qtbot.waitUntil(lambda: gone() is None, timeout=20_000)


def test_what_was_set_aside_is_looked_at_again_when_a_document_closes(collector, qtbot):
    """A pause sets aside what lives; after a document was closed its remains are found."""
    knot = Knot()
    gone = weakref.ref(knot)
    gc.freeze()
    del knot
    gc.collect()
    assert gone() is not None
    collector.look_again()
    qtbot.waitUntil(lambda: gone() is None, timeout=20_000)
