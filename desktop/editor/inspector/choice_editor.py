"""Values out of a few: buttons side by side, a list, a switch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.editor.inspector.mail_context import MailContext
from desktop.editor.inspector.names import option_name
from desktop.editor.inspector.value_editor import QuietCombo, ValueEditor
from desktop.widgets import IconButton, restyle, styled
from templates.brand.texts.networks import NETWORKS

ICONS: Mapping[str, str] = {
    "left": "align-left",
    "center": "align-center",
    "right": "align-right",
    "justify": "align-justify",
    "top": "align-start-horizontal",
    "middle": "align-center-horizontal",
    "bottom": "align-end-horizontal",
}
ICON_NETWORKS = (
    *("facebook", "x", "instagram", "linkedin", "youtube", "pinterest", "github", "snapchat", "vimeo", "tumblr"),
    *("medium", "soundcloud", "dribbble", "xing", "web"),
)
_ORDER = ("left", "center", "right", "justify", "top", "middle", "bottom")


class SegmentEditor(ValueEditor):
    """One button for each value, with an icon."""

    half = True

    def __init__(self, context: MailContext, options: Sequence[str]) -> None:
        super().__init__(context)
        self.frame = styled(QFrame(), "segment")
        row = QHBoxLayout(self.frame)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        self.buttons: dict[str, IconButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # nothing may be chosen
        for option in sorted(options, key=_ORDER.index):
            button = IconButton(ICONS[option], size=16)
            button.setCheckable(True)
            button.setProperty("value", option)
            button.clicked.connect(self._clicked)
            self._group.addButton(button)
            self.buttons[option] = button
            row.addWidget(button)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.frame)
        whole.addStretch()

    def understands(self, value: str) -> bool:
        """One of the values."""
        return value in self.buttons

    def show_value(self, written: str | None, inherited: str) -> None:
        """Press the button of the value; paler when it is inherited."""
        value = inherited if written is None else written
        for option, button in self.buttons.items():
            button.setChecked(option == value)
        pale = written is None
        if self.frame.property("pale") != pale:
            self.frame.setProperty("pale", pale)
            for button in self.buttons.values():
                restyle(button)

    def main_control(self) -> QWidget:
        """The first button."""
        return next(iter(self.buttons.values()))

    def retranslate(self) -> None:
        """Name the buttons."""
        for option, button in self.buttons.items():
            button.setToolTip(option_name(option))
            button.setAccessibleName(f"{self.name}: {option_name(option)}")

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, IconButton):
            self.chosen.emit(button.property("value"))


class ChoiceEditor(ValueEditor):
    """A list of values in plain words; one that is not in it is added while it is shown."""

    half = True

    def __init__(self, context: MailContext, options: Sequence[str]) -> None:
        super().__init__(context)
        self.options = [option for option in options if option]
        self._stray = ""
        self.box = QuietCombo()
        self.box.activated.connect(self._activated)
        self.setFocusProxy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self._fill()

    def show_value(self, written: str | None, inherited: str) -> None:
        """Choose the written value; what is inherited is grey."""
        stray = "" if written is None or written in self.options else written
        if stray != self._stray:
            self._stray = stray
            self._fill()
        self.box.show_choice(-1 if written is None else self.box.findData(written), self.word_for(inherited))

    def main_control(self) -> QWidget:
        """The list."""
        return self.box

    def word_for(self, option: str) -> str:
        """What a value is called."""
        return option_name(option)

    def retranslate(self) -> None:
        """Name the values."""
        self.box.setAccessibleName(self.name)
        for index in range(self.box.count()):
            self.box.setItemText(index, self.word_for(str(self.box.itemData(index))))

    def _fill(self) -> None:
        self.box.clear()
        for option in [*self.options, *filter(None, [self._stray])]:
            self.box.addItem(self.word_for(option), option)

    def _activated(self, index: int) -> None:
        self.chosen.emit(self.box.itemData(index))


class NetworkEditor(ChoiceEditor):
    """The social networks whose icons MJML has, by their own names."""

    def __init__(self, context: MailContext) -> None:
        super().__init__(context, ICON_NETWORKS)

    def word_for(self, option: str) -> str:
        """The name as the network writes it."""
        return NETWORKS.get(option, option.capitalize())


class SwitchEditor(ValueEditor):
    """On or off; ``on`` and ``off`` are how that is written."""

    half = True

    def __init__(self, context: MailContext, on: str = "true", off: str = "false") -> None:
        super().__init__(context)
        self._on, self._off = on, off
        self._inherited = ""
        self.box = QCheckBox()
        self.box.clicked.connect(self._clicked)
        self.setFocusProxy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)

    def understands(self, value: str) -> bool:
        """On or off."""
        return value in {self._on, self._off, ""}

    def show_value(self, written: str | None, inherited: str) -> None:
        """Tick it when it is on, here or from elsewhere."""
        self._inherited = inherited
        self.box.setChecked((inherited if written is None else written) == self._on)

    def main_control(self) -> QWidget:
        """The box."""
        return self.box

    def retranslate(self) -> None:
        """Set every text anew."""
        self.box.setText(self.tr("Yes"))
        self.box.setAccessibleName(self.name)

    def _clicked(self, on: bool) -> None:
        """What is so anyway need not be written."""
        value = self._on if on else self._off
        self.chosen.emit(None if on == (self._inherited == self._on) else value)
