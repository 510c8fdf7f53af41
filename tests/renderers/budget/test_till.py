"""Paying for one run: resumed after a crash, stopped while tokens are set aside, shared by several accounts."""

from __future__ import annotations

import asyncio
import threading

import pytest

from renderers.budget.purse import Purse
from renderers.budget.till import Till
from templates.workspace import Workspace


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """An empty one: templates are names here."""
    return Workspace.create(tmp_path / "agency", name="Agency")


@pytest.fixture
def purse(sqlite_book) -> Purse:
    """The agency pays: 10 tokens, and acme below it has 5."""
    sqlite_book.ledger.allocate("agency", "acme", 5)
    sqlite_book.ledger.adjust("agency", -985, note="ten are enough")
    return Purse("agency", sqlite_book.ledger, sqlite_book.accounts)


def balances(purse: Purse):
    return [purse.ledger.balance(each) for each in ("agency", "acme")]


def test_a_run_that_goes_on_after_a_crash_pays_for_the_rest(workspace, purse):
    """It needs fewer tokens than the first time, so that it is no repetition of the same reservation."""

    async def scene():
        killed, again = (Till(workspace, purse, run="run-7") for _ in range(2))
        await killed.reserve({"a": "x", "b": "x", "c": "x"})
        await killed.charge("a", client="gmail-web", template="x")
        await again.reserve({"b": "x", "c": "x"})
        for key in "bc":
            await again.charge(key, client="gmail-web", template="x")
        await again.close()
        await killed.close()  # what its lease would have done

    asyncio.run(scene())
    assert balances(purse)[0] == (7, 0, 3)
    assert purse.ledger.audit() == []


def test_the_same_pictures_once_more_are_the_same_run(workspace, purse):
    """Killed before the first picture: what was set aside then serves now."""

    async def scene():
        killed, again = (Till(workspace, purse, run="run-7") for _ in range(2))
        await killed.reserve({"a": "x", "b": "x"})
        await again.reserve({"b": "x", "a": "x"})
        assert balances(purse)[0] == (8, 2, 0)
        await again.close()
        await killed.close()

    asyncio.run(scene())
    assert balances(purse)[0] == (10, 0, 0)


def test_a_run_that_is_stopped_while_tokens_are_set_aside_keeps_none(workspace, purse, monkeypatch):
    """The ledger is far away and answers after the stop."""
    asked, answer, reserve = threading.Event(), threading.Event(), purse.ledger.reserve

    def slowly(*given, **named):
        asked.set()
        answer.wait(10)
        return reserve(*given, **named)

    monkeypatch.setattr(purse.ledger, "reserve", slowly)

    async def scene():
        task = asyncio.create_task(Till(workspace, purse).reserve({"a": "x", "b": "x"}))
        await asyncio.to_thread(asked.wait, 10)
        task.cancel()
        await asyncio.sleep(0)
        answer.set()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(scene())
    assert balances(purse)[0] == (10, 0, 0)
    assert [each.kind for each in purse.ledger.history("agency")][-2:] == ["reserve", "release"]


def test_a_shared_picture_is_paid_for_by_the_account_it_was_planned_for(workspace, purse):
    """Whichever of two templates has it taken: the plan said who pays, and set those tokens aside."""
    purse.accounts.tie("acme", templates=["x"])

    async def scene():
        till = Till(workspace, purse)
        await till.reserve({"a": "x"})
        await till.charge("a", client="gmail-web", template="another one")
        await till.close()

    asyncio.run(scene())
    assert balances(purse) == [(10, 0, 0), (4, 0, 1)]
