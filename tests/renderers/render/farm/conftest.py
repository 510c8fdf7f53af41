"""A farm for a module's tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.renderers.render.farm.local_farm import LocalFarm, local_farm


@pytest.fixture(scope="module")
def _scheduler() -> Iterator[LocalFarm]:
    with local_farm() as made:
        yield made


@pytest.fixture
def farm(_scheduler: LocalFarm) -> LocalFarm:
    """Real processes on loopback: a scheduler and at least one worker, with two lanes."""
    _scheduler.need_workers(1)
    return _scheduler
