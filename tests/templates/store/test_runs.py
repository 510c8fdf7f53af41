"""Records of runs, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from templates.errors import InputError
from templates.store.database import Database
from templates.store.moving import move_history
from templates.store.proofs import SavedProof, latest, remember
from templates.store.runs import (
    SILENCE,
    Note,
    SavedMail,
    SavedRun,
    SavedShot,
    begin_run,
    end_run,
    forget_run,
    give_sign,
    mails_of_run,
    name_run,
    note_shots,
    saved_run,
    saved_runs,
    shots_before,
    shots_of_run,
    take_up_runs,
)

NOW = datetime.now(UTC)
LONG_AGO = NOW - 2 * SILENCE
RUN = SavedRun("r1", "b1", "welcome.en", NOW, NOW, None, "running", "ann@studio", "agency", "abc")
SHOTS = [SavedShot(0, "default", "", "gmail-web", "light"), SavedShot(1, "default", "", "gmail-web", "dark")]
TAKEN = replace(SHOTS[1], key="k1", path="proofs/k1/k1.jpg", width=600, height=900, content_width=600)


def test_a_run_is_noted_with_all_that_it_is_to_take(either: Database) -> None:
    """Before the first picture is there; each is filled in as it comes."""
    begin_run(either, RUN, SHOTS)
    assert saved_run(either, "r1") == RUN
    assert shots_of_run(either, "r1") == SHOTS
    note_shots(either, [Note("r1", TAKEN, SavedMail("default", "", "Acme", "Hello", "There"))])
    note_shots(either, [Note("r1", TAKEN, SavedMail("default", "", "Acme", "Hello again", "There"))])
    assert shots_of_run(either, "r1") == [SHOTS[0], TAKEN]
    assert [mail.subject for mail in mails_of_run(either, "r1")] == ["Hello again"]


def test_runs_are_listed_newest_first(either: Database) -> None:
    """Of one template, of one batch, or all."""
    for number, template in enumerate(("welcome.en", "sale.en", "welcome.en")):
        made = replace(RUN, id=f"r{number}", batch=f"b{number % 2}", template=template)
        begin_run(either, replace(made, created=NOW + timedelta(seconds=number)), [])
    assert [run.id for run in saved_runs(either)] == ["r2", "r1", "r0"]
    assert [run.id for run in saved_runs(either, "welcome.en")] == ["r2", "r0"]
    assert [run.id for run in saved_runs(either, batch="b1")] == ["r1"]


def test_a_run_without_a_sign_of_life_was_interrupted(either: Database) -> None:
    """A sign, a picture or its end make it one that was not."""
    begin_run(either, replace(RUN, beat=LONG_AGO), SHOTS)
    assert saved_run(either, "r1").is_interrupted()
    give_sign(either, ["r1"])
    assert not saved_run(either, "r1").is_interrupted()
    end_run(either, "r1", "stopped")
    ended = saved_run(either, "r1")
    assert (ended.state, ended.is_interrupted(NOW + timedelta(days=1))) == ("stopped", False)
    assert ended.ended is not None


def test_one_takes_an_interrupted_run_up(either: Database) -> None:
    """The second one is told that somebody has it in hand."""
    begin_run(either, replace(RUN, beat=LONG_AGO), SHOTS)
    assert take_up_runs(either, ["r1"])
    assert not take_up_runs(either, ["r1"])
    end_run(either, "r1", "failed")
    assert take_up_runs(either, ["r1"])


def test_a_clock_that_was_set_back_keeps_no_run_going(either: Database) -> None:
    """Its last sign of life is still to come: nobody knows when it was, and somebody may take it up."""
    begin_run(either, replace(RUN, beat=NOW + timedelta(days=300)), SHOTS)
    assert saved_run(either, "r1").is_interrupted()
    assert take_up_runs(either, ["r1"])
    assert not saved_run(either, "r1").is_interrupted()


def test_runs_are_taken_up_all_or_none(either: Database) -> None:
    """One that is in somebody else's hands leaves the others as they were."""
    begin_run(either, replace(RUN, state="done"), [])
    begin_run(either, replace(RUN, id="r2"), [])
    give_sign(either, ["r2"])
    assert not take_up_runs(either, ["r1", "r2"])
    assert saved_run(either, "r1").state == "done"


def test_a_run_that_is_deleted_meanwhile_costs_no_other_its_notes(either: Database) -> None:
    """What still comes of it has no place any more; what comes with it has."""
    begin_run(either, RUN, SHOTS)
    line = SavedMail("default", "", "Acme", "Hello", "There")
    note_shots(either, [Note("gone", TAKEN, line), Note("r1", TAKEN, line)])
    assert (shots_of_run(either, "r1"), mails_of_run(either, "r1")) == ([SHOTS[0], TAKEN], [line])


def test_of_all_runs_before_one_only_the_latest_pictures_are_read(either: Database) -> None:
    """Of this template, by client and mode; what was not taken is no picture, and not in the way of an older one."""
    for number in range(4):
        made = replace(RUN, id=f"r{number}", created=NOW + timedelta(minutes=number))
        begin_run(either, made, [replace(SHOTS[0], key=f"k{number}") if number < 2 else SHOTS[0], TAKEN])
    begin_run(either, replace(RUN, id="other", template="sale.en", created=NOW + timedelta(minutes=2)), [TAKEN])
    found = shots_before(either, saved_run(either, "r3"))
    assert sorted((run.id, shot.key) for run, shot in found) == [("r1", "k1"), ("r2", "k1")]
    assert shots_before(either, saved_run(either, "r0")) == []


def test_a_run_has_a_name(either: Database) -> None:
    """Its blanks are tidied, one that is too long is refused."""
    begin_run(either, RUN, [])
    name_run(either, "r1", "  For the   client ")
    assert saved_run(either, "r1").name == "For the client"
    with pytest.raises(InputError, match="too long"):
        name_run(either, "r1", "x" * 121)


def test_what_nothing_refers_to_any_more_may_go(either: Database) -> None:
    """Pictures that another run shows, or that are the latest of a template, stay."""
    paths = ("proofs/a.jpg", "proofs/b.jpg", "proofs/c.jpg")
    shots = [replace(TAKEN, place=place, path=path) for place, path in enumerate(paths)]
    begin_run(either, RUN, shots)
    begin_run(either, replace(RUN, id="r2"), shots[1:2])
    remember(either, SavedProof("welcome.en", "default", "", "gmail-web", "c", 1, 1, "proofs/c.jpg"))
    assert forget_run(either, "r1") == ["proofs/a.jpg"]
    assert shots_of_run(either, "r1") == []
    with pytest.raises(InputError, match="gone"):
        saved_run(either, "r1")


def test_runs_follow_a_template_that_gets_another_name(either: Database) -> None:
    """Its latest pictures do too, and those of one that had the name before are not mixed in."""
    begin_run(either, RUN, [])
    for name, path in (("welcome.en", "a.jpg"), ("hello.en", "old.jpg")):
        remember(either, SavedProof(name, "default", "", "gmail-web", path, 1, 1, path))
    move_history(either, "welcome.en", "hello.en")
    assert saved_run(either, "r1").template == "hello.en"
    found = latest(either, "hello.en", "gmail-web")
    assert found is not None
    assert found.path == "a.jpg"
