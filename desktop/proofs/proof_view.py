"""The grid of pictures: cards as in the gallery, with the client's name, its mode and how true the picture is."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from desktop.icons import pixmap
from desktop.panels.card_delegate import MARGIN, RADIUS, SHAPE, CardDelegate, paint_placeholder
from desktop.panels.card_view import LARGEST, CardView
from desktop.proofs.shot_model import SHOWN, ShotModel, ShownShot
from desktop.theme import roles_of, roles_of_now
from renderers.proofs.proof import Shot
from renderers.proofs.truth import Truth

_LINE = 19
MODE_ICONS = {"light": "sun", "dark": "moon", "images-off": "image-off"}


class PictureCard(Protocol):
    """What a card is painted from."""

    @property
    def shot(self) -> Shot:
        """What it shows."""

    @property
    def client(self) -> str:
        """What people call the client."""

    @property
    def mode(self) -> str:
        """The mode's name."""

    @property
    def truth(self) -> Truth:
        """How true the picture is."""

    @property
    def why(self) -> str:
        """Why there is no picture, and where; empty where there is one, or may be."""

    @property
    def given_up(self) -> bool:
        """Nobody takes it any more."""

    @property
    def is_cached(self) -> bool:
        """Whether it cost nothing, because it was there before."""


class PictureDelegate(CardDelegate):
    """Draws cards of ``width`` pixels; what a card shows is asked of ``_picture`` and its like."""

    largest = LARGEST
    several = False
    """Whether there is a third line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every card."""
        return QSize(self.width + 2 * MARGIN, self.card_height())

    def card_height(self) -> int:
        """The height of a card with the ground around it, in pixels."""
        lines = 3 if self.several else 2
        return self.picture_height() + 10 + lines * _LINE + 2 * MARGIN

    def picture_height(self) -> int:
        """The height of the picture on it, in pixels."""
        return round(self.width * SHAPE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one card."""
        row: PictureCard = index.data(SHOWN)
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours = QGuiApplication.palette()
        left = whole.x() + (whole.width() - self.width) // 2
        area = QRect(left, whole.y() + MARGIN, self.width, self.picture_height())
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_shown(painter, area, row, colours)
        self._paint_frame(painter, QRectF(area), state, colours)
        self._paint_words(painter, area.adjusted(1, 0, -1, 0), row, colours)
        self._paint_marks(painter, area, row, colours)
        painter.restore()

    def _picture(self, row: PictureCard, size: QSize, ratio: float) -> QPixmap | None:
        """The picture at this size; None as long as there is none."""
        raise NotImplementedError

    def _reason(self, row: PictureCard) -> str:
        """Why there is no picture, for the card; empty as long as one may come."""
        raise NotImplementedError

    def _below(self, row: PictureCard) -> str:
        """The third line."""
        return row.shot.template

    def _truth(self, row: PictureCard) -> str:
        """How true the picture is; empty as long as there is none."""
        return "" if self._reason(row) else str(row.truth)

    def _foot(self) -> str:
        """What stands at the foot of a card without a picture."""
        return ""

    def _paint_marks(self, painter: QPainter, area: QRect, row: PictureCard, colours: QPalette) -> None:
        """Draw what else is to be said over the picture; nothing here."""

    def _paint_shown(self, painter: QPainter, area: QRect, row: PictureCard, colours: QPalette) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(area), RADIUS, RADIUS)
        picture = self._picture(row, area.size(), painter.device().devicePixelRatioF())
        if picture is not None:
            painter.drawPixmap(area, picture)
        elif reason := self._reason(row):
            self._paint_why(painter, area, reason, is_failure=bool(row.why), colours=colours)
        else:
            paint_placeholder(painter, area, colours)

    def _paint_why(self, painter: QPainter, area: QRect, reason: str, *, is_failure: bool, colours: QPalette) -> None:
        """A sign, the reason as far as there is room (the tip has all of it), and what it means."""
        roles = roles_of(colours)
        name, colour = ("triangle-alert", roles.danger) if is_failure else ("minus", roles.muted)
        made = sign(name, colour, 24, painter.device().devicePixelRatioF())
        painter.drawPixmap(area.center().x() - 12, area.y() + 20, made)
        inner = area.adjusted(12, 54, -12, -34)
        painter.setFont(sized(painter.font(), 12))
        painter.setPen(QColor(roles.text if is_failure else roles.muted))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, flags, _fitting(painter, inner, reason))
        painter.setPen(QColor(roles.muted))
        foot = QRect(area.x(), area.bottom() - 28, area.width(), 20)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, self._foot())

    def _paint_words(self, painter: QPainter, area: QRect, row: PictureCard, colours: QPalette) -> None:
        line = QRect(area.x(), area.bottom() + 10, area.width(), _LINE)
        painter.setFont(sized(painter.font(), 13, QFont.Weight.DemiBold))
        painter.setPen(colours.color(QPalette.ColorRole.Text))
        elided(painter, line, row.client)
        painter.setFont(sized(painter.font(), 12, QFont.Weight.Normal))
        muted = colours.color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(muted)
        ratio = painter.device().devicePixelRatioF()
        below = line.translated(0, _LINE)
        painter.drawPixmap(below.x(), below.y() + 2, sign(MODE_ICONS[row.shot.mode], muted.name(), 14, ratio))
        facts = below.adjusted(20, 0, 0, 0)
        if row.is_cached:
            facts.setRight(facts.right() - 18)
            painter.drawPixmap(below.right() - 14, below.y() + 2, sign("database", muted.name(), 14, ratio))
        elided(painter, facts, "  ·  ".join(filter(None, (row.mode, self._truth(row)))))
        if self.several:
            elided(painter, below.translated(0, _LINE), self._below(row))


class ProofDelegate(PictureDelegate):
    """Draws the pictures of a run as they come; ``several`` adds what tells those of one client apart."""

    def _picture(self, row: PictureCard, size: QSize, ratio: float) -> QPixmap | None:
        image = row.image if isinstance(row, ShownShot) else None
        return self._scaled(image, size, ratio) if image is not None else None

    def _reason(self, row: PictureCard) -> str:
        return row.reason if isinstance(row, ShownShot) and row.why else self.tr("Not taken") if row.given_up else ""

    def _below(self, row: PictureCard) -> str:
        return row.among if isinstance(row, ShownShot) else super()._below(row)

    def _truth(self, row: PictureCard) -> str:
        return str(row.truth) if isinstance(row, ShownShot) and row.image is not None else ""

    def _foot(self) -> str:
        return self.tr("Not charged")

    def _paint_marks(self, painter: QPainter, area: QRect, row: PictureCard, colours: QPalette) -> None:
        if isinstance(row, ShownShot) and row.missing:
            paint_sign(painter, area, "image-off", "warning")


class ProofView(CardView):
    """Cards in rows; ``activated`` (double click, Enter) opens one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = self.delegate = ProofDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def fit(self, model: ShotModel) -> None:
        """Make room for what the cards of another run say."""
        self.delegate.several = model.several
        self._fit()


def largest_card() -> tuple[int, int]:
    """Return the width and height of the picture on the largest card, in pixels of the densest screen."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    return round(LARGEST * ratio), round(LARGEST * SHAPE * ratio)


@lru_cache(maxsize=256)
def sign(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """An icon, drawn once: a page of cards has a hundred of them."""
    return pixmap(name, QColor(colour), size, ratio)


def sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The font in another size and weight."""
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


def paint_sign(painter: QPainter, area: QRect, icon: str, role: str) -> None:
    """A sign in the lower right corner of the picture: a verdict, or that something is missing."""
    roles = roles_of_now()
    ground = QRect(area.right() - 30, area.bottom() - 30, 24, 24)
    painter.setPen(QColor(roles.edge))
    painter.setBrush(QColor(roles.surface))
    painter.drawEllipse(QRectF(ground).adjusted(0.5, 0.5, -0.5, -0.5))
    made = sign(icon, getattr(roles, role), 16, painter.device().devicePixelRatioF())
    painter.drawPixmap(ground.x() + 4, ground.y() + 4, made)


def elided(painter: QPainter, area: QRect, text: str) -> None:
    """Write one line, as much of it as there is room for."""
    line = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)


def _fitting(painter: QPainter, area: QRect, text: str) -> str:
    """As many words as there is room for."""
    flags = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
    words, shown = text.split(), text
    while words and painter.fontMetrics().boundingRect(area, flags, shown).height() > area.height():
        words.pop()
        shown = f"{' '.join(words)}…"
    return shown
