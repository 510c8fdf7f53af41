"""Many companies: from a list to decided brands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desktop.brand_actions import brands_of
from desktop.dialogs.batch.batch_dialog import BatchDialog
from desktop.new_workspace import sample_site
from templates.brand.doubts import Doubt
from templates.brand.evidence import Candidate
from templates.brand.store import StoredBrand, load_brand
from templates.brand.sureness import USER
from templates.files import write_text
from templates.workspace import Workspace

COLOURS = (Candidate("#c24a1f", "buttons", 0.4), Candidate("#7a2fb5", "theme-color", 0.4))
PLAIN = """<html lang="en"><head><title>{name} | Tools</title><meta property="og:site_name" content="{name}">
<meta name="theme-color" content="#7a2fb5"><style>.button {{ background: #c24a1f }}</style></head>
<body><header><h1>{name}</h1></header><main><a class="button" href="/buy">Buy</a></main></body></html>"""


@pytest.fixture(autouse=True)
def little_work(monkeypatch):
    """Drawing forty pictures a brand and looking with a browser are tested elsewhere; a name tells what is doubtful."""

    def doubts(brand: StoredBrand) -> list[Doubt]:
        logo, colour = Doubt("logo_wide", "", "missing", ()), Doubt("primary", brand.primary, "unsure", COLOURS)
        return {"Fernhill": [logo], "Northlight": [colour]}.get(brand.name, [])

    monkeypatch.setattr("templates.generate.write_artwork", lambda *_: None)
    monkeypatch.setattr("desktop.batch_work.doubtful", doubts)
    monkeypatch.setattr("renderers.witness.installed_witness", lambda _cancel: None)


@pytest.fixture
def sites(tmp_path) -> Path:
    """A list of three companies: the sample, one without a logo, one whose page is none."""
    folder = tmp_path / "sites"
    shutil.copytree(sample_site(), folder / "kettlewren")
    write_text(folder / "plain.html", PLAIN.format(name="Fernhill"))
    write_text(folder / "empty.html", "")
    path = folder / "companies.txt"
    write_text(path, "kettlewren/index.html\nplain.html\nempty.html\nnot a domain\n")
    return path


@pytest.fixture
def dialog(jobs, qtbot, sites, tmp_path) -> BatchDialog:
    """The dialog with that list, without a workspace, and no templates wanted."""
    made = BatchDialog(jobs, None)
    qtbot.addWidget(made)
    made.show()
    made.list.open_list(str(sites))
    made.list.folder.setText(str(tmp_path / "out"))
    made.list.starters.box.setCurrentIndex(0)
    qtbot.waitUntil(lambda: made.list.is_ready, timeout=20_000)
    return made


def states(dialog: BatchDialog) -> list[str]:
    return [company.state for company in dialog.run.model.companies]


def run(dialog: BatchDialog, qtbot) -> None:
    dialog.go.click()
    qtbot.waitUntil(lambda: not dialog.run.is_running and dialog._job is None, timeout=60_000)


def test_lines_are_checked_while_they_are_typed(dialog, qtbot):
    """What cannot be used is explained with its line and marked; the rest counts."""
    assert dialog.list.problems.toPlainText().startswith("Line 4:")
    assert [mark.cursor.blockNumber() for mark in dialog.list.edit.extraSelections()] == [3]
    assert "3" in dialog.list.count.text()
    dialog.list.edit.setPlainText("company.com\nhttps://company.com/x\n")
    assert not dialog.go.isEnabled()
    qtbot.waitUntil(lambda: dialog.list.is_ready)
    assert "line 1" in dialog.list.problems.toPlainText()
    dialog.list.edit.setPlainText("")
    qtbot.waitUntil(lambda: dialog.list.companies is None)
    assert not dialog.go.isEnabled()
    assert not dialog.list.problems.isVisible()


def test_a_list_is_dropped(dialog, sites, qtbot):
    """A file takes the place of what was typed; other files are none."""
    dialog.list.edit.setPlainText("company.com")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sites))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.list.edit.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys))
    assert "plain.html" in dialog.list.edit.toPlainText()


def test_each_company_gets_a_row_and_a_workspace(dialog, qtbot, tmp_path):
    """Done, doubtful, or failed with its sentence; a failure costs the others nothing."""
    run(dialog, qtbot)
    assert states(dialog) == ["made", "doubtful", "failed"]
    assert dialog.run.model.companies[2].detail
    assert dialog.run.model.companies[1].name == "Fernhill"
    assert "1" in dialog.run.summary.text()
    folders = [company.row.made.brand_folder for company in dialog.run.model.companies[:2]]
    assert [Workspace.find(folder).settings.name for folder in folders] == ["Kettlewren", "Fernhill"]
    assert [Workspace.find(folder).templates() for folder in folders] == [[], []]


def test_those_that_failed_are_tried_again(dialog, qtbot, sites):
    """Only they; what is done stays."""
    run(dialog, qtbot)
    write_text(sites.parent / "empty.html", PLAIN.format(name="Northlight"))
    dialog.retry.click()
    qtbot.waitUntil(lambda: not dialog.run.is_running and dialog._job is None, timeout=60_000)
    assert states(dialog) == ["made", "doubtful", "doubtful"]
    assert not dialog.retry.isVisible()


def test_a_run_can_be_stopped(dialog, qtbot):
    """Who was not begun is stopped, and can be tried again."""
    dialog.go.click()
    dialog.cancel.click()
    qtbot.waitUntil(lambda: dialog._job is None, timeout=60_000)
    assert "stopped" in states(dialog)
    assert dialog.retry.isVisible()


def test_the_review_shows_what_is_doubtful_and_nothing_else(dialog, qtbot):
    """One tick says that it is right as it is: then it is a person's choice, and the company is decided."""
    run(dialog, qtbot)
    assert "1" in dialog.go.text()
    dialog.go.click()
    review = dialog.review
    qtbot.waitUntil(review.fields["logo"].isVisible)
    assert review.title.text() == "Fernhill"
    assert [name for name, field in review.fields.items() if field.isVisible()] == ["logo"]
    assert not dialog.go.isEnabled()
    review.right.click()
    assert dialog.go.isEnabled()
    folder = dialog.run.doubtful[0].row.made.brand_folder
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog._job is None, timeout=60_000)
    assert states(dialog) == ["made", "made", "failed"]
    assert load_brand(folder).evidence["logo_wide"][0].source == USER


@pytest.fixture
def two(dialog, qtbot, sites):
    """The review of two companies, the second of which has a doubtful colour, at the second."""
    write_text(sites.parent / "empty.html", PLAIN.format(name="Northlight"))
    run(dialog, qtbot)
    dialog.go.click()
    review = dialog.review
    qtbot.waitUntil(review.fields["logo"].isVisible)
    assert not review.back.isEnabled()
    review.on.click()
    qtbot.waitUntil(review.fields["primary"].isVisible)
    assert not review.on.isEnabled()
    return review


def test_previous_and_next_keep_what_was_typed(dialog, two, qtbot):
    """It is still there when the company is shown again, and it is applied; the other stays doubtful."""
    two.fields["primary"].edit.setText("#123456")
    two.previous()
    qtbot.waitUntil(lambda: two.fields["logo"].isVisible() and not two.fields["primary"].isVisible())
    two.next()
    qtbot.waitUntil(two.fields["primary"].isVisible)
    assert two.fields["primary"].value == "#123456"
    folder = dialog.run.doubtful[1].row.made.brand_folder
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog._job is None, timeout=60_000)
    assert load_brand(folder).primary == "#123456"
    assert states(dialog) == ["made", "doubtful", "made"]


