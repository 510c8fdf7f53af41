"""Tests of renderers/clients/stages/body_end.py."""

from __future__ import annotations

import pytest

from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client
from renderers.clients.stages.body_end import STAGE, BodyEnd

ON = BodyEnd(obeyed=True)


@pytest.mark.parametrize("rest", ["", "\n", "</html>\n", "<!-- a --></html>"])
def test_an_end_with_nothing_behind_is_no_news(rest):
    """The end is noted, and nothing is told."""
    text, changes = STAGE.apply(f"<body>x</body>{rest}", ON, Client("x"))
    assert text == f"<body>x<!--body-end-->{rest}"
    assert not changes


def test_what_stands_behind_is_told():
    """With the place of the end tag."""
    html = "<body><p>x</p><!-- </body> --></BODY >y</body>z"
    text, changes = STAGE.apply(mark(html), ON, Client("x"))
    assert unmark(text) == "<body><p>x</p><!-- </body> --><!--body-end-->y</body>z"
    assert [change.at for change in changes] == [html.index("</BODY")]


@pytest.mark.parametrize("html", ["<p>x</p>", "<body>x", "<!-- </body> -->"])
def test_a_mail_without_an_end_stays(html):
    """There is nothing to note."""
    assert STAGE.apply(html, ON, Client("x")) == (html, ())


def test_without_settings_nothing_happens():
    """The default is what browsers do."""
    assert STAGE.apply("<body>x</body>y", BodyEnd(), Client("x")) == ("<body>x</body>y", ())
