"""A page saved as one .mhtml file."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pytest

from templates.brand.kit import extract_brand
from templates.brand.opening import mhtml
from templates.brand.opening.mhtml import is_mhtml
from templates.brand.opening.sources import open_site
from templates.errors import InputError

LOGO = b'<svg viewBox="0 0 90 30"><path d="M0 0h30v30H0zM40 0h50v30H40z" fill="#123456"/></svg>'
PAGE = (
    '<title>Acm=C3=A9</title><link rel=3D"stylesheet" href=3D"cid:css-1@mhtml.blink">\r\n'
    '<header><a href=3D"https://acme.example/"><img class=3D"logo" alt=3D"Acm=C3=A9" src=3D"https://cdn.acme.example/=\r\n'
    'logo.svg"></a></header><a class=3D"btn-primary" href=3D"/buy">Buy</a>'
)
Save = Callable[..., str]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Writes a message whose parts are (headers, body), and returns its path."""

    def write(
        *parts: tuple[str, str], head: str = "Snapshot-Content-Location: https://www.acme.example/fr/\r\n"
    ) -> str:
        pieces = "".join(f"--edge\r\n{headers}\r\n\r\n{body}\r\n" for headers, body in parts)
        text = (
            f"From: <Saved by a browser>\r\n{head}MIME-Version: 1.0\r\n"
            f'Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="edge"\r\n\r\n{pieces}--edge--\r\n'
        )
        (tmp_path / "page.mhtml").write_bytes(text.encode())
        return str(tmp_path / "page.mhtml")

    return write


ROOT = (
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://www.acme.example/fr/",
    PAGE,
)
SHEET = (
    "Content-Type: text/css\r\nContent-ID: <css-1@mhtml.blink>\r\nContent-Location: cid:css-1@mhtml.blink",
    ".btn-primary { background: #aa3300 }",
)
PICTURE = (
    "Content-Type: image/svg+xml\r\nContent-Transfer-Encoding: base64\r\n"
    "Content-Location:\r\n https://cdn.acme.example/logo.svg",
    base64.encodebytes(LOGO).decode(),
)


def test_a_saved_page_with_its_parts_is_a_site(save: Save) -> None:
    """The page's encoding, its address, a sheet that only has a number and a folded address of a picture are read."""
    kit = extract_brand(save(ROOT, SHEET, PICTURE))
    assert (kit.name, kit.site, kit.primary) == ("Acmé", "https://www.acme.example", "#123456")
    assert kit.logo_wide == "https://cdn.acme.example/logo.svg"
    assert kit.logo_files["wide"].data == LOGO
    assert "#aa3300" in {one.value for one in kit.candidates["button"]}


def test_pictures_with_numbers_are_found(save: Save) -> None:
    """A picture that the page names by cid: alone is found by it."""
    page = ("Content-Type: text/html", '<header><a href="/"><img class="logo" src="cid:pic@x" alt="Acme"></a></header>')
    picture = ("Content-Type: image/svg+xml\r\nContent-ID: <pic@x>", LOGO.decode())
    assert extract_brand(save(page, picture)).logo_files["wide"].data == LOGO + b"\r\n"


def test_the_root_is_the_part_that_the_message_names(save: Save, tmp_path: Path) -> None:
    """A frame that comes first is not the page when the message says which part is."""
    frame = ("Content-Type: text/html\r\nContent-ID: <f@x>", "<title>Frame</title><p>x</p>")
    page = ("Content-Type: text/html\r\nContent-ID: <p@x>", "<title>Acme</title><p>x</p>")
    path = Path(save(frame, page))
    assert extract_brand(str(path)).name == "Frame"
    path.write_bytes(path.read_bytes().replace(b"; boundary", b'; start="<p@x>"; boundary'))
    assert extract_brand(str(path)).name == "Acme"


def test_where_it_came_from_can_be_said(save: Save) -> None:
    """A message without addresses takes the one that is given."""
    page = ("Content-Type: text/html", "<title>Acme</title><p>x</p>")
    assert open_site(save(page, head=""), "https://acme.example/").page.url == "https://acme.example/"


def test_a_folder_may_hold_the_page_in_this_form(save: Save) -> None:
    """Where no HTML file lies, the message stands for the site."""
    assert open_site(str(Path(save(ROOT)).parent)).page.url == "https://www.acme.example/fr/"


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ([], "There is no HTML page in"),
        ([PICTURE], "There is no HTML page in"),
        ([("Content-Type: text/html", "")], "is empty"),
    ],
)
def test_a_message_without_a_page_says_so(save: Save, parts: list[tuple[str, str]], message: str) -> None:
    """No part, no page and an empty page each have their sentence, with advice."""
    with pytest.raises(InputError, match=message) as caught:
        open_site(save(*parts))
    assert caught.value.advice


def test_more_parts_than_any_page_has_are_refused(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts are counted before they are read."""
    monkeypatch.setattr(mhtml, "MOST_PARTS", 3)
    with pytest.raises(InputError, match="holds more than 3 files"):
        open_site(save(ROOT, *4 * [PICTURE]))


def test_scratched_messages_are_one_sentence(save: Save) -> None:
    """Whatever is cut out of a message, it gives a site or an InputError."""
    path = Path(save(ROOT, SHEET, PICTURE))
    whole = path.read_bytes()
    refused = 0
    for at in range(0, len(whole), 23):
        path.write_bytes(whole[:at] + whole[at + 17 :])
        try:
            open_site(str(path)).get("https://cdn.acme.example/logo.svg")
        except InputError:
            refused += 1
    assert 0 < refused < len(whole) // 23


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (b"From: x\r\nContent-Type: multipart/related; boundary=a\r\n\r\n", True),
        (b"\xef\xbb\xbfMIME-Version: 1.0\nContent-Type: Multipart/Related;\n boundary=a\n\n", True),
        (b"From: x\r\nContent-Type: text/html\r\n\r\n<p>", False),
        (b"<html>\nContent-Type: multipart/related\n\n", False),
        (b"", False),
    ],
)
def test_a_message_is_known_by_its_header(data: bytes, answer: bool) -> None:
    """A mail and a page that speaks of one are none."""
    assert is_mhtml(data) is answer
