"""What a page points at is found beside it, or fetched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from templates.brand.opening.fetch import HttpFetcher
from templates.brand.opening.sources import open_site
from templates.brand.reading.page import parse_page
from templates.brand.site import Site, data_url, file_path

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


def test_a_base_element_does_not_hide_what_lies_beside_the_page(tmp_path: Path) -> None:
    """References that a browser rewrote are found although the page's base is another folder of the site."""
    (tmp_path / "home_files").mkdir()
    (tmp_path / "home_files" / "logo.svg").write_text("<svg/>")
    page = parse_page('<base href="https://acme.example/shop/fr/"><p>x</p>', "https://acme.example/")
    site = Site(page, tmp_path)
    assert site.get(page.absolute("./home_files/logo.svg")) == b"<svg/>"


def test_files_that_cannot_be_read_are_missing_ones(tmp_path: Path) -> None:
    """A name that is too long, a folder and a circle of links give nothing, and stop nothing."""
    (tmp_path / "circle.svg").symlink_to(tmp_path / "circle.svg")
    (tmp_path / "folder.svg").mkdir()
    site = Site(parse_page("<p>x</p>", "https://acme.example/"), tmp_path)
    for name in ("x" * 5000, "circle.svg", "folder.svg"):
        assert site.get(f"https://acme.example/{name}") is None
