"""Tests of renderers/clients/stages/dark_page.py."""

from __future__ import annotations

from renderers.clients.stages.dark_page import STAGE

COLOURS = {"page": "#18181b", "text": "#eeeef0", "link": "#58c9ff"}


def test_the_page_is_dark_under_a_mail_without_colours(through):
    """Rules without weight, in front of the mail's own; attributes of the body are weaker still and are asked for."""
    html, changes = through(STAGE, "<style>b{}</style><p>k</p>", "dark", **COLOURS)
    assert '<head><style data-client="dark-page">:where(body:not([bgcolor])){background-color:#18181b}' in html
    assert [(each.rule, each.at) for each in changes] == [("dark-page.page", None)]


def test_a_firm_page_is_as_strong_as_the_mail(through):
    """Thunderbird's sheet wins over a mere a {} by its a:link."""
    html, _ = through(STAGE, "<p>k</p>", "dark", **COLOURS, firm=True)
    assert "html,body{background-color:#18181b;color:#eeeef0}a:link{color:#58c9ff}" in html


def test_it_is_put_there_once_and_only_in_the_dark(through):
    """A second time finds its own sheet."""
    once, _ = through(STAGE, "<p>k</p>", "dark", **COLOURS)
    assert through(STAGE, once, "dark", **COLOURS) == (once, [])
    assert through(STAGE, "<p>k</p>", "light", **COLOURS)[1] == []
