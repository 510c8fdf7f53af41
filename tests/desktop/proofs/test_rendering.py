"""A run: pictures one by one, each paid for once; what fails or is stopped costs nothing."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.panels.card_view import LARGEST
from desktop.proofs import rendering
from desktop.proofs.shot_model import SHOWN
from renderers.proofs.proof import EVERYBODY, Shot
from renderers.proofs.saved import saved_pictures
from renderers.render.pool import RenderPool
from templates.errors import EngineError


def test_a_run_pays_for_each_new_picture_once(opened, rendered, purse, leave, workspace):
    """Three pictures, three tokens, kept with the workspace; again they cost nothing, and that is said."""
    leave(20)
    dialog = rendered(opened())
    assert dialog.sheet.said.text() == "3 pictures: 3 tokens charged"
    assert [row.image is not None for row in dialog.sheet.model.rows] == [True] * 3
    assert purse.balance == (17, 0, 3)
    assert saved_pictures(workspace, ["welcome.en"], "gmail-web")
    assert dialog.cost.line.text() == "No new picture, 3 from cache: costs nothing, 17 left"
    assert dialog.cost.go.text() == "Render again – costs nothing"
    rendered(dialog)
    assert dialog.sheet.said.text() == "3 pictures, all from cache: nothing charged"
    assert purse.balance == (17, 0, 3)


def test_a_card_names_client_mode_and_truth(opened, rendered):
    """What is seen is said to a screen reader too."""
    dialog = rendered(opened(clients=("gmail-web",)))
    index = dialog.sheet.model.index(0)
    assert index.data() == "Gmail, web"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Gmail, web, Light, welcome.en, default, Modelled")
    assert index.data(SHOWN).truth.name == "Modelled"


def test_a_card_does_not_ask_for_its_client_again(opened, rendered, monkeypatch):
    """Its profile may be deleted while the pictures are looked at."""
    row = rendered(opened(clients=("gmail-web",))).sheet.model.rows[0]
    monkeypatch.setattr("desktop.proofs.shot_model.profile", lambda id_: pytest.fail("asked again"))
    assert (row.client, row.truth.name) == ("Gmail, web", "Modelled")


def test_a_client_that_was_deleted_is_called_by_its_id(opened):
    """The cards of such a run are there; why it has no picture is said by the run."""
    model = opened(clients=("gmail-web",)).sheet.model
    model.expect([Shot("welcome.en", "default", EVERYBODY, "gone-client")])
    assert (model.rows[0].client, str(model.rows[0].truth)) == ("gone-client", "")


def test_a_picture_is_as_small_as_the_largest_card_can_be(opened, rendered, qapp):
    """On the densest screen: a larger one would only be read and held."""
    image = rendered(opened(clients=("gmail-web",))).sheet.model.rows[0].image
    dense = max(screen.devicePixelRatio() for screen in qapp.screens())
    assert 0 < image.width() <= LARGEST * dense


def test_a_failed_picture_says_why_and_costs_nothing(opened, rendered, purse, folder: Path):
    """One template does not compile: its cards say so, the other's are there and paid."""
    (folder / "templates" / "password-reset.en" / "template.mjml").write_text("{% if segment.loyalty %}", "utf-8")
    before = purse.balance.spent
    dialog = opened("welcome.en", "password-reset.en", clients=("gmail-web",))
    assert "1 picture cannot be taken" in dialog.cost.warning.text()
    rendered(dialog)
    assert dialog.sheet.said.text() == "1 picture, 1 failed: 1 token charged"
    failed = next(row for row in dialog.sheet.model.rows if row.shot.template == "password-reset.en")
    assert failed.image is None
    assert failed.why
    assert purse.balance.spent == before + 1


def test_a_picture_says_which_files_did_not_come(opened, rendered, folder: Path):
    """On its card, and where it is shown at full size."""
    template = folder / "templates" / "welcome.en" / "template.mjml"
    text = template.read_text("utf-8")
    template.write_text(text.replace("</mj-body>", '<mj-raw><img src="assets/hat.png"></mj-raw></mj-body>'), "utf-8")
    dialog = rendered(opened(clients=("gmail-web",)))
    index = dialog.sheet.model.index(0)
    said = "Missing in this picture: assets/hat.png"
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert said in index.data(role)
    dialog.sheet.view.activated.emit(index)
    assert dialog.sheet.picture.looked.missing == ("assets/hat.png",)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """An engine that takes one picture and then never ends."""
    taken: list[object] = []
    usual = RenderPool.render

    async def render(pool: RenderPool, job: object, **named: object) -> object:
        taken.append(job)
        if len(taken) > 1:
            await asyncio.Event().wait()
        return await usual(pool, job, **named)

    monkeypatch.setattr(RenderPool, "render", render)
    return taken


