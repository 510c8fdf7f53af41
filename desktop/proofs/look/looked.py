"""What is looked at: one picture of a run, whether it was just taken or is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.editor.history.when import spoken, to_the_second
from desktop.errors import explain
from desktop.language import current_language
from renderers.clients.profile import Profile, profile
from renderers.clients.words import MODE_NAMES, profile_name, translated
from renderers.proofs.proof import EVERYBODY, Proof, Shot
from renderers.proofs.runs.record import KeptShot
from renderers.proofs.truth import Truth, truth_of
from renderers.render.cast import Cast
from templates.errors import InputError, MailwrightError
from templates.store.runs import SavedMail, SavedRun


@dataclass(frozen=True)
class Looked:
    """One picture to be looked at; its words are in the language of now.

    ``picture`` is a JPEG or PNG or the file of one; without it ``error`` says why there is none, ``given_up`` that
    nobody will take it, and else it is on its way. ``key`` names the picture in the cache, ``run`` is the saved run
    that it belongs to. ``sender`` and ``subject`` stand in the frame of the device when they are known. ``missing`` are
    the mail's files that did not come, as far as it is known: saved runs do not hold them.
    """

    shot: Shot
    picture: Path | bytes | None = None
    key: str = ""
    width: int = 0
    height: int = 0
    cast: Cast | None = None
    error: MailwrightError | None = None
    given_up: bool = False
    run: SavedRun | None = None
    sender: str = ""
    subject: str = ""
    missing: tuple[str, ...] = ()

    @classmethod
    def of_kept(cls, kept: KeptShot, mail: SavedMail | None = None) -> Looked:
        """Return the picture of a saved run."""
        saved = kept.saved
        return cls(
            kept.shot,
            kept.picture,
            saved.key,
            saved.width,
            saved.height,
            cast=kept.cast,
            error=kept.error,
            given_up=kept.picture is None,
            run=kept.run,
            sender=mail.sender if mail else "",
            subject=mail.subject if mail else "",
        )

    @classmethod
    def of_proof(cls, proof: Proof) -> Looked:
        """Return the picture that was just taken, or why there is none."""
        result, build = proof.result, proof.build
        made = cls(proof.shot, cast=proof.cast, error=proof.error, subject=build.subject if build else "")
        if result is None:
            return made
        return cls(
            proof.shot,
            result.picture,
            result.key,
            result.width,
            result.height,
            cast=proof.cast,
            subject=made.subject,
            missing=proof.missing,
        )

    @classmethod
    def expected(cls, shot: Shot, *, given_up: bool = False) -> Looked:
        """Return the place of a picture that is on its way, or that nobody will take."""
        return cls(shot, given_up=given_up)

    @property
    def profile(self) -> Profile | None:
        """Whose picture it is; None when there is no such client any more."""
        try:
            return profile(self.shot.profile)
        except InputError:
            return None

    @property
    def client(self) -> str:
        """What people call the client."""
        shown = self.profile
        return profile_name(shown, current_language()) if shown else self.shot.profile

    @property
    def mode(self) -> str:
        """The mode's name."""
        return translated(MODE_NAMES[self.shot.mode], current_language())

    @property
    def truth(self) -> Truth:
        """How true the picture is; without words when the client is gone."""
        shown = self.profile
        return truth_of(shown, self.cast, current_language()) if shown else Truth("", "")

    @property
    def why(self) -> str:
        """Why there is no picture, and where; empty where there is one, or may be."""
        return explain(self.error, current_language()) if self.error else ""

    @property
    def when(self) -> str:
        """When its run was begun, and what somebody called it; empty for a picture that was just taken."""
        return " – ".join(filter(None, (self.run.name, spoken(self.run.created)))) if self.run else ""

    @property
    def moment(self) -> str:
        """The same to the second, which tells runs of one minute apart."""
        return " – ".join(filter(None, (self.run.name, to_the_second(self.run.created)))) if self.run else ""

    @property
    def facts(self) -> tuple[str, ...]:
        """What else there is to say about it."""
        shot = self.shot
        size = f"{self.width} × {self.height}" if self.width else ""
        segment = "" if shot.segment == EVERYBODY else shot.segment
        data_set = "" if shot.data_set == "default" else shot.data_set
        return tuple(filter(None, (self.mode, shot.template, data_set, segment, size, self.when)))

    def name_beside(self, others: tuple[Looked, ...]) -> str:
        """Return what tells it from the others: the client, and whatever else is not the same in all."""
        everything = (self, *others)
        telling = [each for each in _TELLING if len({each(one) for one in everything}) > 1]
        if len({(one.client, *(fact(one) for fact in telling)) for one in everything}) < len(everything):
            telling = [each for each in telling if each is not _when] + [_moment]
        return "  ·  ".join(filter(None, (self.client, *(fact(self) for fact in telling))))


def _mode(looked: Looked) -> str:
    return looked.mode


def _template(looked: Looked) -> str:
    return looked.shot.template


def _data_set(looked: Looked) -> str:
    return looked.shot.data_set


def _segment(looked: Looked) -> str:
    return looked.shot.segment


def _when(looked: Looked) -> str:
    return looked.when


def _moment(looked: Looked) -> str:
    return looked.moment


_TELLING: tuple[Callable[[Looked], str], ...] = (_mode, _template, _data_set, _segment, _when)
