"""Going on with runs, looking before a recheck, and deleting runs."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from renderers.budget.purse import open_purse
from renderers.proofs.proof import Proof
from renderers.proofs.runs.forgetting import delete_run
from renderers.proofs.runs.going_on import go_on, missing_of
from renderers.proofs.runs.keeper import RunKeeper
from renderers.proofs.runs.reading import kept_run
from renderers.proofs.runs.stood import plan_recheck
from renderers.wish import Wish
from templates.errors import InputError, LimitError
from templates.store.runs import SILENCE, give_sign, take_up_runs
from templates.store.tables import run


@pytest.fixture
def broken_off(workspace):
    """A run of two templates whose program was killed before its first picture."""
    keeper = RunKeeper.begin(workspace, Wish(("hello", "sale"), ("plain-desktop",)).shots)
    keeper.close("done")
    with workspace.database() as database, database.writing() as connection:
        beat = connection.execute(sa.select(run.c.beat)).scalars().first()
        connection.execute(sa.update(run).values(state="running", ended=None, beat=beat - 2 * SILENCE))
    return [kept_run(workspace, each).run for each in keeper.runs]


def test_the_rest_is_taken_of_all_that_was_asked_for_together(workspace, broken_off, in_pool):
    """A second time there is nothing left."""
    assert len(missing_of(workspace, broken_off[0], "rest")) == 2
    assert in_pool(lambda pool: go_on(workspace, broken_off[0], "rest", pool=pool)) == 2
    assert {kept_run(workspace, each.id).run.state for each in broken_off} == {"done"}
    assert in_pool(lambda pool: go_on(workspace, broken_off[0], "rest", pool=pool)) == 0


def test_a_run_that_broke_off_after_its_last_picture_is_ended(workspace, in_pool, take):
    """There is nothing to take, and still nobody wants to be asked about it for ever; its tokens are free."""
    whole = take("hello")[0]
    with workspace.database() as database, database.writing() as connection:
        beat = whole.run.beat - 2 * SILENCE
        connection.execute(sa.update(run).values(state="running", ended=None, beat=beat))
    broken_off = kept_run(workspace, whole.run.id).run
    with open_purse(workspace) as purse:
        purse.ledger.reserve("agency", 2, key="k", run=broken_off.batch)
        assert in_pool(lambda pool: go_on(workspace, broken_off, "rest", pool=pool, purse=purse)) == 0
        assert purse.balance.reserved == 0
    assert kept_run(workspace, broken_off.id).run.state == "done"


def test_a_run_that_somebody_else_took_up_is_left_alone(workspace, broken_off, in_pool):
    """It is told."""
    with workspace.database() as database:
        give_sign(database, [each.id for each in broken_off])
    with pytest.raises(InputError, match="Somebody else"):
        in_pool(lambda pool: go_on(workspace, broken_off[0], "rest", pool=pool))


def test_going_on_with_one_run_leaves_its_sisters_tokens_alone(workspace, in_pool):
    """Somebody else works on the other template that was asked for at once."""
    shots = Wish(("hello", "sale"), ("plain-desktop",)).shots
    keeper = RunKeeper.begin(workspace, shots, batch="b1")
    keeper.keep(Proof(shots[0], error=LimitError("Too large.")))
    keeper.close("done")
    hello, sale = keeper.runs
    with workspace.database() as database:
        assert take_up_runs(database, [sale])
    with open_purse(workspace) as purse:
        purse.ledger.reserve("agency", 2, key="k", run="b1")
        run = kept_run(workspace, hello).run
        assert in_pool(lambda pool: go_on(workspace, run, "failed", pool=pool, purse=purse)) == 1
        assert purse.balance.reserved == 2


def test_a_recheck_is_foreseen_with_its_cost(workspace, take, rewrite, in_pool):
    """What is current is looked at too, and not taken."""
    take("hello", "sale")
    rewrite("hello", "Something blue.")
    with open_purse(workspace) as purse:
        found = in_pool(lambda pool: plan_recheck(workspace, pool=pool, purse=purse))
    assert [each.whole.run.template for each in found.stale] == ["hello"]
    assert (len(found.runs), found.stale[0].stale, found.plan.shots) == (2, 2, 2)


def test_a_deleted_run_takes_the_files_that_nothing_else_shows(workspace, take):
    """The same picture in another run stays; a run that is gone cannot be deleted."""
    first, second = take("hello")[0], take("hello")[0]
    files = [kept.picture for kept in second.shots]
    delete_run(workspace, first.run.id)
    assert all(path.exists() for path in files)
    with pytest.raises(InputError):
        delete_run(workspace, first.run.id)
