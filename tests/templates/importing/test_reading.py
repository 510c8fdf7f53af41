"""Whatever file is dropped on the window is read, or refused in one sentence."""

from __future__ import annotations

import contextlib
import os

import pytest

from templates.errors import InputError, MailwrightError, StorageError
from templates.importing.blocked import DEEPEST
from templates.importing.reading import MOST, read_source
from templates.importing.writing import import_file

PAGE = "<html><body><p>Été à Łódź</p></body></html>"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (PAGE.encode(), "Été à Łódź"),
        (b"\xef\xbb\xbf" + PAGE.encode(), "Été à Łódź"),
        (PAGE.encode("utf-16"), "Été à Łódź"),
        ('<meta charset="iso-8859-2"><p>Łódź</p>'.encode("iso-8859-2"), "Łódź"),
        ('<?xml version="1.0" encoding="windows-1252"?><p>Été</p>'.encode("cp1252"), "Été"),
        ("<p>Été – 30 €</p>".encode("cp1252"), "Été – 30 €"),
    ],
)
def test_encodings_are_told_by_their_signs(put, data, words):
    """Byte order mark, declaration, then UTF-8, then what Windows wrote."""
    source = read_source(put("page.html", data))
    assert words in source.text
    assert not source.text.startswith("\ufeff")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x89PNG\r\n\x1a\n....", "no text"),
        (b"PK\x03\x04 a zip", "no text"),
        (b"<html>\0\0\0<body>", "no text"),
        (b"", "no mail"),
        (b"Dear all, plain words.", "no mail"),
        (b"<p>" + b"x" * MOST, "too large"),
    ],
)
def test_what_is_no_mail_is_refused(put, data, told):
    """One sentence says why."""
    with pytest.raises(InputError, match=told):
        read_source(put("page.html", data))


def test_a_missing_file_is_told(tmp_path):
    """And so is one that would never end."""
    with pytest.raises(StorageError, match="does not exist"):
        read_source(tmp_path / "none.html")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in its file system")
def test_a_pipe_is_not_waited_for(tmp_path):
    """Reading one would block for ever."""
    os.mkfifo(tmp_path / "pipe.html")
    with pytest.raises(StorageError, match="does not exist"):
        read_source(tmp_path / "pipe.html")


@pytest.mark.parametrize(("ending", "opening"), [("html", "<div>"), ("mjml", "<mj-wrapper>")])
def test_bombs_of_elements_are_refused(put, ending, opening):
    """What nests deeper than any mail is no mail; it is told at once."""
    path = put(f"bomb.{ending}", "<mjml><mj-body>" * (ending == "mjml") + opening * (4 * DEEPEST))
    with pytest.raises(InputError, match="nested too deeply"):
        import_file(path, name="n")


@pytest.mark.parametrize(
    "text",
    [
        "<p>" + "<!--" * 20_000,
        "<p>" + '<a href="' * 20_000,
        "<p " + "a=" * 50_000,
        "<p>" + "{%" * 20_000,
        "<p>" + "&" * 100_000,
        "<p>" + "data:image/png;base64," * 5_000,
        "<style>" + "@media x {" * 5_000,
        "<p style='" + "a:b;" * 20_000 + "'>x</p>",
        "<div style='display:none'>" + "&nbsp;" * 20_000 + "x</div><p>y</p>",
    ],
)
def test_hostile_text_ends_in_time(put, text):
    """Import or refusal in one sentence: nothing hangs, and nothing of a library comes through."""
    path = put("page.html", text)
    with contextlib.suppress(MailwrightError):
        assert import_file(path, name="n").text
