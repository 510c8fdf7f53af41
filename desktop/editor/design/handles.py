"""The bar beside the selected component: take it by its handle, say who sees it, duplicate, move, delete it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.editor.mime import node_data
from desktop.icons import icon
from desktop.models.component_names import component_name
from desktop.widgets import Translated, action_button, restyle, styled
from templates.source.tree import Element

CONDITION = "structure.condition"
VERBS = (CONDITION, "structure.duplicate", "structure.move_up", "structure.move_down", "structure.delete")
_GAP = 6  # pixels between the bar and what it belongs to


class DragHandle(QToolButton):
    """Starts the drag of a component. Its keyboard equivalents are the buttons beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.node_id = 0
        self._pressed: QPoint | None = None
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It was no drag."""
        super().mouseReleaseEvent(event)
        self._pressed = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag once the pointer has gone a little way."""
        away = (event.position().toPoint() - self._pressed).manhattanLength() if self._pressed is not None else 0
        if self.node_id and away >= QApplication.startDragDistance():
            self._pressed = None
            self.setDown(False)
            self.start_drag()

    def start_drag(self) -> None:
        """Carry the component until it is dropped."""
        drag = QDrag(self)
        drag.setMimeData(node_data(self.node_id))
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.MoveAction)


class ConditionButton(QToolButton):
    """Says who sees the component, and asks for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("condition")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(16, 16))

    def show_words(self, words: str) -> None:
        """Say who sees it; "" is everybody."""
        self.setIcon(icon("split"))
        self.setText((words or self.tr("Add a condition")).replace("&", "&&"))
        self.setAccessibleName(self.tr("Who sees it: {words}").format(words=words) if words else self.text())
        self.setToolTip(self.tr("Show it to some people only"))
        if self.property("set") != bool(words):
            self.setProperty("set", bool(words))
            restyle(self)


class HandleBar(Translated, QFrame):
    """Floats above the canvas; is there while a component that can be moved is to be seen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        styled(self, "handles")
        self.handle = DragHandle()
        self.condition = ConditionButton()
        self._words = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self._row.addWidget(self.handle)
        self._filled = False
        self._element: Element | None = None
        self.hide()
        self.retranslate()

    def fill(self, actions: Sequence[QAction]) -> None:
        """Take the buttons from the window's actions, once there is a window."""
        if actions and not self._filled:
            self._filled = True
            for action in actions:
                asks = action.objectName() == CONDITION
                self._row.addWidget(self.condition if asks else action_button(action))
                if asks:
                    self.condition.clicked.connect(action.trigger)

    def show_for(self, element: Element | None) -> None:
        """Belong to another component; None is none."""
        self._element = element
        self.handle.node_id = element.id if element else 0
        self.handle.setIcon(icon("grip-vertical"))
        self.retranslate()
        if element is None:
            self.hide()

    def show_words(self, words: str) -> None:
        """Say who sees the component; "" is everybody."""
        if words != self._words:
            self._words = words
            self.retranslate()
            self.adjustSize()

    def place_at(self, box: QRect, stage: QRect) -> None:
        """Stand above ``box``; below it, or in it, where there is no room. Hidden while ``box`` is out of ``stage``."""
        if self._element is None or not box.intersects(stage):
            self.hide()
            return
        self.adjustSize()
        self.move(place_of(box, stage, self.width(), self.height()))
        self.show()
        self.raise_()

    def retranslate(self) -> None:
        """Set every text anew."""
        name = component_name(self._element.name) if self._element else ""
        self.handle.setText(name)
        self.handle.setAccessibleName(self.tr("Drag: {name}").format(name=name))
        self.handle.setToolTip(self.tr("Drag to move"))
        self.condition.show_words(self._words)


def place_of(box: QRect, stage: QRect, width: int, height: int) -> QPoint:
    """Return where a bar of this size stands beside ``box``, inside ``stage``."""
    x = max(stage.left(), min(box.left(), stage.right() - width))
    above, below = box.top() - height - _GAP, box.bottom() + _GAP
    if above >= stage.top():
        return QPoint(x, above)
    if below + height <= stage.bottom():
        return QPoint(x, below)
    return QPoint(x, stage.top() + _GAP)
