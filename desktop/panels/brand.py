"""The brand panel: the six fields of the generator, and Update, which changes every template."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.panels.brand_fields import ColourField, Field, LogoField, TextField
from desktop.panels.swatches import PaletteStrip
from desktop.widgets import GRID, Translated, button, label, rule, styled
from templates.brand.store import StoredBrand

WIDTH = 288


class BrandPanel(Translated, QWidget):
    """Shows the brand as stored; its fields are a draft until Update."""

    update_wanted = Signal(dict)
    """The changes, as ``update_brand`` takes them."""
    undo_wanted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "panel")
        self.setMinimumWidth(WIDTH)
        self.brand: StoredBrand | None = None
        self.logo = LogoField()
        self.name = TextField()
        self.primary = ColourField()
        self.networks = {name: TextField() for name in ("facebook", "x", "linkedin")}
        self.fields: dict[str, Field] = {
            "logo": self.logo,
            "name": self.name,
            "primary": self.primary,
            **self.networks,
        }
        self.palette_strip = PaletteStrip()
        self._heading = label("heading")
        self._site = label("muted")
        self._social_heading = label("caption")
        self.state = label("muted", wrap=True)
        self.update_button = button(primary=True)
        self.undo_button = button(quiet=True)
        self.reset_button = button(quiet=True)
        self.update_button.clicked.connect(self.ask_for_update)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.reset_button.clicked.connect(self.reset)
        for field in self.fields.values():
            field.edited.connect(self._edited)
        self._lay_out()
        self.retranslate()
        self.set_can_undo(False)

    def show_brand(self, brand: StoredBrand | None) -> None:
        """Show a brand; what was typed and not applied is dropped."""
        self.brand = brand
        self.setEnabled(brand is not None)
        if brand is None:
            return
        self._site.setText(brand.site.partition("://")[2] or brand.site)
        self.logo.show_logo(brand.logo.wide, brand.evidence.get("logo_wide", ()))
        self.name.show_value(brand.name, brand.evidence.get("name", ()))
        self.primary.show_value(brand.primary, brand.evidence.get("primary", ()))
        for network, field in self.networks.items():
            field.show_value(brand.socials.get(network, ""), brand.evidence.get(f"socials.{network}", ()))
        self._edited()

    def changes(self) -> dict[str, Any]:
        """What differs from the stored brand and can be used."""
        return {name: field.value for name, field in self.fields.items() if field.is_changed}

    @property
    def can_update(self) -> bool:
        """Whether there is something to apply, and every field is in order."""
        return bool(self.changes()) and all(field.is_valid for field in self.fields.values())

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

    def field_name(self, name: str) -> str:
        """What the field is called."""
        return {
            "logo": self.tr("Logo"),
            "name": self.tr("Company name"),
            "primary": self.tr("Dominant colour"),
            "facebook": self.tr("Facebook"),
            "x": self.tr("X (Twitter)"),
            "linkedin": self.tr("LinkedIn"),
        }[name]

    def retranslate(self) -> None:
        """Set every text anew."""
        self._heading.setText(self.tr("Brand"))
        self._social_heading.setText(self.tr("An empty address takes the icon out of every mail."))
        for name, field in self.fields.items():
            field.set_title(self.field_name(name))
        for address in self.networks.values():
            address.edit.setPlaceholderText("https://")
        self.update_button.setText(self.tr("Update"))
        self.update_button.setToolTip(self.tr("Apply to all templates; what changes is shown first"))
        self.undo_button.setText(self.tr("Undo the last update"))
        self.reset_button.setText(self.tr("Discard"))
        self._edited()

    def _edited(self) -> None:
        changes = self.changes()
        self.update_button.setEnabled(self.can_update)
        self.reset_button.setVisible(bool(changes))
        self.state.setText(self.tr("%n change(s) not applied yet", "", len(changes)) if changes else "")
        self.state.setVisible(bool(changes))
        if self.primary.is_valid and self.brand is not None:
            self.palette_strip.show_colours(replace(self.brand.colours, primary=self.primary.value))
        self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scrolling(self._form()), 1)
        column.addWidget(rule())
        column.addWidget(self._foot())

    def _form(self) -> QWidget:
        form = QWidget()
        box = QVBoxLayout(form)
        box.setContentsMargins(2 * GRID, 2 * GRID, 4, 2 * GRID)  # 12 more on the right are the scroll bar
        box.setSpacing(2 * GRID)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._heading)
        head.addWidget(self._site)
        box.addLayout(head)
        for name in ("logo", "name", "primary"):
            box.addWidget(self.fields[name])
        box.addWidget(self.palette_strip)
        box.addWidget(rule())
        for name in ("facebook", "x", "linkedin"):
            box.addWidget(self.fields[name])
        self._social_heading.setWordWrap(True)
        self._social_heading.setProperty("role", "muted")
        box.addWidget(self._social_heading)
        box.addStretch()
        return form

    def _scrolling(self, form: QWidget) -> QScrollArea:
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(form)
        return area

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
