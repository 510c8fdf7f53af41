"""What the main window does for the window of saved previews: opens it, and follows where it points."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt

from desktop.document import OpenDocument
from desktop.editor.documents import Opened
from desktop.main_window import MainWindow
from desktop.open_workspace import OpenWorkspace
from desktop.proofs.gallery.window import Host, ProofsWindow
from desktop.proofs.verbs import proof_verbs
from desktop.tokens.verbs import token_verbs
from renderers.clients.profile import profile
from renderers.proofs.proof import Shot
from templates.errors import MailwrightError


class GalleryVerbs(QObject):
    """The saved previews' side of one window; lives as long as it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, objectName="gallery-verbs")
        self._window = window
        self._opened: OpenWorkspace | None = None
        self.dialog: ProofsWindow | None = None
        window.state_changed.connect(self._follow)
        window.editor.documents.opened.connect(self._document_opened)
        proof_verbs(window).rendered.connect(self._rendered)
        for opened in window.editor.documents.all:
            self._document_opened(opened)

    def show(self, run_id: str = "") -> ProofsWindow | None:
        """Open the window of the workspace, or bring it to the front, with this run."""
        window, opened = self._window, self._window.workspace
        if opened is None:
            return None
        if self.dialog is None:
            self._opened = opened
            host = Host(
                window.open_url, self._reveal, self._render, self._show_tokens, self._count_tokens, self._ask_unsaved
            )
            self.dialog = ProofsWindow(opened.workspace, window.jobs, window.preferences, host, window)
            self.dialog.finished.connect(self._closed)
        self.dialog.show()
        self.dialog.activateWindow()
        self.dialog.show_run(run_id)
        return self.dialog

    def _reveal(self, shot: Shot) -> None:
        """Open the template as this client shows it, with what it changes; say so where there is no such any more."""
        window = self._window
        try:
            profile(shot.profile)
        except MailwrightError as error:
            window.show_error(error)
            return
        if window.open_template(shot.template) is not None:
            window.set_editor_mode("client")
            window.editor.client.show_client(shot.profile)
            window.editor.client.show_mode(shot.mode)
            window.activateWindow()

    def _render(self, names: Sequence[str]) -> None:
        proof_verbs(self._window).render(names)

    def _show_tokens(self) -> None:
        token_verbs(self._window).show()

    def _count_tokens(self) -> None:
        token_verbs(self._window).refresh()

    def _ask_unsaved(self, names: Sequence[str], then: Callable[[], object]) -> None:
        """A picture is of what is on the disk."""
        documents = [each for each in self._window.editor.documents.unsaved if not names or each.name in names]
        self._window.ask_unsaved(documents, lambda: self._still(then))

    def _still(self, then: Callable[[], object]) -> None:
        """The window may have been closed while somebody was asked."""
        if self.dialog is not None:
            then()

    def _rendered(self) -> None:
        if self.dialog is not None:
            self.dialog.proofs.read()

    def _document_opened(self, opened: Opened) -> None:
        opened.document.saved.connect(self._saved)

    def _saved(self) -> None:
        document = self.sender()
        if self.dialog is not None and isinstance(document, OpenDocument):
            self.dialog.template_saved(document.name)

    def _follow(self) -> None:
        """The window of a workspace that is closed goes with it."""
        if self.dialog is not None and self._window.workspace is not self._opened:
            self.dialog.close()

    def _closed(self) -> None:
        self.dialog = None


def gallery_verbs(window: MainWindow) -> GalleryVerbs:
    """Return the saved previews' verbs of a window; made when they are asked for first."""
    found = window.findChild(GalleryVerbs, "gallery-verbs", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, GalleryVerbs) else GalleryVerbs(window)
