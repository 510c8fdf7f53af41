"""The page's own doctype, which a mail is read and laid out by wherever a client puts mails into its page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from renderers.clients.change import Change
from renderers.clients.mail import Client
from renderers.clients.stage import Settings, TextStage

_DOCTYPE = re.compile(r"\s*+((?:<!--.*?-->\s*+)*+)<!doctype[^>]*+>", re.IGNORECASE | re.DOTALL)


class Doctype(Settings):
    """``written`` stands in place of the mail's doctype; empty: that stays."""

    written: str = ""


def apply(text: str, settings: Doctype, client: Client) -> tuple[str, Iterable[Change]]:
    """Write the page's doctype."""
    match = _DOCTYPE.match(text)
    if not settings.written or (match and match[0] == settings.written):
        return text, ()
    rest = f"{match[1]}{text[match.end() :]}" if match else text
    change = client.change(
        "doctype.written",
        "The mail is laid out by the doctype of the page around it, {doctype}.",
        doctype=settings.written,
    )
    return settings.written + rest, [change]


STAGE = TextStage("doctype", Doctype, apply)
