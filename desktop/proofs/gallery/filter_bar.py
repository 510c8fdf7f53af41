"""Above the grid: search, groups, filters and the size of the pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSlider, QToolButton, QVBoxLayout, QWidget

from desktop.icons import icon
from desktop.language import current_language
from desktop.panels.card_view import LARGEST, SMALLEST, USUAL
from desktop.proofs.gallery.arranging import GROUPINGS, By, Filter
from desktop.proofs.gallery.picture_row import PictureRow
from desktop.proofs.gallery.words import grouping, verdict_words
from desktop.widgets import GRID, Translated, button, styled
from renderers.clients.profile import MODES
from renderers.clients.words import GROUP_NAMES, MODE_NAMES, translated

_SIGNS = {"changed": "sparkles", "stale": "history", "failed": "triangle-alert"}


class FilterBar(Translated, QWidget):
    """Says what is wanted; ``count`` lets it say how many there would be."""

    changed = Signal()
    """Another filter."""
    grouped = Signal(str)
    sized = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "bar")
        self.search = QLineEdit(clearButtonEnabled=True)
        self._search_icon = self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.by, self.device, self.mode, self.verdict = _choice(), _choice(), _choice(), _choice()
        self.toggles = {name: _toggle(sign) for name, sign in _SIGNS.items()}
        self.clear, self.size_slider = button(quiet=True), QSlider(Qt.Orientation.Horizontal)
        self.size_slider.setRange(SMALLEST, LARGEST)
        self.size_slider.setValue(USUAL)
        self.size_slider.setSingleStep(20)
        self.size_slider.setFixedWidth(96)
        self._counts = dict.fromkeys(_SIGNS, 0)
        self._is_clearing = self._is_narrow = False
        self._second = QHBoxLayout()
        self._lay_out()
        self.retranslate()
        self.search.textChanged.connect(self._tell)
        for choice in (self.device, self.mode, self.verdict):
            choice.currentIndexChanged.connect(self._tell)
        for toggle in self.toggles.values():
            toggle.toggled.connect(self._tell)
        self.by.currentIndexChanged.connect(self._group)
        self.clear.clicked.connect(self.show_all)
        self.size_slider.valueChanged.connect(self.sized)

    @property
    def filter(self) -> Filter:
        """What is wanted."""
        return Filter(
            words=self.search.text().strip(),
            device=self.device.currentData() or "",
            mode=self.mode.currentData() or "",
            verdict=self.verdict.currentData() or "",
            changed=self.toggles["changed"].isChecked(),
            stale=self.toggles["stale"].isChecked(),
            failed=self.toggles["failed"].isChecked(),
        )

    def show_all(self) -> None:
        """Take every filter away."""
        self._is_clearing = True  # one change, not one for each field
        self.search.clear()
        for toggle in self.toggles.values():
            toggle.setChecked(False)
        for choice in (self.device, self.mode, self.verdict):
            choice.setCurrentIndex(0)
        self._is_clearing = False
        self._tell()

    def group_by(self, by: By) -> None:
        """Choose how they are grouped."""
        self.by.setCurrentIndex(GROUPINGS.index(by))

    def count(self, rows: Iterable[PictureRow]) -> None:
        """Say how many are changed, stale and failed."""
        found = list(rows)
        counts = {
            "changed": sum(bool(row.changed) for row in found),
            "stale": sum(row.is_stale for row in found),
            "failed": sum(row.is_failed for row in found),
        }
        if counts != self._counts:  # marks come by dozens, most of them without news
            self._counts = counts
            self._name_toggles()
            self._make_room()

    def retranslate(self) -> None:
        """Set every text anew."""
        language = current_language()
        self.search.setPlaceholderText(self.tr("Search clients, templates, data sets"))
        self.search.setAccessibleName(self.tr("Search pictures"))
        self.clear.setText(self.tr("Show all"))
        self.size_slider.setAccessibleName(self.tr("Size of the pictures"))
        self.size_slider.setToolTip(self.tr("Size of the pictures"))
        _fill(self.by, [(grouping(by), by) for by in GROUPINGS])
        devices = [(translated(GROUP_NAMES[each], language), each) for each in GROUP_NAMES]
        modes = [(translated(MODE_NAMES[mode], language), mode) for mode in MODES]
        verdicts = [
            (verdict_words("approved"), "approved"),
            (verdict_words("changes"), "changes"),
            (self.tr("No answer yet"), "open"),
        ]
        for choice, first, others, name in (
            (self.device, self.tr("All devices"), devices, self.tr("Devices")),
            (self.mode, self.tr("All modes"), modes, self.tr("Modes")),
            (self.verdict, self.tr("All answers"), verdicts, self.tr("Answers")),
        ):
            _fill(choice, [(first, ""), *others])
            choice.setAccessibleName(name)
        self.by.setAccessibleName(self.tr("Groups"))
        self._name_toggles()
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._search_icon.setIcon(icon("search"))
            for name, toggle in self.toggles.items():
                toggle.setIcon(icon(_SIGNS[name]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for words beside the signs, the tips have them."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        if self._is_narrow is not (narrow := self.width() < self.full_width()):
            self._is_narrow = narrow
            self._name_toggles()

    def full_width(self) -> int:
        """Return what the second line takes with all its words, in pixels."""
        fonts, words = self.fontMetrics(), 0
        if self._is_narrow:
            words = sum(fonts.horizontalAdvance(f" {each}") for each in self._words().values())
        return self._second.sizeHint().width() + words + 4 * GRID

    def _words(self) -> dict[str, str]:
        return {"changed": self.tr("Changed"), "stale": self.tr("Stale"), "failed": self.tr("Missing")}

    def _name_toggles(self) -> None:
        words = self._words()
        tips = {
            "changed": self.tr("Only pictures that look different from those of the run before"),
            "stale": self.tr("Only pictures that are not as they would be now"),
            "failed": self.tr("Only where there is no picture"),
        }
        for name, toggle in self.toggles.items():
            n = self._counts[name]
            named, counted = "" if self._is_narrow else words[name], str(n) if n else ""
            toggle.setText(" ".join(("", *filter(None, (named, counted)))).rstrip())
            toggle.setAccessibleName(" ".join(filter(None, (words[name], counted))))
            toggle.setToolTip(f"{words[name]}: {tips[name]}" if self._is_narrow else tips[name])
            toggle.setEnabled(bool(n) or toggle.isChecked())

    def _tell(self) -> None:
        if self._is_clearing:
            return
        self.clear.setVisible(self.filter.is_on)
        self.changed.emit()

    def _group(self) -> None:
        self.grouped.emit(self.by.currentData())

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), self._second
        first.setSpacing(GRID)
        first.addWidget(self.search, 1)
        first.addWidget(self.clear)
        first.addWidget(self.by)
        first.addWidget(self.size_slider)
        second.setSpacing(4)
        for choice in (self.device, self.mode, self.verdict):
            second.addWidget(choice)
        second.addStretch()
        for toggle in self.toggles.values():
            second.addWidget(toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
        self.clear.hide()


def _choice() -> QComboBox:
    made = QComboBox()
    made.setProperty("plain", True)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made


def _toggle(sign: str) -> QToolButton:
    made = QToolButton()
    made.setCheckable(True)
    made.setIcon(icon(sign))
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _fill(box: QComboBox, entries: Sequence[tuple[str, str]]) -> None:
    """Name the entries anew; the choice stays."""
    chosen = max(0, box.currentIndex())
    blocker = QSignalBlocker(box)
    box.clear()
    for text, data in entries:
        box.addItem(text, data)
    box.setCurrentIndex(chosen)
    del blocker
