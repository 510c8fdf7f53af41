"""Painting a picture that changed: before and after beside each other, and how much of it differs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desktop.panels.card_delegate import MARGIN, RADIUS, SHAPE, paint_placeholder
from desktop.proofs.gallery.card_pictures import CardPictures
from desktop.proofs.gallery.facts import TemplateTitle
from desktop.proofs.gallery.words import share_words, stale_words
from desktop.proofs.look.looked import Looked
from desktop.proofs.proof_view import MODE_ICONS, PictureDelegate, elided, sign, sized
from desktop.proofs.shot_model import SHOWN
from desktop.theme import roles_of_now
from renderers.proofs.runs.recheck import Change
from renderers.proofs.runs.record import KeptShot

_BETWEEN = 10
_LINE = 19


@dataclass(frozen=True)
class PairRow:
    """A picture that was taken anew and looks different; ``score`` is how much of it, None until that is known."""

    change: Change
    called: TemplateTitle
    looked: Looked
    score: float | None = None

    def scored(self, score: float) -> PairRow:
        """Return it with what is known now."""
        return replace(self, score=score)


class PairDelegate(PictureDelegate):
    """Two pictures to a card of ``width`` pixels."""

    largest = 560

    def __init__(self, pictures: CardPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def picture_height(self) -> int:
        """Both are as high."""
        return round(self.picture_width() * SHAPE)

    def picture_width(self) -> int:
        """Of each of the two, in pixels."""
        return (self.width - _BETWEEN) // 2

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one card."""
        row: PairRow = index.data(SHOWN)
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        left = whole.x() + (whole.width() - self.width) // 2
        area = QRect(left, whole.y() + MARGIN, self.picture_width(), self.picture_height())
        second = area.translated(self.picture_width() + _BETWEEN, 0)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        colours = QGuiApplication.palette()
        for place, kept, words in (
            (area, row.change.before, self.tr("Before")),
            (second, row.change.after, self.tr("After")),
        ):
            self._paint_one(painter, place, kept, words, colours)
        self._paint_frame(painter, QRectF(area.united(second)), state, colours)
        self._paint_facts(painter, QRect(left + 1, area.bottom() + 10, self.width - 2, _LINE), row)
        painter.restore()

    def _paint_one(self, painter: QPainter, area: QRect, kept: KeptShot, words: str, colours: QPalette) -> None:
        roles = roles_of_now()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.surface))
        painter.drawRoundedRect(QRectF(area), RADIUS, RADIUS)
        picture = self._pictures.picture(kept.saved.key) if kept.picture is not None else None
        if picture is not None:
            painter.drawPixmap(area, picture)
        elif kept.picture is not None:
            paint_placeholder(painter, area, colours)
        else:
            made = sign("image-off", roles.muted, 24, painter.device().devicePixelRatioF())
            painter.drawPixmap(area.center().x() - 12, area.center().y() - 12, made)
        painter.setFont(sized(painter.font(), 11, QFont.Weight.DemiBold))
        wide = painter.fontMetrics().horizontalAdvance(words) + 16
        pill = QRect(area.x() + 6, area.y() + 6, wide, 20)
        painter.setPen(QColor(roles.edge))
        painter.setBrush(QColor(roles.surface))
        painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.setPen(QColor(roles.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_facts(self, painter: QPainter, line: QRect, row: PairRow) -> None:
        roles, ratio = roles_of_now(), painter.device().devicePixelRatioF()
        share = share_words(row.score)
        painter.setFont(sized(painter.font(), 12, QFont.Weight.DemiBold))
        painter.setPen(QColor(roles.accent))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, share)
        room = line.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(share) - 12, 0)
        painter.setFont(sized(painter.font(), 13, QFont.Weight.DemiBold))
        painter.setPen(QColor(roles.text))
        elided(painter, room, row.looked.client)
        below = line.translated(0, _LINE)
        painter.drawPixmap(below.x(), below.y() + 2, sign(MODE_ICONS[row.looked.shot.mode], roles.muted, 14, ratio))
        painter.setFont(sized(painter.font(), 12))
        painter.setPen(QColor(roles.muted))
        elided(painter, below.adjusted(20, 0, 0, 0), f"{row.looked.mode}  ·  {stale_words(row.change.why)}")

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every card."""
        return QSize(self.width + 2 * MARGIN, self.card_height())
