"""Draws devices around pictures: quiet shapes of our own, so that the mail is what one looks at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.proofs.look.colours import DARK_CHROME, GLASS, LENS, LIGHT_CHROME, Chrome, body_colours
from desktop.proofs.look.device import HEAD, RAIL, ROUND, Device, Kind

_SHADES = ((1, 12), (3, 7), (6, 5), (10, 3), (15, 2), (21, 2))  # how far shadows reach, how dark of 255
_BAR, _TABS = 44.0, 40.0


def paint_device(painter: QPainter, device: Device, outer: QRectF, scale: float) -> None:
    """Draw a device that fills ``outer`` (pixels of the screen); its own screen stays empty."""
    painter.save()
    painter.translate(outer.topLeft())
    painter.scale(scale, scale)
    whole = QRectF(QPointF(), device.size)
    _shadow(painter, whole, ROUND[device.kind])
    _PAINTERS[device.kind](painter, device, whole, DARK_CHROME if device.is_dark else LIGHT_CHROME)
    painter.restore()


def _phone(painter: QPainter, device: Device, whole: QRectF, chrome: Chrome) -> None:
    inner = _body(painter, device, whole, chrome)
    status = QRectF(inner.left(), inner.top(), inner.width(), device.around.top() - (inner.top() - whole.top()))
    _clock(painter, status, chrome, inset=26)
    _pill(painter, QRectF(inner.center().x() - 48, inner.top() + 10, 96, 26), GLASS)
    _pill(painter, QRectF(inner.center().x() - 66, inner.bottom() - 13, 132, 5), chrome.text)


def _tablet(painter: QPainter, device: Device, whole: QRectF, chrome: Chrome) -> None:
    inner = _body(painter, device, whole, chrome)
    status = QRectF(inner.left(), inner.top(), inner.width(), device.around.top() - (inner.top() - whole.top()))
    _clock(painter, status, chrome, inset=18)
    _pill(painter, QRectF(whole.center().x() - 4, whole.top() + 9, 8, 8), LENS)
    _pill(painter, QRectF(inner.center().x() - 110, inner.bottom() - 13, 220, 5), chrome.text)


def _body(painter: QPainter, device: Device, whole: QRectF, chrome: Chrome) -> QRectF:
    """The case and the lit glass; return the glass."""
    case = device.case
    radius = ROUND[device.kind]
    body, edge = body_colours()
    painter.setPen(QPen(edge, 1.5))
    painter.setBrush(body)
    painter.drawRoundedRect(whole.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
    inner = whole.adjusted(case, case, -case, -case)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(chrome.ground)
    painter.drawRoundedRect(inner, radius - case, radius - case)
    return inner


def _browser(painter: QPainter, device: Device, whole: QRectF, chrome: Chrome) -> None:
    _window(painter, device, whole, chrome)
    tab = QRectF(whole.left() + (84 if device.is_mac else 14), whole.top() + 8, 230, _TABS - 8)
    path = QPainterPath()
    path.addRoundedRect(tab.adjusted(0, 0, 0, 12), 9, 9)
    painter.save()
    painter.setClipRect(tab)
    painter.fillPath(path, chrome.field)
    painter.restore()
    _text(painter, tab.adjusted(34, 0, -14, 0), device.subject or device.title, chrome.text, 13)
    _pill(painter, QRectF(tab.left() + 13, tab.center().y() - 5, 10, 10), chrome.faint)
    _buttons(painter, device, whole, chrome)
    tools = QRectF(whole.left() + 1, whole.top() + _TABS, whole.width() - 2, _BAR)
    painter.fillRect(tools, chrome.field)
    for place, step in enumerate((-1, 1)):
        _chevron(painter, QPointF(tools.left() + 24 + 30 * place, tools.center().y()), step, chrome)
    address = QRectF(tools.left() + 84, tools.top() + 8, tools.width() - 160, _BAR - 16)
    _pill(painter, address, chrome.ground)
    _text(painter, address.adjusted(16, 0, -16, 0), device.title, chrome.text, 13)
    _rule(painter, tools.bottomLeft(), tools.width(), chrome)
    if device.has_head:
        _head(painter, device, QRectF(whole.left() + 1 + RAIL, tools.bottom(), tools.width() - RAIL, HEAD), chrome)
        painter.setClipPath(device.glass_in(whole, 1.0))
        _rail(painter, QRectF(whole.left() + 1, tools.bottom(), RAIL, whole.bottom() - 1 - tools.bottom()), chrome)


def _program(painter: QPainter, device: Device, whole: QRectF, chrome: Chrome) -> None:
    _window(painter, device, whole, chrome)
    bar = QRectF(whole.left() + 1, whole.top(), whole.width() - 2, device.around.top() - HEAD * device.has_head)
    _text(painter, bar.adjusted(100, 0, -100, 0), device.title, chrome.text, 13, Qt.AlignmentFlag.AlignCenter)
    _buttons(painter, device, whole, chrome)
    _rule(painter, bar.bottomLeft(), bar.width(), chrome)
    if device.has_head:
        _head(painter, device, QRectF(bar.left(), bar.bottom(), bar.width(), HEAD), chrome)


def _window(painter: QPainter, device: Device, whole: QRectF, chrome: Chrome) -> None:
    radius = ROUND[device.kind]
    painter.setPen(QPen(chrome.line, 1))
    painter.setBrush(chrome.bar)
    painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)


def _buttons(painter: QPainter, device: Device, whole: QRectF, chrome: Chrome) -> None:
    """Close, minimise, maximise: on the left of a Mac's window, on the right of any other."""
    y = whole.top() + _TABS / 2
    if device.is_mac:
        for place in range(3):
            _pill(painter, QRectF(whole.left() + 18 + 20 * place, y - 6, 12, 12), chrome.faint)
        return
    painter.setPen(QPen(chrome.text, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    right = whole.right()
    painter.drawLine(QPointF(right - 28, y - 4), QPointF(right - 20, y + 4))
    painter.drawLine(QPointF(right - 28, y + 4), QPointF(right - 20, y - 4))
    painter.drawRect(QRectF(right - 66, y - 4, 8, 8))
    painter.drawLine(QPointF(right - 104, y), QPointF(right - 96, y))
    painter.setPen(Qt.PenStyle.NoPen)


def _head(painter: QPainter, device: Device, area: QRectF, chrome: Chrome) -> None:
    """Who sends it and why; grey bars where that is not known."""
    painter.fillRect(area, chrome.ground)
    badge = QRectF(area.left() + 18, area.center().y() - 18, 36, 36)
    _pill(painter, badge, chrome.bar)
    letter = (device.sender or device.subject or device.title)[:1].upper()
    _text(painter, badge, letter, chrome.text, 15, Qt.AlignmentFlag.AlignCenter, bold=True)
    line = QRectF(badge.right() + 14, area.top() + 14, area.right() - badge.right() - 32, 20)
    for text, width, bold in ((device.subject, 320, True), (device.sender, 150, False)):
        if text:
            _text(painter, line, text, chrome.text, 14 if bold else 13, bold=bold)
        else:
            _pill(painter, QRectF(line.left(), line.center().y() - 5, min(width, line.width()), 10), chrome.bar)
        line.translate(0, 21)
    _rule(painter, area.bottomLeft() - QPointF(0, 1), area.width(), chrome)


def _rail(painter: QPainter, area: QRectF, chrome: Chrome) -> None:
    painter.fillRect(area, chrome.field)
    for place in range(5):
        shape = QRectF(area.center().x() - 11, area.top() + 24 + 46 * place, 22, 22)
        painter.setBrush(chrome.faint if place == 0 else chrome.bar)
        painter.drawRoundedRect(shape, 7, 7)
    painter.fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()), chrome.line)


