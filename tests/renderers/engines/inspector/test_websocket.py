"""Messages of any size go both ways, whole."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Awaitable, Callable

import pytest

from renderers.engines.inspector.websocket import WebSocket

SIZES = (0, 5, 125, 126, 65_535, 65_536, 300_001)
LIMIT = 128 * 1024  # of libsoup, which serves WebKit's inspector
CLOSE, PING, PONG = b"\x88\x00", b"\x89\x02hi", 10

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def frame(text: str, first: int = 0x81) -> bytes:
    """A frame as a server sends it, not masked."""
    data = text.encode()
    if len(data) < 126:
        return bytes([first, len(data)]) + data
    if len(data) < 1 << 16:
        return struct.pack(">BBH", first, 126, len(data)) + data
    return struct.pack(">BBQ", first, 127, len(data)) + data


async def heard(reader: asyncio.StreamReader) -> tuple[int, str]:
    """The kind and text of a client's message: masked, and in frames that are not too large for the server."""
    kind, message = 0, b""
    while True:
        first, size = await reader.readexactly(2)
        assert size & 0x80
        size &= 0x7F
        if size == 126:
            (size,) = struct.unpack(">H", await reader.readexactly(2))
        elif size == 127:
            (size,) = struct.unpack(">Q", await reader.readexactly(8))
        assert size < LIMIT
        kind = first & 0x0F or kind
        mask = await reader.readexactly(4)
        data = await reader.readexactly(size)
        message += bytes(byte ^ mask[place % 4] for place, byte in enumerate(data))
        if first & 0x80:
            return kind, message.decode()


def played(serve: Serve, scene: Callable[[WebSocket], Awaitable[object]], greeting: bytes = b"101 Hello") -> object:
    """Play a scene with a connection to a server of ours."""

    async def greeted(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 %s\r\n\r\n" % greeting if greeting else b"")
        await serve(reader, writer)
        writer.close()

    async def whole() -> object:
        async with await asyncio.start_server(greeted, "127.0.0.1", 0) as server:
            connection = await WebSocket.connect(server.sockets[0].getsockname()[1], "/socket")
            try:
                return await scene(connection)
            finally:
                await connection.close()

    return asyncio.run(whole())


async def say_nothing(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    """Hang up."""


def test_messages_of_every_size_come_back_whole():
    """The length has three forms; each is written and read."""
    texts = ["é" * (size // 2) + "x" * (size % 2) for size in SIZES]

    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for _ in texts:
            writer.write(frame((await heard(reader))[1]))

    async def scene(connection: WebSocket) -> list[str]:
        for text in texts:
            connection.send(text)
        return [await connection.receive() for _ in texts]

    assert played(echo, scene) == texts


def test_a_message_in_parts_is_one_and_a_ping_between_them_is_answered():
    """Parts, and a question whether we are there."""
    answers = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(frame("one ", 0x01) + PING + frame("two", 0x80))
        answers.append(await heard(reader))

    assert played(serve, WebSocket.receive) == "one two"
    assert answers == [(PONG, "hi")]


@pytest.mark.parametrize("last", [b"", CLOSE, b"\x81"], ids=["gone", "closed", "cut off"])
def test_a_server_that_leaves_is_noticed(last):
    """However it leaves."""

    async def serve(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(last)

    with pytest.raises(EOFError):
        played(serve, WebSocket.receive)


@pytest.mark.parametrize("greeting", [b"404 Not Found", b""], ids=["refused", "silent"])
def test_a_server_that_does_not_speak_it_is_an_error(greeting):
    """Another program may have the port."""
    with pytest.raises(OSError, match=r"speak WebSocket|hung up"):
        played(say_nothing, WebSocket.receive, greeting)
