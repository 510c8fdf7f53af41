"""Which brand of the workspace the panel shows: its logo, its colour and its name; what else can be done beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from desktop.context_menu import show_context_menu
from desktop.panels.brand_panel.logo_well import own_png
from desktop.widgets import IconButton, Translated
from templates.brands.library import BrandEntry

MENU = (
    "brand.from_site", "brand.by_hand", "brand.import", None,
    "brand.rename", "brand.copy", "brand.export", "brand.make_default", None,
    "brand.move_templates", "brand.read_again", None,
    "brand.delete",
)  # fmt: skip
_SIDE = 24


class BrandSwitch(Translated, QWidget):
    """A choice of the brands that there are. It tells what was chosen and shows what it is told."""

    chosen = Signal(str)
    """The folder name of the brand to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[BrandEntry, ...] = ()
        self._current = ""
        self.box, self.more = QComboBox(), IconButton("ellipsis")
        self.box.setIconSize(QSize(_SIDE, _SIDE))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.activated.connect(self._activated)
        self.more.clicked.connect(self._show_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 1)
        row.addWidget(self.more)
        self.retranslate()

    def show_brands(self, entries: Sequence[BrandEntry], current: str) -> None:
        """Show the brands of a workspace, with this one chosen."""
        self._entries, self._current = tuple(entries), current
        self._fill()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.box.setAccessibleName(self.tr("Brand"))
        self.more.name(self.tr("More about this brand"))
        self._fill()

    def _fill(self) -> None:
        self.box.clear()
        for place, entry in enumerate(self._entries):
            self.box.addItem(brand_icon(entry, self.palette()), self._text(entry), entry.slug)
            self.box.setItemData(place, f"brands/{entry.slug}", Qt.ItemDataRole.ToolTipRole)
        self.box.setCurrentIndex(self.box.findData(self._current))
        self.box.setEnabled(bool(self._entries))

    def _text(self, entry: BrandEntry) -> str:
        return self.tr("{brand} (default)").format(brand=entry.name) if entry.is_default else entry.name

    def _activated(self, place: int) -> None:
        slug = str(self.box.itemData(place))
        self.box.setCurrentIndex(self.box.findData(self._current))  # until it is really shown
        if slug != self._current:
            self.chosen.emit(slug)

    def _show_menu(self) -> None:
        show_context_menu(self.more, MENU, self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))


def brand_icon(entry: BrandEntry, palette: QPalette) -> QIcon:
    """The square logo on white, as mails show it, with the brand's colour at its corner; drawn once and kept."""
    written = entry.logo.stat().st_mtime_ns if entry.logo.is_file() else 0
    key = f"{entry.logo}-{written}-{entry.primary}-{palette.color(QPalette.ColorRole.Mid).name()}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = _drawn(entry, palette)
        QPixmapCache.insert(key, picture)
    return QIcon(picture)


def _drawn(entry: BrandEntry, palette: QPalette) -> QPixmap:
    ratio = 2
    picture = QPixmap(_SIDE * ratio, _SIDE * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
    painter.setBrush(QColor("#ffffff"))
    painter.drawRoundedRect(QRectF(0.5, 0.5, _SIDE - 1, _SIDE - 1), 6, 6)
    logo = own_png(entry.logo)
    if logo is not None:
        size = logo.size().scaled(16, 16, Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF((_SIDE - size.width()) / 2, (_SIDE - size.height()) / 2, size.width(), size.height())
        painter.drawImage(box, logo, QRectF(logo.rect()))
    if entry.primary:
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 1.5))
        painter.setBrush(QColor(entry.primary))
        painter.drawEllipse(QRectF(_SIDE - 9.5, _SIDE - 9.5, 8.5, 8.5))
    painter.end()
    return picture
