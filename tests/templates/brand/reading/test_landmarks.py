"""Headers and footers that nothing names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.reading.landmarks import in_bar, side_of, unnamed_footers
from templates.brand.reading.page import Page, words

Parse = Callable[..., Page]
MENU = "<a href='/a'>A</a><a href='/b'>B</a><a href='/c'>C</a>"


@pytest.mark.parametrize(
    ("html", "side"),
    [
        ("<div><p><i></i></p></div><main><h1>x</h1></main>", "before"),
        ("<div><main><h1>x</h1></main><div><i></i></div></div>", "after"),
        ("<main><h1>x</h1><i></i></main>", "inside"),
        ("<div id=content><i></i></div>", "inside"),
        ("<table><tr><td><i></i></td></tr></table><h1>Bread</h1>", "before"),
        ("<h1>Bread</h1><i></i>", ""),
        ("<h1><img src=a.png></h1><i></i><h2>Bread</h2>", "before"),
        ("<div><i></i></div>", ""),
    ],
)
def test_the_side_of_the_main_part(page: Parse, html: str, side: str) -> None:
    """Of the main part where one is marked, else before the first heading that is no logo."""
    one = page(html)
    assert side_of(one, next(one.root.iter("i"))) == side


def test_a_bar_has_a_menu(page: Parse) -> None:
    """Three links near by, in something small."""
    one = page(f"<div><i></i>{MENU}</div>")
    assert in_bar(next(one.root.iter("i")))
    assert not in_bar(next(page("<div><i></i><a href='/'>x</a></div>").root.iter("i")))
    assert not in_bar(next(page(f"<div><i></i>{MENU}{'<b>x</b>' * 300}</div>").root.iter("i")))


def test_footers_without_a_name(page: Parse) -> None:
    """What follows the main part, and the block around the last copyright sign."""
    after = page("<div><main>x</main><div>Mill Lane</div><script>x</script></div>")
    assert [words(one) for one in unnamed_footers(after)] == ["Mill Lane"]
    table = page(
        f"<table><tr><td>{'word ' * 300}</td></tr><tr><td><p>Mill Lane</p><p>© 2026 Acme</p></td></tr></table>"
    )
    assert [words(one) for one in unnamed_footers(table)] == ["Mill Lane © 2026 Acme"]
    assert list(unnamed_footers(page("<p>x</p>"))) == []


def test_what_follows_an_early_end_is_read(page: Parse) -> None:
    """A frame's page pasted into another ends in its middle; browsers go on, and so do we."""
    one = page("<html><body><p>x</p></body></html><footer>© 2026 Acme</footer></body></html>")
    assert words(one.root) == "x © 2026 Acme"
