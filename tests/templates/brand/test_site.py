"""A site is opened from a domain, a saved page or a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from templates.brand.fetch import HttpFetcher
from templates.brand.kit import extract_brand
from templates.brand.site import data_url, file_path, is_local, open_site
from templates.errors import FetchError, InputError, StorageError

Make = Callable[..., HttpFetcher]


def test_a_folder_stands_for_the_site_it_was_saved_from(tmp_path: Path) -> None:
    """References of every form find the file that was saved, by the page's folder or the site's root."""
    (tmp_path / "index.html").write_text('<link rel="canonical" href="https://acme.example/shop/"><p>x</p>')
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "my logo.svg").write_text("<svg/>")
    site = open_site(str(tmp_path))
    assert site.page.url == "https://acme.example/shop/"
    for reference in (
        "files/my%20logo.svg?v=3",
        "/files/my logo.svg",
        "https://www.acme.example/files/my%20logo.svg#x",
    ):
        assert site.get(site.page.absolute(reference)) == b"<svg/>", reference


def test_a_saved_page_stays_in_its_folder(tmp_path: Path) -> None:
    """No reference reaches a file outside, not even through a symbolic link."""
    (tmp_path / "secret.svg").write_text("<svg/>")
    folder = tmp_path / "page"
    folder.mkdir()
    (folder / "index.html").write_text('<link rel="canonical" href="https://acme.example/"><p>x</p>')
    (folder / "link.svg").symlink_to(tmp_path / "secret.svg")
    site = open_site(str(folder))
    for url in (
        "https://acme.example/../secret.svg",
        "https://acme.example/%2e%2e/secret.svg",
        "https://acme.example/link.svg",
    ):
        assert site.get(url) is None, url
    assert site.get((tmp_path / "secret.svg").as_uri()) is None


def test_offline_nothing_is_fetched(tmp_path: Path) -> None:
    """A saved page without a fetcher asks the network for nothing."""
    (tmp_path / "page.html").write_text("<p>x</p>")
    assert open_site(str(tmp_path / "page.html"), "https://acme.example/").get("https://acme.example/logo.svg") is None


def test_a_page_of_unknown_origin_refers_to_files(tmp_path: Path) -> None:
    """Without an address the references are paths of this computer."""
    (tmp_path / "index.html").write_text('<header><a href="/"><img class=logo src="logo.svg" alt="Acme"></a></header>')
    (tmp_path / "logo.svg").write_text(
        '<svg viewBox="0 0 90 30"><path d="M0 0h30v30H0zM40 0h50v30H40z" fill="#123456"/></svg>'
    )
    kit = extract_brand(str(tmp_path))
    assert kit.logo_wide == str(tmp_path / "logo.svg")
    assert kit.site == ""


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("index.html", b"", "is empty"),
        ("index.html", b" \n\t ", "is empty"),
        ("index.html", b"just words", "is empty"),
        ("index.html", b"%PDF-1.4 ...", "is not a web page but another kind of file"),
        ("readme.txt", b"<p>x</p>", "There is no HTML page in the folder"),
    ],
)
def test_a_folder_without_a_usable_page_says_why(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    """Empty, binary and missing pages are told apart, each with advice."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        open_site(str(tmp_path))
    assert caught.value.advice


def test_a_saved_page_of_50_mb_is_refused(tmp_path: Path) -> None:
    """The size is looked at before the file is read."""
    with (tmp_path / "big.html").open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match=r"has 50 MB; a saved page may have 20"):
        open_site(str(tmp_path / "big.html"))


@pytest.mark.parametrize(
    "source", ["./nowhere", "/no/such/folder", "saved/pages", "missing.html", "~/page.htm", r"C:\pages"]
)
def test_a_path_that_leads_nowhere_is_no_domain(source: str) -> None:
    """What looks like a file is missed as a file, not looked up as a domain."""
    assert is_local(source)
    with pytest.raises(InputError, match="There is no file or folder"):
        open_site(source)


def test_an_unreadable_file_says_so(tmp_path: Path) -> None:
    """A folder that pretends to be a page is what the file system says it is."""
    (tmp_path / "index.html").mkdir()
    (tmp_path / "page.html").mkdir()
    with pytest.raises(StorageError):
        open_site(str(tmp_path))


