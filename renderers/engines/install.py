"""Adds a browser: runs Playwright's own installer, which fetches its build for this system (100 to 200 MB)."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Callable, Sequence
from typing import cast

from renderers.engines.offers import NAMES
from renderers.engines.processes import kill_tree
from templates.errors import EngineError, InputError

INSTALLER = (sys.executable, "-m", "playwright", "install")

_PERCENT = re.compile(r"(\d+)% of ")
_STYLE = re.compile(r"\x1b\[[\d;]*m")
_REASON = re.compile(r"Error: (.+)")


async def install(kind: str, on_line: Callable[[str], None], installer: Sequence[str] = INSTALLER) -> None:
    """Run the installer for a kind of engine and hand over each line that it says. Ends it when it is cancelled.

    Raises InputError for a kind that it does not know, EngineError with what it said when it fails.
    """
    name = name_of(kind)
    process = await _started(*installer, kind)
    try:
        reason = await _listened(cast(asyncio.StreamReader, process.stdout), on_line)
        status = await process.wait()
    except BaseException:
        await asyncio.to_thread(kill_tree, process.pid)
        await process.wait()
        raise
    if status:
        reason = (reason or f"exitCode={status}").rstrip(".")
        raise EngineError(
            "{name} could not be added: {reason}.",
            advice="Is this computer connected to the internet? Then try again.",
            name=name,
            reason=reason,
        )


def name_of(kind: str) -> str:
    """Return what people call a kind of engine that can be added. Raises InputError for any other."""
    if kind not in NAMES:
        known = ", ".join(NAMES)
        raise InputError("There is no engine {kind} to add.", advice="Known: {known}.", kind=kind, known=known)
    return NAMES[kind]


async def _started(*command: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={**os.environ, "NO_COLOR": "1"},
        start_new_session=True,  # Ctrl+C reaches us, and we end it with everything that it started
    )


async def _listened(said: asyncio.StreamReader, on_line: Callable[[str], None]) -> str:
    """Hand over the lines; return the first reason among them, which the later ones only wrap."""
    reason = ""
    async for raw in said:
        line = _STYLE.sub("", raw.decode(errors="replace")).rstrip()
        if found := _REASON.match(line):
            reason = reason or found[1]
        on_line(line)
    return reason


def percent(line: str) -> int | None:
    """Return how much of a download is here, where a line of the installer says so."""
    found = _PERCENT.search(line)
    return int(found[1]) if found else None
