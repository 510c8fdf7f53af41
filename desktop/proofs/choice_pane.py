"""The left side: which templates, with which data, for whom, in which clients and modes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.dialogs.brand_dialog import field
from desktop.errors import explain
from desktop.language import current_language
from desktop.proofs.choices import Choices
from desktop.proofs.client_tree import ClientTree
from desktop.proofs.engine_notice import EngineNotice
from desktop.proofs.preset_box import PresetBox
from desktop.proofs.quote import Asked
from desktop.proofs.several import SeveralBox
from desktop.tokens.form import OptionalAmount
from desktop.widgets import GRID, Translated, button, label, styled
from renderers.clients.opens.opens import Opens, opens_in
from renderers.clients.profile import MODES, Mode, profile
from renderers.clients.words import MODE_NAMES, translated
from renderers.proofs.proof import EVERYBODY, Shot
from renderers.wish import Wish
from templates.errors import MailwrightError

WIDTH = 416
_BUDGET = 10  # new pictures, for somebody who never said another number


class ChoicePane(Translated, QWidget):
    """Knows the wish; ``changed`` says that it is another one."""

    changed = Signal()
    opens_wanted = Signal()

    def __init__(self, templates: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "choice")
        self.templates = tuple(templates)
        self.choices = Choices()
        self._errors: tuple[MailwrightError, ...] = ()
        self.opens: Opens = opens_in(self.choices.clients)
        self.title, self.names = label("heading"), label("muted")
        self.captions: list[QLabel] = [label("caption") for _ in range(4)]
        self.data_sets, self.segments = SeveralBox(), SeveralBox()
        self.trouble, self.nothing = label("danger", wrap=True), label("muted", wrap=True)
        self.presets, self.from_opens = PresetBox(), button()
        self.search, self.tree, self.clear = QLineEdit(), ClientTree(), button(quiet=True)
        self.engines = EngineNotice()
        self.modes: dict[Mode, QCheckBox] = {mode: QCheckBox() for mode in MODES}
        self.budget = OptionalAmount(None, _BUDGET)
        self.setFixedWidth(WIDTH)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def wish(self) -> Wish:
        """What is chosen now."""
        data, segments = self.data_sets.chosen or ("default",), self.segments.chosen or (EVERYBODY,)
        return Wish(self.templates, self.tree.chosen, self.chosen_modes, data, segments)

    @property
    def asked(self) -> Asked:
        """The wish, with what it is to cover at most."""
        return Asked(self.wish, self.budget.value, self.opens.shares, self.opens.percent)

    @property
    def chosen_modes(self) -> tuple[Mode, ...]:
        """The modes that are ticked; there is always one."""
        return tuple(mode for mode, box in self.modes.items() if box.isChecked())

    def shot_of(self, client: str) -> Shot | None:
        """Return the first picture that the wish would have of a client."""
        chosen = self.wish
        if not client or len(self.templates) != 1:
            return None
        known = profile(client)
        mode = next((mode for mode in chosen.modes if mode in known.modes), known.modes[0])
        return Shot(self.templates[0], chosen.data_sets[0], chosen.segments[0], client, mode)

    def choose(self, clients: Sequence[str], modes: Sequence[Mode]) -> None:
        """Tick these clients and modes."""
        for mode, box in self.modes.items():
            with QSignalBlocker(box):
                box.setChecked(mode in modes)
        self.tree.choose(clients)

    def allow(self, most: int | None) -> None:
        """Allow at most so many new pictures; None allows all."""
        if most is not None:
            self.budget.amount.setValue(most)
        self.budget.box.setChecked(most is not None)

    def choose_clients(self, clients: Sequence[str]) -> None:
        """Tick these clients and no others."""
        self.search.clear()
        self.tree.choose(clients)

    def set_open(self, is_open: bool) -> None:
        """Let people choose, or not: while a run is under way it stays what it was begun with."""
        controls = (self.data_sets, self.segments, self.search, self.tree, self.clear, self.presets, self.from_opens)
        for control in (*controls, *self.modes.values(), self.budget, self.engines):
            control.setEnabled(is_open)
        if is_open:
            self._refresh()

    def show_choices(self, choices: Choices) -> None:
        """Offer these data sets, segments and presets; what was chosen stays, where it is still there."""
        self.choices, self.opens = choices, opens_in(choices.clients)
        self._errors = choices.errors
        self.presets.show_file(choices.clients)
        self._fill()
        self.changed.emit()

    def show_error(self, error: object) -> None:
        """Say what went wrong with something on this side."""
        if isinstance(error, MailwrightError):
            self._errors = (error,)
            self._fill()

    def retranslate(self) -> None:
        """Set every text anew."""
        texts = (self.tr("Data sets"), self.tr("Segments"), self.tr("Clients"), self.tr("Modes"))
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
        self.from_opens.setText(self.tr("From opens…"))
        self.from_opens.setToolTip(self.tr("Choose by the clients in which your mails are opened"))
        self.nothing.setText(self.tr("No client is called that."))
        self.budget.name(self.tr("New pictures at most"))
        self.budget.setToolTip(
            self.tr("The pictures that cover most of your audience, or else most clients, are taken.")
        )
        language = current_language()
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
        self.data_sets.fill([(name, name) for name in self.choices.data_sets])
        self.segments.fill([everybody, *((title, id_) for id_, title in self.choices.segments)])
        language = current_language()
        self.trouble.setText("\n".join(explain(error, language) for error in self._errors))
        self.trouble.setVisible(bool(self._errors))

    def _refresh(self) -> None:
        chosen = self.tree.chosen
        self.captions[2].setText(self.tr("%n client(s) chosen", "", len(chosen)))
        self.clear.setEnabled(bool(chosen))
        self.presets.follow(chosen)

    def _search(self, words: str) -> None:
        found = self.tree.show_fitting(words)
        self.nothing.setVisible(not found)
        self.tree.setVisible(found > 0)

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
        self.presets.chosen.connect(self.choose_clients)
        self.from_opens.clicked.connect(self.opens_wanted)
        for box in self.modes.values():
            box.toggled.connect(self._mode_toggled)
        for signal in (self.data_sets.changed, self.segments.changed, self.budget.changed):
            signal.connect(self.changed)
        self.budget.amount.valueChanged.connect(self.changed)

    def _lay_out(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.nothing.hide()
        self.budget.amount.setRange(0, 999)
        self.budget.amount.setFixedWidth(72)
        chosen, count, sets, modes, budget = (QHBoxLayout() for _ in range(5))
        for row in (chosen, modes):
            row.setSpacing(2 * GRID)
        for caption, chooser in zip(self.captions[:2], (self.data_sets, self.segments), strict=True):
            caption.setBuddy(chooser)
            chosen.addLayout(field(caption, chooser), 1)
        count.addWidget(self.captions[2])
        count.addStretch()
        count.addWidget(self.clear)
        sets.setSpacing(GRID)
        sets.addWidget(self.presets, 1)
        sets.addWidget(self.from_opens)
        for box in self.modes.values():
            modes.addWidget(box)
        modes.addStretch()
        budget.addWidget(self.budget)
        budget.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for above in (self.title, self.names):
            column.addWidget(above)
        column.addSpacing(GRID // 2)
        column.addLayout(chosen)
        column.addWidget(self.trouble)
        column.addSpacing(GRID // 2)
        column.addLayout(count)
        column.addLayout(sets)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.tree, 1)
        column.addWidget(self.engines)
        column.addSpacing(GRID // 2)
        column.addWidget(self.captions[3])
        column.addLayout(modes)
        column.addLayout(budget)
