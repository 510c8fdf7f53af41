"""The end of the body: browsers put what stands behind it into the body, a few clients do not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from renderers.clients.change import Change
from renderers.clients.html.marks import unmarked_offset
from renderers.clients.mail import Client
from renderers.clients.stage import Settings, TextStage
from renderers.clients.washtml.page import BODY_END

_END = re.compile(r"<!--.*?(?:-->|\Z)|(?P<end></body\s*+>)", re.DOTALL | re.IGNORECASE)
_REST = re.compile(r"(?:\s++|</html\s*+>|<!--.*?-->)*+\Z", re.DOTALL | re.IGNORECASE)


class BodyEnd(Settings):
    """``obeyed``: what stands behind the body's end tag stays outside of the body."""

    obeyed: bool = False


def apply(text: str, settings: BodyEnd, client: Client) -> tuple[str, Iterable[Change]]:
    """Write a note where the body ends, for the stage that builds the page."""
    end = next((match for match in _END.finditer(text) if match["end"]), None) if settings.obeyed else None
    if end is None:
        return text, ()
    changes = []
    if not _REST.match(text, end.end()):
        changes.append(
            client.change(
                "body-end.obeyed",
                "What stands behind the body's end stays outside of it: no rule of a style block applies to it.",
                at=unmarked_offset(text, end.start()),
                element="body",
            )
        )
    return f"{text[: end.start()]}<!--{BODY_END}-->{text[end.end() :]}", changes


STAGE = TextStage("body-end", BodyEnd, apply)
