"""Fetching a company's page: politely, within limits, and never from a private network."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, Self
from urllib.request import getproxies, proxy_bypass

import httpx
import truststore

from templates.brand.domain import registrable
from templates.brand.opening.addresses import PublicResolver, Resolver, is_number, is_public
from templates.brand.opening.answers import (
    BRAND_KIT,
    PORTS,
    charset_of,
    connection_error,
    decompressed,
    host_of,
    next_hop,
    shown,
    status_error,
    user_agent,
)
from templates.brand.opening.waiting import within
from templates.errors import Cancelled, FetchError


@dataclass(frozen=True)
class Limits:
    """Seconds, requests, hops and bytes (after decompression) that one extraction may use."""

    seconds: float = 20.0
    requests: int = 40
    redirects: int = 5
    total: int = 15_000_000
    sizes: dict[str, int] = field(
        default_factory=lambda: {"page": 3_000_000, "style": 1_000_000, "manifest": 200_000, "image": 5_000_000}
    )
    connect: float = 5.0
    read: float = 8.0


@dataclass(frozen=True)
class Answer:
    """What came back: ``url`` is where the redirects ended, ``charset`` what the server said or ""."""

    url: str
    data: bytes
    charset: str = ""


class Fetcher(Protocol):
    """How the extractor gets at addresses; tests and saved sites bring their own."""

    def fetch(self, url: str, kind: str = "page") -> Answer:
        """Get one address; ``kind`` ("page", "style", "manifest", "image") decides how large it may be."""
        ...


class HttpFetcher:
    """Fetches for one extraction; a context manager. Keeps no cookies, follows the system's proxy and certificates.

    ``fetch`` raises FetchError with one sentence for whatever goes wrong, and Cancelled once ``cancel`` is set.
    ``purpose`` tells the servers what the visit is for.
    """

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        resolver: Resolver | None = None,
        cancel: threading.Event | None = None,
        language: str = "en",
        purpose: str = BRAND_KIT,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.limits = limits or Limits()
        self._resolver = resolver or PublicResolver()
        self._cancel = cancel
        self._headers = {
            "User-Agent": user_agent(purpose),
            "Accept-Language": f"{language},en;q=0.5",
            "Accept-Encoding": "gzip",
        }
        self._clock = clock
        self._end: float | None = None
        self._requests = self._bytes = 0
        self._transports: dict[tuple[str, str], httpx.HTTPTransport] = {}
        self._proxies = getproxies()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        for transport in self._transports.values():
            transport.close()
        self._transports.clear()

    def fetch(self, url: str, kind: str = "page") -> Answer:
        """Get one address, redirects followed and each of them checked."""
        seen: list[str] = []
        while True:
            if url in seen:
                raise FetchError(
                    "{host} redirects in a circle.", advice="Give the address of the page itself.", host=host_of(url)
                )
            if len(seen) > self.limits.redirects:
                raise FetchError(
                    "{host} redirects more than {limit} times.",
                    advice="Give the address of the page itself.",
                    host=host_of(url),
                    limit=self.limits.redirects,
                )
            seen.append(url)
            answer = self._one(url, kind)
            if isinstance(answer, Answer):
                return answer
            url = next_hop(url, answer)

    def _one(self, url: str, kind: str) -> Answer | str:
        """One request: the answer, or the address that it redirects to."""
        self._check_budget()
        if self._requests >= self.limits.requests:
            raise FetchError("The site needs more than {limit} requests.", limit=self.limits.requests)
        self._requests += 1
        try:
            # A server that sends a header's bytes one by one outlives every timeout between two of them.
            return within(lambda: self._asked(url, kind), self._check_budget, f"fetch {host_of(url)}")
        except (httpx.InvalidURL, UnicodeError) as error:
            raise FetchError("{url} is not a usable address.", url=shown(url)) from error
        except httpx.TimeoutException as error:
            raise FetchError("{host} did not answer in time.", advice="Try again later.", host=host_of(url)) from error
        except httpx.HTTPError as error:
            raise connection_error(url, error) from error

    def _asked(self, url: str, kind: str) -> Answer | str:
        response = self._response(url)
        try:
            return self._read(url, response, kind)
        finally:
            response.close()

    def _response(self, url: str) -> httpx.Response:
        """Send the request to an address that was checked; the next address is tried when one cannot be reached."""
        parts = httpx.URL(url)
        if parts.scheme not in PORTS or parts.port not in {None, PORTS[parts.scheme]}:
            raise FetchError("{url} is not on a web server's port.", advice="Leave the port out.", url=shown(url))
        proxy = self._proxy(parts)
        if proxy:
            return self._send(url, parts, self._transport(parts.host, proxy))
        *others, last = self._resolver.endpoints(parts.host.strip("[]"), PORTS[parts.scheme])[:4]
        for address, port in others:
            try:
                return self._send(url, parts.copy_with(host=address, port=port), self._transport(parts.host, ""))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                self._check_budget()
        return self._send(url, parts.copy_with(host=last[0], port=last[1]), self._transport(parts.host, ""))

    def _send(self, url: str, target: httpx.URL, transport: httpx.HTTPTransport) -> httpx.Response:
        """``target`` names the checked address; the Host header and the certificate's name stay those of ``url``."""
        host = httpx.URL(url).netloc.rpartition(b"@")[2]
        left = max(0.01, self._seconds_left())
        timeout = {
            "connect": min(self.limits.connect, left),
            "read": min(self.limits.read, left),
            "write": 5.0,
            "pool": 5.0,
        }
        request = httpx.Request(
            "GET",
            target.copy_with(userinfo=b"", fragment=None),
            headers={**self._headers, "Host": host.decode("ascii")},
            extensions={"timeout": timeout, "sni_hostname": httpx.URL(url).host},
        )
        response = transport.handle_request(request)
        response.request = request
        return response

    def _transport(self, host: str, proxy: str) -> httpx.HTTPTransport:
        """One pool a host: two hosts at one address must not share a connection whose certificate names one of them."""
        if (host, proxy) not in self._transports:
            context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            self._transports[host, proxy] = httpx.HTTPTransport(verify=context, trust_env=False, proxy=proxy or None)
        return self._transports[host, proxy]

    def _proxy(self, url: httpx.URL) -> str:
        """The system's proxy for an address, or "". The proxy looks names up; private numbers stay refused."""
        proxy = self._proxies.get(url.scheme) or self._proxies.get("all") or ""
        if not proxy or proxy_bypass(url.host):
            return ""
        if not (is_public(url.host.strip("[]")) if is_number(url.host) else registrable(url.host)):
            raise FetchError("{host} leads to a private network address, and those are never fetched.", host=url.host)
        if proxy.startswith("socks"):
            raise FetchError(
                "The system's proxy is a SOCKS proxy.", advice="Set an HTTP proxy, or save the page and give the file."
            )
        return proxy if "://" in proxy else f"http://{proxy}"

    def _read(self, url: str, response: httpx.Response, kind: str) -> Answer | str:
        if response.status_code in {301, 302, 303, 307, 308} and "location" in response.headers:
            return response.headers["location"]
        if response.status_code != 200:
            raise status_error(url, response.status_code)
        limit = self.limits.sizes[kind]
        data = bytearray()
        before = self._bytes
        for chunk in decompressed(response):
            self._check_budget()
            data += chunk
            self._bytes = before + max(len(data), response.num_bytes_downloaded)
            if self._bytes - before > limit or self._bytes > self.limits.total:
                raise FetchError(
                    "{url} is larger than {limit} MB and was not read to its end.",
                    advice="Save the page in a browser and give the saved file.",
                    url=shown(url),
                    limit=f"{limit / 1_000_000:g}",
                )
        return Answer(url, bytes(data), charset_of(response))

    def _check_budget(self) -> None:
        if self._cancel is not None and self._cancel.is_set():
            raise Cancelled("The extraction was stopped.")
        if self._seconds_left() <= 0:
            raise FetchError(
                "The site took longer than {limit} seconds.",
                advice="Try again later.",
                limit=f"{self.limits.seconds:g}",
            )

    def _seconds_left(self) -> float:
        """The clock starts with the first request."""
        now = self._clock()
        self._end = self._end if self._end is not None else now + self.limits.seconds
        return self._end - now
