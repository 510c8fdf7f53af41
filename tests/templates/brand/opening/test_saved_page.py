"""Pages that somebody saved, with what lies beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from templates.brand.kit import extract_brand
from templates.brand.opening.saved_page import first_page
from templates.brand.opening.sources import open_site
from templates.errors import InputError, StorageError

LOGO = '<svg viewBox="0 0 90 30"><path d="M0 0h30v30H0zM40 0h50v30H40z" fill="#123456"/></svg>'


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
        ("index.html", b"just words", "no web page"),
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


def test_an_unreadable_file_says_so(tmp_path: Path) -> None:
    """A folder that pretends to be a page is what the file system says it is."""
    (tmp_path / "index.html").mkdir()
    (tmp_path / "page.html").mkdir()
    with pytest.raises(StorageError):
        open_site(str(tmp_path))


def test_a_page_saved_as_complete_finds_its_folder(tmp_path: Path) -> None:
    """The folder that a browser puts beside the page holds its logo and its style sheet."""
    (tmp_path / "Acme_files").mkdir()
    (tmp_path / "Acme_files" / "logo.svg").write_text(LOGO)
    (tmp_path / "Acme_files" / "site.css").write_text(".btn-primary { background: #aa3300 }")
    (tmp_path / "Acme.html").write_text(
        "<!-- saved from url=(0029)https://www.acme.example/fr/ --><title>Acme</title>"
        '<link rel="stylesheet" href="./Acme_files/site.css">'
        '<header><a href="/"><img class="logo" src="./Acme_files/logo.svg" alt="Acme"></a></header>'
        '<a class="btn btn-primary" href="/buy">Buy</a>'
    )
    kit = extract_brand(str(tmp_path / "Acme.html"))
    assert kit.site == "https://www.acme.example"
    assert kit.logo_files["wide"].data == LOGO.encode()
    assert kit.primary == "#123456"
    assert "#aa3300" in {one.value for one in kit.candidates["button"]}


def test_an_unpacked_archive_may_be_one_folder_deeper(tmp_path: Path) -> None:
    """A folder that holds nothing but one folder stands for that one."""
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "Index.HTML").write_text('<link rel="canonical" href="https://acme.example/"><p>x</p>')
    assert open_site(str(tmp_path)).page.url == "https://acme.example/"


def test_the_page_nearest_to_the_root_stands_for_the_site() -> None:
    """index.html comes before others, and a folder's own pages before those of its subfolders."""
    assert first_page(["a/index.html", "about.html", "b.txt"]) == "about.html"
    assert first_page(["about.html", "index.htm", "index.html", "x/index.html"]) == "index.html"
    assert first_page(["b.txt"]) == ""
