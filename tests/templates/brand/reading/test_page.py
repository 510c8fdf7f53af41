"""A page, parsed once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.reading.page import Page, join, words


@pytest.mark.parametrize(
    "html", ["", "   ", "<!-- only a comment -->", "<p", "</div></div>", "<a href='x", "\0\0", "<" * 5000]
)
def test_broken_html_is_a_page_too(page: Callable[..., Page], html: str) -> None:
    """Whatever the text is, there is a tree to ask."""
    assert page(html).select("h7") == []


def test_references_start_from_the_base(page: Callable[..., Page]) -> None:
    """``<base href>`` moves relative references; what leads nowhere is empty."""
    one = page('<base href="/files/"><p>x</p>')
    assert one.absolute("a.svg") == "https://www.acme.example/files/a.svg"
    assert one.absolute("//cdn.example/a.svg") == "https://cdn.example/a.svg"
    assert [one.absolute(text) for text in ("", "#top", "javascript:x()", "http://[bad", "mailto:a@b")] == [""] * 5


def test_metas_are_found_by_any_of_their_names(page: Callable[..., Page]) -> None:
    """``name``, ``property`` and ``itemprop`` count, in any case; empty contents do not."""
    one = page(
        '<meta property="OG:Title" content=" A  b "><meta name="title" content=""><meta itemprop=title content=c>'
    )
    assert one.meta("og:title", "title") == ["A b", "c"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('{"name": "a"}', ["a"]),
        ('[{"name": "a"}, {"name": "b"}, 3]', ["a", "b"]),
        ('{"@graph": [{"name": "a"}, "x"]}', [None, "a"]),
        ('<!-- {"name": "a"} -->', ["a"]),
        ('{"name": "a\nb"}', ["a\nb"]),
        ("{broken", []),
        ("[" * 100_000, []),
        ("", []),
    ],
)
def test_json_ld_is_unfolded(page: Callable[..., Page], text: str, names: list[str | None]) -> None:
    """Objects, arrays and graphs give their nodes; comments are taken off; broken JSON is passed over."""
    one = page(f'<script type="application/ld+json">{text}</script>')
    assert [node.get("name") for node in one.json_ld] == names


def test_a_selector_that_only_browsers_know_finds_nothing(page: Callable[..., Page]) -> None:
    """Selectors come from pages, so none of them may end the extraction."""
    assert page("<p>x</p>").select("p:has(> a):::x[") == []
    assert page("<p>x</p>").select("p::before") == []


def test_the_label_is_the_domains_own_word(page: Callable[..., Page]) -> None:
    """The registrable domain without its suffix; nothing for a file."""
    assert page("<p>x</p>", "https://shop.acme.co.uk/x").label == "acme"
    assert page("<p>x</p>", "file:///home/index.html").label == ""


def test_words_leave_scripts_out(page: Callable[..., Page]) -> None:
    """The text of an element is what a reader sees, in one line."""
    body = page("<div> a <b>b</b>\n<script>c</script><style>d</style></div>").select("div")[0]
    assert words(body) == "a b"


def test_join_refuses_other_schemes() -> None:
    """Only addresses that can be a resource of a page."""
    assert join("https://a.example/", "tel:1") == ""
    assert join("https://a.example/x/y", "../z") == "https://a.example/z"
