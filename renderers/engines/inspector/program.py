"""WebKitGTK's MiniBrowser at work: on a virtual screen, in a home folder of its own, with its inspector open to us."""

from __future__ import annotations

import asyncio
import contextlib
import re
import shutil
import socket
import tempfile
from collections.abc import Awaitable, Collection
from pathlib import Path
from typing import TypeVar

from renderers.engines import BrowserMissingError, PageLostError
from renderers.engines.inspector.sandbox import sandbox
from renderers.engines.inspector.screen import SIZE, write_key
from renderers.engines.inspector.session import Session
from renderers.engines.locate import VARIABLE
from renderers.engines.ports import listens
from renderers.engines.processes import home_in, kill_tree, leash

T = TypeVar("T")

LAUNCH_TIMEOUT_S = 30.0
CLOSE_TIMEOUT_S = 3.0
GLANCE_S = 0.01  # how often a program that is starting is looked at
_BUFFER_BYTES = 1 << 20
_SCRIPT = Path(__file__).with_name("start.sh")
_STYLE = "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; }"
"""Makes a window as narrow as a phone: its title bar would not let it."""

# A picture is taken of what is decoded, and of the whole page.
_OFF = ("LargeImageAsyncDecoding", "AnimatedImageAsyncDecoding", "LazyImageLoading")
_ARGUMENTS = (
    "--private",
    "--proxy=http://127.0.0.1:9",  # the discard port: whoever gets past the inspector reaches nothing
    "--autoplay-policy=deny",
    "--enable-dns-prefetching=false",
    "--enable-page-cache=false",
    "--enable-webrtc=false",
    f"--features={','.join(f'!{name}' for name in _OFF)}",
    "--javascript-can-open-windows-automatically=true",  # ours; a mail's scripts are off
)
_ENVIRONMENT = {
    "GDK_BACKEND": "x11",
    "GDK_SCALE": "1",
    "GDK_DPI_SCALE": "1",
    "GTK_THEME": "Adwaita",
    "GTK_OVERLAY_SCROLLING": "1",  # else a viewport of 600 pixels lays out narrower
    # Nothing of the user's desktop: no settings, no message bus, no screen reader.
    "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    "GIO_USE_VFS": "local",
    "GSETTINGS_BACKEND": "memory",
    "GTK_MODULES": "",
    "NO_AT_BRIDGE": "1",
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "WEBKIT_SKIA_ENABLE_CPU_RENDERING": "1",
}
_CRASHED = b"WebProcess CRASHED"  # all that is heard of it: the page's inspector just answers no more
_PAGE = re.compile(r"/socket/\d+/\d+/WebPage")


