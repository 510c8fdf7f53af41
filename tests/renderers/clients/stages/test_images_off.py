"""Tests of renderers/clients/stages/images_off.py."""

from __future__ import annotations

import pytest

from renderers.clients.pipeline import client_html
from renderers.clients.profile import profiles
from renderers.clients.stages.images_off import STAGE

PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<img src="https://a/b.png" alt="k" width="9">', '<img alt="k" width="9">'),
        ('<img src="//a/b.png" srcset="c.png 2x" alt="">', '<img alt="">'),
        ('<img src="http://mail.invalid/a.png">', "<img>"),
        ('<img src="cid:a">', '<img src="cid:a">'),
        (f'<img src="{PIXEL}">', f'<img src="{PIXEL}">'),
        ('<input type="image" src="a.png" alt="k">', '<input type="image" alt="k">'),
        ('<video poster="a.png" src="a.mp4"></video>', "<video></video>"),
        ('<table background="a.png"></table>', "<table></table>"),
        ('<a href="https://a/">k</a>', '<a href="https://a/">k</a>'),
        ('<svg><image href="a.png"></image></svg>', "<svg><image></image></svg>"),
        ('<p style="background:#fff url(a.png) 0 0;top:0">k</p>', '<p style="background:#fff none 0 0;top:0">k</p>'),
        ("<p style=\"background-image:url('a.png')\">k</p>", '<p style="background-image:none">k</p>'),
        ('<p style="content:url(a.png);top:0">k</p>', '<p style="top:0">k</p>'),
        ('<p style="background:image-set(url(a) 1x);top:0">k</p>', '<p style="top:0">k</p>'),
        (f'<p style="background:url({PIXEL})">k</p>', f'<p style="background:url({PIXEL})">k</p>'),
    ],
)
def test_remote_pictures_are_not_loaded(through, html, left):
    """Elements stay and show their text; a background's colour stays; pictures inside the mail are shown."""
    shown, changes = through(STAGE, html, "images-off", blocks="remote")
    assert f"<body>{left}</body>" in shown
    assert len(changes) == (html != left)


def test_pictures_inside_the_mail_can_be_blocked_too(through):
    """Some clients show none at all."""
    shown, _ = through(STAGE, f'<img src="{PIXEL}" alt="k">', "images-off", blocks="all")
    assert '<img alt="k">' in shown


def test_pictures_of_style_blocks_are_not_loaded(through):
    """In nested rules too; the address of a font is no picture's."""
    css = "a{top:0;background:url(a.png)}@media print{b{list-style:url(a.png)}}@font-face{src:url(a.woff)}"
    shown, changes = through(STAGE, f"<style>{css}</style>", "images-off", blocks="remote")
    assert shown.count("none") == 2
    assert "url(a.woff)" in shown
    assert [each.rule for each in changes] == ["images-off.blocks"]


def test_gmail_drops_important_from_its_style_blocks(through):
    """Nested rules too, and only of blocks."""
    html = '<style>a{top:0 !important}@media print{b{top:0!important}}</style><p style="top:0 !important">k</p>'
    shown, changes = through(STAGE, html, "images-off", blocks="remote", unimportant=True)
    assert shown.count("important") == 1
    assert [each.rule for each in changes] == ["images-off.unimportant"]


def test_a_frame_of_the_pictures_size_holds_notice_and_text(through):
    """Its look is in a sheet of the client's; the picture's own style of text stays, its box goes."""
    html, _ = through(
        STAGE,
        '<img src="a.png" alt="Our logo" width="200" height="50px" class="c" style="color:red;border:0;font-size:20px">'
        '<img src="b.png" width="100%" alt="">',
        "images-off",
        blocks="remote",
        place="frame",
        notice="Not loaded.",
        frame="border:1px solid",
    )
    assert '[data-client="blocked 200 50"]{width:200px;height:50px}' in html
    assert '[data-client="blocked auto auto"]{width:auto;height:auto}' in html
    assert (
        '<span class="c" style="color:red;font-size:20px" data-client="blocked 200 50">Not loaded. Our logo</span>'
        in html
    )
    assert '<span data-client="blocked auto auto">Not loaded.</span>' in html


@pytest.mark.parametrize(("mode", "blocks"), [("light", "remote"), ("images-off", "")])
def test_nothing_is_blocked_with_pictures_on(through, mode, blocks):
    """Or where nobody said that the client blocks."""
    html = '<html><head></head><body><img src="a.png"></body></html>'
    assert through(STAGE, html, mode, blocks=blocks) == (html, [])


@pytest.mark.parametrize("profile", [each.id for each in profiles() if "images-off" in each.modes])
def test_no_client_loads_a_picture_with_pictures_off(profile):
    """Whatever it does with the text in their place, which is kept."""
    mail = '<p>k<img src="https://a.example/b.png" alt="Words" width="9" height="9"></p>'
    html = client_html(mail, profile, mode="images-off").html
    assert "a.example" not in html
    assert "Words" in html
