"""Which addresses are fetched."""

import pytest

from renderers.render.remote.wanted import Wanted, wanted


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://a.example/b.png", "https://a.example/b.png"),
        ("http://a.example", "http://a.example"),
        (" //a.example/b.png\n", "https://a.example/b.png"),
        ("HTTPS://a.example/b c.png?d=%20e", "https://a.example/b c.png?d=%20e"),
    ],
)
def test_addresses_of_the_web_are(address, url):
    """Also one that leaves the scheme to the reader."""
    assert wanted(address, "image") == Wanted(url, "image")


@pytest.mark.parametrize(
    "address",
    ["", "b.png", "/b.png", "data:image/png,x", "cid:a@b", "file:///etc/passwd", "ftp://a.example/b", "https:b", "//"],
)
def test_nothing_else_is(address):
    """A mail has no address of its own that a relative one could lead on from."""
    assert wanted(address, "image") is None


@pytest.mark.parametrize(
    "tag",
    [
        "{{ x }}",
        "{% if x %}",
        "%7B%7Bx%7D%7D",
        "[[x]]",
        "*|X|*",
        "%%x%%",
        "%recipient.x%",
        "<%= x %>",
        "${x}",
        "%5bx%5d",
    ],
)
def test_who_carries_a_tag_is_not_asked_for(tag):
    """The reader's own address would be another one, and the sender's server would count a reader called {{ x }}."""
    assert wanted(f"https://a.example/{tag}/b.png?open={tag}", "image") is None


def test_our_own_origin_is_not_the_web():
    """What the workspace has lies there."""
    assert wanted("http://mail.invalid/brands/a.png", "image") is None


def test_a_style_sheet_has_an_address_to_lead_on_from():
    """And what it names lies beside it."""
    base = "https://a.example/css/x.css"
    assert wanted("../f.woff2", "font", base) == Wanted("https://a.example/f.woff2", "font")
    assert wanted("//b.example/f", "font", "http://a.example/") == Wanted("http://b.example/f", "font")
    assert wanted("data:font/woff2,x", "font", base) is None
    assert wanted("https://[bad/", "font", base) is None
