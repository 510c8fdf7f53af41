"""The characters that a mail may hold."""

from __future__ import annotations

import re

# What XML and HTML forbid, half surrogates too: lxml raises at some and ends the text at others.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain_lines(text: str) -> str:
    """Return ``text`` with line feeds for line ends (Jinja counts nothing else) and printable characters."""
    return printable(text.replace("\r\n", "\n").replace("\r", "\n"))


def printable(text: str) -> str:
    """Return ``text`` with U+FFFD for each character that no mail may hold; places stay where they are."""
    return _FORBIDDEN.sub("\ufffd", text)
