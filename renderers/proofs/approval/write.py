"""Writes a proof sheet: one HTML file with fields to answer in, or a PDF to sign, as the file's ending says."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from renderers.blocking import wait_for
from renderers.engines import PageLostError
from renderers.paper.printing import printed
from renderers.proofs.approval.page import page_of, wanted_of
from renderers.proofs.approval.pictures import sliced
from renderers.proofs.approval.sheet import ProofSheet
from templates.errors import Cancelled, EngineError, InputError, LimitError
from templates.files import write_bytes, write_text

ENDINGS = (".html", ".pdf")
SECONDS = 180.0
"""For one print; a sheet of fifty pictures takes a few."""

OnProgress = Callable[[int, int], object]


def write_proof_sheet(
    path: Path, sheet: ProofSheet, *, on_progress: OnProgress | None = None, cancel: threading.Event | None = None
) -> Path:
    """Write the sheet as ``path`` and return it; call it from any thread that may wait.

    The HTML loads nothing and stays under 6 MB; the PDF stays under 8 MB. ``on_progress`` is called from several
    threads with the pictures that were looked at and how many there are. Setting ``cancel`` ends the work with
    Cancelled, and nothing is written. Raises InputError for another ending, and for a PDF BrowserMissingError,
    EngineError and LimitError; StorageError.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise InputError(
            "A proof sheet is an HTML or a PDF file.", advice="End its name with .html or .pdf.", place=path
        )
    page = _page(sheet, on_progress or _nobody, cancel or threading.Event(), for_paper=ending == ".pdf")
    if ending == ".pdf":
        write_bytes(path, wait_for(lambda: _printed(page), cancel))
    else:
        write_text(path, page)
    return path


def _nobody(done: int, total: int) -> None:
    """Nobody asked how far it is."""


def _page(sheet: ProofSheet, on_progress: OnProgress, cancel: threading.Event, *, for_paper: bool) -> str:
    wanted = {found.file: found for each in sheet.pictures if (found := wanted_of(each))}
    counted, lock = [0], threading.Lock()

    def tick() -> None:
        if cancel.is_set():
            raise Cancelled("The work was stopped.")
        with lock:
            counted[0] += 1
            on_progress(min(counted[0], len(wanted)), len(wanted))

    slices = sliced(list(wanted.values()), for_paper=for_paper, tick=tick)
    return page_of(sheet, dict(zip(wanted, slices, strict=True)), for_paper=for_paper)


async def _printed(page: str) -> bytes:
    try:
        return await printed(page, tagged=True, seconds=SECONDS)
    except TimeoutError:
        raise LimitError(
            "Printing the proof sheet took longer than {seconds} seconds.",
            advice="Choose fewer clients, or the HTML file.",
            seconds=f"{SECONDS:g}",
        ) from None
    except PageLostError as error:
        raise EngineError(
            "The browser could not print the proof sheet.", advice="Try again, or choose the HTML file."
        ) from error
