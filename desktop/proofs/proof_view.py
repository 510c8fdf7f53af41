"""The grid of pictures: cards as in the gallery, with the client's name, its mode and how true the picture is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from desktop.icons import pixmap
from desktop.panels.card_delegate import MARGIN, RADIUS, SHAPE, CardDelegate, paint_placeholder
from desktop.panels.card_view import CardView
from desktop.proofs.shot_model import SHOWN, ShotModel, ShownShot
from desktop.theme import roles_of

_LINE = 19
_MODE_ICONS = {"light": "sun", "dark": "moon", "images-off": "image-off"}


class ProofDelegate(CardDelegate):
    """Draws cards of ``width`` pixels; ``several`` adds the template's name."""

    several = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every card."""
        lines = 3 if self.several else 2
        return QSize(self.width + 2 * MARGIN, round(self.width * SHAPE) + 10 + lines * _LINE + 2 * MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one card."""
        row: ShownShot = index.data(SHOWN)
        whole: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours = QGuiApplication.palette()
        left = whole.x() + (whole.width() - self.width) // 2
        area = QRect(left, whole.y() + MARGIN, self.width, round(self.width * SHAPE))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(area), RADIUS, RADIUS)
        if row.image is not None:
            painter.drawPixmap(area, self._scaled(row.image, area.size(), painter.device().devicePixelRatioF()))
        elif row.why or row.given_up:
            self._paint_why(painter, area, row, colours)
        else:
            paint_placeholder(painter, area, colours)
        self._paint_frame(painter, QRectF(area), state, colours)
        self._paint_words(painter, area.adjusted(1, 0, -1, 0), row, colours)
        painter.restore()

    def _paint_why(self, painter: QPainter, area: QRect, row: ShownShot, colours: QPalette) -> None:
        """A sign, the reason as far as there is room (the tip has all of it), and that it costs nothing."""
        roles = roles_of(colours)
        colour = QColor(roles.danger if row.why else roles.muted)
        sign = pixmap("triangle-alert" if row.why else "minus", colour, 24, painter.device().devicePixelRatioF())
        painter.drawPixmap(area.center().x() - 12, area.y() + 20, sign)
        inner = area.adjusted(12, 54, -12, -34)
        painter.setFont(_sized(painter.font(), 12))
        painter.setPen(QColor(roles.text if row.why else roles.muted))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, flags, _fitting(painter, inner, row.reason) if row.why else self.tr("Not taken"))
        painter.setPen(QColor(roles.muted))
        foot = QRect(area.x(), area.bottom() - 28, area.width(), 20)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, self.tr("Not charged"))

    def _paint_words(self, painter: QPainter, area: QRect, row: ShownShot, colours: QPalette) -> None:
        line = QRect(area.x(), area.bottom() + 10, area.width(), _LINE)
        painter.setFont(_sized(painter.font(), 13, QFont.Weight.DemiBold))
        painter.setPen(colours.color(QPalette.ColorRole.Text))
        _elided(painter, line, row.client)
        painter.setFont(_sized(painter.font(), 12, QFont.Weight.Normal))
        muted = colours.color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(muted)
        ratio = painter.device().devicePixelRatioF()
        below = line.translated(0, _LINE)
        painter.drawPixmap(below.x(), below.y() + 2, pixmap(_MODE_ICONS[row.shot.mode], muted, 14, ratio))
        words = [row.mode, row.truth.name if row.image is not None else ""]
        facts = below.adjusted(20, 0, 0, 0)
        if row.is_cached:
            facts.setRight(facts.right() - 18)
            painter.drawPixmap(below.right() - 14, below.y() + 2, pixmap("database", muted, 14, ratio))
        _elided(painter, facts, "  ·  ".join(filter(None, words)))
        if self.several:
            _elided(painter, below.translated(0, _LINE), row.shot.template)


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


def _sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    return made


def _elided(painter: QPainter, area: QRect, text: str) -> None:
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
