"""The empty state: what to do when no workspace is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.panels.mail_row import MailRow
from desktop.widgets import GRID, Translated, button, label, styled

_WIDTH = 640


class Welcome(Translated, QWidget):
    """A field to start from a domain, the workspaces that were open lately, the sample."""

    start = Signal(str)
    """A domain, an address, or "" when nothing was typed."""
    open_folder = Signal()
    open_recent = Signal(str)
    sample = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "stage")
        self._title = label("title", wrap=True)
        self._lead = label("lead", wrap=True)
        self.source = QLineEdit()
        self.source.setProperty("large", True)
        self.go = button(primary=True, large=True)
        self.open_button, self.sample_button = button(), button()
        self._recent_title = label("caption")
        self.recent = styled(QListWidget(), "plain")
        self.recent.setIconSize(QSize(18, 18))
        self.source.returnPressed.connect(self._start)
        self.go.clicked.connect(self._start)
        self.open_button.clicked.connect(self.open_folder)
        self.sample_button.clicked.connect(self.sample)
        self.recent.itemActivated.connect(self._recent_chosen)
        self.recent.itemClicked.connect(self._recent_chosen)
        self._lay_out()
        self.retranslate()

    def show_recent(self, folders: Sequence[Path]) -> None:
        """List the workspaces that were open lately."""
        self.recent.clear()
        for folder in folders:
            item = QListWidgetItem(f"{folder.name}\n{folder.parent}")
            item.setData(Qt.ItemDataRole.UserRole, str(folder))
            self.recent.addItem(item)
        rows = min(4, len(folders))
        self.recent.setFixedHeight(rows * (self.recent.sizeHintForRow(0) + 2) + 4 if rows else 0)
        self._recent_card.setVisible(bool(folders))

    def retranslate(self) -> None:
        """Set every text anew."""
        self._title.setText(self.tr("Twenty branded templates from one domain"))
        self._lead.setText(
            self.tr("Mailwright reads a company’s site, finds its logo, name and colours, and makes its e-mails.")
        )
        self.source.setPlaceholderText(self.tr("company.com"))
        self.source.setAccessibleName(self.tr("Start from a domain"))
        self.go.setText(self.tr("Start from a domain"))
        self.open_button.setText(self.tr("Open a workspace…"))
        self.sample_button.setText(self.tr("Open the sample"))
        self._recent_title.setText(self.tr("Recent workspaces"))
        self.recent.setAccessibleName(self.tr("Recent workspaces"))

    def _start(self) -> None:
        self.start.emit(self.source.text().strip())

    def _recent_chosen(self, item: QListWidgetItem) -> None:
        self.open_recent.emit(item.data(Qt.ItemDataRole.UserRole))

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(MailRow())
        column.addSpacing(3 * GRID)
        for each in (self._title, self._lead):
            column.addWidget(each)
        column.addSpacing(2 * GRID)
        field = QHBoxLayout()
        field.setSpacing(GRID)
        field.addWidget(self.source, 1)
        field.addWidget(self.go)
        column.addLayout(field)
        column.addSpacing(GRID)
        others = QHBoxLayout()
        others.setSpacing(GRID)
        others.addWidget(self.open_button)
        others.addWidget(self.sample_button)
        others.addStretch()
        column.addLayout(others)
        column.addSpacing(3 * GRID)
        self._recent_card = styled(QFrame(), "card")
        inside = QVBoxLayout(self._recent_card)
        inside.setContentsMargins(GRID, 12, GRID, GRID)
        self._recent_title.setContentsMargins(10, 0, 0, 0)
        inside.addWidget(self._recent_title)
        inside.addWidget(self.recent)
        column.addWidget(self._recent_card)
        middle = QWidget()
        middle.setFixedWidth(_WIDTH)
        middle.setLayout(column)
        across = QHBoxLayout()  # no alignment flag: that would break the height of wrapped lines
        across.addStretch()
        across.addWidget(middle)
        across.addStretch()
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(across)
        whole.addStretch(3)
        self._recent_card.hide()
