"""Above pictures that are compared: in which way, how much differs, and from one difference to the next."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from desktop.editor.inspector.elided import ElidedLabel
from desktop.icons import icon
from desktop.proofs.look.looked import Looked
from desktop.widgets import GRID, IconButton, Translated, action_button, label, segment, styled

Way = Literal["slider", "side", "onion", "difference"]
_NAMES = 36  # pixels: as high with a list to choose from as without
WAYS: tuple[Way, ...] = ("slider", "side", "onion", "difference")


class CompareHead(Translated, QWidget):
    """Steers a comparison."""

    left = Signal()
    way_chosen = Signal(str)
    other_chosen = Signal(int)
    """Which picture the first one is compared with; 1 is the second."""
    walked = Signal(int)
    """The next (1) or the previous (-1) difference is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "bar")
        self.way: Way = "slider"
        self.back = IconButton("arrow-left")
        self.ways = {way: QAction(self, checkable=True) for way in WAYS}
        group = QActionGroup(self)
        for number, action in enumerate(self.ways.values(), 1):
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(self._chosen)
            group.addAction(action)
        self.previous, self.next = QAction(self), QAction(self)
        for action, keys, step in ((self.previous, "Shift+F7", self._go_back), (self.next, "F7", self._go_on)):
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(step)
        self.score, self.place = ElidedLabel("strong"), label("muted")
        self.score.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.before, self.after, self.other = ElidedLabel("strong"), ElidedLabel("strong"), QComboBox()
        self.after.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.other.setProperty("plain", True)
        self.other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.other.activated.connect(self._other_chosen)
        self.share = QSlider(Qt.Orientation.Horizontal)
        self.share.setRange(0, 100)
        self.share.setFixedWidth(180)
        self.back.clicked.connect(self.left)
        self.ways["slider"].setChecked(True)
        self._lay_out()
        self._retint()
        self.retranslate()

    @property
    def actions_of_page(self) -> tuple[QAction, ...]:
        """What has a shortcut; the page adds them to itself."""
        return (*self.ways.values(), self.previous, self.next)

    def set_way(self, way: Way) -> None:
        """Show which way is on."""
        self.way = way
        self.ways[way].setChecked(True)
        self._names.setVisible(way != "side")
        self.share.setVisible(way in {"slider", "onion"})
        self.retranslate()

    def name_sides(self, pictures: tuple[Looked, ...], other: int) -> None:
        """Say what is compared: the first with the picture at ``other``."""
        names = [each.name_beside(pictures) for each in pictures]
        several = len(pictures) > 2
        self.before.setText(names[0])
        self.after.setText(names[other])
        self.after.setVisible(not several)
        self.other.setVisible(several)
        self.other.clear()
        for place, name in enumerate(names[1:], 1):
            self.other.addItem(name, place)
        self.other.setCurrentIndex(other - 1)

    def retranslate(self) -> None:
        """Set every text anew."""
        texts = {
            "slider": self.tr("Slider"),
            "side": self.tr("Side by side"),
            "onion": self.tr("Onion skin"),
            "difference": self.tr("Difference"),
        }
        for way, action in self.ways.items():
            action.setText(texts[way])
            action.setToolTip(f"{texts[way]} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        self.back.name(self.tr("Back (Esc)"))
        self.previous.setText(self.tr("Previous difference"))
        self.next.setText(self.tr("Next difference"))
        self.other.setAccessibleName(self.tr("Compared with"))
        shares = {"slider": self.tr("Where the divider is"), "onion": self.tr("How much is seen of the second picture")}
        self.share.setAccessibleName(shares.get(self.way, ""))
        self.share.setToolTip(shares.get(self.way, ""))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._retint()

    def _chosen(self) -> None:
        self.way_chosen.emit(next(way for way, action in self.ways.items() if action.isChecked()))

    def _other_chosen(self) -> None:
        self.other_chosen.emit(self.other.currentData())

    def _go_back(self) -> None:
        self.walked.emit(-1)

    def _go_on(self) -> None:
        self.walked.emit(1)

    def _retint(self) -> None:
        self.previous.setIcon(icon("chevron-up"))
        self.next.setIcon(icon("chevron-down"))

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setContentsMargins(GRID, GRID, 2 * GRID, GRID)
        first.setSpacing(GRID)
        first.addWidget(self.back)
        first.addWidget(segment(self.ways.values(), style=Qt.ToolButtonStyle.ToolButtonTextOnly))
        first.addWidget(self.score, 1)
        first.addWidget(self.place)
        for action in (self.previous, self.next):
            first.addWidget(action_button(action))
        self._names = QWidget()
        second.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        self._names.setFixedHeight(_NAMES)
        second.setSpacing(2 * GRID)
        second.addWidget(self.before, 1)
        second.addWidget(self.share)
        second.addWidget(self.after, 1)
        second.addWidget(self.other, 1, Qt.AlignmentFlag.AlignRight)
        self._names.setLayout(second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self._names)
