"""What an update of the brand changes, shown before it happens: each field, a piece of a mail, and who follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.brand_reach import Reach
from desktop.panels.brand_panel.grounds import paint_grounds
from desktop.panels.brand_panel.logo_field import Pictures
from desktop.panels.brand_panel.plain_tip import plain_tip
from desktop.panels.brand_panel.sample_mail import Look, SampleMail
from desktop.panels.swatches import Swatch
from desktop.widgets import GRID, IconLabel, Translated, button, label, styled
from templates.brand.reading.css import css_colour

_LONGEST = 40
_MOST_NAMED = 6  # templates that are named; of more the number says enough
_MOST_HIGH = 300  # pixels of the list before it scrolls


@dataclass(frozen=True)
class Change:
    """One field: its name in the user's language, the value now and the value to come ("" for none).

    Of a logo there are pictures too, for light and for dark grounds.
    """

    field: str
    before: str
    after: str
    before_pictures: Pictures = (None, None)
    after_pictures: Pictures = (None, None)


class BrandChangesDialog(Translated, QDialog):
    """Accepted: apply the changes. ``looks``: the look of mails now and then."""

    def __init__(
        self, changes: Sequence[Change], looks: tuple[Look, Look] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._changes, self._looks = changes, looks
        self._reach: Reach | None = None
        self._title, self.follow = label("heading"), label("", wrap=True)
        self.kept, self._undo = label("", wrap=True), label("muted", wrap=True)
        self._now, self._then = label("caption"), label("caption")
        self.apply_button, self._cancel = button(primary=True), button()
        self.apply_button.setDefault(True)
        self.apply_button.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._lay_out()
        self.retranslate()

    def show_reach(self, reach: Reach) -> None:
        """Say who follows, as soon as that is known."""
        self._reach = reach
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setWindowTitle(self.tr("Update the brand"))
        self._title.setText(self.tr("What changes"))
        self._now.setText(self.tr("Now"))
        self._then.setText(self.tr("After the update"))
        names, kept = (self._reach.templates, self._reach.kept) if self._reach else ((), {})
        following = self.tr("%n template(s) follow at once.", "", len(names))
        self.follow.setText(following if self._reach else self.tr("Looking which templates follow…"))
        self.follow.setToolTip("\n".join(names))
        self.kept.setText("\n".join(self._kept_line(part, users) for part, users in kept.items()))
        self.kept.setVisible(bool(kept))
        self._undo.setText(self.tr("Your own edits in templates and parts stay. The update can be undone."))
        self.apply_button.setText(self.tr("Update all templates"))
        self._cancel.setText(self.tr("Cancel"))

    def _kept_line(self, part: str, names: Sequence[str]) -> str:
        if not names:
            return self.tr("Edited by hand, and so kept: {parts}").format(parts=part)
        shown = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
        return self.tr("Edited by hand, and so kept: {part}, used by {templates}").format(part=part, templates=shown)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.apply_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._list())
        if self._looks is not None and self._looks[0] != self._looks[1]:
            column.addLayout(self._samples(*self._looks))
        for each in (self.follow, self.kept, self._undo):
            column.addWidget(each)
        column.addSpacing(GRID)
        column.addLayout(buttons)
        self.setMinimumWidth(580)

    def _list(self) -> QWidget:
        """The fields; long lists scroll."""
        card = styled(QFrame(), "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(2 * GRID, 12, 2 * GRID, 12)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(12)
        for row, change in enumerate(self._changes):
            name = label("strong")
            name.setText(change.field)
            grid.addWidget(name, row, 0)
            grid.addWidget(_value(change.before, change.before_pictures), row, 1)
            grid.addWidget(IconLabel("arrow-right", 16), row, 2)
            grid.addWidget(_value(change.after, change.after_pictures), row, 3)
        grid.setColumnStretch(3, 1)
        if card.sizeHint().height() <= _MOST_HIGH:
            return card
        area = QScrollArea(widgetResizable=True)
        area.setWidget(card)
        area.setFixedHeight(_MOST_HIGH)
        return area

    def _samples(self, now: Look, then: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        for title, look in ((self._now, now), (self._then, then)):
            sample = SampleMail()
            sample.show_look(look)
            box = QVBoxLayout()
            box.setSpacing(4)
            box.addWidget(title)
            box.addWidget(sample)
            row.addLayout(box, 1)
        return row


class _Plate(QWidget):
    """A logo, small, on light and on dark."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures
        self.setFixedSize(QSize(150, 44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both grounds."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_grounds(painter, QRect(0, 0, self.width(), self.height()), *self._pictures)


def _value(text: str, pictures: Pictures) -> QWidget:
    """A value; a colour with its swatch, a logo as a picture."""
    if pictures[0] is not None:
        plate = _Plate(pictures)
        plate.setToolTip(plain_tip(text))
        return plate
    shown = label()
    shown.setText((text if len(text) <= _LONGEST else f"…{text[1 - _LONGEST :]}") or "–")
    shown.setToolTip(plain_tip(text))
    if not (text.startswith("#") and css_colour(text)):
        return shown
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    swatch = Swatch()
    swatch.setFixedSize(20, 20)
    swatch.setEnabled(False)
    swatch.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    swatch.show_colour(css_colour(text))
    row.addWidget(swatch)
    row.addWidget(shown, 1, Qt.AlignmentFlag.AlignLeft)
    return both
