"""Tests of renderers/clients/stages/web_fonts.py."""

from __future__ import annotations

import pytest

from renderers.clients.stages.web_fonts import STAGE

MAIL = (
    '<html><head><link rel="Stylesheet" href="a.css"><link rel="icon" href="b.ico"><style>'
    "@import url(c.css);\n@font-face { font-family:d; src:url( 'https://e/f.woff'); }\n"
    "@font-face { font-family:g; src:local(h); }\n@font-face { font-family:i; src:url(data:font/woff,); }\nb { top:0; }"
    "</style></head><body>k</body></html>"
)


@pytest.mark.parametrize(
    ("mode", "settings", "gone", "rules"),
    [
        ("light", {"ignored": True}, ["f.woff"], ["web-fonts.ignored"]),
        ("light", {"with_pictures": True}, [], []),
        ("images-off", {"with_pictures": True}, ["a.css", "c.css", "f.woff"], 3 * ["web-fonts.with_pictures"]),
        ("images-off", {}, [], []),
    ],
)
def test_what_a_client_does_not_load_goes(through, mode, settings, gone, rules):
    """Fonts with an address, and with the pictures other style sheets too; rules, icons and fonts inside stay."""
    html, changes = through(STAGE, MAIL, mode, **settings)
    parts = ["a.css", "b.ico", "c.css", "f.woff", "local(h)", "data:font", "b { top:0; }"]
    assert [part for part in parts if part not in html] == gone
    assert [each.rule for each in changes] == rules


def test_a_second_time_changes_nothing(through):
    """What is gone is gone."""
    every = {"ignored": True, "with_pictures": True}
    once, _ = through(STAGE, MAIL, "images-off", **every)
    assert through(STAGE, once, "images-off", **every) == (once, [])


def test_an_embedded_font_in_quotes_is_no_address(through):
    """Blanks and quotes before it do not make it one."""
    html = "<html><head><style>@font-face{src:url( 'data:font/woff,' )}</style></head><body></body></html>"
    assert through(STAGE, html, ignored=True) == (html, [])
