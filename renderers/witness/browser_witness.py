"""A witness with a browser: looks at one open site, in a browser of its own that ends with the look."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from renderers.blocking import wait_for
from renderers.engines import PageLostError
from renderers.engines.locate import locate
from renderers.witness.cutouts import drawn_alone, small_enough
from renderers.witness.judged import Judged, button_radius, company_colours, judged_logos
from renderers.witness.look import Look
from renderers.witness.memory import watch_memory
from renderers.witness.page_gate import PageGate
from renderers.witness.walls import CONTEXT_OPTIONS, MORE_ARGUMENTS, SILENCE
from templates.brand.reading.page import parse_page
from templates.brand.witness import Rendered, SeenLogo, Witness
from templates.errors import Cancelled, MailwrightError

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext

    from renderers.engines.playwright_engine import ChromiumProcess
    from templates.brand.site import Site

SECONDS = 8.0  # that one look may take, the browser's start apart
THREADS = 6  # that read and fetch what the page asks for
CUT_OUTS = 3


def browser_witness(cancel: threading.Event | None = None, *, seconds: float = SECONDS) -> Witness:
    """A witness that shows each site's page to a browser of its own; call it from any thread that may wait.

    The page's scripts run, but whatever it asks for comes from the open site within the site's limits. Without a
    browser, or when the page outlives ``seconds``, the witness returns None and the site's warnings say so. Setting
    ``cancel`` ends a look with Cancelled, and so does Ctrl+C.
    """

    def witness(site: Site) -> Rendered | None:
        # What a page asks for in vain is its own affair, and what a saved page finds beside itself stays here: its
        # scripts can read that, so that nothing of theirs may leave.
        saved = site.folder is not None or site.archive is not None
        quiet = replace(site, warnings=[], fetcher=None if saved else site.fetcher)
        try:
            return wait_for(lambda: _seen(quiet, seconds), cancel)
        except Cancelled:
            raise
        except MailwrightError as error:
            site.warnings.append(f"The page was not looked at in a browser. {error.what}")
        except TimeoutError:
            site.warnings.append(f"The page took the browser longer than {seconds:g} seconds and was not looked at.")
        except PageLostError:
            site.warnings.append("The page brought the browser down and was not looked at.")
        except ValueError:
            site.warnings.append("The page did not let the browser measure it and was not looked at.")
        return None

    return witness


def installed_witness(cancel: threading.Event | None = None) -> Witness | None:
    """``browser_witness`` where a browser is installed, else None: a kit does without, and needs no warning of it."""
    try:
        locate()
    except MailwrightError:
        return None
    return browser_witness(cancel)


async def _seen(site: Site, seconds: float) -> Rendered:
    from renderers.engines.playwright_engine import PlaywrightEngine

    engine = await asyncio.to_thread(PlaywrightEngine, more_arguments=MORE_ARGUMENTS)
    threads = ThreadPoolExecutor(THREADS, "witness")
    try:
        process = await engine.launch()
        async with asyncio.timeout(seconds):
            return await _watched(process, site, threads)
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        await engine.close()


async def _watched(process: ChromiumProcess, site: Site, threads: ThreadPoolExecutor) -> Rendered:
    """Look, end at once when the memory runs full or the user cancels a fetch, and leave no browser behind."""
    gate = PageGate(site, threads)
    look = asyncio.create_task(process.in_context(CONTEXT_OPTIONS, lambda context: _look(context, site, gate)))
    alarms = [asyncio.create_task(watch_memory(process.pid)), asyncio.create_task(gate.stopped.wait())]
    try:
        await asyncio.wait([look, *alarms], return_when=asyncio.FIRST_COMPLETED)
        if gate.stopped.is_set():
            raise Cancelled("The extraction was stopped.")
        if not look.done():
            raise PageLostError("it took all the memory")
        return look.result()
    finally:
        for task in (look, *alarms):
            task.cancel()
        await process.kill()  # before the tasks are waited for: a page that spins answers nothing
        await asyncio.gather(look, *alarms, return_exceptions=True)


async def _look(context: BrowserContext, site: Site, gate: PageGate) -> Rendered:
    await context.route("**/*", gate.answer)
    await context.add_init_script(SILENCE)
    page = await context.new_page()
    look = Look(page, await context.new_cdp_session(page), gate)
    await look.show()
    picture = await look.first_screen()
    findings = await look.findings()
    rendered = await asyncio.to_thread(parse_page, findings.html, site.page.url)
    judged = await asyncio.to_thread(judged_logos, findings, rendered, site.page, gate.original)
    logos = [await _with_picture(look, one, index) for index, one in enumerate(judged)]
    return Rendered(
        logos=tuple(logo for logo in logos if logo.reference or logo.picture),
        colours=await asyncio.to_thread(company_colours, findings, rendered),
        photos=tuple(gate.original(url) for url in findings.photos if url),
        fonts={name: family for name, family in findings.fonts.items() if family},
        html=findings.html,
        picture=await asyncio.to_thread(small_enough, picture),
        radius=button_radius(findings),
    )


async def _with_picture(look: Look, judged: Judged, index: int) -> SeenLogo:
    if index >= CUT_OUTS:
        return judged.seen
    picture = await look.cut_out(judged.finding)
    return replace(judged.seen, picture=await asyncio.to_thread(drawn_alone, picture))
