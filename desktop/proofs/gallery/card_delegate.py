"""Painting a saved picture: what the card of a new one shows, and over it what became of it since."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.errors import advice, what
from desktop.language import current_language
from desktop.proofs.gallery.card_pictures import CardPictures
from desktop.proofs.gallery.picture_row import PictureRow
from desktop.proofs.gallery.words import stale_words
from desktop.proofs.proof_view import PictureCard, PictureDelegate, paint_sign, sign, sized
from desktop.theme import roles_of_now

_PILL, _GAP, _SIGN = 20, 6, 12
_VERDICT_SIGNS = {"approved": ("circle-check", "success"), "changes": ("pencil", "warning")}


class SavedDelegate(PictureDelegate):
    """Draws the cards of the gallery; ``told`` says what the third line tells apart."""

    def __init__(self, pictures: CardPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._told: tuple[str, ...] = ()
        self.lost: set[str] = set()
        """Keys of pictures whose files cannot be read."""

    def tell(self, what_differs: tuple[str, ...]) -> None:
        """Say which of "template", "data" and "segment" differ among the cards."""
        self._told, self.several = what_differs, bool(what_differs)

    def _picture(self, row: PictureCard, size: QSize, ratio: float) -> QPixmap | None:
        is_there = isinstance(row, PictureRow) and row.kept.picture is not None
        return self._pictures.picture(row.kept.saved.key) if isinstance(row, PictureRow) and is_there else None

    def _reason(self, row: PictureCard) -> str:
        if not isinstance(row, PictureRow):
            return ""
        if row.kept.error is not None:
            language = current_language()
            return f"{what(row.kept.error, language)} {advice(row.kept.error, language)}".rstrip()
        if row.given_up:
            return self.tr("Not taken")
        if row.is_gone or row.kept.saved.key in self.lost:
            return self.tr("The picture's file is not there any more. Render it again.")
        return ""

    def _below(self, row: PictureCard) -> str:
        if not isinstance(row, PictureRow):
            return ""
        parts = {"template": row.title, "data": row.shot.data_set, "segment": row.segment or self.tr("Everybody")}
        return " · ".join(parts[each] for each in self._told)

    def _paint_marks(self, painter: QPainter, area: QRect, row: PictureCard, colours: QPalette) -> None:
        if not isinstance(row, PictureRow):
            return
        marks = []
        if row.changed:
            marks.append(("sparkles", self.tr("Changed"), "accent"))
        if stale := stale_words(row.standing):
            marks.append(("history", stale, "warning"))
        top = area.y() + _GAP
        for icon, words, role in marks:
            _paint_pill(painter, QRect(area.x() + _GAP, top, area.width() - 2 * _GAP, _PILL), icon, words, role)
            top += _PILL + 4
        if row.verdict in _VERDICT_SIGNS:
            paint_sign(painter, area, *_VERDICT_SIGNS[row.verdict])


def _paint_pill(painter: QPainter, area: QRect, icon: str, words: str, role: str) -> None:
    """A few words on a ground of their own: any picture may lie below."""
    roles = roles_of_now()
    ink = getattr(roles, role)
    painter.setFont(sized(painter.font(), 11, QFont.Weight.DemiBold))
    wide = painter.fontMetrics().horizontalAdvance(words) + _SIGN + 18
    pill = QRect(area.x(), area.y(), min(wide, area.width()), _PILL)
    painter.setPen(QColor(roles.edge))
    painter.setBrush(QColor(roles.surface))
    painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), _PILL / 2, _PILL / 2)
    painter.drawPixmap(pill.x() + 6, pill.y() + 4, sign(icon, ink, _SIGN, painter.device().devicePixelRatioF()))
    painter.setPen(QColor(ink))
    inside = pill.adjusted(_SIGN + 10, 0, -6, 0)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
