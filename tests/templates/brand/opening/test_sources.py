"""What somebody gives is taken for what it is: a domain, a page, an archive, a logo."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from templates.brand.opening.sources import is_local, local_path, open_site
from templates.errors import InputError


@pytest.mark.parametrize(
    "source", ["./nowhere", "/no/such/folder", "saved/pages", "missing.html", "~/page.htm", r"C:\pages"]
)
def test_a_path_that_leads_nowhere_is_no_domain(source: str) -> None:
    """What looks like a file is missed as a file, not looked up as a domain."""
    assert is_local(source)
    with pytest.raises(InputError, match="There is no file or folder"):
        open_site(source)


@pytest.mark.parametrize("source", ["acme.example", "https://acme.example/page.html", "zip", "logo.example"])
def test_a_domain_is_no_path(source: str) -> None:
    """Names of hosts and addresses are looked up, not missed as files."""
    assert not is_local(source)


@pytest.mark.parametrize("name", ["page.zip", "page.mhtml", "logo.svg", "logo.png", "photo.JPEG"])
def test_a_file_that_is_missing_is_missed_as_a_file(name: str) -> None:
    """Every kind of file that could be given is known by its ending when it is not there."""
    with pytest.raises(InputError, match="There is no file or folder"):
        open_site(name)


def test_a_file_is_what_its_first_bytes_are(tmp_path: Path) -> None:
    """A zip that is called a page is opened as a zip, a page that is called a zip as a page."""
    page = '<link rel="canonical" href="https://acme.example/"><p>x</p>'
    with zipfile.ZipFile(tmp_path / "page.html", "w") as archive:
        archive.writestr("index.html", page)
    (tmp_path / "page.zip").write_text(page)
    for name in ("page.html", "page.zip"):
        assert open_site(str(tmp_path / name)).page.url == "https://acme.example/"


def test_what_has_no_end_is_no_file() -> None:
    """A device or a pipe is not read."""
    assert local_path("/dev/null") is None


def test_the_home_folder_may_be_written_as_a_tilde(own_home: Path) -> None:
    """A path as people type it into a field is understood."""
    (own_home / "page.html").write_text("<p>x</p>")
    assert local_path("~/page.html") == own_home / "page.html"
