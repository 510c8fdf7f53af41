"""A zip with a saved page is read without unpacking it, and can do no harm."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from templates.brand.kit import extract_brand
from templates.brand.opening import zip_site
from templates.brand.opening.sources import open_site
from templates.errors import InputError

PAGE = (
    '<link rel="canonical" href="https://acme.example/"><title>Acme</title>'
    '<header><a href="/"><img class="logo" src="files/logo.svg" alt="Acme"></a></header>'
)
LOGO = '<svg viewBox="0 0 90 30"><path d="M0 0h30v30H0zM40 0h50v30H40z" fill="#123456"/></svg>'
Pack = Callable[[Mapping[str, str | bytes]], str]


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """Packs files into a zip and returns its path."""

    def make(files: Mapping[str, str | bytes]) -> str:
        with zipfile.ZipFile(tmp_path / "site.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return str(tmp_path / "site.zip")

    return make


@pytest.mark.parametrize("folder", ["", "acme/", "a/b/"])
def test_a_zip_stands_for_the_folder_in_it(pack: Pack, folder: str) -> None:
    """Wherever the page lies in it, what lies beside the page is found."""
    kit = extract_brand(pack({f"{folder}index.html": PAGE, f"{folder}files/logo.svg": LOGO, "__MACOSX/x.html": "<p>"}))
    assert (kit.name, kit.site, kit.primary) == ("Acme", "https://acme.example", "#123456")
    assert kit.logo_files["wide"].data == LOGO.encode()


def test_references_from_the_root_are_found_below_the_top(pack: Pack) -> None:
    """A page in a subfolder may name its files from the site's root."""
    site = open_site(pack({"fr/index.html": PAGE, "img/logo.svg": LOGO}))
    assert site.get("https://acme.example/img/logo.svg") == LOGO.encode()


def test_no_name_in_a_zip_leads_out(pack: Pack, tmp_path: Path) -> None:
    """Absolute paths, paths that climb and links are not there, and nothing is written anywhere."""
    link = zipfile.ZipInfo("link.svg")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = pack({"index.html": PAGE, "../out.svg": LOGO, "/root.svg": LOGO, "C:/drive.svg": LOGO})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    site = open_site(path)
    for name in ("../out.svg", "root.svg", "drive.svg", "link.svg", "%2e%2e/out.svg", "C%3A/drive.svg"):
        assert site.get(f"https://acme.example/{name}") is None, name
    assert [file.name for file in tmp_path.iterdir()] == ["site.zip"]


def test_a_zip_in_a_zip_is_only_a_file(pack: Pack) -> None:
    """A page in an inner archive is none of the outer one's."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("index.html", PAGE)
    with pytest.raises(InputError, match="There is no HTML page in"):
        open_site(pack({"inner.zip": inner.getvalue(), "readme.txt": "x"}))


def test_a_bomb_is_never_unpacked(pack: Pack) -> None:
    """A picture that would be a thousand times larger than it is packed is not there; as a page it is refused."""
    bomb = b" " * 4_900_000
    assert open_site(pack({"index.html": PAGE, "logo.svg": bomb})).get("https://acme.example/logo.svg") is None
    with pytest.raises(InputError, match="cannot be read"):
        open_site(pack({"index.html": bomb}))


def test_all_files_together_have_a_limit(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many files of an allowed size do not add up without end."""
    monkeypatch.setattr(zip_site, "UNPACKED", 1000)
    site = open_site(pack({"index.html": PAGE} | {f"{number}.css": f"/* {'x' * 300} */" for number in range(9)}))
    found = [site.get(f"https://acme.example/{number}.css", "style") is not None for number in range(9)]
    assert found == [True, True, *7 * [False]]


def test_a_locked_zip_says_so(pack: Pack) -> None:
    """A password is not asked for; the sentence says what to do."""
    path = Path(pack({"index.html": PAGE}))
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02") + 8
    struct.pack_into("<H", data, at, struct.unpack_from("<H", data, at)[0] | 1)
    path.write_bytes(data)
    with pytest.raises(InputError, match="is locked with a password") as caught:
        open_site(str(path))
    assert caught.value.advice


def test_too_many_files_are_refused(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """The directory is counted before it is read."""
    monkeypatch.setattr(zip_site, "MOST_FILES", 3)
    with pytest.raises(InputError, match="holds more than 3 files"):
        open_site(pack({"index.html": PAGE, **{f"{number}.txt": "x" for number in range(3)}}))


def test_damaged_zips_are_one_sentence(pack: Pack) -> None:
    """Wherever it is cut or scratched, a zip gives a site or an InputError."""
    path = Path(pack({"index.html": PAGE, "files/logo.svg": LOGO}))
    whole = path.read_bytes()
    for end in range(4, len(whole), 7):
        path.write_bytes(whole[:end])
        with pytest.raises(InputError):
            open_site(str(path))
    refused = 0
    for at in range(4, len(whole), 5):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        try:
            open_site(str(path)).get("https://acme.example/files/logo.svg")
        except InputError:
            refused += 1
    assert 0 < refused < len(whole) // 5


def test_a_zip_of_hundreds_of_megabytes_is_refused(tmp_path: Path) -> None:
    """The size is looked at before the file is held in memory."""
    with (tmp_path / "big.zip").open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(300_000_000)
    with pytest.raises(InputError, match="has more than 50 MB"):
        open_site(str(tmp_path / "big.zip"))
