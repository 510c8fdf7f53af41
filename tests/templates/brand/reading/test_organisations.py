"""Companies in structured data."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from templates.brand.reading.organisations import organisations, structured_logos
from templates.brand.reading.page import Page

AT = "https://www.acme.example/"


def data(value: Any) -> str:
    """A script with JSON-LD."""
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "Organization", "name": "Acme"},
        [{"@type": ["LocalBusiness", "Bakery"], "name": "Acme"}],
        {"@graph": [{"@type": "WebPage"}, {"@type": "Dentist", "name": "Acme"}]},
        {"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "Acme"}},
        {"@graph": [{"@type": "Person", "name": "Ann"}, {"@type": "Organization", "name": "Acme"}]},
        {"@type": "Person", "name": "Acme"},
        {"@type": "Something", "name": "Acme", "logo": "a.png"},
    ],
)
def test_the_company_is_found(page: Callable[..., Page], value: Any) -> None:
    """As object, array and graph, as publisher; a person only where no company is named."""
    assert [node["name"] for node, _ in organisations(page(data(value)))] == ["Acme"]


@pytest.mark.parametrize(
    "value", [{"@type": "Article", "about": {"@type": "Organization", "name": "Else"}}, {"@type": "WebPage"}, 3, None]
)
def test_others_are_no_company(page: Callable[..., Page], value: Any) -> None:
    """What an article is about is not who publishes it."""
    assert list(organisations(page(data(value)))) == []


@pytest.mark.parametrize(
    ("logo", "url", "ratio"),
    [
        ("a.png", "a.png", None),
        ({"@type": "ImageObject", "url": "a.png", "width": 300, "height": "60"}, "a.png", 5.0),
        ({"contentUrl": "a.png", "width": {"@type": "QuantitativeValue", "value": 90}, "height": 30}, "a.png", 3.0),
        ({"@id": "#logo"}, "b.png", None),
        (["a-200x100.png"], "a-200x100.png", 2.0),
    ],
)
def test_a_logo_has_many_forms(page: Callable[..., Page], logo: Any, url: str, ratio: float | None) -> None:
    """An address, an image with sizes, a reference to one elsewhere in the graph."""
    graph = [{"@type": "Organization", "name": "Acme", "logo": logo}, {"@id": "#logo", "url": "b.png"}]
    found = list(structured_logos(page(data({"@graph": graph})), "Acme"))
    assert [(one.value, shape) for one, shape in found] == [(AT + url, ratio)]


@pytest.mark.parametrize("logo", [{"@id": "#none"}, AT, "", 3, None, {"url": 3}])
def test_what_names_no_picture_is_none(page: Callable[..., Page], logo: Any) -> None:
    """A reference that leads nowhere, the page itself, and rubbish."""
    assert list(structured_logos(page(data({"@type": "Organization", "name": "Acme", "logo": logo})), "Acme")) == []


def test_a_strangers_logo_counts_less(page: Callable[..., Page]) -> None:
    """The publisher with another name is a parent or a host."""

    def score(name: str) -> float:
        return next(structured_logos(page(data({"@type": "Brand", "name": name, "logo": "a.png"})), "Acme"))[0].score

    assert score("Global Holding") < 0.3 < score("Acme Ltd") == score("")


@pytest.mark.parametrize(
    "html",
    [
        '<img itemprop="logo" src="a.png">',
        '<link itemprop="logo" href="a.png">',
        '<div itemprop="logo image"><meta itemprop="url" content="a.png"></div>',
        '<meta property="og:logo" content="a.png">',
    ],
)
def test_marks_in_the_page(page: Callable[..., Page], html: str) -> None:
    """Microdata and ``og:logo``."""
    assert [one.value for one, _ in structured_logos(page(html), "Acme")] == [AT + "a.png"]
