"""The key of a virtual screen: without it any user of this computer could look at the mails."""

from __future__ import annotations

import os
import struct
from pathlib import Path

SIZE = "4000x4000x16"  # as large as the largest viewport that a profile may have
_ANY_DISPLAY = 0xFFFF  # the family of addresses that fits all (Xau library, FamilyWild)
_SCHEME = b"MIT-MAGIC-COOKIE-1"


def write_key(path: Path) -> None:
    """Write a new key for the server and its clients to read, in the format of ``.Xauthority``."""
    fields = (b"", b"", _SCHEME, os.urandom(16))
    entry = struct.pack(">H", _ANY_DISPLAY) + b"".join(struct.pack(">H", len(field)) + field for field in fields)
    path.touch(mode=0o600)
    path.write_bytes(entry)