def test_a_domain_is_tried_with_and_without_www(company, fetcher: Make) -> None:
    """When the bare name has no page, the other spelling is asked."""
    company.page("/", "<title>Acme</title><p>hello</p>")
    site = open_site("http://acme.example", fetcher=fetcher(missing=frozenset({"acme.example"})))
    assert site.page.url == "http://www.acme.example/"


def test_a_domain_that_does_not_resolve_is_one_sentence(company, fetcher: Make) -> None:
    """The first spelling's failure is the one that is told."""
    missing = frozenset({"acme.example", "www.acme.example"})
    with pytest.raises(FetchError, match=r"^The domain acme.example cannot be found"):
        open_site("acme.example", fetcher=fetcher(missing=missing))


def test_the_path_of_a_url_is_kept(company, fetcher: Make) -> None:
    """A URL is fetched as it was given; the name in it is still one company."""
    company.page("/fr/?a=b", "<p>bonjour</p>")
    assert open_site("http://acme.example/fr/?a=b", fetcher=fetcher()).page.url == "http://acme.example/fr/?a=b"


def test_a_move_to_another_company_is_pointed_out(company, fetcher: Make) -> None:
    """A redirect to another registrable domain is followed and reported."""
    company.redirect("/", "http://bigcorp.example/brands/acme")
    company.page("/brands/acme", "<p>welcome</p>")
    assert (
        "acme.example sends its visitors to bigcorp.example"
        in open_site("http://acme.example", fetcher=fetcher()).warnings[0]
    )


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"\x89PNG\r\n\x1a\n", "is not a web page but another kind of file"),
        (b"", "is empty"),
        (b"<!-- -->", "is empty"),
    ],
)
def test_answers_that_are_no_page_are_refused(company, fetcher: Make, body: bytes, message: str) -> None:
    """A binary and an empty answer each have their sentence."""
    company.page("/", body)
    with pytest.raises(FetchError, match=message):
        open_site("http://acme.example", fetcher=fetcher())


@pytest.mark.parametrize(
    ("html", "warning"),
    [
        ("<title>Just a moment...</title><p>wait</p>", "check for robots"),
        ("<title>acme.example</title><p>This domain is for sale!</p>", "looks like a parked domain"),
    ],
)
def test_walls_and_parked_pages_are_pointed_out(company, fetcher: Make, html: str, warning: str) -> None:
    """A page that is not the company's own is used, but not in silence."""
    company.page("/", html)
    assert warning in open_site("http://acme.example", fetcher=fetcher()).warnings[0]


def test_what_cannot_be_fetched_becomes_a_warning(company, fetcher: Make) -> None:
    """A missing picture does not end the extraction, and is asked for once."""
    company.page("/", "<p>x</p>")
    site = open_site("http://acme.example", fetcher=fetcher())
    assert site.get("http://acme.example/logo.png") is None
    assert site.get("http://acme.example/logo.png") is None
    assert site.warnings == ["http://acme.example/logo.png answered with status 404."]
    assert len(company.requests) == 2


@pytest.mark.parametrize(
    ("url", "data"),
    [
        ("data:image/svg+xml;base64,PHN2Zy8+", b"<svg/>"),
        ("data:image/svg+xml;base64,PHN2Zz4", b"<svg>"),
        ("data:image/svg+xml;utf8,%3Csvg/%3E", b"<svg/>"),
        ("data:,", b""),
        ("data:image/png", None),
    ],
)
def test_data_addresses_carry_their_bytes(url: str, data: bytes | None) -> None:
    """Base64 with and without padding, percent forms, and malformed ones."""
    assert data_url(url) == data


def test_a_file_address_is_shown_as_a_path(tmp_path: Path) -> None:
    """References to local files are paths, web addresses stay as they are."""
    assert file_path((tmp_path / "a b.svg").as_uri()) == str(tmp_path / "a b.svg")
    assert file_path("https://acme.example/a%20b.svg") == "https://acme.example/a%20b.svg"
