"""From templates to proofs: everything is built once, failures stay where they are, stopping leaves nothing."""

import asyncio
import threading

import pytest

from assets import asset
from renderers.clients.change import Change, Evidence
from renderers.clients.pipeline import ClientHtml
from renderers.engines import BrowserMissingError
from renderers.preview import preview
from renderers.proofs.proof import Progress, Shot
from renderers.proofs.saved import save_proofs
from renderers.render.cache import PictureCache
from renderers.render.images import fake_url
from renderers.render.pool import RenderPool
from templates.brand.kit import extract_brand
from templates.compile.pipeline import Build
from templates.errors import InputError, LimitError, TemplateError
from templates.generate import add_brand
from templates.starters import instantiate, starter
from templates.workspace import Workspace


def mail(html: str, images: tuple[str, ...] = ()) -> Build:
    """A finished mail."""
    return Build(html, "text", "Subject", "Preheader", images, (), "<mjml></mjml>", html)


class Builder:
    """Stands in for the compiler: a template's mail is its name, its data set and its segments."""

    def __init__(self) -> None:
        self.built: list[str] = []
        self.threads: set[str] = set()

    def __call__(self, workspace, name, *, data, contact, segments, image_url) -> Build:
        self.threads.add(threading.current_thread().name)
        self.built.append(f"{name} {data} {'+'.join(segments)}".strip())
        if name == "broken":
            raise TemplateError("The variable {name} is not known.", name="order.total")
        images = ("brands/acme/logo.png", "brands/acme/gone.png") if name == "pictured" else ()
        return mail(f"<p>{self.built[-1]}" + "".join(f"<img src='{image_url(each)}'>" for each in images), images)


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """A workspace with one picture."""
    made = Workspace.create(tmp_path / "work", name="Acme")
    logo = made.root / "brands" / "acme" / "logo.png"
    logo.parent.mkdir(parents=True)
    logo.write_bytes(b"\x89PNG")
    return made


@pytest.fixture
def builder() -> Builder:
    """A builder that counts."""
    return Builder()


def run(workspace, templates, fake_engine, **options):
    """Preview with the fake engine, in a loop of its own."""

    async def scene():
        async with RenderPool(fake_engine) as pool:
            return await preview(workspace, templates, pool=pool, **options)

    return asyncio.run(scene())


def test_every_combination_is_a_proof_in_order(workspace, builder, fake_engine):
    """Templates, data sets, segments, profiles: the last one changes fastest."""
    proofs = run(
        workspace,
        ["a", "b"],
        fake_engine,
        build=builder,
        profiles=["plain-mobile", "plain-desktop"],
        data=["default", "long"],
        segments=["", "loyal"],
    )
    assert [proof.shot for proof in proofs] == [
        Shot(template, data, segment, profile)
        for template in ("a", "b")
        for data in ("default", "long")
        for segment in ("", "loyal")
        for profile in ("plain-mobile", "plain-desktop")
    ]
    assert [proof.result.width for proof in proofs[:2]] == [375, 640]
    assert proofs[6].result.picture == b"<p>a long loyal"


def test_a_mail_is_built_once_for_all_profiles_and_in_a_plain_thread(workspace, builder, fake_engine):
    """V8 must not be created inside a running loop, and compiling costs more than a picture."""
    run(workspace, ["a", "b"], fake_engine, build=builder)
    assert sorted(builder.built) == ["a default", "b default"]
    assert all(name.startswith("build") for name in builder.threads)


def test_a_template_that_fails_is_a_proof_with_its_error(workspace, builder, fake_engine):
    """The other templates go on; nothing is raised."""
    proofs = run(workspace, ["broken", "a"], fake_engine, build=builder)
    assert [str(proof.error) for proof in proofs[:3]] == ["The variable order.total is not known."] * 3
    assert [proof.build for proof in proofs[:3]] == [None] * 3
    assert all(proof.result for proof in proofs[3:])
    assert sorted(builder.built) == ["a default", "broken default"]


