"""Fetching politely, within limits, and never from a private network."""

from __future__ import annotations

import gzip
import inspect
import threading
import zlib
from collections.abc import Callable, Iterator

import httpx
import pytest

from templates.brand.opening.addresses import PublicResolver
from templates.brand.opening.fetch import HttpFetcher, Limits
from templates.errors import Cancelled, FetchError

Make = Callable[..., HttpFetcher]


def test_a_page_comes_with_its_address_and_charset(company, fetcher: Make) -> None:
    """The answer has the bytes, where they came from, and the charset that the server named."""
    company.page("/", "<p>é</p>".encode("latin-1"), Content_Type="text/html; charset=iso-8859-1")
    answer = fetcher().fetch("http://acme.example/")
    assert (answer.url, answer.data, answer.charset) == ("http://acme.example/", b"<p>\xe9</p>", "iso-8859-1")


def test_the_visit_is_honest(company, fetcher: Make) -> None:
    """Requests name the product and the host, ask in the given language, and carry no cookies."""
    company.page("/", "<p>one</p>", Set_Cookie="a=b")
    visit = fetcher(language="fr")
    visit.fetch("http://acme.example/")
    visit.fetch("http://acme.example/")
    headers = {name.lower(): value for name, value in company.requests[1][1].items()}
    assert "Mailwright/" in headers["user-agent"]
    assert headers["host"] == "acme.example"
    assert headers["accept-language"].startswith("fr")
    assert "cookie" not in headers


def test_redirects_are_followed(company, fetcher: Make) -> None:
    """Relative and absolute redirects lead to the page, and its address is the last one."""
    company.redirect("/", "/start")
    company.redirect("/start", "http://www.acme.example/home")
    company.page("/home", "<p>home</p>")
    assert fetcher().fetch("http://acme.example/").url == "http://www.acme.example/home"


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("http://acme.example/", "redirects in a circle"),
        ("ftp://acme.example/", "redirects to something that is no web address"),
        ("http://[broken", "redirects to something that is no web address"),
        ("http://acme.example:8080/", "is not on a web server's port"),
    ],
)
def test_bad_redirects_are_one_sentence_each(company, fetcher: Make, target: str, message: str) -> None:
    """A loop, another scheme, a broken address and an odd port are refused."""
    company.redirect("/", target)
    with pytest.raises(FetchError, match=message):
        fetcher().fetch("http://acme.example/")


def test_too_many_redirects_are_given_up(company, fetcher: Make) -> None:
    """After five hops it is enough."""
    for hop in range(9):
        company.redirect(f"/{hop}", f"/{hop + 1}")
    with pytest.raises(FetchError, match="more than 5 times"):
        fetcher().fetch("http://acme.example/0")
    assert len(company.requests) == 6


def test_each_hop_is_checked(company) -> None:
    """A redirect to a private address is refused even when the first host was fine."""
    company.redirect("/", "http://127.0.0.1/admin")

    class FirstHopOnly(PublicResolver):
        def endpoints(self, host: str, port: int) -> list[tuple[str, int]]:
            return [("127.0.0.1", company.port)] if host == "acme.example" else super().endpoints(host, port)

    with (
        HttpFetcher(resolver=FirstHopOnly()) as visit,
        pytest.raises(FetchError, match=r"127.0.0.1 leads to a private"),
    ):
        visit.fetch("http://acme.example/")


def test_encryption_is_not_dropped_on_the_way(company, monkeypatch: pytest.MonkeyPatch, fetcher: Make) -> None:
    """A redirect from https to http needs the user's word."""
    monkeypatch.setattr(
        httpx.HTTPTransport,
        "handle_request",
        lambda *_: httpx.Response(302, headers={"location": "http://acme.example/"}),
    )
    with pytest.raises(FetchError, match=r"without encryption. Give that address with http://"):
        fetcher().fetch("https://acme.example/")


