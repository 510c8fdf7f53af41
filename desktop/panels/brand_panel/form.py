"""The fields of a brand, one below the other: the first six, the live sample, and the groups that fold."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.dialogs.brand_changes import Change
from desktop.jobs import Jobs
from desktop.panels.brand_panel.colour_field import ColourField
from desktop.panels.brand_panel.contrast_table import ContrastTable
from desktop.panels.brand_panel.draft import drafted_look, logo_pictures, show_derived, stored_look
from desktop.panels.brand_panel.field import Field
from desktop.panels.brand_panel.field_table import (
    DERIVED,
    FIRST,
    MORE,
    SOCIAL,
    evidence_of,
    group_title,
    more_fields,
    title_of,
    value_of,
)
from desktop.panels.brand_panel.group import Group
from desktop.panels.brand_panel.logo_field import LogoField
from desktop.panels.brand_panel.more_networks import MoreNetworks
from desktop.panels.brand_panel.sample_mail import Look, SampleMail
from desktop.panels.brand_panel.text_fields import TextField
from desktop.panels.swatches import PaletteStrip
from desktop.widgets import GRID, Translated, label
from templates.brand.doubts import doubtful
from templates.brand.store import StoredBrand


class BrandForm(Translated, QScrollArea):
    """A draft of one brand: what differs from the stored one is told by ``changes``."""

    changed = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.brand: StoredBrand | None = None
        self._stored: Look | None = None
        self._filling = False
        self.logo, self.name, self.primary = LogoField(jobs), TextField(needed=True), ColourField(dropper=True)
        first: dict[str, Field] = {"logo": self.logo, "name": self.name, "primary": self.primary}
        self.fields: dict[str, Field] = {**first, **more_fields(jobs)}
        self.sample, self.palette_strip, self.contrasts = SampleMail(), PaletteStrip(), ContrastTable()
        self.networks = MoreNetworks({name: self.fields[name] for name in MORE["networks"]})
        self.groups = {
            name: Group([self.networks] if name == "networks" else (self.fields[each] for each in names))
            for name, names in MORE.items()
        }
        self.groups["contrast"] = Group((self.contrasts, self.palette_strip))
        self._social_note, self._inside = label("muted", wrap=True), QWidget()
        for field in self.fields.values():
            field.edited.connect(self._edited)
        self.logo.drawn.connect(self._edited)
        self._lay_out()
        self.retranslate()

    def show_brand(self, brand: StoredBrand) -> None:
        """Show a brand; what was typed and not applied is dropped."""
        self.brand = brand
        self._filling = True  # forty fields have one thing to say: that all is as it is stored
        doubted = {doubt.field for doubt in doubtful(brand)}
        for name, field in self.fields.items():
            key = evidence_of(name)
            evidence = brand.evidence.get(key, ())
            if isinstance(field, LogoField):
                in_use = brand.logo.references.get(key.removeprefix("logo_"), "")
                field.show_logo(brand, logo_pictures(brand, name), in_use, evidence, doubted=key in doubted)
            else:
                field.show_value(value_of(brand, name), evidence, doubted=key in doubted)
        self._stored = stored_look(brand)
        self.networks.show_filled()
        self._filling = False
        self._edited()

    def changes(self) -> dict[str, Any]:
        """What differs from the stored brand, as ``update_brand`` takes it."""
        return {name: field.value for name, field in self.fields.items() if field.is_changed}

    def change_row(self, name: str) -> Change:
        """A field for people: its value now and the one to come."""
        field = self.fields[name]
        if field.is_confirmed:
            return Change(title_of(name), self.tr("worth a look"), str(field.value))
        if not isinstance(field, LogoField):
            return Change(title_of(name), str(field.stored), str(field.value))
        before = logo_pictures(self.brand, name) if self.brand else (None, None)
        return Change(title_of(name), "", field.shown_value.rpartition("/")[2], before, field.pictures)

    @property
    def looks(self) -> tuple[Look, Look] | None:
        """How mails look now, and how they will; None while there is no brand."""
        return (self._stored, drafted_look(self._stored, self.fields)) if self._stored else None

    @property
    def can_update(self) -> bool:
        """Whether there is something to apply, and every field is in order."""
        busy = any(isinstance(field, LogoField) and field.is_busy for field in self.fields.values())
        return bool(self.changes()) and not busy and all(field.is_valid for field in self.fields.values())

    @property
    def doubted(self) -> list[str]:
        """The fields that are worth a look."""
        return [name for name, field in self.fields.items() if field.is_doubtful]

    def show_next_doubt(self) -> None:
        """Go to the next field that is worth a look, after the one that has the keyboard."""
        names, focus = list(self.fields), self.focusWidget() or self
        here = next((place for place, field in enumerate(self.fields.values()) if field.isAncestorOf(focus)), -1)
        doubted = sorted(self.doubted, key=lambda name: (names.index(name) <= here, names.index(name)))
        if doubted:
            self.show_field(doubted[0])

    def show_field(self, name: str) -> None:
        """Unfold a field's group, bring it into view and give it the keyboard."""
        for group, names in MORE.items():
            if name in names:
                self.groups[group].open()
        field = self.fields[name]
        field.show()
        self._inside.adjustSize()
        self.ensureWidgetVisible(field, 0, 3 * GRID)
        target = field.strip if field.strip.isVisibleTo(self) else field.nextInFocusChain()
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def groups_state(self) -> QByteArray:
        """Which groups are unfolded, to be kept for the next time."""
        return QByteArray(",".join(name for name, group in self.groups.items() if group.is_open).encode())

    def restore_groups(self, state: QByteArray) -> None:
        """Unfold the groups that were unfolded the last time."""
        names = bytes(state.data()).decode("ascii", "replace").split(",")
        for name, group in self.groups.items():
            group.open(opened=name in names)

    def retranslate(self) -> None:
        """Set every text anew."""
        self._social_note.setText(self.tr("An empty address takes the icon out of every mail."))
        for name, field in self.fields.items():
            field.set_title(title_of(name))
        for name, group in self.groups.items():
            group.set_title(group_title(name))
        self._edited()

    def _edited(self) -> None:
        if self._filling:
            return
        if self._stored is not None:
            look = drafted_look(self._stored, self.fields)
            self.sample.show_look(look)
            self.palette_strip.show_colours(look.colours)
            self.contrasts.show_colours(look.colours)
            show_derived(look.colours, self.fields, DERIVED)
        self._say_counts()
        self.changed.emit()

    def _say_counts(self) -> None:
        """What a folded group holds that matters now."""
        for name, names in MORE.items():
            doubts = sum(self.fields[each].is_doubtful for each in names)
            changed = sum(self.fields[each].is_changed for each in names)
            if changed:
                self.groups[name].say(self.tr("%n changed", "", changed), "changed")
            else:
                self.groups[name].say(self.tr("%n worth a look", "", doubts) if doubts else "", "doubt")
        failing, moved = self.contrasts.failing, self.contrasts.moved
        if failing:
            self.groups["contrast"].say(self.tr("%n too weak", "", failing), "danger")
        else:
            self.groups["contrast"].say(self.tr("%n adjusted", "", moved) if moved else self.tr("all pass"))

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(2 * GRID, 12, 4, 2 * GRID)  # 12 more on the right are the scroll bar
        top.setSpacing(2 * GRID)
        shown: list[QWidget] = [*(self.fields[name] for name in FIRST), self.sample]
        for each in [*shown, *(self.fields[name] for name in SOCIAL), self._social_note]:
            top.addWidget(each)
        column.addLayout(top)
        for group in self.groups.values():
            column.addWidget(group)
        column.addStretch()
        self.setWidget(self._inside)
