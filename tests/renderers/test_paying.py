"""What a run of previews costs: each new picture a token, charged before it is handed out, and nothing else."""

from __future__ import annotations

import asyncio
import threading

import pytest

from renderers.budget.errors import TokensMissing
from renderers.budget.purse import open_purse
from renderers.budget.values import NOTHING
from renderers.camera import Foreseen
from renderers.preview import plan, preview
from renderers.render.cache import PictureCache
from renderers.render.mail_job import Fingerprint
from renderers.render.pictures import Pictures
from renderers.render.pool import RenderPool
from templates.compile.pipeline import Build
from templates.errors import LimitError, StorageError, TemplateError
from templates.workspace import Workspace

PROFILES = ("plain-desktop", "plain-mobile")


def build(workspace, name, *, data, contact, segments, image_url) -> Build:
    """Stands in for the compiler; the mails ``a`` and ``twin`` are the same one."""
    if name == "broken":
        raise TemplateError("This mail is broken.")
    html = f"<p>{'a' if name == 'twin' else name}"
    return Build(html, "text", "Subject", "Preheader", (), (), "<mjml></mjml>", html)


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """An empty one."""
    return Workspace.create(tmp_path / "agency", name="Agency")


@pytest.fixture
def purse(workspace):
    """Five tokens."""
    with open_purse(workspace) as made:
        made.ledger.adjust("agency", 5 - made.balance.available, note="five are enough")
        yield made


@pytest.fixture
def cache(tmp_path) -> PictureCache:
    """An empty one."""
    return PictureCache(tmp_path / "pictures")


def run(workspace, templates, engine, road=preview, **options):
    """Preview (or plan) with the fake engine, in a loop of its own."""

    async def scene():
        async with RenderPool(engine, lanes=2) as pool:
            return await road(workspace, templates, pool=pool, build=build, profiles=PROFILES, **options)

    return asyncio.run(scene())


def test_a_run_that_costs_too_much_takes_no_picture(workspace, purse, fake_engine):
    """Six pictures, five tokens: refused with the cost, and nothing is set aside."""
    with pytest.raises(TokensMissing, match="takes 6 tokens, and 5 are left in the account agency"):
        run(workspace, ["a", "b", "c"], fake_engine, purse=purse)
    assert fake_engine.taken == []
    assert purse.balance == (5, 0, 0)
    assert purse.ledger.audit() == []


def test_each_new_picture_costs_one_and_the_same_again_nothing(workspace, purse, cache, fake_engine):
    """What is in the cache is free, and the plan says so before."""
    plans = []
    for _ in range(2):
        run(workspace, ["a", "b"], fake_engine, purse=purse, cache=cache, on_plan=plans.append)
    assert purse.balance == (1, 0, 4)
    assert [(each.pictures, len(each.new), each.cached, each.tokens) for each in plans] == [(4, 4, 0, 4), (4, 0, 4, 0)]
    assert [each.costs[0].left for each in plans if each.costs] == [1]
    told = [(entry.client, entry.template) for entry in purse.ledger.history("agency") if entry.kind == "settle"]
    assert sorted(told) == [(client, mail) for client in PROFILES for mail in ("a", "b")]


def test_shots_that_lead_to_the_same_picture_share_its_token(workspace, purse, fake_engine):
    """Two templates with the same mail are one picture a client, also without a cache."""
    proofs = run(workspace, ["a", "twin"], fake_engine, purse=purse)
    assert all(proof.result for proof in proofs)
    assert purse.balance == (3, 0, 2)


def test_what_fails_costs_nothing(workspace, purse, fake_engine, monkeypatch):
    """A mail that does not build is not planned for; a picture that fails gives its token back."""

    async def render(pool, job, run=None):
        if "b" in job.html:
            raise LimitError("The picture took too long.")
        return await taken(pool, job)

    taken = RenderPool.render
    monkeypatch.setattr(RenderPool, "render", render)
    proofs = run(workspace, ["a", "b", "broken"], fake_engine, purse=purse)
    assert [proof.error is None for proof in proofs] == [True, True, False, False, False, False]
    assert purse.balance == (3, 0, 2)
    assert purse.ledger.audit() == []


def test_a_run_that_is_stopped_pays_for_what_was_delivered(workspace, purse, cache, fake_engine):
    """The tokens of the others are free at once, and each picture that was paid for is kept."""

    async def scene():
        async with RenderPool(fake_engine, lanes=1) as pool:
            task = asyncio.current_task()
            await preview(
                workspace,
                ["a", "b"],
                pool=pool,
                build=build,
                profiles=PROFILES,
                purse=purse,
                cache=cache,
                on_proof=lambda _: task.cancel(),
            )

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(scene())
    balance = purse.balance
    assert balance.spent == len(list(cache.folder.glob("??/*.jpg"))) >= 1
    assert balance == (5 - balance.spent, 0, balance.spent)


