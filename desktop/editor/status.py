"""The editor's part of the status bar: whether everything is saved, and what the mail weighs."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from desktop.document import OpenDocument
from desktop.editor.panel import DocumentPanel
from desktop.live import Checked, LiveMailer
from desktop.widgets import GRID, label, restyle, set_role

CLIPPED = 102_400  # bytes after which Gmail cuts a mail off
_CLOSE = 0.85  # of them: time to think of it


class EditorStatus(DocumentPanel):
    """Follows the document that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state, self.weight = label("muted"), label("muted")
        self.bar = QProgressBar(textVisible=False, maximum=CLIPPED)
        self.bar.setFixedWidth(64)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.state)
        row.addSpacing(2 * GRID)
        row.addWidget(self.bar)
        row.addWidget(self.weight)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._bytes = 0
        self.retranslate()

    def set_document(self, document: OpenDocument | None, live: LiveMailer | None) -> None:
        """Follow another document."""
        if self.document is not None:
            self.document.saved_changed.disconnect(self._saved_changed)
        if document is not None:
            document.saved_changed.connect(self._saved_changed)
        super().set_document(document, live)

    def document_opened(self) -> None:
        """Show what is known of the new one."""
        known = self.live.last_check if self.live else None
        self._bytes = known.weight if known else 0
        self.setVisible(self.document is not None)
        self.retranslate()

    def mail_checked(self, checked: Checked) -> None:
        """Show the weight of a mail that could be built."""
        if checked.weight:
            self._bytes = checked.weight
            self._show_weight()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.bar.setAccessibleName(self.tr("Weight of the mail"))
        self._saved_changed()
        self._show_weight()

    def _saved_changed(self, _clean: bool = True) -> None:
        document = self.document
        if document is None:
            return
        saved = self.tr("Saved") if document.is_clean else self.tr("Not saved")
        self.state.setText(saved if document.editable else self.tr("Read only"))
        set_role(self.state, "muted" if document.is_clean else "strong")

    def _show_weight(self) -> None:
        self.bar.setValue(min(CLIPPED, self._bytes))
        heavy = self._bytes > CLIPPED
        near = self._bytes > _CLOSE * CLIPPED
        kilobytes = self.tr("{weight} of {limit} KB").format(weight=-(-self._bytes // 1000), limit=CLIPPED // 1000)
        self.weight.setText(self.tr("Too heavy: {weight}").format(weight=kilobytes) if heavy else kilobytes)
        self.weight.setToolTip(self.tr("Gmail cuts a mail off behind 102 KB of HTML."))
        self.weight.setVisible(self._bytes > 0)
        self.bar.setVisible(self._bytes > 0)
        set_role(self.weight, "danger" if heavy else "warning" if near else "muted")
        self.bar.setProperty("level", "danger" if heavy else "warning" if near else "")
        restyle(self.bar)
