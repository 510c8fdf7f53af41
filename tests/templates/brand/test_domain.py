"""What a user types becomes one company."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from templates.brand.domain import normalise, registrable
from templates.errors import InputError


@pytest.mark.parametrize(
    ("text", "domain", "host"),
    [
        ("acme.fr", "acme.fr", "acme.fr"),
        ("WWW.Acme.FR.", "acme.fr", "www.acme.fr"),
        ("https://acme.fr/x?y=1#z", "acme.fr", "acme.fr"),
        ("//acme.fr", "acme.fr", "acme.fr"),
        ("acme.fr:8080", "acme.fr", "acme.fr"),
        ("http://user:pw@acme.fr", "acme.fr", "acme.fr"),
        ("hello@acme.fr", "acme.fr", "acme.fr"),
        ("<acme.fr>", "acme.fr", "acme.fr"),
        ("« acme.fr »", "acme.fr", "acme.fr"),
        ("shop.acme.co.uk", "acme.co.uk", "shop.acme.co.uk"),
        ("café-noël.fr", "xn--caf-nol-dyav.fr", "xn--caf-nol-dyav.fr"),
        ("acme。fr", "acme.fr", "acme.fr"),
        ("acme.github.io", "acme.github.io", "acme.github.io"),
        ("www.acme.example", "acme.example", "www.acme.example"),
    ],
)
def test_every_spelling_of_a_domain_is_the_same_company(text: str, domain: str, host: str) -> None:
    """URLs, e-mail addresses, capitals, ports and full-width dots all lead to the registrable domain."""
    found = normalise(text)
    assert (found.domain, found.host) == (domain, host)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("my company", "space"),
        ("ftp://acme.fr", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("192.168.1.10", "ip"),
        ("127.0.0.1:80", "ip"),
        ("[::1]", "ip"),
        ("ex_ample.fr", "idna"),
        ("http://[acme", "idna"),
        ("co.uk", "suffix"),
        ("localhost", "private"),
        ("printer.local", "private"),
        ("0x7f000001", "private"),
        ("2130706433", "private"),
        ("someone@gmail.com", "mailbox"),
    ],
)
def test_what_is_no_company_is_refused_with_its_own_reason(text: str, reason: str) -> None:
    """Each kind of wrong input has its own sentence and a machine-readable reason."""
    with pytest.raises(InputError) as caught:
        normalise(text)
    assert caught.value.values["reason"] == reason
    assert caught.value.what.endswith(".")
    assert caught.value.advice


def test_the_shared_vectors_hold(shared: Path) -> None:
    """The 29 inputs of the reference list give the reference's answers."""
    for vector in json.loads((shared / "vectors" / "domain-normalise.json").read_text("utf-8")):
        if reason := vector.get("refused"):
            with pytest.raises(InputError) as caught:
                normalise(vector["input"])
            assert caught.value.values["reason"] == reason, vector
        else:
            found = normalise(vector["input"])
            assert (found.domain, found.host) == (vector["domain"], vector["host"])


def test_letters_of_two_scripts_are_pointed_out() -> None:
    """A Cyrillic а in a Latin name is accepted with a warning; one script alone has none."""
    assert "several scripts" in normalise("аpple.com").warnings[0]
    assert normalise("café.fr").warnings == ()
    assert normalise("café.fr").shown == "café.fr"


def test_http_is_used_only_when_it_was_written() -> None:
    """The scheme is https unless the user typed http."""
    assert normalise("acme.fr").scheme == "https"
    assert normalise("http://acme.fr").scheme == "http"


def test_a_suffix_or_an_address_has_no_registrable_part() -> None:
    """Nothing is registered at co.uk, at a bare name or at an IP address."""
    assert [registrable(host) for host in ("co.uk", "localhost", "10.0.0.1", "", "a.b.acme.co.uk")] == [
        *("", "", "", ""),
        "acme.co.uk",
    ]
