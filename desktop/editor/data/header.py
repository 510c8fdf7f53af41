"""The line over the data: which set, form or JSON, samples and edge cases, how it is going, more room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.editor.data.titles import case_title, set_title
from desktop.editor.inspector.elided import ElidedLabel
from desktop.widgets import GRID, IconButton, Translated, set_role, styled
from templates.data.edge_cases import EDGE_CASES

Mode = Literal["form", "json"]


class Header(Translated, QWidget):
    """Emits what somebody wants; shows what it is told."""

    set_wanted = Signal(str)
    mode_wanted = Signal(str)
    asked = Signal(str)
    """``new``, ``rename``, ``delete``, ``format``, ``samples:en``, ``case:long``, ``grow`` or ``window``."""

    def __init__(self) -> None:
        super().__init__()
        self.sets = QComboBox()
        self.sets.setProperty("plain", True)
        self.sets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sets.setMaximumWidth(180)
        self.sets.activated.connect(self._set_chosen)
        self.more, self.fill = IconButton("ellipsis", size=16), IconButton("sparkles", size=16)
        self.form, self.json = QToolButton(), QToolButton()
        self.said = ElidedLabel("muted")
        self.format = IconButton("remove-formatting", size=16)
        self.grow, self.window_button = IconButton("maximize-2", size=16), IconButton("picture-in-picture-2", size=16)
        self._verbs: dict[str, QAction] = {}
        self._sets_menu, self._fill_menu = QMenu(self), QMenu(self)
        self._make_menus()
        self._lay_out()
        for each, verb in ((self.format, "format"), (self.grow, "grow"), (self.window_button, "window")):
            each.setProperty("verb", verb)
            each.clicked.connect(self._clicked)
        self.retranslate()

    def show_sets(self, names: Sequence[str], chosen: str) -> None:
        """List the sets."""
        if [self.sets.itemData(row) for row in range(self.sets.count())] != list(names):
            self.sets.clear()
            for name in names:
                self.sets.addItem(set_title(name), name)
        self.sets.setCurrentIndex(self.sets.findData(chosen))

    def show_mode(self, mode: Mode) -> None:
        """Show which of the two views there is."""
        (self.form if mode == "form" else self.json).setChecked(True)
        self.format.setVisible(mode == "json")

    def allow(self, *, edits: bool, deletes: bool) -> None:
        """Switch off what is not possible now."""
        for verb, action in self._verbs.items():
            action.setEnabled((verb.startswith("case:") or edits) and (deletes or verb not in {"delete", "rename"}))
        self.format.setEnabled(edits)

    def say(self, text: str, role: str = "muted") -> None:
        """Say how it is going."""
        self.said.setText(text)
        self.said.setToolTip(text)
        if self.said.property("role") != role:
            set_role(self.said, role)

    def show_grown(self, grown: bool) -> None:
        """Show whether there is more room already."""
        self.grow.set_icon("minimize-2" if grown else "maximize-2")
        self.grow.name(self.tr("Less room for the data") if grown else self.tr("More room for the data"))

    def show_windowed(self, windowed: bool) -> None:
        """Show whether the data has a window of its own."""
        self.grow.setVisible(not windowed)
        self.window_button.setVisible(not windowed)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.sets.setAccessibleName(self.tr("Data set"))
        for row in range(self.sets.count()):
            self.sets.setItemText(row, set_title(self.sets.itemData(row)))
        self.more.name(self.tr("Data sets: new, rename, delete"))
        self.fill.setText(" " + self.tr("Try out"))
        self.fill.setAccessibleName(self.tr("Try out"))
        self.fill.setToolTip(self.tr("Fill with samples, and see what happens at the edges"))
        self.form.setText(self.tr("Form"))
        self.json.setText("JSON")
        self.format.name(self.tr("Format data"))
        self.window_button.name(self.tr("In a window of its own"))
        self.show_grown(False)
        words = {
            "new": self.tr("New data set…"),
            "rename": self.tr("Rename…"),
            "delete": self.tr("Delete"),
            "samples:en": self.tr("Fill with samples, in English"),
            "samples:fr": self.tr("Fill with samples, in French"),
        }
        for verb, action in self._verbs.items():
            action.setText(words.get(verb) or case_title(verb.partition(":")[2]))
        self._cases_title.setText(self.tr("Show the mail with …"))

    def _make_menus(self) -> None:
        for verb in ("new", "rename", "delete"):
            self._add(self._sets_menu, verb)
        for verb in ("samples:en", "samples:fr"):
            self._add(self._fill_menu, verb)
        self._cases_title = self._fill_menu.addSection("")
        for case in EDGE_CASES:
            self._add(self._fill_menu, f"case:{case}")
        self.more.setMenu(self._sets_menu)
        self.fill.setMenu(self._fill_menu)
        for each in (self.more, self.fill):
            each.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _add(self, menu: QMenu, verb: str) -> None:
        action = menu.addAction("")
        action.setProperty("verb", verb)
        action.triggered.connect(self._clicked)
        self._verbs[verb] = action

    def _set_chosen(self) -> None:
        self.set_wanted.emit(str(self.sets.currentData()))

    def _mode_chosen(self, button: QToolButton) -> None:
        self.mode_wanted.emit("form" if button is self.form else "json")

    def _clicked(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.asked.emit(sender.property("verb"))

    def _lay_out(self) -> None:
        modes = styled(QFrame(), "segment")
        inner = QHBoxLayout(modes)
        inner.setContentsMargins(2, 2, 2, 2)
        inner.setSpacing(2)
        self._modes = QButtonGroup(self)
        for each in (self.form, self.json):
            each.setCheckable(True)
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._modes.addButton(each)
            inner.addWidget(each)
        self._modes.buttonClicked.connect(self._mode_chosen)
        self.fill.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for small in (self.more, self.format, self.grow, self.window_button):
            small.setObjectName("small")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 4, GRID, 4)
        row.setSpacing(6)
        for widget in (self.sets, self.more, modes, self.fill):
            row.addWidget(widget)
        row.addWidget(self.said, 1)
        for widget in (self.format, self.grow, self.window_button):
            row.addWidget(widget)
