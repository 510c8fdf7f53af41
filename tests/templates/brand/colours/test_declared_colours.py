"""Colours that a page declares."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from templates.brand.colours.declared_colours import declared_colours
from templates.brand.colours.weights import WEIGHTS
from templates.brand.site import Site

Make = Callable[..., Site]


@pytest.mark.parametrize(
    ("html", "source", "kind"),
    [
        ('<meta name="Theme-Color" content="rgb(29,91,76)">', "theme-color", "theme-color"),
        (
            '<meta name="theme-color" content="#1d5b4c" media="(prefers-color-scheme: dark)">',
            "theme-color",
            "dark theme-color",
        ),
        ('<link rel="mask-icon" href="x.svg" color="#1d5b4c">', "mask-icon", "mask-icon"),
        ('<meta name="msapplication-TileColor" content="#1D5B4C">', "tile", "tile"),
        ('<meta name="yandex-tableau-widget" content="logo=x.png, color=#1d5b4c">', "tile", "browser tile"),
        ('<meta name="twitter:widgets:link-color" content="#1d5b4c">', "widget", "widget"),
        ('<script>window.config = {"brandColor": "#1d5b4c"}</script>', "setting", "setting"),
        ('<body data-theme-color="#1d5b4c">x</body>', "setting", "setting"),
    ],
)
def test_what_the_head_and_settings_declare(site: Make, html: str, source: str, kind: str) -> None:
    """Each with its words and its weight."""
    found = [one for one in declared_colours(site(html)) if one.value]
    assert [(one.value, one.source, one.score) for one in found] == [("#1d5b4c", source, WEIGHTS[kind])]
    assert found[0].locator


def test_the_manifest_is_read(site: Make) -> None:
    """Its theme colour has a vote; one that is no JSON, or another kind of JSON, has none."""
    html = '<link rel="manifest" href="app.json"><p>x</p>'
    one = site(html, app_json=json.dumps({"theme_color": "#1d5b4c"}).encode())
    assert [(found.value, found.source) for found in declared_colours(one)] == [("#1d5b4c", "manifest")]
    assert list(declared_colours(site(html, app_json=b"{"))) == []
    assert list(declared_colours(site(html, app_json=b"[1]"))) == []


def test_a_setting_with_several_values_is_data(site: Make) -> None:
    """A list of other people's colours says nothing about the page's owner."""
    one = site('<script>[{"primaryColor":"#1d5b4c"},{"primaryColor":"#c24a1f"}]</script>')
    assert list(declared_colours(one)) == []