def test_a_run_that_is_stopped_twice_keeps_no_tokens_aside(workspace, purse, cache, fake_engine, monkeypatch):
    """The second time while a slow ledger is waited for: its late answer finds the tokens given back."""
    asked, answer, waited_for = threading.Event(), threading.Event(), asyncio.Event()
    settle, settled = purse.ledger.settle, Pictures.settled

    def slowly(*given, **named):
        asked.set()
        answer.wait(10)
        return settle(*given, **named)

    async def watched(pictures):
        waited_for.set()
        await settled(pictures)

    monkeypatch.setattr(purse.ledger, "settle", slowly)
    monkeypatch.setattr(Pictures, "settled", watched)

    async def scene():
        async with RenderPool(fake_engine, lanes=1) as pool:
            work = preview(workspace, ["a"], pool=pool, build=build, profiles=PROFILES[:1], purse=purse, cache=cache)
            task = asyncio.create_task(work)
            await asyncio.to_thread(asked.wait, 10)
            task.cancel()
            await waited_for.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert purse.balance == (5, 0, 0)
            answer.set()

    asyncio.run(scene())
    assert purse.balance == (5, 0, 0)
    assert list(cache.folder.glob("??/*")) == []


def test_a_picture_that_cannot_be_charged_is_dropped(workspace, purse, cache, fake_engine, monkeypatch):
    """The ledger is away when the pictures come: they are neither shown nor kept, and the sentence says why."""

    def away(*_args, **_named):
        raise StorageError("The connection to the database was lost.")

    monkeypatch.setattr(purse.ledger, "settle", away)
    proofs = run(workspace, ["a"], fake_engine, purse=purse, cache=cache)
    assert [proof.result for proof in proofs] == [None, None]
    assert {str(proof.error) for proof in proofs} == {"The connection to the database was lost."}
    assert list(cache.folder.glob("??/*")) == []
    assert purse.balance == (5, 0, 0)


def test_what_was_paid_for_before_a_crash_is_free(workspace, purse, cache, fake_engine):
    """Killed between the charge and the disk: the next run takes the picture again and charges nothing."""
    run(workspace, ["a"], fake_engine, purse=purse, cache=cache)
    for path in cache.folder.glob("??/*"):
        path.unlink()
    plans = []
    proofs = run(workspace, ["a"], fake_engine, purse=purse, cache=cache, on_plan=plans.append)
    assert [proof.result.cached for proof in proofs] == [False, False]
    assert (len(plans[0].new), plans[0].tokens) == (2, 0)
    assert purse.balance == (3, 0, 2)


def test_a_template_is_paid_for_by_the_account_it_is_tied_to(workspace, purse, fake_engine):
    """Each account's tokens are set aside, all or none; whoever is named pays for everything."""
    purse.ledger.grant("agency", 2, note="seven are enough")
    for sub, n in (("acme", 4), ("bolt", 2)):
        purse.accounts.create(sub, parent="agency")
        purse.ledger.allocate("agency", sub, n)
    purse.accounts.tie("acme", templates=["a*"])
    purse.accounts.tie("bolt", templates=["b*"])
    run(workspace, ["a", "b"], fake_engine, purse=purse)
    assert [purse.ledger.balance(each).spent for each in ("agency", "acme", "bolt")] == [0, 2, 2]
    with pytest.raises(TokensMissing, match="0 are left in the account bolt"):
        run(workspace, ["aa", "bb"], fake_engine, purse=purse)
    assert sum((purse.ledger.balance(each) for each in ("agency", "acme", "bolt")), NOTHING) == (3, 0, 4)
    with (
        open_purse(workspace, "agency") as named,
        pytest.raises(TokensMissing, match="1 are left in the account agency"),
    ):
        run(workspace, ["bb"], fake_engine, purse=named)


def test_the_plan_alone_takes_and_sets_aside_nothing(workspace, purse, cache, fake_engine):
    """It is what a button shows; too few tokens are said, not raised."""
    found = run(workspace, ["a", "b", "c", "broken"], fake_engine, plan, purse=purse, cache=cache)
    assert (found.shots, found.pictures, found.failed, found.tokens) == (8, 6, 2, 6)
    assert not found.is_affordable
    assert [(cost.account, cost.left) for cost in found.costs] == [("agency", -1)]
    assert fake_engine.taken == []
    assert purse.balance == (5, 0, 0)


def test_another_engine_than_the_planned_one_is_paid_for_too(workspace, purse, fake_engine, monkeypatch):
    """Its picture has another key, so that two that were to be the same may turn out as two."""
    monkeypatch.setattr("renderers.camera.Camera.foreseen", _same_key)
    run(workspace, ["a", "b"], fake_engine, purse=purse)
    assert purse.balance == (1, 0, 4)
    assert purse.ledger.audit() == []


async def _same_key(_camera, _mail):
    return Foreseen("one picture", is_known=False, fingerprint=Fingerprint("", ""))
