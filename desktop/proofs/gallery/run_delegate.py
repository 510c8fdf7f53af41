"""Painting a row of the list of runs: a template with its light, or a run with what it holds."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.editor.history.when import spoken
from desktop.language import current_language
from desktop.proofs.gallery.facts import TemplateFacts
from desktop.proofs.gallery.picture_model import Index
from desktop.proofs.gallery.words import (
    all_templates,
    counted,
    gone_words,
    light_line,
    light_words,
    run_holds,
    run_name,
    run_state,
    verdict_words,
    version_words,
)
from desktop.proofs.proof_view import elided, sign, sized
from desktop.theme import Roles, roles_of_now
from desktop.tokens.account_delegate import paint_pill
from renderers.proofs.runs.lights import Colour, Light
from templates.store.run_facts import RunFacts

ROW = Qt.ItemDataRole.UserRole + 1
_TEMPLATE, _RUN, _LINE = 44, 62, 17
_PILL = 18
LIGHTS: dict[Colour, tuple[str, str]] = {
    "green": ("circle-check", "success"),
    "amber": ("triangle-alert", "warning"),
    "red": ("circle-x", "danger"),
    "none": ("minus", "muted"),
}


@dataclass(frozen=True)
class RowFacts:
    """What a row stands for: a run of a template, a template, or all of them."""

    template: TemplateFacts | None = None
    run: RunFacts | None = None
    light: Light | None = None
    is_all: bool = False
    has_runs: bool = False

    def spoken(self, language: str) -> str:
        """Everything, for those who listen."""
        if self.run is not None:
            state = (run_state(self.run)[0], verdict_words(self.run.verdict))
            return ", ".join(filter(None, (run_name(self.run), run_holds(self.run), *state)))
        if self.template is not None:
            said = light_words(self.light) if self.has_runs else light_words(Light("none"))
            return f"{self.template.called.said(language)}, {said}"
        return all_templates()


class RunDelegate(QStyledItemDelegate):
    """Two lines for a template, three for a run."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """By what it is."""
        row: RowFacts = index.data(ROW)
        return QSize(180, _RUN if row.run else _TEMPLATE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: RowFacts = index.data(ROW)
        roles = roles_of_now()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(0, 1, -6, -1)
        _paint_ground(painter, option, area, roles)
        inside = area.adjusted(8, 5, -10, -5)
        if row.run is not None:
            _paint_run(painter, inside, row.run, roles)
        else:
            _paint_template(painter, inside, row, roles)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, area: QRect, roles: Roles) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(roles.soft if chosen else roles.hover))
        painter.drawRoundedRect(area, 8, 8)
    if chosen and option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(roles.focus))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)


def _paint_template(painter: QPainter, area: QRect, row: RowFacts, roles: Roles) -> None:
    """The light, the title, and in words what the light says."""
    ratio = painter.device().devicePixelRatioF()
    if row.template is None:
        icon, role, title, said = "images", "muted", all_templates(), ""
    else:
        pending = row.light is None and row.has_runs
        icon, role = ("ellipsis", "muted") if pending else LIGHTS[row.light.colour if row.light else "none"]
        title = row.template.called.said(current_language())
        said = light_line(row.light if row.has_runs else Light("none"))
        said = said if row.template.is_there else gone_words()
    painter.drawPixmap(area.x(), area.y() + 8, sign(icon, getattr(roles, role), 18, ratio))
    words = area.adjusted(28, 0, 0, 0)
    head = QRect(words.x(), words.y(), words.width(), _LINE)
    if not said:
        head.moveTop(area.center().y() - _LINE // 2)
    count = counted.runs(len(row.template.runs)) if row.template and row.template.runs else ""
    painter.setFont(sized(painter.font(), 12))
    painter.setPen(QColor(roles.muted))
    painter.drawText(head, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
    head.setRight(head.right() - QFontMetrics(painter.font()).horizontalAdvance(count) - (8 if count else 0))
    elided(painter, words.adjusted(0, _LINE, 0, 0), said)
    painter.setFont(sized(painter.font(), 13, QFont.Weight.DemiBold))
    painter.setPen(QColor(roles.text))
    elided(painter, head, title)


def _paint_run(painter: QPainter, area: QRect, run: RunFacts, roles: Roles) -> None:
    """When it was taken, what it holds, of what version and how it ended: the time is what tells runs apart."""
    head = QRect(area.x(), area.y(), area.width(), _PILL)
    second = head.translated(0, _PILL)
    third = second.translated(0, _LINE)
    painter.setFont(sized(painter.font(), 13, QFont.Weight.DemiBold))
    painter.setPen(QColor(roles.text))
    elided(painter, head, run_name(run))
    painter.setFont(sized(painter.font(), 12))
    painter.setPen(QColor(roles.muted))
    when = spoken(run.run.created) if run.run.name else ""
    elided(painter, second, run_holds(run))
    third.setRight(_paint_pills(painter, third, run))
    painter.setFont(sized(painter.font(), 12))
    painter.setPen(QColor(roles.muted))
    elided(painter, third, " · ".join(filter(None, (when, version_words(run) or run.run.author))))


def _paint_pills(painter: QPainter, area: QRect, run: RunFacts) -> int:
    """Draw how it ended and what people said; return where the words beside them must end."""
    state, look = run_state(run)
    looks = {"approved": "accent", "changes": "warning", "comment": ""}
    said = [(verdict_words(run.verdict), looks[run.verdict])] if run.verdict else []
    font = sized(painter.font(), 11, QFont.Weight.DemiBold)
    right = area.right() + 1
    for words, kind in [*said, *([(state, look)] if state else [])]:
        width = QFontMetrics(font).horizontalAdvance(words) + 14
        right -= width
        paint_pill(painter, QRect(right, area.y(), width, _PILL), words, kind, font)
        right -= 4
    return right - 4
