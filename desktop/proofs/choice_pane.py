"""The left side: which templates, with which data, for whom, in which clients and modes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.dialogs.brand_dialog import field
from desktop.errors import explain
from desktop.language import current_language
from desktop.proofs.choices import Choices
from desktop.proofs.client_tree import ClientTree
from desktop.proofs.wish import Wish
from desktop.widgets import GRID, Translated, button, label, styled
from renderers.clients.presets import Preset, presets
from renderers.clients.profile import MODES, Mode, profile
from renderers.clients.words import MODE_NAMES, translated
from renderers.proofs.proof import EVERYBODY

WIDTH = 416


class ChoicePane(Translated, QWidget):
    """Knows the wish; ``changed`` says that it is another one."""

    changed = Signal()

    def __init__(self, templates: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "choice")
        self.templates = tuple(templates)
        self._choices = Choices()
        self.title, self.names = label("heading"), label("muted")
        self.captions = [label("caption") for _ in range(4)]
        self.data_sets, self.segments = QComboBox(), QComboBox()
        self.trouble, self.nothing = label("danger", wrap=True), label("muted", wrap=True)
        self.search, self.tree, self.clear = QLineEdit(), ClientTree(), button(quiet=True)
        self._offered = {each.id: frozenset(each.clients) for each in offered()}  # asked with every tick
        self.presets = {id_: _preset_button() for id_ in self._offered}
        self.modes: dict[Mode, QCheckBox] = {mode: QCheckBox() for mode in MODES}
        self._presets = self._preset_row()
        self.setFixedWidth(WIDTH)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def wish(self) -> Wish:
        """What is chosen now."""
        data, segment = self.data_sets.currentData() or "default", self.segments.currentData() or EVERYBODY
        return Wish(self.templates, self.tree.chosen, self.chosen_modes, str(data), str(segment))

    @property
    def chosen_modes(self) -> tuple[Mode, ...]:
        """The modes that are ticked; there is always one."""
        return tuple(mode for mode, box in self.modes.items() if box.isChecked())

    def choose(self, clients: Sequence[str], modes: Sequence[Mode]) -> None:
        """Tick these clients and modes."""
        for mode, box in self.modes.items():
            with QSignalBlocker(box):
                box.setChecked(mode in modes)
        self.tree.choose(clients)

    def choose_preset(self, id_: str) -> None:
        """Tick the clients of a preset and no others."""
        self.search.clear()
        self.tree.choose(presets()[id_].clients)

    def set_open(self, is_open: bool) -> None:
        """Let people choose, or not: while a run is under way it stays what it was begun with."""
        controls = (self.data_sets, self.segments, self.search, self.tree, self.clear, self._presets)
        for control in (*controls, *self.modes.values()):
            control.setEnabled(is_open)
        if is_open:
            self._refresh()

    def show_choices(self, choices: Choices) -> None:
        """Offer these data sets and segments; what was chosen stays, where it is still there."""
        self._choices = choices
        self._fill()
        self.changed.emit()

    def retranslate(self) -> None:
        """Set every text anew."""
        texts = (self.tr("Data set"), self.tr("Segment"), self.tr("Clients"), self.tr("Modes"))
        for caption, text in zip(self.captions, texts, strict=True):
            caption.setText(text)
        self.title.setText(self.tr("Render previews"))
        several = self.tr("%n template(s)", "", len(self.templates))
        self.names.setText(self.templates[0] if len(self.templates) == 1 else several)
        self.names.setToolTip("\n".join(self.templates))
        self.search.setPlaceholderText(self.tr("Find clients: outlook, iphone, france…"))
        self.search.setAccessibleName(self.tr("Find clients"))
        self.data_sets.setAccessibleName(texts[0])
        self.segments.setAccessibleName(texts[1])
        self.clear.setText(self.tr("None"))
        self.clear.setAccessibleName(self.tr("Choose no client"))
        self.nothing.setText(self.tr("No client is called that."))
        language = current_language()
        for id_, clients in self._offered.items():
            names = presets()[id_].names
            self.presets[id_].setText(names.get(language, names["en"]))
            self.presets[id_].setToolTip(self.tr("%n client(s)", "", len(clients)))
        for mode, box in self.modes.items():
            box.setText(translated(MODE_NAMES[mode], language))
            box.setToolTip(self.tr("A client that is not known to have this mode is shown in its first one."))
        self.tree.retranslate()
        self._fill()
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.tree.retint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the field, Down and Enter lead into the list; Enter would otherwise go to the dialog."""
        keys = {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self.search.hasFocus() and Qt.Key(event.key()) in keys:
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        everybody = (self.tr("Everybody"), EVERYBODY)
        _fill(self.data_sets, [(name, name) for name in self._choices.data_sets])
        _fill(self.segments, [everybody, *((title, id_) for id_, title in self._choices.segments)])
        error = self._choices.error
        self.trouble.setText(explain(error, current_language()) if error else "")
        self.trouble.setVisible(error is not None)

    def _refresh(self) -> None:
        chosen = self.tree.chosen
        self.captions[2].setText(self.tr("%n client(s) chosen", "", len(chosen)))
        self.clear.setEnabled(bool(chosen))
        for id_, clients in self._offered.items():
            self.presets[id_].setChecked(clients == set(chosen))

    def _search(self, words: str) -> None:
        found = self.tree.show_fitting(words)
        self.nothing.setVisible(not found)
        self.tree.setVisible(found > 0)

    def _preset_clicked(self) -> None:
        sender = self.sender()
        self.choose_preset(next(id_ for id_, made in self.presets.items() if made is sender))

    def _clear(self) -> None:
        self.tree.choose(())

    def _tree_changed(self) -> None:
        self._refresh()
        self.changed.emit()

    def _mode_toggled(self, on: bool) -> None:
        box = self.sender()
        if not on and not self.chosen_modes and isinstance(box, QCheckBox):
            with QSignalBlocker(box):
                box.setChecked(True)  # there is no picture without a mode
            return
        self.changed.emit()

    def _connect(self) -> None:
        self.tree.changed.connect(self._tree_changed)
        self.search.textChanged.connect(self._search)
        self.clear.clicked.connect(self._clear)
        for made in self.presets.values():
            made.clicked.connect(self._preset_clicked)
        for box in self.modes.values():
            box.toggled.connect(self._mode_toggled)
        for chooser in (self.data_sets, self.segments):
            chooser.activated.connect(self.changed)

    def _lay_out(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.nothing.hide()
        chosen, count = QHBoxLayout(), QHBoxLayout()
        chosen.setSpacing(2 * GRID)
        for caption, chooser in zip(self.captions[:2], (self.data_sets, self.segments), strict=True):
            chooser.setMinimumContentsLength(6)
            caption.setBuddy(chooser)
            chosen.addLayout(field(caption, chooser), 1)
        count.addWidget(self.captions[2])
        count.addStretch()
        count.addWidget(self.clear)
        modes = QHBoxLayout()
        modes.setSpacing(2 * GRID)
        for box in self.modes.values():
            modes.addWidget(box)
        modes.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.title)
        column.addWidget(self.names)
        column.addLayout(chosen)
        column.addWidget(self.trouble)
        column.addSpacing(GRID // 2)
        column.addLayout(count)
        column.addWidget(self._presets)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.tree, 1)
        column.addSpacing(GRID // 2)
        column.addWidget(self.captions[3])
        column.addLayout(modes)

    def _preset_row(self) -> QFrame:
        frame = styled(QFrame(), "segment")
        row = QHBoxLayout(frame)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for made in self.presets.values():
            row.addWidget(made)
        return frame


def offered() -> list[Preset]:
    """The presets of clients: not that of the browser alone, which stands for none."""
    return [each for each in presets().values() if any(profile(id_).group != "plain" for id_ in each.clients)]


def _preset_button() -> QToolButton:
    made = QToolButton()
    made.setCheckable(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setSizePolicy(made.sizePolicy().Policy.Expanding, made.sizePolicy().Policy.Fixed)
    return made


def _fill(box: QComboBox, rows: Sequence[tuple[str, str]]) -> None:
    chosen = box.currentData()
    box.clear()
    for text, value in rows:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
