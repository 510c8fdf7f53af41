"""What mails name is fetched once, within limits; what fails is a missing picture."""

import asyncio
import base64
import threading

import pytest

from renderers.render.images import fake_url, remote_name
from renderers.render.remote import visit as visits
from renderers.render.remote.shelf import FAILED_S, FRESH_S, Shelf
from renderers.render.remote.wanted import Wanted
from renderers.render.remote.web import Remote
from templates.brand.opening.fetch import Answer
from templates.errors import Cancelled, FetchError
from tests.hostile_mails import huge_picture

FONT = b"wOF2 font"
A = "https://a.example/"


class Web:
    """Answers by address; the rest is not there. ``asked`` is what was fetched."""

    def __init__(self, **files: bytes) -> None:
        self.files = {A + name.replace("_", "."): data for name, data in files.items()}
        self.asked: list[Wanted] = []

    def __call__(self, asked: Wanted, stop: threading.Event) -> Answer:
        self.asked.append(asked)
        if asked.url not in self.files:
            raise FetchError("{url} answered with status {status}.", url=asked.url, status=404)
        return Answer(asked.url, self.files[asked.url])


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def files_of(web, folder, *mails, clock=None):
    """Visit the web for mails, one after the other as a run does; return what came for each."""

    async def scene():
        with Remote(Shelf(folder, clock=clock or Clock()), fetch=web).visit() as visit:
            return [await visit.files_of(mail) for mail in mails]

    return asyncio.run(scene())


def test_a_picture_is_fetched_once_and_served_by_its_bytes(tmp_path, png):
    """For all mails of a run, and for the runs of the next day; two addresses of the same bytes are one file."""
    web = Web(a_png=png(), b_png=png())
    mail = f"<img src='{A}a.png'><td background='{A}b.png'>"
    first, second = files_of(web, tmp_path, mail, mail + "more")
    name = remote_name(png())
    assert first.data == {name: png()}
    assert first.served_in(mail) == f'<img src="{fake_url(name)}"><td background="{fake_url(name)}">'
    assert (first.missing, second.data) == ((), first.data)
    files_of(web, tmp_path, mail)
    assert sorted(asked.url for asked in web.asked) == [f"{A}a.png", f"{A}b.png"]


def test_a_mail_without_any_asks_nobody(tmp_path):
    """Links are none, and the workspace's own pictures are there."""
    web = Web()
    mail = f"<a href='{A}'>x</a><img src='{fake_url('a.png')}'><img src='{A}{{{{ x }}}}'>"
    (files,) = files_of(web, tmp_path, mail)
    assert (files.served_in(mail), files.data, files.missing, web.asked) == (mail, {}, (), [])


def test_what_does_not_come_is_missing(tmp_path, png):
    """It keeps its address, which the page does not get; the others are there."""
    mail = f"<img src='{A}gone.png'><img src='{A}a.png'>"
    (files,) = files_of(Web(a_png=png()), tmp_path, mail)
    assert files.missing == (f"{A}gone.png",)
    assert f"'{A}gone.png'" in files.served_in(mail)


@pytest.mark.parametrize("data", [b"<html>", b"", FONT])
def test_what_is_no_picture_is_missing(tmp_path, data):
    """A page that says why there is none, a font in its place."""
    (files,) = files_of(Web(a_png=data), tmp_path, f"<img src='{A}a.png'>")
    assert (files.missing, files.data) == ((f"{A}a.png",), {})


def test_a_picture_of_too_many_pixels_is_missing(tmp_path, png):
    """The mail has its picture all the same, as a client that gives up on it shows it."""
    (files,) = files_of(Web(a_png=png(0, (5001, 5001), "1")), tmp_path, f"<img src='{A}a.png'>")
    assert files.missing == (f"{A}a.png",)


def test_a_style_sheet_brings_its_fonts(tmp_path, png):
    """What it names lies beside it; it is served with our addresses in it."""
    web = Web(x_css=b"@font-face{src:url(f.woff2)}p{background:url(gone.png)}", f_woff2=FONT)
    mail = f"<link rel=stylesheet href='{A}x.css'>"
    (files,) = files_of(web, tmp_path, mail)
    font = remote_name(FONT)
    sheet = f"\ufeff@font-face{{src:url({fake_url(font)})}}p{{background:url(gone.png)}}".encode()
    assert files.data == {font: FONT, remote_name(sheet, is_sheet=True): sheet}
    assert files.missing == (f"{A}gone.png",)


def test_style_sheets_that_import_each_other_come_to_an_end(tmp_path):
    """And so does a chain of them."""
    web = Web(a_css=b"@import 'b.css';", b_css=b"@import 'a.css';")
    (files,) = files_of(web, tmp_path, f"<style>@import '{A}a.css'</style>")
    assert len(files.data) == 2

    chain = Web(**{f"c{n}_css": b"@import 'c%d.css';" % (n + 1) for n in range(20)})
    (files,) = files_of(chain, tmp_path, f"<style>@import '{A}c0.css'</style>")
    assert len(chain.asked) == len(files.data) == visits.MOST_IMPORTS + 1


