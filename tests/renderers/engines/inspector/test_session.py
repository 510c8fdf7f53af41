"""Commands to a page, whichever of its targets shows it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from renderers.engines import PageLostError
from renderers.engines.inspector.session import Session


class Inspector:
    """Answers as WebKit does: a script's value is its text, but for a few words that it does otherwise."""

    def __init__(self) -> None:
        self.said: asyncio.Queue[str | None] = asyncio.Queue()
        self.heard: list[str] = []
        self.tell("targetCreated", targetInfo={"targetId": "old", "type": "page"})

    def tell(self, event: str, **parameters: Any) -> None:
        """Say what happened to a target."""
        self.said.put_nowait(json.dumps({"method": f"Target.{event}", "params": parameters}))

    def answer(self, message: dict[str, Any], target: str) -> None:
        """Say something from inside a target."""
        self.tell("dispatchMessageFromTarget", targetId=target, message=json.dumps(message))

    def begin_to_swap(self) -> None:
        """There is another target."""
        self.tell("targetCreated", targetInfo={"targetId": "new", "type": "page", "isProvisional": True})

    def swap(self) -> None:
        """It takes the place of the first one."""
        self.tell("didCommitProvisionalTarget", oldTargetId="old", newTargetId="new")
        self.tell("targetDestroyed", targetId="old")

    def send(self, text: str) -> None:
        """Hear a message."""
        outer = json.loads(text)
        self.heard.append(outer.get("method", ""))
        if outer.get("method") == "Target.sendMessageToTarget":
            self._obey(outer["params"]["targetId"], json.loads(outer["params"]["message"]))

    def _obey(self, target: str, inner: dict[str, Any]) -> None:
        match inner["params"].get("expression"):
            case "leave":
                self.said.put_nowait(None)
            case "die":
                self.tell("targetDestroyed", targetId=target)
            case "move":
                self.swap()
            case "refuse":
                self.answer({"id": inner["id"], "error": {"message": "no"}}, target)
            case "throw":
                result = {"type": "object", "description": "Error: oops"}
                self.answer({"id": inner["id"], "result": {"result": result, "wasThrown": True}}, target)
            case text:
                self.answer({"method": "Page.happened", "params": {"in": target}}, target)
                self.answer({"id": inner["id"], "result": {"result": {"value": [text, target]}}}, target)

    async def receive(self) -> str:
        """Say the next message."""
        text = await self.said.get()
        if text is None:
            raise EOFError
        return text

    async def close(self) -> None:
        """Nothing is open."""


def played(scene: Callable[[Session, Inspector], Awaitable[object]], monkeypatch: pytest.MonkeyPatch) -> object:
    """Play a scene with a session."""

    async def whole() -> object:
        inspector = Inspector()

        async def connected(_port: int, _path: str) -> Inspector:
            return inspector

        monkeypatch.setattr("renderers.engines.inspector.session.WebSocket.connect", connected)
        session = await Session.connect(1, "/page")
        try:
            return await scene(session, inspector)
        finally:
            await session.close()

    return asyncio.run(whole())


def test_each_command_gets_its_own_answer(monkeypatch):
    """Several may be under way."""

    async def scene(session: Session, _inspector: Inspector) -> list[Any]:
        return await asyncio.gather(session.value("1"), session.value("2"))

    assert played(scene, monkeypatch) == [["1", "old"], ["2", "old"]]


def test_a_page_that_moves_to_another_process_is_followed(monkeypatch):
    """However long it takes; what is said by the process that it left is not heard any more."""
    monkeypatch.setattr("renderers.engines.inspector.session.SWAP_TIMEOUT_S", 0.01)

    async def scene(session: Session, inspector: Inspector) -> tuple[Any, list[str]]:
        seen: list[str] = []
        session.handlers["Page.happened"] = lambda event: seen.append(event["in"])
        inspector.begin_to_swap()
        asyncio.get_running_loop().call_later(0.05, inspector.swap)  # later than anybody would wait for nothing
        await session.settled()
        inspector.answer({"method": "Page.happened", "params": {"in": "old"}}, "old")
        return await session.value("1"), seen

    assert played(scene, monkeypatch) == (["1", "new"], ["new"])


def test_a_page_that_stays_where_it_is_is_waited_for_a_moment_only(monkeypatch):
    """It may have moved before anybody looked."""
    monkeypatch.setattr("renderers.engines.inspector.session.SWAP_TIMEOUT_S", 0.01)

    async def scene(session: Session, _inspector: Inspector) -> Any:
        await session.settled()
        return await session.value("1")

    assert played(scene, monkeypatch) == ["1", "old"]


@pytest.mark.parametrize(
    ("script", "reason"), [("leave", "away"), ("die", "away"), ("move", "moved"), ("refuse", "no"), ("throw", "oops")]
)
def test_what_fails_is_a_lost_page(script, reason, monkeypatch):
    """The program leaves, the page does, it moves and forgets, it refuses, or the script fails."""

    async def scene(session: Session, _inspector: Inspector) -> None:
        await session.value(script)

    with pytest.raises(PageLostError, match=reason):
        played(scene, monkeypatch)


def test_who_waits_for_a_page_that_is_given_up_is_told(monkeypatch):
    """A crash is heard of elsewhere than in the page's own inspector."""

    async def scene(session: Session, _inspector: Inspector) -> None:
        asyncio.get_running_loop().call_soon(session.lose)
        await session.until(asyncio.Event())

    with pytest.raises(PageLostError):
        played(scene, monkeypatch)


def test_messages_keep_flowing_while_somebody_waits(monkeypatch):
    """Else the browser's own connections hold the answer back."""

    async def scene(session: Session, inspector: Inspector) -> int:
        nudged = asyncio.Event()
        listen = inspector.send

        def send(text: str) -> None:
            listen(text)
            nudged.set()

        monkeypatch.setattr(inspector, "send", send)
        await session.until(nudged)
        return len(inspector.heard)

    assert played(scene, monkeypatch) == 1