def test_it_connects_to_the_address_that_was_checked(company, monkeypatch: pytest.MonkeyPatch, fetcher: Make) -> None:
    """The connection goes to the number; the Host header and the certificate's name stay the site's."""
    seen: list[httpx.Request] = []

    def record(self: object, request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, stream=httpx.ByteStream(b"<p>x</p>"))

    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", record)
    fetcher().fetch("https://user:pw@acme.example/x?y=1#z")
    assert str(seen[0].url) == f"https://127.0.0.1:{company.port}/x?y=1"
    assert seen[0].headers["host"] == "acme.example"
    assert seen[0].extensions["sni_hostname"] == "acme.example"
    assert "authorization" not in seen[0].headers


def test_the_next_address_is_tried(company) -> None:
    """A host with one dead address is still reached."""

    class Two:
        def endpoints(self, host: str, port: int) -> list[tuple[str, int]]:
            return [("127.0.0.1", 1), ("127.0.0.1", company.port)]

    company.page("/", "<p>here</p>")
    with HttpFetcher(resolver=Two()) as visit:
        assert visit.fetch("http://acme.example/").data == b"<p>here</p>"


def test_nobody_there_is_one_sentence(company) -> None:
    """A port where nothing listens cannot be reached."""

    class Dead:
        def endpoints(self, host: str, port: int) -> list[tuple[str, int]]:
            return [("127.0.0.1", 1)]

    with HttpFetcher(resolver=Dead()) as visit, pytest.raises(FetchError, match=r"acme.example cannot be reached"):
        visit.fetch("http://acme.example/")


def test_a_certificate_of_nobody_is_refused(company, fetcher: Make) -> None:
    """A server that does not speak TLS cannot be reached by https."""
    with pytest.raises(FetchError, match=r"acme.example cannot be reached|certificate"):
        fetcher().fetch("https://acme.example/")


@pytest.mark.parametrize(
    ("status", "message"), [(403, "turns automatic visitors away"), (404, "answered with status 404")]
)
def test_error_answers_say_what_to_do(company, fetcher: Make, status: int, message: str) -> None:
    """A wall for robots and a missing page are told apart."""
    company.refuse("/", status)
    with pytest.raises(FetchError, match=message) as caught:
        fetcher().fetch("http://acme.example/")
    assert caught.value.advice


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress], ids=["gzip", "deflate"])
def test_packed_answers_are_unpacked(company, fetcher: Make, pack: Callable[[bytes], bytes]) -> None:
    """Compression is undone, whichever of the two kinds it is."""
    encoding = "gzip" if pack is gzip.compress else "deflate"
    company.page("/", pack(b"<p>packed</p>" * 9999), Content_Encoding=encoding)
    assert fetcher().fetch("http://acme.example/").data == b"<p>packed</p>" * 9999


