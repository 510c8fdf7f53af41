"""What all fields of a brand have in common: a title, where the value comes from, and what else was found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.panels.brand_panel.side_note import SideNote
from desktop.panels.brand_panel.source_words import main_source, source_words, sureness_words
from desktop.panels.brand_panel.strip import CandidateStrip
from desktop.widgets import Translated, label
from templates.brand.evidence import Candidate
from templates.brand.sureness import USER, sureness


class Field(Translated, QWidget):
    """A title, what a subclass adds to ``body``, a problem if there is one, and the strip of candidates."""

    KIND = "text"
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stored: Any = ""
        self._evidence: tuple[Candidate, ...] = ()
        self._doubted = self._confirmed = False
        self.hint = ""
        """What went wrong beside the value, which stays as it was."""
        self.title, self.note = label("caption"), SideNote()
        self.problem = label("danger", wrap=True)
        self.problem.hide()
        self.strip = CandidateStrip(self.KIND)
        self.strip.picked.connect(self._picked)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title)
        self.head.addWidget(self.note, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.head)
        column.addLayout(self.body)
        column.addWidget(self.problem)
        column.addSpacing(2)
        column.addWidget(self.strip)

    @property
    def value(self) -> Any:
        """What the field says now."""
        raise NotImplementedError

    @property
    def stored(self) -> Any:
        """What the brand says."""
        return self._stored

    @property
    def shown_value(self) -> str:
        """The value as a candidate would spell it."""
        return str(self.value)

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what is stored, or was doubted and is confirmed now."""
        return bool(self.value != self._stored) or self._confirmed

    @property
    def is_confirmed(self) -> bool:
        """Whether a person chose what is stored anyway."""
        return self._confirmed and bool(self.value == self._stored)

    @property
    def is_valid(self) -> bool:
        """Whether the value can be used."""
        return not self.fault()

    @property
    def is_doubtful(self) -> bool:
        """Whether the stored value should be looked at."""
        return self._doubted and not self.is_changed

    def fault(self) -> str:
        """What is wrong with the value, as a sentence; "" while nothing is."""
        return ""

    def set_value(self, value: str) -> None:
        """Take a value as if it had been typed."""
        raise NotImplementedError

    def show_value(self, value: Any, evidence: Sequence[Candidate], *, doubted: bool = False) -> None:
        """Show what is stored, and what it was chosen from; a ``doubted`` value wants a look."""
        self._stored, self._evidence, self._doubted = value, tuple(evidence), doubted
        self._confirmed = False
        self.set_value(value)
        self.strip.offer(offered(evidence), self.shown_value, always=doubted)
        self.refresh()

    def set_title(self, title: str) -> None:
        """Name the field."""
        self.title.setText(title)
        self.strip.name_for(title)
        self.retranslate()

    def retranslate(self) -> None:
        """Titles come from the panel; what is said of the value from here."""
        self.refresh()

    def refresh(self) -> None:
        """Say anew where the value comes from, and what is wrong with it."""
        self.strip.show_value(self.shown_value)
        said = self.fault() or self.hint
        self.problem.setText(said)
        self.problem.setVisible(bool(said))
        self.note.say(*self._note())

    def _note(self) -> tuple[str, str, str]:
        """Words, role and tool tip of the note beside the title."""
        shown = self.shown_value.casefold()
        found = next((one for one in self._evidence if shown and one.value.casefold() == shown), None)
        if self.is_changed:
            return self.tr("confirmed") if self.is_confirmed else self.tr("changed"), "changed", ""
        if found is None:
            return (self.tr("worth a look"), "doubt", "") if self.is_doubtful else ("", "tiny", "")
        sure = sureness_words(sureness(found))
        tip = "\n".join(line for line in (f"{source_words(found.source)} – {sure}", found.locator) if line)
        if self.is_doubtful:
            words = self.tr("worth a look · {source}")
            return words.format(source=main_source(found.source)), "doubt", tip
        if not self.strip.isHidden():
            return "", "tiny", ""  # the strip says it
        return (sure if found.source == USER else main_source(found.source)), "tiny", tip

    def _picked(self, candidate: Candidate) -> None:
        self._confirmed = self._doubted and candidate.value == self._stored
        self.set_value(candidate.value)
        self.refresh()
        self.edited.emit()


def offered(evidence: Sequence[Candidate]) -> list[Candidate]:
    """What a strip shows: each value once, and a person's own only where nothing else says the same."""
    seen: dict[str, Candidate] = {}
    for candidate in evidence:
        key = candidate.value.casefold()
        if key and (key not in seen or seen[key].source == USER):
            seen[key] = candidate
    return list(seen.values())
