"""The brand panel: which brand, its fields, and Update, which changes every template."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.dialogs.eyedropper import EyedropperDialog, Scene
from desktop.jobs import Jobs
from desktop.panels.brand_panel.colour_field import ColourField
from desktop.panels.brand_panel.field_table import evidence_of, title_of
from desktop.panels.brand_panel.form import BrandForm
from desktop.panels.brand_switch import BrandSwitch
from desktop.panels.inbox_row import Elided
from desktop.widgets import GRID, Translated, button, label, rule, styled
from templates.brand.store import PAGE_PICTURE, StoredBrand

WIDTH = 288


class BrandPanel(Translated, QWidget):
    """Shows the brand as stored; its fields are a draft until Update."""

    update_wanted = Signal(dict)
    """The changes, as ``update_brand`` takes them."""
    undo_wanted = Signal()
    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "panel")
        self.setMinimumWidth(WIDTH)
        self.brand: StoredBrand | None = None
        self._jobs, self._dropping = jobs, ""
        self.switch, self.form = BrandSwitch(), BrandForm(jobs)
        self.fields = self.form.fields
        self.logo, self.name, self.primary = self.form.logo, self.form.name, self.form.primary
        self.site, self.state = Elided("muted"), label("muted", wrap=True)
        self.doubts, self.update_button = styled(QPushButton(), "doubts"), button(primary=True)
        self.undo_button, self.reset_button = button(quiet=True), button(quiet=True)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.set_can_undo(False)

    def show_brand(self, brand: StoredBrand | None) -> None:
        """Show a brand; what was typed and not applied is dropped."""
        self.brand = brand
        self.form.setEnabled(brand is not None)  # another brand can still be chosen
        if brand is not None:
            self.site.setText(brand.site.partition("://")[2] or brand.site)
            self.site.setVisible(bool(brand.site))
            self.form.show_brand(brand)

    def changes(self) -> dict[str, Any]:
        """What differs from the stored brand, as ``update_brand`` takes it."""
        return self.form.changes() if self.brand is not None else {}

    @property
    def can_update(self) -> bool:
        """Whether there is something to apply, and every field is in order."""
        return self.brand is not None and self.form.can_update

    def ask_for_update(self) -> None:
        """Say what the user wants changed."""
        if self.can_update:
            self.update_wanted.emit(self.changes())

    def reset(self) -> None:
        """Back to the stored values."""
        self.show_brand(self.brand)

    def set_can_undo(self, possible: bool) -> None:
        """Offer to take the last update back."""
        self.undo_button.setVisible(possible)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.update_button.setText(self.tr("Update"))
        self.update_button.setToolTip(self.tr("Apply to all templates; what changes is shown first"))
        self.undo_button.setText(self.tr("Undo the last update"))
        self.reset_button.setText(self.tr("Discard"))
        self.doubts.setToolTip(self.tr("Go to the next of them"))
        self._edited()

    def _edited(self) -> None:
        changes, doubts = self.changes(), len(self.form.doubted)
        self.update_button.setEnabled(self.can_update)
        self.reset_button.setVisible(bool(changes))
        self.state.setText(self.tr("%n change(s) not applied yet", "", len(changes)) if changes else "")
        self.state.setVisible(bool(changes))
        self.doubts.setText(self.tr("%n field(s) worth a look", "", doubts))
        self.doubts.setVisible(bool(doubts))
        self.changed.emit()

    def _drop_colour(self) -> None:
        """Open the eyedropper for the field that asked."""
        name = next((name for name, field in self.fields.items() if field is self.sender()), "")
        if self.brand is None or not name:
            return
        self._dropping = name
        scenes = (
            Scene(self.tr("Page"), self.brand.folder / PAGE_PICTURE),
            Scene(title_of("logo"), self.brand.logo.wide),
        )
        evidence = self.brand.evidence.get(evidence_of(name), ())
        self.eyedropper = EyedropperDialog(title_of(name), scenes, evidence, self._jobs, self)
        self.eyedropper.picked.connect(self._dropped)
        self.eyedropper.open()

    def _dropped(self, colour: str) -> None:
        self.fields[self._dropping].set_value(colour)

    def _connect(self) -> None:
        self.update_button.clicked.connect(self.ask_for_update)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.reset_button.clicked.connect(self.reset)
        self.doubts.clicked.connect(self.form.show_next_doubt)
        self.form.changed.connect(self._edited)
        for field in self.fields.values():
            if isinstance(field, ColourField):
                field.dropper_wanted.connect(self._drop_colour)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top())
        column.addWidget(rule())
        column.addWidget(self.form, 1)
        column.addWidget(rule())
        column.addWidget(self._foot())

    def _top(self) -> QWidget:
        top = QWidget()
        box = QVBoxLayout(top)
        box.setContentsMargins(2 * GRID, 12, 2 * GRID, GRID)
        box.setSpacing(4)
        box.addWidget(self.switch)
        row = QHBoxLayout()
        row.addWidget(self.site, 1)
        row.addWidget(self.doubts)
        box.addLayout(row)
        return top

    def _foot(self) -> QWidget:
        foot = QWidget()
        box = QVBoxLayout(foot)
        box.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        box.setSpacing(GRID)
        box.addWidget(self.state)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.update_button, 1)
        row.addWidget(self.reset_button)
        box.addLayout(row)
        box.addWidget(self.undo_button)
        return foot