def test_progress_counts_what_is_done_cached_and_failed(workspace, builder, fake_engine, tmp_path):
    """It starts at nothing and ends at everything, one proof at a time."""
    cache, seen = PictureCache(tmp_path / "pictures"), []
    run(workspace, ["a"], fake_engine, build=builder, cache=cache)
    run(workspace, ["a", "b", "broken"], fake_engine, build=builder, cache=cache, on_progress=seen.append)
    assert [each.done for each in seen] == list(range(10))
    assert seen[0] == Progress(0, 9)
    assert seen[-1] == Progress(9, 9, cached=3, failed=3)


def test_cached_pictures_need_no_browser(workspace, builder, fake_engine, tmp_path):
    """A second run takes no picture and launches nothing."""
    cache = PictureCache(tmp_path / "pictures")
    first = run(workspace, ["a", "b"], fake_engine, build=builder, cache=cache)
    taken = len(fake_engine.taken)
    fake_engine.launch = None
    again = run(workspace, ["a", "b"], fake_engine, build=builder, cache=cache)
    assert len(fake_engine.taken) == taken
    assert [proof.result.picture for proof in again] == [proof.result.picture for proof in first]


def test_saved_pictures_are_not_taken_again(workspace, builder, fake_engine, tmp_path):
    """The workspace kept them, whatever became of the cache."""
    proofs = run(workspace, ["a"], fake_engine, build=builder)
    save_proofs(workspace, proofs)
    fake_engine.launch = None
    again = run(workspace, ["a"], fake_engine, build=builder, cache=PictureCache(tmp_path / "empty"))
    assert [proof.result.picture for proof in again] == [proof.result.picture for proof in proofs]
    assert all(proof.result.cached for proof in again)


def test_the_workspaces_pictures_are_served_and_missing_ones_named(workspace, builder, fake_engine):
    """A picture that is not there is shown as broken, and the proof says which."""
    (proof,) = run(workspace, ["pictured"], fake_engine, build=builder, profiles=["plain-desktop"])
    assert proof.missing == ("brands/acme/gone.png",)
    assert list(fake_engine.taken[0].served) == [fake_url("brands/acme/logo.png")]


def test_stopping_keeps_what_is_done(workspace, builder, fake_engine):
    """The proofs that came before the stop were handed over."""
    proofs = []

    async def scene():
        async with RenderPool(fake_engine) as pool:
            task = asyncio.current_task()

            def stop_after_two(proof):
                proofs.append(proof)
                if len(proofs) == 2:
                    task.cancel()

            await preview(
                workspace, [f"mail {n}" for n in range(50)], pool=pool, build=builder, on_proof=stop_after_two
            )

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(scene())
    assert 2 <= len(proofs) < 150


def test_no_browser_ends_the_run_with_one_error(workspace, builder, monkeypatch, tmp_path):
    """Not one error a picture: nothing was built or reported."""
    monkeypatch.setenv("MAILWRIGHT_BROWSER", str(tmp_path / "none"))
    with pytest.raises(BrowserMissingError):
        asyncio.run(preview(workspace, ["a"], build=builder))
    assert builder.built == []


def test_a_browser_that_does_not_start_ends_the_run_with_one_error(workspace, builder, fake_engine):
    """All pictures would fail alike, so the first failure speaks for them."""

    async def refuse():
        raise BrowserMissingError("The browser {path} does not start: {reason}.", path="x", reason="y")

    fake_engine.launch = refuse
    with pytest.raises(BrowserMissingError, match="does not start"):
        run(workspace, ["a", "b"], fake_engine, build=builder)


def test_an_unknown_profile_is_said_before_anything_is_built(workspace, builder, fake_engine):
    """A typing error costs no time."""
    with pytest.raises(InputError, match="no client profile mobil"):
        run(workspace, ["a"], fake_engine, build=builder, profiles=["plain-desktop", "mobil"])
    assert builder.built == []


@pytest.mark.browser
@pytest.mark.usefixtures("no_process_left")
def test_a_run_opens_and_closes_its_own_browser(workspace, builder, tmp_path):
    """Without a pool given, a real browser takes the pictures and is gone afterwards."""
    cache = PictureCache(tmp_path / "pictures")
    proofs = asyncio.run(preview(workspace, ["a"], build=builder, cache=cache))
    assert [(proof.result.width, proof.result.cached) for proof in proofs] == [(640, False), (375, False), (375, False)]
    assert all(proof.result.picture.startswith(b"\xff\xd8") for proof in proofs)


