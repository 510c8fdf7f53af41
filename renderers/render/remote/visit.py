"""Fetching what the mails of a run name: each address once, safely, within limits. What fails is a missing picture."""

from __future__ import annotations

import asyncio
import codecs
import threading
import time
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from renderers.render.images import load_image, remote_name
from renderers.render.remote import css, markup
from renderers.render.remote.addresses import asked_for, served
from renderers.render.remote.files import NOTHING, RemoteFiles
from renderers.render.remote.shelf import FAILED_S, FRESH_S, Fetched, Shelf
from renderers.render.remote.wanted import Kind, Wanted
from templates.brand.opening.fetch import Answer
from templates.errors import Cancelled, LimitError, MailwrightError

WAIT_S = 20.0  # for one file, its turn and what it brings along included
MOST_FILES = 150
MOST_BYTES = 60_000_000
PATIENCE_S = 4.0  # a host that failed after that long is not asked for its other files
MOST_HELD = 2 * MOST_BYTES  # of one mail's files while it is not yet known which of them may be shown
MOST_IMPORTS = 2  # a style sheet that is imported by one that is imported

_FAMILIES: Mapping[Kind, str] = {"image": "image/", "font": "font/", "style": "text/css"}

Fetch = Callable[[Wanted, threading.Event], Answer]
"""Gets one file, in a thread. Raises FetchError, and Cancelled once the event is set."""


@dataclass(frozen=True)
class _Arrived:
    """A file and what it brought along: by what name it is served, and the bytes of all."""

    name: str
    data: Mapping[str, bytes]
    missing: tuple[str, ...] = field(default=())


class _Allowance:
    """What the files of one mail may still cost, those that its style sheets bring along included."""

    def __init__(self) -> None:
        self.files = MOST_FILES
        self.bytes = MOST_HELD


class Visit:
    """Fetches for one run, whose mails mostly name the same files."""

    def __init__(self, shelf: Shelf, fetch: Fetch, threads: ThreadPoolExecutor, private: Collection[str] = ()) -> None:
        self._shelf = shelf
        self._fetch = fetch
        self._threads = threads
        self._stop = threading.Event()
        self._private = private
        self._silent: set[str | None] = set()  # hosts that let us wait
        self._fetching: dict[Wanted, asyncio.Task[Fetched]] = {}
        self._arriving: dict[tuple[Wanted, bool], asyncio.Task[_Arrived | None]] = {}

    async def files_of(self, *mails: str, fonts: bool = True) -> RemoteFiles:
        """Return what these mails name, once all of it came or failed; without ``fonts`` for who loads none."""
        asked = [each for mail in mails for each in await asyncio.to_thread(_asked_by, mail)]
        asked = [each for each in dict.fromkeys(asked) if fonts or each.kind != "font"]
        if not asked:
            return NOTHING
        allowance = _Allowance()
        arrivals = (self._arrival(each, fonts, allowance) for each in asked[:MOST_FILES])
        arrived = await asyncio.gather(*map(asyncio.shield, arrivals))
        return _together(asked, [*arrived, *[None] * (len(asked) - len(arrived))])

    def stop(self) -> None:
        """Nobody waits any more."""
        self._stop.set()
        for task in (*self._arriving.values(), *self._fetching.values()):
            task.cancel()

    def _arrival(self, asked: Wanted, fonts: bool, allowance: _Allowance) -> asyncio.Task[_Arrived | None]:
        if (asked, fonts) not in self._arriving:
            self._arriving[asked, fonts] = asyncio.create_task(self._in_time(asked, fonts, allowance))
        return self._arriving[asked, fonts]

    async def _in_time(self, asked: Wanted, fonts: bool, allowance: _Allowance) -> _Arrived | None:
        try:
            async with asyncio.timeout(WAIT_S):
                return await self._arrived(asked, fonts, allowance, ())
        except TimeoutError:
            return None

    async def _arrived(
        self, asked: Wanted, fonts: bool, allowance: _Allowance, importers: tuple[str, ...]
    ) -> _Arrived | None:
        """Return a file that may be shown; ``importers`` are the style sheets that led to it."""
        fetched = await asyncio.shield(self._fetched(asked, allowance))
        if fetched.data is None:
            return None
        if asked.kind == "style":
            return await self._sheet(fetched, fetched.data, fonts, allowance, (*importers, asked.url))
        name = await asyncio.to_thread(_name_if_showable, asked.kind, fetched.data)
        return _Arrived(name, {name: fetched.data}) if name else None

    async def _sheet(
        self, fetched: Fetched, data: bytes, fonts: bool, allowance: _Allowance, importers: tuple[str, ...]
    ) -> _Arrived | None:
        """A style sheet with what it names: fonts, pictures, further sheets unless they lead in a circle."""
        text = _text(data, fetched.charset)
        asked = await asyncio.to_thread(asked_for, css.answered, text, fetched.url)
        left_out = {"font"} if not fonts else set[str]()
        if len(importers) > MOST_IMPORTS:
            left_out.add("style")
        asked = [each for each in asked if each.kind not in left_out and each.url not in importers]
        come = (self._arrived(each, fonts, allowance, importers) for each in asked[:MOST_FILES])
        arrived = await asyncio.gather(*come)
        files = _together(asked, [*arrived, *[None] * (len(asked) - len(arrived))])
        text = await asyncio.to_thread(served, css.answered, text, files.names, fetched.url)
        # With a mark that says it is UTF-8, whatever the sheet says of itself.
        made = text.encode("utf-8-sig", errors="replace")
        name = await asyncio.to_thread(_name_if_showable, "style", made)
        return _Arrived(name, {**files.data, name: made}, files.missing) if name else None

    def _fetched(self, asked: Wanted, allowance: _Allowance) -> asyncio.Task[Fetched]:
        if asked not in self._fetching:
            self._fetching[asked] = asyncio.create_task(self._in_thread(asked, allowance))
        return self._fetching[asked]

    async def _in_thread(self, asked: Wanted, allowance: _Allowance) -> Fetched:
        allowance.files -= 1
        if allowance.files < 0:
            return Fetched(asked.url, None)
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._allowed, asked, allowance)

    def _allowed(self, asked: Wanted, allowance: _Allowance) -> Fetched:
        if allowance.bytes <= 0:
            return Fetched(asked.url, None)
        fetched = self._from_shelf_or_web(asked)
        allowance.bytes -= len(fetched.data or b"")
        return fetched if allowance.bytes >= 0 else Fetched(asked.url, None)

    def _from_shelf_or_web(self, asked: Wanted) -> Fetched:
        if any(text in unquote(asked.url).casefold() for text in self._private):
            return Fetched(asked.url, None)
        known = self._shelf.get(_kept_as(asked))
        if known:
            return known
        host, started = urlsplit(asked.url).hostname, time.monotonic()
        if host in self._silent:
            return self._failed(asked)
        try:
            answer = self._fetch(asked, self._stop)
        except Cancelled:
            return Fetched(asked.url, None)
        except MailwrightError:
            if time.monotonic() - started >= PATIENCE_S:
                self._silent.add(host)
            return self._failed(asked)
        fetched = Fetched(answer.url, answer.data, answer.charset)
        self._shelf.put(_kept_as(asked), fetched)
        return fetched

    def _failed(self, asked: Wanted) -> Fetched:
        """What came some other day is better than nothing; either way the server is left alone for a while."""
        old = self._shelf.get(_kept_as(asked), stale=True)
        if old:
            self._shelf.put(_kept_as(asked), old, age=FRESH_S - FAILED_S)
            return old
        nothing = Fetched(asked.url, None)
        self._shelf.put(_kept_as(asked), nothing)
        return nothing


