"""No mail reaches anything outside, and each still gets its picture."""

from pathlib import Path

import pytest

from renderers.engines.locate import locate
from renderers.render.images import fake_url, remote_name
from renderers.render.isolation import MAX_TAGS, Guard, check_mail, with_policy
from renderers.render.job import RenderJob
from templates.errors import LimitError
from tests.hostile_mails import LEAKS

pytestmark = pytest.mark.browser

LIME, MAGENTA = (0, 255, 0), (255, 0, 255)


@pytest.mark.parametrize("attack", LEAKS.values(), ids=LEAKS)
def test_no_request_leaves(look, render, listener, attack):
    """The server hears nothing, not even a connection; the mail's own ground shows that its picture was taken."""
    mail = attack.format(http=f"http://{listener.address}", host=listener.address)
    picture = look(f"<!doctype html><html><head><style>html{{background:#0f0 !important}}</style>{mail}")
    render("<p>A next mail, so that whatever the first one began has come to its end.")
    assert picture.getpixel((639, picture.height - 1)) == LIME
    assert listener.heard == []


def test_the_server_of_these_tests_hears_an_open_page(loop, listener):
    """The control: without walls the same mails do reach the server."""
    html = "".join(LEAKS[name] for name in ("picture", "iframe", "links"))

    async def open_page() -> None:
        from playwright.async_api import async_playwright

        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=locate().path)
            page = await browser.new_page()
            await page.set_content(html.format(http=f"http://{listener.address}", host=listener.address))
            await browser.close()

    loop.run(open_page())
    assert b"GET /i.png HTTP/1.1" in listener.heard
    assert b"GET /f HTTP/1.1" in listener.heard


@pytest.mark.parametrize(
    "attack",
    [
        "<img src='{file}'>",
        "<iframe src='{page}'></iframe>",
        "<meta http-equiv=refresh content='0;url={page}'>",
        "<object data='{file}'></object><embed src='{page}'>",
        "<style>p{{height:99px;background:url({file})}}</style><p>",
        "<svg><image href='{file}' width=99 height=99 /></svg>",
    ],
)
def test_no_file_is_read(look, png, tmp_path: Path, attack):
    """Pictures and pages of this computer do not appear in a mail's picture."""
    (tmp_path / "secret.png").write_bytes(png("magenta", (99, 99)))
    (tmp_path / "secret.html").write_text("<body style='background:magenta'>")
    mail = attack.format(file=(tmp_path / "secret.png").as_uri(), page=(tmp_path / "secret.html").as_uri())
    colours = {colour for _, colour in look(f"<!doctype html>{mail}").getcolors(1 << 20)}
    assert MAGENTA not in colours


def test_only_the_jobs_own_pictures_are_served(look, png):
    """A picture of the mail before is not there for the next one; a changed one is new under the same name."""
    mail = "<!doctype html><body style='margin:0'><img src='http://mail.invalid/brands/a/logo.png'>"
    name = "brands/a/logo.png"
    assert look(mail, images={name: png("red")}).getpixel((5, 5)) == (255, 0, 0)
    assert look(mail, images={name: png("blue")}).getpixel((5, 5)) == (0, 0, 255)
    assert look(mail).getpixel((5, 5)) not in {(255, 0, 0), (0, 0, 255)}


def test_nothing_is_served_as_what_it_is_not(look, png):
    """Only what we fetched is a style sheet, and only to who asks for one; a picture is no style sheet either."""
    sheet, fetched = b"html{background:#f00 !important}", remote_name(b"x", is_sheet=True)
    images = {"a.css": sheet, fetched: sheet, "a.png": png("red")}
    links = "".join(f"<link rel=stylesheet href='{fake_url(name)}'>" for name in ("a.css", "a.png"))
    ground = "<style>html{background:#0f0}</style>"
    assert (
        look(f"<!doctype html>{ground}{links}<img src='{fake_url(fetched)}'>", images=images).getpixel((639, 9)) == LIME
    )
    link = f"<link rel=stylesheet href='{fake_url(fetched)}'>"
    assert look(f"<!doctype html>{ground}{link}", images=images).getpixel((639, 9)) == (255, 0, 0)


def test_what_pillow_does_not_know_is_not_decoded_by_the_browser(look, png):
    """Bytes without a known header are shown as a broken picture."""
    mail = "<!doctype html><body style='margin:0'><img src='http://mail.invalid/a.png'>"
    assert look(mail, images={"a.png": b"?" + png("red")}).getpixel((5, 5)) != (255, 0, 0)


def test_the_policy_alone_stops_scripts(loop):
    """Should an engine ignore that JavaScript is off (one does), the injected policy still holds."""
    html = "<!doctype html><body style='background:#0f0'><script>document.body.style.background='red'</script>"

    async def shown(guard: Guard) -> str:
        from playwright.async_api import async_playwright

        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=locate().path)
            page = await browser.new_page()
            await page.route("**/*", guard.answer)
            await page.goto(guard.admit(RenderJob(html, {}, None)))
            colour = await page.evaluate("document.body.style.background")
            await browser.close()
        return colour

    assert loop.run(shown(Guard())) == "rgb(0, 255, 0)"


@pytest.mark.parametrize(
    ("html", "before"),
    [
        ("<!DOCTYPE html><html><head>", "<!DOCTYPE html>"),
        ("<!-- a --> <!-- b -->\n<!doctype html>x", "<!-- a --> <!-- b -->\n<!doctype html>"),
        ("<!-- <head> --><html>", "<!-- <head> -->"),
        ("<!--><img>", ""),
        ("<!-- a --!><img><!-- -->", "<!-- a --!>"),
        ("\xa0<!doctype html>", ""),
        ("plain", ""),
    ],
)
def test_the_policy_comes_first(html, before):
    """It stands right behind the doctype, where no comment can hide it."""
    start, policy, rest = with_policy(html).partition('<meta http-equiv="Content-Security-Policy"')
    assert start == before
    assert policy
    assert rest.endswith(html[len(before) :])


def test_the_policy_does_not_change_the_rendering_mode(look):
    """A mail with a doctype stays in standards mode: there a length without unit is no length."""
    box = "<div style='width:50;height:50;background:red'></div>"
    assert look(f"<!-- note --><!doctype html><body style='margin:0'>{box}").getpixel((9, 9)) == (255, 255, 255)
    marked = f"\ufeff<!doctype html><body style='margin:0'>{box}<div style='height:9px;background:red'>"
    assert look(marked).getpixel((99, 5)) == (255, 0, 0)  # and no line above it
    assert look(f"<body style='margin:0'>{box}").getpixel((9, 9)) == (255, 0, 0)


@pytest.mark.parametrize("html", ["<b>" * (MAX_TAGS + 1), "x" * 2_000_001, "é" * 1_000_001])
def test_a_mail_that_would_choke_the_browser_is_refused(html):
    """Too many tags or bytes are told before the browser sees them."""
    with pytest.raises(LimitError):
        check_mail(RenderJob(html, {}, None))


def test_a_mail_at_the_limit_passes():
    """As many tags as allowed, closing ones not counted."""
    check_mail(RenderJob("<b></b>" * MAX_TAGS, {}, None))
