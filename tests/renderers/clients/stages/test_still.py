"""Tests of renderers/clients/stages/still.py."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from renderers.clients.pipeline import client_html
from renderers.clients.stages.still import STAGE


def moving() -> str:
    data = io.BytesIO()
    red, blue = Image.new("RGB", (2, 2), "red"), Image.new("RGB", (2, 2), "blue")
    red.save(data, "GIF", save_all=True, append_images=[blue], duration=100)
    return f"data:image/gif;base64,{base64.b64encode(data.getvalue()).decode()}"


def test_a_picture_that_may_move_is_marked(through):
    """By the ending of its path; the renderer serves its first frame then. A second time adds nothing."""
    html, changes = through(STAGE, '<img src="https://a/b.GIF?c=d"><img src="a.png">', endings=[".gif"])
    assert '<img src="https://a/b.GIF?c=d" data-still=""><img src="a.png">' in html
    assert [each.rule for each in changes] == ["still.endings"]
    assert through(STAGE, html, endings=[".gif"]) == (html, [])


def test_a_picture_inside_the_mail_is_exchanged(through):
    """Its first frame takes its place."""
    html, changes = through(STAGE, f'<img src="{moving()}">', endings=[".gif"])
    assert '<img src="data:image/png;base64,' in html
    assert len(changes) == 1
    assert through(STAGE, html, endings=[".gif"]) == (html, [])


@pytest.mark.parametrize(
    "source", ["data:image/gif;base64,@@@", "data:image/gif;base64,R0lG", "data:image/gif;base64,R"]
)
def test_a_damaged_picture_stays(through, source):
    """The browser will show it as broken."""
    html, changes = through(STAGE, f'<img src="{source}">', endings=[".gif"])
    assert source in html
    assert changes == []


def test_without_endings_everything_moves(through):
    """Every default means that the client does nothing of this."""
    assert through(STAGE, '<img src="a.gif">')[1] == []


def test_pictures_move_in_all_clients_but_word():
    """Windows Mail has Word's layout and moves them all the same."""
    mail = '<img src="a.gif" width="9" alt="">'
    assert "data-still" in client_html(mail, "outlook-windows-96").html
    assert "data-still" not in client_html(mail, "windows-mail").html
    assert "data-still" not in client_html(mail, "gmail-web").html
