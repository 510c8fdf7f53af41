"""The company's name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from templates.brand.reading.page import Page
from templates.brand.texts.name import cleaned, find_names


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<meta property="og:site_name" content="Acme®"><title>Buy now | Shop</title>', "Acme"),
        ("<title>Acme - Rockets for everyone</title>", "Acme"),
        ("<title>Rockets for everyone – ACME</title>", "ACME"),
        ("<title>Home | Acme</title>", "Acme"),
        ("<title>Welcome to Acme Rockets</title>", "Acme Rockets"),
        ('<meta name="application-name" content="Acme.com"><title>x</title>', "Acme"),
        (
            '<header><a href="/"><img class="logo" src="l.png" alt="Acme logo"></a></header><title>Rockets</title>',
            "Acme",
        ),
        ("<footer><p>© 2019–2026 Acme SAS. Tous droits réservés.</p></footer>", "Acme"),
        ('<script type="application/ld+json">{"@type":"Organization","name":"Acme GmbH"}</script>', "Acme"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Acme"}}</script>', "Acme"),
        ("<p>nothing at all</p>", "Acme"),
    ],
)
def test_the_name_is_found_wherever_it_stands(page: Callable[..., Page], html: str, name: str) -> None:
    """Site name, title on either side, application name, logo, copyright, structured data, and at last the domain."""
    assert find_names(page(html))[0].value == name


def test_agreeing_sources_outvote_one(page: Callable[..., Page]) -> None:
    """A slogan in one place loses to a name in three; the sources are told."""
    html = """<title>Best rockets ever | Acme</title><meta name="application-name" content="Acme">
              <meta property="og:site_name" content="Best rockets ever">"""
    best = find_names(page(html))[0]
    assert best.value == "Acme"
    assert "title" in best.source
    assert "application-name" in best.source


def test_a_partners_logo_is_no_vote(page: Callable[..., Page]) -> None:
    """The alternative text of another company's logo says nothing."""
    html = '<a href="https://other.example/"><img class="logo" src="x.png" alt="Other"></a>'
    assert all(one.value != "Other" for one in find_names(page(html)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Acme, Inc.", "Acme"),
        ("Acme S.A.R.L.", "Acme"),
        ("Acme Ltd", "Acme"),
        ("“Acme”", "Acme"),
        ("Acme™ — the rocket people", "Acme"),
        ("Acme.co.uk", "Acme"),
        ("Acme\u00a0Rockets", "Acme Rockets"),
    ],
)
def test_a_name_is_said_plainly(text: str, name: str) -> None:
    """Legal form, marks, quotes, slogan and domain suffix go; capitals stay."""
    assert cleaned(text, "acme") == name


def test_a_domain_that_is_the_name_keeps_its_dot() -> None:
    """``booking.com`` stays when the domain's label spells it with the suffix."""
    assert cleaned("Dot.com", "dotcom") in {"Dot.com", "Dot"}
