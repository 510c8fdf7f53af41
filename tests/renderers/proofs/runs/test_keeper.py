"""A run is kept while it goes on: whatever ends it, what came is there."""

from __future__ import annotations

import asyncio
import shutil
import threading

import pytest

from renderers.budget.errors import TokensMissing
from renderers.budget.purse import open_purse
from renderers.mails import build_template
from renderers.proofs.proof import Proof, Shot
from renderers.proofs.runs import keeper as keeper_module
from renderers.proofs.runs.keeper import RunKeeper
from renderers.proofs.runs.reading import kept_run
from renderers.proofs.runs.taking import take_and_keep
from renderers.proofs.saved import saved_pictures
from renderers.render.job import RenderResult
from renderers.wish import Wish
from templates.errors import InputError, LimitError, StorageError
from templates.store.runs import take_up_runs

SHOTS = Wish(("hello",), ("plain-desktop", "plain-mobile")).shots
PICTURE = RenderResult(b"\xff\xd8", "image/jpeg", 600, 900, 600, "ab12", cached=False)


def test_what_is_asked_for_at_once_is_a_run_for_each_template(take, workspace):
    """With the pictures, the inbox lines and the version of each; the latest pictures are theirs."""
    hello, sale = take("hello", "sale")
    assert (hello.run.template, sale.run.template) == ("hello", "sale")
    assert hello.run.batch == sale.run.batch
    assert {hello.run.state, sale.run.state} == {"done"}
    assert len(hello.run.version) == 64
    assert [kept.shot.profile for kept in hello.shots] == ["plain-desktop", "plain-mobile"]
    assert all(kept.picture and kept.picture.read_bytes().startswith(b"\xff\xd8") for kept in hello.shots)
    assert hello.mail(hello.shots[0].shot).sender == "Kettlewren"
    assert saved_pictures(workspace, ["hello"], "plain-desktop") == {"hello": hello.shots[0].picture}


def test_a_picture_that_is_asked_for_twice_is_kept_once(take):
    """The same client in two presets."""
    assert len(take(shots=[*SHOTS, *SHOTS])[0].shots) == 2


def test_failures_are_kept_with_their_reason(workspace):
    """In a form that can be said in another language."""
    keeper = RunKeeper.begin(workspace, SHOTS)
    keeper.keep(Proof(SHOTS[0], error=LimitError("Larger than {limit} MB.", advice="Shorten it.", limit=2)))
    keeper.keep(Proof(Shot("other", "default", "", "plain-desktop"), result=PICTURE))
    keeper.close("done")
    failed, untouched = kept_run(workspace, keeper.runs[0]).shots
    assert (failed.is_taken, str(failed.error)) == (False, "Larger than 2 MB. Shorten it.")
    assert failed.error.values == {"limit": 2}
    assert (untouched.is_taken, untouched.error) == (False, None)


def test_a_run_that_costs_too_much_leaves_no_record(workspace, in_pool, runs):
    """Nothing came about, so there is nothing to look at."""
    with open_purse(workspace) as purse:
        purse.ledger.adjust("agency", 1 - purse.balance.available, note="one is too few")
        keeper = RunKeeper.begin(workspace, SHOTS)
        with pytest.raises(TokensMissing):
            in_pool(lambda pool: take_and_keep(workspace, SHOTS, keeper, pool=pool, purse=purse))
    assert runs() == []


def test_a_run_that_is_stopped_keeps_what_came(workspace, in_pool, drawing_engine):
    """And says that it was stopped."""
    keeper = RunKeeper.begin(workspace, SHOTS)

    async def stopped(pool):
        arrived = asyncio.Event()

        async def hangs(job):
            if len(drawing_engine.taken) > 0:
                await asyncio.Event().wait()
            return await first(job)

        first, drawing_engine.render = drawing_engine.render, hangs
        task = asyncio.create_task(
            take_and_keep(workspace, SHOTS, keeper, pool=pool, on_proof=lambda proof: arrived.set())
        )
        await arrived.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    in_pool(stopped)
    whole = kept_run(workspace, keeper.runs[0])
    assert whole.run.state == "stopped"
    assert sum(kept.is_taken for kept in whole.shots) == 1


