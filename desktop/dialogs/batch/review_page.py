"""Third page of Many companies: what is doubtful, company by company, with what else was found for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.batch_work import Decided
from desktop.jobs import Job, Jobs
from desktop.models.company_model import Company
from desktop.panels.brand_panel.colour_field import ColourField
from desktop.panels.brand_panel.draft import logo_pictures
from desktop.panels.brand_panel.field import Field
from desktop.panels.brand_panel.field_table import evidence_of, more_fields, title_of, value_of
from desktop.panels.brand_panel.logo_field import LogoField
from desktop.panels.brand_panel.text_fields import TextField
from desktop.panels.swatches import LogoPicture
from desktop.widgets import GRID, Translated, button, label, styled
from templates.brand.store import LOGOS, StoredBrand, load_brand


class ReviewPage(Translated, QWidget):
    """Only the fields that are doubtful. What is picked or typed is kept until Apply; a tick says that all is right."""

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._companies: list[Company] = []
        self._place = 0
        self._brand: StoredBrand | None = None
        self._decided: dict[Path, Decided] = {}
        self._right: set[Path] = set()
        self.title, self.site, self.where = label("heading"), label("muted"), label("muted")
        self.logo = LogoPicture()
        self.logo.setFixedWidth(220)
        self.back, self.on = button(), button()
        self.right = QCheckBox()
        self.fields: dict[str, Field] = {
            "logo": LogoField(jobs),
            "name": TextField(needed=True),
            "primary": ColourField(),
            **more_fields(jobs),
        }
        for name, field in self.fields.items():
            field.set_title(title_of(name))
            field.edited.connect(self._edited)
            if isinstance(field, ColourField):
                field.dropper.hide()
        self.back.clicked.connect(self.previous)
        self.on.clicked.connect(self.next)
        self.right.toggled.connect(self._all_right)
        self._lay_out()
        self.retranslate()

    def show_companies(self, companies: Sequence[Company]) -> None:
        """Begin with the first of these."""
        self._companies, self._decided, self._right = list(companies), {}, set()
        self._show(0)

    @property
    def decided(self) -> dict[Path, Decided]:
        """What was decided so far, by the brands' folders."""
        self._keep()
        return dict(self._decided)

    @property
    def is_valid(self) -> bool:
        """Whether every field that is shown can be used."""
        return all(field.is_valid for name, field in self.fields.items() if name in self._names)

    @property
    def name(self) -> str:
        """The company that is shown."""
        return self._companies[self._place].name if self._companies else ""

    def next(self) -> None:
        """Go to the next company."""
        if self._place + 1 < len(self._companies):
            self._keep()
            self._show(self._place + 1)

    def previous(self) -> None:
        """Go to the company before."""
        if self._place:
            self._keep()
            self._show(self._place - 1)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.back.setText(self.tr("Previous company"))
        self.on.setText(self.tr("Next company"))
        self.right.setText(self.tr("Everything here is right"))
        for name, field in self.fields.items():
            field.set_title(title_of(name))
        self._say()

    @property
    def _names(self) -> list[str]:
        """The fields that are doubtful of the company that is shown."""
        if not self._companies:
            return []
        doubted = {doubt.field for doubt in self._companies[self._place].doubts}
        return [name for name in self.fields if evidence_of(name) in doubted]

    @property
    def _folder(self) -> Path:
        row = self._companies[self._place].row
        return row.made.brand_folder if row is not None and row.made is not None else Path()

    def _show(self, place: int) -> None:
        """Read the brand, and show its fields when it is there."""
        self._place, self._brand = place, None
        if not self._companies:
            return
        folder = self._folder
        if self._job is not None:
            self._job.cancel()
        self._job = self._jobs.run(self.tr("Reading the brand"), lambda job: load_brand(folder), quiet=True)
        self._job.succeeded.connect(self._read)
        self._say()

    def _read(self, brand: object) -> None:
        if not isinstance(brand, StoredBrand) or brand.folder != self._folder:
            return
        self.site.setText(brand.site.partition("://")[2] or brand.site)
        self.site.setVisible(bool(brand.site))
        self.logo.show_file(brand.logo.wide)
        values = self._decided.get(brand.folder, Decided()).values
        for name, field in self.fields.items():
            field.setVisible(name in self._names)
            if name in self._names:
                _fill(field, name, brand)
                if name in values:
                    field.set_value(values[name])
        self.right.setChecked(brand.folder in self._right)
        self._brand = brand
        self._area.verticalScrollBar().setValue(0)
        first = self.fields[self._names[0]] if self._names else None
        if first is not None:
            (first.strip if first.strip.isVisibleTo(self) else self.right).setFocus(Qt.FocusReason.TabFocusReason)
        self._say()
        self.changed.emit()

    def _keep(self) -> None:
        """Remember what the fields say of the company that is shown."""
        if self._brand is None or not self.is_valid:
            return
        folder, before = self._brand.folder, self._decided.get(self._brand.folder, Decided())
        values: dict[str, Any] = dict(before.values)
        logos: tuple[str, ...] = ()
        for name in self._names:
            field = self.fields[name]
            if field.is_changed and not (name in LOGOS and field.value is None):
                values[name] = field.value
            elif folder in self._right and name in LOGOS:
                logos += (name,)
            elif folder in self._right:
                values[name] = field.value
            elif field.is_changed:
                logos += (name,)  # confirmed: the one in use was picked
        if values or logos:
            self._decided[folder] = Decided(values, logos)
        else:
            self._decided.pop(folder, None)

    def _all_right(self, on: bool) -> None:
        if self._brand is None:
            return
        (self._right.add if on else self._right.discard)(self._brand.folder)
        if not on:
            self._decided.pop(self._brand.folder, None)
        self._edited()

    def _edited(self) -> None:
        if self._brand is not None:
            self._say()
            self.changed.emit()

    def _say(self) -> None:
        self.title.setText(self.name)
        count = len(self._companies)
        self.where.setText(self.tr("{place} of {count}").format(place=self._place + 1, count=count) if count else "")
        self.back.setEnabled(self._place > 0)
        self.on.setEnabled(self._place + 1 < count)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        for each in (self.title, self.site, self.where):
            names.addWidget(each)
        names.addStretch()
        head = QHBoxLayout()
        head.addLayout(names, 1)
        head.addWidget(self.logo)
        card = styled(QFrame(), "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        for field in self.fields.values():
            column.addWidget(field)
            field.hide()
        column.addStretch(1)  # all of it: a text of several lines would take its share
        self._area = QScrollArea(widgetResizable=True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(card)
        steps = QHBoxLayout()
        steps.setSpacing(GRID)
        steps.addWidget(self.right, 1)
        steps.addWidget(self.back)
        steps.addWidget(self.on)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addWidget(self._area, 1)
        whole.addLayout(steps)


def _fill(field: Field, name: str, brand: StoredBrand) -> None:
    """Show what the brand has, and the candidates."""
    key = evidence_of(name)
    evidence = brand.evidence.get(key, ())
    if isinstance(field, LogoField):
        in_use = brand.logo.references.get(key.removeprefix("logo_"), "")
        field.show_logo(brand, logo_pictures(brand, name), in_use, evidence, doubted=True)
    else:
        field.show_value(value_of(brand, name), evidence, doubted=True)
