"""Why a picture looks so: a client's changes, those of one kind together, what people see first in front."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from renderers.clients.change import Change, Evidence
from renderers.clients.words import said

_FIRST = (
    *("clip.", "structure.styles", "style-blocks.", "images-off.", "dark-page.", "dark-colours.", "dark-reader."),
    *("vml.picture", "vml-fallbacks.", "word-images.", "web-fonts.", "still.", "default-font."),
)
"""Beginnings of the rules whose changes nobody overlooks: whole pieces, pictures, fonts and colours."""
_LITTLE = (
    *("caniemail.css-word-", "caniemail.css-table-layout", "caniemail.css-text-wrap", "caniemail.css-white-space"),
    *(
        "caniemail.css-overflow",
        "caniemail.css-max-height",
        "caniemail.css-opacity",
        "caniemail.css-color-scheme",
        "client-styles.",
        "word-first-class.",
        "word-dpi.",
    ),
)
"""Those that show now and then, in a mail that relies on them."""
_BEHIND = (
    *("conditional-comments.", "structure.", "doctype.", "prefix.", "office-markup.", "dark-originals."),
    *("elements.comments", "purify.dark_query", "washtml.container", "washtml.prefix", "washtml.doctype"),
    *("caniemail.html-role", "caniemail.html-aria", "caniemail.html-target", "caniemail.html-lang"),
    *("caniemail.html-meta-", "caniemail.html-title", "caniemail.html-doctype", "caniemail.html-comments"),
    *("caniemail.html-anchor", "caniemail.css-cursor", "caniemail.css-user-select", "caniemail.css-outline"),
    *("caniemail.css-pseudo-class-hover", "caniemail.css-pseudo-class-active", "caniemail.css-pseudo-class-focus"),
    *("caniemail.css-transition", "caniemail.css-comments"),
)
"""Those that a picture does not show by themselves; looked up after the ones that come first."""

_PLACES = (
    (re.compile(r"\bcaniemail ([a-z]+-[\w-]+)"), "https://www.caniemail.com/features/{}/"),
    (re.compile(r"(?<![\w/])email-bugs #(\d+)"), "https://github.com/hteumeuleu/email-bugs/issues/{}"),
    (re.compile(r"(?<!hteumeuleu/)\bcaniemail #(\d+)"), "https://github.com/hteumeuleu/caniemail/issues/{}"),
    (re.compile(r"\bhteumeuleu/caniemail #(\d+)"), "https://github.com/hteumeuleu/caniemail/issues/{}"),
    (re.compile(r"\bmjml #(\d+)"), "https://github.com/mjmlio/mjml/issues/{}"),
)


@dataclass(frozen=True)
class Reason:
    """One thing that the client does, and everywhere it did it: ``changes`` all say the same sentence."""

    rule: str
    evidence: Evidence
    changes: tuple[Change, ...]

    @property
    def spots(self) -> tuple[tuple[int | None, str], ...]:
        """Each place once: the offset of its tag in the mail's HTML, and what the tag is called."""
        found = {(at, each.element): None for each in self.changes for at in each.places or (None,)}
        return tuple(found)

    @property
    def rank(self) -> int:
        """How much of it is to be seen: 0 at once, 1 on a second look, 2 now and then, 3 not in a picture."""
        for rank, rules in ((0, _FIRST), (3, _BEHIND), (2, _LITTLE)):
            if self.rule.startswith(rules):
                return rank
        return 1

    @property
    def shows(self) -> bool:
        """Whether a picture shows it."""
        return self.rank < 3

    @property
    def sources(self) -> Iterator[tuple[str, str]]:
        """What its evidence is called and where that can be read, as far as it is on the web."""
        for pattern, address in _PLACES:
            for found in pattern.finditer(self.evidence.source):
                yield found[0], address.format(found[1])

    def sentence(self, language: str) -> str:
        """Return what the client does."""
        return said(self.changes[0], language)


def reasons(changes: Iterable[Change]) -> list[Reason]:
    """Return the changes by what they say: what is seen first leads, and of like things what is at most places.

    Those that do not show stand in the order in which the client works.
    """
    found: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        found.setdefault((change.rule, str(change)), []).append(change)
    made = [Reason(rule, group[0].evidence, tuple(group)) for (rule, _), group in found.items()]
    return sorted(made, key=lambda reason: (reason.rank, -len(reason.spots) if reason.shows else 0))
