"""The list of segments, with what can be done to the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from desktop.dialogs.segments.segment_delegate import SegmentDelegate
from desktop.dialogs.segments.segment_model import SHOWN, SegmentModel
from desktop.icons import icon
from desktop.widgets import GRID, IconButton, Translated, button, label, styled


class SegmentList(Translated, QWidget):
    """Says what is chosen and what is wanted; changes nothing itself."""

    chosen = Signal(str)
    """The id of the segment that is to be shown."""
    wanted = Signal(str)
    """A verb: new, import, duplicate, delete, up, down."""

    def __init__(self, model: SegmentModel) -> None:
        super().__init__()
        styled(self, "panel")
        self.model = model
        self.title = label("heading")
        self.new = button(primary=True)
        self.view = QListView()
        self.view.setModel(model)
        self.view.setItemDelegate(SegmentDelegate(self.view))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        icons = {"up": "arrow-up", "down": "arrow-down", "duplicate": "copy", "delete": "trash-2"}
        self.buttons = {verb: IconButton(name) for verb, name in icons.items()}
        self.bring = button(quiet=True)
        self._keys = {"up": "Alt+Up", "down": "Alt+Down", "duplicate": "Ctrl+D", "delete": "Delete"}
        self._shortcuts = {verb: self._shortcut(key) for verb, key in self._keys.items()}
        self.new.clicked.connect(self._say)
        self.bring.clicked.connect(self._say)
        for each in self.buttons.values():
            each.clicked.connect(self._say)
        self._lay_out()
        self.retranslate()

    @property
    def current(self) -> str:
        """The id of the chosen segment; "" for none."""
        shown = self.view.currentIndex().data(SHOWN)
        return shown.id if shown else ""

    def choose(self, id_: str) -> None:
        """Choose a segment; ``chosen`` is emitted when it is another one."""
        if id_ in self.model.ids:
            index = self.model.index(self.model.ids.index(id_))
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, flag)

    def refresh(self) -> None:
        """Enable what can be done now."""
        row, count = self.view.currentIndex().row(), self.model.rowCount()
        able = {"up": row > 0, "down": 0 <= row < count - 1, "duplicate": row >= 0, "delete": row >= 0}
        for verb, each in self.buttons.items():
            each.setEnabled(able[verb])

    def retranslate(self) -> None:
        """Set every text anew."""
        self.title.setText(self.tr("Segments"))
        self.new.setText(self.tr("New"))
        self.new.setIcon(icon("plus", self.palette().ColorRole.HighlightedText))
        self.new.setAccessibleName(self.tr("New segment"))
        self.bring.setText(self.tr("Import from Mailjet…"))
        self.view.setAccessibleName(self.tr("Segments"))
        words = {
            "up": self.tr("Move up"),
            "down": self.tr("Move down"),
            "duplicate": self.tr("Duplicate the segment"),
            "delete": self.tr("Delete the segment"),
        }
        for verb, each in self.buttons.items():
            keys = QKeySequence(self._keys[verb]).toString(QKeySequence.SequenceFormat.NativeText)
            each.name(words[verb])
            each.setToolTip(f"{words[verb]} ({keys})")
        self.model.retranslate()

    def _shortcut(self, key: str) -> QShortcut:
        made = QShortcut(QKeySequence(key), self.view, context=Qt.ShortcutContext.WidgetShortcut)
        made.activated.connect(self._say)
        return made

    def _say(self) -> None:
        sender = self.sender()
        verbs: dict[object, str] = {self.new: "new", self.bring: "import"}
        verbs |= {each: verb for verb, each in self.buttons.items()}
        verbs |= {each: verb for verb, each in self._shortcuts.items()}
        verb = verbs[sender]
        if verb not in self.buttons or self.buttons[verb].isEnabled():
            self.wanted.emit(verb)

    def _current_changed(self, current: QModelIndex) -> None:
        self.refresh()
        if current.isValid():
            self.chosen.emit(self.current)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, 12, 12, GRID)
        head.addWidget(self.title, 1)
        head.addWidget(self.new)
        tools = QHBoxLayout()
        tools.setContentsMargins(GRID, 4, GRID, 4)
        tools.setSpacing(2)
        for each in self.buttons.values():
            tools.addWidget(each)
        tools.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(head)
        around = QVBoxLayout()
        around.setContentsMargins(GRID, 0, GRID, 0)
        around.addWidget(self.view)
        column.addLayout(around, 1)
        column.addLayout(tools)
        foot = QHBoxLayout()
        foot.setContentsMargins(GRID, 0, GRID, 4)
        foot.addWidget(self.bring)
        foot.addStretch()
        column.addLayout(foot)
        self.setFixedWidth(264)
