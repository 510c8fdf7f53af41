"""A statement as a PDF, printed by the browser that takes the pictures. The page runs no script and loads nothing."""

from __future__ import annotations

import threading
from pathlib import Path

from renderers.blocking import wait_for
from renderers.budget.statement import Statement
from renderers.budget.statement.page import page_of
from renderers.engines import PageLostError
from renderers.paper.printing import printed
from templates.errors import EngineError, LimitError
from templates.files import write_bytes

SECONDS = 120.0
"""For one print; a page of entries takes a fraction of a second."""
MOST_TAGGED = 300
"""Entries up to which the file says what is a heading and what a cell, for screen readers: 4 kB for each entry."""


def write_pdf(statement: Statement, path: Path, language: str, *, cancel: threading.Event | None = None) -> None:
    """Print a statement on A4; call it from any thread that may wait. Setting ``cancel`` ends it with Cancelled.

    Raises BrowserMissingError (the CSV file needs none), EngineError, LimitError, StorageError.
    """
    page, tagged = page_of(statement, language), len(statement.entries) <= MOST_TAGGED
    write_bytes(path, wait_for(lambda: _printed(page, tagged=tagged), cancel))


async def _printed(page: str, *, tagged: bool) -> bytes:
    try:
        return await printed(page, tagged=tagged, seconds=SECONDS)
    except TimeoutError:
        raise LimitError(
            "Printing the statement took longer than {seconds} seconds.",
            advice="The CSV file holds the same.",
            seconds=f"{SECONDS:g}",
        ) from None
    except PageLostError as error:
        raise EngineError(
            "The browser could not print the statement.", advice="Try again; the CSV file holds the same."
        ) from error
