"""Thunderbird itself: it opens the mail as a message from disk, and the picture is that of its message pane."""

from __future__ import annotations

import asyncio
import itertools
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from renderers.engines import Capabilities
from renderers.engines.fonts import font_set_id
from renderers.engines.gecko import program
from renderers.engines.gecko.locate import locate_thunderbird
from renderers.engines.gecko.preferences import Preferences
from renderers.engines.locate import Browser
from renderers.engines.offers import Offer
from renderers.render.job import Picture, RenderJob

MESSAGES = (program.FOLDER / "messages.js").read_text("utf-8")

_PREFERENCES: Preferences = {
    # No account, no question, no page of news; nothing of the user's is looked at.
    "app.donation.eoy.version.viewed": 999,
    "mail.provider.suppress_dialog_on_startup": True,
    "mail.rights.version": 1,
    "mail.shell.checkDefaultClient": False,
    "mail.spotlight.enable": False,
    "mail.winsearch.enable": False,
    "mailnews.start_page.enabled": False,
    "mailnews.start_page_override.mstone": "ignore",
}
_AS_MESSAGE = "?type=application/x-message-display"


class ThunderbirdEngine:
    """Launches the Thunderbird found by ``locate_thunderbird``. Raises BrowserMissingError when there is none.

    It takes the mail as it is sent, because it does to it by itself what its profile says.
    """

    capabilities = Capabilities()

    def __init__(self, browser: Browser | None = None) -> None:
        self._browser = browser or locate_thunderbird()

    @property
    def identity(self) -> str:
        """Kind, version and fonts."""
        return f"{self._browser.kind} {self._browser.version} fonts {font_set_id()}"

    async def launch(self) -> ThunderbirdProcess:
        """Start one more Thunderbird; about 1.5 s, and half a second more for its first window."""
        return ThunderbirdProcess(await program.start(self._browser.path, _PREFERENCES, [MESSAGES]))

    async def close(self) -> None:
        """Nothing is shared."""


class ThunderbirdProcess(program.GeckoProcess):
    """One Thunderbird."""

    def __init__(self, started: program.Program) -> None:
        super().__init__(started)
        self._turn = asyncio.Lock()

    async def open_lane(self) -> ThunderbirdLane:
        """Return a lane; whether pictures from afar are shown is one setting of the program, so they take turns."""
        return ThunderbirdLane(self._program, self._turn)


class ThunderbirdLane:
    """A way to its message windows."""

    def __init__(self, owner: program.Program, turn: asyncio.Lock) -> None:
        self._program = owner
        self._turn = turn

    async def render(self, job: RenderJob) -> Picture:
        """Have it open the job's mail and take the picture of the whole message."""
        async with self._turn:
            return await self._program.picture(await asyncio.to_thread(_order, job, self._program.folder))

    async def close(self) -> None:
        """The windows stay with the program."""


_numbers = itertools.count(1)


def _order(job: RenderJob, folder: Path) -> dict[str, Any]:
    return {
        **program.order_of(job),
        "address": _on_disk(job.html, folder / f"{next(_numbers)}.eml"),
        "blank": _on_disk("<p></p>", folder / "blank.eml"),
        "remote": job.remote_images,
    }


def _on_disk(html: str, path: Path) -> str:
    """Write the mail as a message and return the address under which Thunderbird shows it."""
    message = EmailMessage()
    message["From"] = "sender@mail.invalid"
    message["To"] = "recipient@mail.invalid"
    message["Subject"] = path.stem
    message.set_content(html, subtype="html", cte="base64")
    path.write_bytes(bytes(message))
    return path.as_uri() + _AS_MESSAGE


OFFER = Offer("thunderbird", "Thunderbird", find=locate_thunderbird, make=ThunderbirdEngine, is_client=True, lanes=1)
