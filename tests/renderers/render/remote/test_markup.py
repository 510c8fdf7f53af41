"""The addresses in mails: found where a browser finds them, replaced where they stand."""

import time

import pytest

from renderers.render.remote.markup import answered


def walked(mail: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the mail with HERE in place of each address, and what was asked for."""
    asked = []
    return answered(mail, lambda address, kind: asked.append((address, kind)) or "HERE"), asked


@pytest.mark.parametrize(
    ("mail", "made", "asked"),
    [
        ("<img src=a.png alt=x>", '<img src="HERE" alt=x>', [("a.png", "image")]),
        ("<IMG\nSRC='a?b&amp;c'/>", '<IMG\nSRC="HERE"/>', [("a?b&c", "image")]),
        ("<img alt='a>b' src=a>", "<img alt='a>b' src=\"HERE\">", [("a", "image")]),
        (
            "<img srcset='a 1x, b,c 2x,data:x,y 3x'>",
            '<img srcset="HERE 1x, HERE 2x,HERE 3x">',
            [("a", "image"), ("b,c", "image"), ("data:x,y", "image")],
        ),
        ("<source srcset=a media=x>", '<source srcset="HERE" media=x>', [("a", "image")]),
        ("<table background=a>", '<table background="HERE">', [("a", "image")]),
        ("<svg><image xlink:href=a /></svg>", '<svg><image xlink:href="HERE" /></svg>', [("a", "image")]),
        (
            "<td style=\"background:url(&quot;a&quot;);font:'F'\">",
            '<td style="background:url(HERE);font:&#x27;F&#x27;">',
            [("a", "image")],
        ),
        ("<style>p{background:url(a)}</style>", "<style>p{background:url(HERE)}</style>", [("a", "image")]),
        ("<link href=a rel='STYLESHEET x'>", "<link href=\"HERE\" rel='STYLESHEET x'>", [("a", "style")]),
    ],
)
def test_addresses_are_found_and_replaced(mail, made, asked):
    """In attributes and style sheets, with their entities resolved."""
    assert walked(mail) == (made, asked)


@pytest.mark.parametrize(
    "mail",
    [
        "<a href=a><script src=a></script><iframe src=a></iframe><embed src=a><video src=a>",
        "<link rel=icon href=a><link rel=preload href=a><link rel='alternate stylesheet' href=a><link href=a>",
        "<!-- <img src=a> --><!--[if mso]><img src=a><![endif]-->",
        "<title><img src=a></title><textarea><img src=a></textarea>",
        "<p>url(a) src=a <td style='color:red'>",
        "<img src=a",
    ],
)
def test_everything_else_stays_byte_for_byte(mail):
    """What no client shows, what is a comment, what is text."""
    assert walked(mail) == (mail, [])


@pytest.mark.parametrize(
    "part",
    ["<img ", '<a "', "<!--", "<style>", "<img srcset=' ,", "<title>", "<img src=a ", "<link a ", "&", "<", ",", "a"],
)
@pytest.mark.parametrize("start", ["", "<img ", "<img srcset='", "<style>"])
def test_hostile_mails_take_linear_time(start, part):
    """A large mail is walked in well under the time that a quadratic walk takes for a tenth of it."""
    started = time.thread_time()
    walked(start + part * (300_000 // len(part)))
    assert time.thread_time() - started < 3