def _clock(painter: QPainter, area: QRectF, chrome: Chrome, *, inset: float) -> None:
    _text(painter, area.adjusted(inset, 0, -inset, 0), "9:41", chrome.text, 14, bold=True)
    right, y = area.right() - inset, area.center().y()
    painter.setPen(QPen(chrome.text, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(right - 24, y - 5.5, 22, 11), 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(chrome.text)
    painter.drawRoundedRect(QRectF(right - 22, y - 3.5, 15, 7), 1.5, 1.5)
    for place in range(4):
        height = 3.0 + 2.5 * place
        painter.drawRoundedRect(QRectF(right - 52 + 5 * place, y + 5.5 - height, 3, height), 1, 1)


def _shadow(painter: QPainter, whole: QRectF, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for reach, alpha in _SHADES:
        painter.setBrush(QColor(0, 0, 0, alpha))
        around = whole.adjusted(-reach, -reach / 2, reach, reach * 1.5)
        painter.drawRoundedRect(around, radius + reach, radius + reach)


def _pill(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    round_ = min(area.width(), area.height()) / 2
    painter.drawRoundedRect(area, round_, round_)


def _rule(painter: QPainter, start: QPointF, width: float, chrome: Chrome) -> None:
    painter.fillRect(QRectF(start.x(), start.y(), width, 1), chrome.line)


def _chevron(painter: QPainter, centre: QPointF, step: int, chrome: Chrome) -> None:
    painter.setPen(QPen(chrome.text if step < 0 else chrome.faint, 1.8))
    painter.drawPolyline([centre + QPointF(3 * step * out, down) for out, down in ((-1, -5), (1, 0), (-1, 5))])
    painter.setPen(Qt.PenStyle.NoPen)


def _text(
    painter: QPainter,
    area: QRectF,
    text: str,
    colour: QColor,
    pixels: int,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    bold: bool = False,
) -> None:
    font = QFont(painter.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter, shown)
    painter.setPen(Qt.PenStyle.NoPen)


_PAINTERS: dict[Kind, Callable[[QPainter, Device, QRectF, Chrome], None]] = {
    "phone": _phone,
    "tablet": _tablet,
    "browser": _browser,
    "program": _program,
}