class Program:
    """One running browser and its screen. ``control`` speaks to its first page, which opens the others."""

    def __init__(self, process: asyncio.subprocess.Process, port: int, control: Session, folder: Path) -> None:
        self._process = process
        self._port = port
        self._control = control
        self._sessions = {control}
        self._folder = folder
        self._opening = asyncio.Lock()
        self._listening = asyncio.create_task(self._listen(process.stderr))

    @property
    def pid(self) -> int:
        """Its main process; the screen and the pages descend from it."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """False once it ended or a page crashed."""
        return self._process.returncode is None and not self._control.gone.is_set()

    async def open_window(self, width: int, height: int) -> Session:
        """Open a window with a viewport of this size and return its inspector. Raises PageLostError."""
        options = f"noopener,width={width},height={height},menubar=no,toolbar=no,location=no"
        async with self._opening:  # one at a time, so that it is known which one is new
            known = await _pages(self._port)
            script = f"void window.open('about:blank', '_blank', '{options}')"
            await self._control.value(script, emulateUserGesture=True)
            session = await Session.connect(self._port, await _new_page(self._port, known))
            self._sessions.add(session)
        await session.settled()
        return session

    async def close_window(self, session: Session) -> None:
        """Close a window; with its browser it is closed already."""
        with contextlib.suppress(PageLostError):
            session.post("Runtime.evaluate", expression="window.close()")
            await session.until_gone()
        await session.close()
        self._sessions.discard(session)

    async def kill(self) -> None:
        """End the process tree at once and remove the home folder."""
        await _end(self._process, self._folder)
        await asyncio.gather(*(session.close() for session in self._sessions))
        await asyncio.gather(self._listening, return_exceptions=True)  # a loop that ends has cancelled it

    async def _listen(self, said: asyncio.StreamReader | None) -> None:
        """Give up every page when one crashed, for it is not said which, or when all ended."""
        while said and (line := await said.readline()):
            if _CRASHED in line:
                break
        for session in self._sessions:
            session.lose()
        while said and await said.read(_BUFFER_BYTES):
            pass  # a pipe that is full stops whoever writes


async def start(path: Path) -> Program:
    """Start a browser. Raises BrowserMissingError."""
    folder = Path(tempfile.mkdtemp(prefix="mailwright-"))  # only the user may look inside
    process = None
    try:
        async with asyncio.timeout(LAUNCH_TIMEOUT_S):
            port = _free_port()
            process = await _spawned(path, folder, port)
            control = await _unless_it_ends(process, _control(process.pid, port))
        return Program(process, port, control, folder)
    except (OSError, PageLostError, TimeoutError) as error:
        await _end(process, folder)
        raise BrowserMissingError(
            "The browser {path} does not start: {reason}.",
            advice="Reinstall it, or name another one in {variable}.",
            path=str(path),
            reason=str(error).rstrip(".") or "it does not answer",
            variable=VARIABLE,
        ) from error
    except BaseException:
        await _end(process, folder)
        raise


async def _spawned(path: Path, folder: Path, port: int) -> asyncio.subprocess.Process:
    key = folder / "key"
    write_key(key)
    style = folder / "gtk-3.0" / "gtk.css"
    style.parent.mkdir()
    style.write_text(_STYLE, "utf-8")
    silent = asyncio.subprocess.DEVNULL
    return await asyncio.create_subprocess_exec(
        *leash(),
        "sh",
        _SCRIPT,
        SIZE,
        path,
        *_ARGUMENTS,
        *await asyncio.to_thread(sandbox),
        "about:blank",
        stdin=silent,
        stdout=silent,
        stderr=asyncio.subprocess.PIPE,
        limit=_BUFFER_BYTES,
        env={
            **home_in(folder),
            **_ENVIRONMENT,
            "LEASH": "1" if leash() else "",
            "XAUTHORITY": str(key),
            "WEBKIT_INSPECTOR_HTTP_SERVER": f"127.0.0.1:{port}",
        },
        start_new_session=True,  # Ctrl+C ends the run in our order
    )


async def _control(pid: int, port: int) -> Session:
    """Wait for the inspector and its first page: for our own browser's, because the port may be another's by now."""
    while True:
        if listens(pid, port):
            return await Session.connect(port, await _new_page(port, set()))
        await asyncio.sleep(GLANCE_S)


async def _unless_it_ends(process: asyncio.subprocess.Process, work: Awaitable[T]) -> T:
    """Return what ``work`` returns. Raises OSError when the program ends before."""
    task, ended = asyncio.ensure_future(work), asyncio.ensure_future(process.wait())
    try:
        await asyncio.wait([task, ended], return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise OSError(f"exitCode={process.returncode}")
        return task.result()
    finally:
        task.cancel()
        ended.cancel()
        await asyncio.gather(task, ended, return_exceptions=True)


async def _new_page(port: int, known: Collection[str]) -> str:
    """Wait until there is a page that is not ``known`` and return its path."""
    while True:
        for path in await _pages(port):
            if path not in known:
                return path
        await asyncio.sleep(GLANCE_S)


async def _pages(port: int) -> set[str]:
    """Return the paths of the pages that can be inspected. Raises PageLostError."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
            return set(_PAGE.findall((await reader.read()).decode(errors="replace")))
        finally:
            writer.close()
    except OSError as error:
        raise PageLostError(str(error)) from error


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


async def _end(process: asyncio.subprocess.Process | None, folder: Path) -> None:
    if process is not None:
        if process.returncode is None:  # else its number may be another's by now
            await asyncio.to_thread(kill_tree, process.pid)
        await asyncio.wait_for(process.wait(), CLOSE_TIMEOUT_S)
    await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