def test_a_mail_names_only_so_many(tmp_path, png, monkeypatch):
    """Nor so many bytes; what is beyond is missing."""
    monkeypatch.setattr(visits, "MOST_FILES", 2)
    web = Web(a_png=png("red"), b_png=png("blue"), c_png=png("lime"))
    mail = "".join(f"<img src='{A}{name}.png'>" for name in "abc")
    (files,) = files_of(web, tmp_path, mail)
    assert (len(files.data), files.missing) == (2, (f"{A}c.png",))
    monkeypatch.setattr(visits, "MOST_BYTES", len(png("red")))
    (files,) = files_of(web, tmp_path, mail)
    assert (len(files.data), files.missing) == (1, (f"{A}b.png", f"{A}c.png"))


def test_style_sheets_bring_along_only_so_much(tmp_path, png, monkeypatch):
    """What they name counts as the mail's own files: in number, and in bytes while it is under way."""
    monkeypatch.setattr(visits, "MOST_FILES", 9)

    class Endless(Web):
        def __call__(self, asked: Wanted, stop: threading.Event) -> Answer:
            self.asked.append(asked)
            names = "".join(f"@import '{len(asked.url)}{letter}/';" for letter in "abcdefgh")
            return Answer(asked.url, names.encode())

    web = Endless()
    files_of(web, tmp_path / "many", f"<link rel=stylesheet href='{A}x'>")
    assert len(web.asked) == 9

    monkeypatch.setattr(visits, "MOST_HELD", 3 * len(png("red")))
    monkeypatch.setattr(visits, "MOST_BYTES", 2 * len(png("red")))
    web = Web(**{f"{name}_png": png("red", (40, number)) for number, name in enumerate("abcdefgh", 1)})
    (files,) = files_of(web, tmp_path / "large", "".join(f"<img src='{A}{name}.png'>" for name in "abcdefgh"))
    assert len(web.asked) < 8
    assert len(files.data) + len(files.missing) == 8


def test_a_picture_is_not_kept_as_a_style_sheet(tmp_path, png):
    """What each may be is asked anew: how large it may be is not the same."""
    web = Web(a_png=png())
    files_of(web, tmp_path, f"<img src='{A}a.png'>", f"<link rel=stylesheet href='{A}a.png'>")
    assert [asked.kind for asked in web.asked] == ["image", "style"]


def test_a_style_sheet_with_a_bomb_in_it_is_missing(tmp_path):
    """The mail has its picture all the same."""
    bomb = base64.b64encode(huge_picture()).decode()
    web = Web(a_css=f"p{{background:url(data:;base64,{bomb})}}".encode())
    (files,) = files_of(web, tmp_path, f"<link rel=stylesheet href='{A}a.css'>")
    assert (files.data, files.missing) == ({}, (f"{A}a.css",))


def test_a_server_that_is_down_leaves_what_came_before(tmp_path, png):
    """For a while it is not asked again; then it is."""
    clock, web, mail = Clock(), Web(a_png=png()), f"<img src='{A}a.png'>"
    files_of(web, tmp_path, mail, clock=clock)
    web.files.clear()
    for later, times in ((FRESH_S, 2), (1, 2), (FAILED_S, 3)):
        clock.now += later
        (files,) = files_of(web, tmp_path, mail, clock=clock)
        assert (len(files.data), files.missing, len(web.asked)) == (1, (), times)


def test_a_slow_server_costs_its_picture(tmp_path, png, monkeypatch):
    """The others are there, and the mail is shown."""
    release = threading.Event()

    def fetch(asked, stop):
        if "slow" in asked.url:
            release.wait(60)
        return Answer(asked.url, png())

    async def scene():
        with Remote(Shelf(tmp_path), fetch=fetch).visit() as visit:
            await visit.files_of(f"<img src='{A}a.png'>")
            monkeypatch.setattr(visits, "WAIT_S", 0.01)
            return await visit.files_of(f"<img src='{A}slow.png'><img src='{A}a.png'>")

    try:
        files = asyncio.run(scene())
    finally:
        release.set()
    assert (len(files.data), files.missing) == (1, (f"{A}slow.png",))


def test_a_host_that_let_us_wait_is_not_asked_again(tmp_path, png, monkeypatch):
    """Pictures of a server that is not there cost its silence once; one that refuses at once is asked for each."""
    mails = [f"<img src='{A}{name}.png'>" for name in ("gone", "b", "c")]
    quick = Web(b_png=png("red"), c_png=png("blue"))
    assert [len(files.data) for files in files_of(quick, tmp_path / "quick", *mails)] == [0, 1, 1]
    monkeypatch.setattr(visits, "PATIENCE_S", 0)
    slow = Web(b_png=png("red"), c_png=png("blue"))
    assert [len(files.data) for files in files_of(slow, tmp_path / "slow", *mails)] == [0, 0, 0]
    assert len(slow.asked) == 1


def test_stopping_a_run_stops_fetching(tmp_path):
    """Whatever is under way learns of it, and nothing of it is remembered as a failure."""
    asked, told = threading.Event(), threading.Event()

    def fetch(each, stop):
        asked.set()
        assert stop.wait(10)
        told.set()
        raise Cancelled("The extraction was stopped.")

    async def scene():
        with Remote(Shelf(tmp_path), fetch=fetch).visit() as visit:
            task = asyncio.ensure_future(visit.files_of(f"<img src='{A}a.png'>"))
            await asyncio.to_thread(asked.wait, 10)
            task.cancel()
            await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(scene())
    assert told.wait(10)
    assert Shelf(tmp_path).get(f"{A}a.png") is None
