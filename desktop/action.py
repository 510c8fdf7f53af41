"""What an action is. The rows are in ``rows/``; ``actions.py`` is the whole table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.main_window import MainWindow

Run = Callable[[MainWindow], object]
Test = Callable[[MainWindow], bool]


def always(window: MainWindow) -> bool:
    """Enabled whatever the window shows."""
    return True


def with_workspace(window: MainWindow) -> bool:
    """Enabled while a workspace is open."""
    return window.has_workspace


def with_template(window: MainWindow) -> bool:
    """Enabled while a template is shown, in the preview or in the editor."""
    return window.has_template


def with_document(window: MainWindow) -> bool:
    """Enabled while the editor shows a document."""
    return window.document is not None


def with_editable(window: MainWindow) -> bool:
    """Enabled while the editor shows a document that may be changed here."""
    return window.document is not None and window.document.editable


def with_selection(window: MainWindow) -> bool:
    """Enabled while a component of a document that may be changed is selected."""
    return with_editable(window) and window.document is not None and window.document.selected_element is not None


@dataclass(frozen=True)
class Action:
    """One thing that the user can do.

    ``checked_when`` makes it a switch that shows the window's state; those with the same ``group`` exclude each other.
    ``edits`` says that it changes the document, as a step that can be undone.
    """

    id: str
    text: str
    run: Run
    icon: str = ""
    shortcut: str = ""
    enabled_when: Test = always
    checked_when: Test | None = None
    group: str = ""
    short: str = ""  # on a button, where the place says the rest
    edits: bool = False
