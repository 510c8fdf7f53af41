"""A template as the gallery knows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtGui import QImage

from templates.errors import MailwrightError
from templates.starters import LANGUAGES, starters
from templates.template_folder import TemplateFolder
from templates.workspace import Workspace

LAST = 999  # the place of templates that were made from no starter


@dataclass(frozen=True)
class Card:
    """One template of the gallery.

    ``titles`` are by language, ``number`` is its place. ``image`` is None until the first picture came; ``fresh`` is
    False while a newer one is being made. Where the languages of a mail stand side by side, ``slot`` of ``slots`` is
    its place in the row, and a card without a ``name`` stands for what is ``missing``: a template's sibling in
    ``language`` ("" for an empty place). ``brand`` is the folder name of its brand, the default one included.
    """

    name: str
    titles: Mapping[str, str] = field(default_factory=dict)
    language: str = ""
    kind: str = ""
    number: int = LAST
    subject: str = ""
    image: QImage | None = None
    fresh: bool = False
    error: MailwrightError | None = None
    group: str = ""
    tags: tuple[str, ...] = ()
    missing: str = ""
    slot: int = 0
    slots: int = 0
    brand: str = ""

    def title(self, language: str) -> str:
        """What people call it."""
        return self.titles.get(language) or self.titles.get("en") or spoken(self.name)

    @property
    def family(self) -> str:
        """What the languages of one mail have in common."""
        return self.group or self.name


def spoken(name: str) -> str:
    """A folder's name as people would write it: ``spring-sale.en`` becomes ``Spring sale``."""
    return name.split(".", 1)[0].replace("-", " ").replace("_", " ").capitalize()


def cards_of(workspace: Workspace) -> list[Card]:
    """Every template of the workspace in the starters' order; one whose settings are damaged bears the error.

    Reads one small file a template. Raises StorageError when the folder cannot be listed.
    """
    known = {one.name: (one.number, one.title) for one in starters()}
    cards = [_card(folder, known, workspace.settings.brand) for folder in workspace.templates()]
    return sorted(cards, key=lambda card: (card.number, card.family, card.language, card.name))


def _card(folder: TemplateFolder, known: Mapping[str, tuple[int, Mapping[str, str]]], default: str) -> Card:
    try:
        meta = folder.meta
    except MailwrightError as error:
        return Card(folder.name, error=error)
    number, titles = known.get(meta.starter, (LAST, {}))
    own = folder.name.partition(".")[0] != meta.starter  # it was given a name of its own, which is its title then
    titles, brand = {} if own else titles, meta.brand or default
    return Card(folder.name, titles, meta.language, meta.kind, number, group=meta.group, tags=meta.tags, brand=brand)


def side_by_side(cards: Sequence[Card]) -> list[Card]:
    """Return the cards in rows: one row a mail, one place a language, with cards for what is missing."""
    languages = sorted({*LANGUAGES, *(card.language for card in cards if card.language)})
    rows: list[Card] = []
    for family in _families(cards):
        rows += _row(family, languages)
    return rows


def _families(cards: Iterable[Card]) -> list[list[Card]]:
    """Siblings together; a second one in the same language stands for itself."""
    found: dict[tuple[str, int], list[Card]] = {}
    for card in cards:
        number = 0
        while any(other.language == card.language for other in found.get((card.family, number), ())):
            number += 1
        found.setdefault((card.family, number), []).append(card)
    return list(found.values())


def _row(family: Sequence[Card], languages: Sequence[str]) -> list[Card]:
    by_language = {card.language: card for card in family}
    first, count = family[0], len(languages)
    if first.error is not None and not first.language:  # nobody knows which language it is in
        empty = [Card("", slot=place, slots=count, group=first.family) for place in range(1, count)]
        return [replace(first, slot=0, slots=count), *empty]
    return [
        replace(by_language[language], slot=place, slots=count)
        if language in by_language
        else _missing(first, language, place, count)
        for place, language in enumerate(languages)
    ]


def _missing(first: Card, language: str, place: int, count: int) -> Card:
    return Card(
        "",
        first.titles or {"en": spoken(first.name)},
        language,
        first.kind,
        first.number,
        group=first.family,
        missing=first.name,
        slot=place,
        slots=count,
        brand=first.brand,
    )
