"""Fetching a company's page: politely, within limits, and never from a private network."""

from __future__ import annotations

import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import Protocol, Self
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
import truststore

from templates.brand.addresses import PublicResolver, Resolver, is_public
from templates.errors import Cancelled, FetchError

PORTS = {"https": 443, "http": 80}
CHUNK = 65_536


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
    """

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        resolver: Resolver | None = None,
        cancel: threading.Event | None = None,
        language: str = "en",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.limits = limits or Limits()
        self._resolver = resolver or PublicResolver()
        self._cancel = cancel
        self._headers = {"User-Agent": user_agent(), "Accept-Language": f"{language},en;q=0.5", "Accept-Encoding": "gzip"}
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
                raise FetchError("{host} redirects in a circle.", advice="Give the address of the page itself.", host=_host(url))
            if len(seen) > self.limits.redirects:
                raise FetchError(
                    "{host} redirects more than {limit} times.",
                    advice="Give the address of the page itself.",
                    host=_host(url),
                    limit=self.limits.redirects,
                )
            seen.append(url)
            answer = self._one(url, kind)
            if isinstance(answer, Answer):
                return answer
            url = _next_hop(url, answer)

    def _one(self, url: str, kind: str) -> Answer | str:
        """One request: the answer, or the address that it redirects to."""
        self._check_budget()
        self._requests += 1
        try:
            response = self._response(url)
            try:
                return self._read(url, response, kind)
            finally:
                response.close()
        except httpx.TimeoutException as error:
            raise FetchError("{host} did not answer in time.", advice="Try again later.", host=_host(url)) from error
        except httpx.HTTPError as error:
            raise _connection_error(url, error) from error

    def _response(self, url: str) -> httpx.Response:
        """Send the request to an address that was checked; the next address is tried when one cannot be reached."""
        parts = httpx.URL(url)
        if PORTS.get(parts.scheme) != (parts.port or PORTS.get(parts.scheme)):
            raise FetchError("{url} is not on a web server's port.", advice="Leave the port out.", url=url)
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
        left = self._seconds_left()
        timeout = {"connect": min(self.limits.connect, left), "read": min(self.limits.read, left), "write": 5.0, "pool": 5.0}
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
        """The system's proxy for an address, or "". Through one, the proxy looks names up; bare private ones stay refused."""
        proxy = self._proxies.get(url.scheme) or self._proxies.get("all") or ""
        if not proxy or proxy_bypass(url.host):
            return ""
        if _is_number(url.host) and not is_public(url.host.strip("[]")) or "." not in url.host:
            raise FetchError("{host} leads to a private network address, and those are never fetched.", host=url.host)
        if proxy.startswith("socks"):
            raise FetchError("The system's proxy is a SOCKS proxy.", advice="Set an HTTP proxy, or save the page and give the file.")
        return proxy if "://" in proxy else f"http://{proxy}"

    def _read(self, url: str, response: httpx.Response, kind: str) -> Answer | str:
        if response.status_code in {301, 302, 303, 307, 308} and "location" in response.headers:
            return response.headers["location"]
        if response.status_code != 200:
            raise _status_error(url, response.status_code)
        limit = self.limits.sizes[kind]
        data = bytearray()
        for chunk in _decompressed(response):
            self._check_budget()
            data += chunk
            self._bytes += len(chunk)
            if len(data) > limit or self._bytes > self.limits.total:
                raise FetchError(
                    "{url} is larger than {limit} MB and was not read to its end.",
                    advice="Save the page in a browser and give the saved file.",
                    url=url,
                    limit=limit / 1_000_000,
                )
        return Answer(url, bytes(data), response.charset_encoding or "")

    def _check_budget(self) -> None:
        if self._cancel is not None and self._cancel.is_set():
            raise Cancelled("The extraction was stopped.")
        if self._requests >= self.limits.requests:
            raise FetchError("The site needs more than {limit} requests.", limit=self.limits.requests)
        if self._seconds_left() <= 0:
            raise FetchError("The site took longer than {limit} seconds.", advice="Try again later.", limit=self.limits.seconds)

    def _seconds_left(self) -> float:
        """The clock starts with the first request."""
        now = self._clock()
        self._end = self._end if self._end is not None else now + self.limits.seconds
        return self._end - now


def user_agent() -> str:
    """Who visits, honestly."""
    try:
        number = version("mailwright")
    except PackageNotFoundError:  # run from a folder that was never installed
        number = "0"
    return f"Mozilla/5.0 (compatible; Mailwright/{number}; brand kit on a user's request)"


def _decompressed(response: httpx.Response) -> Iterator[bytes]:
    """The body in chunks of bounded size, so that a bomb is counted before it is in memory."""
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding in {"", "identity"}:
        yield from response.iter_raw(CHUNK)
        return
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise FetchError("{host} answers in the encoding {encoding}, which was not asked for.", host=_host(str(response.url)), encoding=encoding)
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)  # 32: gzip or zlib, told by its header
    try:
        for packed in response.iter_raw(CHUNK):
            while packed and not unpacker.eof:
                yield unpacker.decompress(packed, CHUNK)
                packed = unpacker.unconsumed_tail
    except zlib.error as error:
        raise FetchError("The answer of {host} is damaged.", advice="Try again later.", host=_host(str(response.url))) from error


def _next_hop(url: str, location: str) -> str:
    try:
        target = urljoin(url, location.strip())
        parts = urlsplit(target)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in PORTS or not parts.hostname:
        raise FetchError("{host} redirects to something that is no web address.", host=_host(url))
    if url.startswith("https:") and parts.scheme == "http":
        raise FetchError(
            "{host} sends its visitors to an address without encryption.",
            advice="Give that address with http:// if you accept it.",
            host=_host(url),
        )
    return target


def _status_error(url: str, status: int) -> FetchError:
    if status in {401, 403, 407, 429, 503}:
        return FetchError(
            "{host} turns automatic visitors away (status {status}).",
            advice="Open the page in a browser, save it, and give the saved file.",
            host=_host(url),
            status=status,
        )
    return FetchError("{url} answered with status {status}.", advice="Check the address.", url=url, status=status)


def _connection_error(url: str, error: Exception) -> FetchError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return FetchError("The certificate of {host} is not valid.", advice="Check the address.", host=_host(url))
        cause = cause.__cause__ or cause.__context__
    return FetchError("{host} cannot be reached.", advice="Check the address and your connection.", host=_host(url))


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _is_number(host: str) -> bool:
    return ":" in host or host.replace(".", "").isdigit()