def test_a_bomb_is_counted_while_it_unpacks(company, fetcher: Make) -> None:
    """50 MB of zeros in 50 kB are stopped at the limit for pages."""
    company.page("/", gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")
    with pytest.raises(FetchError, match=r"is larger than 3 MB and was not read to its end"):
        fetcher().fetch("http://acme.example/")


@pytest.mark.parametrize(
    ("headers", "message"), [({"Content_Encoding": "br"}, "br"), ({"Content_Encoding": "gzip"}, "damaged")]
)
def test_unknown_and_damaged_packing_is_refused(company, fetcher: Make, headers: dict[str, str], message: str) -> None:
    """What cannot be unpacked is said to be so."""
    company.page("/", b"this is not packed", **headers)
    with pytest.raises(FetchError, match=message):
        fetcher().fetch("http://acme.example/")


def test_a_page_of_50_mb_is_stopped(company, fetcher: Make) -> None:
    """A huge page is not read to its end; style sheets and pictures have limits of their own."""
    company.page("/", b"<p>" + b"x" * 50_000_000)
    with pytest.raises(FetchError, match="larger than 3 MB"):
        fetcher().fetch("http://acme.example/")
    company.page("/style.css", b"a" * 1_000_001)
    with pytest.raises(FetchError, match="larger than 1 MB"):
        fetcher().fetch("http://acme.example/style.css", "style")


def test_the_whole_visit_has_a_budget(company, fetcher: Make) -> None:
    """Requests, bytes and seconds are counted over the whole extraction."""
    company.page("/", "<p>x</p>")
    visit = fetcher(limits=Limits(requests=2))
    visit.fetch("http://acme.example/")
    visit.fetch("http://acme.example/")
    with pytest.raises(FetchError, match="more than 2 requests"):
        visit.fetch("http://acme.example/")
    with pytest.raises(FetchError, match="larger than"):
        fetcher(limits=Limits(total=3)).fetch("http://acme.example/")


def test_the_clock_ends_a_slow_visit(company, fetcher: Make) -> None:
    """After the seconds are over nothing more is asked for, nor read on."""
    ticks: Iterator[float] = iter(range(0, 1000, 15))
    company.page("/", "<p>x</p>")
    with pytest.raises(FetchError, match="longer than 20 seconds"):
        fetcher(clock=lambda: next(ticks)).fetch("http://acme.example/")


def test_cancelling_stops_the_visit(company, fetcher: Make) -> None:
    """Once the event is set, the next step raises Cancelled."""
    stop = threading.Event()
    company.page("/", "<p>x</p>")
    visit = fetcher(cancel=stop)
    visit.fetch("http://acme.example/")
    stop.set()
    with pytest.raises(Cancelled):
        visit.fetch("http://acme.example/")


def test_cancelling_does_not_wait_for_the_server(company, fetcher: Make) -> None:
    """A server that says nothing is left behind at once."""
    stop, release = threading.Event(), threading.Event()
    company.before_answer = lambda: (stop.set(), release.wait())
    try:
        with pytest.raises(Cancelled):
            fetcher(cancel=stop).fetch("http://acme.example/")
    finally:
        release.set()


def test_a_silent_server_is_left_when_the_time_is_over(company, fetcher: Make) -> None:
    """The whole visit's clock counts also while nothing arrives."""
    asked, release = threading.Event(), threading.Event()
    company.before_answer = lambda: (asked.set(), release.wait())
    try:
        with pytest.raises(FetchError, match="longer than 20 seconds"):
            fetcher(clock=lambda: 100.0 * asked.is_set()).fetch("http://acme.example/")
    finally:
        release.set()


@pytest.mark.parametrize(
    "url", ["http://acme.example:99999/", "http://a b/", "http://[bad/", "http://" + "x" * 300 + ".example/\x00"]
)
def test_an_unusable_address_is_one_sentence(company, fetcher: Make, url: str) -> None:
    """Addresses come from pages, so any text may be one."""
    with pytest.raises(FetchError):
        fetcher().fetch(url)


def test_the_systems_proxy_is_used(company, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a proxy the request goes there, and names are the proxy's to look up."""
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{company.port}")
    monkeypatch.setenv("no_proxy", "")
    company.page("http://acme.example/", "<p>through</p>")
    with HttpFetcher() as visit:
        assert visit.fetch("http://acme.example/").data == b"<p>through</p>"


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://[::1]/", "http://localhost/", "http://2130706433/"])
def test_a_proxy_is_no_way_inside(company, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """Private numbers and bare names are refused before a proxy is asked."""
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{company.port}")
    monkeypatch.setenv("no_proxy", "")
    with HttpFetcher() as visit, pytest.raises(FetchError, match="private network address"):
        visit.fetch(url)
    assert company.requests == []


def test_a_socks_proxy_is_named(company, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that is not supported is said to be so."""
    monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:1080")
    monkeypatch.setenv("no_proxy", "")
    with HttpFetcher() as visit, pytest.raises(FetchError, match="SOCKS"):
        visit.fetch("http://acme.example/")


def test_without_a_test_resolver_loopback_is_refused(company) -> None:
    """The production resolver has no switch that lets private addresses pass."""
    assert list(inspect.signature(PublicResolver).parameters) == []
    with HttpFetcher() as visit, pytest.raises(FetchError, match="private network address"):
        visit.fetch("http://127.0.0.1/")
