"""An open inspector: numbered commands to one page, their answers, and what happens in the page.

WebKit shows a page through *targets*: a document of another site may come in a process of its own, as a second target
that takes the first one's place once it is there. Commands and answers are JSON texts inside messages to a target.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

from renderers.engines import PageLostError
from renderers.engines.inspector.websocket import WebSocket

Parameters = Mapping[str, Any]
SWAP_TIMEOUT_S = 3.0
NUDGE_EVERY_S = 0.003


class Session:
    """The inspector of one page. ``handlers`` are called with the parameters of the events that they are named for."""

    def __init__(self, connection: WebSocket) -> None:
        self._connection = connection
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._target = ""
        self._there = asyncio.Event()
        self._moving = asyncio.Event()
        self._swapped = asyncio.Event()
        self.handlers: dict[str, Callable[[Parameters], None]] = {}
        self.gone = asyncio.Event()
        """Set once the page or the browser went away."""
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    async def connect(cls, port: int, path: str) -> Session:
        """Open the inspector of the page with this path. Raises PageLostError."""
        try:
            session = cls(await WebSocket.connect(port, path))
        except OSError as error:
            raise PageLostError(str(error)) from error
        try:
            await session.until(session._there)
        except BaseException:
            await session.close()
            raise
        return session

    async def settled(self) -> None:
        """Wait until a new window has moved to a process of its own, as it does within some milliseconds.

        One that does not begin to move has moved already; a busy machine may take long over it.
        """
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SWAP_TIMEOUT_S):
                await self.until(self._moving)
        if self._moving.is_set():
            await self.until(self._swapped)

    def stay(self) -> None:
        """From now on the page stays in this target: another site's document is held before its first request."""
        self._send("Target.setPauseOnStart", {"pauseOnStart": True})

    async def command(self, method: str, **parameters: Any) -> Any:
        """Give one command and return its result. Raises PageLostError: refused, failed, or the page went away."""
        self._check_alive()
        number = next(self._numbers)
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        try:
            self._send_to_page(number, method, parameters)
            async with self._nudging():
                return await answer
        finally:
            del self._waiting[number]

    def post(self, method: str, **parameters: Any) -> None:
        """Give one command whose answer nobody needs."""
        self._send_to_page(next(self._numbers), method, parameters)

    async def value(self, expression: str, **options: Any) -> Any:
        """Return the value of a JavaScript expression in the page; the page's own scripts may be off."""
        answer = await self.command("Runtime.evaluate", expression=expression, returnByValue=True, **options)
        if answer.get("wasThrown"):
            raise PageLostError(str(answer["result"].get("description")))
        return answer["result"].get("value")

    async def until(self, event: asyncio.Event) -> None:
        """Wait for something to happen in the page. Raises PageLostError when it goes away before."""
        await self._first(event, self.gone)
        self._check_alive()

    async def until_gone(self) -> None:
        """Wait until the page is closed."""
        await self._first(self.gone)

    async def close(self) -> None:
        """Hang up."""
        self._listening.cancel()
        await asyncio.gather(self._listening, return_exceptions=True)
        await self._connection.close()

    async def _first(self, *events: asyncio.Event) -> None:
        waiting = [asyncio.create_task(event.wait()) for event in events]
        try:
            async with self._nudging():
                await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for each in waiting:
                each.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)

    @contextlib.asynccontextmanager
    async def _nudging(self) -> AsyncIterator[None]:
        """Keep messages flowing while somebody waits for one.

        Inside the browser they pass several TCP connections, each of which holds a small message back until the one
        before it is acknowledged, and that is 40 ms later unless something goes the other way.
        """
        nudging = asyncio.create_task(self._nudge())
        try:
            yield
        finally:
            nudging.cancel()

    async def _nudge(self) -> None:
        while not self.gone.is_set():
            await asyncio.sleep(NUDGE_EVERY_S)
            self._connection.send("{}")

    def _check_alive(self) -> None:
        if self.gone.is_set():
            raise PageLostError("it went away")

    def _send_to_page(self, number: int, method: str, parameters: Parameters) -> None:
        message = json.dumps({"id": number, "method": method, "params": parameters})
        self._send("Target.sendMessageToTarget", {"targetId": self._target, "message": message})

    def _send(self, method: str, parameters: Parameters) -> None:
        self._connection.send(json.dumps({"id": next(self._numbers), "method": method, "params": parameters}))

    async def _listen(self) -> None:
        try:
            while True:
                message = json.loads(await self._connection.receive())
                self._take(message.get("method", ""), message.get("params", {}))
        except (OSError, EOFError, ValueError):
            pass  # hung up, or speaks nonsense: the same to us
        finally:
            self.lose()

    def _take(self, method: str, parameters: Parameters) -> None:
        if method == "Target.dispatchMessageFromTarget":
            if parameters["targetId"] == self._target:
                self._take_from_page(json.loads(parameters["message"]))
        elif method == "Target.targetCreated":
            self._note(parameters["targetInfo"])
        elif method == "Target.didCommitProvisionalTarget":
            self._target = parameters["newTargetId"]
            self._swapped.set()
            self._fail("it moved")  # nobody answers what the former target was asked
        elif method == "Target.targetDestroyed" and parameters["targetId"] == self._target:
            self.lose()

    def _note(self, target: Parameters) -> None:
        if target.get("isProvisional"):
            self._moving.set()
        else:
            self._target = target["targetId"]
            self._there.set()

    def _take_from_page(self, message: dict[str, Any]) -> None:
        if "id" not in message:
            handler = self.handlers.get(message["method"])
            if handler:
                handler(message["params"])
            return
        answer = self._waiting.get(message["id"])
        if answer is None or answer.done():
            return  # nobody asked, or whoever asked has given up
        if "error" in message:
            answer.set_exception(PageLostError(message["error"]["message"]))
        else:
            answer.set_result(message["result"])

    def lose(self) -> None:
        """Give the page up: whoever waits for it gets PageLostError."""
        self.gone.set()
        self._fail("it went away")

    def _fail(self, reason: str) -> None:
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(PageLostError(reason))
