"""Texts and addresses that somebody typed."""

from __future__ import annotations

import pytest

from templates.brand.texts.typed import checked_profile, checked_text, completed, is_web_address
from templates.errors import InputError


@pytest.mark.parametrize(
    "text",
    ["https://acme.example", "http://acme.example/a?b=c#d", "HTTPS://Acme.example/", "https://münchen.example/ü"],
)
def test_addresses_of_the_web(text: str) -> None:
    """http and https, with whatever follows the host."""
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//acme.example",
        "acme.example",
        "https://",
        "https:///x",
        'https://x.example/"onclick=alert(1)',
        "https://x.example/<b>",
        "https://x.example/a b",
        "https://x.example/a\nb",
        "https://x.example/\u202ea",
        "https://x.example/" + "a" * 3000,
    ],
)
def test_what_no_link_may_hold(text: str) -> None:
    """Another scheme, no host, or what would end an attribute."""
    assert not is_web_address(text)


def test_a_site_without_its_scheme_gets_it() -> None:
    """As people type it; what is no domain stays and is refused."""
    assert checked_text("site", " acme.example/shop ") == "https://acme.example/shop"
    assert completed("javascript:alert(1)") == "javascript:alert(1)"
    assert checked_text("site", "") == ""
    with pytest.raises(InputError, match="no address of the web"):
        checked_text("site", "javascript:alert(1)")
    with pytest.raises(InputError, match="no address of the web"):
        checked_text("font_url", "file:///etc/passwd")


@pytest.mark.parametrize(
    ("typed", "kept"), [("a\0b", "ab"), ("a\nb", "a b"), ("A\u202ecme", "Acme"), ("عربی\u200cها", None)]
)
def test_names_are_cleaned(typed: str, kept: str | None) -> None:
    """Line ends become spaces, control characters go, and joiners that a script needs stay."""
    assert checked_text("name", typed) == (typed if kept is None else kept)


@pytest.mark.parametrize("typed", ["", " \u200b ", "\0", "\u3164", "\u2800 \u200d", "\u0301"])
def test_a_name_can_be_seen(typed: str) -> None:
    """One of nothing but invisible characters is none."""
    with pytest.raises(InputError, match="needs a name"):
        checked_text("name", typed)


def test_a_name_has_an_end() -> None:
    """Two hundred characters fit, one more is told."""
    assert checked_text("name", "x" * 200) == "x" * 200
    with pytest.raises(InputError, match="at most 200 characters"):
        checked_text("name", "x" * 201)


def test_an_address_has_lines() -> None:
    """Only in the fields that have several; nothing given is nothing."""
    assert checked_text("address", "1 High Street\r\n Leeds\0") == "1 High Street\nLeeds"
    assert checked_text("legal", None) == ""


def test_a_quote_ends_no_profile() -> None:
    """It would end the attribute that the address stands in."""
    assert checked_profile(" https://x.com/acme ") == "https://x.com/acme"
    with pytest.raises(InputError, match="not the address of a profile"):
        checked_profile('https://x"onclick=alert(1)')