def test_the_real_road_leads_from_a_starter_to_its_picture(workspace, fake_engine):
    """Without a builder given, the template is compiled with its brand, and its pictures are found."""
    kit = extract_brand(str(asset("samples", "site")))
    template = instantiate(workspace, starter("welcome"), "en", brand=add_brand(workspace, kit))
    (proof,) = run(workspace, [template.name], fake_engine, profiles=["plain-desktop"])
    assert proof.error is None
    assert proof.missing == ()
    assert kit.name in proof.build.html
    assert fake_engine.taken[0].html == proof.build.html
    assert set(fake_engine.taken[0].images) == set(proof.build.images)


def test_each_profile_is_taken_in_the_modes_that_it_has(workspace, builder, fake_engine):
    """In its first one when nothing is asked, or nothing that it has; the mail is built once for all."""
    profiles = ["gmail-web", "plain-mobile-dark"]
    usual = run(workspace, ["a"], fake_engine, build=builder, profiles=profiles)
    assert [(proof.shot.profile, proof.shot.mode) for proof in usual] == [
        ("gmail-web", "light"),
        ("plain-mobile-dark", "dark"),
    ]
    asked = run(workspace, ["a"], fake_engine, build=builder, profiles=profiles, modes=["light", "images-off"])
    assert [proof.shot.view for proof in asked] == ["gmail-web", "gmail-web+images-off", "plain-mobile-dark"]
    assert builder.built == ["a default", "a default"]


def test_a_proof_shows_what_the_client_made_of_the_mail(workspace, builder, fake_engine, monkeypatch):
    """Each client once, in a thread; the picture is of its mail, and the proof says what changed and who drew it."""
    threads = []

    def in_client(html, shown, *, mode):
        threads.append(threading.current_thread().name)
        change = Change("clip.bytes", "It is cut.", Evidence("somebody", "2026"))
        return ClientHtml(f"{shown.id} {mode}: {html}", (change,))

    monkeypatch.setattr("renderers.mails.in_client", in_client)
    proofs = run(workspace, ["a"], fake_engine, build=builder, profiles=["gmail-web", "yahoo-web"])
    assert [proof.result.picture for proof in proofs] == [
        b"gmail-web light: <p>a default",
        b"yahoo-web light: <p>a default",
    ]
    assert [(proof.cast.kind, proof.fidelity, len(proof.changes)) for proof in proofs] == [
        ("chromium", "modelled", 1)
    ] * 2
    assert [name.partition("_")[0] for name in threads] == ["client", "client"]


def test_clients_that_make_the_same_of_a_mail_share_a_picture(workspace, builder, fake_engine, monkeypatch, tmp_path):
    """One is taken, the other one costs nothing."""
    monkeypatch.setattr("renderers.mails.in_client", lambda html, shown, *, mode: ClientHtml(html, ()))
    cache = PictureCache(tmp_path / "pictures")
    proofs = run(workspace, ["a"], fake_engine, build=builder, profiles=["gmail-web", "yahoo-web"], cache=cache)
    assert len(fake_engine.taken) == 1
    assert sorted(proof.result.cached for proof in proofs) == [False, True]


def test_a_client_that_fails_is_a_proof_with_its_error(workspace, builder, fake_engine, monkeypatch):
    """The mail is there all the same, and the other clients go on."""

    def in_client(html, shown, *, mode):
        if shown.id == "gmail-web":
            raise LimitError("The mail took longer than {seconds:g} seconds.", seconds=2)
        return ClientHtml(html, ())

    monkeypatch.setattr("renderers.mails.in_client", in_client)
    failed, fine = run(workspace, ["a"], fake_engine, build=builder, profiles=["gmail-web", "yahoo-web"])
    assert str(failed.error) == "The mail took longer than 2 seconds."
    assert failed.build
    assert fine.result
