"""A Gecko program at work: started headless in a profile folder of its own, ended with everything it started."""

from __future__ import annotations

import asyncio
import base64
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from renderers.engines import BrowserMissingError, PageLostError
from renderers.engines.gecko.marionette import Marionette
from renderers.engines.gecko.preferences import PAGES, QUIET, WALLS, Preferences, user_js
from renderers.engines.locate import VARIABLE
from renderers.engines.processes import home_in, kill_tree, leash
from renderers.render.job import Picture, RenderJob

LAUNCH_TIMEOUT_S = 30.0
CLOSE_TIMEOUT_S = 3.0
GLANCE_S = 0.02  # how often the profile folder is looked at for the port
FOLDER = Path(__file__).parent
SCRIPT = (FOLDER / "walls.js").read_text("utf-8")

_ARGUMENTS = (
    *(["--wait-for-browser"] if sys.platform == "win32" else []),  # else the program that we started ends at once
    *("--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile"),
)


class Program:
    """One running program; ``session`` speaks to it, ``folder`` is its profile's and goes with it."""

    def __init__(self, process: asyncio.subprocess.Process, session: Marionette, folder: Path) -> None:
        self._process = process
        self.session = session
        self.folder = folder

    @property
    def pid(self) -> int:
        """The process id of the program, or of the script that started it."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """False once it hung up or ended."""
        return self._process.returncode is None and not self.session.gone.is_set()

    async def picture(self, *arguments: Any) -> Picture:
        """Have the program's script show a mail; see ``show`` in ``pages.js`` and ``messages.js``."""
        data, width, height, content_width = await self.session.run("return mailwright.show(...arguments);", *arguments)
        return Picture(base64.b64decode(data), width, height, content_width)

    async def kill(self) -> None:
        """End the process tree at once and remove the profile."""
        await _end(self._process, self.session, self.folder)


class GeckoProcess:
    """A program as the pool keeps it; each kind opens lanes of its own."""

    def __init__(self, program: Program) -> None:
        self._program = program

    @property
    def pid(self) -> int:
        """Its main process, or the script that started it."""
        return self._program.pid

    @property
    def alive(self) -> bool:
        """False once it is gone."""
        return self._program.alive

    async def kill(self) -> None:
        """End the process tree."""
        await self._program.kill()

    async def close(self) -> None:
        """Kill: there is nothing to keep, and a program that is asked to quit takes seconds."""
        await self._program.kill()


async def start(path: Path, preferences: Preferences, scripts: Sequence[str] = ()) -> Program:
    """Start a program and put its walls up before it is given anything to show. Raises BrowserMissingError."""
    folder = Path(tempfile.mkdtemp(prefix="mailwright-"))  # only the user may look inside
    (folder / "user.js").write_text(user_js(WALLS, QUIET, PAGES, preferences), "utf-8")
    process = session = None
    try:
        process = await _spawned(path, folder)
        session = await _session(process, folder)
        for script in (SCRIPT, *scripts):
            await session.run(script)
        return Program(process, session, folder)
    except (OSError, PageLostError) as error:
        await _end(process, session, folder)
        raise _does_not_start(path, str(error)) from error
    except BaseException:
        await _end(process, session, folder)
        raise


async def _session(process: asyncio.subprocess.Process, folder: Path) -> Marionette:
    try:
        async with asyncio.timeout(LAUNCH_TIMEOUT_S):
            return await Marionette.connect(await _port(process, folder))
    except TimeoutError as error:
        raise PageLostError("it does not answer") from error


def order_of(job: RenderJob) -> dict[str, Any]:
    """Return what every program is told of a job; pictures are media type and base64 by address. Reads the files."""
    shown = job.profile
    return {
        "images": {
            url: (image.media_type, base64.b64encode(image.data).decode())
            for url, image in job.served.items()
            if image.media_type
        },
        "width": shown.width,
        "height": shown.height,
        "scale": shown.scale,
        "scheme": shown.scheme,
        "maxHeight": job.max_height,
        "format": job.format,
        "density": job.density,
    }


async def _spawned(path: Path, folder: Path) -> asyncio.subprocess.Process:
    silent = asyncio.subprocess.DEVNULL
    return await asyncio.create_subprocess_exec(
        *leash(),
        path,
        *_ARGUMENTS,
        folder,
        stdin=silent,
        stdout=silent,
        stderr=silent,
        env={**home_in(folder), "MOZ_CRASHREPORTER_DISABLE": "1"},
        start_new_session=True,  # Ctrl+C ends the run in our order
    )


async def _port(process: asyncio.subprocess.Process, folder: Path) -> int:
    """Wait for the file that names the port. Raises OSError when the program ends before."""
    file = folder / "MarionetteActivePort"
    while not (file.is_file() and (text := file.read_text().strip())):
        if process.returncode is not None:
            raise OSError(f"exitCode={process.returncode}")
        await asyncio.sleep(GLANCE_S)
    return int(text)


async def _end(process: asyncio.subprocess.Process | None, session: Marionette | None, folder: Path) -> None:
    """The program first: one that reads no more would keep a session from hanging up."""
    try:
        if process is not None:
            await asyncio.to_thread(kill_tree, process.pid)
            await asyncio.wait_for(process.wait(), CLOSE_TIMEOUT_S)
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
    finally:
        if session is not None:
            await session.close()


def _does_not_start(path: Path, reason: str) -> BrowserMissingError:
    return BrowserMissingError(
        "The browser {path} does not start: {reason}.",
        advice="Reinstall it, or name another one in {variable}.",
        path=str(path),
        reason=reason.rstrip("."),
        variable=VARIABLE,
    )