def test_what_cannot_be_kept_is_said_at_the_end(workspace):
    """The pictures go on; the first fault is kept for whoever asks."""
    keeper = RunKeeper.begin(workspace, SHOTS)
    (workspace.root / "proofs/ab").write_text("a file in the way")
    keeper.keep(Proof(SHOTS[0], result=PICTURE))
    keeper.close("done")
    assert isinstance(keeper.fault, StorageError)


def test_of_templates_one_of_which_is_gone_no_run_begins(workspace, runs):
    """Half of them would stand there as interrupted."""
    with pytest.raises(InputError):
        RunKeeper.begin(workspace, [*SHOTS, Shot("zero", "default", "", "plain-desktop")])
    assert runs() == []


def test_a_template_that_is_deleted_meanwhile_costs_no_picture(workspace):
    """It was paid for; only its inbox line is missing, which is said."""
    keeper = RunKeeper.begin(workspace, SHOTS)
    build = build_template(workspace, "hello")
    shutil.rmtree(workspace.root / "templates/hello")
    keeper.keep(Proof(SHOTS[0], build=build, result=PICTURE))
    keeper.close("done")
    whole = kept_run(workspace, keeper.runs[0])
    assert (whole.shots[0].is_taken, whole.mails) == (True, ())
    assert isinstance(keeper.fault, InputError)


def test_a_client_that_is_deleted_meanwhile_costs_no_picture(workspace):
    """One of the user's own; there is no latest picture of it, because nobody can ask for that."""
    shots = [Shot("hello", "default", "", "nobody"), SHOTS[0]]
    keeper = RunKeeper.begin(workspace, shots)
    for shot in shots:
        keeper.keep(Proof(shot, result=PICTURE))
    keeper.close("done")
    assert [kept.is_taken for kept in kept_run(workspace, keeper.runs[0]).shots] == [True, True]
    assert isinstance(keeper.fault, InputError)


def test_a_note_that_the_database_refuses_is_noted_later(workspace, monkeypatch):
    """It was locked, or its disk was full for a while: the picture was paid for."""
    note_shots, refused = keeper_module.note_shots, []

    def first_refused(database, notes):
        if not refused:
            refused.append(len(notes))
            raise StorageError("The database is busy.")
        note_shots(database, notes)

    monkeypatch.setattr(keeper_module, "note_shots", first_refused)
    keeper = RunKeeper.begin(workspace, SHOTS)
    keeper.keep(Proof(SHOTS[0], result=PICTURE))
    keeper.close("done")
    assert (refused, keeper.fault) == ([1], None)
    assert kept_run(workspace, keeper.runs[0]).shots[0].is_taken


def test_a_sign_of_life_that_the_database_refuses_is_no_fault(workspace, monkeypatch):
    """Nothing is lost by it, and the next one comes soon."""
    refused = threading.Event()

    def busy(database, runs):
        refused.set()
        raise StorageError("The database is busy.")

    monkeypatch.setattr(keeper_module, "SIGN_EVERY_S", 0.001)
    monkeypatch.setattr(keeper_module, "give_sign", busy)
    keeper = RunKeeper.begin(workspace, SHOTS)
    keeper.keep(Proof(SHOTS[0], result=PICTURE))
    assert refused.wait(30)
    keeper.close("done")
    assert keeper.fault is None


def test_a_run_is_taken_up_by_one(workspace):
    """A second window is told that somebody has it in hand."""
    keeper = RunKeeper.begin(workspace, SHOTS)
    keeper.keep(Proof(SHOTS[0], result=PICTURE))
    keeper.close("stopped")
    places = {SHOTS[1]: (keeper.runs[0], 1)}
    again = RunKeeper.take_up(workspace, keeper.batch, places)
    assert again is not None
    assert RunKeeper.take_up(workspace, keeper.batch, places) is None
    again.keep(Proof(SHOTS[1], result=PICTURE))
    again.close("done")
    whole = kept_run(workspace, keeper.runs[0])
    assert (whole.run.state, all(kept.is_taken for kept in whole.shots)) == ("done", True)
    with workspace.database() as database:
        assert take_up_runs(database, [keeper.runs[0]])


def test_a_picture_whose_file_is_gone_is_known_to_have_been_taken(take, workspace):
    """Somebody emptied the folder."""
    run_id = take("hello")[0].run.id
    shutil.rmtree(workspace.root / "proofs")
    first = kept_run(workspace, run_id).shots[0]
    assert (first.is_taken, first.picture) == (True, None)
