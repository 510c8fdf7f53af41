"""The few pieces of WebSocket (RFC 6455) that an inspector on this computer speaks: text, in frames of any size."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import os
import struct

CONTINUATION, TEXT, CLOSE, PING, PONG = 0, 1, 8, 9, 10
_LAST = 0x80  # of the frames of a message
_MASKED = 0x80
_SHORT = {126: ">H", 127: ">Q"}  # the length follows, in as many bytes
_FRAME_BYTES = 1 << 16
_BUFFER_BYTES = 1 << 26  # a picture is one message of some megabytes


class WebSocket:
    """An open connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def connect(cls, port: int, path: str) -> WebSocket:
        """Connect to a server of this computer. Raises OSError, also when it does not speak the protocol."""
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=_BUFFER_BYTES)
        key = base64.b64encode(os.urandom(16)).decode()
        writer.write(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        connection = cls(reader, writer)
        try:
            answer = await reader.readuntil(b"\r\n\r\n")
            if b" 101 " not in answer.partition(b"\r\n")[0]:
                raise ConnectionError("it does not speak WebSocket")
        except EOFError as error:
            await connection.close()
            raise ConnectionError("it hung up") from error
        except BaseException:
            await connection.close()
            raise
        return connection

    def send(self, text: str) -> None:
        """Send a message; it goes out when the connection has room."""
        self._send(TEXT, text.encode())

    async def receive(self) -> str:
        """Return the next message. Raises OSError, EOFError when the other side went away."""
        message = b""
        while True:
            kind, is_last, data = await self._frame()
            if kind == CLOSE:
                raise EOFError
            if kind == PING:
                self._send(PONG, data)
            elif kind != PONG:
                message += data
                if is_last:
                    return message.decode()

    async def close(self) -> None:
        """Hang up."""
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()

    def _send(self, kind: int, data: bytes) -> None:
        """Write a message in frames that WebKit takes: one of 128 KB makes it hang up."""
        last = max(0, len(data) - 1) // _FRAME_BYTES
        for number in range(last + 1):
            part = data[number * _FRAME_BYTES : (number + 1) * _FRAME_BYTES]
            self._write((kind if number == 0 else CONTINUATION) | (_LAST if number == last else 0), part)

    def _write(self, first: int, data: bytes) -> None:
        size = len(data)
        if size < min(_SHORT):
            head = bytes([first, size | _MASKED])
        else:
            code = 126 if size < 1 << 16 else 127
            head = bytes([first, code | _MASKED]) + struct.pack(_SHORT[code], size)
        mask = os.urandom(4)
        self._writer.write(head + mask + _masked(data, mask))

    async def _frame(self) -> tuple[int, bool, bytes]:
        first, size = await self._reader.readexactly(2)
        if size in _SHORT:
            form = _SHORT[size]
            (size,) = struct.unpack(form, await self._reader.readexactly(struct.calcsize(form)))
        return first & 0x0F, bool(first & _LAST), await self._reader.readexactly(size)


def _masked(data: bytes, mask: bytes) -> bytes:
    """Apply the mask, four bytes over and over; as one large number, because a loop over megabytes takes a second."""
    repeated = (mask * (len(data) // 4 + 1))[: len(data)]
    return (int.from_bytes(data, "big") ^ int.from_bytes(repeated, "big")).to_bytes(len(data), "big")
