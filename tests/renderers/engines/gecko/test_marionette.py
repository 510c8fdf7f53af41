"""The remote control: numbered answers, refusals, and a program that hangs up."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable

import pytest

from renderers.engines import PageLostError
from renderers.engines.gecko.marionette import Marionette

Scene = Callable[[Marionette], Awaitable[object]]


def say(writer: asyncio.StreamWriter, message: object) -> None:
    text = json.dumps(message).encode()
    writer.write(b"%d:%s" % (len(text), text))


class Program:
    """Answers as a Gecko does. Of scripts it returns the text, but for a few words it does otherwise."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._later: list[list[object]] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        say(writer, {"applicationType": "gecko", "marionetteProtocol": 3})
        try:
            while True:
                length = int((await reader.readuntil(b":"))[:-1])
                _kind, number, name, parameters = json.loads(await reader.readexactly(length))
                self.heard.append(name)
                script = parameters.get("script")
                if script == "leave":
                    break
                answer = [1, number, {"message": "no"} if script == "fail" else None, {"value": script}]
                if script == "first":
                    self._later.append(answer)
                else:
                    for each in (answer, *self._later):
                        say(writer, each)
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()


def played(scene: Scene) -> tuple[object, list[str]]:
    """Play a scene with a session; return what came of it and which commands were heard."""
    program = Program()

    async def whole() -> object:
        async with await asyncio.start_server(program.serve, "127.0.0.1", 0) as server:
            session = await Marionette.connect(server.sockets[0].getsockname()[1])
            try:
                return await scene(session)
            finally:
                await session.close()

    return asyncio.run(whole()), program.heard


def test_a_session_shuts_the_door_behind_it():
    """No other program of the computer may speak to ours; scripts then run in the privileged context."""

    async def scene(session: Marionette) -> object:
        return await session.run("return 1")

    value, heard = played(scene)
    assert value == "return 1"
    assert heard[:3] == ["WebDriver:NewSession", "Marionette:AcceptConnections", "Marionette:SetContext"]


def test_answers_find_their_questions():
    """Two calls at once whose answers come in the other order."""

    async def scene(session: Marionette) -> object:
        return await asyncio.gather(session.run("first"), session.run("second"))

    assert played(scene)[0] == ["first", "second"]


def test_a_script_that_fails_is_told():
    """With the program's own words; the session lives on."""

    async def scene(session: Marionette) -> object:
        with pytest.raises(PageLostError, match="no"):
            await session.run("fail")
        return await session.run("more")

    assert played(scene)[0] == "more"


def test_a_program_that_leaves_fails_whoever_waits():
    """Those that are under way and those that come later."""

    async def scene(session: Marionette) -> object:
        outcomes = await asyncio.gather(session.run("first"), session.run("leave"), return_exceptions=True)
        with pytest.raises(PageLostError):
            await session.run("more")
        return [type(each) for each in outcomes], session.gone.is_set()

    assert played(scene)[0] == ([PageLostError, PageLostError], True)