def test_a_stopped_run_keeps_and_charges_what_is_done(opened, purse, leave, qtbot, slow):
    """One of three is there: one token; the others are not taken, and nothing stays set aside."""
    leave(20)
    dialog = opened()
    dialog.cost.go.click()
    qtbot.waitUntil(lambda: any(row.image for row in dialog.sheet.model.rows))
    assert not dialog.choice.tree.isEnabled()
    dialog.cost.stop.click()
    qtbot.waitUntil(lambda: not dialog.is_running)
    assert dialog.sheet.said.text() == "Stopped. 1 picture: 1 token charged; what is there is kept."
    assert sum(row.given_up for row in dialog.sheet.model.rows) == 2
    assert purse.balance == (19, 0, 1)
    assert dialog.choice.tree.isEnabled()


def test_closing_ends_the_run(opened, purse, leave, qtbot, jobs, slow):
    """Nothing stays set aside, and nothing is left running."""
    leave(20)
    dialog = opened()
    dialog.cost.go.click()
    qtbot.waitUntil(lambda: any(row.image for row in dialog.sheet.model.rows))
    dialog.close()
    qtbot.waitUntil(lambda: not jobs.running)
    assert purse.balance == (19, 0, 1)


def test_the_end_of_the_application_lets_the_run_tidy_up(opened, qtbot, jobs, monkeypatch):
    """In the same moment as its window: stopped once, it frees what it set aside, however long the ledger takes."""
    begun, freed = threading.Event(), []

    async def take(*_given: object, **_named: object) -> None:
        try:
            begun.set()
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0.05)
            freed.append("freed")

    monkeypatch.setattr(rendering, "take_and_keep", take)
    dialog = opened()
    dialog.cost.go.click()
    qtbot.waitUntil(begun.is_set)
    dialog.close()
    jobs.shut_down()
    assert freed == ["freed"]


def test_a_dearer_run_than_was_read_is_not_begun(opened, purse, leave, qtbot, folder: Path):
    """The mail changed after its cost was read: nothing is taken, and the new cost is there."""
    leave(20)
    dialog = opened(clients=("gmail-web",))
    cheaper = replace(dialog.cost.quote.plan, new={}, costs=())  # as if it had been there then
    dialog.cost.show_known(replace(dialog.cost.quote, plan=cheaper))
    dialog.cost.go.click()
    qtbot.waitUntil(lambda: not dialog.is_running and dialog.cost.quote is not None)
    assert dialog.sheet.said.text().startswith("This would cost 1 tokens now, and 0 were agreed")
    assert purse.balance == (20, 0, 0)


def test_an_engine_that_fails_costs_nothing(opened, rendered, purse, leave, monkeypatch):
    """Every card says why."""
    leave(20)

    async def fail(_pool: RenderPool, _job: object, **_named: object) -> object:
        raise EngineError("The browser crashed.", advice="Try again.")

    dialog = opened(clients=("gmail-web",))
    monkeypatch.setattr(RenderPool, "render", fail)
    rendered(dialog)
    assert dialog.sheet.said.text() == "0 pictures, 1 failed: nothing charged"
    assert dialog.sheet.model.rows[0].why == "The browser crashed. Try again."
    assert purse.balance == (20, 0, 0)


def test_pictures_that_are_selected_are_compared(opened, rendered, qtbot):
    """Two or more of them; and Esc leads back to all."""
    sheet = rendered(opened()).sheet
    sheet.view.setCurrentIndex(sheet.model.index(0))
    assert not sheet.compare.isVisible()
    sheet.view.selectAll()
    assert sheet.compare.isVisible()
    sheet.compare.click()
    assert sheet.picture.is_comparing
    qtbot.waitUntil(lambda: sheet.picture.several.found is not None)
    assert len(sheet.picture.several.pictures) == 3
    qtbot.keyClick(sheet.picture.several.pair, Qt.Key.Key_Escape)
    assert not sheet.is_enlarged


def test_a_picture_is_looked_at_at_full_size(opened, rendered, qtbot):
    """Enter opens it, arrows go on to the next, Esc leads back and does not close the dialog."""
    dialog = rendered(opened())
    sheet = dialog.sheet
    sheet.view.setCurrentIndex(sheet.model.index(0))
    qtbot.keyClick(sheet.view, Qt.Key.Key_Return)
    assert sheet.is_enlarged
    assert dialog.choice.isHidden()
    qtbot.waitUntil(lambda: sheet.picture.one.view.raster is not None)
    sheet.picture.one.head.next.click()
    qtbot.waitUntil(lambda: sheet.picture.one.head.name.text() == sheet.model.rows[1].client)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not sheet.is_enlarged
    assert dialog.isVisible()
    assert not dialog.choice.isHidden()
