"""What the window does with the brand: update, undo, and what is said before and after."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from desktop.brand_reach import reach_of
from desktop.dialogs.brand_changes import BrandChangesDialog
from desktop.open_workspace import OpenWorkspace
from desktop.panels.brand import BrandPanel
from desktop.panels.preview import PreviewPanel

_SAY_MS = 8000


class BrandVerbs(QMainWindow):
    """The part of the main window that its brand panel and its Brand menu talk to."""

    state_changed = Signal()
    """Something on which the actions' state depends is different now."""

    workspace: OpenWorkspace | None
    brand: BrandPanel
    preview: PreviewPanel

    @property
    def has_workspace(self) -> bool:
        """Whether a workspace is open."""
        return self.workspace is not None

    def update_brand(self) -> None:
        """Show what the update changes; do it when the user agrees."""
        self.brand.ask_for_update()

    def undo_brand(self) -> None:
        """Take the last change of a brand back, as the action does."""
        action = self.findChild(QAction, "brand.undo")
        if action is not None and action.isEnabled():
            action.trigger()

    @property
    def can_update_brand(self) -> bool:
        """Whether there is something to apply."""
        return self.has_workspace and self.brand.can_update

    @property
    def can_undo_brand(self) -> bool:
        """Whether an update can be taken back."""
        return self.workspace is not None and self.workspace.can_undo

    def confirm_brand(self, changes: dict[str, object]) -> BrandChangesDialog | None:
        """Show what ``changes`` mean; accepting applies them."""
        workspace = self.workspace
        if workspace is None or self.brand.brand is None:
            return None
        rows = [self.brand.form.change_row(name) for name in changes]
        dialog = BrandChangesDialog(rows, self.brand.form.looks, self)
        dialog.accepted.connect(self._apply_brand)
        root, slug = workspace.workspace, workspace.brand_slug
        words = self.tr("Looking which templates follow")
        looking = workspace.jobs.run(words, lambda job: reach_of(root, slug), quiet=True)
        looking.succeeded.connect(dialog.show_reach)
        looking.failed.connect(workspace.failed)
        dialog.open()
        return dialog

    def say(self, text: str) -> None:
        """Tell of a success, in passing."""
        self.statusBar().showMessage(text, _SAY_MS)

    def _apply_brand(self) -> None:
        if self.workspace is not None:
            self.workspace.update_brand(self.brand.changes())

    def _brand_updated(self, kept: list[str]) -> None:
        self.preview.ask_for(self.preview.name)
        if kept:
            self.say(self.tr("Updated. Kept, because they were edited by hand: {parts}").format(parts=", ".join(kept)))
        else:
            self.say(self.tr("All templates follow the brand."))

    def _history_changed(self) -> None:
        self.brand.set_can_undo(self.can_undo_brand)
        self.state_changed.emit()
