"""One saved picture as the window knows it: the record, how it stands by now, and what people said to it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.language import current_language
from desktop.proofs.gallery.facts import TemplateTitle
from desktop.proofs.look.looked import Looked
from renderers.clients.profile import Group, Profile
from renderers.clients.words import profile_name
from renderers.proofs.approval.verdicts import verdicts
from renderers.proofs.proof import EVERYBODY, Shot
from renderers.proofs.runs.reading import KeptRun
from renderers.proofs.runs.record import KeptShot
from renderers.proofs.runs.standing import Standing
from renderers.proofs.runs.stood import STALE
from renderers.proofs.truth import Truth, truth_of
from templates.store.answers import Verdict

Place = tuple[str, int]
"""A run's id, and which of its shots."""


@dataclass(frozen=True)
class PictureRow:
    """One card.

    ``called`` is what people call its template; ``known`` is its client, None when there is no such any more.
    ``standing`` and ``changed`` (since the run before) are None until they are known; ``changed`` stays so where there
    is nothing to compare with.
    """

    kept: KeptShot
    looked: Looked
    called: TemplateTitle
    known: Profile | None = None
    verdict: Verdict | None = None
    standing: Standing | None = None
    changed: bool | None = None
    is_cached: bool = False

    @property
    def place(self) -> Place:
        """Which one it is."""
        return self.kept.run.id, self.kept.saved.place

    @property
    def shot(self) -> Shot:
        """What it shows."""
        return self.kept.shot

    @property
    def title(self) -> str:
        """What people call the template."""
        return self.called.said(current_language())

    @property
    def client(self) -> str:
        """What people call the client."""
        return profile_name(self.known, current_language()) if self.known else self.shot.profile

    @property
    def mode(self) -> str:
        """The mode's name."""
        return self.looked.mode

    @property
    def truth(self) -> Truth:
        """How true the picture is."""
        return truth_of(self.known, self.kept.cast, current_language()) if self.known else Truth("", "")

    @property
    def why(self) -> str:
        """Why there is no picture; empty where there is one, or nobody took it."""
        return self.looked.why

    @property
    def given_up(self) -> bool:
        """Nobody took it, and nothing failed."""
        return not self.kept.is_taken and self.kept.error is None

    @property
    def is_gone(self) -> bool:
        """Whether its picture was deleted from the disk."""
        return self.kept.is_taken and self.kept.picture is None

    @property
    def is_failed(self) -> bool:
        """Whether there is nothing to look at."""
        return self.kept.picture is None

    @property
    def is_stale(self) -> bool:
        """Whether it is not as it would be now."""
        return self.standing in STALE

    @property
    def device(self) -> Group:
        """Desktop, web or mobile."""
        return self.known.group if self.known else "plain"

    @property
    def brand(self) -> str:
        """Whose client it is."""
        return self.known.brand if self.known else ""

    @property
    def system(self) -> str:
        """The device it runs on, such as iPhone, in English."""
        return self.known.device if self.known else ""

    @property
    def segment(self) -> str:
        """The segment's id; "" for everybody."""
        return "" if self.shot.segment == EVERYBODY else self.shot.segment


def rows_of(whole: KeptRun, called: TemplateTitle) -> list[PictureRow]:
    """Return the pictures of a run. Looks at no file."""
    said = verdicts(whole.answers)
    looked = [(kept, Looked.of_kept(kept, whole.mail(kept.shot))) for kept in whole.shots]
    known = {each.shot.profile: each.profile for _, each in looked}  # once for each client: it asks the disk
    return [
        PictureRow(kept, each, called, known[kept.shot.profile], verdict=said.get(kept.saved.place))
        for kept, each in looked
    ]
