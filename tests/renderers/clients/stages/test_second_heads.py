"""Tests of renderers/clients/stages/second_heads.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderers.clients.html.marks import mark, unmark
from renderers.clients.mail import Client
from renderers.clients.stages.second_heads import STAGE, SecondHeads

ON = SecondHeads(styles=True)


def through(html: str, settings: SecondHeads = ON) -> tuple[str, list]:
    """Return the text behind the stage and the changes."""
    text, changes = STAGE.apply(mark(html), settings, Client("x"))
    return unmark(text), list(changes)


@pytest.mark.parametrize(
    ("html", "after"),
    [
        (
            "<head><title>t</title></head><body>a<head><style>b{}</style></head>c",
            "<head><title>t</title><style>b{}</style></head><body>a<head></head>c",
        ),
        (
            "<head></head><body><HEAD><style>a{}</style>t<STYLE>b{}</STYLE>",
            "<head><style>a{}</style><STYLE>b{}</STYLE></head><body><HEAD>t",
        ),
        ("<p>a</p><body><head><style>b{}</style></head>", "<p>a</p><style>b{}</style><body><head></head>"),
    ],
)
def test_style_elements_go_to_the_first_head(html, after):
    """In their order; without a first head they stand in front of the body, which is the same."""
    text, changes = through(html)
    assert text == after
    assert [change.at for change in changes] == [html.index("<style")]
    assert changes[0].values == {"count": html.lower().count("<style")}


@pytest.mark.parametrize(
    "html",
    [
        "<head></head><head><style>a{}</style></head><body>b",
        "<head></head><body><style>a{}</style><head></head><style>b{}</style>",
        "<head></head><body><!-- <head><style>a{}</style></head> --><title><head></title><style>a{}</style>",
        "<head></head><body><header><style>a{}</style></header><head>",
    ],
)
def test_other_style_elements_stay(html):
    """Two heads in front of the body are one to a browser; a comment or a header is no head."""
    assert through(html) == (html, [])


def test_without_settings_nothing_happens():
    """By default a head inside the body is none."""
    html = "<head></head><body><head><style>a{}</style></head>"
    assert through(html, SecondHeads()) == (html, [])


@given(
    st.lists(st.sampled_from(["<head>", "</head>", "<body>", "<style>", "</style>", "<!--", "-->", "a"])).map("".join)
)
def test_nothing_is_lost_and_a_second_time_changes_nothing(html):
    """Whatever is open or closed, the text only changes its order."""
    text, _ = through(html)
    assert sorted(text) == sorted(html)
    assert through(text)[0] == text
