"""The addresses in style sheets: found where a browser finds them, replaced where they stand."""

import time

import pytest

from renderers.render.remote.css import answered


def walked(css: str) -> tuple[str, list[tuple[str, str]]]:
    """Return the sheet with HERE in place of each address, and what was asked for."""
    asked = []
    return answered(css, lambda address, kind: asked.append((address, kind)) or "HERE"), asked


@pytest.mark.parametrize(
    ("css", "made", "asked"),
    [
        ("p{background:url(a.png)}", "p{background:url(HERE)}", [("a.png", "image")]),
        ("p{background:URL( 'a b.png' )}", "p{background:url(HERE)}", [("a b.png", "image")]),
        (r'p{background:url("a\29 \"b")}', "p{background:url(HERE)}", [('a)"b', "image")]),
        ("@import 'a.css' screen;", "@import url(HERE) screen;", [("a.css", "style")]),
        ("@import url(a.css);", "@import url(HERE);", [("a.css", "style")]),
        ('@IMPORT/**/"a.css";', "@IMPORT/**/url(HERE);", [("a.css", "style")]),
        (
            "@font-face{src:local(F),url(f.woff2) format('woff2')}p{list-style:url(a)}",
            "@font-face{src:local(F),url(HERE) format('woff2')}p{list-style:url(HERE)}",
            [("f.woff2", "font"), ("a", "image")],
        ),
        ("background:url(a.png", "background:url(HERE)", [("a.png", "image")]),
    ],
)
def test_addresses_are_found_and_replaced(css, made, asked):
    """Whatever way they are written; what they are to be is told by where they stand."""
    assert walked(css) == (made, asked)


@pytest.mark.parametrize(
    "css",
    ["/* url(a) */", "a:after{content:'url(a)'}", "p{color:red}", r"p{content:'\'url(a)'}", "@import", "@media{}"],
)
def test_what_only_looks_like_one_stays(css):
    """In comments and strings; a sheet without any comes back as it is."""
    assert walked(css) == (css, [])


def test_what_is_not_answered_stays():
    """The page's own walls refuse it."""
    css = "@import 'a';@font-face{src:url('b')}p{background:url(\"c\")}"
    assert answered(css, lambda *_: None) == css


def test_formats_of_old_browsers_are_not_asked_for():
    """No engine reads them."""
    css = "@font-face{src:url(f.eot);src:url(f.eot?#iefix),url(f.woff),url(f.svg#f)}"
    assert walked(css)[1] == [("f.woff", "font")]


def test_a_font_does_not_depend_on_chance():
    """An optional font is shown if it comes at once: two pictures of the same mail would differ."""
    assert walked("@font-face{font-display: optional;src:url(f)}")[0] == "@font-face{font-display:swap;src:url(HERE)}"


@pytest.mark.parametrize(
    "part",
    ["url(", "@import ", '"\\', "/*", "@font-face{src:url(", "@import/**/ ", "@import/*", "}", "\\", "font-display "],
)
@pytest.mark.parametrize("end", ["", '"', "\\", "\n"])
def test_hostile_sheets_take_linear_time(part, end):
    """A large sheet is walked in well under the time that a quadratic walk takes for a tenth of it."""
    started = time.thread_time()
    walked("url(" + part * (300_000 // len(part)) + end)
    assert time.thread_time() - started < 3
