"""The sets of clients in one menu: shipped ones, the audience, one's own, and what can be done with these."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.language import current_language
from desktop.proofs.menu_box import MenuBox
from desktop.widgets import Translated
from renderers.clients.clients_file import ClientsFile
from renderers.clients.own_presets import audience_preset, own_presets
from renderers.clients.presets import Preset, presets
from renderers.clients.profile import profile

_WIDEST = 320  # pixels of a name in the menu


class PresetBox(Translated, MenuBox):
    """Shows the name of the set that is ticked; ``chosen`` gives the clients of another one."""

    chosen = Signal(tuple)
    save_wanted = Signal()
    rename_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(QMenu())
        self._own: Mapping[str, Preset] = {}
        self._audience: Preset | None = None
        self._mine: list[tuple[Preset, frozenset[str]]] = []
        self._ticked: frozenset[str] = frozenset()
        self._shipped = {each.id: frozenset(each.clients) for each in offered()}  # asked with every tick
        self.retranslate()

    @property
    def current(self) -> Preset | None:
        """The set whose clients are ticked; one's own before a shipped one with the same clients."""
        own = next((each for each, clients in self._mine if self._ticked and clients == self._ticked), None)
        shipped = next((id_ for id_, clients in self._shipped.items() if clients == self._ticked), "")
        return own or presets().get(shipped)

    def show_file(self, file: ClientsFile) -> None:
        """Offer what the workspace has."""
        self._own, self._audience = own_presets(file), audience_preset(file)
        mine = (*self._own.values(), *([self._audience] if self._audience else []))
        self._mine = [(each, frozenset(each.clients)) for each in mine]
        self.retranslate()

    def follow(self, ticked: Collection[str]) -> None:
        """Say which set these clients are."""
        self._ticked = frozenset(ticked)
        self._show()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("Preset"))
        self.list.clear()
        for each in offered():
            self._add(each)
        if self._audience or self._own:
            self.list.addSeparator()
        for each in (*([self._audience] if self._audience else []), *self._own.values()):
            self._add(each)
        self.list.addSeparator()
        self._save = self.list.addAction(self.tr("Save these clients as…"), self.save_wanted.emit)
        self._rename = self.list.addAction("", self._want_rename)
        self._delete = self.list.addAction("", self._want_delete)
        self._show()

    def _add(self, preset: Preset) -> None:
        name = self._short(preset.name(current_language()))
        text = self.tr("{name} ({n})").format(name=name, n=len(preset.clients))
        action = QAction(text.replace("&", "&&"), self.list, checkable=True)
        action.setData(preset.id)
        action.triggered.connect(self._choose)
        self.list.addAction(action)

    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            id_ = action.data()
            known = {**presets(), **self._own, **({self._audience.id: self._audience} if self._audience else {})}
            self.chosen.emit(known[id_].clients)
            self._show()  # a set that was ticked already stays so

    def _show(self) -> None:
        current = self.current
        for action in self.list.actions():
            if action.isCheckable():
                action.setChecked(current is not None and action.data() == current.id)
        name = current.name(current_language()) if current else self.tr("A choice of your own")
        self.say(name if self._ticked else self.tr("Choose a preset…"))
        own = self._own.get(current.id) if current else None
        self._save.setEnabled(bool(self._ticked) and own is None)
        for action, pattern in (
            (self._rename, self.tr("Rename “{name}”…")),
            (self._delete, self.tr("Delete “{name}”")),
        ):
            action.setVisible(own is not None)
            action.setText(pattern.format(name=self._short(own.name("en"))).replace("&", "&&") if own else "")

    def _short(self, name: str) -> str:
        """A name that somebody wrote into the file may be of any length."""
        return self.list.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST)

    def _want_rename(self) -> None:
        if self.current:
            self.rename_wanted.emit(self.current.id)

    def _want_delete(self) -> None:
        if self.current:
            self.delete_wanted.emit(self.current.id)


def offered() -> list[Preset]:
    """The shipped sets: not the browser alone, which stands for no client, nor groups, which the list has itself."""
    shown = [each for each in presets().values() if any(profile(id_).group != "plain" for id_ in each.clients)]
    return [each for each in shown if not each.is_group]
