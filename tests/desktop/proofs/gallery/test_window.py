"""The window of saved previews."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop.calm import Calm
from desktop.editor.history.name_dialog import NameDialog
from templates.files import write_text
from templates.store.answers import Answer, keep_answer
from templates.store.runs import saved_runs


def clients(window) -> list[str]:
    """What is shown, by client."""
    return [row.shot.profile for row in window.pane.model.rows]


def change(workspace, template: str = "welcome.en") -> None:
    """Let what was proofed be of another text."""
    path = workspace.root / "templates" / template / "template.mjml"
    text = path.read_text("utf-8")
    place = text.index("<mj-text", text.index("<mj-body"))
    write_text(path, f"{text[:place]}<mj-text>One more line.</mj-text>{text[place:]}")


def test_a_workspace_without_runs_says_how_to_get_some(shown, asked):
    """The button leads to Render previews."""
    window = shown()
    assert window.pane._pages.currentWidget() is window.pane.nothing
    window.pane._make_one.click()
    assert len(asked.rendered) == 1


def test_the_latest_run_of_each_template_is_shown_first(shown, add_run):
    """An older one, and one that was stopped, only when they are chosen."""
    add_run("welcome.en", ("gmail-ios",), hours_ago=2)
    add_run("welcome.en", ("gmail-web",), hours_ago=1)
    add_run("welcome.en", ("orange-web",), state="stopped")
    add_run("welcome.fr", ("yahoo-web",))
    assert clients(shown()) == ["gmail-web", "yahoo-web"]


def test_a_run_is_chosen_in_the_list(shown, add_run, qtbot):
    """Its pictures come, and its name stands above them."""
    add_run("welcome.en", ("gmail-ios",), hours_ago=2, name="For Ann")
    older = add_run("welcome.en", ("gmail-web",), hours_ago=1)
    window = shown()
    window.tree.choose("welcome.en", "run-0")
    qtbot.waitUntil(lambda: clients(window) == ["gmail-ios"])
    assert "For Ann" in window.head.title.text()
    window.show_run(older)
    qtbot.waitUntil(lambda: clients(window) == ["gmail-web"])


def test_lights_and_marks_come_by_and_by(shown, add_run, workspace, qtbot):
    """What is of another text is amber and says why; what was never proofed is none."""
    add_run("welcome.en", hours_ago=1, grey=10)
    add_run("welcome.en", grey=200)
    window = shown()
    qtbot.waitUntil(lambda: window.tree.light("welcome.en") is not None, timeout=20_000)
    assert (window.tree.light("welcome.en").colour, window.tree.light("welcome.fr").colour) == ("amber", "none")
    qtbot.waitUntil(lambda: all(row.changed and row.is_stale for row in window.pane.model.rows), timeout=10_000)
    window.pane.bar.toggles["changed"].setChecked(True)
    assert len(window.pane.model.rows) == 3


def test_what_is_found_out_waits_for_the_end_of_the_scrolling(shown, add_run, monkeypatch, qtbot):
    """It is done in turns, which there are only as long as nothing is moved."""
    turns, turn = [], Calm.turn
    monkeypatch.setattr(Calm, "turn", lambda calm, stop: turns.append(calm) or turn(calm, stop))
    add_run("welcome.en", hours_ago=1, grey=10)
    add_run("welcome.en", grey=200)
    window = shown()
    qtbot.waitUntil(lambda: all(row.changed and row.standing for row in window.pane.model.rows), timeout=20_000)
    assert len(turns) >= 1 + 3 + 1 + 3  # the mail and its clients, the runs and their pictures
    (calm,) = set(turns)
    qtbot.waitUntil(lambda: calm.is_calm, timeout=5_000)
    window.pane.view.seen.emit()  # as each step of the scrolling does
    assert not calm.is_calm


def test_a_saved_template_is_looked_at_again(shown, add_run, workspace, qtbot):
    """A light that was found out before is not believed any more."""
    add_run("welcome.en")
    window = shown()
    qtbot.waitUntil(lambda: window.tree.light("welcome.en") is not None, timeout=20_000)
    with qtbot.waitSignal(window.proofs.watch.lit, timeout=20_000):
        window.template_saved("welcome.en")


def test_answers_stand_on_the_cards(shown, add_run, workspace):
    """And can be filtered by."""
    run_id = add_run("welcome.en")
    with workspace.database() as database:
        keep_answer(database, Answer(run_id, 1, "changes", "Smaller.", "Ann"))
    window = shown()
    assert [row.verdict for row in window.pane.model.rows] == [None, "changes", None]
    window.pane.bar.verdict.setCurrentIndex(2)
    assert clients(window) == ["gmail-ios"]


def test_a_deleted_run_takes_its_files_along(shown, add_run, workspace, qtbot):
    """A picture that another run shows stays."""
    add_run("welcome.en")
    window = shown()
    files = [row.kept.picture for row in window.pane.model.rows]
    window.tree.choose("welcome.en", "run-0")
    question = window.runs.delete()
    assert "cannot be undone" in question.more.text()
    question.accept()
    qtbot.waitUntil(lambda: not window.proofs.facts.has_runs, timeout=10_000)
    assert not any(path.exists() for path in files)


def test_a_run_gets_a_name(shown, add_run, workspace, qtbot):
    """It stands in the list."""
    add_run("welcome.en")
    window = shown()
    window.tree.choose("welcome.en", "run-0")
    window.runs.rename()
    dialog = window.findChild(NameDialog)
    dialog.edit.setText("Final")
    dialog.ok.click()
    qtbot.waitUntil(lambda: window.proofs.facts.template("welcome.en").runs[0].run.name == "Final", timeout=10_000)


def test_an_interrupted_run_is_given_up(shown, add_run, workspace, qtbot):
    """The strip says what is missing, and offers it."""
    add_run("welcome.en", state="running", taken=1, hours_ago=1)
    window = shown()
    window.tree.choose("welcome.en", "run-0")
    assert "interrupted" in window.strip.text.text()
    window.strip.buttons["give_up"].click()
    qtbot.waitUntil(lambda: window.proofs.facts.template("welcome.en").runs[0].run.state == "stopped", timeout=10_000)


def test_an_interrupted_run_is_taken_to_its_end(shown, add_run, workspace, leave, qtbot):
    """What is there stays as it is, the rest is paid for."""
    leave(10)
    add_run("welcome.en", state="running", taken=1, hours_ago=1)
    window = shown()
    window.tree.choose("welcome.en", "run-0")
    window.strip.buttons["resume"].click()
    qtbot.waitUntil(lambda: window.pages.errand.cost.quote is not None, timeout=20_000)
    assert window.pages.errand.cost.quote.plan.tokens == 2
    window.pages.errand.cost.go.click()
    qtbot.waitUntil(lambda: window.pages.is_home, timeout=20_000)
    with workspace.database() as database:
        assert saved_runs(database)[0].state == "done"
    qtbot.waitUntil(lambda: window.proofs.facts.template("welcome.en").runs[0].taken == 3, timeout=10_000)


def test_a_recheck_shows_what_looks_different(shown, add_run, workspace, leave, qtbot):
    """Before it is paid it says what is stale; afterwards before and after, with the share that differs."""
    leave(10)
    add_run("welcome.en", grey=5)
    window = shown()
    window.recheck()
    errand = window.pages.errand
    qtbot.waitUntil(lambda: errand.cost.quote is not None, timeout=20_000)
    assert errand.list.count() == 1
    errand.cost.go.click()
    changes = window.pages.changes
    qtbot.waitUntil(lambda: window.pages.currentWidget() is changes, timeout=20_000)
    assert len(changes.model.rows) == 3
    qtbot.waitUntil(lambda: all(row.score for row in changes.model.rows), timeout=10_000)
    changes.view.activated.emit(changes.model.index(0))
    assert window.pages.look.is_comparing
    window.pages.look.left.emit()
    assert window.pages.currentWidget() is changes


def test_nobody_is_led_away_from_a_picture(shown, add_run, leave, qtbot):
    """When a recheck ends while a picture is open, the way back leads to what changed."""
    leave(10)
    add_run("welcome.en", grey=5)
    window = shown()
    window.recheck()
    errand = window.pages.errand
    qtbot.waitUntil(lambda: errand.cost.quote is not None, timeout=20_000)
    errand.cost.go.click()
    window.pane.choose(window.pane.model.rows[0].place)
    window.pictures.open_wanted.emit()
    with qtbot.waitSignal(errand.carried_out, timeout=20_000):
        assert window.pages.currentWidget() is window.pages.look
    assert window.pages.currentWidget() is window.pages.look
    window.pages.look.left.emit()
    assert window.pages.currentWidget() is window.pages.changes
    window.pictures.open_wanted.emit()
    errand.carried_out.emit(None)
    assert window.pages.currentWidget() is window.pages.look


def test_a_recheck_that_cannot_be_paid_says_so(shown, add_run, leave, qtbot):
    """The button stays off."""
    leave(1)
    add_run("welcome.en")
    window = shown()
    window.recheck()
    qtbot.waitUntil(lambda: window.pages.errand.cost.quote is not None, timeout=20_000)
    assert not window.pages.errand.cost.go.isEnabled()


def test_a_picture_whose_file_is_gone_says_so(shown, add_run, workspace):
    """The card offers to render it again, and counts as failed."""
    add_run("welcome.en")
    shutil.rmtree(workspace.root / "proofs")
    window = shown()
    assert all(row.is_gone for row in window.pane.model.rows)
    assert "Render it again" in window.pane.delegate._reason(window.pane.model.rows[0])


def test_a_picture_is_opened_and_stepped_from(shown, add_run, qtbot):
    """Enter opens it, Esc leads back."""
    add_run("welcome.en")
    window = shown()
    window.pane.choose(window.pane.model.rows[0].place)
    window.pane.view.activated.emit(window.pane.view.currentIndex())
    assert window.pages.currentWidget() is window.pages.look
    window.pages.look.stepped.emit(1)
    assert window.pages.look.looked.shot.profile == "gmail-ios"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.pages.is_home


def test_two_pictures_and_the_run_before_are_compared(shown, add_run, qtbot):
    """The older one comes first."""
    add_run("welcome.en", hours_ago=1, grey=10)
    add_run("welcome.en", grey=200)
    window = shown()
    window.pane.view.selectAll()
    window.pictures.compare()
    assert window.pages.look.is_comparing
    window.pages.go_home()
    window.pane.choose(window.pane.model.rows[0].place)
    with qtbot.waitSignal(window.pictures.compare_wanted) as wanted:
        window.pictures.compare_with_before()
    assert [looked.run.id for looked in wanted.args[0]] == ["run-0", "run-1"]


def test_a_mail_is_opened_in_the_browser_as_its_client_shows_it(shown, add_run, asked, qtbot):
    """With its pictures inside, and walled in."""
    add_run("welcome.en", ("gmail-web",))
    window = shown()
    window.pane.choose(window.pane.model.rows[0].place)
    window.pictures.open_in_browser()
    qtbot.waitUntil(lambda: bool(asked.urls), timeout=20_000)
    html = Path(asked.urls[0]).read_text("utf-8")
    assert "Content-Security-Policy" in html
    assert "data:image/png;base64," in html
    assert 'src="http://mail.invalid' not in html


def test_a_picture_is_saved_and_copied(shown, add_run, tmp_path, qtbot):
    """As it is on the disk."""
    add_run("welcome.en", ("gmail-web",))
    window = shown()
    window.pane.choose(window.pane.model.rows[0].place)
    with qtbot.waitSignal(window.pictures.told):
        window.pictures.save_to(str(tmp_path / "copy.jpg"))
    assert (tmp_path / "copy.jpg").read_bytes() == window.pane.model.rows[0].kept.picture.read_bytes()
    with qtbot.waitSignal(window.pictures.told):
        window.pictures.copy()
    assert QGuiApplication.clipboard().image().width() == 64


def test_a_picture_leads_to_the_editor(shown, add_run, asked):
    """With its client and mode."""
    add_run("welcome.en", ("gmail-ios",), modes=("dark",))
    window = shown()
    window.pane.choose(window.pane.model.rows[0].place)
    window.pictures.reveal()
    assert [(shot.template, shot.profile, shot.mode) for shot in asked.revealed] == [
        ("welcome.en", "gmail-ios", "dark")
    ]


def test_runs_of_a_template_that_is_gone_are_still_shown(shown, add_run, workspace):
    """Below the others."""
    add_run("welcome.fr", ("gmail-web",))
    shutil.rmtree(workspace.root / "templates" / "welcome.fr")
    window = shown()
    assert clients(window) == ["gmail-web"]
    assert not window.proofs.facts.templates[-1].is_there


@pytest.mark.qt_log_ignore("does not support raise")  # Qt raises every tip, and the offscreen platform cannot
def test_resting_on_a_template_shows_a_picture_of_it(shown, add_run, qtbot):
    """Without a click; it goes when the pointer does."""
    add_run("welcome.en")
    window = shown()
    item = next(each for each in window.tree._items() if window.tree._key(each) == ("welcome.en", ""))
    window.tree.itemEntered.emit(item, 0)
    qtbot.waitUntil(window.hover.popup.isVisible, timeout=5_000)
    window.hover.leave()
    assert not window.hover.popup.isVisible()


@pytest.mark.qt_log_ignore("does not support raise")  # Qt raises every tip, and the offscreen platform cannot
def test_resting_on_a_card_shows_it_larger(shown, add_run, qtbot):
    """With what it shows below."""
    add_run("welcome.en", ("gmail-web",))
    window = shown()
    window.pane.view.entered.emit(window.pane.model.index(0))
    qtbot.waitUntil(window.pane.hover.isVisible, timeout=5_000)
    assert "Gmail" in window.pane.hover.caption.text()
