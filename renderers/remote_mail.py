"""A client's mail with what that client loads from the web."""

from __future__ import annotations

from dataclasses import replace

from renderers.clients.pipeline import steps_of
from renderers.clients.profile import Profile
from renderers.clients.stages.web_fonts import WebFonts
from renderers.render.mail_job import ClientMail
from renderers.render.remote.visit import Visit


async def with_remote(mail: ClientMail, visit: Visit | None) -> ClientMail:
    """Return the mail with the files that its client loads; without a visit, or without pictures, as it is.

    ``mail.remote.missing`` says what did not come. A program that is the client itself gets the mail as it is sent.
    """
    if visit is None or mail.mode == "images-off":
        return mail
    as_sent = [mail.html] if mail.profile.program else []
    return replace(mail, remote=await visit.files_of(mail.client.html, *as_sent, fonts=_loads_fonts(mail.profile)))


def _loads_fonts(shown: Profile) -> bool:
    """Whether the client loads fonts; in the mail's own sheets its stage sees to it, not in linked ones."""
    return not any(isinstance(settings, WebFonts) and settings.ignored for _, settings in steps_of(shown))
