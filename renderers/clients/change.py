"""What a client did to a mail: one change, its place in the mail, and the evidence that it really does that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Certainty = Literal["certain", "contested", "approximated"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why we believe a rule: ``source`` names reports or data, ``date`` (ISO day, month or year) the newest of them.

    ``certainty`` is certain (reported and not contradicted), contested (sources differ) or approximated (our model of
    something closed).
    """

    source: str
    date: str
    certainty: Certainty = "certain"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a client changed.

    ``what`` is an English pattern with the fields of ``values`` (French in ``assets/translations/changes.fr.toml``);
    ``rule`` is ``stage.setting`` of the profile, or ``caniemail.slug``. ``at`` is the offset in the mail's HTML of the
    tag it happened to, None when it is about the whole mail; ``element`` names that tag for people (``td.hero``).
    ``further`` are the offsets of other tags to which the very same happened.
    """

    rule: str
    what: str
    evidence: Evidence
    at: int | None = None
    element: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    further: tuple[int, ...] = ()

    @property
    def places(self) -> tuple[int, ...]:
        """Every offset, the first one first; none for the whole mail."""
        return () if self.at is None else (self.at, *self.further)

    def __str__(self) -> str:
        return self.what.format(**self.values)
