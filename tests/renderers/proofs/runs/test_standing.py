"""Whether saved pictures are still true, why not, and taking anew only what is not."""

from __future__ import annotations

import shutil
from contextlib import contextmanager

import pytest

from renderers.budget.purse import open_purse
from renderers.clients.pipeline import ClientHtml
from renderers.proofs.runs.keeper import RunKeeper
from renderers.proofs.runs.lights import lights
from renderers.proofs.runs.reading import before, kept_run
from renderers.proofs.runs.recheck import recheck
from renderers.proofs.runs.standing import standings
from renderers.proofs.runs.taking import take_and_keep
from renderers.wish import Wish
from templates.store.answers import Answer, keep_answer


@pytest.fixture
def stood(workspace, in_pool):
    """How the pictures of a run stand."""
    return lambda whole: in_pool(lambda pool: standings(workspace, whole.shots, pool=pool))


@pytest.fixture
def light(workspace, in_pool):
    """The traffic light of a template."""
    return lambda name: in_pool(lambda pool: lights(workspace, [name], pool=pool))[name]


def test_nothing_changed(take, stood, light):
    """Every picture is as it would be now; nothing is taken to know it."""
    whole = take("hello")[0]
    assert stood(whole) == ["current", "current"]
    assert (light("hello").colour, light("hello").run.id) == ("green", whole.run.id)


def test_quiet_work_takes_a_turn_for_each_piece(take, workspace, in_pool):
    """One at a time: the mail, then each client; what comes of it is the same."""
    whole = take("hello")[0]
    open_turns, turns = [], []

    @contextmanager
    def turn():
        assert not open_turns
        open_turns.append(1)
        turns.append(1)
        yield
        open_turns.pop()

    assert in_pool(lambda pool: standings(workspace, whole.shots, pool=pool, turn=turn)) == ["current", "current"]
    assert len(turns) == 1 + len(whole.shots)


def test_other_words_in_the_mail(take, stood, light, rewrite):
    """The mail changed."""
    whole = take("hello")[0]
    rewrite("hello", "Something else.")
    assert stood(whole) == ["mail", "mail"]
    assert (light("hello").colour, light("hello").stale) == ("amber", 2)


def test_another_engine(take, stood, drawing_engine):
    """A new version of the browser: whoever looks at the same mail sees what another program makes of it."""
    whole = take("hello")[0]
    drawing_engine.identity = "fake 2"
    assert stood(whole) == ["engine", "engine"]


def test_other_rules_of_the_client(take, stood, monkeypatch):
    """The profile changed what it does to the mail."""
    whole = take("hello")[0]
    monkeypatch.setattr("renderers.mails.in_client", lambda html, shown, mode: ClientHtml(html + "<!-- -->", ()))
    assert stood(whole) == ["profile", "profile"]


def test_a_mail_that_does_not_build_any_more(take, stood, light, rewrite):
    """And a template that is gone."""
    whole = take("hello")[0]
    rewrite("hello", "{{ nobody.knows }}{% if %}")
    assert stood(whole) == ["broken", "broken"]
    assert light("hello").colour == "red"


def test_a_template_that_is_gone(take, stood, workspace):
    """Its pictures can still be looked at."""
    whole = take("hello")[0]
    shutil.rmtree(workspace.root / "templates/hello")
    assert stood(whole) == ["broken", "broken"]


def test_a_template_that_was_never_proofed(light):
    """Says so."""
    assert (light("sale").colour, light("sale").run) == ("none", None)


def test_the_light_says_what_people_said(take, light, workspace):
    """Beside its colour."""
    whole = take("hello")[0]
    with workspace.database() as database:
        keep_answer(database, Answer(whole.run.id, None, "approved", "", "Bob"))
    assert (light("hello").colour, light("hello").verdict) == ("green", "approved")


def test_the_picture_before(take, workspace, rewrite):
    """Is the latest one of an earlier run that took it."""
    first = take("hello")[0]
    rewrite("hello", "blue")
    second = take(shots=Wish(("hello",), ("plain-desktop",)).shots)[0]
    third = take("hello")[0]
    found = before(workspace, third.run)
    assert {shot.profile: kept.run.id for shot, kept in found.items()} == {
        "plain-desktop": second.run.id,
        "plain-mobile": first.run.id,
    }
    assert before(workspace, first.run) == {}


def test_recheck_takes_what_is_stale_and_says_what_looks_different(take, workspace, in_pool, rewrite, runs):
    """A new run of each template that was stale; what is current is not taken again."""
    take("hello", "sale")
    rewrite("hello", "blue")
    found = in_pool(lambda pool: recheck(workspace, pool=pool))
    counts = [(each.template, len(each.changes), len(each.changed)) for each in found]
    assert counts == [("hello", 2, 2), ("sale", 0, 0)]
    assert [change.why for change in found[0].changed] == ["mail", "mail"]
    assert found[0].after.run.state == "done"
    assert found[1].after is None
    assert [run.template for run in runs()].count("hello") == 2


def test_recheck_knows_pictures_that_are_stale_and_look_the_same(take, workspace, in_pool, rewrite):
    """A comma of the mail that nobody sees."""
    take("hello")
    rewrite("hello", "This is hello!")
    (found,) = in_pool(lambda pool: recheck(workspace, ["hello"], pool=pool))
    assert (len(found.changes), found.changed) == (2, ())


def test_recheck_costs_what_is_new(take, workspace, in_pool, rewrite, runs):
    """Two pictures of one template; the other one's are as they were."""
    take("hello", "sale")
    rewrite("hello", "blue")
    with open_purse(workspace) as purse:
        had = purse.balance.available
        found = in_pool(lambda pool: recheck(workspace, pool=pool, purse=purse))
        assert had - purse.balance.available == 2
    assert found[0].after.run.account == "agency"


def test_a_mail_that_does_not_build_is_not_rechecked(take, workspace, in_pool, rewrite, light):
    """There is nothing to take; its light is red."""
    take("hello")
    rewrite("hello", "{% if %}")
    (found,) = in_pool(lambda pool: recheck(workspace, pool=pool))
    assert (found.after, found.changes) == (None, ())
    assert light("hello").colour == "red"


def test_a_run_in_another_order_is_the_same_run(workspace, in_pool):
    """What counts is the shot, not its place."""
    shots = Wish(("hello",), ("plain-mobile", "plain-desktop")).shots
    keeper = RunKeeper.begin(workspace, shots)
    in_pool(lambda pool: take_and_keep(workspace, shots, keeper, pool=pool))
    whole = kept_run(workspace, keeper.runs[0])
    assert [kept.shot for kept in whole.shots] == shots
