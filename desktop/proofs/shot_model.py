"""The pictures of a run as an item model: all of them from the beginning, each filled in when it is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from desktop.errors import advice, explain, what
from desktop.language import current_language
from desktop.proofs.look.words import missing_words
from desktop.proofs.rendering import Taken
from renderers.clients.profile import Profile, profile
from renderers.clients.words import MODE_NAMES, profile_name, translated
from renderers.proofs.proof import EVERYBODY, Proof, Shot
from renderers.proofs.thumbnail import Pixels
from renderers.proofs.truth import Truth, truth_of
from templates.errors import InputError

SHOWN = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class ShownShot:
    """One card: what it is to show, and what came of it."""

    shot: Shot
    known: Profile | None
    """The client, as it was when the run began: to ask for it again looks at the disk. None: it was deleted by then."""
    proof: Proof | None = None
    image: QImage | None = None
    given_up: bool = False
    """The run was stopped before."""
    among: str = ""
    """What tells it from those of the same client: template, data set and segment, as far as the run has several."""

    @property
    def client(self) -> str:
        """What people call the client."""
        return profile_name(self.known, current_language()) if self.known else self.shot.profile

    @property
    def mode(self) -> str:
        """The mode's name."""
        return translated(MODE_NAMES[self.shot.mode], current_language())

    @property
    def truth(self) -> Truth:
        """How true the picture is; what the profile promises as long as there is none."""
        cast = self.proof.cast if self.proof else None
        return truth_of(self.known, cast, current_language()) if self.known else Truth("", "")

    @property
    def why(self) -> str:
        """Why there is no picture, and where; empty where there is one, or may be."""
        error = self.proof.error if self.proof else None
        return explain(error, current_language()) if error else ""

    @property
    def reason(self) -> str:
        """The same without the place."""
        error, language = self.proof.error if self.proof else None, current_language()
        return f"{what(error, language)} {advice(error, language)}".rstrip() if error else ""

    @property
    def missing(self) -> str:
        """Which files of the mail did not come; empty where all did, or there is no picture."""
        return missing_words(self.proof.missing) if self.proof and self.proof.result else ""

    @property
    def is_cached(self) -> bool:
        """Whether the picture was there before this run."""
        return bool(self.proof and self.proof.result and self.proof.result.cached)


class ShotModel(QAbstractListModel):
    """One row a picture."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ShownShot] = []
        self._places: dict[Shot, int] = {}

    def expect(self, shots: Sequence[Shot]) -> None:
        """Begin a run: nothing is there yet."""
        self.beginResetModel()
        known = {client: _known(client) for client in dict.fromkeys(shot.profile for shot in shots)}
        pairs = zip(shots, _among(shots), strict=True)
        self.rows = [ShownShot(shot, known[shot.profile], among=words) for shot, words in pairs]
        self._places = {shot: place for place, shot in enumerate(shots)}
        self.endResetModel()

    def take(self, taken: Taken) -> None:
        """One more picture, or why there is none."""
        place = self._places.get(taken.proof.shot)
        if place is not None:
            image = _image(taken.small) if taken.small else None
            self._change(place, replace(self.rows[place], proof=taken.proof, image=image))

    def give_up(self) -> None:
        """The run is over; nobody waits for the rest."""
        for place, row in enumerate(self.rows):
            if row.proof is None:
                self._change(place, replace(row, given_up=True))

    @property
    def several(self) -> bool:
        """Whether a card must say of which template, data set or segment it is."""
        return any(row.among for row in self.rows)

    def retranslate(self) -> None:
        """Other words for the same pictures."""
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many pictures there are to be."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one picture."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.client
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (self._spoken(row, ", "), row.why or row.truth.meaning, row.missing)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(filter(None, (self._spoken(row, ", "), row.why, row.missing)))
            case _ if role == SHOWN:
                return row
        return None

    def _spoken(self, row: ShownShot, between: str) -> str:
        shot = row.shot
        who = (row.client, row.mode, shot.template, shot.data_set, "" if shot.segment == EVERYBODY else shot.segment)
        return between.join(filter(None, (*who, str(row.truth) if row.image else "", self._state(row))))

    def _state(self, row: ShownShot) -> str:
        if row.why:
            return self.tr("no picture, not charged")
        if row.given_up:
            return self.tr("not taken, not charged")
        if row.image is None:
            return self.tr("being taken")
        return self.tr("from cache, costs nothing") if row.is_cached else self.tr("new")

    def _change(self, place: int, row: ShownShot) -> None:
        self.rows[place] = row
        self.dataChanged.emit(self.index(place), self.index(place))


def _among(shots: Sequence[Shot]) -> list[str]:
    """For each shot, what of it is not the same in all."""
    everybody = QCoreApplication.translate("ShotModel", "Everybody")
    facts = [(shot.template, shot.data_set, shot.segment or everybody) for shot in shots]
    differs = [len(set(column)) > 1 for column in zip(*facts, strict=True)]
    return ["  ·  ".join(compress(each, differs)) for each in facts]


def _known(client: str) -> Profile | None:
    """The run itself says what is wrong with a client that is not there any more."""
    try:
        return profile(client)
    except InputError:
        return None


def _image(small: Pixels) -> QImage:
    """Pixels as Qt's picture, with bytes of its own."""
    return QImage(small.bgra, small.width, small.height, 4 * small.width, QImage.Format.Format_RGB32).copy()