def test_a_candidate_is_picked_by_keyboard(dialog, two, qtbot):
    """Arrow keys and Enter in the strip."""
    strip = two.fields["primary"].strip
    strip.offer(COLOURS, "#7a2fb5")
    strip.setCurrentIndex(strip.model().index(0, 0))
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert two.fields["primary"].value == "#c24a1f"
    assert dialog.go.isEnabled()


def test_half_a_colour_is_not_applied(dialog, two):
    """The field says so, and there is nothing to press."""
    two.fields["primary"].edit.setText("#12")
    assert not dialog.go.isEnabled()


def test_companies_become_brands_of_the_open_workspace(application, opened, qtbot, sites):
    """One step, undone as one; a company that is a brand already is kept."""
    before = opened.workspace.workspace.brands()
    application.actions["brand.many"].trigger()
    dialog = opened.findChild(BatchDialog)
    dialog.list.open_list(str(sites))
    dialog.list.place.setCurrentIndex(1)
    assert not dialog.list.folder.isVisible()
    qtbot.waitUntil(lambda: dialog.list.is_ready, timeout=20_000)
    run(dialog, qtbot)
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=20_000)
    assert states(dialog)[1:] == ["doubtful", "failed"]
    assert "fernhill" in opened.workspace.workspace.brands()
    assert opened.workspace.brand_slug == "kettlewren"
    dialog.close()
    brands_of(opened).undo()
    qtbot.waitUntil(lambda: not opened.jobs.running, timeout=20_000)
    assert opened.workspace.workspace.brands() == before


def test_the_dialog_dies(jobs, dies):
    """Nothing holds it once it is closed."""
    dies(lambda: BatchDialog(jobs, None))
