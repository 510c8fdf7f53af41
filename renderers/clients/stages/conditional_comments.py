"""Who sees what stands in conditional comments: Word asks their conditions, a few clients show all, others nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from renderers.clients.change import Change
from renderers.clients.comments.condition import holds
from renderers.clients.comments.scan import Piece, pieces
from renderers.clients.html.marks import unmarked_offset
from renderers.clients.mail import Client
from renderers.clients.stage import Settings, TextStage


class ConditionalComments(Settings):
    """What becomes of the content of conditional comments.

    ``content``: dropped with the comment, evaluated (read where the condition holds, and that goes for revealed content
    too), or shown whatever the condition. ``revealed`` is what other clients see between ``<!--[if !mso]><!-->`` and
    ``<!--<![endif]-->``. ``comments`` are those without a condition. ``mso`` and ``vml`` are the versions that an
    evaluating client claims, 0 for none; every other feature is unknown to it, ``IE`` as well.
    """

    content: Literal["", "dropped", "evaluated", "shown"] = ""
    revealed: Literal["kept", "dropped"] = "kept"
    comments: Literal["kept", "dropped"] = "kept"
    mso: float = 0
    vml: float = 0


@dataclass(slots=True)
class _Outcome:
    """What happened to all conditional comments with one condition, and where they stand."""

    setting: Literal["content", "revealed", "comments"]
    shown: bool
    condition: str
    places: list[int] = field(default_factory=list)


def apply(text: str, settings: ConditionalComments, client: Client) -> tuple[str, Iterable[Change]]:
    """Resolve the conditional comments of a marked text."""
    if not settings.content or "<!" not in text:
        return text, ()
    resolved, outcomes = _resolved(text, settings)
    return resolved, [_change(outcome, settings, client) for outcome in outcomes]


@lru_cache(maxsize=16)
def _resolved(text: str, settings: ConditionalComments) -> tuple[str, tuple[_Outcome, ...]]:
    """Cached: most clients do the same to a mail, and it is previewed in many of them."""
    resolving = _Resolving(text, settings)
    return resolving.text(), tuple(resolving.outcomes.values())


class _Resolving:
    """One pass over the pieces of a text. ``outcomes`` are filled while ``text()`` is made."""

    def __init__(self, text: str, settings: ConditionalComments) -> None:
        self._text = text
        self._settings = settings
        self._features = {name: version for name, version in (("mso", settings.mso), ("vml", settings.vml)) if version}
        self._open: list[bool] = []
        self._hidden = 0
        self._known: dict[str, bool] = {}
        self._counted = (0, 0)
        self.outcomes: dict[tuple[str, bool, str], _Outcome] = {}

    def text(self) -> str:
        """Return the text without conditional comments."""
        return "".join(self._kept())

    def _kept(self) -> Iterator[str]:
        done = 0
        for piece in pieces(self._text, conditions=self._settings.content != "dropped"):
            if not self._hidden:
                yield self._text[done : piece.start]
            done = piece.end
            self._read(piece)
            if piece.kind == "comment" and not self._hidden and self._settings.comments == "kept":
                yield self._text[piece.start : done]
        if not self._hidden:
            yield self._text[done:]

    def _read(self, piece: Piece) -> None:
        """Note what the piece does: whether what follows is hidden until the next close."""
        if piece.kind == "comment":
            if self._settings.comments == "dropped" and not self._hidden:
                self._note("comments", piece, shown=False)
        elif piece.kind == "close":
            if self._open:
                self._hidden -= not self._open.pop()
        else:
            shown = self._shows(piece)
            if piece.kind == "reveal" or self._settings.content != "dropped":
                self._open.append(shown)
                self._hidden += not shown

    def _shows(self, piece: Piece) -> bool:
        settings = self._settings
        if settings.content == "evaluated":
            shown = self._holds(piece.condition)
        elif piece.kind == "reveal":
            shown = settings.revealed == "kept"
        else:
            shown = settings.content == "shown"
        of_revealed = piece.kind == "reveal" and settings.content != "evaluated"
        if not self._hidden and not (of_revealed and shown):
            self._note("revealed" if of_revealed else "content", piece, shown=shown)
        return shown

    def _holds(self, condition: str) -> bool:
        if condition not in self._known:
            self._known[condition] = holds(condition, self._features)
        return self._known[condition]

    def _note(self, setting: Literal["content", "revealed", "comments"], piece: Piece, *, shown: bool) -> None:
        key = (setting, shown, piece.condition)
        if key not in self.outcomes:
            self.outcomes[key] = _Outcome(setting, shown, piece.condition)
        self.outcomes[key].places.append(self._unmarked(piece.start))

    def _unmarked(self, place: int) -> int:
        """The offset without marks, counted on from the last one asked for."""
        marked, unmarked = self._counted
        unmarked += unmarked_offset(self._text[marked:place], place - marked)
        self._counted = (place, unmarked)
        return unmarked


def _change(outcome: _Outcome, settings: ConditionalComments, client: Client) -> Change:
    condition, at, further = outcome.condition, outcome.places[0], tuple(outcome.places[1:])
    if outcome.setting == "comments":
        return client.change("conditional-comments.comments", "The comment is removed.", at=at, further=further)
    if outcome.setting == "revealed":
        return client.change(
            "conditional-comments.revealed",
            "What is meant for clients without [if {condition}] is removed.",
            at=at,
            further=further,
            condition=condition,
        )
    if settings.content == "evaluated" and outcome.shown:
        return client.change(
            "conditional-comments.content",
            "[if {condition}] holds: what it encloses is read.",
            at=at,
            further=further,
            condition=condition,
        )
    if settings.content == "evaluated":
        return client.change(
            "conditional-comments.content",
            "[if {condition}] does not hold: what it encloses is left out.",
            at=at,
            further=further,
            condition=condition,
        )
    if outcome.shown:
        return client.change(
            "conditional-comments.content",
            "What [if {condition}] encloses is shown, whatever it says.",
            at=at,
            further=further,
            condition=condition,
        )
    return client.change(
        "conditional-comments.content",
        "[if {condition}] is a comment here: what it encloses is not read.",
        at=at,
        further=further,
        condition=condition,
    )


STAGE = TextStage("conditional-comments", ConditionalComments, apply)
