"""The data sets of an open document: which there are, what they say, and the steps that change them.

Text that is no valid JSON yet is kept beside its set, as its *draft*: a side of the document like the set itself, so
that undo, recovery and Save cover it, while the mail goes on with the last good data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from desktop.document import OpenDocument
from templates.data.data_set import check_name, new_text, side_of
from templates.errors import InputError, MailwrightError
from templates.json_files import parse_data

DEFAULT = "default"
MOST = 2 * 1024**2  # characters that are edited here; a mail shows a few thousand
_SIDE = re.compile(r"data/([^./\\][^/\\]*)\.json")


@dataclass(frozen=True)
class SetText:
    """What is written in a set. ``fault``: why it is no data; ``drafted``: the mail has other, older data."""

    text: str
    data: Mapping[str, Any]
    fault: MailwrightError | None = None
    drafted: bool = False


def draft_of(name: str) -> str:
    """Return the file of a set's draft; no set is called like it."""
    return f"data/.{name}.json"


def set_names(document: OpenDocument) -> list[str]:
    """Return the names of the sets, unsaved ones too; ``default`` first, then by name."""
    names = {DEFAULT, *document.folder.data_sets()}
    for side in document.files.changed_sides():
        found = _SIDE.fullmatch(side)
        if found:
            (names.discard if document.side(side) is None else names.add)(found[1])
    return sorted(names | {DEFAULT}, key=lambda name: (name != DEFAULT, name.lower()))


def read_set(document: OpenDocument, name: str) -> SetText:
    """Return what is written in a set. Raises InputError when it is too large to edit, StorageError."""
    refuse_large(document, name)
    draft = document.side(draft_of(name))
    text = document.side(side_of(name)) or ""
    if draft is None:
        return parsed(text, name)
    return SetText(draft, parsed(text, name).data, parsed(draft, name).fault, drafted=True)


def refuse_large(document: OpenDocument, name: str) -> None:
    """Raise InputError for a file that is too large to edit, before it is read."""
    side = side_of(name)
    if side in document.files.known_sides():
        size = len(document.side(side) or "")
    else:
        path = document.folder.root / side
        size = path.stat().st_size if path.is_file() else 0
    if size > MOST:
        raise too_large(size)


def too_large(size: int) -> InputError:
    """Return what to say about a text of so many bytes or characters."""
    return InputError(
        "This data is too large to edit here: {size} MB, and at most {most} MB fit.",
        advice="A mail shows a few kilobytes: keep only what the template uses.",
        size=f"{size / 1024**2:.3g}",
        most=MOST // 1024**2,
    )


@lru_cache(maxsize=4)
def parsed(text: str, name: str) -> SetText:
    """Read a text; of the usual set there may be none. Several views ask for the same one after each key."""
    if not text and name == DEFAULT:
        return SetText("", {})
    try:
        return SetText(text, parse_data(text, Path(side_of(name))))
    except MailwrightError as error:
        return SetText(text, {}, error)


def write_set(document: OpenDocument, name: str, text: str, label: str, *, merge: str = "") -> bool:
    """Make ``text`` what is written in a set, as one step: its data if it is valid JSON, else its draft."""
    if parsed(text, name).fault is not None:
        return document.set_sides(label, {draft_of(name): text}, merge=merge)
    sides = {side_of(name): text or None, draft_of(name): None}
    return document.set_sides(label, sides, merge=merge)


def give_up_draft(document: OpenDocument, name: str, label: str) -> bool:
    """Go back to the last good text: the one that the mail is made with."""
    return document.set_sides(label, {draft_of(name): None})


def start_anew(document: OpenDocument, name: str, label: str) -> bool:
    """Put an empty object in the place of a file that was broken when it was opened."""
    return document.set_sides(label, {side_of(name): new_text(), draft_of(name): None})


def delete_set(document: OpenDocument, name: str, label: str) -> bool:
    """Take a set away, its draft with it."""
    return document.set_sides(label, {side_of(name): None, draft_of(name): None})


def rename_set(document: OpenDocument, name: str, new: str, label: str) -> bool:
    """Give a set another name. Raises InputError for a name that cannot be, or is taken."""
    new = check_name(new, [each for each in set_names(document) if each != name])
    refuse_large(document, name)
    sides = {
        side_of(new): document.side(side_of(name)) or new_text(),
        draft_of(new): document.side(draft_of(name)),
        side_of(name): None,
        draft_of(name): None,
    }
    return new != name and document.set_sides(label, sides)


def new_set(document: OpenDocument, name: str, text: str, label: str) -> bool:
    """Add a set. Raises InputError for a name that cannot be, or is taken, and for a text that is too large."""
    name = check_name(name, set_names(document))
    if len(text) > MOST:
        raise too_large(len(text))
    return write_set(document, name, text, label)
