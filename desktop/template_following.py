"""Open documents step aside while their template is moved: nobody else can hold its lock, so they close and reopen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop.main_window import MainWindow
from templates.errors import MailwrightError


class Following:
    """Closes documents of a window for a moment, and opens them again under the names that they have then."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._waiting: list[tuple[str, str]] = []
        self._was_in_editor = False

    def closed(
        self, names: Sequence[str], then: Callable[[], object], new_names: Mapping[str, str] | None = None
    ) -> None:
        """Call ``then`` once these documents are closed, after asking what to save.

        ``new_names`` are those under which ``open_again`` opens them; without it they stay closed.
        """
        window, documents = self._window, self._window.editor.documents
        opened = [found for name in names if (found := documents.find(name))]

        def go_on() -> None:
            if new_names is not None:
                self._waiting = [(one.document.name, new_names[one.document.name]) for one in opened]
            self._was_in_editor = window.in_editor
            for one in opened:
                documents.close(one)
            if window.in_editor:
                window.show_templates()
            then()

        window.ask_unsaved([one.document for one in opened], go_on)

    def open_again(self, *, renamed: bool = True) -> None:
        """Open what waits, under its new name; when the work failed, under the name that it still has."""
        window, waiting, self._waiting = self._window, self._waiting, []
        if window.workspace is None or not waiting:
            return
        workspace = window.workspace.workspace
        there = {template.name for template in workspace.templates()}
        for old, new in waiting:
            name = new if renamed or old not in there else old
            if name not in there:
                continue  # it was deleted meanwhile
            try:
                window.editor.documents.open(workspace, name)
            except MailwrightError as error:
                window.show_error(error)
        if self._was_in_editor:
            window.show_editor()
