"""A mail as a client shows it, as one page for the user's browser: with its pictures inside, and walled in."""

from __future__ import annotations

import asyncio
import base64
import re
from collections.abc import Mapping

from renderers.mails import build_template, mails_of
from renderers.proofs.proof import Shot
from renderers.render.cast import STAND_IN, Cast
from renderers.render.images import Image
from renderers.render.isolation import with_policy
from templates.errors import MailwrightError
from templates.workspace import Workspace


async def client_page(workspace: Workspace, shot: Shot) -> str:
    """Return what the client of ``shot`` makes of the mail as it stands now.

    It asks for nothing outside and runs no script. Raises MailwrightError when the mail cannot be built.
    """
    with mails_of(workspace, None, build_template) as mails:
        proof, mail = await mails.prepared(shot)
        if mail is None:
            raise proof.error or MailwrightError("There is no mail.")
        job = mail.job(Cast(STAND_IN, "", proof.fidelity))
        served = await asyncio.to_thread(lambda: job.served)
        return with_policy(_embedded(job.html, served))


def _embedded(html: str, images: Mapping[str, Image]) -> str:
    """Put each picture in place of its address."""
    known = {address: _data_uri(image) for address, image in images.items() if image.media_type}
    if not known:
        return html
    longest_first = sorted(known, key=len, reverse=True)  # one address may begin like another
    return re.sub("|".join(map(re.escape, longest_first)), lambda found: known[found[0]], html)


def _data_uri(image: Image) -> str:
    return f"data:{image.media_type};base64,{base64.b64encode(image.data).decode()}"
