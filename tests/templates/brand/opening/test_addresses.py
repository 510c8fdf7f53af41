"""Which network addresses may be fetched."""

from __future__ import annotations

import socket
import threading

import pytest

from templates.brand.opening import addresses
from templates.brand.opening.addresses import PublicResolver, is_public
from templates.errors import FetchError

PRIVATE = (
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254",
    "169.254.1.1", "100.64.0.1", "100.100.100.200", "192.0.0.192", "224.0.0.1", "239.255.255.250",
    "240.0.0.1", "255.255.255.255", "168.63.129.16", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0",
    "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:c0a8:101::", "2001:db8::1", "not-an-address",
)  # fmt: skip
PUBLIC = (
    "93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8", "64:ff9b::808:808",
    "2002:808:808::",
)  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_known_in_every_wrapping(address: str) -> None:
    """Loopback, link-local, shared, multicast and metadata addresses are refused, also inside IPv6 forms."""
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_allowed(address: str) -> None:
    """An address on the public internet is public in its IPv6 forms too."""
    assert is_public(address)


def answer(monkeypatch: pytest.MonkeyPatch, *found: str) -> None:
    """Let the system's lookup give these addresses."""

    def lookup(host: str, port: int, **_: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return [(0, 0, 0, "", (address, port)) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)


def test_public_answers_are_endpoints(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every address of a public host may be tried, each once."""
    answer(monkeypatch, "8.8.8.8", "8.8.8.8", "2606:4700::1111")
    assert PublicResolver().endpoints("acme.com", 443) == [("8.8.8.8", 443), ("2606:4700::1111", 443)]


def test_one_private_answer_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that is public and private at once is an attempt to get inside."""
    answer(monkeypatch, "8.8.8.8", "127.0.0.1")
    with pytest.raises(FetchError, match=r"acme.com leads to a private network address"):
        PublicResolver().endpoints("acme.com", 443)


def test_an_unknown_name_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that the network does not know is one clear sentence."""
    answer(monkeypatch)
    with pytest.raises(FetchError, match=r"The domain acme.com cannot be found. Check its spelling"):
        PublicResolver().endpoints("acme.com", 443)


def test_a_lookup_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's lookup cannot be interrupted, so it is left behind."""
    release = threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        release.wait()
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    monkeypatch.setattr(addresses, "LOOKUP_SECONDS", 0.01)
    try:
        with pytest.raises(FetchError, match="cannot be found"):
            PublicResolver().endpoints("acme.com", 443)
    finally:
        release.set()
