"""The sample data that an inserted block brings: added to the template's usual data set where that has no value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from desktop.document import OpenDocument
from desktop.errors import explain
from desktop.language import current_language
from templates.blocks import block_of
from templates.blocks.samples import with_missing
from templates.errors import MailwrightError

SIDE = "data/default.json"


def with_samples(document: OpenDocument, source: str, label: str, insert: Callable[[], bool]) -> bool:
    """Call ``insert``; when ``source`` is a block whose variables have no value yet, give them one in the same step."""
    text = _side_with_samples(document, source)
    if text is None or not document.editable:
        return insert()
    document.stack.beginMacro(label)
    try:
        document.set_side(label, SIDE, text)  # first: the mail is built when the text changes
        return insert()
    finally:
        document.stack.endMacro()


def _side_with_samples(document: OpenDocument, source: str) -> str | None:
    """Return the data set with what ``source`` needs; None when nothing is missing, or it cannot be added."""
    found = block_of(source)
    if found is None:
        return None
    block, language = found
    text = document.side(SIDE) or ""
    try:
        brand = document.meta.brand or document.workspace.settings.brand
        today = datetime.now(ZoneInfo(document.workspace.settings.timezone)).date()
        added = with_missing(text, block.data(language, today=today, brand=f"brands/{brand}"))
    except MailwrightError as error:
        document.notified.emit("warning", explain(error, current_language()))
        return None
    return None if added == text else added
