"""What a user types becomes one company: the registrable domain and the host to fetch."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import idna

from templates.brand.reading.words import words
from templates.errors import InputError

if TYPE_CHECKING:
    from tldextract import TLDExtract

QUOTES = "\"'<>«»“”‘’` \t\r\n"
LONGEST = 2_000  # characters that are read; a host has 253, and what follows it does not matter here
SHOWN = 100  # characters that a message repeats
MAILBOX_PROVIDERS = words("mailbox-providers")
PRIVATE_SUFFIXES = words("private-suffixes")


@dataclass(frozen=True)
class Domain:
    """``domain`` names the project in ASCII, ``host`` is what to fetch, ``shown`` is the domain as people write it.

    ``scheme`` is "http" only when the user wrote it; ``warnings`` say what looks odd.
    """

    domain: str
    host: str
    shown: str
    scheme: str = "https"
    warnings: tuple[str, ...] = ()


def normalise(text: str) -> Domain:
    """Find the company's domain in a domain, URL or e-mail address in any spelling. Raises InputError.

    The error's ``reason`` value is one of: empty, space, scheme, ip, idna, private, suffix, mailbox.
    """
    address = unicodedata.normalize("NFKC", text[:LONGEST]).strip().strip(QUOTES)
    scheme, host = _scheme_and_host(address)
    host = _ascii_host(host, address)
    domain = registrable(host)
    if not domain:
        raise _refused_name(host)
    if domain in MAILBOX_PROVIDERS:
        raise InputError(
            "{domain} is a mailbox provider, not a company's site.",
            advice="Give the company's own domain, such as acme.com.",
            reason="mailbox",
            domain=domain,
        )
    shown = _shown(domain)
    return Domain(domain, host, shown, scheme, tuple(_warnings(shown)))


def registrable(host: str) -> str:
    """The part of a host name that somebody registered (``acme.co.uk``); "" for a suffix, a bare name or an address.

    Uses the public suffix list that comes with tldextract, private suffixes included; nothing is downloaded.
    """
    parts = _suffixes()(host)
    if parts.suffix:
        return f"{parts.domain}.{parts.suffix}" if parts.domain else ""
    labels = host.split(".")  # a top-level domain that is not on the list is a suffix of its own
    public = len(labels) > 1 and not labels[-1].isdigit() and labels[-1] not in PRIVATE_SUFFIXES
    return ".".join(labels[-2:]) if public else ""


@cache
def _suffixes() -> TLDExtract:
    import tldextract  # late: it reads the whole suffix list

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def _scheme_and_host(address: str) -> tuple[str, str]:
    if not address:
        raise InputError("There is no domain here.", advice="Type a domain such as acme.com.", reason="empty")
    if re.search(r"\s", address):
        raise InputError(
            "{text} has a space, so it is not a domain.",
            advice="Type a domain such as acme.com.",
            reason="space",
            text=address[:SHOWN],
        )
    scheme = re.match(r"([a-z][a-z0-9+.-]*):(?!\d+(?:/|$))", address, re.I)
    if scheme and scheme[1].lower() not in {"http", "https"}:
        raise InputError(
            "{scheme} addresses are not fetched.",
            advice="Use an http or https address.",
            reason="scheme",
            scheme=scheme[1].lower()[:SHOWN],
        )
    if not scheme:
        address = "https://" + address.removeprefix("//")
    try:
        parts = urlsplit(address)
        return parts.scheme.lower(), parts.hostname or ""
    except ValueError as error:
        raise _not_a_name(address) from error


def _ascii_host(host: str, address: str) -> str:
    host = host.translate({0x3002: ".", 0xFF0E: ".", 0xFF61: "."}).rstrip(".").lower()
    if _is_address(host):
        raise InputError(
            "{text} is a network address, not a domain.",
            advice="Type a domain such as acme.com.",
            reason="ip",
            text=host,
        )
    try:
        return idna.encode(host, uts46=True).decode()
    except idna.IDNAError as error:
        raise _not_a_name(address) from error


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _not_a_name(text: str) -> InputError:
    return InputError(
        "{text} is not a valid domain name.", advice="Check its spelling.", reason="idna", text=text[:SHOWN]
    )


def _refused_name(host: str) -> InputError:
    if "." in host and _suffixes()(host).suffix:
        return InputError(
            "{text} is a public suffix that many companies share.",
            advice="Give the whole domain, such as acme.{text}.",
            reason="suffix",
            text=host,
        )
    return InputError(
        "{text} is not a public domain name.",
        advice="Give the whole domain, such as acme.com.",
        reason="private",
        text=host[:SHOWN],
    )


def _shown(domain: str) -> str:
    try:
        return idna.decode(domain)
    except idna.IDNAError:  # a private suffix may hold labels that IDNA 2008 does not know
        return domain


def _warnings(shown: str) -> list[str]:
    """Letters of two scripts in one label are how look-alike domains are made (а and a)."""
    for label in shown.split("."):
        scripts = {unicodedata.name(letter, "?").split()[0] for letter in label if letter.isalpha()}
        if len(scripts & {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"}) > 1:
            return [f"{shown} mixes letters of several scripts; check that it is the company's own domain."]
    return []
