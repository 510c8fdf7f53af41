"""A page that follows a mail while it is edited: loaded once, changed in place from then on."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWebChannel import QWebChannel

from desktop.web.bridge import Bridge, Message
from desktop.web.clean import Cleaner
from desktop.web.page import CanvasPage
from desktop.web.piece_range import changed_range
from desktop.web.scheme import MailScheme, Page
from desktop.web.scheme_emulation import Scheme, pieces_in_scheme
from desktop.web.scripts import WORLD, canvas_script
from renderers.render.images import Image


@dataclass(frozen=True)
class _Mail:
    """A mail ready for the page: pieces without comments, in the chosen scheme."""

    revision: int
    pieces: tuple[str, ...]
    images: Mapping[str, Image] = field(repr=False)


class LivePage(QObject):
    """Keeps ``page`` showing the newest mail."""

    shown = Signal(int)
    """The mail of this revision is in the page and laid out."""
    ready = Signal()
    """A new document is there; what was drawn above the one before is gone."""

    def __init__(self, page: CanvasPage, scheme: MailScheme) -> None:
        super().__init__(page)
        self._page, self._scheme_handler = page, scheme
        self.bridge = Bridge(self)
        self.bridge.told.connect(self._told)
        # The mail cannot know it, and so cannot write comments that look like ours.
        marker = f"mw-{secrets.token_hex(8)}"
        self._comment = f"<!--{marker}-->"
        self._channel = QWebChannel(self)
        self._channel.registerObject("bridge", self.bridge)
        page.setWebChannel(self._channel, WORLD)
        page.scripts().insert(canvas_script(marker))
        self._cleaner = Cleaner()
        self._wanted: _Mail | None = None
        self._in_page: _Mail | None = None
        self._address = ""
        self.is_ready = False

    def show_mail(self, pieces: Sequence[str], images: Mapping[str, Image], revision: int, scheme: Scheme) -> None:
        """Show a mail; the page changes only where it differs from the one that is shown."""
        cleaned = self._cleaner.clean(pieces)
        self._wanted = _Mail(revision, pieces_in_scheme(cleaned, scheme), images)
        self._scheme_handler.serve_images(images)
        if self._in_page is None:
            self._load()
        elif self.is_ready:
            self._morph()

    def run(self, code: str, answer: Callable[[object], None] | None = None) -> None:
        """Run our own code in our own world; ``answer`` gets its value (no lists: send them as JSON)."""
        if not shiboken6.isValid(self._page):  # the window is closing
            return
        if answer is None:
            self._page.runJavaScript(code, WORLD)
        else:
            self._page.runJavaScript(code, WORLD, answer)

    def call(self, function: str, *arguments: object) -> None:
        """Call ``mw.<function>`` with these arguments."""
        self.run(f"mw.{function}({', '.join(map(_literal, arguments))})")

    def forget(self, *, blank: bool = True) -> None:
        """Load the next mail anew; show nothing until then, or (not ``blank``) what is there."""
        self._wanted = self._in_page = None
        self.is_ready = False
        if blank:
            self._open(Page())

    def _load(self) -> None:
        mail = self._wanted
        if mail is not None:
            self.is_ready = False
            self._in_page = mail
            self._open(Page(self._whole(mail), mail.images))

    def _open(self, page: Page) -> None:
        if not shiboken6.isValid(self._page):
            return
        address = self._scheme_handler.serve(page)
        self._address = address.toString()
        self._page.setUrl(address)

    def _told(self, message: Message) -> None:
        # A document that was left before it was ready may still say so.
        if message.kind != "ready" or self._in_page is None or message.text("address") != self._address:
            return
        self.is_ready = True
        self.ready.emit()
        self.shown.emit(self._in_page.revision)
        self._morph()

    def _morph(self) -> None:
        before, after = self._in_page, self._wanted
        if before is None or after is None or before is after:
            return
        self._in_page = after
        self._send(after, self._change(before, after))

    def _change(self, before: _Mail, after: _Mail) -> dict[str, object]:
        """What to tell the page: only the pieces that differ, if there are any."""
        if min(len(before.pieces), len(after.pieces)) < 2:
            return {"whole": self._whole(after)}
        change: dict[str, object] = {}
        if before.pieces[0] != after.pieces[0] or before.pieces[-1] != after.pieces[-1]:
            change["frame"] = self._joined((after.pieces[0], "", after.pieces[-1]))
        found = changed_range(before.pieces[1:-1], after.pieces[1:-1])
        if not found.is_empty:
            html = "".join(f"{self._comment}{piece}" for piece in found.added)
            change |= {"first": found.first, "removed": found.removed, "html": html}
        return change

    def _send(self, mail: _Mail, change: dict[str, object]) -> None:
        address = self._address

        def answered(done: object) -> None:
            newest = self._in_page
            if address != self._address or newest is None:
                return
            if done is True:
                self.shown.emit(mail.revision)
            elif "whole" in change:
                self._load()
            else:  # other changes may have been sent meanwhile, and they could not be made either
                self._send(newest, {"whole": self._whole(newest)})

        self.run(f"mw.morph({_literal(change)})", answered)

    def _whole(self, mail: _Mail) -> str:
        return self._joined(mail.pieces)

    def _joined(self, pieces: Sequence[str]) -> str:
        return self._comment.join(pieces)


def _literal(value: object) -> str:
    return json.dumps(value)
