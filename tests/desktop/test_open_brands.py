"""The history of what was done to brands: what fails stays, nothing races, and it has an end."""

from __future__ import annotations

import threading

import pytest

from desktop.brand_steps import Step
from desktop.open_brands import MOST_STEPS, OpenBrands
from templates.errors import StorageError
from templates.workspace import Workspace


class Brands(OpenBrands):
    """Without thumbnails."""

    def make_pictures(self) -> None:
        """There are none."""


@pytest.fixture
def brands(jobs, qapp, tmp_path):
    """The brands' side of an empty workspace."""
    return Brands(Workspace.create(tmp_path / "agency", name="Agency"), jobs, qapp)


@pytest.fixture
def rest(jobs, qtbot):
    """Wait until nothing is under way."""
    return lambda: qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)


def step(undo) -> Step:
    return Step("", "", undo)


def test_an_undo_that_failed_can_be_tried_again(brands, rest):
    """Its step stays the last one until it succeeds."""
    problems = [StorageError("The disk is full; nothing was changed.")]
    failed: list[object] = []
    brands.failed.connect(failed.append)

    def undo(_job, _workspace):
        if problems:
            raise problems.pop()
        return ()

    brands.change_brands("", lambda _job, _workspace: step(undo))
    rest()
    brands.undo_brand()
    rest()
    assert len(failed) == 1
    assert brands.can_undo
    brands.undo_brand()
    rest()
    assert len(failed) == 1
    assert not brands.can_undo


def test_nothing_is_undone_while_something_is_done(brands, rest):
    """Neither beside an update nor beside another undo; listeners hear when it can be."""
    undone: list[str] = []
    heard: list[bool] = []
    go = threading.Event()

    def slow(name: str):
        def undo(_job, _workspace):
            go.wait(20)
            undone.append(name)
            return ()

        return step(undo)

    def second(_job, _workspace):
        go.wait(20)
        return slow("second")

    brands.history_changed.connect(lambda: heard.append(brands.can_undo))
    brands.change_brands("", lambda _job, _workspace: slow("first"))
    rest()
    assert brands.can_undo
    brands.change_brands("", second)
    assert not brands.can_undo
    brands.undo_brand()
    go.set()
    rest()
    assert undone == []
    go.clear()
    brands.undo_brand()
    brands.undo_brand()
    go.set()
    rest()
    assert undone == ["second"]
    assert heard == [False, True] * 3


def test_the_history_has_an_end(brands, rest):
    """The oldest step is forgotten, and what it held in memory with it."""
    undone: list[int] = []

    def numbered(number: int):
        def undo(_job, _workspace):
            undone.append(number)
            return ()

        return lambda _job, _workspace: step(undo)

    for number in range(MOST_STEPS + 1):
        brands.change_brands("", numbered(number))
        rest()
    while brands.can_undo:
        brands.undo_brand()
        rest()
    assert undone == list(range(MOST_STEPS, 0, -1))
