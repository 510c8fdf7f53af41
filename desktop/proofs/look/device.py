"""The device around a picture: a phone, a tablet, a browser with a webmail, a mail program. Sizes in CSS pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath

from desktop.proofs.look.looked import Looked
from renderers.clients.profile import Profile

Kind = Literal["phone", "tablet", "browser", "program"]

_TABLET, _PHONE = 600, 500  # pixels of width: from one on it is a tablet, below the other a plain browser is a phone's
#: What is around the picture: bezel and bars, tabs and address, title and header.
_AROUND: dict[Kind, QMarginsF] = {
    "phone": QMarginsF(12, 56, 12, 34),
    "tablet": QMarginsF(26, 52, 26, 46),
    "browser": QMarginsF(1, 84, 1, 1),
    "program": QMarginsF(1, 40, 1, 1),
}
ROUND: dict[Kind, float] = {"phone": 48, "tablet": 36, "browser": 11, "program": 11}
"""The radius of the corners."""
HEAD = 68.0
"""The line above the mail that says who sends it and why."""
RAIL = 60.0
"""The folders beside it in a webmail."""


@dataclass(frozen=True)
class Device:
    """What stands around the screen, and what is written there."""

    kind: Kind
    screen: QSizeF
    has_head: bool
    is_dark: bool
    is_mac: bool
    title: str
    sender: str = ""
    subject: str = ""

    @property
    def around(self) -> QMarginsF:
        """How much of it is on each side of the screen."""
        around = QMarginsF(_AROUND[self.kind])
        if self.has_head:
            around.setTop(around.top() + HEAD)
        if self.kind == "browser" and self.has_head:
            around.setLeft(around.left() + RAIL)
        return around

    @property
    def size(self) -> QSizeF:
        """How large it is with its screen."""
        return self.screen.grownBy(self.around)

    def glass_in(self, outer: QRectF, scale: float) -> QPainterPath:
        """What may show something of the device that fills ``outer``: its corners are round."""
        case = self.case * scale
        glass, path = outer.adjusted(case, case, -case, -case), QPainterPath()
        radius = (ROUND[self.kind] - self.case) * scale
        path.addRoundedRect(glass, radius, radius)
        return path

    @property
    def case(self) -> float:
        """How thick the frame of its glass is."""
        return _AROUND[self.kind].left()

    def screen_in(self, outer: QRectF, scale: float) -> QRectF:
        """Where the screen of the device that fills ``outer`` is."""
        return outer.marginsRemoved(self.around * scale)


def device_of(looked: Looked) -> Device | None:
    """Return the device that a picture is seen on; None when nobody knows its client any more."""
    shown = looked.profile
    if shown is None:
        return None
    kind = _kind(shown)
    return Device(
        kind,
        QSizeF(shown.width, shown.height),
        has_head=kind in {"browser", "program"} and shown.group != "plain",
        is_dark=looked.shot.mode == "dark",
        is_mac=shown.device == "Mac",
        title=shown.brand or looked.client,
        sender=looked.sender,
        subject=looked.subject,
    )


def _kind(shown: Profile) -> Kind:
    if shown.group == "mobile":
        return "tablet" if shown.width >= _TABLET else "phone"
    if shown.group == "plain" and shown.width < _PHONE:
        return "phone"
    return "program" if shown.group == "desktop" else "browser"
