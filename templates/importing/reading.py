"""Reading a file that somebody wants to import: its text, whatever its encoding, or one sentence why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from templates.brand.opening.encoding import decoded, is_binary
from templates.errors import InputError
from templates.files import storage_errors

MOST = 3 * 1024**2  # bytes; a mail that arrives whole has a thirtieth of that
_MJML = re.compile(r"<mj(?:ml|-[a-z]+)[\s/>]", re.IGNORECASE)
_HTML = re.compile(r"<(?:html|body|head|table|div|p|td|center|span|a|img|h[1-6]|style)[\s/>]", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """A file's text; ``is_mjml`` tells it from HTML."""

    path: Path
    text: str
    is_mjml: bool


def read_source(path: Path) -> Source:
    """Read a file to import. Raises InputError when it is too large or no mail, StorageError."""
    data = read_limited(path, MOST)
    if is_binary(data):
        raise InputError(
            "This file is no text: it holds a picture, an archive or a program.",
            advice="Choose an .mjml or .html file.",
            place=path,
        )
    text = decoded(data)
    is_mjml = bool(_MJML.search(text))
    if not is_mjml and not _HTML.search(text):
        raise InputError("There is no mail in this file.", advice="Choose an .mjml or .html file.", place=path)
    return Source(path, text.removeprefix("\ufeff").replace("\0", ""), is_mjml)


def read_limited(path: Path, most: int) -> bytes:
    """Return the bytes of ``path``. Raises InputError when there are more than ``most``, StorageError."""
    with storage_errors(path):
        if not path.is_file():  # a pipe or a device would block whoever reads it
            raise FileNotFoundError(path)
        with path.open("rb") as file:
            data = file.read(most + 1)
    if len(data) > most:
        raise InputError(
            "This file is too large: at most {most} MB are read.", place=path, most=f"{most / 1024**2:.3g}"
        )
    return data
