"""What cameras write into pictures and no reader of a mail should get: where it was taken, with what, by whom.

The picture itself stays byte for byte: only the segments (JPEG) or chunks (PNG) that hold such notes go.
"""

from __future__ import annotations

import struct

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_APP1, _APP13, _COMMENT, _SCAN = 0xE1, 0xED, 0xFE, 0xDA  # Exif and XMP, Photoshop's captions, a comment, the pixels
_PRIVATE_CHUNKS = {b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"}


def without_metadata(data: bytes) -> bytes:
    """Return a JPEG or PNG without its notes; anything else, and what is damaged, as it is.

    The orientation of a photograph is such a note too: turn the pixels first.
    """
    if data.startswith(_JPEG):
        return _jpeg(data)
    return _png(data) if data.startswith(_PNG) else data


def _jpeg(data: bytes) -> bytes:
    kept, place = [data[:2]], 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if marker == _SCAN or length < 2:
            break
        if marker not in {_APP1, _APP13, _COMMENT}:
            kept.append(data[place : place + 2 + length])
        place += 2 + length
    return b"".join([*kept, data[place:]])


def _png(data: bytes) -> bytes:
    kept, place = [data[:8]], 8
    while place + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        end = place + 12 + length
        if kind not in _PRIVATE_CHUNKS:
            kept.append(data[place:end])
        place = end
    return b"".join([*kept, data[place:]])
