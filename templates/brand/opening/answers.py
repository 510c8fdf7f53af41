"""What servers answer, read: packed bodies, redirects, refusals, and connections that fail."""

from __future__ import annotations

import re
import ssl
import zlib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urljoin, urlsplit

import httpx

from templates.errors import FetchError

PORTS = {"https": 443, "http": 80}
CHUNK = 65_536
SHOWN = 200  # characters


BRAND_KIT = "brand kit"


def user_agent(purpose: str = BRAND_KIT) -> str:
    """Who visits and what for, honestly."""
    try:
        number = version("mailwright")
    except PackageNotFoundError:  # run from a folder that was never installed
        number = "0"
    return f"Mozilla/5.0 (compatible; Mailwright/{number}; {purpose} on a user's request)"


def decompressed(response: httpx.Response) -> Iterator[bytes]:
    """The body in chunks of bounded size, so that a bomb is counted before it is in memory.

    What follows the packed body is not waited for.
    """
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding in {"", "identity"}:
        yield from response.iter_raw(CHUNK)
        return
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise FetchError(
            "{host} answers in the encoding {encoding}, which was not asked for.",
            host=host_of(str(response.url)),
            encoding=encoding,
        )
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)  # 32: gzip or zlib, told by its header
    try:
        for packed in response.iter_raw(CHUNK):
            while packed and not unpacker.eof:
                yield unpacker.decompress(packed, CHUNK)
                packed = unpacker.unconsumed_tail
            if unpacker.eof:
                return
    except zlib.error as error:
        raise FetchError(
            "The answer of {host} is damaged.", advice="Try again later.", host=host_of(str(response.url))
        ) from error


def charset_of(response: httpx.Response) -> str:
    """The charset that the server names, or "". (httpx's own reading of the header raises on odd ones.)"""
    named = re.search(r"""charset\s*=\s*["']?([\w.:-]+)""", response.headers.get("content-type", ""), re.I)
    return named[1] if named else ""


def next_hop(url: str, location: str) -> str:
    """The address that a redirect leads to; only web addresses, and never from https to http."""
    try:
        target = urljoin(url, location.strip())
        parts = urlsplit(target)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in PORTS or not parts.hostname:
        raise FetchError("{host} redirects to something that is no web address.", host=host_of(url))
    if url.startswith("https:") and parts.scheme == "http":
        raise FetchError(
            "{host} sends its visitors to an address without encryption.",
            advice="Give that address with http:// if you accept it.",
            host=host_of(url),
        )
    return target


def status_error(url: str, status: int) -> FetchError:
    """The sentence for an answer that is no page."""
    if status in {401, 403, 407, 429, 503}:
        return FetchError(
            "{host} turns automatic visitors away (status {status}).",
            advice="Open the page in a browser, save it, and give the saved file.",
            host=host_of(url),
            status=status,
        )
    return FetchError(
        "{url} answered with status {status}.", advice="Check the address.", url=shown(url), status=status
    )


def connection_error(url: str, error: Exception) -> FetchError:
    """The sentence for a connection that failed: a bad certificate, or nobody there."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return FetchError("The certificate of {host} is not valid.", advice="Check the address.", host=host_of(url))
        cause = cause.__cause__ or cause.__context__
    return FetchError("{host} cannot be reached.", advice="Check the address and your connection.", host=host_of(url))


def shown(url: str) -> str:
    """An address for messages: its beginning, where it is a long one."""
    return url if len(url) <= SHOWN else f"{url[:SHOWN]}…"


def host_of(url: str) -> str:
    """The host of an address, for messages."""
    try:
        return shown(urlsplit(url).hostname or url)
    except ValueError:
        return shown(url)
