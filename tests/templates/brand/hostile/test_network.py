"""A hostile server: where it leads, how much it sends, and what it says of it."""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from templates.brand.kit import extract_brand
from templates.brand.opening.addresses import PublicResolver, is_number, is_public
from templates.brand.opening.fetch import HttpFetcher
from templates.errors import FetchError, InputError

Make = Callable[..., HttpFetcher]
Unsound = Callable[[object], list[str]]

INSIDE = [
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[fe80::1]/",
    "http://[fd00:ec2::254]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://localhost/",
    "//127.0.0.1/",
]
ELSEWHERE = [
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://acme.example/",
    "http://[",
]


@pytest.fixture
def only_acme(company) -> PublicResolver:
    """A resolver that knows the company's server and is as strict as the real one with everything else."""

    class OnlyAcme(PublicResolver):
        def endpoints(self, host: str, port: int) -> list[tuple[str, int]]:
            return [("127.0.0.1", company.port)] if host.endswith("acme.example") else super().endpoints(host, port)

    return OnlyAcme()


@pytest.mark.parametrize("target", [*INSIDE, *ELSEWHERE])
def test_a_redirect_leads_nowhere_inside(company, only_acme: PublicResolver, target: str) -> None:
    """To this computer, to a private network, to a cloud's own service, to a file: refused before anything connects."""
    company.redirect("/", target)
    with (
        HttpFetcher(resolver=only_acme) as visit,
        pytest.raises(FetchError, match=r"private network|no web address|not a usable"),
    ):
        visit.fetch("http://acme.example/")
    assert len(company.requests) == 1


@pytest.mark.parametrize("target", [*INSIDE, *ELSEWHERE])
def test_a_picture_is_not_fetched_from_inside(
    company, only_acme: PublicResolver, unsound: Unsound, target: str
) -> None:
    """A page may name any address as its logo, icon, style sheet or manifest; the kit is made without it."""
    head = "".join(f'<link rel="{rel}" href="{target}">' for rel in ("icon", "stylesheet", "manifest"))
    company.page("/", f'<html lang=en><title>Acme</title>{head}<header><a href="/"><img class=logo src="{target}"></a>')
    with HttpFetcher(resolver=only_acme) as visit:
        kit = extract_brand("http://acme.example", fetcher=visit)
    assert unsound(kit) == []
    assert kit.name == "Acme"
    assert kit.logo_files == {}
    assert [path for path, _ in company.requests if path != "/"] == []


