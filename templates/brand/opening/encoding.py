"""The bytes of a page become text, by the signs that browsers go by."""

from __future__ import annotations

import codecs
import re

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"RIFF",
    b"MZ",
    b"\x7fELF",
    b"\0\0\x01\0",
)
#: The encodings of the web, by Python's names. Python knows others, which unpack, unescape or raise.
WEB = re.compile(
    r"utf-8|gbk|gb18030|big5(?:hkscs)?|euc_(?:jp|kr)|shift_jis|cp932|iso2022_jp|koi8-[ru]|mac-(?:roman|cyrillic)|"
    r"iso8859-\d+|cp125\d|cp8(?:66|74)|tis-620"
)
# Browsers read these labels as Windows-1252, and a declaration readable as ASCII cannot be UTF-16.
READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8", "gb2312": "gbk"}


def decoded(data: bytes, charset: str = "") -> str:
    """Text of a page or style sheet: byte order mark, then the answer's ``charset``, then what the page declares,

    then UTF-8, then Windows-1252. Never raises: bytes that do not fit become U+FFFD.
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    for name in (charset, _declared(data)):
        codec = _codec(name)
        if codec:
            return data.decode(codec, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text at all: a known file's first bytes, or zero bytes without a UTF-16 mark."""
    if data.startswith(MAGIC):
        return True
    return b"\0" in data[:1024] and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _declared(data: bytes) -> str:
    head = data[:4096]
    match = re.search(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)""", head, re.I)
    match = match or re.match(rb"""\s*<\?xml[^>]+encoding\s*=\s*["']([\w:-]+)""", head)
    match = match or re.match(rb"""@charset\s+["']([\w:-]+)""", head)
    return match[1].decode("ascii") if match else ""


def _codec(name: str) -> str:
    """Python's name of an encoding that pages may have; "" for any other label."""
    if not re.fullmatch(r"[A-Za-z][\w.:-]{1,30}", name, re.A):
        return ""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return ""
    codec = READ_AS.get(codec, codec)
    return codec if WEB.fullmatch(codec) else ""
