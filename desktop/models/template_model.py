"""The templates of the workspace as an item model, and the filter before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QImage

from desktop.language import QT_TRANSLATE_NOOP
from desktop.models.card import Card, side_by_side
from desktop.pictures import Thumbnail

CARD = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex

KINDS = {
    "marketing": QT_TRANSLATE_NOOP("Kinds", "Marketing"),
    "transactional": QT_TRANSLATE_NOOP("Kinds", "Transactional"),
    "legal": QT_TRANSLATE_NOOP("Kinds", "Legal"),
}
LANGUAGES = {"en": QT_TRANSLATE_NOOP("Kinds", "English"), "fr": QT_TRANSLATE_NOOP("Kinds", "French")}


def kind_name(kind: str) -> str:
    """The kind in the user's language."""
    return QCoreApplication.translate("Kinds", KINDS[kind]) if kind in KINDS else kind


def language_name(language: str) -> str:
    """The language's name in the user's language."""
    return QCoreApplication.translate("Kinds", LANGUAGES[language]) if language in LANGUAGES else language.upper()


class TemplateModel(QAbstractListModel):
    """One row a template. ``CARD`` gives the whole card."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[Card] = []
        self._language = "en"
        self.is_read = False
        """Whether it is known which templates there are."""
        self.is_side_by_side = False
        """Whether the languages of a mail stand in one row, with cards for the missing ones."""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default, an immutable value
        """How many templates there are."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One thing about one template."""
        if not index.isValid() or index.row() >= len(self._cards):
            return None
        card = self._cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.title(self._language)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(card)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return ", ".join(card.tags)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(card) or None
            case _ if role == CARD:
                return card
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """An empty place cannot be chosen."""
        card = index.data(CARD)
        empty = isinstance(card, Card) and not card.name and not card.missing
        return Qt.ItemFlag.NoItemFlags if empty else super().flags(index)

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show other templates. Those that were there keep their picture until a newer one comes."""
        old = {card.name: card for card in self._real}
        kept = [
            replace(card, image=old[card.name].image, subject=old[card.name].subject) if card.name in old else card
            for card in cards
        ]
        self.beginResetModel()
        self.is_read = True
        self._cards = side_by_side(kept) if self.is_side_by_side else kept
        self.endResetModel()

    def set_side_by_side(self, together: bool) -> None:
        """Put the languages of each mail into one row, or every template by itself."""
        self.is_side_by_side = together
        plain = [replace(card, slot=0, slots=0) for card in self._real]
        self.beginResetModel()
        self._cards = side_by_side(plain) if together else plain
        self.endResetModel()

    def set_language(self, language: str) -> None:
        """Name the templates in this language."""
        self._language = language
        self._all_changed()

    def expect_pictures(self) -> None:
        """Newer pictures are on their way."""
        self._cards = [replace(card, fresh=False) for card in self._cards]
        self._all_changed()

    def take(self, thumbnail: Thumbnail) -> None:
        """Put a picture, or the reason why there is none, on its card."""
        for row, card in enumerate(self._cards):
            if card.name == thumbnail.template:
                image = QImage.fromData(thumbnail.picture) if thumbnail.picture else None
                self._cards[row] = replace(
                    card, image=image, subject=thumbnail.subject, error=thumbnail.error, fresh=True
                )
                self.dataChanged.emit(self.index(row), self.index(row))

    def names(self) -> list[str]:
        """The templates whose settings could be read."""
        return [card.name for card in self._real if card.kind]

    def card(self, name: str) -> Card | None:
        """The card of that name."""
        return next((card for card in self._real if card.name == name), None)

    def cards(self) -> list[Card]:
        """Every template."""
        return self._real

    def tags(self) -> list[str]:
        """Every tag that a template has, in the order of the alphabet."""
        return sorted({tag for card in self._real for tag in card.tags}, key=str.casefold)

    @property
    def _real(self) -> list[Card]:
        """The cards of templates, without those for what is missing."""
        return [card for card in self._cards if card.name]

    def _all_changed(self) -> None:
        if self._cards:
            self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1))

    def _tip(self, card: Card) -> str:
        parts = [card.subject, ", ".join(card.tags)]
        return "\n".join(part for part in parts if part)

    def _spoken(self, card: Card) -> str:
        if card.missing:
            title, language = card.title(self._language), language_name(card.language)
            return self.tr("Add {title} in {language}").format(title=title, language=language)
        words = [card.title(self._language), language_name(card.language), kind_name(card.kind)]
        return ", ".join(word for word in [*words, self._state(card)] if word)

    def _state(self, card: Card) -> str:
        if card.error:
            return self.tr("does not compile")
        return "" if card.image else self.tr("its picture is being made")


class TemplateFilter(QSortFilterProxyModel):
    """Lets pass the templates of one language and kind that contain the words that are looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = self._kind = self._tag = self._brand = ""
        self._words: list[str] = []

    def set_language(self, language: str) -> None:
        """Show this language only; "" for all."""
        self._language = language
        self.invalidate()

    def set_kind(self, kind: str) -> None:
        """Show this kind only; "" for all."""
        self._kind = kind
        self.invalidate()

    def set_tag(self, tag: str) -> None:
        """Show what has this tag only; "" for all."""
        self._tag = tag
        self.invalidate()

    def set_brand(self, slug: str) -> None:
        """Show what is of this brand only; "" for all."""
        self._brand = slug
        self.invalidate()

    def set_words(self, text: str) -> None:
        """Show what contains every word of ``text`` in its title, name, tags or subject."""
        self._words = text.casefold().split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Say whether a template passes; in rows of languages a whole row does when one of its templates does."""
        card = self._card(row, parent)
        if not card.slots:
            return self._passes(card, row, parent)
        places = range(row - card.slot, row - card.slot + card.slots)
        return any(self._passes(self._card(place, parent), place, parent) for place in places)

    def _card(self, row: int, parent: Index) -> Card:
        card: Card = self.sourceModel().index(row, 0, parent).data(CARD)
        return card

    def _passes(self, card: Card, row: int, parent: Index) -> bool:
        if not card.name:
            return False
        title = self.sourceModel().index(row, 0, parent).data()
        text = " ".join([title, card.name, card.subject, *card.tags]).casefold()
        fits = self._language in {"", card.language} and self._kind in {"", card.kind}
        fits = fits and self._brand in {"", card.brand}
        return fits and (not self._tag or self._tag in card.tags) and all(word in text for word in self._words)