@pytest.mark.parametrize(
    "address", ["10.0.0.5", "127.0.0.1", "::1", "::ffff:10.0.0.5", "169.254.169.254", "fe80::1%eth0"]
)
def test_a_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """One private address among those of a name is enough."""
    answers = [(0, 0, 0, "", (one, 80)) for one in ("93.184.216.34", address)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(FetchError, match="private network address"):
        PublicResolver().endpoints("acme.example", 80)


def test_a_name_cannot_change_its_mind(monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection goes to the address that was checked, whatever the name says a moment later."""
    monkeypatch.setattr("templates.brand.opening.fetch.getproxies", dict)
    asked: list[str] = []
    connected: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[Any]:
        asked.append(host)
        return [(0, 0, 0, "", ("93.184.216.34" if len(asked) == 1 else "127.0.0.1", port))]

    def answer(_: object, request: httpx.Request) -> httpx.Response:
        connected.append(request.url.host)
        return httpx.Response(200, stream=httpx.ByteStream(b"<p>x</p>"))

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", answer)
    with HttpFetcher() as visit:
        visit.fetch("https://acme.example/")
    assert (asked, connected) == (["acme.example"], ["93.184.216.34"])


@pytest.mark.parametrize(
    "host", ["127.1", "0x7f.0.0.1", "0x7f000001", "0177.1", "2130706433", "1.2.3.4.5", "a.0x7f", "[::1]"]
)
def test_numbers_in_any_notation_are_numbers(host: str) -> None:
    """What a system's resolver reads as an address is never passed to a proxy as if it were a name."""
    assert is_number(host)
    assert not is_public(host.strip("[]"))


@pytest.mark.parametrize("host", ["localhost", "printer", "a.local", "b.internal", "0x7f.1", "10.0.0.1"])
def test_a_proxy_is_asked_for_public_names_only(company, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    """The proxy looks names up itself, so names of private networks are refused before."""
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{company.port}")
    monkeypatch.setenv("no_proxy", "")
    with HttpFetcher() as visit, pytest.raises(FetchError, match="private network address"):
        visit.fetch(f"http://{host}/")
    assert company.requests == []


def test_50_mb_of_style_sheet_are_not_read(company, fetcher: Make, unsound: Unsound) -> None:
    """The sheet is left at its limit, packed or not, and the kit is made without it."""
    css = b".btn{background:#0a7}" * 2_400_000
    company.page(
        "/", "<html lang=en><title>Acme</title><link rel=stylesheet href=a.css><link rel=stylesheet href=b.css>"
    )
    company.page("/a.css", css)
    company.page("/b.css", gzip.compress(css, 1), Content_Encoding="gzip")
    kit = extract_brand("http://acme.example", fetcher=fetcher())
    assert unsound(kit) == []
    assert (kit.name, kit.button) == ("Acme", "")
    assert sum("larger than 1 MB" in warning for warning in kit.warnings) == 2


def test_a_page_of_ten_thousand_files_gets_forty_requests(company, fetcher: Make, unsound: Unsound) -> None:
    """Sheets, icons and logos share one budget."""
    sheets = "".join(f"<link rel=stylesheet href=s{i}.css>" for i in range(10_000))
    icons = "".join(f"<link rel=icon href=i{i}.png>" for i in range(10_000))
    logos = "".join(f"<a href='/'><img class=logo src=l{i}.png></a>" for i in range(10_000))
    imports = "".join(f'@import "t{i}.css";' for i in range(100))
    company.page("/", f"<html lang=en><title>Acme</title>{sheets}{icons}<header>{logos}")
    for i in range(12):
        company.page(f"/s{i}.css", imports)
    kit = extract_brand("http://acme.example", fetcher=fetcher())
    assert unsound(kit) == []
    assert kit.name == "Acme"
    assert len(company.requests) <= 40


def test_what_follows_a_packed_page_is_not_read(company, fetcher: Make) -> None:
    """A gzip stream ends where it says; megabytes behind it are nobody's page."""
    company.page("/", gzip.compress(b"<p>x</p>") + b"\0" * 9_000_000, Content_Encoding="gzip")
    assert fetcher().fetch("http://acme.example/").data == b"<p>x</p>"


def test_a_packed_nothing_counts_too(company, fetcher: Make) -> None:
    """Bytes that unpack to nothing, such as a gzip header without an end, count as they came."""
    company.page("/", b"\x1f\x8b\x08\x08\0\0\0\0\0\0" + b"x" * 9_000_000, Content_Encoding="gzip")
    with pytest.raises(FetchError, match="larger than 3 MB"):
        fetcher().fetch("http://acme.example/")


@pytest.mark.parametrize(
    "header",
    ["text/html; charset*0*=;charset*=", "text/html; charset=hex", "charset=", ";=;", "text/html; charset=\xe9"],
)
def test_any_content_type_is_survived(company, fetcher: Make, unsound: Unsound, header: str) -> None:
    """The header's charset is used when it is one of the web's, and nothing in it raises."""
    company.page("/", "<html lang=en><title>Acme</title><p>é", Content_Type=header)
    kit = extract_brand("http://acme.example", fetcher=fetcher())
    assert unsound(kit) == []
    assert kit.name == "Acme"


@pytest.mark.parametrize(
    "headers",
    [
        {f"X-{i}": "x" for i in range(100_000)},
        {"Set-Cookie": "a=" + "b" * 1_000_000},
        {"Content-Length": "9999999"},
        {"Content-Length": "-1"},
        {"Content-Length": "x"},
        {"Transfer-Encoding": "chunked", "Content-Length": "1"},
        {"Location": "/" + "a" * 60_000},
    ],
)
def test_odd_headers_are_one_sentence_or_a_page(company, fetcher: Make, headers: dict[str, str]) -> None:
    """Too many of them, too long ones, lengths that are none: the visit ends with a page or a message."""
    company.page("/", "<p>x</p>")
    status, plain, body = company.answers["/"]
    company.answers["/"] = (302 if "Location" in headers else status, plain | headers, body)
    assert 0 < len(fetched(fetcher(clock=ending_clock()))) < 500


def fetched(visit: HttpFetcher) -> str:
    """The page, or the sentence that says why there is none."""
    try:
        return visit.fetch("http://acme.example/").data.decode()
    except FetchError as error:
        return str(error)


def ending_clock() -> Callable[[], float]:
    """A clock that runs out after many looks at it, so that waiting for bytes that never come ends soon."""
    looks = iter(range(10**9))
    return lambda: next(looks) * 0.5


@pytest.mark.parametrize(
    "source", ["https://acme.example/" + "a" * 1_000_000, "a" * 1_000_000, "a." * 500_000 + "fr", "é" * 99_999]
)
def test_a_source_as_long_as_a_book_is_one_short_sentence(source: str, fetcher: Make) -> None:
    """What somebody pastes by accident is not repeated to its end."""
    with pytest.raises((FetchError, InputError)) as caught:
        extract_brand(source, fetcher=fetcher())
    assert len(str(caught.value)) < 500


def test_a_refresh_is_not_followed(company, fetcher: Make) -> None:
    """A page that sends its readers on by itself is read as it is."""
    company.page("/", '<html lang=en><title>Acme</title><meta http-equiv=refresh content="0;url=/other"><p>x')
    assert extract_brand("http://acme.example", fetcher=fetcher()).name == "Acme"
    assert [path for path, _ in company.requests] == ["/"]


def test_a_manifest_may_lie(company, fetcher: Make, unsound: Unsound) -> None:
    """Sizes nobody has, sources that are no text, and addresses inside are not believed."""
    icons = [
        {"src": one, "sizes": "9x9 99999x99999"} for one in ("http://10.0.0.1/i.png", "file:///etc/passwd", None, 7)
    ]
    company.page("/", "<html lang=en><title>Acme</title><link rel=manifest href=m.json>")
    company.page("/m.json", json.dumps({"icons": icons, "name": 5, "theme_color": [1]}))
    kit = extract_brand("http://acme.example", fetcher=fetcher())
    assert unsound(kit) == []
    assert kit.logo_files == {}