def _kept_as(asked: Wanted) -> str:
    """What was a picture may be too large for a style sheet, and the other way round."""
    return asked.url if asked.kind == "image" else f"{asked.kind} {asked.url}"


@lru_cache(maxsize=128)
def _asked_by(mail: str) -> tuple[Wanted, ...]:
    """Look through a mail once, however often it is asked about."""
    return tuple(asked_for(markup.answered, mail))


def _together(asked: list[Wanted], arrived: list[_Arrived | None]) -> RemoteFiles:
    """Gather what came, up to ``MOST_BYTES``."""
    names: dict[Wanted, str] = {}
    data: dict[str, bytes] = {}
    missing: list[str] = []
    size = 0
    for each, file in zip(asked, arrived, strict=True):
        new = {} if file is None else {name: held for name, held in file.data.items() if name not in data}
        size += sum(map(len, new.values()))
        if file is None or size > MOST_BYTES:
            missing.append(each.url)
            continue
        names[each] = file.name
        data |= new
        missing += file.missing
    return RemoteFiles(names, data, tuple(dict.fromkeys(missing)))


def _text(sheet: bytes, charset: str) -> str:
    """Read a style sheet: by its byte order mark, else by what the server said, else as UTF-8."""
    if sheet.startswith(codecs.BOM_UTF8):
        charset = "utf-8-sig"
    try:
        return sheet.decode(charset or "utf-8", errors="replace")
    except LookupError:
        return sheet.decode("utf-8", errors="replace")


def _name_if_showable(kind: Kind, data: bytes) -> str:
    """Return by what name a file is served; "" for one that no page gets, such as a picture too large."""
    name = remote_name(data, is_sheet=kind == "style")
    try:
        media_type = load_image(name, data).media_type
    except LimitError:
        return ""
    return name if media_type.startswith(_FAMILIES[kind]) else ""
