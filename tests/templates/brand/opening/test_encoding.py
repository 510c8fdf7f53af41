"""The bytes of a page become text."""

from __future__ import annotations

import codecs

import pytest

from templates.brand.opening.encoding import decoded, is_binary


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (b"caf\xc3\xa9", "", "café"),
        (b"caf\xe9", "", "café"),
        (b"caf\xe9", "iso-8859-1", "café"),
        (b"\x93quoted\x94", "latin-1", "“quoted”"),
        (b"<meta charset=windows-1251>\xc4\xe0", "", "<meta charset=windows-1251>Да"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">\x93\xfa', "", None),
        (codecs.BOM_UTF8 + "é".encode(), "latin-1", "é"),
        (codecs.BOM_UTF16_LE + "é".encode("utf-16-le"), "", "é"),
        (b"caf\xc3\xa9", "no-such-charset", "café"),
        (b"<meta charset=utf-16>caf\xc3\xa9", "", "<meta charset=utf-16>café"),
        (b"\xff\xfa\xfb", "utf-8", "\ufffd\ufffd\ufffd"),
    ],
)
def test_pages_are_read_as_browsers_read_them(data: bytes, charset: str, text: str | None) -> None:
    """Byte order mark, then the server's word, then the page's, then UTF-8, then Windows-1252; never an error."""
    found = decoded(data, charset)
    assert found == text if text is not None else found.endswith("日")


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"\x89PNG\r\n", b"PK\x03\x04", b"text\0more", b"\x1f\x8b\x08"])
def test_files_that_are_no_text_are_known(data: bytes) -> None:
    """Known first bytes, or a zero byte near the beginning."""
    assert is_binary(data)


def test_utf_16_is_text() -> None:
    """UTF-16 is full of zero bytes and yet a page."""
    assert not is_binary("<p>é</p>".encode("utf-16"))
    assert not is_binary(b"<p>x</p>")
