"""Runs that broke off: what was paid for is kept, what is left can be taken or given up."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from renderers.budget.purse import open_purse
from renderers.proofs.proof import Proof
from renderers.proofs.runs.keeper import RunKeeper
from renderers.proofs.runs.reading import kept_run, runs_of
from renderers.proofs.runs.resuming import give_up, left_of, whole_batch
from renderers.proofs.runs.taking import take_and_keep
from renderers.render.cache import PictureCache
from renderers.render.job import RenderResult
from renderers.wish import Wish
from templates.errors import LimitError
from templates.store.runs import SILENCE, SavedRun, give_sign
from templates.store.tables import run

SHOTS = Wish(("hello", "sale"), ("plain-desktop", "plain-mobile")).shots
PICTURE = RenderResult(b"\xff\xd8", "image/jpeg", 600, 900, 600, "ab12", cached=False)


def interrupted(workspace) -> list[SavedRun]:
    return [each for each in runs_of(workspace) if each.is_interrupted()]


@pytest.fixture
def broken_off(workspace) -> RunKeeper:
    """A run whose program was killed after its first picture, some minutes ago."""
    keeper = RunKeeper.begin(workspace, SHOTS, batch="b1", account="agency")
    keeper.keep(Proof(SHOTS[0], result=PICTURE))
    keeper.keep(Proof(SHOTS[1], error=LimitError("Too large.")))
    keeper.close("done")
    with workspace.database() as database, database.writing() as connection:
        beat = connection.execute(sa.select(run.c.beat)).scalars().first()
        connection.execute(sa.update(run).values(state="running", ended=None, beat=beat - 2 * SILENCE))
    return keeper


def test_a_run_that_broke_off_is_found(workspace, broken_off):
    """With what is left of it: neither taken nor failed."""
    assert {each.id for each in interrupted(workspace)} == set(broken_off.runs)
    whole = whole_batch(workspace, "b1")
    assert list(left_of(whole, "rest")) == SHOTS[2:]
    assert list(left_of(whole, "failed")) == SHOTS[1:2]


def test_it_can_be_gone_on_with(workspace, broken_off, in_pool):
    """Only the rest is taken, and the record is whole then."""
    places = left_of(whole_batch(workspace, "b1"), "rest")
    again = RunKeeper.take_up(workspace, "b1", places)
    in_pool(lambda pool: take_and_keep(workspace, list(places), again, pool=pool))
    assert interrupted(workspace) == []
    sale = kept_run(workspace, places[SHOTS[2]][0])
    assert (sale.run.state, [kept.is_taken for kept in sale.shots]) == ("done", [True, True])


def test_it_can_be_given_up_with_its_tokens_free_at_once(workspace, broken_off):
    """Without waiting for the lease; what somebody took up meanwhile is left alone."""
    with open_purse(workspace) as purse:
        purse.ledger.reserve("agency", 3, key="k", run="b1")
        other = purse.ledger.reserve("agency", 2, key="l", run="b2")
        assert give_up(workspace, interrupted(workspace)[0], purse)
        assert purse.balance.reserved == other.remaining == 2
        assert purse.ledger.audit() == []
    assert interrupted(workspace) == []
    assert {whole.run.state for whole in whole_batch(workspace, "b1")} == {"stopped"}


def test_what_somebody_took_up_meanwhile_keeps_its_tokens(workspace, broken_off):
    """Between the look at the list and the word to give it up."""
    seen = interrupted(workspace)[0]
    with workspace.database() as database:
        give_sign(database, broken_off.runs)
    with open_purse(workspace) as purse:
        purse.ledger.reserve("agency", 3, key="k", run="b1")
        assert not give_up(workspace, seen, purse)
        assert purse.balance.reserved == 3
    assert {whole.run.state for whole in whole_batch(workspace, "b1")} == {"running"}


def test_what_failed_is_tried_again_in_the_same_run(workspace, broken_off, in_pool, tmp_path):
    """And what was paid for in the crash is not paid for twice."""
    cache = PictureCache(tmp_path / "cache")
    places = left_of(whole_batch(workspace, "b1"), "failed")
    again = RunKeeper.take_up(workspace, "b1", places)
    with open_purse(workspace) as purse:
        in_pool(lambda pool: take_and_keep(workspace, list(places), again, pool=pool, purse=purse, cache=cache))
        assert purse.balance.spent == 1
    hello = next(whole for whole in whole_batch(workspace, "b1") if whole.run.template == "hello")
    assert [kept.is_taken for kept in hello.shots] == [True, True]
