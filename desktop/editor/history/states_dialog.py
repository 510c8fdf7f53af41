"""A list of states on the left, the comparison of the chosen ones on the right, and what can be done with one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.document import OpenDocument
from desktop.editor.history.compare import CompareView
from desktop.editor.history.state_list import StateList
from desktop.editor.history.state_model import StateModel
from desktop.errors import explain
from desktop.jobs import Jobs
from desktop.language import current_language
from desktop.widgets import GRID, Translated, button, label, styled
from renderers.render.cache import PictureCache
from templates.errors import MailwrightError

_LIST = 292


class StatesDialog(Translated, QDialog):
    """What the history and the A/B versions have in common. One chosen state is compared with the usual other one."""

    def __init__(
        self,
        document: OpenDocument,
        jobs: Jobs,
        parent: QWidget | None = None,
        *,
        cache: PictureCache | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.document, self.jobs = document, jobs
        self.model = StateModel(self)
        self.model.renamed.connect(self.rename)
        self.list = StateList(self.model)
        self.list.chosen.connect(self.show_chosen)
        self.view = CompareView(jobs, cache=cache)
        self.side = styled(QWidget(), "panel")
        self.trouble, self.hint = label("danger", wrap=True), label("muted", wrap=True)
        self.trouble.hide()
        self.rename_button, self.close_button = button(), button()
        self.rename_button.clicked.connect(self.list.rename_current)
        self.close_button.clicked.connect(self.reject)
        self._buttons = QHBoxLayout()

    def rename(self, state_id: str, name: str) -> None:
        """Give a state another name."""
        raise NotImplementedError

    def show_chosen(self, ids: list[str]) -> None:
        """Compare what is chosen, and enable what can be done with it."""
        raise NotImplementedError

    @Slot(object)
    def show_error(self, error: MailwrightError) -> None:
        """Say what went wrong, in place."""
        self.trouble.setText(explain(error, current_language()))
        self.trouble.show()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.list.setToolTip(self.tr("Hold Ctrl to choose a second one and compare the two."))
        self.hint.setText(self.tr("Ctrl and click compares two. F2 renames."))
        self.rename_button.setText(self.tr("Rename"))
        self.close_button.setText(self.tr("Close"))

    def lay_out(self, actions: Sequence[QPushButton], main: QPushButton) -> None:
        """Put the parts in their places: ``actions`` at the left, the ``main`` one at the right end."""
        column = QVBoxLayout(self.side)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=1)
        splitter.addWidget(self.side)
        splitter.addWidget(self.view)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST, 900])
        bar = styled(QWidget(), "foot")
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        row.setSpacing(GRID)
        for each in actions:
            row.addWidget(each)
        row.addWidget(self.trouble, 1)
        row.addStretch()
        row.addWidget(self.close_button)
        row.addWidget(main)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(splitter, 1)
        whole.addWidget(bar)
        self.resize(1160, 720)
