"""Says that the open document's file is another on disk, or gone, and lets the user decide."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.disk_watch import DiskWatch
from desktop.editor.history.compare import Side
from desktop.editor.history.compare_dialog import Choice, CompareDialog
from desktop.editor.history.keeper import VersionKeeper
from desktop.editor.notice_bar import NoticeBar
from desktop.jobs import Jobs
from desktop.language import QT_TRANSLATE_NOOP
from templates.snapshot import Snapshot

_CHOICES = (
    Choice("mine", QT_TRANSLATE_NOOP("CompareDialog", "Keep mine")),
    Choice("reload", QT_TRANSLATE_NOOP("CompareDialog", "Reload"), primary=True),
)


class DiskBar(NoticeBar):
    """Reload, keep mine or compare; when the file was deleted, save it again or close it."""

    close_wanted = Signal()
    """The file is gone and the user does not want it back."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(jobs, "triangle-alert", parent)
        self.compare, self.keep, self.reload = (self.add_button() for _ in range(3))
        self.close_button, self.save_again = self.add_button(), self.add_button()
        self.compare.clicked.connect(self.show_comparison)
        self.keep.clicked.connect(self._keep)
        self.reload.clicked.connect(self._reload)
        self.save_again.clicked.connect(self._save_again)
        self.close_button.clicked.connect(self.close_wanted)
        self.watch: DiskWatch | None = None
        self.retranslate()

    def document_opened(self) -> None:
        """Follow the watch of another document."""
        if self.watch is not None:
            self.watch.changed.disconnect(self.refresh)
        found = self.document.findChild(DiskWatch) if self.document else None
        self.watch = found if isinstance(found, DiskWatch) else None
        if self.watch is not None:
            self.watch.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the watch says."""
        state = self.watch.state if self.watch else "same"
        for each in (self.compare, self.keep, self.reload):
            each.setVisible(state == "changed")
        for each in (self.close_button, self.save_again):
            each.setVisible(state == "deleted")
        self.retranslate()
        self.setVisible(state != "same")

    def show_comparison(self) -> CompareDialog | None:
        """Show what is on disk beside what is here."""
        if self.watch is None or self.document is None:
            return None
        sides = (
            Side(self.tr("On disk"), Snapshot(self.watch.disk_text)),
            Side(self.tr("Here, not saved"), Snapshot(self.document.text)),
        )
        dialog = CompareDialog(self.jobs, self.document.workspace, self.document.name, sides, _CHOICES, self.window())
        dialog.chosen.connect(self._chosen)
        dialog.open()
        return dialog

    def retranslate(self) -> None:
        """Set every text anew."""
        deleted = self.watch is not None and self.watch.state == "deleted"
        changed = self.tr("This template was changed on disk too.")
        self.text.setText(self.tr("This template was deleted on disk.") if deleted else changed)
        self.compare.setText(self.tr("Compare…"))
        self.keep.setText(self.tr("Keep mine"))
        self.reload.setText(self.tr("Reload"))
        self.close_button.setText(self.tr("Close it"))
        self.save_again.setText(self.tr("Save it again"))

    def _chosen(self, choice: str) -> None:
        if choice == "reload":
            self._reload()
        else:
            self._keep()

    def _keep(self) -> None:
        if self.watch is not None:
            self.watch.keep_mine()

    def _reload(self) -> None:
        if self.watch is None or self.document is None:
            return
        keeper = self.document.findChild(VersionKeeper)
        if isinstance(keeper, VersionKeeper):
            keeper.keep_unsaved(self.document.text, {})
        self.watch.reload()

    def _save_again(self) -> None:
        if self.watch is not None:
            self.watch.save_again()
