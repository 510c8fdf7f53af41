"""The doctype changes nothing: the layout is the same with any and with none."""

from __future__ import annotations

from collections.abc import Iterable

from renderers.clients.change import Change
from renderers.clients.mail import Mail
from renderers.clients.stage import Settings, Stage


class Doctype(Settings):
    """``always``: the doctype by which every mail is laid out."""

    always: str = ""


def apply(mail: Mail, settings: Doctype) -> Iterable[Change]:
    """Give the mail this doctype, so that the engine of the preview is in no other mode."""
    if not settings.always or mail.doctype.lower() == settings.always.lower():
        return
    mail.doctype = settings.always
    yield mail.change("word-doctype.always", "The doctype has no effect on the layout.")


STAGE = Stage("word-doctype", Doctype, apply)
