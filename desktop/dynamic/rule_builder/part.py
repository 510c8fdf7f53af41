"""What rows and groups have in common: a place in the rule, and what can be done with them as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.dynamic.rule_builder.draft import Draft, Path
from desktop.dynamic.rule_builder.names import BuilderName
from desktop.icons import icon
from desktop.widgets import IconButton, Translated

Verb = Literal["remove", "duplicate", "up", "down", "enclose", "dissolve", "add_row", "add_group"]
_ICONS: Mapping[Verb, str] = {
    "duplicate": "copy",
    "up": "arrow-up",
    "down": "arrow-down",
    "enclose": "group",
    "dissolve": "ungroup",
    "remove": "trash-2",
}


@dataclass(frozen=True)
class Around:
    """What a part must know besides itself: the names there are, what is wrong by path of a name, and the day.

    ``capitals``: how contacts write a value, by path of its property, where that is why nobody is found.
    """

    names: Sequence[BuilderName] = ()
    problems: Mapping[str, str] = field(default_factory=dict)
    today: date = field(default_factory=date.today)
    capitals: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class PartWidget(Translated, QWidget):
    """Shows one part of a rule."""

    changed = Signal(object, object)
    """The path, and the part that shall be there."""
    asked = Signal(object, str)
    """The path, and a Verb."""

    def __init__(self) -> None:
        super().__init__()
        self.path: Path = ()

    def show_part(self, path: Path, part: Draft, around: Around) -> None:
        """Show another part, or the same at another place."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """The control that gets the keyboard when the part is new."""
        raise NotImplementedError

    def ask(self, verb: str) -> None:
        """Ask for something to be done with the part."""
        self.asked.emit(self.path, verb)

    def ask_to_remove(self) -> None:
        """Ask for the part to be taken away."""
        self.ask("remove")


class PartMenu(Translated, IconButton):
    """The button with everything that can be done with a part."""

    asked = Signal(str)

    def __init__(self, verbs: Sequence[Verb]) -> None:
        super().__init__("ellipsis", size=16)
        self.setObjectName("small")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._retint_actions)
        self._menu.triggered.connect(self._triggered)
        self.verbs: dict[Verb, QAction] = {}
        for verb in verbs:
            if verb == "remove":
                self._menu.addSeparator()
            self.verbs[verb] = self._menu.addAction("")
            self.verbs[verb].setData(verb)
        self.setMenu(self._menu)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        words: Mapping[Verb, str] = {
            "duplicate": self.tr("Duplicate") + "\tCtrl+D",
            "up": self.tr("Move up") + "\tAlt+↑",
            "down": self.tr("Move down") + "\tAlt+↓",
            "enclose": self.tr("Put into a group"),
            "dissolve": self.tr("Dissolve the group"),
            "remove": self.tr("Remove"),
        }
        for verb, action in self.verbs.items():
            action.setText(words[verb])
        self.name(self.tr("More"))

    def _retint_actions(self) -> None:
        for verb, action in self.verbs.items():
            action.setIcon(icon(_ICONS[verb]))

    def _triggered(self, action: QAction) -> None:
        self.asked.emit(action.data())
