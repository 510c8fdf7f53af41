"""A client of Marionette, Gecko's remote control: numbered JSON messages over a socket of this computer.

Protocol 3 (Firefox source docs, "Marionette protocol"): each message is ``<length>:<JSON>``; a command is
``[0, id, name, parameters]`` and its answer ``[1, id, error, result]``.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
from typing import Any

from renderers.engines import PageLostError

COMMAND, ANSWER = 0, 1
BUFFER_BYTES = 1 << 26  # a picture is one message of some megabytes
SCRIPT_TIMEOUT_MS = 60_000  # the pool holds the deadline


class Marionette:
    """An open session in the program's privileged context. Several calls may be under way at once."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self.gone = asyncio.Event()
        """Set once the program hung up."""
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    async def connect(cls, port: int) -> Marionette:
        """Open a session and shut the door behind it: no other program of this computer gets one.

        Raises OSError, PageLostError.
        """
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=BUFFER_BYTES)
        session = cls(reader, writer)
        try:
            await session.command("WebDriver:NewSession", timeouts={"script": SCRIPT_TIMEOUT_MS})
            await session.command("Marionette:AcceptConnections", value=False)
            await session.command("Marionette:SetContext", value="chrome")
        except BaseException:
            await session.close()
            raise
        return session

    async def command(self, name: str, **parameters: Any) -> Any:
        """Give one command and return its result. Raises PageLostError: refused, failed, or the program hung up."""
        if self.gone.is_set():
            raise PageLostError("it went away")
        number = next(self._numbers)
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            text = json.dumps([COMMAND, number, name, parameters]).encode()
            self._writer.write(b"%d:%s" % (len(text), text))
            await self._writer.drain()
            return await answer
        except OSError as error:
            raise PageLostError(str(error)) from error
        finally:
            del self._waiting[number]

    async def run(self, script: str, *arguments: Any) -> Any:
        """Run the body of a function in the program and return what it returns, or what its promise comes to.

        All runs share one global object. Raises PageLostError with the script's error.
        """
        answer = await self.command(
            "WebDriver:ExecuteScript", script=script, args=list(arguments), newSandbox=False, sandbox="mailwright"
        )
        return answer["value"]

    async def close(self) -> None:
        """Hang up; first of all, because whoever waits for the rest may be stopped."""
        self._writer.close()
        self._listening.cancel()
        await asyncio.gather(self._listening, return_exceptions=True)
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()

    async def _listen(self) -> None:
        try:
            while True:
                length = await self._reader.readuntil(b":")
                message = json.loads(await self._reader.readexactly(int(length[:-1])))
                if isinstance(message, list) and message[0] == ANSWER:  # the first message is a greeting
                    self._settle(*message[1:])
        except (OSError, EOFError, ValueError):
            pass  # hung up, or speaks nonsense: the same to us
        finally:
            self.gone.set()
            for answer in self._waiting.values():
                if not answer.done():
                    answer.set_exception(PageLostError("it went away"))

    def _settle(self, number: int, error: dict[str, str] | None, result: Any) -> None:
        answer = self._waiting.get(number)
        if answer is None or answer.done():
            return  # whoever asked has given up
        if error:
            answer.set_exception(PageLostError(error["message"]))
        else:
            answer.set_result(result)
