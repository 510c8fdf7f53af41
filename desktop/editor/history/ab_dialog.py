"""The A/B versions of a template: up to ten, compared with each other, one of them open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.document import OpenDocument
from desktop.editor.history import ab_verbs
from desktop.editor.history.compare import Side
from desktop.editor.history.name_dialog import VARIANT, NameDialog
from desktop.editor.history.state_model import State
from desktop.editor.history.states_dialog import StatesDialog
from desktop.jobs import Jobs
from desktop.widgets import button, restyle
from renderers.render.cache import PictureCache
from templates.ab_versions import LETTERS, LONGEST_NAME, AbVersion, ab_snapshot, ab_versions
from templates.errors import MailwrightError


class AbDialog(StatesDialog):
    """A chosen version is compared with the open one; two chosen ones with each other."""

    def __init__(
        self,
        document: OpenDocument,
        jobs: Jobs,
        parent: QWidget | None = None,
        *,
        cache: PictureCache | None = None,
    ) -> None:
        super().__init__(document, jobs, parent, cache=cache)
        self.new_button, self.delete_button, self.open_button = button(), button(), button(primary=True)
        self.new_button.clicked.connect(self.ask_new)
        self.delete_button.clicked.connect(self.delete)
        self.open_button.clicked.connect(self.open_chosen)
        self.lay_out((self.new_button, self.rename_button, self.delete_button), self.open_button)
        document.stack.indexChanged.connect(self._load)
        self.retranslate()

    def ask_new(self) -> NameDialog | None:
        """Ask for the name of another version; say at once when there are ten."""
        if len(self.model.states) == len(LETTERS):
            self.add("")
            return None
        dialog = NameDialog(VARIANT, LONGEST_NAME, self)
        dialog.named.connect(self.add)
        dialog.open()
        return dialog

    def add(self, name: str) -> None:
        """Make another version."""
        self._try(partial(ab_verbs.add, self.document, name))

    def rename(self, state_id: str, name: str) -> None:
        """Give a version another name."""
        self._try(partial(ab_verbs.rename, self.document, state_id, name))

    def delete(self) -> None:
        """Delete the chosen version."""
        for letter in self.list.ids[:1]:
            self._try(partial(ab_verbs.delete, self.document, letter))

    def open_chosen(self) -> None:
        """Go on with the chosen version."""
        for letter in self.list.ids[:1]:
            self._try(partial(ab_verbs.open_, self.document, letter))

    def show_chosen(self, ids: list[str]) -> None:
        """Compare one with the open version, two with each other."""
        listed = {version.letter: version for version in ab_verbs.versions(self.document)}
        chosen = [listed[letter] for letter in ids if letter in listed]
        self._enable(chosen)
        if not chosen:
            return
        opened = next((version for version in listed.values() if version.is_open), chosen[0])
        other = next(version for version in listed.values() if version != opened)
        before, after = (chosen[0], chosen[-1]) if len(chosen) > 1 else (chosen[0], opened)
        if before == after:
            before = other
        pair = [self._side(version) for version in (before, after)]
        self.view.show_pair(self.document.workspace, self.document.name, pair[0], pair[1])

    def retranslate(self) -> None:
        """Set every text anew."""
        super().retranslate()
        self.setWindowTitle(self.tr("A/B versions – {name}").format(name=self.document.name))
        self.list.setAccessibleName(self.tr("A/B versions"))
        self.new_button.setText(self.tr("New version…"))
        self.delete_button.setText(self.tr("Delete"))
        self.open_button.setText(self.tr("Open this version"))
        self._load()

    # Inside

    def _load(self, _index: int = 0) -> None:
        self.trouble.hide()
        try:
            listed = ab_versions(self.document.side)
        except MailwrightError as error:
            self.show_error(error)
            return
        chosen = [letter for letter in self.list.ids if letter in {version.letter for version in listed}]
        self.model.set_states([self._state(version) for version in listed])
        for each in (self.side, self.rename_button, self.delete_button, self.open_button):
            each.setVisible(bool(listed))
        self.new_button.setProperty("primary", not listed)
        restyle(self.new_button)
        self._enable([])
        if listed:
            closed = next(version.letter for version in listed if not version.is_open)
            self.list.choose(*(chosen or [closed]))
        else:
            self.view.show_nothing(
                "flask-conical",
                self.tr("Which one does better?"),
                self.tr(
                    "Make another version of this mail, with another subject or picture, and send both to a few people"
                    " each. It begins as a copy of this one."
                ),
            )

    def _state(self, version: AbVersion) -> State:
        detail = self.tr("Open now: previews and exports show it") if version.is_open else self.tr("Put aside")
        return State(version.letter, ab_verbs.title(version), detail, version.name)

    def _side(self, version: AbVersion) -> Side:
        return Side(ab_verbs.title(version), ab_snapshot(self.document.side, self.document.text, version.letter))

    def _enable(self, chosen: list[AbVersion]) -> None:
        free = self.document.editable
        other = free and len(chosen) == 1 and not chosen[0].is_open
        self.rename_button.setEnabled(free and len(chosen) == 1)
        self.delete_button.setEnabled(other)
        self.open_button.setEnabled(other)
        self.new_button.setEnabled(free)

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except MailwrightError as error:
            self.show_error(error)
