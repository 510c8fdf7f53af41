"""The templates with their traffic lights, and below each its saved runs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from desktop.language import current_language
from desktop.proofs.gallery.facts import GalleryFacts, TemplateFacts
from desktop.proofs.gallery.run_delegate import ROW, RowFacts, RunDelegate
from desktop.proofs.gallery.words import light_words, run_tip
from desktop.widgets import Translated, styled
from renderers.proofs.runs.lights import Light
from templates.store.run_facts import RunFacts


class RunTree(Translated, QTreeWidget):
    """One row for all templates, one for each, one for each of its runs."""

    chosen = Signal()
    """Another row is chosen."""
    opened = Signal()
    """Enter was pressed on a row, or it was double-clicked."""
    menu_wanted = Signal(QPoint)
    """A context menu, at this point of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "proof-runs")
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setRootIsDecorated(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(RunDelegate(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.currentItemChanged.connect(self._current_changed)
        self.activated.connect(self._activated)
        self._facts = GalleryFacts()
        self._lights: dict[str, Light] = {}
        self.retranslate()

    def show_facts(self, facts: GalleryFacts) -> None:
        """Show what was read; what is chosen stays chosen, as long as it is there."""
        self._facts = facts
        chosen, opened = self.current_key, {self._key(item) for item in self._items() if item.isExpanded()}
        self.blockSignals(True)
        self.clear()
        self._add(self, RowFacts(is_all=True, has_runs=facts.has_runs))
        for template in facts.templates:
            top = self._add(self, self._row(template))
            for each in template.runs:
                self._add(top, RowFacts(template, each))
        for item in self._items():
            item.setExpanded(self._key(item) in opened)
        self.choose(*chosen)
        self.blockSignals(False)
        if self.current_key != chosen:
            self.chosen.emit()

    def show_light(self, name: str, light: Light | None) -> None:
        """Show the traffic light of a template; None while it is being found out."""
        if light is None:
            self._lights.pop(name, None)
        else:
            self._lights[name] = light
        for item in self._items():
            row = item.data(0, ROW)
            if row.template and not row.run and row.template.name == name:
                self._fill(item, self._row(row.template))

    def light(self, name: str) -> Light | None:
        """The traffic light that is shown."""
        return self._lights.get(name)

    @property
    def current(self) -> RowFacts:
        """What is chosen; all templates where nothing is."""
        item = self.currentItem()
        return item.data(0, ROW) if item is not None else RowFacts(is_all=True)

    @property
    def current_key(self) -> tuple[str, str]:
        """The template's name and the run's id; "" for all."""
        item = self.currentItem()
        return self._key(item) if item is not None else ("", "")

    def choose(self, template: str = "", run: str = "") -> None:
        """Choose a run, a template or all; what is gone gives way to what it belonged to."""
        wanted = [(template, run), (template, ""), ("", "")]
        items = {self._key(item): item for item in self._items()}
        found = next((items[key] for key in wanted if key in items), None)
        if found is not None:
            if (around := found.parent()) is not None:
                around.setExpanded(True)
            self.setCurrentItem(found)
            self.scrollToItem(found)

    def choose_run(self, run_id: str) -> None:
        """Choose a run, if it is there."""
        if (found := self._facts.find(run_id)) is not None:
            self.choose(found[0].name, run_id)

    def retranslate(self) -> None:
        """Other words for the same rows."""
        self.setAccessibleName(self.tr("Templates and their runs"))
        for item in self._items():
            self._fill(item, item.data(0, ROW))
        self.viewport().update()

    # Inside

    def _row(self, template: TemplateFacts) -> RowFacts:
        return RowFacts(template, None, self._lights.get(template.name), has_runs=bool(template.runs))

    def _add(self, parent: QTreeWidget | QTreeWidgetItem, row: RowFacts) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent)
        self._fill(item, row)
        return item

    def _fill(self, item: QTreeWidgetItem, row: RowFacts) -> None:
        item.setData(0, ROW, row)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, row.spoken(current_language()))
        item.setToolTip(0, run_tip(row.run) if row.run else light_words(row.light) if row.template else "")

    def _items(self) -> Iterator[QTreeWidgetItem]:
        walk = QTreeWidgetItemIterator(self)
        while (item := walk.value()) is not None:
            yield item
            walk += 1

    def _key(self, item: QTreeWidgetItem) -> tuple[str, str]:
        row: RowFacts = item.data(0, ROW)
        return row.template.name if row.template else "", row.run.run.id if row.run else ""

    def _current_changed(self) -> None:
        item = self.currentItem()
        if item is not None and item.parent() is None:
            item.setExpanded(True)
        self.chosen.emit()

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit()

    def _menu(self, at: QPoint) -> None:
        if self.itemAt(at) is not None:
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))


def run_of(row: RowFacts) -> RunFacts | None:
    """Return the run that a row stands for: a template's is the one that is shown of it."""
    return row.run or (row.template.latest if row.template else None)
