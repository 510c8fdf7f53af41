"""Tests of renderers/clients/stages/vml_fallbacks.py."""

from __future__ import annotations

from collections.abc import Callable

from renderers.clients.stages.vml_fallbacks import STAGE

VML = '<v:fill src="https://x.test/a.png"></v:fill>'


def test_without_settings_nothing_changes(through: Callable[..., tuple[str, list]]):
    """Every default means that the client does nothing of this."""
    html, changes = through(STAGE, f"{VML}<p style=\"background:red url('https://x.test/a.png')\">k</p>")
    assert "red" in html
    assert not changes


def test_a_shorthand_with_the_picture_of_the_vml_goes(through: Callable[..., tuple[str, list]]):
    """It goes with its colour; other declarations and other pictures stay."""
    html, (change,) = through(
        STAGE,
        f"{VML}<p style=\"background:red url( 'https://x.test/a.png' ) center;color:blue\">k</p>"
        '<p style="background:green url(https://x.test/b.png)">k</p><p style="background:gold">k</p>',
        shorthands=True,
    )
    assert "red" not in html
    assert all(name in html for name in ("blue", "green", "gold"))
    assert (change.rule, change.element) == ("vml-fallbacks.shorthands", "p")


def test_without_vml_backgrounds_stay(through: Callable[..., tuple[str, list]]):
    """A mail that draws nothing for Word keeps the colours that it has."""
    html, changes = through(STAGE, '<p style="background:red url(https://x.test/a.png)">k</p>', shorthands=True)
    assert "red" in html
    assert not changes
