"""The pool of one engine: one browser, a few kept pages, every picture within its deadline.

A job that breaks its deadline has the browser killed with its whole process tree, because a spinning renderer
answers nothing; it alone fails, and its neighbours are taken again in a new browser. When a browser dies and nobody
knows why, each job that lost its page is taken once more, alone: if it dies again, it is known whose doing it is.
"""

from __future__ import annotations

import asyncio
from collections.abc import Hashable

from renderers.engines import BrowserMissingError, BrowserProcess, Capabilities, Engine, PageLostError
from renderers.engines.processes import give_way
from renderers.render.browsers import MOST_BYTES, KeptBrowser
from renderers.render.gate import Gate
from renderers.render.isolation import check_mail
from renderers.render.job import MEDIA_TYPES, Picture, RenderJob, RenderResult
from templates.errors import Cancelled, EngineError, LimitError

PICTURE_TIMEOUT_S = 8.0
GIVE_WAY_EVERY_S = 0.1
JOBS_PER_BROWSER = 150  # a long-lived browser reached 1 GB after 150 documents of 1 MB


class EnginePool:
    """Takes pictures with one engine; close it in the end.

    The browser starts with the first picture, or with ``warm``. ``places`` are those of all engines together.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        lanes: int,
        timeout_s: float = PICTURE_TIMEOUT_S,
        jobs_per_browser: int = JOBS_PER_BROWSER,
        bytes_per_browser: int = MOST_BYTES,
        gives_way: bool = False,
        places: Gate | None = None,
    ) -> None:
        self._engine = engine
        self._lanes = lanes
        self._timeout_s = timeout_s
        self._jobs_per_browser = jobs_per_browser
        self._bytes_per_browser = bytes_per_browser
        self._gives_way = gives_way
        self._gate = Gate(self._lanes)
        self._places = places or Gate(self._lanes)
        self._desk = Gate(self._lanes)
        self._launching: asyncio.Task[None] | None = None
        self._courtesy: asyncio.Task[None] | None = None
        self._browsers: list[KeptBrowser] = []
        self._closed = False

    async def close(self) -> None:
        """End every browser, one that is just starting too; whoever still waits for a picture is told."""
        self._closed = True
        if self._launching:
            await asyncio.wait([self._launching])
        if self._courtesy:
            await self._courtesy
        await asyncio.gather(*(browser.close() for browser in self._browsers))
        self._browsers.clear()
        await self._engine.close()

    @property
    def identity(self) -> str:
        """Whatever of its engine shapes pictures."""
        return self._engine.identity

    @property
    def capabilities(self) -> Capabilities:
        """What its engine can do."""
        return self._engine.capabilities

    def key(self, job: RenderJob) -> str:
        """Return the cache key of the picture that this pool would take. Reads the job's pictures."""
        return job.key(self.identity)

    async def warm(self) -> None:
        """Start the browser and open every lane, so that the first picture comes at once."""
        browser = await self._browser()
        await browser.open_lanes(self._lanes)

    async def render(self, job: RenderJob, run: Hashable = None) -> RenderResult:
        """Take the picture of one job; at most ``lanes`` run at once, the others wait, and runs take turns.

        Raises LimitError (too large, or not done after ``timeout_s`` seconds), EngineError (the browser crashed twice
        on it), BrowserMissingError, StorageError (a picture of the mail cannot be read).
        """
        async with self._desk.shared(run):
            key = await asyncio.to_thread(self._checked, job)
        picture = await self._take(job, run)
        media_type = MEDIA_TYPES[job.format]
        return RenderResult(
            picture.data, media_type, picture.width, picture.height, picture.content_width, key, cached=False
        )

    def _checked(self, job: RenderJob) -> str:
        """Return the key of a job that no engine chokes on; pure Python, milliseconds."""
        check_mail(job)
        return self.key(job)

    async def _take(self, job: RenderJob, run: Hashable) -> Picture:
        try:
            async with self._gate.shared(run):
                return await self._until_undisturbed(job, run)
        except PageLostError:
            async with self._gate.alone():
                return await self._second_attempt(job, run)

    async def _second_attempt(self, job: RenderJob, run: Hashable) -> Picture:
        try:
            return await self._until_undisturbed(job, run)
        except PageLostError as error:
            raise EngineError(
                "The browser crashed twice on this mail: {reason}.",
                advice="Take out the last thing that was added to it.",
                reason=str(error).strip().partition("\n")[0].rstrip("."),
            ) from error

    async def _until_undisturbed(self, job: RenderJob, run: Hashable) -> Picture:
        """Try until no neighbour gets the browser killed; ends, because each such neighbour fails for good."""
        while True:
            browser = await self._browser()
            async with self._places.shared(run):
                if not browser.usable:  # it retired, or was killed, before it was this one's turn
                    if not browser.was_used:  # one that does not live to see its first job need not be the last such
                        raise PageLostError("it ended by itself")
                    continue
                try:
                    return await self._within_deadline(browser, job)
                except PageLostError:
                    if not browser.condemned:
                        browser.retire()
                        raise

    async def _within_deadline(self, browser: KeptBrowser, job: RenderJob) -> Picture:
        try:
            async with asyncio.timeout(self._timeout_s), browser.lane() as lane:
                return await lane.render(job)
        except TimeoutError as error:
            if browser.condemned:  # a neighbour was stopped in the same moment: this one may just have waited for it
                raise PageLostError("killed") from error
            await browser.kill()
            raise LimitError(
                "The picture took longer than {seconds:g} seconds and was stopped.",
                advice="Look for very deep nesting, huge effects or huge pictures in the mail.",
                seconds=self._timeout_s,
            ) from error

    async def _browser(self) -> KeptBrowser:
        """Return the browser in use, or launch one: at the start, after a crash, or when the last one retired.

        Raises Cancelled when the pool is closed: nobody would end what is launched now.
        """
        if not (self._closed or (self._browsers and self._browsers[-1].usable)):
            if self._launching is None:
                self._launching = asyncio.create_task(self._launch())
                self._launching.add_done_callback(self._launched)
            # A start of processes must not be left half done; whoever is stopped does not wait for it.
            await asyncio.shield(self._launching)
        if self._closed:
            raise Cancelled("The work was stopped.", advice="What was finished by then is kept.")
        return self._browsers[-1]

    def _launched(self, task: asyncio.Task[None]) -> None:
        self._launching = None
        if not task.cancelled():
            task.exception()  # whoever waits is told; perhaps nobody does any more

    async def _launch(self) -> None:
        starting = asyncio.create_task(self._started())
        if self._gives_way:
            self._courtesy = asyncio.create_task(_give_way_while(starting, self._courtesy))
        process = await starting
        for browser in self._browsers:
            browser.leave_if_done()
        self._browsers = [browser for browser in self._browsers if not browser.gone]
        self._browsers.append(KeptBrowser(process, self._jobs_per_browser, self._bytes_per_browser))

    async def _started(self) -> BrowserProcess:
        """Start a browser; one that started before was killed, or out of breath, and gets a second chance."""
        try:
            return await self._engine.launch()
        except BrowserMissingError:
            if not self._browsers:
                raise
        return await self._engine.launch()


async def _give_way_while(starting: asyncio.Task[BrowserProcess], before: asyncio.Task[None] | None) -> None:
    """A browser works hardest while it starts, and what it starts then is not all there at once."""
    if before:
        await before
    while True:
        ended = starting.done()
        if await asyncio.to_thread(give_way) and ended:
            return
        await asyncio.sleep(GIVE_WAY_EVERY_S)
