"""Moving pictures that stand still on their first frame.

A picture inside the mail is exchanged here; one with an address is marked ``data-still``, and whoever serves the
pictures serves its ``first_frame``.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable
from functools import lru_cache

from renderers.clients.change import Change
from renderers.clients.first_frame import first_frame
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage

MARK = "data-still"

_EMBEDDED = re.compile(r"data:image/(?:gif|png|apng);base64,", re.IGNORECASE)


class Still(Settings):
    """``endings`` of addresses (``.gif``) whose pictures stand still; one without any known ending may be such, too."""

    endings: tuple[str, ...] = ()


def apply(mail: Mail, settings: Still) -> Iterable[Change]:
    """Mark or exchange the pictures."""
    if not settings.endings:
        return
    for image in mail.root.iter("img", "input"):
        source = image.get("src", "")
        if _EMBEDDED.match(source):
            frozen = _frozen(source)
            if frozen != source:
                image.set("src", frozen)
                yield mail.change("still.endings", "The moving picture stands still on its first frame.", image)
        elif MARK not in image.attrib and _may_move(source, settings.endings):
            image.set(MARK, "")
            yield mail.change("still.endings", "If the picture moves, only its first frame is shown.", image)


def _may_move(source: str, endings: tuple[str, ...]) -> bool:
    path = re.split("[?#]", source, maxsplit=1)[0].lower()
    return path.endswith(endings)


@lru_cache(maxsize=32)
def _frozen(source: str) -> str:
    _header, _comma, text = source.partition(",")
    try:
        data = base64.b64decode(re.sub(r"%[0-9a-fA-F]{2}|\s", "", text), validate=False)
    except binascii.Error:
        return source
    frame = first_frame(data)
    return source if frame == data else f"data:image/png;base64,{base64.b64encode(frame).decode()}"


STAGE = Stage("still", Still, apply)
