"""Going on with runs, looking before a recheck, and deleting runs."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from renderers.budget.purse import open_purse
from renderers.proofs.runs.forgetting import delete_run
from renderers.proofs.runs.going_on import go_on, missing_of
from renderers.proofs.runs.keeper import RunKeeper
from renderers.proofs.runs.reading import kept_run
from renderers.proofs.runs.stood import plan_recheck
from renderers.wish import Wish
from templates.errors import InputError
from templates.store.runs import SILENCE, give_sign
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


def test_a_run_that_somebody_else_took_up_is_left_alone(workspace, broken_off, in_pool):
    """It is told."""
    with workspace.database() as database:
        give_sign(database, [each.id for each in broken_off])
    with pytest.raises(InputError, match="Somebody else"):
        in_pool(lambda pool: go_on(workspace, broken_off[0], "rest", pool=pool))


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
