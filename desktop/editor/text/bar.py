"""The bar of formatting above the text that is written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QKeyEvent
from PySide6.QtWidgets import QColorDialog, QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.dialogs.popup import Popup
from desktop.editor.envelope.emoji import EmojiPicker
from desktop.editor.inspector.colour_popup import ColourPopup
from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.text.formatting import Formatting
from desktop.editor.text.link_popup import LinkPopup
from desktop.merge_tags.names import names_for
from desktop.merge_tags.picker import MergeTagPicker
from desktop.web.bridge import Message
from desktop.widgets import Translated, action_button, styled
from templates.known_names import KnownName

if TYPE_CHECKING:  # the panel makes this object
    from desktop.editor.design.panel import DesignPanel

TOOLS: tuple[str | None, ...] = (
    "text.bold", "text.italic", "text.underline", "text.strike", None,
    "text.link", "text.colour", None,
    "text.bullets", "text.numbers", None,
    "text.align_left", "text.align_center", "text.align_right", None,
    "text.tag", "text.emoji", None,
    "text.clear",
)  # fmt: skip
_GAP = 8  # pixels between the bar and the text


class FormatBar(Translated, QFrame):
    """Floats above the canvas while somebody writes. Its buttons are the window's actions."""

    def __init__(self, panel: DesignPanel, formatting: Formatting) -> None:
        super().__init__(panel.canvas)
        styled(self, "handles")
        self.panel, self.formatting = panel, formatting
        self.context = MailContext(panel.jobs, self)
        self.buttons: dict[str, QToolButton] = {}
        self._link_wanted = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(1)
        self.hide()
        panel.bridge.told.connect(self._told)
        formatting.text.changed.connect(self._changed)
        formatting.text.asked.connect(self._asked)
        formatting.link_found.connect(self._show_link)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the bar; the buttons are named by their actions."""
        self.setAccessibleName(self.tr("Formatting"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from button to button, Escape back to the text."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.formatting.text.focus_text()
        elif Qt.Key(event.key()) in steps:
            self._step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    # What opens below the bar

    def open_link(self) -> None:
        """Ask where the selection is to lead."""
        self._link_wanted = True
        self.formatting.find_link()

    def open_colours(self) -> None:
        """Offer the brand's colours and all the others."""
        self.context.show(self.panel.document)
        popup = ColourPopup(self.context, "", self._anchor("text.colour"))
        popup.chosen.connect(self.formatting.colour)
        popup.more_wanted.connect(self._all_colours)
        popup.open()

    def open_tags(self) -> None:
        """Offer the template tags that are known."""
        if self.panel.document is not None:
            picker = MergeTagPicker(self._names(), self.window())
            picker.picked.connect(self.formatting.insert_source)
            self._open(picker, "text.tag")

    def open_emoji(self) -> None:
        """Offer emoji."""
        picker = EmojiPicker(self.window())
        picker.picked.connect(self.formatting.insert_source)
        self._open(picker, "text.emoji")

    # Inside

    def _names(self) -> list[KnownName]:
        """What a tag may print in the text that is written."""
        document, live = self.panel.document, self.panel.live
        data = live.shown.data if live else "default"
        return names_for(document, data, document.selected) if document is not None else []

    def _told(self, message: Message) -> None:
        text = self.formatting.text
        if message.kind != "box" or text.session is None or message.integer("id") != text.session.node_id:
            return
        x, y, width, height = (message.number(name) for name in ("x", "y", "width", "height"))
        self._place(self.panel.canvas.to_widget(QRectF(x, y, width, height)), self.panel.canvas.stage)

    def _place(self, box: QRect, stage: QRect) -> None:
        self._fill()
        self.adjustSize()
        self.move(place_of(box, stage, self.width(), self.height()))
        self.show()
        self.raise_()

    def _fill(self) -> None:
        if self.buttons:
            return
        for name in TOOLS:
            action = self.window().findChild(QAction, name) if name else None
            if name is None:
                line = styled(QFrame(), "divider")
                line.setFixedSize(7, 20)
                self._row.addWidget(line)
            elif isinstance(action, QAction):
                self.buttons[name] = action_button(action)
                self._row.addWidget(self.buttons[name])

    def _changed(self) -> None:
        if not self.formatting.text.active:
            self.hide()

    def _asked(self, key: str) -> None:
        if key == "link":
            self.open_link()
        elif key == "bar" and self.buttons:
            next(iter(self.buttons.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _show_link(self, target: str) -> None:
        if not self._link_wanted:
            return
        self._link_wanted = False
        popup = LinkPopup(target, self.window(), self._names())
        popup.chosen.connect(self.formatting.link)
        self._open(popup, "text.link")
        popup.line.selectAll()

    def _all_colours(self) -> None:
        dialog = QColorDialog(self)
        dialog.colorSelected.connect(self._coloured)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _coloured(self, colour: QColor) -> None:
        self.formatting.colour(colour.name())

    def _open(self, popup: Popup, below: str) -> None:
        popup.finished.connect(self.formatting.text.focus_text)
        popup.show_below(self._anchor(below))
        popup.move(max(popup.x(), self.mapToGlobal(QPoint(0, 0)).x()), popup.y())  # not over the panels on the left

    def _anchor(self, name: str) -> QWidget:
        return self.buttons.get(name, self)

    def _step(self, by: int) -> None:
        buttons = [one for one in self.buttons.values() if one.isEnabled()]
        at = next((place for place, one in enumerate(buttons) if one.hasFocus()), None)
        if at is not None:
            buttons[(at + by) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)


def place_of(box: QRect, stage: QRect, width: int, height: int) -> QPoint:
    """Return where a bar of this size stands: above ``box``, below it, or at the rim of ``stage``."""
    x = max(stage.left() + 4, min(box.center().x() - width // 2, stage.right() - width - 3))
    above, below = box.top() - height - _GAP, box.bottom() + 1 + _GAP
    if above >= stage.top():
        return QPoint(x, min(above, stage.bottom() - height))
    return QPoint(x, below if below + height <= stage.bottom() else stage.top() + 4)
