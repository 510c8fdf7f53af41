"""A budget of new pictures, what pictures cover, several data sets at once, and trying again what failed."""

from __future__ import annotations

import pytest

from desktop.proofs.quote import Quote
from desktop.proofs.words import budget_words, percent_text, selection_names, share_words
from renderers.clients.clients_file import change_clients_file
from renderers.plan import Plan
from renderers.proofs.audience_cover import cover, reaching
from renderers.proofs.picture_budget import Selection
from renderers.proofs.proof import Shot
from renderers.render.pool import RenderPool
from templates.errors import EngineError


def quote_of(groups: dict[str, str], selection: Selection | None = None, **shares: float) -> Quote:
    """By the key of each picture the clients that get it."""
    shots = {key: tuple(Shot("a", "default", "", each) for each in clients.split()) for key, clients in groups.items()}
    plan = Plan(sum(map(len, shots.values())), len(shots), dict.fromkeys(shots, "a"), 0, (), shots)
    named = {name.replace("_", "-"): share for name, share in shares.items()}
    first = tuple(reaching(cover(shots, named), 90)) if shares else ()
    return Quote(plan, (), (), selection, first)


def test_what_pictures_cover_is_said(qapp):
    """Only where it is known; without opens it is said where clients share pictures."""
    groups = {"1": "gmail-ios gmail-web", "2": "orange-web", "3": "yahoo-web"}
    assert "4 client" in share_words(quote_of(groups))
    assert share_words(quote_of({"1": "gmail-web", "2": "orange-web"})) == ""
    assert share_words(quote_of({"1": "gmail-web"})) == ""
    known = quote_of(groups, gmail_web=0.5, orange_web=0.445, yahoo_web=0.05)
    assert share_words(known).endswith("94% of your audience.")
    assert selection_names(known).splitlines()[0] == "50%  Gmail, iPhone · Gmail, web"
    assert share_words(quote_of({"1": "gmail-web", "2": "orange-web"}, gmail_web=0.5, orange_web=0.1)).endswith(
        "2 pictures: 60% of your audience."
    )


def test_who_is_left_out_is_said(qapp):
    """By number, and in the tip by name."""
    out = Selection(("gmail-web",), ("orange-web", "yahoo-web"), 0.999)
    said = quote_of({"1": "gmail-web"}, out)
    assert budget_words(said).startswith("Covers 99% of your audience; 2 client")
    assert selection_names(said) == "Left out: Orange, web · Yahoo, web"
    assert budget_words(quote_of({"1": "gmail-web"}, Selection(("gmail-web",), ("orange-web",)))).startswith("1 client")
    assert budget_words(quote_of({"1": "gmail-web"}, Selection(("gmail-web",), ()))) == ""


@pytest.mark.parametrize(
    ("share", "text"), [(0.9999, "99%"), (1, "100%"), (0.125, "12%"), (0.0351, "3.5%"), (0.05, "5%")]
)
def test_parts_are_never_rounded_up(qapp, share, text):
    """What is not reached is not claimed."""
    assert percent_text(share) == text


def test_a_budget_takes_what_covers_most(opened, rendered, quoted, workspace, leave, qtbot):
    """One new picture: that of most opens. Then it is free, and the next one comes."""
    change_clients_file(workspace, {"opens": {"lines": {"Yahoo! web": 0.6, "Orange web": 0.3, "Mailo": 0.1}}})
    leave(20)
    dialog = opened()
    qtbot.waitUntil(lambda: bool(dialog.choice.opens.lines))
    dialog.choice.budget.amount.setValue(1)
    dialog.choice.budget.box.click()
    quoted(dialog)
    assert [shot.profile for shot in dialog.cost.quote.shots] == ["yahoo-web"]
    assert dialog.cost.go.text() == "Render – 1 token"
    assert dialog.cost.warning.text().startswith("Covers 60% of your audience; 2 client")
    assert "Left out: Gmail, web · Orange, web" in dialog.cost.warning.toolTip()
    rendered(dialog)
    assert [row.shot.profile for row in dialog.sheet.model.rows] == ["yahoo-web"]
    assert {shot.profile for shot in dialog.cost.quote.shots} == {"orange-web", "yahoo-web"}


def test_a_budget_in_which_nobody_fits(opened, quoted):
    """Nothing can be rendered, and it is said what to do."""
    dialog = opened()
    dialog.choice.budget.amount.setValue(0)
    dialog.choice.budget.box.click()
    quoted(dialog)
    assert dialog.cost.line.text() == "No client fits: allow more new pictures."
    assert not dialog.cost.go.isEnabled()


def test_several_data_sets_are_one_run(opened, rendered, quoted, qtbot):
    """Each client with each of them."""
    dialog = opened(clients=("gmail-web",))
    qtbot.waitUntil(lambda: len(dialog.choice.choices.data_sets) > 1)
    dialog.choice.data_sets.choose(dialog.choice.choices.data_sets[:2])
    rendered(quoted(dialog))
    assert [row.shot.data_set for row in dialog.sheet.model.rows] == list(dialog.choice.choices.data_sets[:2])
    assert [row.among for row in dialog.sheet.model.rows] == list(dialog.choice.choices.data_sets[:2])
    assert dialog.sheet.view.delegate.several


def test_what_failed_is_tried_again(opened, rendered, leave, purse, monkeypatch, qtbot):
    """Only that; what is there is not taken again."""
    leave(20)
    dialog = opened()
    usual = RenderPool.render

    async def fail(pool: RenderPool, job: object, **named: object) -> object:
        if "orange" in job.profile.id:
            raise EngineError("The browser crashed.", advice="Try again.")
        return await usual(pool, job, **named)

    with monkeypatch.context() as broken:
        broken.setattr(RenderPool, "render", fail)
        rendered(dialog)
    assert dialog.cost.failed.isVisible()
    assert purse.balance == (18, 0, 2)
    dialog.cost.failed.click()
    qtbot.waitUntil(lambda: not dialog.is_running and dialog.cost.quote is not None)
    assert [row.shot.profile for row in dialog.sheet.model.rows] == ["orange-web"]
    assert dialog.sheet.said.text() == "1 picture: 1 token charged"
    assert not dialog.cost.failed.isVisible()
    assert purse.balance == (17, 0, 3)
