"""Tests of renderers/clients/stages/purify.py."""

from __future__ import annotations

import pytest

from renderers.clients.pipeline import client_html
from renderers.clients.stages.purify import STAGE

SETTINGS = {
    "removed": ["form", "input", "math"],
    "kept_content": ["form"],
    "values": {"position": {"absolute": "relative", "fixed": "inherit"}},
    "unset_units": {"height": ["%", "vh"]},
    "dark_query": "never",
    "comments": True,
}


def body(html: str) -> str:
    """Return what stands in the body."""
    return html[html.index("<body>") + 6 : html.index("</body>")]


@pytest.mark.parametrize(
    ("mail", "made"),
    [
        ("<form>a<input>b</form>c", "abc"),
        ("<math>a</math>b", "b"),
        ("a<!-- b -->c", "ac"),
        ('<p style="position:fixed">a</p>', '<p style="position:inherit">a</p>'),
        ('<p style="position:Absolute !important">a</p>', '<p style="position:relative !important">a</p>'),
        ('<p style="height:50vh;width:50vw">a</p>', '<p style="height:unset;width:50vw">a</p>'),
        ('<p style="position:static;height:9px">a</p>', '<p style="position:static;height:9px">a</p>'),
    ],
)
def test_mails_are_made_harmless(through, mail, made):
    """What may not be goes, what may not be so is tamed."""
    html, changes = through(STAGE, f"<html><head></head><body>{mail}</body></html>", **SETTINGS)
    assert body(html) == made
    assert bool(changes) == (made != mail and "<!--" not in mail)


def test_style_blocks_too(through):
    """Declarations in any depth, and queries for a dark page."""
    sheet = "@media (prefers-color-scheme: dark){.a{position:fixed}}.b{height:100%;color:red}"
    html, changes = through(STAGE, f"<style>{sheet}</style>", **SETTINGS)
    assert "@media never" in html
    assert "position:inherit" in html
    assert "height:unset; color:red" in html
    assert [change.rule for change in changes] == ["purify.dark_query", "purify.values"]
    assert changes[1].values == {"count": 2}


def test_without_settings_nothing_happens(through):
    """The defaults leave a mail as it is."""
    mail = "<html><head></head><body><form>a</form><!-- b --></body></html>"
    assert through(STAGE, mail) == (mail, [])


def test_proton_keeps_what_its_source_keeps():
    """Style blocks, classes and pseudo-classes are alive, whatever the old table says."""
    mail = '<style>#proton-root .a:hover{color:red}</style><p class="a">x</p><svg><text>y</text></svg>'
    made = client_html(mail, "proton-web").html
    assert '<div data-client="frame" id="proton-root">' in made
    assert "#proton-root .a:hover" in made
    assert "<svg" not in made
    assert "y" in body(made)
    assert client_html(made, "proton-web").html == made
