"""The tree of accounts. A row that is dragged onto the one above or below it moves tokens there."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from desktop.icons import icon
from desktop.tokens.account_delegate import AccountDelegate
from desktop.tokens.account_model import SHOWN, AccountModel
from desktop.tokens.facts import ShownAccount, TokenFacts
from desktop.widgets import Translated


class AccountTree(Translated, QTreeView):
    """Says which account is chosen; changes nothing itself."""

    chosen = Signal(str)
    menu_wanted = Signal(QPoint)
    """Where on the screen."""

    def __init__(self, model: AccountModel) -> None:
        super().__init__()
        self.accounts = model
        self.setObjectName("accounts")
        self.setModel(model)
        self.setItemDelegate(AccountDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDropIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.retranslate()

    @property
    def current(self) -> ShownAccount | None:
        """The chosen account."""
        shown = self.currentIndex().data(SHOWN)
        return shown if isinstance(shown, ShownAccount) else None

    def show_facts(self, facts: TokenFacts) -> None:
        """Show other facts; what was chosen stays chosen, at first the account that pays."""
        before = self.current.account.id if self.current else ""
        if self.accounts.show_facts(facts):
            self.expandAll()
            top = facts.accounts[0].account.id if facts.accounts else ""
            known = [id_ for id_ in (before, facts.payer, top) if facts.find(id_)]
            if known:
                self.choose(known[0])

    def choose(self, id_: str) -> None:
        """Choose an account."""
        index = self.accounts.index_of(id_)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def place_below(self, id_: str) -> QPoint:
        """Where on the screen something about an account may open."""
        area = self.visualRect(self.accounts.index_of(id_))
        return self.viewport().mapToGlobal(area.bottomLeft() + QPoint(8, 2))

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("Accounts"))
        self.viewport().update()

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """An arrow beside the name of an account that has sub-accounts."""
        if self.accounts.rowCount(index):
            area = QRect(rect.right() - 17, rect.top() + 10, 16, 16)
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            icon(name, QPalette.ColorRole.PlaceholderText).paint(painter, area)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Only onto a row: between two of them there is nothing."""
        super().dragMoveEvent(event)
        if self.dropIndicatorPosition() is not QAbstractItemView.DropIndicatorPosition.OnItem:
            event.ignore()

    def _menu(self, where: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(where))

    def _current_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.data(SHOWN).account.id)
