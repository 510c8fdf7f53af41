"""A/B versions of an open document: each change is one step on its stack, and saved with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.document import OpenDocument
from desktop.editor.history.replace import replace_document
from desktop.errors import explain
from desktop.language import current_language
from templates.ab_versions import (
    AbVersion,
    Changed,
    ab_versions,
    add_version,
    delete_version,
    open_version,
    rename_version,
)
from templates.errors import MailwrightError


def versions(document: OpenDocument) -> tuple[AbVersion, ...]:
    """Return the document's versions; none when their list is damaged, which opening the dialog tells."""
    try:
        return ab_versions(document.side)
    except MailwrightError:
        return ()


def title(version: AbVersion) -> str:
    """Say letter and name."""
    return f"{version.letter.upper()} – {version.name}" if version.name else version.letter.upper()


def add(document: OpenDocument, name: str) -> None:
    """Make a copy of what is open the next version, and open it. Raises LimitError for the eleventh."""
    original = QCoreApplication.translate("AbVersions", "Original")
    changed = add_version(document.side, document.text, name, first_name=original)
    _make(document, QCoreApplication.translate("AbVersions", "New A/B version"), changed)


def open_(document: OpenDocument, letter: str) -> None:
    """Go on with another version. Raises MailwrightError."""
    changed = open_version(document.side, document.text, letter)
    label = QCoreApplication.translate("AbVersions", "Open version {letter}").format(letter=letter.upper())
    _make(document, label, changed)


def open_next(document: OpenDocument) -> None:
    """Go on with the next version, after the last with the first."""
    listed = versions(document)
    if not listed:
        return
    here = next((place for place, version in enumerate(listed) if version.is_open), -1)
    try:
        open_(document, listed[(here + 1) % len(listed)].letter)
    except MailwrightError as error:
        document.notified.emit("error", explain(error, current_language()))


def rename(document: OpenDocument, letter: str, name: str) -> None:
    """Give a version another name. Raises MailwrightError."""
    label = QCoreApplication.translate("AbVersions", "Rename an A/B version")
    _make(document, label, rename_version(document.side, letter, name))


def delete(document: OpenDocument, letter: str) -> None:
    """Delete a version that is not open. Raises MailwrightError."""
    label = QCoreApplication.translate("AbVersions", "Delete version {letter}").format(letter=letter.upper())
    _make(document, label, delete_version(document.side, letter))


def _make(document: OpenDocument, label: str, changed: Changed) -> None:
    replace_document(document, label, changed.text, changed.sides)
