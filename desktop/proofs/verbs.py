"""What the window does with previews in clients: the dialog, for the document or the templates that are selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from desktop.main_window import MainWindow
from desktop.open_workspace import OpenWorkspace
from desktop.proofs.dialog import RenderDialog
from desktop.tokens.verbs import token_verbs


class ProofVerbs(QObject):
    """The previews' side of one window; lives as long as it."""

    rendered = Signal()
    """A run ended: there are more saved previews than before."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, objectName="proof-verbs")
        self._window = window
        self._opened: OpenWorkspace | None = None
        self.dialog: RenderDialog | None = None
        window.state_changed.connect(self._follow)

    @property
    def templates(self) -> list[str]:
        """The open document, or what is selected in the gallery."""
        window = self._window
        if window.in_editor:
            return [window.document.name] if window.document is not None else []
        return [name for name in window.gallery.selected or (window.preview.name,) if name]

    def render(self, templates: Sequence[str] = ()) -> None:
        """Open the dialog for these templates (for ``templates``), or bring it to the front.

        What is unsaved is asked about first.
        """
        names = list(templates) or self.templates
        if self.dialog is not None and (self.dialog.is_running or list(self.dialog.templates) == names):
            self.dialog.activateWindow()
        elif self._window.workspace is not None and names:
            self._ask_unsaved(names, lambda: self._open(names))

    def _open(self, names: list[str]) -> None:
        window, opened = self._window, self._window.workspace
        if opened is None:
            return
        if self.dialog is not None:
            self.dialog.close()
        self._opened = opened
        self.dialog = RenderDialog(
            opened.workspace,
            names,
            window.jobs,
            window.preferences,
            lambda then: self._ask_unsaved(names, lambda: self._go_on(then)),
            window,
        )
        self.dialog.tokens_wanted.connect(self._show_tokens)
        self.dialog.run_ended.connect(self._count_tokens)
        self.dialog.run_ended.connect(self.rendered)
        self.dialog.finished.connect(self._closed)
        self.dialog.show()

    def _go_on(self, then: Callable[[], object]) -> None:
        """The dialog may have been closed while somebody was asked."""
        if self.dialog is not None:
            then()

    def _ask_unsaved(self, names: list[str], then: Callable[[], object]) -> None:
        """A picture is of what is on the disk."""
        documents = [each for each in self._window.editor.documents.unsaved if each.name in names]
        self._window.ask_unsaved(documents, then)

    def _show_tokens(self) -> None:
        token_verbs(self._window).show()

    def _count_tokens(self) -> None:
        token_verbs(self._window).refresh()

    def _follow(self) -> None:
        """The dialog of a workspace that is closed goes with it."""
        if self.dialog is not None and self._window.workspace is not self._opened:
            self.dialog.close()

    def _closed(self) -> None:
        self.dialog = None


def proof_verbs(window: MainWindow) -> ProofVerbs:
    """Return the previews' verbs of a window; made when they are asked for first."""
    found = window.findChild(ProofVerbs, "proof-verbs", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, ProofVerbs) else ProofVerbs(window)
