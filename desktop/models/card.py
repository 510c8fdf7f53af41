"""A template as the gallery knows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QImage

from templates.errors import MailwrightError
from templates.starters import starters
from templates.template_folder import TemplateFolder
from templates.workspace import Workspace

LAST = 999  # the place of templates that were made from no starter


@dataclass(frozen=True)
class Card:
    """One template of the gallery.

    ``titles`` are by language, ``number`` is its place. ``image`` is None until the first picture came; ``fresh`` is
    False while a newer one is being made.
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

    def title(self, language: str) -> str:
        """What people call it."""
        return self.titles.get(language) or self.titles.get("en") or spoken(self.name)


def spoken(name: str) -> str:
    """A folder's name as people would write it: ``spring-sale.en`` becomes ``Spring sale``."""
    return name.split(".", 1)[0].replace("-", " ").replace("_", " ").capitalize()


def cards_of(workspace: Workspace) -> list[Card]:
    """Every template of the workspace in the starters' order; one whose settings are damaged bears the error.

    Reads one small file a template. Raises StorageError when the folder cannot be listed.
    """
    known = {one.name: (one.number, one.title) for one in starters()}
    cards = [_card(folder, known) for folder in workspace.templates()]
    return sorted(cards, key=lambda card: (card.number, card.name))


def _card(folder: TemplateFolder, known: Mapping[str, tuple[int, Mapping[str, str]]]) -> Card:
    try:
        meta = folder.meta
    except MailwrightError as error:
        return Card(folder.name, error=error)
    number, titles = known.get(meta.starter, (LAST, {}))
    return Card(folder.name, titles, meta.language, meta.kind, number)
