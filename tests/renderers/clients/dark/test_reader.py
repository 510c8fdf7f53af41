"""Tests of renderers/clients/dark/reader.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.css.sheet import parse_declarations, write_declarations
from renderers.clients.dark.reader import sanitized


@pytest.mark.parametrize(
    ("style", "kept"),
    [
        ("margin:0;top:1px", "margin:0;top:1px"),
        ("color:#222;margin:0", "margin:0"),
        ("color:#eee", "color:#eee"),
        ("background:#fff;color:#222", ""),
        ("background-color:#123;color:#fff", "background-color:#123;color:#fff"),
        ("background-color:#5b8fd6;color:#111", "background-color:#5b8fd6;color:#111"),
        ("background-color:#888;color:#777", ""),
        ("background-color:rgba(0,0,0,.1);color:#222", "background-color:rgba(0,0,0,.1)"),
        ("background:none;color:#222", "background:none"),
        ("background-image:url(a.png)", ""),
        ("background:#123 url(a.png);color:#fff", "background-color:#112233;color:#fff"),
        ("background:#123 url(gradient.png);color:#fff", "color:#fff"),
        ("background:linear-gradient(#000,#fff);color:#fff", "color:#fff"),
        ("background:linear-gradient(#000,#fff);color:#000", ""),
        ("background-color:#1d5b4c;background-image:linear-gradient(#000,#fff)", ""),
        ("background:rgba(255,255,255,.1);color:#222", ""),
        ("background:transparent;color:#333", "background:transparent;color:#333"),
        ("background:var(--x,#fff);color:#222", "background:var(--x,#fff);color:#222"),
    ],
)
def test_what_would_clash_with_a_dark_page_goes(style: str, kept: str):
    """Bright text and dark backgrounds that can be read together stay."""
    assert write_declarations(sanitized(parse_declarations(style))) == kept


@given(
    st.lists(
        st.sampled_from(
            ["color:#222", "color:#eee", "background:#fff", "background-color:#123", "background:url(a)", "top:0"]
        ),
        max_size=5,
    )
)
def test_a_second_reading_takes_nothing_more(pieces: list[str]):
    """What stays can be read on a dark page."""
    once = sanitized(parse_declarations(";".join(pieces)))
    assert sanitized(once) == once
