"""Which network addresses may be fetched: public ones, looked up once and checked before anything connects."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Protocol

from templates.brand.opening.waiting import within
from templates.errors import FetchError

Endpoint = tuple[str, int]  # address, port
LOOKUP_SECONDS = 5.0
NAT64 = IPv6Network("64:ff9b::/96")
# Public by number, yet answered by the cloud that the machine runs in.
METADATA = frozenset(map(ip_address, ("168.63.129.16", "169.254.169.254", "192.0.0.192", "fd00:ec2::254")))


class Resolver(Protocol):
    """Turns a host into the endpoints that may be connected to; raises FetchError when there is none."""

    def endpoints(self, host: str, port: int) -> list[Endpoint]:
        """Addresses to try, in order."""
        ...


class PublicResolver:
    """The system's resolver, restricted to public addresses. There is no way to loosen it."""

    def endpoints(self, host: str, port: int) -> list[Endpoint]:
        """Look ``host`` up; one private address among the answers is enough to refuse them all."""
        found = _looked_up(host, port)
        if not found:
            raise FetchError(
                "The domain {host} cannot be found.", advice="Check its spelling and your connection.", host=host
            )
        if not all(is_public(address) for address, _ in found):
            raise FetchError(
                "{host} leads to a private network address, and those are never fetched.",
                advice="Save the page and give the saved file.",
                host=host,
            )
        return found


def is_public(address: str) -> bool:
    """Whether an IPv4 or IPv6 address is on the public internet, whatever it is wrapped in."""
    try:
        number = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(
        one.is_global and not one.is_multicast and not one.is_reserved and one not in METADATA
        for one in _unwrapped(number)
    )


def is_number(host: str) -> bool:
    """Whether a host is an address and no name, in any way to write one: 127.1, 0x7f000001, 0177.0.0.1 are too."""
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return re.fullmatch(r"\d+|0x[0-9a-f]*", host.rstrip(".").rpartition(".")[2], re.I) is not None
    return True


def _unwrapped(number: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    """The address itself, or the IPv4 one that an IPv6 form carries: mapped, 6to4, Teredo, NAT64."""
    if isinstance(number, IPv6Address):
        inner = [number.ipv4_mapped, number.sixtofour, *(number.teredo or ())]
        if number in NAT64:
            inner.append(IPv4Address(int(number) & 0xFFFFFFFF))
        carried = [one for one in inner if one is not None]
        if carried:
            yield from carried
            return
    yield number


def _looked_up(host: str, port: int) -> list[Endpoint]:
    """``getaddrinfo`` with an end."""
    end = time.monotonic() + LOOKUP_SECONDS

    def in_time() -> None:
        if time.monotonic() > end:
            raise TimeoutError

    try:
        found = within(lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM), in_time, f"lookup {host}")
    except (OSError, UnicodeError):  # TimeoutError is an OSError
        return []
    return list(dict.fromkeys((str(entry[4][0]), port) for entry in found))
